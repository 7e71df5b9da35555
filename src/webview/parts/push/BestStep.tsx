import { DAYS_PER_MONTH, type WhatIfBase } from '../../../core/metrics/whatIf';
import type { StageId } from '../../../core/process/stages';
import { formatAnySize, formatCount, formatDifference, formatRange, formatRate, plural } from '../../format';
import { labelOf, useSheet } from '../../sheetContext';
import { Behind } from '../Behind';
import { bestStep, type BestStep as Best } from './whichStep';
import { moreDealsWords } from './words';

interface BestStepProps {
  readonly base: WhatIfBase;
  /** Sets the step's conversion to what it would be. */
  readonly onTry: (stage: StageId, conversion: number) => void;
}

/** In a sentence: which single step pays most, on how many cases that rests, and what it does not say. */
export function BestStep({ base, onTry }: BestStepProps) {
  const sheet = useSheet();
  const best = bestStep(base, sheet.minSample);
  const named = (stages: readonly StageId[]) => stages.map(stage => labelOf(sheet, stage)).join(', ');
  switch (best.kind) {
    case 'noDays':
      return <>No deal has a day on which it began, so what a month brings cannot be told.</>;
    case 'unknown':
      return (
        <>
          Which step pays most cannot be told: no deal is decided yet in {named(best.stages)}. Move a slider
          to assume something.
        </>
      );
    case 'blocked':
      return (
        <>
          Which step pays most cannot be told yet: nobody ever went on from {named(best.stages)}, and a tenth
          more of nothing is nothing.
        </>
      );
    case 'tooFew':
      return (
        <>
          Which step pays most cannot be told yet: in each that loses deals, fewer than{' '}
          {formatCount(sheet.minSample)} are decided.
        </>
      );
    case 'noLoss':
      return <>No step loses deals, so none would bring more.</>;
    case 'step':
      return <Sentence best={best} base={base} onTry={onTry} />;
  }
}

function Sentence({ best, base, onTry }: BestStepProps & { best: Extract<Best, { kind: 'step' }> }) {
  const sheet = useSheet();
  const { payoff, uncertain, equals } = best;
  const { stage, from, to, capped, n, gain, savedPerDay, winsPerDay } = payoff;
  const label = labelOf(sheet, stage);
  const more = (winsPerDay - base.entriesPerDay! * base.chain!) * DAYS_PER_MONTH;
  const { interval } = sheet.report.stages.find(one => one.stage === stage)!;
  return (
    <>
      Of one step a tenth better, <strong>{label}</strong> pays most: {formatRate(from)} → {formatRate(to)}{' '}
      brings {formatAnySize(more)} more wins a month ({formatDifference(gain)}); it takes{' '}
      {moreDealsWords(savedPerDay)} that get past it. {capped && 'It has no room for a whole tenth. '}
      {equals > 0 && `${plural(equals, 'other step brings', 'other steps bring')} as much, for more deals. `}
      It rests on{' '}
      <Behind
        figure={{ kind: 'stage', of: 'conversion', stage }}
        words={`${label}: went on or were lost`}
        by="decided"
      >
        {plural(n, 'deal', 'deals')}
      </Behind>
      {interval && `, so the true rate may be ${formatRange(interval)}`}
      {uncertain.length > 0 &&
        `; ${uncertain.map(id => labelOf(sheet, id)).join(', ')} may pay more, on too few deals to tell`}
      . What went together so far need not be what causes it.{' '}
      <button type="button" class="link" onClick={() => onTry(stage, to)}>
        Try it
      </button>
    </>
  );
}
