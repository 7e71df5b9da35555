import assert from 'node:assert/strict';
import { addDays, daysBetween } from '../../../../src/core/calendar';
import { readCalls } from '../../../../src/core/calls/readCalls';
import { toEntry } from '../../../../src/core/deal/toEntry';
import { daysOf, quarterOf } from '../../../../src/core/metrics/periods';
import { readProcess } from '../../../../src/core/process/processFile';
import { sampleHistory } from '../../../../src/core/sample/history';
import { refreshSample } from '../../../../src/core/sample/refresh';
import { date } from '../../support/deals';
import { sampleFiles } from '../../support/sample';

const TODAY = date('2027-03-03');
const FILES = sampleFiles();
const PROCESS = readProcess(FILES.get('sales-process.yaml')!).process;

describe('the history of the sample', () => {
  const commits = sampleHistory(FILES, TODAY);

  it('is that of ten months, up to the last days, by the owners of the deals', () => {
    const [first, last] = [commits[0]!, commits.at(-1)!];
    assert.ok(daysBetween(first.on, last.on) > 300);
    const untilToday = daysBetween(last.on, TODAY);
    assert.ok(untilToday >= 0 && untilToday < 14, last.on);
    assert.deepEqual([...new Set(commits.map(({ author }) => author))].sort(), [
      'dana',
      'ines',
      'marek',
      'tom',
    ]);
    const days = commits.map(({ on }) => on);
    assert.deepEqual(days, days.toSorted());
  });

  it('ends with the sample as it stands', () => {
    const now = new Map<string, string>();
    for (const { files, removed } of commits) {
      for (const path of removed) assert.ok(now.delete(path), path);
      for (const [path, text] of files) now.set(path, text);
    }
    const fresh = [...FILES].map(([path, text]) => [path, refreshSample(text, TODAY)] as const);
    assert.deepEqual(new Map([...now].sort()), new Map(fresh.sort()));
  });

  it('has deals in each commit as they can have stood that day', () => {
    for (const { on, message, files } of commits.slice(1))
      for (const [path, text] of files) {
        const entry = toEntry({ path, text }, PROCESS);
        if (entry.kind !== 'deal') continue;
        const { deal } = entry;
        const what = `${on} ${message}`;
        assert.ok(deal.created! <= on, what);
        for (const { on: day } of deal.history) assert.ok(day <= on, what);
        if (deal.closedOn) assert.ok(deal.closedOn <= on, what);
        const stage = deal.history.findLast(event => event.stage)?.stage;
        if (stage) assert.equal(deal.stage, stage, what);
        assert.equal(deal.status !== 'open', deal.closedOn !== undefined, what);
      }
  });

  it('has close dates that were moved', () => {
    const dates = commits
      .filter(({ files }) => files.has('hartwold-diy-stores.md'))
      .map(({ files }) => /^close_date: (.*)$/m.exec(files.get('hartwold-diy-stores.md')!)![1]!);
    assert.equal(new Set(dates).size, 3);
    assert.deepEqual(dates, dates.toSorted());
  });

  it('has forecast calls as they were made, each by who made it, and none of them changed', () => {
    const made = commits.filter(({ files }) => files.has('forecast.yaml'));
    assert.equal(new Set(made.map(({ author }) => author)).size, 4);
    let before: readonly string[] = [];
    for (const { on, author, message, files } of made) {
      const { calls, problems } = readCalls(files.get('forecast.yaml')!, 'EUR');
      assert.deepEqual(problems, [], message);
      const lines = calls.map(call => JSON.stringify(call));
      assert.ok(before.every(line => lines.includes(line)));
      const fresh = calls.filter(call => !before.includes(JSON.stringify(call)));
      assert.ok(fresh.length > 0, message);
      const [owner, ...others] = new Set(fresh.map(call => call.owner));
      assert.ok(owner === author || (owner === 'team' && author === 'dana'), message);
      assert.deepEqual(others, []);
      assert.ok(
        fresh.every(call => call.on === on),
        message,
      );
      before = lines;
    }
  });

  it('follows from the files and the day alone', () => {
    assert.deepEqual(sampleHistory(FILES, TODAY), commits);
  });
});

describe('the sample', () => {
  it('has a quota of the quarter it is, for the team and each owner', () => {
    for (const [today, quarter] of [
      ['2026-11-20', '2026-Q4'],
      ['2026-12-31', '2026-Q4'],
      ['2027-01-01', '2027-Q1'],
      ['2028-08-15', '2028-Q3'],
    ] as const) {
      const { process } = readProcess(refreshSample(FILES.get('sales-process.yaml')!, date(today)));
      const { amount } = process.quota.get(quarter)!;
      const owners = [...process.ownerQuota.get(quarter)!.values()].map(quota => quota.amount);
      assert.equal(owners.length, 4, today);
      assert.equal(
        owners.reduce((sum, one) => sum + one),
        amount,
        today,
      );
    }
  });

  it('has calls of the quarter it is and of the two before, made before each was over', () => {
    for (const today of ['2026-11-20', '2026-12-31', '2027-01-01', '2027-02-28', '2028-08-15'].map(date)) {
      const { calls } = readCalls(refreshSample(FILES.get('forecast.yaml')!, today), 'EUR');
      const running = quarterOf(today);
      const before = quarterOf(addDays(daysOf(running).first, -1));
      const quarters = [quarterOf(addDays(daysOf(before).first, -1)), before, running];
      assert.deepEqual([...new Set(calls.map(({ period }) => period))].sort(), quarters, today);
      assert.equal(new Set(calls.map(({ owner }) => owner)).size, 5);
      for (const { on, period } of calls)
        assert.ok(on <= daysOf(period).last && on <= today, `${today} ${on}`);
    }
  });
});
