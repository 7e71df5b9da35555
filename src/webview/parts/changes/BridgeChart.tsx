import { useRef } from 'preact/hooks';
import type { Bridge, BridgeNumber } from '../../../core/changes/bridge';
import { bridgeKey } from '../../../words/definition';
import { currencyOf, isAsOne, type Measure } from '../../conversion';
import { send } from '../../host';
import { useSheet } from '../../sheetContext';
import { useWidth } from '../../useWidth';
import { say, words } from '../../words';
import { AsTable } from '../AsTable';
import { Listed } from '../Behind';
import { Grid } from '../Grid';
import { BRIDGE_BAR, BRIDGE_ROW, layOutBridge, numbersIn } from './layOutBridge';

const { bridge: said } = words.changes;

interface BridgeProps {
  readonly bridge: Bridge;
  readonly measure: Measure;
}

/** The way from one open total to the other: a waterfall, with its numbers in the table around it. */
export function BridgeChart({ bridge, measure }: BridgeProps) {
  const svg = useRef<SVGSVGElement>(null);
  const width = useWidth(svg);
  const labels = useLabels();
  const { bars, start } = layOutBridge(bridge, width);
  return (
    <>
      <div class="bridge">
        <svg
          ref={svg}
          class="drawing"
          role="img"
          aria-label={said.drawing(
            bars.map(({ number }) => said.step(labels[number], sizeOf(number, bridge, measure))),
          )}
          height={bars.length * BRIDGE_ROW}
          width="100%"
        >
          {bars.slice(0, -1).map(({ number, end, top }) => (
            <line key={number} class="level" x1={end} x2={end} y1={top + BRIDGE_BAR} y2={top + BRIDGE_ROW} />
          ))}
          {bars.map(({ number, kind, top, x, width: size }) => (
            <rect
              key={number}
              class={`mark part ${FILLS[kind]}`}
              x={x}
              y={top}
              width={size}
              height={BRIDGE_BAR}
              data-tip={bridgeKey(number)}
              onClick={() =>
                send({ type: 'listChanged', figure: figureOf(number, measure), words: labels[number] })
              }
            />
          ))}
        </svg>
        <Grid>
          <tbody>
            {bars.map(({ number, kind }) => (
              <tr key={number} class={kind === 'total' ? 'total' : undefined}>
                <th scope="row" data-tip={bridgeKey(number)}>
                  {labels[number]}
                </th>
                <td class="plot" />
                <td class="money">
                  <Size of={number} {...{ bridge, measure }} />
                </td>
              </tr>
            ))}
          </tbody>
        </Grid>
      </div>
      {start > 0 && <p class="note small">{said.cut(say.amount(start, currencyOf(measure)))}</p>}
    </>
  );
}

/** Totals have the most ink, what came in less, what went out none. */
const FILLS = { total: 'closed', in: 'commit', out: 'pipeline' } as const;

/** All currencies beside each other. */
export function BridgeTable({ of }: { of: readonly BridgeProps[] }) {
  const labels = useLabels();
  const numbers = numbersIn(of.map(({ bridge }) => bridge));
  return (
    <AsTable of={said.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">{said.change}</th>
            {of.map(({ measure }) => (
              <th key={measure} scope="col" class="money">
                {isAsOne(measure) ? words.forecast.asOne(currencyOf(measure)) : measure}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbers.map(number => (
            <tr key={number}>
              <th scope="row">{labels[number]}</th>
              {of.map(one => (
                <td key={one.measure} class="money" data-tip={bridgeKey(number)}>
                  {sizeOf(number, one.bridge, one.measure)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </AsTable>
  );
}

function Size({ of: number, bridge, measure }: BridgeProps & { readonly of: BridgeNumber }) {
  const what = useLabels()[number];
  const figure = figureOf(number, measure);
  return (
    <Listed
      asks={{ type: 'listChanged', figure, words: what }}
      says={words.frame.showDeals(what)}
      by={bridgeKey(number)}
      isNone={!bridge[number]}
    >
      {sizeOf(number, bridge, measure)}
    </Listed>
  );
}

/** What each number is called, now or on the day that the page shows. */
function useLabels(): Readonly<Record<BridgeNumber, string>> {
  return said.numbers(useSheet().past !== null);
}

function figureOf(number: BridgeNumber, measure: Measure) {
  const currency = isAsOne(measure) ? {} : { currency: measure };
  return { kind: 'bridge', number, ...currency } as const;
}

function sizeOf(number: BridgeNumber, bridge: Bridge, measure: Measure): string {
  const [size, currency] = [bridge[number], currencyOf(measure)];
  return number === 'from' || number === 'to' ? say.amount(size, currency) : said.part(size, currency);
}
