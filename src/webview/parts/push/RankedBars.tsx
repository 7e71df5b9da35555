import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { RankedStage } from '../../../core/metrics/holdsBack';
import type { StageReport } from '../../../core/metrics/stageReport';
import { labelOf, useSheet } from '../../sheetContext';
import { useGridKeys } from '../../useGridKeys';
import { Defined } from '../Defined';
import { rankStages, type Rank } from './rank';
import { say, words as pageWords } from '../../words';

interface RankedBarsProps {
  readonly title: string;
  /** The key of the figure's definition. */
  readonly by: string;
  /** What the figure tells, in a sentence. */
  readonly says: ComponentChildren;
  readonly ranked: readonly RankedStage[];
  readonly figureWords: (figure: number) => string;
  /** What the figure rests on. */
  readonly cases: (stage: StageReport) => ComponentChildren;
  /** A figure that has a meaning of its own, as a line across the bars. */
  readonly mark?: number;
}

/** One answer to the question which stages hold back most: the seven of them, the worst first. */
export function RankedBars({ title, by, says, ranked, figureWords, cases, mark = 0 }: RankedBarsProps) {
  const { report, minSample } = useSheet();
  const list = useRef<HTMLOListElement>(null);
  const keys = useGridKeys(list);
  const ranks = rankStages(ranked, minSample);
  const most = Math.max(mark, ...ranks.map(({ figure }) => figure ?? 0)) || 1;
  return (
    <section class="ranked" aria-labelledby={`${by}-title`}>
      <h4 id={`${by}-title`}>
        <Defined by={by}>{title}</Defined>
      </h4>
      <p class="note">{says}</p>
      <ol ref={list} {...keys}>
        {ranks.map(rank => (
          <Row
            key={rank.stage}
            by={by}
            rank={rank}
            words={rank.figure === null ? undefined : figureWords(rank.figure)}
            cases={cases(report.stages.find(({ stage }) => stage === rank.stage)!)}
            share={(rank.figure ?? 0) / most}
            markAt={mark / most}
          />
        ))}
      </ol>
    </section>
  );
}

interface RowProps {
  readonly by: string;
  readonly rank: Rank;
  readonly words: string | undefined;
  readonly cases: ComponentChildren;
  /** Of the width that there is. */
  readonly share: number;
  readonly markAt: number;
}

function Row({ by, rank: { stage, n, isWorst }, words, cases, share, markAt }: RowProps) {
  const sheet = useSheet();
  const className = [isWorst && 'worst', words === undefined && 'none'].filter(Boolean).join(' ');
  return (
    <li class={className || undefined}>
      <span class="head">
        <span class="name">
          {labelOf(sheet, stage)}
          {isWorst && <span class="most">{pageWords.push.worst}</span>}
        </span>
        <span class="figure" data-tip={by}>
          {words ?? (n === null ? say.unknown : say.tooFew)}
        </span>
      </span>
      <svg width="100%" height="8" aria-hidden="true">
        <line class="base" x1="0" x2="100%" y1="7.5" y2="7.5" />
        {share > 0 && <rect class="bar on" width={`${share * 100}%`} height="6" y="1" rx="1" />}
        {words !== undefined && markAt > 0 && (
          <line class="limit" x1={`${markAt * 100}%`} x2={`${markAt * 100}%`} y1="0" y2="8" />
        )}
      </svg>
      <span class="cases">{cases}</span>
    </li>
  );
}
