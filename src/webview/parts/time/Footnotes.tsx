import { labelOf, useSheet } from '../../sheetContext';
import { Defined } from '../Defined';
import { openEffects } from './waits';
import { words } from '../../words';

const { footnotes: said } = words.time;

/** What the drawing leaves out, and what that does to it. */
export function Footnotes() {
  const sheet = useSheet();
  const { openDeals, stages, files } = sheet.report;
  const effects = openEffects(stages, sheet.minSample);
  const told = effects.flatMap(({ stage, ended, withOpen }) =>
    withOpen === null ? [] : [{ withOpen, completed: ended, stage: labelOf(sheet, stage) }],
  );
  const untold = effects.flatMap(({ stage, withOpen }) => (withOpen === null ? labelOf(sheet, stage) : []));
  const undated = sheet.standing.reduce((all, one) => all + one.undated, 0);
  const shown = openDeals.length;
  return (
    <div class="note small">
      {effects.length > 0 && (
        <p>
          {said.openStays}
          {told.length > 0 && said.withOpen(term => <Defined by="kaplanMeier">{term}</Defined>, told)}
          {untold.length > 0 && said.notHalf(untold)}
        </p>
      )}
      {undated > 0 && <p>{said.undated(undated)}</p>}
      {shown < files.open && <p>{said.notShown(shown, files.open)}</p>}
    </div>
  );
}
