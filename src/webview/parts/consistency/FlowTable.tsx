import { labelOf, useSheet } from '../../sheetContext';
import { AsTable } from '../AsTable';
import { CountCell } from '../CountCell';
import { Grid } from '../Grid';
import { isTooFew } from './verdict';
import { say, words } from '../../words';

const { flows: said } = words.consistency;
const { headings } = said;

const DEFINITIONS = { step: 'stepConformance', skip: 'skips', back: 'backs' } as const;

/** Each move that happened, and what became of the deals. */
export function FlowTable() {
  const sheet = useSheet();
  return (
    <AsTable of={said.drawing}>
      <Grid>
        <thead>
          <tr>
            <th scope="col">{headings.from}</th>
            <th scope="col">{headings.to}</th>
            <th scope="col">{headings.move}</th>
            <th scope="col" class="count">
              {headings.times}
            </th>
            <th scope="col" class="count">
              {headings.won}
            </th>
            <th scope="col" class="count">
              {headings.lost}
            </th>
            <th scope="col" class="count">
              {headings.winRate}
            </th>
          </tr>
        </thead>
        <tbody>
          {sheet.report.flows.map(({ from, to, move, count, fate }) => (
            <tr key={`${from} ${to}`}>
              <th scope="row">{labelOf(sheet, from)}</th>
              <td>{labelOf(sheet, to)}</td>
              <td>{said.move[move]}</td>
              <CountCell
                figure={{ kind: 'flow', from, to }}
                words={said.allMoves}
                by={DEFINITIONS[move]}
                of={count}
              />
              {(['won', 'lost'] as const).map(status => (
                <CountCell
                  key={status}
                  figure={{ kind: 'moved', from, to, status }}
                  words={said.moved[status]}
                  by="fate"
                  of={fate[status]}
                />
              ))}
              <td class="count" data-tip="fate">
                {fate.winRate !== null && isTooFew(fate, sheet.minSample)
                  ? say.tooFew
                  : say.rate(fate.winRate)}
              </td>
            </tr>
          ))}
        </tbody>
      </Grid>
    </AsTable>
  );
}
