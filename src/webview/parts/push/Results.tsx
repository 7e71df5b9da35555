import { formatCount } from '../../format';
import { measureLabel } from '../../conversionWords';
import { Defined } from '../Defined';
import type { Result } from './expected';
import { differenceWords, resultWords } from './words';

const WORDS: Readonly<Record<Result['kind'], { readonly label: string; readonly by: string }>> = {
  wins: { label: 'Wins a month', by: 'expectedWins' },
  value: { label: 'Value a month', by: 'expectedValue' },
  velocity: { label: 'Velocity, a day', by: 'expectedVelocity' },
  cycle: { label: 'Mean cycle', by: 'expectedCycle' },
  winRate: { label: 'Win rate', by: 'expectedWinRate' },
};

/** What is to be expected: as things are, then with what is assumed, then by how much that differs. */
export function Results({ results }: { results: readonly Result[] }) {
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
function Row({ result, isOneOf }: { result: Result; isOneOf: boolean }) {
  const { kind, currency, before, after, n, isTooFew } = result;
  const { label, by } = WORDS[kind];
  const isSame = before === after;
  return (
    <div class={isTooFew ? 'few' : undefined} data-tip={by}>
      <dt>
        <Defined by={by}>{label}</Defined>
        {isOneOf && currency !== undefined && ` ${measureLabel(currency)}`}
        {isTooFew && <span class="note"> too few: n = {formatCount(n)}</span>}
      </dt>
      <dd>
        {!isSame && (
          <>
            <s>{resultWords(result, before)}</s>
            <span aria-hidden="true"> → </span>
            <span class="visually-hidden"> becomes </span>
          </>
        )}
        <span class={after === null ? 'none' : 'after'}>{resultWords(result, after)}</span>{' '}
        <span class="difference">{differenceWords(result)}</span>
      </dd>
    </div>
  );
}
