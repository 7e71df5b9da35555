import assert from 'node:assert/strict';
import { dealFilter } from '../../../../src/core/filter/dealFilter';
import { isFiltering, type DealFilter } from '../../../../src/core/filter/table';
import { makeProcess } from '../../../../src/core/process/process';
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
      created: date('2026-11-01'),
    }),
    makeDeal({ path: 'b', owner: 'marek', ...euros(5), closeDate: date('2026-11-30'), nextStep: 'Call Zoë' }),
    makeDeal({ path: 'c', status: 'won', owner: 'dana', title: 'Fördetechnik', account: 'Nordhavel AG' }),
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
    ['b', { currency: ['EUR'] }],
    ['a g', { stalled: true }],
    ['a g', { idle: true }],
    ['a f', { noNextStep: true }],
    ['b archive/e', { closing: 'month' }],
    ['b archive/e f', { closing: 'quarter' }],
    ['c', { text: 'nordhavel fordetechnik' }],
    ['b', { text: ' ZOE ' }],
    ['f', { text: 'lee r@acme' }],
    ['', { text: 'lee nobody' }],
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
    ['b', { minValue: 0 }],
  ] as const satisfies readonly (readonly [string, DealFilter])[]) {
    it(`by ${JSON.stringify(filter)}`, () => assert.equal(shown(filter), expected));
  }

  it('or not, and then nothing is said of it', () => {
    assert.equal(isFiltering({}), false);
    assert.equal(isFiltering({ owner: [], stalled: false, archived: true }), false);
    assert.equal(isFiltering({ noNextStep: true }), true);
    assert.equal(isFiltering({ tag: ['x'] }), true);
  });
});
