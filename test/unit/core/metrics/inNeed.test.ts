import assert from 'node:assert/strict';
import type { Deal } from '../../../../src/core/deal/deal';
import { makeReport } from '../../../../src/core/metrics/report';
import { DEFAULT_PROCESS, makeProcess, type Process } from '../../../../src/core/process/process';
import { closingInGit, day, dealWith } from '../../support/deals';
import { AS_OF } from '../../support/workedExample';

/** Day 59: the default limits are not what these tests are about, so nothing is stalled or idle. */
const PATIENT = makeProcess({
  stages: {
    'lead-generation': { stalledAfter: 500, idleAfter: 500 },
    prospecting: { stalledAfter: 500, idleAfter: 500 },
    qualification: { stalledAfter: 500, idleAfter: 500 },
  },
});

const needsOf = (deals: readonly Deal[], process: Process = PATIENT) =>
  makeReport({ deals, asOf: AS_OF, process, files: { needsAttention: 0, otherNotes: 0 } }).inNeed;

/** In need of nothing but what is given. */
const fine = (history: string, given: Partial<Deal> = {}) =>
  dealWith(history, { nextStep: 'Call', nextStepOn: day(70), ...given });

const pushed = (times: number): Partial<Deal> => ({
  inGit: closingInGit(Array.from({ length: times }, (_, k) => ({ on: day(k), closeDate: day(61 + k) }))),
  closeDate: day(80),
});

describe('what a deal is in need of', () => {
  const oneNeed = (given: Partial<Deal>) => needsOf([fine('L0', given)]).map(({ needs }) => needs);

  it('is nothing where all is planned', () => assert.deepEqual(oneNeed({}), []));

  it('is a next step, or one that is not overdue', () => {
    assert.deepEqual(oneNeed({ nextStep: undefined, nextStepOn: undefined }), [[{ kind: 'noNextStep' }]]);
    assert.deepEqual(oneNeed({ nextStepOn: day(58) }), [[{ kind: 'nextStepOverdue', on: day(58), days: 1 }]]);
    assert.deepEqual(oneNeed({ nextStepOn: day(59) }), []);
  });

  it('is what the team wants to be warned of, and a next step once', () => {
    const warn = { nextStep: true, value: true, contacts: 1 } as const;
    const process = makeProcess({
      stages: { 'lead-generation': { warn, stalledAfter: 500, idleAfter: 500 } },
    });
    const [one] = needsOf([fine('L0', { nextStep: undefined, nextStepOn: undefined })], process);
    assert.deepEqual(one!.needs, [
      { kind: 'noNextStep' },
      { kind: 'fewContacts', n: 0, least: 1 },
      { kind: 'noValue' },
    ]);
  });

  it('is a close date that has not passed', () => {
    assert.deepEqual(oneNeed({ closeDate: day(49) }), [[{ kind: 'closeDatePassed', on: day(49), days: 10 }]]);
    assert.deepEqual(oneNeed({ closeDate: day(59) }), []);
  });

  it('is told with the limit that it went over', () => {
    const process = makeProcess({ stages: { 'lead-generation': { stalledAfter: 58, idleAfter: 8 } } });
    const deal = dealWith('L0', { nextStep: 'Call', lastActivity: { on: day(50), what: 'call' } });
    assert.deepEqual(needsOf([deal], process)[0]!.needs, [
      { kind: 'stalled', days: 59, limit: 58 },
      { kind: 'idle', days: 9, limit: 8 },
    ]);
  });

  it('is what is unusual: longer than nine of ten stays, not as long', () => {
    const ended = [10, 20, 30, 40, 50].map(at => fine(`L0 P${at}`));
    const unusual = (since: number) =>
      needsOf([...ended, fine(`L${since}`)]).flatMap(({ needs }) =>
        needs.filter(({ kind }) => kind === 'unusual'),
      );
    // Nine of ten: 46 days.
    assert.deepEqual(unusual(59 - 46), []);
    assert.deepEqual(unusual(59 - 47), [{ kind: 'unusual', days: 47, p90: 46, n: 5 }]);
    assert.deepEqual(needsOf([...ended.slice(1), fine('L0')]), []);
  });

  it('is more than one push; one is told beside something else', () => {
    assert.deepEqual(oneNeed(pushed(0)), []);
    assert.deepEqual(oneNeed(pushed(1)), []);
    assert.deepEqual(oneNeed(pushed(2)), [[{ kind: 'pushed', times: 2 }]]);
    assert.deepEqual(oneNeed({ ...pushed(1), nextStepOn: day(49) }), [
      [
        { kind: 'nextStepOverdue', on: day(49), days: 10 },
        { kind: 'pushed', times: 1 },
      ],
    ]);
  });

  it('are criteria that are open, told beside something else alone', () => {
    const exitCriteria = ['budget', 'authority', 'need'].map(id => ({ id, text: id }));
    const process = makeProcess({
      stages: { 'lead-generation': { stalledAfter: 500, idleAfter: 500, exitCriteria } },
    });
    assert.deepEqual(needsOf([fine('L0')], process), []);
    const [one] = needsOf([fine('L0', { checks: ['authority'], nextStepOn: day(49) })], process);
    assert.deepEqual(one!.needs, [
      { kind: 'nextStepOverdue', on: day(49), days: 10 },
      { kind: 'criteriaOpen', ids: ['budget', 'need'] },
    ]);
  });
});

describe('the deals in need', () => {
  const overdue = { nextStepOn: day(49) };
  const paths = (deals: readonly Deal[]) => needsOf(deals).map(({ path }) => path);
  /** In both orders of the files. */
  const assertOrder = (...deals: readonly Deal[]) => {
    const expected = deals.map(({ path }) => path);
    assert.deepEqual(paths(deals), expected);
    assert.deepEqual(paths(deals.toReversed()), expected);
  };

  it('come by how many reasons there are to list them', () => {
    const late = { ...overdue, closeDate: day(49) };
    assertOrder(fine('L0', { ...late, path: 'z.md' }), fine('L0 Q9', { ...overdue, path: 'a.md' }));
  });

  it('not counting a single push, or criteria: nearly every deal has them', () => {
    assertOrder(
      fine('L0 Q9', { ...overdue, path: 'z.md' }),
      fine('L0 P9', { ...overdue, ...pushed(1), path: 'a.md' }),
    );
    assertOrder(
      fine('L0 P9', { ...overdue, ...pushed(2), path: 'z.md' }),
      fine('L0 Q9', { ...overdue, path: 'a.md' }),
    );
  });

  it('then by how far they are, and by how long they have been there', () => {
    assertOrder(
      fine('L0 Q50', { ...overdue, path: 'd.md' }),
      fine('L0 P8', { ...overdue, path: 'c.md' }),
      fine('L0 P9', { ...overdue, path: 'b.md' }),
      fine('L0', { ...overdue, path: 'a.md' }),
    );
  });

  it('with those last of which that is not known', () => {
    // The stage was changed by hand, on a day that nobody knows.
    for (const [known, unknown] of [
      ['z.md', 'a.md'],
      ['a.md', 'z.md'],
    ] as const) {
      assertOrder(
        fine('L0 P59', { ...overdue, path: known }),
        fine('L0', { ...overdue, stage: 'prospecting', path: unknown }),
      );
    }
  });

  it('and then by their paths', () => {
    assertOrder(...['B.md', 'a.md', 'b.md'].map(path => fine('L0 P9', { ...overdue, path })));
  });

  it('are told with what there is to know of them', () => {
    const given = { ...overdue, path: 'x.md', title: 'Beta', owner: 'dana' };
    const value = { amount: 5, currency: 'EUR' };
    const rows = needsOf([fine('L0', { ...given, value }), fine('L0 P9', { ...overdue, path: 'y.md' })]);
    assert.deepEqual(
      rows.map(({ needs, ...row }) => ({ ...row, needs: needs.length })),
      [
        { path: 'y.md', title: 'Acme', owner: null, stage: 'prospecting', value: null, days: 50, needs: 1 },
        { path: 'x.md', title: 'Beta', owner: 'dana', stage: 'lead-generation', value, days: 59, needs: 1 },
      ],
    );
  });

  it('are none of those that are closed', () => {
    assert.deepEqual(needsOf([fine('L0 won9', overdue), fine('L0 lost9', overdue)], DEFAULT_PROCESS), []);
  });
});
