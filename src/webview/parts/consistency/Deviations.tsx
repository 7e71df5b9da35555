import { scaleLinear } from 'd3-scale';
import { useRef } from 'preact/hooks';
import { formatCount, formatRate } from '../../format';
import { labelOf, useSheet } from '../../sheetContext';
import { useWidth } from '../../useWidth';
import { DEVIATION_WORDS } from '../../definitions/consistency';
import { Defined } from '../Defined';
import { Answer } from '../Question';
import { FateRow } from './FateRow';
import { compareFates, isTooFew, type Verdict } from './verdict';

/** What became of the deals that left the path, beside those that kept to it. */
export function Deviations() {
  const sheet = useSheet();
  const { conforming, kinds, missed } = sheet.report.deviations;
  const axis = useRef<SVGSVGElement>(null);
  const width = useWidth(axis);
  const scale = scaleLinear([0, 1], [8, Math.max(8, width - 8)]);
  const rows = { scale, width, conforming };
  const left = kinds.filter(({ had }) => had.n > 0);
  if (!left.length) {
    return (
      <Answer id="deviations" title="What became of deals that left the path">
        <p class="note">No deal has left the path yet.</p>
      </Answer>
    );
  }
  return (
    <Answer id="deviations" title="What became of deals that left the path" says={<SaysFates />}>
      <div class="scrolling" tabIndex={0} role="region" aria-label="Table of what became of the deals">
        <table class="fates">
          <thead>
            <tr>
              <th scope="col">Deals</th>
              <th scope="col" class="count">
                n
              </th>
              <th scope="col" class="count">
                Won
              </th>
              <th scope="col" class="count">
                Lost
              </th>
              <th scope="col" class="rate">
                <Defined by="fate">Win rate</Defined>
              </th>
              <td class="plot">
                <svg ref={axis} class="axis" width="100%" height="24" aria-hidden="true">
                  {[0, 0.5, 1].map(rate => (
                    <text key={rate} x={scale(rate)} y="16" class={`at${rate * 100}`}>
                      {formatRate(rate)}
                    </text>
                  ))}
                </svg>
              </td>
            </tr>
          </thead>
          <tbody>
            <FateRow
              label="Kept to the path"
              by="conforming"
              figure={{ kind: 'conforming' }}
              had={conforming}
              {...rows}
            />
            {kinds.map(({ deviation, had }) => (
              <FateRow
                key={deviation}
                label={DEVIATION_WORDS[deviation].label}
                by={`deviation-${deviation}`}
                figure={{ kind: 'deviation', deviation }}
                had={had}
                {...rows}
              />
            ))}
            {missed
              .filter(({ had }) => had.n > 0)
              .map(({ stage, had }) => (
                <FateRow
                  key={stage}
                  label={`Never in ${labelOf(sheet, stage)}`}
                  by="missed"
                  figure={{ kind: 'missed', stage }}
                  had={had}
                  {...rows}
                />
              ))}
          </tbody>
        </table>
      </div>
      <p class="note small">
        {!isTooFew(conforming, sheet.minSample) &&
          'The tinted band is the interval of the deals that kept to the path. '}
        A deal that left it in several ways counts in each.
      </p>
    </Answer>
  );
}

/** Off the path is not the same as doing badly; and what can be told of it here. */
function SaysFates() {
  const sheet = useSheet();
  const { conforming, kinds, missed } = sheet.report.deviations;
  const all = [
    ...kinds.map(({ deviation, had }) => ({ label: DEVIATION_WORDS[deviation].label, had })),
    ...missed.map(({ stage, had }) => ({ label: `Never in ${labelOf(sheet, stage)}`, had })),
  ].map(({ label, had }) => ({ label, verdict: compareFates(had, conforming, sheet.minSample) }));
  const those = (verdict: Verdict) => all.filter(one => one.verdict === verdict).map(({ label }) => label);
  const [higher, lower] = [those('higher'), those('lower')];
  const clear = [
    higher.length && `won more often: ${listed(higher)}`,
    lower.length && `won less often: ${listed(lower)}`,
  ].filter(Boolean);
  return (
    <>
      Being off the path is not the same as doing badly: a deal that was lost early had no time to leave it,
      and counts among those that kept to it.{' '}
      {those('tooFew').length === all.length
        ? `Too few of these deals are won or lost to compare: it takes ${formatCount(sheet.minSample)} on both sides.`
        : clear.length
          ? `By more than chance would explain, ${clear.join('; ')}.`
          : 'No difference here is more than chance would explain.'}
    </>
  );
}

/** So many are named; the others are to be seen in the chart. */
const NAMED = 4;

function listed(labels: readonly string[]): string {
  const named = labels.slice(0, NAMED).map(label => `“${label}”`);
  const more = labels.length - named.length;
  return more > 0 ? `${named.join(', ')} and ${formatCount(more)} more` : named.join(', ');
}
