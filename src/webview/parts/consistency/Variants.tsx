import { sum } from 'd3-array';
import { useState } from 'preact/hooks';
import type { Variant } from '../../../core/metrics/consistency';
import type { Status } from '../../../core/process/outcome';
import { formatCount, formatNumber, NOTHING_TO_DIVIDE_BY, plural, TOO_FEW } from '../../format';
import { labelOf, useSheet } from '../../sheetContext';
import { Behind } from '../Behind';
import { Defined } from '../Defined';
import { Answer } from '../Question';
import { GLYPH, glyphOf } from './glyph';
import { variantWords } from './variantWords';

/** So many are shown at first. */
const FIRST = 6;

/** The ways that deals took through the stages, the most frequent first. */
export function Variants() {
  const { report } = useSheet();
  const { variants, deals } = report.consistency;
  const [isAll, setAll] = useState(false);
  if (!variants.length) return null;
  const shown = isAll ? variants : variants.slice(0, FIRST);
  const covered = sum(shown, ({ count }) => count);
  const rest = deals - covered;
  const more = variants.length - shown.length;
  return (
    <Answer id="variants" title="The ways that deals take" says={saysWays(variants, deals)}>
      <div class="scrolling" tabIndex={0} role="region" aria-label="Table of the ways">
        <table class="open variants">
          <thead>
            <tr>
              <th scope="col">
                <Defined by="variant">Way</Defined>
              </th>
              <th scope="col" class="count">
                Deals
              </th>
              <th scope="col" class="count">
                Won
              </th>
              <th scope="col" class="count">
                Lost
              </th>
              <th scope="col" class="count">
                <Defined by="variantCycle">Cycle</Defined>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(variant => (
              <VariantRow key={variant.stages.join(' ')} variant={variant} />
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && (
        <button type="button" class="link more" onClick={() => setAll(true)}>
          Show {formatCount(more)} more
        </button>
      )}
      {isAll && rest > 0 && (
        <p class="note small">{plural(rest, 'further deal', 'further deals')} took rarer ways.</p>
      )}
    </Answer>
  );
}

function saysWays([first]: readonly Variant[], deals: number): string {
  return `The most frequent of them was taken by ${formatCount(first!.count)} of ${plural(deals, 'deal', 'deals')}. Open deals count as far as they have come.`;
}

function VariantRow({ variant: { stages, count, won, lost, medianCycle } }: { variant: Variant }) {
  const sheet = useSheet();
  const words = variantWords(stages, stage => labelOf(sheet, stage));
  const number = (of: number, status?: Status) => (
    <Behind
      figure={{ kind: 'variant', stages, ...(status && { status }) }}
      words={`${words}${status ? `, ${status}` : ''}`}
      by="variant"
      isNone={!of}
    >
      {formatCount(of)}
    </Behind>
  );
  return (
    <tr>
      <th scope="row">
        <VariantGlyph of={stages} />
        <span>{words}</span>
      </th>
      <td class="count">{number(count)}</td>
      <td class="count">{number(won, 'won')}</td>
      <td class="count">{number(lost, 'lost')}</td>
      <td class={won < sheet.minSample ? 'count none' : 'count'} data-tip="variantCycle">
        {medianCycle === null
          ? NOTHING_TO_DIVIDE_BY
          : won < sheet.minSample
            ? TOO_FEW
            : formatNumber(medianCycle)}
      </td>
    </tr>
  );
}

/** The words beside it say the same. */
function VariantGlyph({ of }: { of: Variant['stages'] }) {
  const { dots, lines } = glyphOf(of);
  return (
    <svg class="glyph" width={GLYPH.width} height={GLYPH.height} aria-hidden="true">
      {lines.map(({ kind, path }) => (
        <path key={path} class={kind} d={path} />
      ))}
      {dots.map(({ x, y, times }) => (
        <g key={x}>
          {times > 1 && <circle class="again" cx={x} cy={y} r={GLYPH.dot + 2.5} />}
          <circle class={times ? 'in' : 'out'} cx={x} cy={y} r={times ? GLYPH.dot : 1.8} />
        </g>
      ))}
    </svg>
  );
}
