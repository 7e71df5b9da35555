import assert from 'node:assert/strict';
import type { Deal } from '../../../../../src/core/deal/deal';
import { makeReport } from '../../../../../src/core/metrics/report';
import { makeProcess, type Process } from '../../../../../src/core/process/process';
import { TODAY_RULES } from '../../../../../src/core/process/todayRules';
import fc from 'fast-check';
import { closingInGit, day, dealWith } from '../../../support/deals';
import { anyPipeline } from '../../../support/pipelines';
import { forAll } from '../../../support/property';

const NOW = day(59);
const STAGES = {
  'lead-generation': { stalledAfter: 500, idleAfter: 500 },
  prospecting: { stalledAfter: 20, idleAfter: 500 },
  qualification: { stalledAfter: 500, idleAfter: 20 },
  proposal: { stalledAfter: 500, idleAfter: 500, exitCriteria: [{ id: 'read', text: 'They have read it' }] },
} as const;
const PROCESS = makeProcess({ stages: STAGES });

const toDo = (deals: readonly Deal[], process: Process = PROCESS) =>
  makeReport({ deals, asOf: NOW, process, files: { needsAttention: 0, otherNotes: 0 } }).today.toDo;
const listed = (deals: readonly Deal[], process?: Process) =>
  toDo(deals, process).now.map(({ path, rule }) => `${path} ${rule}`);

/** Planned for later than a week: nothing is to be done. */
const fine = (path: string, history: string, given: Partial<Deal> = {}) =>
  dealWith(history, { path, nextStep: 'Call', nextStepOn: day(70), ...given });

const ONE_OF_EACH = [
  fine('pushed', 'L0', {
    closeDate: day(90),
    inGit: closingInGit([60, 70].map((closes, k) => ({ on: day(k), closeDate: day(closes) }))),
  }),
  fine('none', 'L0', { nextStep: undefined, nextStepOn: undefined }),
  fine('near', 'L0 N50', { stage: 'proposal', history: dealWith('L0 R50').history, closeDate: day(66) }),
  fine('stalled', 'L0 P5'),
  fine('quiet', 'L0 Q5', { nextStepOn: undefined }),
  fine('due', 'L0', { nextStepOn: NOW }),
  fine('late', 'L0', { nextStepOn: day(50) }),
];

describe('what to do today', () => {
  it('is in the order of the rules', () => {
    assert.deepEqual(listed(ONE_OF_EACH), [
      ...[
        'late overdue',
        'due due',
        'quiet quiet',
        'stalled stalled',
        'near close_date',
        'none no_next_step',
      ],
      'pushed pushed',
    ]);
  });

  it('is in the order of the team’s rules, and nothing for a rule that it doesn’t have', () => {
    const process = makeProcess({ stages: STAGES, today: ['no_next_step', 'overdue'] });
    assert.deepEqual(listed(ONE_OF_EACH, process), ['none no_next_step', 'late overdue']);
    assert.deepEqual(listed(ONE_OF_EACH, makeProcess({ stages: STAGES, today: [] })), []);
  });

  it('is the worst first within a rule, then the furthest stage', () => {
    const deals = [
      fine('a', 'L0', { nextStepOn: day(58) }),
      fine('b', 'L0', { nextStepOn: day(40) }),
      fine('c', 'L0 O50', { nextStepOn: day(58) }),
    ];
    assert.deepEqual(
      toDo(deals).now.map(({ path }) => path),
      ['b', 'c', 'a'],
    );
  });

  it('says how late, why, and what helps most', () => {
    const [late] = toDo([fine('a', 'L0 P5', { account: 'Acme', nextStepOn: day(50) })]).now;
    assert.deepEqual(late, {
      ...{ path: 'a', title: 'Acme', account: 'Acme', owner: null, stage: 'prospecting', value: null },
      ...{ step: 'Call', stepOn: day(50), daysLate: 9, rule: 'overdue', action: 'completeNextStep' },
      todos: [],
      reasons: [
        { kind: 'nextStepOverdue', on: day(50), days: 9 },
        { kind: 'stalled', days: 54, limit: 20 },
      ],
    });
  });

  it('has the to-dos of the notes: those that are late or due bring their deal into the list', () => {
    const todo = (on: number, line = 1) => ({ on: day(on), what: 'Call', who: undefined, line });
    const deals = [
      fine('late', 'L0', { todos: [todo(50), todo(70)] }),
      fine('due', 'L0', { todos: [todo(59)] }),
      fine('near', 'L0', { todos: [todo(66)] }),
      fine('far', 'L0', { todos: [todo(67)] }),
      fine('held', 'L0', { todos: [todo(50)], onHoldUntil: day(60) }),
    ];
    const { now, next } = toDo(deals);
    assert.deepEqual(
      now.map(({ path, rule, action, reasons, todos }) => [path, rule, action, reasons, todos]),
      [
        [
          ...['late', 'overdue', 'tickTodo'],
          [{ kind: 'todoOverdue', on: day(50), days: 9 }],
          [{ ...todo(50), daysLate: 9 }],
        ],
        ['due', 'due', 'tickTodo', [{ kind: 'todoDue', on: NOW }], [{ ...todo(59), daysLate: 0 }]],
      ],
    );
    assert.deepEqual(
      next.map(({ path, todos }) => [path, todos.map(({ daysLate }) => daysLate)]),
      [['near', [-7]]],
    );
  });

  it('is no close date near where no criterion is open, and none that is more than a week away', () => {
    const near = ONE_OF_EACH.find(({ path }) => path === 'near')!;
    assert.deepEqual(
      listed([
        { ...near, checks: ['read'] },
        { ...near, closeDate: day(67) },
      ]),
      [],
    );
    assert.deepEqual(listed([{ ...near, checks: ['read'], closeDate: day(58) }]), ['near close_date']);
  });

  it('is, of close dates that are near, the nearest first, and to move the deal on', () => {
    const near = ONE_OF_EACH.find(({ path }) => path === 'near')!;
    const days = [66, 60, 63].map(on => ({ ...near, path: `${99 - on}.md`, closeDate: day(on) }));
    assert.deepEqual(
      toDo(days).now.map(({ reasons, action }) => [
        reasons[0]!.kind === 'closeDateNear' && reasons[0].days,
        action,
      ]),
      [1, 4, 7].map(left => [left, 'setStage']),
    );
  });

  it('is nothing for criteria that are open alone', () => {
    const open = fine('open', 'L0 P50', { stage: 'proposal', history: dealWith('L0 R50').history });
    assert.deepEqual(listed([open]), []);
    const [late] = toDo([{ ...open, nextStepOn: day(50) }]).now;
    assert.deepEqual(
      late!.reasons.map(({ kind }) => kind),
      ['nextStepOverdue', 'criteriaOpen'],
    );
  });

  it('leaves out what is on hold, until that day', () => {
    const held = ONE_OF_EACH.map(deal => ({ ...deal, onHoldUntil: day(60) }));
    assert.deepEqual(listed(held), []);
    assert.equal(listed(held.map(deal => ({ ...deal, onHoldUntil: NOW }))).length, ONE_OF_EACH.length);
  });

  it('is followed by the steps of the next seven days, the earliest first', () => {
    const deals = [60, 66, 67].map(on => fine(`${on}`, 'L0', { nextStepOn: day(on) })).reverse();
    assert.deepEqual(
      toDo(deals).next.map(({ path, daysLate }) => [path, daysLate]),
      [
        ['60', -1],
        ['66', -7],
      ],
    );
  });

  it('has of any pipeline each open deal once at most, by rules and reasons that go together', () => {
    forAll(fc.tuple(anyPipeline, fc.shuffledSubarray([...TODAY_RULES])), ([deals, today]) => {
      const process = makeProcess({ minSample: 2, stages: STAGES, today });
      const { now, next } = toDo(deals, process);
      const paths = [...now, ...next].map(({ path }) => path);
      assert.equal(new Set(paths).size, paths.length);
      const open = new Set(deals.filter(({ status }) => status === 'open').map(({ path }) => path));
      assert.ok(paths.every(path => open.has(path)));
      const places = now.map(({ rule }) => today.indexOf(rule));
      assert.deepEqual(
        places,
        places.toSorted((a, b) => a - b),
      );
      assert.ok(now.every(({ rule, reasons }) => today.includes(rule) && reasons.length > 0));
    });
  });
});
