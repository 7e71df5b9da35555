import { useState } from 'preact/hooks';
import type { WhatIfChange } from '../../../core/metrics/whatIf';
import { labelOf, useSheet } from '../../sheetContext';
import { Answer } from '../Question';
import { BestStep } from './BestStep';
import { isChanged, weakSteps, withStage } from './changes';
import { Results } from './Results';
import { resultsOf } from './expected';
import { Steps } from './Steps';
import { words } from '../../words';

const { whatIf: said } = words.push;

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
      title={said.title}
      says={says}
      controls={
        <button type="button" class="secondary" disabled={!isChanged(change)} onClick={() => setChange({})}>
          {said.reset}
        </button>
      }
    >
      <div class="what-if">
        <Steps base={base} change={change} onChange={setChange} />
        <div class="expected">
          <h4>{said.expected}</h4>
          <Results results={resultsOf(base, change, minSample)} />
          <p class="note">
            {said.assumes}
            {weak.length > 0 && said.weak(weak.map(id => labelOf(sheet, id)))}
          </p>
        </div>
      </div>
    </Answer>
  );
}
