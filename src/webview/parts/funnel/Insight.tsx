import { funnelSteps } from '../../conversion';
import { formatRate } from '../../format';
import { labelOf, useSheet } from '../../sheetContext';
import { Defined } from '../Defined';

/** In one sentence: how many come through, and where most would be gained. */
export function Insight() {
  const sheet = useSheet();
  const { chain, holdsBack } = sheet.report;
  const steps = funnelSteps(sheet.report, 'count', 'reached', sheet.minSample).slice(0, -1);
  if (chain === null || steps.some(({ conversion }) => conversion?.isTooFew)) return null;
  const [widest] = holdsBack.headroom;
  return (
    <>
      At these <Defined by="chain">conversions</Defined>, {formatRate(chain)} of new deals would be won
      {widest && widest.figure > 0 ? (
        <>
          ; most could be gained at <strong>{labelOf(sheet, widest.stage)}</strong>:{' '}
          {formatRate(chain + widest.figure)} if no deal were lost there.
        </>
      ) : (
        '.'
      )}
    </>
  );
}
