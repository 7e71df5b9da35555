import { funnelSteps } from '../../conversion';
import { labelOf, useSheet } from '../../sheetContext';
import { Defined } from '../Defined';
import { words } from '../../words';

/** In one sentence: how many come through, and where most would be gained. */
export function Insight() {
  const sheet = useSheet();
  const { chain, files, holdsBack, winRate } = sheet.report;
  const closed = files.won + files.lost;
  const steps = funnelSteps(sheet.report, 'count', 'reached', sheet.minSample).slice(0, -1);
  if (chain === null || steps.some(({ conversion }) => conversion?.isTooFew)) return null;
  const [widest] = holdsBack.headroom;
  return (
    <>
      {words.reach.insight(chain, term => (
        <Defined by="chain">{term}</Defined>
      ))}
      {winRate.count !== null &&
        closed >= sheet.minSample &&
        words.reach.besideWinRate(winRate.count, closed)}
      {widest &&
        widest.figure > 0 &&
        words.reach.headroom(<strong>{labelOf(sheet, widest.stage)}</strong>, chain + widest.figure)}
    </>
  );
}
