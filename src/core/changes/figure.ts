import { literal, nullable, optional, text, variants, type Infer } from '../shapes';
import { PACE_PARTS } from '../metrics/pace';
import type { Across } from './across';
import { latestOf } from './across';
import type { ChangesBetween } from './between';
import { BRIDGE_PARTS, sharesOf } from './bridge';
import { closedBy } from './event';
import { GROUPS_OF_CHANGES, groupOf } from './groups';
import { SLIP_PERIODS } from './slips';

const currency = optional(text);

/** A number of what has changed that somebody may point at, to see the deals behind it. */
export const isChangesFigure = variants('kind', {
  /** Of a bridge; of all bridges where no currency is named. */
  bridge: { number: literal('from', ...BRIDGE_PARTS, 'to'), currency },
  group: { group: literal(...GROUPS_OF_CHANGES) },
  /** `owner` as the page shows it; `null` for deals that nobody has. */
  owner: { owner: nullable(text), of: literal('from', 'to', 'won', 'lost', 'slipped') },
  /** Out of the running period, since it began. */
  slips: { period: literal(...SLIP_PERIODS) },
  /** Of a quarter on its day that counts. */
  pace: { quarter: text, part: literal(...PACE_PARTS), currency },
});
export type ChangesFigure = Infer<typeof isChangesFigure>;

/** Those that rest on the two points that are compared. */
export type BetweenFigure = Extract<ChangesFigure, { kind: 'bridge' | 'group' | 'owner' }>;

/**
 * The deals that a number counts, each once, in the order of the paths.
 *
 * @param shown the name of an owner, as the page shows it
 */
export function acrossBehind(
  figure: BetweenFigure,
  { deals, events, slips }: Pick<ChangesBetween, 'deals' | 'events' | 'slips'>,
  shown: (owner: string) => string,
): Across[] {
  switch (figure.kind) {
    case 'group': {
      const told = new Set(events.flatMap(event => (groupOf(event) === figure.group ? event.across : [])));
      return deals.filter(across => told.has(across));
    }
    case 'bridge': {
      const { number, currency: only } = figure;
      return deals.filter(across =>
        sharesOf(across).some(
          share => share.number === number && (only === undefined || share.currency === only),
        ),
      );
    }
    case 'owner': {
      const isTheirs = (across: Across) => {
        const { owner } = latestOf(across);
        return (owner === undefined ? null : shown(owner)) === figure.owner;
      };
      return ownersDeals(figure.of, { deals, events, slips }).filter(isTheirs);
    }
  }
}

function ownersDeals(
  of: Extract<ChangesFigure, { kind: 'owner' }>['of'],
  { deals, events, slips }: Pick<ChangesBetween, 'deals' | 'events' | 'slips'>,
): readonly Across[] {
  if (of === 'slipped') return slips.deals.map(({ across }) => across);
  if (of === 'from' || of === 'to')
    return deals.filter(across => sharesOf(across).some(({ number }) => number === of));
  return events.flatMap(event => (closedBy(event) === of ? event.across : []));
}
