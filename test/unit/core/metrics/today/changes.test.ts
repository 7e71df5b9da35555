import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Deal } from '../../../../../src/core/deal/deal';
import { lastMonday } from '../../../../../src/core/metrics/periods';
import { changesSince, type ChangesSince } from '../../../../../src/core/metrics/today/changes';
import { STAGE_IDS } from '../../../../../src/core/process/stages';
import { closingInGit, date, day, dealWith, makeDeal } from '../../../support/deals';
import { forAll } from '../../../support/property';

const SINCE = day(30);
const NOW = day(40);

const ofOne = (deal: Deal) => changesSince([deal], SINCE, NOW);

/** The kinds of change that a deal is in. */
function kinds(changes: ChangesSince): string[] {
  const lists = ['new', 'movedOn', 'movedBack', 'won', 'lost', 'pushed'] as const;
  return lists.filter(kind => changes[kind].count);
}

/** What happened to a deal, in order: where it was moved to, on which day, and with which close date from then on. */
const anyStory = fc.record({
  begun: fc.integer({ min: 0, max: 39 }),
  moves: fc.array(
    fc.record({
      after: fc.integer({ min: 0, max: 12 }),
      stage: fc.integer({ min: 0, max: 6 }),
      close: fc.option(fc.integer({ min: 0, max: 200 })),
    }),
    { maxLength: 5 },
  ),
  outcome: fc.option(fc.constantFrom('won' as const, 'lost' as const)),
  value: fc.integer({ min: 1, max: 1000 }),
  logged: fc.array(fc.integer({ min: 0, max: 45 }), { maxLength: 5 }),
});

type Story = typeof anyStory extends fc.Arbitrary<infer S> ? S : never;

interface Stand {
  readonly on: number;
  readonly stage: number;
  readonly status: string;
  readonly close: number | null;
}

/** How the deal stood from each day on on which something happened. */
function standsOf({ begun, moves, outcome }: Story): Stand[] {
  const stands: Stand[] = [{ on: begun, stage: 0, status: 'open', close: null }];
  for (const { after, stage, close } of moves) {
    const last = stands.at(-1)!;
    if (last.on + after <= 40 && stage !== last.stage)
      stands.push({ on: last.on + after, stage, status: 'open', close: close ?? last.close });
  }
  const last = stands.at(-1)!;
  if (outcome) stands.push({ ...last, status: outcome });
  return stands;
}

function dealOf(story: Story, at: number): Deal {
  const stands = standsOf(story);
  const last = stands.at(-1)!;
  const logged = story.logged.toSorted((a, b) => b - a).map(day);
  return makeDeal({
    path: `${at}.md`,
    created: day(story.begun),
    value: { amount: story.value, currency: 'EUR' },
    stage: STAGE_IDS[last.stage]!,
    status: last.status as Deal['status'],
    closeDate: last.close === null ? undefined : day(last.close),
    lastActivity: logged.length ? { on: logged[0]!, what: 'call' } : undefined,
    ...(logged.length > 1 && { activeBefore: logged.slice(1) }),
    history: stands.slice(1).map(({ on, stage, status, close }, k) => ({
      on: day(on),
      stage: status === 'open' ? STAGE_IDS[stage] : undefined,
      status: status === 'open' ? undefined : (status as Deal['status']),
      ...(k === 0 && status === 'open' && { from: STAGE_IDS[0]! }),
      ...(close !== null && status === 'open' && { closeDate: day(close) }),
    })),
  });
}

describe('what has changed since a day', () => {
  it('is what a naive reading of the histories says, in numbers and sums', () => {
    forAll(fc.array(anyStory, { maxLength: 8 }), stories => {
      const expected: Record<string, number[]> = {};
      let activities = 0;
      for (const story of stories) {
        const note = (kind: string) => (expected[kind] ??= []).push(story.value);
        const stands = standsOf(story);
        const [before, now] = [stands.findLast(({ on }) => on < 30), stands.at(-1)!];
        activities += story.logged.filter(on => on >= 30 && on <= 40).length;
        if (!before) note('new');
        if (before && now.stage > before.stage) note('movedOn');
        if (before && now.stage < before.stage) note('movedBack');
        if (now.status !== 'open' && now.status !== before?.status) note(now.status);
        const isLater = before && before.close !== null && now.close !== null && now.close > before.close;
        if (isLater && now.status === 'open') note('pushed');
      }
      const changes = changesSince(stories.map(dealOf), SINCE, NOW);
      assert.equal(changes.activities, activities);
      for (const kind of ['new', 'movedOn', 'movedBack', 'won', 'lost', 'pushed'] as const) {
        const { count, value, deals } = changes[kind];
        const values = expected[kind] ?? [];
        assert.deepEqual([count, deals.length], [values.length, values.length], kind);
        assert.equal(
          value['EUR'] ?? 0,
          values.reduce((sum, one) => sum + one, 0),
          kind,
        );
      }
    });
  });

  it('begins with the day itself', () => {
    assert.deepEqual(kinds(ofOne(dealWith('L0 P30', { created: day(0) }))), ['movedOn']);
    assert.deepEqual(kinds(ofOne(dealWith('L0 P29', { created: day(0) }))), []);
  });

  it('names from where a deal was moved, by how many days its date was pushed, and why it was lost', () => {
    const moved = ofOne(dealWith('L0 P2 Q35'));
    assert.deepEqual(
      [moved.movedOn.deals[0]!.from, moved.movedOn.deals[0]!.stage],
      ['prospecting', 'qualification'],
    );
    const inGit = closingInGit([
      { on: day(1), closeDate: day(50) },
      { on: day(33), closeDate: day(60) },
    ]);
    const pushed = ofOne(dealWith('L0', { closeDate: day(60), inGit }));
    assert.deepEqual(kinds(pushed), ['pushed']);
    const { from, to, days } = pushed.pushed.deals[0]!;
    assert.deepEqual([from, to, days], [day(50), day(60), 10]);
    const lost = ofOne(dealWith('L0 lost31', { lostReason: 'price' }));
    assert.deepEqual([lost.lost.deals[0]!.reason, lost.lost.deals[0]!.on], ['price', day(31)]);
  });

  it('says nothing of what is not known', () => {
    // Won on an unknown day, without any day, and in a stage that was changed by hand.
    assert.deepEqual(kinds(ofOne(dealWith('L0', { status: 'won', closedOn: undefined }))), []);
    assert.deepEqual(kinds(ofOne(makeDeal({ status: 'won' }))), []);
    assert.deepEqual(kinds(ofOne(dealWith('L0', { stage: 'closing' }))), []);
  });

  it('takes a deal whose first line only says which stage it left for an old one', () => {
    const left = { on: day(35), stage: 'proposal', status: undefined, from: 'qualification' } as const;
    const changes = ofOne(makeDeal({ stage: 'proposal', history: [left] }));
    assert.deepEqual([kinds(changes), changes.movedOn.deals[0]!.from], [['movedOn'], 'qualification']);
  });

  it('is since last Monday, and on a Monday since the one before', () => {
    assert.equal(lastMonday(date('2026-11-29')), '2026-11-23');
    assert.equal(lastMonday(date('2026-11-24')), '2026-11-23');
    assert.equal(lastMonday(date('2026-11-23')), '2026-11-16');
  });
});
