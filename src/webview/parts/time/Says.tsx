import { formatCount, formatDays, plural } from '../../format';
import { labelOf, useSheet } from '../../sheetContext';
import { Behind } from '../Behind';
import { longestWait } from './waits';

/** Where deals wait longest, and how many of the open ones wait for too long. */
export function Says() {
  const sheet = useSheet();
  const { report, standing, minSample } = sheet;
  const longest = longestWait(report.stages, minSample);
  const stalled = standing.reduce((all, one) => all + one.stalled, 0);
  const open = report.files.open;
  return (
    <>
      {longest ? (
        <>
          Deals wait longest in <strong>{labelOf(sheet, longest.stage)}</strong>: half of them for{' '}
          {formatDays(longest.median)} or more (n = {plural(longest.ended, 'ended stay', 'ended stays')}
          {longest.open > 0 && ` and ${formatCount(longest.open)} not over yet`}).
        </>
      ) : (
        `Too few stays have ended to say where deals wait longest: it takes ${formatCount(minSample)} in a stage.`
      )}{' '}
      {open > 0 && (
        <>
          <Behind
            figure={{ kind: 'condition', is: 'stalled' }}
            words="Stalled deals"
            by="stalled"
            isNone={!stalled}
          >
            {stalled ? formatCount(stalled) : 'None'}
          </Behind>{' '}
          of {plural(open, 'open deal', 'open deals')} {stalled > 1 ? 'have' : 'has'} been in{' '}
          {stalled > 1 ? 'their' : 'its'} stage for longer than the team’s limit.
        </>
      )}
    </>
  );
}
