import type { Figure } from '../../../core/metrics/figure';
import { formatCount, formatRate, TOO_FEW } from '../../format';
import { labelOf, useSheet } from '../../sheetContext';
import { AsTable } from '../AsTable';
import { Behind } from '../Behind';
import { isTooFew } from './verdict';

/** Each move that happened, and what became of the deals. */
export function FlowTable() {
  const sheet = useSheet();
  return (
    <AsTable of="Moves from stage to stage">
      <table>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">Move</th>
            <th scope="col" class="count">
              Times
            </th>
            <th scope="col" class="count">
              Won
            </th>
            <th scope="col" class="count">
              Lost
            </th>
            <th scope="col" class="count">
              Win rate
            </th>
          </tr>
        </thead>
        <tbody>
          {sheet.report.flows.map(({ from, to, move, count, fate }) => (
            <tr key={`${from} ${to}`}>
              <th scope="row">{labelOf(sheet, from)}</th>
              <td>{labelOf(sheet, to)}</td>
              <td>{move}</td>
              <Deals figure={{ kind: 'flow', from, to }} words="Moves" of={count} />
              <Deals figure={{ kind: 'moved', from, to, status: 'won' }} words="Won" of={fate.won} />
              <Deals figure={{ kind: 'moved', from, to, status: 'lost' }} words="Lost" of={fate.lost} />
              <td class="count">
                {fate.winRate !== null && isTooFew(fate, sheet.minSample)
                  ? TOO_FEW
                  : formatRate(fate.winRate)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </AsTable>
  );
}

function Deals({ figure, words, of }: { figure: Figure; words: string; of: number }) {
  return (
    <td class="count">
      <Behind {...{ figure, words }} by="flow" isNone={!of}>
        {formatCount(of)}
      </Behind>
    </td>
  );
}
