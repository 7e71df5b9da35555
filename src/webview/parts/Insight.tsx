import type { FunnelSheet } from '../../shared/funnelSheet';
import { conversionsOf } from '../conversion';
import { formatRate } from '../format';
import { Defined } from './Defined';

/** In one sentence: how many come through, and where most would be gained. */
export function Insight({ sheet }: { sheet: FunnelSheet }) {
  const { chain, stages } = sheet;
  const isKnown = chain !== null && conversionsOf(sheet).every(({ isTooFew }) => !isTooFew);
  const widest = stages.reduce((most, stage) =>
    (stage.headroom ?? 0) > (most.headroom ?? 0) ? stage : most,
  );
  const gain = widest?.headroom ?? 0;
  return (
    <p class="note">
      Every deal ever created, by the furthest stage it reached.{' '}
      {isKnown && (
        <>
          At these <Defined by="chain">conversions</Defined>, {formatRate(chain)} of new deals would be won
          {gain > 0 ? (
            <>
              ; most could be gained at <strong>{widest.label}</strong>: {formatRate(chain + gain)} if no deal
              were lost there.
            </>
          ) : (
            '.'
          )}
        </>
      )}
    </p>
  );
}
