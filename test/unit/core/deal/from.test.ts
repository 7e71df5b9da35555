import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays } from '../../../../src/core/calendar';
import { courseOf } from '../../../../src/core/deal/course';
import { daysInStage } from '../../../../src/core/deal/daysInStage';

import { rewindDeal } from '../../../../src/core/deal/rewind';
import { diagnose } from '../../../../src/core/deal/fixes/fixes';
import { fixed } from './fixes/support/offered';
import type { Wish } from '../../../../src/core/deal/transition';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { STAGE_IDS, STAGES, type StageId } from '../../../../src/core/process/stages';
import { assertProblem, date, file, readGood } from '../../support/deals';
import { dataIn, moved, TODAY } from '../../support/edits';
import { forAll } from '../../support/property';

const advance: Wish = { kind: 'advance' };
const win: Wish = { kind: 'win' };
const historyIn = (text: string) => dataIn(text)['history'] as readonly Record<string, string>[];

/** `prospecting 2026-02-05`, or `prospecting` where nobody knows the day. */
const wayOf = (text: string) =>
  courseOf(readGood(text).deal).flatMap(mark =>
    mark.kind === 'entered' ? [[mark.stage, mark.on].filter(Boolean).join(' ')] : [],
  );

describe('the stage that was left', () => {
  it('is written by the first move, and by no other', () => {
    let text = file('stage: lead generation\ncreated: 2026-01-05');
    for (const on of ['2026-02-05', '2026-03-05'])
      ({ text } = moved(text, advance, undefined, { today: TODAY, chosen: date(on) }));
    assert.deepEqual(historyIn(text), [
      { on: '2026-02-05', stage: 'prospecting', from: 'lead generation' },
      { on: '2026-03-05', stage: 'qualification' },
    ]);
    assert.deepEqual(wayOf(text), [
      'lead-generation 2026-01-05',
      'prospecting 2026-02-05',
      'qualification 2026-03-05',
    ]);
  });

  it('is written where the stage was changed by hand, as the history writes stages', () => {
    const before = file('stage: Proposal\nhistory:\n  - {"on": 2026-09-01, "stage": "needs_analysis"}');
    const { text } = moved(before, advance);
    assert.match(text, /\{"on": 2026-11-20, "stage": "negotiation", "from": "proposal"\}/);
    assert.deepEqual(wayOf(text), ['needs-analysis 2026-09-01', 'proposal', 'negotiation 2026-11-20']);
  });

  it('is said of an outcome only where the history ends elsewhere', () => {
    const closed = (head: string) => historyIn(moved(file(head), win).text).at(-1);
    assert.deepEqual(closed('stage: closing'), { on: TODAY, status: 'won' });
    const line = 'history:\n  - {on: 2026-09-01, stage: proposal}';
    assert.deepEqual(closed(`stage: proposal\n${line}`), { on: TODAY, status: 'won' });
    assert.deepEqual(closed(`stage: closing\n${line}`), { on: TODAY, status: 'won', from: 'closing' });
    const { problems } = readGood(moved(file(`stage: closing\n${line}`), win).text);
    assert.deepEqual(problems, []);
  });

  it('counts further down only where no line above has it', () => {
    const way = (from: string) =>
      wayOf(
        file(
          `stage: proposal\nhistory:\n  - {on: 2026-01-01, stage: prospecting}\n  - {on: 2026-02-01, stage: qualification}\n  - {on: 2026-03-01, stage: proposal, from: ${from}}`,
        ),
      );
    const told = ['prospecting 2026-01-01', 'qualification 2026-02-01', 'proposal 2026-03-01'];
    assert.deepEqual(way('prospecting'), told);
    assert.deepEqual(way('qualification'), told);
    assert.deepEqual(way('needs-analysis'), told.toSpliced(2, 0, 'needs-analysis'));
  });

  it('is the stage since created only if it is the first', () => {
    const days = (from: string) => {
      const { deal } = readGood(
        file(
          `stage: proposal\ncreated: 2026-01-01\nhistory:\n  - {on: 2026-03-01, stage: proposal, from: ${from}}`,
        ),
      );
      const then = rewindDeal(deal, date('2026-01-11'))!;
      return [then.stage, daysInStage(then, date('2026-01-11'))];
    };
    assert.deepEqual(days('lead-generation'), ['lead-generation', 10]);
    assert.deepEqual(days('prospecting')[1], undefined);
  });

  it('that is no stage, or the one that the line enters, is told and left out, and has a fix where it is nearly one', () => {
    const text = (from: string) =>
      file(`stage: proposal\nhistory:\n  - {on: 2026-03-01, stage: proposal, from: ${from}}`);
    const told = (from: string) => {
      const { deal, problems } = readGood(text(from));
      assert.equal(deal.history[0]!.from, undefined);
      return problems[0];
    };
    assertProblem(
      told('prospectin'),
      'invalid-history',
      4,
      /“from” in entry 1 .* “prospectin”, not the name of a stage/,
    );
    assertProblem(told('[a]'), 'invalid-history', 4, /a list, not the name of a stage/);
    assertProblem(told('proposal'), 'invalid-history', 4, /isn’t a stage the deal left/);
    const patient = { path: 'a.md', process: DEFAULT_PROCESS, today: TODAY, alike: [] };
    const { problems, fixesOf } = diagnose({ ...patient, text: text('prospectin') });
    assert.equal(fixed(text('prospectin'), fixesOf(problems[0]!)[0]!), text('prospecting'));
  });

  it('behind an outcome without a reopening does not count, and neither does the stage there; that is told', () => {
    const text = file(
      'stage: prospecting\nstatus: lost\nhistory:\n  - {on: 2026-01-01, stage: prospecting}\n  - {on: 2026-02-01, status: lost}\n  - {on: 2026-03-01, stage: proposal, from: qualification}',
    );
    assert.deepEqual(wayOf(text), ['prospecting 2026-01-01']);
    const { problems } = readGood(text);
    assert.equal(problems.length, 1);
    assertProblem(problems[0], 'stage-behind-outcome', 7, /after the deal was closed/);
    const reopened = text
      .replace('stage: prospecting\n', 'stage: proposal\n')
      .replace('  - {on: 2026-03-01, s', '  - {on: 2026-02-02, status: open}\n  - {on: 2026-03-01, s');
    assert.deepEqual(wayOf(reopened), ['prospecting 2026-01-01', 'qualification', 'proposal 2026-03-01']);
  });
});

describe('from any beginning, by any moves', () => {
  const stage = fc.constantFrom(...STAGE_IDS);
  const form = fc.constantFrom<(id: StageId) => string>(
    id => id,
    id => id.replace('-', '_'),
    id => STAGES.find(one => one.id === id)!.label,
  );
  const beginning = fc.record({
    stage,
    form,
    created: fc.option(fc.constantFrom('2026-01-01', '2026-01-05')),
    history: fc.array(stage, { maxLength: 3 }),
    inBlocks: fc.boolean(),
  });
  const wish: fc.Arbitrary<Wish> = fc.oneof(
    { weight: 6, arbitrary: stage.map(to => ({ kind: 'set' as const, stage: to })) },
    { weight: 1, arbitrary: fc.constant(win) },
    { weight: 1, arbitrary: fc.constant({ kind: 'stop' as const, reason: 'price' }) },
    { weight: 2, arbitrary: fc.constant({ kind: 'reopen' as const }) },
  );

  it('the way that is read back is the way that was gone, and each move changes one line and adds one', () => {
    forAll(
      fc.tuple(beginning, fc.array(wish, { maxLength: 8 })),
      ([{ stage: at, form: write, created, history, inBlocks }, wishes]) => {
        const lines = history.map((one, k) => {
          const [on, named] = [`on: ${addDays(date('2026-01-05'), k)}`, `stage: ${write(one)}`];
          return inBlocks ? `  - ${on}\n    ${named}\n` : `  - {${on}, ${named}}\n`;
        });
        const list = lines.length ? `history:\n${lines.join('')}` : '';
        let text = file(
          `stage: ${write(at)}\nstatus: open\n${created ? `created: ${created}\n` : ''}${list}`,
        );
        let way = wayOf(text);
        // A change by hand, back to a stage that was left, is no longer told by the file once the deal has moved on.
        const isReturn = history.at(-1) !== at && history.includes(at);
        let onceMoved = isReturn ? way.slice(0, -1) : way;
        let current = at;
        for (const [k, wanted] of wishes.entries()) {
          const isOpen = readGood(text).deal.status === 'open';
          const isNone = wanted.kind === 'set' && wanted.stage === current;
          if (isOpen === (wanted.kind === 'reopen') || isNone) continue;
          const on = addDays(date('2026-02-01'), k);
          const before = text;
          ({ text } = moved(before, wanted, undefined, { today: TODAY, chosen: on }));
          if (wanted.kind !== 'set') continue;
          const isThere = onceMoved.at(-1)?.split(' ')[0] === wanted.stage;
          way = onceMoved = isThere ? onceMoved : [...onceMoved, `${wanted.stage} ${on}`];
          current = wanted.stage;
          assertOneChangedAndOneAdded(before, text);
        }
        assert.deepEqual(wayOf(text), way, text);
        const { problems } = readGood(text);
        assert.ok(!problems.some(({ code }) => code === 'invalid-history' || code === 'history-order'));
      },
      300,
    );
  });
});

/** The line of the stage is another one, and the entry stands at the end; it takes one line, or one for each of its keys. */
function assertOneChangedAndOneAdded(before: string, after: string): void {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const closing = old.indexOf('---', 1);
  const added = now.slice(closing, now.indexOf('---', 1));
  assert.deepEqual(now.toSpliced(closing, added.length).with(1, old[1]!), old);
  assert.equal(added.filter(line => /^\s*- /.test(line)).length, 1, added.join('\n'));
}
