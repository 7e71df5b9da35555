import { DAYS_PER_MONTH, type WhatIfBase } from '../../../core/metrics/whatIf';
import type { StageId } from '../../../core/process/stages';
import { labelOf, useSheet } from '../../sheetContext';
import { words } from '../../words';
import { Behind } from '../Behind';
import { bestStep, type BestStepAnswer as Best } from './whichStep';

const { best: said, decided } = words.push;

interface BestStepProps {
  readonly base: WhatIfBase;
  /** Sets the step's conversion to what it would be. */
  readonly onTry: (stage: StageId, conversion: number) => void;
}

/** In a sentence: which single step pays most, on how many cases that rests, and what it does not say. */
export function BestStep({ base, onTry }: BestStepProps) {
  const sheet = useSheet();
  const best = bestStep(base, sheet.minSample);
  const named = (stages: readonly StageId[]) => stages.map(stage => labelOf(sheet, stage));
  switch (best.kind) {
    case 'noDays':
      return <>{said.noDays}</>;
    case 'unknown':
      return <>{said.unknown(named(best.stages))}</>;
    case 'blocked':
      return <>{said.blocked(named(best.stages))}</>;
    case 'tooFew':
      return <>{said.tooFew(sheet.minSample)}</>;
    case 'noLoss':
      return <>{said.noLoss}</>;
    case 'step':
      return <Sentence best={best} base={base} onTry={onTry} />;
  }
}

function Sentence({ best, base, onTry }: BestStepProps & { best: Extract<Best, { kind: 'step' }> }) {
  const sheet = useSheet();
  const { payoff, uncertain, equals } = best;
  const { stage, from, to, capped, n, gain, savedPerDay, winsPerDay } = payoff;
  const label = labelOf(sheet, stage);
  const { interval } = sheet.report.stages.find(one => one.stage === stage)!;
  return (
    <>
      {said.step({
        ...{ from, to, gain, savedPerDay, equals, n, interval, isCapped: capped },
        stage: <strong>{label}</strong>,
        moreWins: (winsPerDay - base.entriesPerDay! * base.chain!) * DAYS_PER_MONTH,
        uncertain: uncertain.map(id => labelOf(sheet, id)),
        deals: text => (
          <Behind figure={{ kind: 'stage', of: 'conversion', stage }} words={decided(label)} by="decided">
            {text}
          </Behind>
        ),
      })}
      <button type="button" class="link" onClick={() => onTry(stage, to)}>
        {said.tryIt}
      </button>
    </>
  );
}
