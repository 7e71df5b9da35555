import type { DealSum } from '../../../core/metrics/periodSums';
import type { PaceShown } from '../../../shared/changesSheet';
import { say } from '../../words';

/** How long the bars of a quarter are, all in one measure. */
export interface PaceSizes {
  readonly won: number;
  /** Won in the end; of the running quarter, what is won and what is open in it. */
  readonly end: number;
}

/** In the team's currency where it has rates, else in that with the most, else in deals. */
export function paceSizes(quarters: PaceShown['quarters']): PaceSizes[] {
  const currencies = say.codesInOrder([
    ...new Set(quarters.flatMap(({ won, inTheEnd }) => [won, inTheEnd].flatMap(of => Object.keys(of.value)))),
  ]);
  const size = ({ count, value }: DealSum) => {
    const [first] = currencies;
    if (first === undefined) return count;
    return say.inOne(value)?.money.amount ?? value[first] ?? 0;
  };
  return quarters.map(({ won, open, inTheEnd }, at) => ({
    won: size(won),
    end: at ? size(inTheEnd) : size(won) + size(open),
  }));
}
