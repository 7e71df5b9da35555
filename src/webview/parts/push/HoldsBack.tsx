import { changesWithOpen } from '../../../core/metrics/stays';
import type { StageReport } from '../../../core/metrics/stageReport';
import { labelOf, useSheet } from '../../sheetContext';
import { Behind } from '../Behind';
import { Answer } from '../Question';
import { RankedBars } from './RankedBars';
import { say, words } from '../../words';

const { push: said } = words;

/** Which stages hold back most: wins, work and patience are not the same, so there are three answers and no sum of them. */
export function HoldsBack() {
  const { report, minSample } = useSheet();
  const { headroom, load, stay } = report.holdsBack;
  const isWeak = headroom.some(({ seen }) => seen < minSample);
  return (
    <Answer id="holds-back" title={said.title} says={said.says}>
      <div class="three">
        <RankedBars
          title={said.headroom.title}
          by="headroom"
          says={`${said.headroom.says}${isWeak ? said.headroom.weak : ''}`}
          ranked={headroom}
          figureWords={said.headroom.figure}
          cases={stage => <Decided stage={stage} />}
        />
        <RankedBars
          title={said.load.title}
          by="shareOfDays"
          says={said.load.says}
          ranked={load}
          figureWords={said.load.figure}
          cases={stage =>
            said.stays(
              <Stays stage={stage} />,
              stage.stays.open > 0 ? <Stays stage={stage} open /> : undefined,
            )
          }
        />
        <RankedBars
          title={said.slowness.title}
          by="slowness"
          says={said.slowness.says}
          ranked={stay}
          figureWords={said.slowness.figure}
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
      words={said.decided(label)}
      by="decided"
      isNone={n === 0}
    >
      {said.cases(n)}
    </Behind>
  );
}

function Stays({ stage: { stage, stays }, open = false }: { stage: StageReport; open?: boolean }) {
  const label = labelOf(useSheet(), stage);
  const count = open ? stays.open : stays.completed;
  return (
    <Behind
      figure={{ kind: 'stays', stage, open }}
      words={open ? said.open(label) : said.completed(label)}
      by="stays"
      isNone={count === 0}
    >
      {say.count(count)}
    </Behind>
  );
}

function MedianStay({ stage }: { stage: StageReport }) {
  const sheet = useSheet();
  const { stalledAfter } = sheet.stages.find(one => one.stage === stage.stage)!;
  const { completed, median, kaplanMeierMedian } = stage.stays;
  const isTold = median !== null && completed >= sheet.minSample;
  const withOpen = changesWithOpen(stage.stays) ? kaplanMeierMedian : undefined;
  const told = isTold ? { median, withOpen, limit: stalledAfter } : undefined;
  return <>{said.medianStay(told, <Stays stage={stage} />)}</>;
}
