import { formatRate, TOO_FEW } from '../../format';
import { labelOf, useSheet } from '../../sheetContext';
import { AsTable } from '../AsTable';
import { CountCell } from '../CountCell';
import { isTooFew } from './verdict';

const DEFINITIONS = { step: 'stepConformance', skip: 'skips', back: 'backs' } as const;

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
              <CountCell
                figure={{ kind: 'flow', from, to }}
                words="Moves"
                by={DEFINITIONS[move]}
                of={count}
              />
              {(['won', 'lost'] as const).map(status => (
                <CountCell
                  key={status}
                  figure={{ kind: 'moved', from, to, status }}
                  words={`Moved so and ${status}`}
                  by="fate"
                  of={fate[status]}
                />
              ))}
              <td class="count" data-tip="fate">
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
