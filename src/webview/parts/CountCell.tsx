import type { Figure } from '../../core/metrics/figure';
import { Behind } from './Behind';
import { say } from '../words';

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
        {say.count(of)}
      </Behind>
    </td>
  );
}
