import assert from 'node:assert/strict';
import { addDays } from '../../../../src/core/calendar';
import { daysIdle } from '../../../../src/core/deal/condition';
import { daysInStage, mostDaysInStage } from '../../../../src/core/deal/daysInStage';

import { fixed } from './fixes/support/offered';
import { fixAll } from '../../../../src/core/deal/fixes/fixAll';
import { diagnose } from '../../../../src/core/deal/fixes/fixes';
import { journeyOf } from '../../../../src/core/metrics/journey';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { assertProblem, date, dealWith, file, makeDeal, readGood } from '../../support/deals';
import { dataIn, moved, TODAY } from '../../support/edits';

const PATIENT = { path: 'a.md', process: DEFAULT_PROCESS, today: TODAY, alike: [] };
const told = (text: string) =>
  diagnose({ ...PATIENT, text }).problems.filter(({ severity }) => severity !== 'hint');
const lines = (...history: readonly string[]) => history.map(line => `  - {${line}}\n`).join('');

/** 2026 became 2062. */
const TYPO = file(
  `title: Typo\nstage: proposal\ncreated: 2026-01-10\nhistory:\n${lines('on: 2026-01-10, stage: lead-generation', 'on: 2062-02-10, stage: proposal')}`,
);

describe('a day that can’t be', () => {
  it('in the history, in created and in closed_on is told at its line, with the day that may be meant', () => {
    const [problem] = told(TYPO);
    assertProblem(problem, 'future-date', 7, /“on” is 2062-02-10, which is still to come/);
    const [fix] = diagnose({ ...PATIENT, text: TYPO }).fixesOf(problem!);
    assert.equal(fixed(TYPO, fix!), TYPO.replace('2062', '2026'));
    assert.equal(fix!.isSafe, false);
    const closed = file('stage: proposal\nstatus: won\ncreated: 2026-12-01\nclosed_on: 2027-01-05');
    const byLine = told(closed).toSorted((a, b) => a.line - b.line);
    assert.deepEqual(
      byLine.map(({ code, line }) => [code, line]),
      [
        ['future-date', 4],
        ['future-date', 5],
      ],
    );
    assertProblem(byLine[1], 'future-date', 5, /“closed_on” is 2027-01-05/);
  });

  it('is none where it is tomorrow, which it may be further east already', () => {
    const tomorrow = addDays(TODAY, 1);
    assert.deepEqual(told(TYPO.replace('2062-02-10', tomorrow)), []);
    assert.equal(told(TYPO.replace('2062-02-10', addDays(TODAY, 2)))[0]!.code, 'future-date');
  });

  it('is told at its own line where another line cannot be read', () => {
    const text = TYPO.replace('history:\n', 'history:\n  - none\n');
    assert.deepEqual(
      told(text).map(({ code, line }) => [code, line]),
      [
        ['invalid-history', 6],
        ['future-date', 8],
      ],
    );
  });

  it('dates no later move, which stands behind it, and leaves the way as it was gone', () => {
    const { text, warnings } = moved(TYPO, { kind: 'advance' });
    assert.deepEqual(warnings, []);
    assert.deepEqual((dataIn(text)['history'] as object[]).at(-1), { on: TODAY, stage: 'negotiation' });
    const { deal } = readGood(text);
    const { stages, stays } = journeyOf(deal, TODAY);
    assert.deepEqual(stages, ['lead-generation', 'proposal', 'negotiation']);
    assert.deepEqual(
      stays.map(({ stage }) => stage),
      ['negotiation'],
    );
    assert.deepEqual(
      told(text).map(({ code, line }) => [code, line]),
      [['future-date', 7]],
    );
    // Once the day has come, it is still one that does not fit.
    const later = diagnose({ ...PATIENT, text, today: date('2062-03-01') });
    const slip = later.problems.find(({ code }) => code === 'history-order')!;
    assertProblem(slip, 'history-order', 7, /2062-02-10, after the entries below it/);
    assert.deepEqual(later.fixesOf(slip), []);
    assert.deepEqual(fixAll({ ...PATIENT, text }).edits, []);
  });

  it('starts no days in a stage, and is no touch', () => {
    const { deal } = readGood(TYPO);
    assert.equal(daysInStage(deal, TODAY), undefined);
    assert.equal(daysIdle(deal, date('2026-01-20')), 10);
  });

  it('is a close before the beginning, too: it is told, and no cycle is', () => {
    const text = file('stage: closing\nstatus: won\ncreated: 2026-03-01\nclosed_on: 2026-02-01');
    assertProblem(
      told(text)[0],
      'closed-before-begun',
      5,
      /closed on 2026-02-01, before it began on 2026-03-01/,
    );
    assert.equal(journeyOf(readGood(text).deal, TODAY).cycle, undefined);
    assert.equal(journeyOf(readGood(text.replace('2026-02-01', '2026-03-01')).deal, TODAY).cycle, 0);
  });

  it('has no stay that ends before it begins', () => {
    const deal = dealWith('L0 P9', { status: 'lost', closedOn: date('2026-01-05') });
    const stays = journeyOf(deal, TODAY).stays.map(({ stage, days }) => [stage, days]);
    assert.deepEqual(stays, [['lead-generation', 9]]);
  });

  it('is one of a mistyped year, which is told at its line and counts in no time', () => {
    const at = (created: string, entered: string, closed: string) =>
      file(
        `stage: closing\nstatus: won\ncreated: ${created}\nhistory:\n${lines(`on: ${entered}, stage: proposal`, `on: ${closed}, status: won`)}`,
      );
    for (const [text, place] of [
      [at('1900-01-10', '2026-02-10', '2026-03-10'), 4],
      [at('2026-02-10', '0206-02-10', '2026-03-10'), 6],
      [at('2026-02-10', '2026-02-10', '1926-03-10'), 7],
    ] as const) {
      const problems = diagnose({ ...PATIENT, text }).problems.filter(({ code }) => code === 'doubtful-date');
      assert.deepEqual(
        problems.map(({ line, severity }) => [line, severity]),
        [[place, 'hint']],
      );
      const journey = journeyOf(readGood(text).deal, TODAY);
      assert.deepEqual([journey.isMisdated, journey.cycle], [true, undefined]);
      assert.ok(journey.stays.every(({ days }) => days < 366));
    }
    // As of 2026, the last year that is not too long ago.
    const old = at('1996-01-10', '1996-01-10', '1996-03-10');
    assert.equal(journeyOf(readGood(old).deal, TODAY).cycle, 60);
    assert.equal(journeyOf(readGood(old.replaceAll('1996', '1995')).deal, TODAY).cycle, undefined);
  });

  it('in a history offers the same day of a year that may be meant', () => {
    const text = TYPO.replace('2062-02-10', '0206-02-10');
    const problem = diagnose({ ...PATIENT, text }).problems.find(({ code }) => code === 'doubtful-date')!;
    const fixes = diagnose({ ...PATIENT, text }).fixesOf(problem);
    assert.deepEqual(
      fixes.map(fix => fixed(text, fix)),
      ['2026', '2025'].map(year => text.replace('0206', year)),
    );
    assert.ok(fixes.every(({ isSafe }) => !isSafe));
  });

  it('long ago starts no days in a stage, and is no touch', () => {
    const { deal } = readGood(file('stage: proposal\ncreated: 0206-01-10'));
    assert.equal(daysInStage(deal, TODAY), undefined);
    assert.equal(mostDaysInStage(deal, TODAY), undefined);
    assert.equal(daysIdle(deal, TODAY), undefined);
  });

  it('is a beginning behind the first line of the history, by more than a day', () => {
    const at = (created: string) =>
      file(
        `stage: proposal\ncreated: ${created}\nhistory:\n${lines('on: 2026-01-10, stage: prospecting', 'on: 2026-02-10, stage: proposal')}`,
      );
    const text = at('2026-01-12');
    const [problem, ...others] = told(text);
    assertProblem(
      problem,
      'created-late',
      3,
      /“created” is 2026-01-12, but the history goes back to 2026-01-10/,
    );
    assert.deepEqual(others, []);
    const [fix] = diagnose({ ...PATIENT, text }).fixesOf(problem!);
    assert.deepEqual([fixed(text, fix!), fix!.isSafe], [at('2026-01-10'), false]);
    for (const fine of ['2026-01-11', '2026-01-10', '2020-01-01']) assert.deepEqual(told(at(fine)), []);
    // One fault is told once.
    for (const far of ['2062-01-01', '0206-01-01'])
      assert.ok(told(at(far)).every(({ code }) => code !== 'created-late'));
  });

  it('in the log is told at its line, with the day that may be meant', () => {
    const text = `${file('stage: proposal')}\n## Log\n\n- 2062-02-10 call\n- 2026-02-10 mail\n`;
    const { problems, fixesOf } = diagnose({ ...PATIENT, text });
    const problem = problems.find(({ code }) => code === 'future-date')!;
    assert.equal(text.split('\n')[problem.line - 1], '- 2062-02-10 call');
    assert.equal(problem.severity, 'hint');
    assert.deepEqual(
      fixesOf(problem).map(fix => fixed(text, fix)),
      [text.replace('2062', '2026')],
    );
    const isTold = (day: string) =>
      diagnose({ ...PATIENT, text: text.replace('2062-02-10', day) }).problems.some(
        ({ code }) => code === 'future-date',
      );
    assert.deepEqual([addDays(TODAY, 1), addDays(TODAY, 2)].map(isTold), [false, true]);
  });

  it('is not the reason to take a history for ordered that is not', () => {
    const text = file(
      `stage: proposal\nhistory:\n${lines('on: 2026-03-10, stage: prospecting', 'on: 2026-01-10, stage: lead-generation', 'on: 2026-04-10, stage: proposal')}`,
    );
    assert.deepEqual(
      told(text).map(({ code, line }) => [code, line]),
      [['history-order', 5]],
    );
    assert.deepEqual(
      readGood(text).deal.history.map(({ on }) => on),
      ['2026-01-10', '2026-03-10', '2026-04-10'],
    );
  });
});

describe('closed_on', () => {
  const text = file(
    `stage: proposal\nstatus: lost\nlost_reason: price\nclosed_on: 2026-03-12\nhistory:\n${lines('on: 2026-01-10, stage: proposal', 'on: 2026-03-10, status: lost')}`,
  );

  it('gives way to the day of the history, which is told and can be set', () => {
    const [problem, ...others] = told(text);
    assert.deepEqual(others, []);
    assertProblem(problem, 'close-day-mismatch', 5, /says the deal was closed on 2026-03-10/);
    const [fix] = diagnose({ ...PATIENT, text }).fixesOf(problem!);
    assert.equal(fixed(text, fix!), text.replace('2026-03-12', '2026-03-10'));
  });

  it('counts where the history tells of no close, or of an earlier one', () => {
    assert.deepEqual(told(file('stage: proposal\nstatus: won\nclosed_on: 2026-03-12')), []);
    const { cycle } = journeyOf(
      makeDeal({ status: 'won', created: date('2026-03-01'), closedOn: date('2026-03-12') }),
      TODAY,
    );
    assert.equal(cycle, 11);
  });
});
