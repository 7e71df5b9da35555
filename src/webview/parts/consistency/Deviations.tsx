import { scaleLinear } from 'd3-scale';
import { useRef } from 'preact/hooks';
import { labelOf, useSheet } from '../../sheetContext';
import { useWidth } from '../../useWidth';
import { Defined } from '../Defined';
import { Answer } from '../Question';
import { Grid } from '../Grid';
import { FateRow } from './FateRow';
import { compareFates, isTooFew, type Verdict } from './verdict';
import { say, words } from '../../words';

const { deviations: said } = words.consistency;

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
      <Answer id="deviations" title={said.title}>
        <p class="note">{said.none}</p>
      </Answer>
    );
  }
  return (
    <Answer id="deviations" title={said.title} says={<SaysFates />}>
      <div class="scrolling" tabIndex={0} role="region" aria-label={said.table}>
        <Grid class="fates">
          <thead>
            <tr>
              <th scope="col">{said.headings.deals}</th>
              <th scope="col" class="count">
                {said.headings.n}
              </th>
              <th scope="col" class="count">
                {said.headings.won}
              </th>
              <th scope="col" class="count">
                {said.headings.lost}
              </th>
              <th scope="col" class="rate">
                <Defined by="fate">{said.headings.winRate}</Defined>
              </th>
              <td class="plot">
                <svg ref={axis} class="axis" width="100%" height="24" aria-hidden="true">
                  {[0, 0.5, 1].map(rate => (
                    <text key={rate} x={scale(rate)} y="16" class={`at${rate * 100}`}>
                      {say.rate(rate)}
                    </text>
                  ))}
                </svg>
              </td>
            </tr>
          </thead>
          <tbody>
            <FateRow
              label={said.conforming}
              by="conforming"
              figure={{ kind: 'conforming' }}
              had={conforming}
              {...rows}
            />
            {kinds.map(({ deviation, had }) => (
              <FateRow
                key={deviation}
                label={said.kinds[deviation]}
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
                  label={said.never(labelOf(sheet, stage))}
                  by="missed"
                  figure={{ kind: 'missed', stage }}
                  had={had}
                  {...rows}
                />
              ))}
          </tbody>
        </Grid>
      </div>
      <p class="note small">
        {width > 0 && !isTooFew(conforming, sheet.minSample) && said.band}
        {said.severalWays}
      </p>
    </Answer>
  );
}

/** Off the path is not the same as doing badly; and what can be told of it here. */
function SaysFates() {
  const sheet = useSheet();
  const { conforming, kinds, missed } = sheet.report.deviations;
  const all = [
    ...kinds.map(({ deviation, had }) => ({ label: said.kinds[deviation], had })),
    ...missed.map(({ stage, had }) => ({ label: said.never(labelOf(sheet, stage)), had })),
  ].map(({ label, had }) => ({ label, verdict: compareFates(had, conforming, sheet.minSample) }));
  const those = (verdict: Verdict) => all.filter(one => one.verdict === verdict).map(({ label }) => label);
  const [higher, lower] = [those('higher'), those('lower')];
  const differ = higher.length + lower.length > 0;
  return (
    <>
      {said.notBad}
      {those('tooFew').length === all.length
        ? said.tooFew(sheet.minSample)
        : differ
          ? said.clear(higher, lower)
          : said.noneClear}
    </>
  );
}
