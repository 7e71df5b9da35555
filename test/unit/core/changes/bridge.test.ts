import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { BridgeNumber } from '../../../../src/core/changes/bridge';
import { dealsInBridge } from '../../../../src/core/changes/bridge';
import { changesBetween } from '../../../../src/core/changes/between';
import type { Deal } from '../../../../src/core/deal/deal';
import { dealOf } from '../../../../src/core/deal/entry';
import { ExactSum } from '../../../../src/core/exactSum';
import { date, makeDeal } from '../../support/deals';
import { forAll } from '../../support/property';
import { acrossBehind, isChangesFigure } from '../../../../src/core/changes/figure';
import { addedUp, anyTwoPoints, anyValue, between, eur, filled, ofOne, swapped } from './support';

const slipped = { day: date('2026-11-23'), period: 'quarter' } as const;
const ofPoints = (points: Parameters<typeof changesBetween>[0]['points']) =>
  changesBetween({ points, slipped });

describe('the bridge between two points', () => {
  it('adds up exactly, from and to the open totals, whatever deals were worth when they were closed', () => {
    const many = fc.array(anyValue, { minLength: 8, maxLength: 8 });
    forAll(fc.tuple(anyTwoPoints, many), ([points, values]) => {
      const ends = [...points.after].flatMap(([path, entry], at): [string, Deal][] => {
        const deal = dealOf(entry);
        return deal && deal.status !== 'open' ? [[path, { ...deal, value: values[at] }]] : [];
      });
      const { bridges } = ofPoints({ ...points, closed: new Map(ends) });
      for (const end of ['before', 'after'] as const) {
        const sums: Record<string, ExactSum> = {};
        for (const entry of points[end].values()) {
          const deal = dealOf(entry);
          if (deal?.status === 'open' && deal.value?.amount)
            (sums[deal.value.currency] ??= new ExactSum()).add(deal.value.amount);
        }
        const name = end === 'before' ? 'from' : 'to';
        for (const [currency, sum] of Object.entries(sums))
          assert.equal(bridges[currency]![name], sum.value, currency);
      }
      for (const bridge of Object.values(bridges)) assert.equal(addedUp(bridge), bridge.to);
    });
  });

  it('has the deals behind each number, which add up to it', () => {
    forAll(anyTwoPoints, points => {
      const { deals, bridges } = ofPoints(points);
      for (const [currency, bridge] of Object.entries(bridges)) {
        for (const [number, amount] of Object.entries(bridge)) {
          const behind = dealsInBridge(deals, currency, number as BridgeNumber);
          assert.equal(new ExactSum(...behind.map(share => share.amount)).value, amount, number);
        }
      }
    });
  });

  it('has no deal behind a number that it did not change', () => {
    const { deals } = ofOne({ value: eur(5), status: 'open' }, { value: eur(5), status: 'open' });
    for (const number of ['up', 'down', 'recurrency'] as const)
      assert.deepEqual(dealsInBridge(deals, 'EUR', number), [], number);
  });

  it('has the deals behind a number in one currency, or in all', () => {
    const changes = between(
      { 'a.md': { value: eur(5) }, 'b.md': { value: { amount: 5, currency: 'USD' } } },
      { 'a.md': { value: eur(7) }, 'b.md': { value: { amount: 9, currency: 'USD' } } },
    );
    const behind = (currency?: string) =>
      acrossBehind({ kind: 'bridge', number: 'up', currency }, changes, owner => owner).map(
        ({ path }) => path,
      );
    assert.deepEqual([behind('EUR'), behind('USD'), behind()], [['a.md'], ['b.md'], ['a.md', 'b.md']]);
  });

  it('can be asked for by its own numbers alone, and owners by what they are listed with', () => {
    const bridge = (number: string) => isChangesFigure({ kind: 'bridge', number });
    assert.deepEqual(['from', 'up', 'to', 'sideways'].map(bridge), [true, true, true, false]);
    const owner = (of: string) => isChangesFigure({ kind: 'owner', owner: 'dana', of });
    assert.deepEqual(['to', 'slipped', 'up'].map(owner), [true, true, false]);
  });

  it('says the opposite the other way round', () => {
    const opposite: Record<string, BridgeNumber[]> = {
      new: ['removed'],
      removed: ['new'],
      reopened: ['won', 'lost'],
      up: ['down'],
      down: ['up'],
      recurrency: ['recurrency'],
      unread: ['unread'],
    };
    forAll(anyTwoPoints, points => {
      const [there, back] = [ofPoints(points).bridges, ofPoints(swapped(points)).bridges];
      assert.deepEqual(Object.keys(there), Object.keys(back));
      for (const [currency, bridge] of Object.entries(there)) {
        const other = back[currency]!;
        assert.deepEqual([bridge.from, bridge.to], [other.to, other.from]);
        for (const [part, others] of Object.entries(opposite)) {
          const sum = new ExactSum(bridge[part as BridgeNumber], ...others.map(one => other[one])).value;
          assert.equal(sum, 0, part);
        }
      }
    });
  });

  it('says what came, went and changed', () => {
    const bridge = (...args: Parameters<typeof ofOne>) => filled(ofOne(...args).bridges['EUR']);
    const open = { value: eur(40) };
    assert.deepEqual(bridge(undefined, open), { new: 40, to: 40 });
    assert.deepEqual(bridge(open, undefined), { from: 40, removed: -40 });
    assert.deepEqual(bridge(open, { value: eur(40.5) }), { from: 40, up: 0.5, to: 40.5 });
    assert.deepEqual(bridge(open, { value: undefined }), { from: 40, down: -40 });
    assert.deepEqual(bridge(open, 'unread'), { from: 40, unread: -40 });
    assert.deepEqual(bridge('unread', open), { unread: 40, to: 40 });
    assert.deepEqual(bridge({ ...open, status: 'lost' }, open), { reopened: 40, to: 40 });
  });

  it('takes a deal out at the value with which it was closed or last seen', () => {
    const open = { value: eur(40) };
    const won = ofOne(open, { value: eur(50), status: 'won' });
    assert.deepEqual(filled(won.bridges['EUR']), { from: 40, up: 10, won: -50 });
    const closed = new Map([['a.md', makeDeal({ path: 'a.md', value: eur(50), status: 'won' })]]);
    const corrected = ofOne(open, { value: eur(45), status: 'won' }, { closed });
    assert.deepEqual(filled(corrected.bridges['EUR']), { from: 40, up: 10, won: -50 });
    const lastSeen = new Map([['a.md', makeDeal({ path: 'a.md', value: eur(30) })]]);
    const removed = ofOne(open, undefined, { lastSeen });
    assert.deepEqual(filled(removed.bridges['EUR']), { from: 40, down: -10, removed: -30 });
    const elsewhere = ofOne(open, { value: { amount: 44, currency: 'USD' }, status: 'lost' });
    assert.deepEqual(filled(elsewhere.bridges['EUR']), { from: 40, recurrency: -40 });
    assert.deepEqual(filled(elsewhere.bridges['USD']), { recurrency: 44, lost: -44 });
  });

  it('knows nothing of deals that are open at neither point', () => {
    const won = { value: eur(40), status: 'won' } as const;
    for (const [before, after] of [
      [undefined, won],
      [won, undefined],
      [won, { value: eur(50), status: 'lost' }],
      ['unread', won],
      [won, 'unread'],
    ] as const)
      assert.deepEqual(ofOne(before, after).bridges, {});
  });
});
