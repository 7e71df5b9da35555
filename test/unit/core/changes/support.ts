import fc from 'fast-check';
import type { Across, FilesThen, TwoPoints } from '../../../../src/core/changes/across';
import type { Bridge } from '../../../../src/core/changes/bridge';
import { changesBetween, type ChangesBetween } from '../../../../src/core/changes/between';
import { BRIDGE_PARTS } from '../../../../src/core/changes/bridge';
import { ExactSum } from '../../../../src/core/exactSum';
import type { Deal } from '../../../../src/core/deal/deal';
import type { Entry } from '../../../../src/core/deal/entry';
import { attention } from '../../../../src/core/deal/readDeal';
import { STAGE_IDS } from '../../../../src/core/process/stages';
import { date, day, makeDeal, readBad } from '../../support/deals';

/** How a file stands at a point: a deal, a file that cannot be read, or nothing. */
export type Stand = Partial<Deal> | 'unread' | undefined;

const PROBLEM = readBad('---\nstage: [\n---\n');

/** A point at which these files are there. */
export function filesThen(files: Readonly<Record<string, Stand>>): FilesThen {
  const entries = Object.entries(files).flatMap(([path, stand]): [string, Entry][] => {
    if (stand === undefined) return [];
    if (stand === 'unread') return [[path, attention(path, PROBLEM)]];
    return [[path, { kind: 'deal', path, deal: makeDeal({ ...stand, path }), problems: [] }]];
  });
  return new Map(entries);
}

/** What became of one file, with the fourth quarter of 2026 to slip out of. */
export function ofOne(before: Stand, after: Stand, more: Partial<TwoPoints> = {}): ChangesBetween {
  return between({ 'a.md': before }, { 'a.md': after }, more);
}

export function between(
  before: Readonly<Record<string, Stand>>,
  after: Readonly<Record<string, Stand>>,
  more: Partial<TwoPoints> = {},
): ChangesBetween {
  return changesBetween({
    points: { before: filesThen(before), after: filesThen(after), renames: new Map(), ...more },
    slipped: { day: date('2026-11-23'), period: 'quarter' },
  });
}

export const eur = (amount: number) => ({ amount, currency: 'EUR' });

/** The numbers of a bridge in which there is something. */
export function filled(bridge: Bridge | undefined): Record<string, number> {
  return Object.fromEntries(Object.entries(bridge ?? {}).filter(([, amount]) => amount));
}

export function addedUp(bridge: Bridge): number {
  return new ExactSum(bridge.from, ...BRIDGE_PARTS.map(part => bridge[part])).value;
}

/** Amounts as they are in files: with cents or without, and none. */
export const anyValue = fc.option(
  fc.record({
    amount: fc.oneof(
      fc.integer({ min: 0, max: 1e9 }),
      fc.integer({ min: 0, max: 1e11 }).map(n => n / 100),
    ),
    currency: fc.constantFrom('EUR', 'USD', 'XXX'),
  }),
  { nil: undefined },
);

const anyStand: fc.Arbitrary<Stand> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constant('unread' as const) },
  {
    weight: 6,
    arbitrary: fc.record({
      title: fc.constantFrom('Acme', 'Globex'),
      stage: fc.constantFrom(...STAGE_IDS),
      status: fc.constantFrom('open', 'open', 'won', 'lost'),
      value: anyValue,
      closeDate: fc.option(fc.integer({ min: 0, max: 500 }).map(day), { nil: undefined }),
      owner: fc.constantFrom('dana', 'marek', undefined),
      nextStep: fc.constantFrom('Call', 'Write', undefined),
    }),
  },
);

/** Two points of up to eight files, some of which were renamed. */
export const anyTwoPoints: fc.Arbitrary<TwoPoints> = fc
  .array(fc.record({ before: anyStand, after: anyStand, isRenamed: fc.boolean() }), { maxLength: 8 })
  .map(files => {
    const [before, after] = [{} as Record<string, Stand>, {} as Record<string, Stand>];
    const renames = new Map<string, string>();
    files.forEach(({ before: old, after: now, isRenamed }, at) => {
      const isPair = isRenamed && typeof old === 'object' && typeof now === 'object';
      before[`${at}.md`] = old;
      after[isPair ? `new-${at}.md` : `${at}.md`] = now;
      if (isPair) renames.set(`new-${at}.md`, `${at}.md`);
    });
    return { before: filesThen(before), after: filesThen(after), renames };
  });

export function swapped({ before, after, renames }: TwoPoints): TwoPoints {
  return {
    before: after,
    after: before,
    renames: new Map([...renames].map(([now, old]) => [old, now])),
  };
}

export const pathsOf = (all: readonly { readonly across: Across }[]) => all.map(({ across }) => across.path);
