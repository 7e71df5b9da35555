import assert from 'node:assert/strict';
import { changesBetween } from '../../../../src/core/changes/between';
import { closedBy, dayInFile } from '../../../../src/core/changes/event';
import { groupOf } from '../../../../src/core/changes/groups';
import { date, events, makeDeal } from '../../support/deals';
import { forAll } from '../../support/property';
import { anyTwoPoints, between, eur, ofOne, pathsOf, swapped, type Stand } from './support';

const slipped = { day: date('2026-11-23'), period: 'quarter' } as const;

function told(before: Stand, after: Stand): unknown[] {
  return ofOne(before, after).events.map(({ kind, from, to }) => [kind, from, to]);
}

describe('what happened between two points', () => {
  it('is nothing between a point and itself', () => {
    forAll(anyTwoPoints, ({ before }) => {
      const { events } = changesBetween({ points: { before, after: before, renames: new Map() }, slipped });
      assert.deepEqual(events, []);
    });
  });

  it('is one event of a kind for each deal, and the opposite the other way round', () => {
    const opposite: Record<string, string> = {
      new: 'removed',
      removed: 'new',
      advanced: 'back',
      back: 'advanced',
    };
    forAll(anyTwoPoints, points => {
      const [there, back] = [points, swapped(points)].map(
        one => changesBetween({ points: one, slipped }).events,
      );
      const names = there!.map(({ kind, across }) => `${across.path} ${kind}`);
      assert.equal(new Set(names).size, names.length);
      const facts = ['value', 'currency', 'close_date', 'owner', 'next_step', ...Object.keys(opposite)];
      const sorted = (all: unknown[]) => all.map(one => JSON.stringify(one)).sort();
      assert.deepEqual(
        sorted(
          there!.filter(({ kind }) => facts.includes(kind)).map(({ kind, from, to }) => [kind, from, to]),
        ),
        sorted(
          back!
            .filter(({ kind }) => facts.includes(kind))
            .map(({ kind, from, to }) => [opposite[kind] ?? kind, to, from]),
        ),
      );
    });
  });

  it('is told of each kind', () => {
    assert.deepEqual(told(undefined, { stage: 'proposal' }), [['new', null, 'proposal']]);
    assert.deepEqual(told(undefined, { status: 'won' }), [['new', null, 'won']]);
    assert.deepEqual(told({ status: 'lost' }, undefined), [['removed', 'lost', null]]);
    assert.deepEqual(told({ stage: 'prospecting' }, { stage: 'proposal' }), [
      ['advanced', 'prospecting', 'proposal'],
    ]);
    assert.deepEqual(told({ stage: 'proposal' }, { stage: 'prospecting' }), [
      ['back', 'proposal', 'prospecting'],
    ]);
    assert.deepEqual(told({ stage: 'proposal' }, { stage: 'proposal', status: 'won' }), [
      ['won', 'proposal', 'won'],
    ]);
    assert.deepEqual(told({ status: 'lost' }, { stage: 'proposal' }).at(-1), ['open', 'lost', 'proposal']);
    assert.deepEqual(told({ status: 'won' }, { status: 'lost' }), [['lost', 'won', 'lost']]);
    assert.deepEqual(told({ value: eur(40) }, { value: { amount: 44, currency: 'USD' } }), [
      ['value', 40, 44],
      ['currency', 'EUR', 'USD'],
    ]);
    assert.deepEqual(told({}, { value: eur(40) }), [['value', null, 40]]);
    assert.deepEqual(told({ owner: 'dana', nextStep: 'Call' }, { owner: 'marek' }), [
      ['owner', 'dana', 'marek'],
      ['next_step', 'Call', null],
    ]);
  });

  it('has closed a deal where it was won or lost, or came as such', () => {
    const closed = (before: Stand, after: Stand) => ofOne(before, after).events.map(closedBy);
    assert.deepEqual(closed({}, { status: 'won' }), ['won']);
    assert.deepEqual(closed({ status: 'won' }, { status: 'lost' }), ['lost']);
    assert.deepEqual(closed(undefined, { status: 'won' }), ['won']);
    assert.deepEqual(closed(undefined, { status: 'lost' }), ['lost']);
    assert.deepEqual(closed(undefined, {}), [undefined]);
    assert.deepEqual(closed({ status: 'won' }, undefined), [undefined]);
    assert.deepEqual(closed({ status: 'won' }, {}), [undefined]);
    // A person may be called so, and a step too.
    assert.deepEqual(closed({}, { owner: 'won', nextStep: 'lost' }), [undefined, undefined]);
  });

  it('is told with the others of its way: values up or down, dates later or sooner', () => {
    const groups = (before: Stand, after: Stand) => ofOne(before, after).events.map(groupOf);
    assert.deepEqual(groups({ value: eur(1) }, { value: eur(2) }), ['up']);
    assert.deepEqual(groups({ value: eur(2) }, { value: eur(1) }), ['down']);
    assert.deepEqual(groups({}, { value: eur(1) }), ['up']);
    assert.deepEqual(groups({ value: eur(1) }, {}), ['down']);
    const [soon, late] = [{ closeDate: date('2026-12-01') }, { closeDate: date('2027-01-01') }];
    assert.deepEqual(groups(soon, late), ['later']);
    assert.deepEqual(groups(late, soon), ['sooner']);
    assert.deepEqual(groups({}, soon), ['close_date']);
    assert.deepEqual(groups(soon, {}), ['close_date']);
    assert.deepEqual(groups({ owner: 'a' }, { owner: 'b' }), ['owner']);
  });

  it('is nothing of a file that one of the points cannot read, nor of a stage that nobody knows', () => {
    assert.deepEqual(told('unread', { status: 'won' }), []);
    assert.deepEqual(told({ value: eur(1) }, 'unread'), []);
    assert.deepEqual(told({ stage: 'proposal', stageNotKnown: true }, { stage: 'closing' }), []);
  });

  it('follows a deal to its new path, and takes what stands at the old one for another', () => {
    const renames = new Map([['won/a.md', 'a.md']]);
    const { events } = between(
      { 'a.md': { stage: 'prospecting' } },
      { 'won/a.md': { stage: 'proposal' }, 'a.md': { stage: 'closing' } },
      { renames },
    );
    assert.deepEqual(
      events.map(({ kind, across }) => [kind, across.path]),
      [
        ['new', 'a.md'],
        ['advanced', 'won/a.md'],
      ],
    );
  });

  it('names deals whose close date left the period, also new ones, while they are open', () => {
    const [within, later] = [{ closeDate: date('2026-12-18') }, { closeDate: date('2027-01-15') }];
    const slips = (...args: Parameters<typeof ofOne>) => ofOne(...args).slips.deals.length;
    assert.equal(slips(within, later), 1);
    assert.equal(ofOne(within, later).events[0]!.slipped, true);
    assert.equal(slips(later, within), 0);
    assert.equal(slips(within, { closeDate: date('2026-12-31') }), 0);
    assert.equal(slips({ closeDate: date('2026-09-30') }, later), 0);
    assert.equal(slips(within, { ...later, status: 'lost' }), 0);
    assert.equal(slips(within, {}), 0);
    const begun = new Map([['a.md', makeDeal(within)]]);
    const fresh = ofOne(undefined, later, { begun });
    assert.deepEqual([pathsOf(fresh.slips.deals), fresh.events[0]!.slipped], [['a.md'], true]);
    assert.equal(slips(undefined, later), 0);
  });

  it('can be about the deals that somebody has, or had last', () => {
    const { events, bridges } = changesBetween({
      points: {
        before: new Map(),
        after: new Map([
          ...['dana', 'marek'].map(
            owner =>
              [
                `${owner}.md`,
                {
                  kind: 'deal' as const,
                  path: `${owner}.md`,
                  deal: makeDeal({ owner, value: eur(10) }),
                  problems: [],
                },
              ] as const,
          ),
        ]),
        renames: new Map(),
      },
      slipped,
      isMeant: ({ owner }) => owner === 'dana',
    });
    assert.deepEqual([pathsOf(events), bridges['EUR']!.to], [['dana.md'], 10]);
  });

  it('is dated by the lines that the deal has got since', () => {
    const on = (before: Stand, after: Stand) => ofOne(before, after).events.map(dayInFile);
    const early = { stage: 'lead-generation', history: events('L0') } as const;
    assert.deepEqual(on(early, { stage: 'prospecting', history: events('L0 P5') }), ['2026-01-06']);
    assert.deepEqual(on(early, { stage: 'prospecting', history: events('L0') }), [undefined]);
    assert.deepEqual(on(undefined, { created: date('2026-01-02') }), ['2026-01-02']);
    assert.deepEqual(on({}, { status: 'won', history: events('L0 won9') }), ['2026-01-10']);
    assert.deepEqual(on({ status: 'lost' }, { history: events('L0 lost5 open7') }), ['2026-01-08']);
    assert.deepEqual(on({ owner: 'a' }, { owner: 'b', history: events('L0') }), [undefined]);
    const line = { on: date('2026-01-04'), stage: undefined, status: undefined };
    const [first, then] = [date('2026-03-01'), date('2026-04-01')];
    const moved = {
      closeDate: then,
      history: [
        { ...line, closeDate: then },
        { ...line, on: date('2026-01-03'), closeDate: first },
      ],
    };
    assert.deepEqual(on({ closeDate: first }, moved), ['2026-01-04']);
    // Back by hand to where it was once: the old line tells nothing of that.
    const there = { history: events('L0 P5') };
    assert.deepEqual(on({ ...there, stage: 'prospecting' }, { ...there, stage: 'lead-generation' }), [
      undefined,
    ]);
  });
});
