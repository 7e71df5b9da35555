import { formatCount, formatDays, formatNumber, plural } from '../../format';
import { labelOf, useSheet } from '../../sheetContext';
import { Defined } from '../Defined';
import { openEffects } from './waits';

/** What the drawing leaves out, and what that does to it. */
export function Footnotes() {
  const sheet = useSheet();
  const { openDeals, stages, files } = sheet.report;
  const effects = openEffects(stages);
  const told = effects.filter(({ withOpen }) => withOpen !== null);
  const untold = effects.filter(({ withOpen }) => withOpen === null);
  const undated = sheet.standing.reduce((all, one) => all + one.undated, 0);
  const shown = openDeals.length;
  return (
    <div class="note small">
      {effects.length > 0 && (
        <p>
          Stays that are not over yet are missing from the strips, which makes a stage look quicker than it
          is.{' '}
          {told.length > 0 && (
            <>
              <Defined by="kaplanMeier">With them</Defined>, the median is{' '}
              {told
                .map(
                  ({ stage, ended, withOpen }, k) =>
                    `${k ? formatNumber(withOpen!) : formatDays(withOpen)} instead of ${formatNumber(ended)} in ${labelOf(sheet, stage)}`,
                )
                .join(', ')}
              .
            </>
          )}{' '}
          {untold.length > 0 &&
            `In ${untold.map(({ stage }) => labelOf(sheet, stage)).join(', ')} fewer than half have left, so that nobody can tell yet.`}
        </p>
      )}
      {undated > 0 && (
        <p>
          {plural(undated, 'open deal has', 'open deals have')} no mark: nobody knows since when{' '}
          {undated === 1 ? 'it is' : 'they are'} in {undated === 1 ? 'its' : 'their'} stage.
        </p>
      )}
      {shown < files.open && (
        <p>
          Marks are drawn for {formatCount(shown)} of {formatCount(files.open)} open deals: in a stage with
          more than 100 only for stalled, unusual and idle ones, and of more than 100 such for some of all
          days.
        </p>
      )}
    </div>
  );
}
