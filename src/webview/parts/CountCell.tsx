import type { Figure } from '../../core/metrics/figure';
import { formatCount } from '../format';
import { Behind } from './Behind';

interface CountCellProps {
  readonly figure: Figure;
  readonly words: string;
  /** The key of its definition. */
  readonly by: string;
  readonly of: number;
}

/** A cell of a table with a number that opens the deals behind it. */
export function CountCell({ of, ...figure }: CountCellProps) {
  return (
    <td class="count">
      <Behind {...figure} isNone={!of}>
        {formatCount(of)}
      </Behind>
    </td>
  );
}
