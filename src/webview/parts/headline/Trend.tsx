import { useSheet } from '../../sheetContext';
import { words } from '../../words';

const { headline: said } = words;

interface TrendProps {
  readonly now: number | null;
  readonly before: number | null | undefined;
  readonly inWords: (difference: number) => string;
  /** What is less than one of these is no change. */
  readonly unit: number;
}

/** How a figure has changed, with an arrow for the way; nothing where it is not known now, or was not then. */
export function Trend({ now, before, inWords, unit }: TrendProps) {
  const { headline } = useSheet().report;
  if (!headline.before || before === undefined || before === null || now === null) return null;
  const [since, asOf] = [headline.before.asOf, headline.now.asOf];
  const difference = now - before;
  const way = Math.abs(difference) < unit / 2 ? 'level' : difference > 0 ? 'up' : 'down';
  const points = { up: '1,8 5,2 9,8', down: '1,2 5,8 9,2', level: '1,5 9,5 1,5' }[way];
  return (
    <span class={`trend ${way}`}>
      <svg width="10" height="10" aria-hidden="true">
        <polygon points={points} />
      </svg>
      {way === 'level' ? said.unchanged(since, asOf) : said.changed(inWords(difference), since, asOf)}
    </span>
  );
}
