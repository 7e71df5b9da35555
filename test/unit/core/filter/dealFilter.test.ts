import assert from 'node:assert/strict';
import { choicesIn } from '../../../../src/core/filter/choices';
import { dealFilter } from '../../../../src/core/filter/dealFilter';
import { leave } from '../../../../src/core/filter/leave';
import { isFiltering, type DealFilter } from '../../../../src/core/filter/table';
import { Pipeline } from '../../../../src/core/pipeline/pipeline';
import { DEFAULT_PROCESS, makeProcess } from '../../../../src/core/process/process';
import { STAGE_IDS } from '../../../../src/core/process/stages';
import { date, makeDeal } from '../../support/deals';

const TODAY = date('2026-11-24');
const euros = (amount: number) => ({ value: { amount, currency: 'EUR' } });

describe('deals are filtered', () => {
  const process = makeProcess({ stages: { proposal: { stalledAfter: 10, idleAfter: 5 } } });
  const deals = [
    makeDeal({
      path: 'a',
      owner: 'Dana',
      tags: ['Hardware'],
      stage: 'proposal',
      todos: [{ on: date('2026-12-01'), what: 'Call', who: undefined, line: 9 }],
      history: [{ on: date('2026-11-01'), stage: 'proposal', status: undefined }],
    }),
    makeDeal({ path: 'b', owner: 'marek', ...euros(5), closeDate: date('2026-11-30'), nextStep: 'Call Zoë' }),
    makeDeal({
      path: 'c',
      status: 'won',
      owner: 'dana',
      title: 'Fördetechnik',
      account: 'Nordhavel AG',
      closeDate: date('2026-11-10'),
    }),
    makeDeal({ path: 'archive/d', status: 'lost', value: { amount: 5, currency: 'USD' }, owner: 'dana' }),
    makeDeal({ path: 'archive/e', closeDate: date('2026-10-01'), nextStepOn: date('2026-12-01') }),
    makeDeal({
      path: 'f',
      closeDate: date('2026-12-31'),
      contacts: [{ name: 'R. Lee', role: 'x', email: 'r@acme.example' }],
    }),
    makeDeal({ path: 'g', nextStep: 'Send it', nextStepOn: date('2026-11-23'), created: date('2026-11-01') }),
  ];
  const shown = (filter: DealFilter) =>
    deals
      .filter(dealFilter({ archived: false, ...filter }, { process, asOf: TODAY }))
      .map(({ path }) => path)
      .join(' ');

  for (const [expected, filter] of [
    ['a b c archive/e f g', {}],
    ['a b c archive/d archive/e f g', { archived: true }],
    ['a c', { owner: ['dana'] }],
    ['a b c', { owner: ['dana', 'MAREK'] }],
    ['a', { owner: ['dana'], status: ['open'] }],
    ['archive/d', { owner: ['dana'], status: ['lost'], archived: true }],
    ['a', { tag: ['hardware', 'other'] }],
    ['', { tag: ['other'] }],
    ['a', { tag: ['#Hardware'] }],
    ['', { owner: ['#dana'] }],
    ['a', { text: '#hardware' }],
    ['', { text: '#ardware' }],
    ['b', { currency: ['EUR'] }],
    ['a g', { stalled: true }],
    ['a g', { idle: true }],
    ['f', { noNextStep: true }],
    ['b archive/e', { closing: 'month' }],
    ['b archive/e f', { closing: 'quarter' }],
    ['c', { text: 'nordhavel fordetechnik' }],
    ['b', { text: ' ZOE ' }],
    ['f', { text: 'lee r@acme' }],
    ['', { text: 'lee nobody' }],
    ['', { text: 'kram' }],
    ['', { text: 'fordetechniknordhavel' }],
    ['a b c archive/e f g', { text: '  ', owner: [], stalled: false }],
    ['c', { account: ['nordhavel ag', 'Acme'] }],
    ['a', { stage: ['proposal', 'closing'] }],
    ['a g', { from: date('2026-11-01') }],
    ['a g', { to: date('2026-11-01') }],
    ['', { from: date('2026-11-02') }],
    ['', { to: date('2026-10-31') }],
    ['g', { overdue: true }],
    ['b', { minValue: 5 }],
    ['', { minValue: 6 }],
    ['b archive/d', { maxValue: 5, archived: true }],
    ['', { maxValue: 4, archived: true }],
    ['b', { minValue: 0 }],
  ] as const satisfies readonly (readonly [string, DealFilter])[]) {
    it(`by ${JSON.stringify(filter)}`, () => assert.equal(shown(filter), expected));
  }

  it('or not, and then nothing is said of it', () => {
    assert.equal(isFiltering({}), false);
    assert.equal(isFiltering({ owner: [], stalled: false, archived: true }), false);
    assert.equal(isFiltering({ noNextStep: true }), true);
    assert.equal(isFiltering({ tag: ['x'] }), true);
    assert.equal(isFiltering({ text: ' ' }), false);
    assert.equal(isFiltering({ text: 'x' }), true);
    assert.equal(isFiltering({ maxValue: 0 }), true);
    const pipeline = new Pipeline(process);
    assert.deepEqual(leave(pipeline, { text: ' ' }, TODAY), { pipeline, leftOut: 0 });
    assert.equal(leave(pipeline, {}, TODAY).pipeline, pipeline);
  });
});

describe('deals with something to do', () => {
  const [yesterday, tomorrow] = [date('2026-11-23'), date('2026-11-25')];
  const late = { nextStep: 'Call', nextStepOn: yesterday };
  for (const [what, deal, isOverdue, hasNone] of [
    ['a step of yesterday', late, true, false],
    ['one of today', { nextStep: 'Call', nextStepOn: TODAY }, false, false],
    ['one without a day', { nextStep: 'Call' }, false, false],
    ['none', {}, false, true],
    ['none, and won', { status: 'won' }, false, false],
    ['none, and on hold', { onHoldUntil: tomorrow }, false, false],
    ['none, and no longer on hold', { onHoldUntil: yesterday }, false, true],
    ['one of yesterday, and lost', { ...late, status: 'lost' }, false, false],
    ['one of yesterday, and on hold', { ...late, onHoldUntil: tomorrow }, false, false],
    ['one of yesterday, and no longer on hold', { ...late, onHoldUntil: yesterday }, true, false],
  ] as const) {
    it(`are overdue or have no next step: ${what}`, () => {
      const isShown = (filter: DealFilter) =>
        dealFilter(filter, { process: DEFAULT_PROCESS, asOf: TODAY })(makeDeal(deal));
      assert.deepEqual([isShown({ overdue: true }), isShown({ noNextStep: true })], [isOverdue, hasNone]);
    });
  }
});

describe('deals that close soon', () => {
  const deals = ['2025-12-31', '2026-02-28', '2026-03-31', '2026-04-01', '2026-12-31'].map(day =>
    makeDeal({ path: day, closeDate: date(day) }),
  );
  for (const [asOf, closing, last] of [
    ['2026-02-01', 'month', '2026-02-28'],
    ['2026-02-01', 'quarter', '2026-03-31'],
    ['2026-03-31', 'month', '2026-03-31'],
    ['2026-03-31', 'quarter', '2026-03-31'],
    ['2026-04-01', 'quarter', '2026-04-01'],
    ['2026-10-01', 'quarter', '2026-12-31'],
  ] as const) {
    it(`are those up to ${last}, seen from ${asOf} to the end of the ${closing}`, () => {
      const isMeant = dealFilter({ closing }, { process: DEFAULT_PROCESS, asOf: date(asOf) });
      assert.equal(deals.findLast(isMeant)!.path, last);
      assert.ok(deals.slice(0, deals.findLastIndex(isMeant)).every(isMeant));
    });
  }
});

describe('what a filter has to choose from', () => {
  const owned = (owner: string, given = {}) => makeDeal({ owner, ...given });

  it('is what deals have there, the most used first, as many as there is room for', () => {
    const deals = [
      owned('ben', { tags: ['a', 'b'] }),
      owned('dana', { tags: ['b'] }),
      owned('dana'),
      makeDeal(),
    ];
    const { owner, tag, account, currency } = choicesIn(deals, 5);
    assert.deepEqual(
      { owner, tag, account, currency },
      { owner: ['dana', 'ben'], tag: ['b', 'a'], account: [], currency: [] },
    );
    assert.deepEqual(choicesIn(deals, 1).owner, ['dana']);
  });

  it('is every stage and every status, in their order', () => {
    const { stage, status } = choicesIn([], 1);
    assert.deepEqual([stage, status], [STAGE_IDS, ['open', 'won', 'lost']]);
  });

  it('is no name that nobody would pick from a list', () => {
    const [long, longer] = ['x'.repeat(1000), 'y'.repeat(1001)];
    assert.deepEqual(choicesIn([owned(long), owned(longer), owned('dana')], 5).owner, ['dana', long]);
  });
});
