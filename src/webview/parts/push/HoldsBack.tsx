import type { StageReport } from '../../../core/metrics/stageReport';
import { formatCount, formatNumber, formatRate } from '../../format';
import { labelOf, useSheet } from '../../sheetContext';
import { Behind } from '../Behind';
import { Answer } from '../Question';
import { RankedBars } from './RankedBars';

/** Which stages hold back most: wins, work and patience are not the same, so there are three answers and no sum of them. */
export function HoldsBack() {
  const { report, minSample } = useSheet();
  const { headroom, load, stay } = report.holdsBack;
  const isWeak = headroom.some(({ n }) => n < minSample);
  return (
    <Answer
      id="holds-back"
      title="Where to push"
      says="Three answers, side by side and never added up: what costs wins, what takes the days, and what takes longer than it should. Each has the worst stage first."
    >
      <div class="three">
        <RankedBars
          title="Headroom"
          by="headroom"
          says={
            <>
              How many more of 100 new deals would be won if none were lost in the stage.
              {isWeak && ' The other conversions count in it too, and some rest on too few deals.'}
            </>
          }
          ranked={headroom}
          figureWords={figure => `+${formatNumber(figure * 100)}`}
          cases={stage => <Decided stage={stage} />}
        />
        <RankedBars
          title="Load"
          by="shareOfDays"
          says="The stage’s share of all days that deals have spent in the seven."
          ranked={load}
          figureWords={formatRate}
          cases={stage => (
            <>
              <Stays stage={stage} /> ended
              {stage.stays.open > 0 && (
                <>
                  , <Stays stage={stage} open /> open
                </>
              )}
            </>
          )}
        />
        <RankedBars
          title="Slowness"
          by="slowness"
          says="The median stay as a share of the team’s limit, which is the line: beyond it, most stay too long."
          ranked={stay}
          figureWords={formatRate}
          cases={stage => <MedianStay stage={stage} />}
          mark={1}
        />
      </div>
    </Answer>
  );
}

function Decided({ stage: { stage, n } }: { stage: StageReport }) {
  const label = labelOf(useSheet(), stage);
  return (
    <Behind
      figure={{ kind: 'stage', of: 'conversion', stage }}
      words={`${label}: went on or were lost`}
      by="decided"
      isNone={n === 0}
    >
      n = {formatCount(n)}
    </Behind>
  );
}

function Stays({ stage: { stage, stays }, open = false }: { stage: StageReport; open?: boolean }) {
  const label = labelOf(useSheet(), stage);
  const count = open ? stays.open : stays.completed;
  return (
    <Behind
      figure={{ kind: 'stays', stage, open }}
      words={`${label}: stays that ${open ? 'are open' : 'have ended'}`}
      by="stays"
      isNone={count === 0}
    >
      {formatCount(count)}
    </Behind>
  );
}

function MedianStay({ stage }: { stage: StageReport }) {
  const sheet = useSheet();
  const { stalledAfter } = sheet.stages.find(one => one.stage === stage.stage)!;
  const { completed, median } = stage.stays;
  const isTold = median !== null && completed >= sheet.minSample;
  return (
    <>
      {isTold && `${formatNumber(median)} of ${formatNumber(stalledAfter)} days, `}n = <Stays stage={stage} />
    </>
  );
}
