import { forecastKey } from '../../../words/definition';
import { sizeWords } from '../../conversionWords';
import { useSheet } from '../../sheetContext';
import { words } from '../../words';
import { Behind } from '../Behind';
import { figureFor, wordsFor } from '../forecast/figures';
import { forecastMeasures } from '../forecast/measures';
import { sizeIn } from '../forecast/sums';

const { quarter: said } = words.today;

const PARTS = ['closed', 'commit', 'best_case'] as const;
type Part = { readonly of: (typeof PARTS)[number]; readonly size: number };

/** What the running quarter has brought and may bring yet, against the quota, in one bar. */
export function ThisQuarter() {
  const sheet = useSheet();
  const { quarter: period, daysLeft } = sheet.report.today.quarter;
  const { forecast, first: measure } = forecastMeasures(sheet);
  const { coverage, single } = forecast.quarters.find(one => one.period === period)!;
  const quota = coverage?.quota.currency === measure ? coverage.quota.amount : null;
  const parts: Part[] = PARTS.map(of => ({ of, size: sizeIn(single[of], measure) }));
  const sum = parts.reduce((all, { size }) => all + size, 0);
  const gap = quota === null ? 0 : quota - sum;
  const inWords = (size: number) => sizeWords(size, measure);
  return (
    <section class="this-quarter" aria-labelledby="this-quarter-heading">
      <h3 id="this-quarter-heading">
        {said.heading(period, daysLeft, quota === null ? undefined : inWords(quota))}
      </h3>
      <Bar parts={parts} whole={Math.max(quota ?? 0, sum)} />
      <p>
        {parts.map(({ of, size }) => (
          <span key={of} class="part-sum">
            <Behind
              figure={figureFor(period, of, measure)}
              words={wordsFor(period, of)}
              by={forecastKey(of)}
              isNone={!size}
            >
              <strong>{inWords(size)}</strong> {said.parts[of]}
            </Behind>
          </span>
        ))}
        {quota !== null && (
          <span class="part-sum">
            {gap > 0 ? (
              <>
                <strong>{inWords(gap)}</strong> {said.gap}
              </>
            ) : (
              said.noGap
            )}
          </span>
        )}
      </p>
    </section>
  );
}

/** The sums below say the same. */
function Bar({ parts, whole }: { parts: readonly Part[]; whole: number }) {
  let x = 0;
  return (
    <svg class="quarter-bar" width="100%" height="14" aria-hidden="true">
      <rect class="track" x="0" y="1" width="100%" height="12" />
      {parts.map(({ of, size }) => {
        const share = whole ? (size / whole) * 100 : 0;
        const at = x;
        x += share;
        return (
          share > 0 && (
            <rect key={of} class={`part ${of}`} x={`${at}%`} y="1" width={`${share}%`} height="12" />
          )
        );
      })}
    </svg>
  );
}
