import { measureLabel } from '../../conversionWords';
import { Defined } from '../Defined';
import type { ExpectedChange } from './expected';
import { words } from '../../words';

const { whatIf: said } = words.push;

/** The keys of the definitions. */
const DEFINITIONS: Readonly<Record<ExpectedChange['kind'], string>> = {
  wins: 'expectedWins',
  value: 'expectedValue',
  velocity: 'expectedVelocity',
  cycle: 'expectedCycle',
  winRate: 'expectedWinRate',
};

/** What is to be expected: as things are, then with what is assumed, then by how much that differs. */
export function Results({ results }: { results: readonly ExpectedChange[] }) {
  const currencies = new Set(results.map(({ currency }) => currency)).size - 1;
  return (
    <dl class="results">
      {results.map(result => (
        <Row key={`${result.kind} ${result.currency ?? ''}`} result={result} isOneOf={currencies > 1} />
      ))}
    </dl>
  );
}

/** @param isOneOf there are several currencies, and each has its own */
function Row({ result, isOneOf }: { result: ExpectedChange; isOneOf: boolean }) {
  const { kind, currency, before, after, n, isTooFew } = result;
  const by = DEFINITIONS[kind];
  const isSame = before === after;
  return (
    <div class={isTooFew ? 'few' : undefined} data-tip={by}>
      <dt>
        <Defined by={by}>{said.results[kind]}</Defined>
        {isOneOf && currency !== undefined && ` ${measureLabel(currency)}`}
        {isTooFew && <span class="note">{said.tooFew(n)}</span>}
      </dt>
      <dd>
        {!isSame && (
          <>
            <s>{said.result(result, before)}</s>
            <span aria-hidden="true"> → </span>
            <span class="visually-hidden">{said.becomes}</span>
          </>
        )}
        <span class={after === null ? 'none' : 'after'}>{said.result(result, after)}</span>{' '}
        <span class="difference">{said.difference(result)}</span>
      </dd>
    </div>
  );
}
