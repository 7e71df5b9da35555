import { useState } from 'preact/hooks';
import type { WhatIfChange } from '../../../core/metrics/whatIf';
import { labelOf, useSheet } from '../../sheetContext';
import { Answer } from '../Question';
import { BestStep } from './BestStep';
import { isChanged, weakSteps, withStage } from './changes';
import { Results } from './Results';
import { resultsOf } from './expected';
import { Steps } from './Steps';

/** What would come of it if a step let more deals through, or took fewer days, or more deals began. */
export function WhatIf() {
  const sheet = useSheet();
  const [change, setChange] = useState<WhatIfChange>({});
  const { report, minSample } = sheet;
  const base = report.whatIf;
  const weak = weakSteps(base, change, minSample);
  const says = (
    <BestStep
      base={base}
      onTry={(stage, conversion) => setChange(withStage(change, 'conversion', stage, conversion))}
    />
  );
  return (
    <Answer
      id="what-if"
      title="What if"
      says={says}
      controls={
        <button type="button" class="secondary" disabled={!isChanged(change)} onClick={() => setChange({})}>
          Reset
        </button>
      }
    >
      <div class="what-if">
        <Steps base={base} change={change} onChange={setChange} />
        <div class="expected">
          <h4>To be expected</h4>
          <Results results={resultsOf(base, change, minSample)} />
          <p class="note">
            In the long run, if all else stays as it was; every deal is taken to be like every other.
            {weak.length > 0 &&
              ` A sketch, no more: too few deals are decided in ${weak.map(id => labelOf(sheet, id)).join(', ')}.`}
          </p>
        </div>
      </div>
    </Answer>
  );
}
