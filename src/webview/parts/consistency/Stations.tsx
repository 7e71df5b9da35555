import { stageKey } from '../../definitions/reach';
import { formatCount, plural } from '../../format';
import { useSheet } from '../../sheetContext';
import { Behind } from '../Behind';
import { Defined } from '../Defined';

/** The names of the stages along the drawing, with the deals that really were in them. */
export function Stations() {
  const { report, stages } = useSheet();
  return (
    <ol class="stations">
      {stages.map(({ stage, label }, k) => {
        const { touched } = report.stages[k]!;
        return (
          <li key={stage}>
            <span class="label">
              <Defined by={stageKey({ stage })}>{label}</Defined>
            </span>
            <span class="note">
              <Behind
                figure={{ kind: 'stage', of: 'touched', stage }}
                words={`Were in ${label}`}
                by="touched"
                isNone={!touched}
              >
                {touched ? plural(touched, 'deal', 'deals') : formatCount(0)}
              </Behind>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
