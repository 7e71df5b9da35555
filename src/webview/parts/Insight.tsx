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
  return (
    <p class="note">
      Every deal ever created, by the furthest stage it came to.{' '}
      {isKnown && (
        <>
          <Defined by="chain">From lead to won</Defined> {formatRate(chain)} come through.{' '}
          {(widest.headroom ?? 0) > 0 && (
            <>
              Most would be gained at <strong>{widest.label}</strong>: {formatRate(chain + widest.headroom!)}{' '}
              if nobody were lost there.
            </>
          )}
        </>
      )}
    </p>
  );
}
