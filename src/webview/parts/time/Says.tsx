import { labelOf, useSheet } from '../../sheetContext';
import { Behind } from '../Behind';
import { longestWait } from './waits';
import { say, words } from '../../words';

const { time: said } = words;

/** Where deals wait longest, and how many of the open ones wait for too long. */
export function Says() {
  const sheet = useSheet();
  const { report, standing, minSample } = sheet;
  const longest = longestWait(report.stages, minSample);
  const stalled = standing.reduce((all, one) => all + one.stalled, 0);
  const open = report.files.open;
  return (
    <>
      {longest
        ? said.longest(
            <strong>{labelOf(sheet, longest.stage)}</strong>,
            longest.median,
            longest.ended,
            longest.open,
          )
        : said.longestUnknown(minSample)}
      {open > 0 &&
        said.stalledOf(
          <Behind
            figure={{ kind: 'condition', is: 'stalled' }}
            words={said.stalledDeals}
            by="stalled"
            isNone={!stalled}
          >
            {stalled ? say.count(stalled) : said.none}
          </Behind>,
          stalled,
          open,
        )}
    </>
  );
}
