import { sum } from 'd3-array';
import { useState } from 'preact/hooks';
import type { Variant } from '../../../core/metrics/consistency';
import type { Status } from '../../../core/process/outcome';
import { labelOf, useSheet } from '../../sheetContext';
import { Behind } from '../Behind';
import { Defined } from '../Defined';
import { Answer } from '../Question';
import { Grid } from '../Grid';
import { GLYPH, glyphOf } from './glyph';
import { variantWords } from './variantWords';
import { say, words } from '../../words';

const { variants: said } = words.consistency;

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
    <Answer id="variants" title={said.title} says={said.says(variants[0]!.count, deals)}>
      <div class="scrolling" tabIndex={0} role="region" aria-label={said.table}>
        <Grid class="open variants">
          <thead>
            <tr>
              <th scope="col">
                <Defined by="variant">{said.path}</Defined>
              </th>
              <th scope="col" class="count">
                {said.deals}
              </th>
              <th scope="col" class="count">
                {said.won}
              </th>
              <th scope="col" class="count">
                {said.lost}
              </th>
              <th scope="col" class="count">
                <Defined by="variantCycle">{said.cycle}</Defined>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(variant => (
              <VariantRow key={variant.stages.join(' ')} variant={variant} />
            ))}
          </tbody>
        </Grid>
      </div>
      {more > 0 && (
        <button type="button" class="link more" onClick={() => setAll(true)}>
          {said.showMore(more)}
        </button>
      )}
      {isAll && rest > 0 && <p class="note small">{said.rest(rest)}</p>}
    </Answer>
  );
}

function VariantRow({ variant: { stages, count, won, lost, medianCycle } }: { variant: Variant }) {
  const sheet = useSheet();
  const path = variantWords(stages, stage => labelOf(sheet, stage), said);
  const number = (of: number, status?: Status) => (
    <Behind
      figure={{ kind: 'variant', stages, ...(status && { status }) }}
      words={status ? said.status(path, status) : path}
      by="variant"
      isNone={!of}
    >
      {say.count(of)}
    </Behind>
  );
  return (
    <tr>
      <th scope="row">
        <VariantGlyph of={stages} />
        <span>{path}</span>
      </th>
      <td class="count">{number(count)}</td>
      <td class="count">{number(won, 'won')}</td>
      <td class="count">{number(lost, 'lost')}</td>
      <td class={won < sheet.minSample ? 'count none' : 'count'} data-tip="variantCycle">
        {medianCycle === null ? say.unknown : won < sheet.minSample ? say.tooFew : say.number(medianCycle)}
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
