import { stageKey } from '../../../words/definition';
import { useSheet } from '../../sheetContext';
import { Behind } from '../Behind';
import { Defined } from '../Defined';
import { say, words } from '../../words';

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
              <Defined by={stageKey(stage)}>{label}</Defined>
            </span>
            <span class="note">
              <Behind
                figure={{ kind: 'stage', of: 'touched', stage }}
                words={words.consistency.flows.entered(label)}
                by="touched"
                isNone={!touched}
              >
                {touched ? words.consistency.flows.deals(touched) : say.count(0)}
              </Behind>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
