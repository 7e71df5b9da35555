import { stageIndex } from '../../../core/process/stages';
import { labelOf, useSheet } from '../../sheetContext';
import { words } from '../../words';
import { Behind } from '../Behind';
import { worstStage } from '../worstStage';
import { isYoung } from '../tabs/available';

const { oneThing: said } = words.today;

/** Where the process loses the most, and which open deals wait too long there: what is worth a thought beside the day’s work. */
export function OneThing() {
  const sheet = useSheet();
  const worst = isYoung(sheet) ? undefined : worstStage(sheet);
  if (!worst) return null;
  const label = labelOf(sheet, worst.stage);
  const { stalled } = sheet.standing[stageIndex(worst.stage)]!;
  return (
    <section class="one-thing" aria-labelledby="one-thing-heading">
      <h3 id="one-thing-heading">{said.title}</h3>
      <p>
        {said.loses(label, worst.share)}{' '}
        {stalled > 0 && (
          <Behind
            figure={{ kind: 'condition', is: 'stalled', stage: worst.stage }}
            words={words.time.stalledIn(label)}
            by="stalled"
          >
            {said.stalled(stalled)}
          </Behind>
        )}
      </p>
    </section>
  );
}
