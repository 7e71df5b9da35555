import type { PaceSizes } from './paceSizes';

interface PaceBarProps extends PaceSizes {
  /** The longest of all bars. */
  readonly most: number;
  readonly isRunning: boolean;
}

/** What was won by the day, and behind it what came after that; of the running quarter, what is open. The numbers stand beside it. */
export function PaceBar({ won, end, most, isRunning }: PaceBarProps) {
  const share = (size: number) => `${most > 0 ? (Math.max(0, size) / most) * 99 : 0}%`;
  return (
    <svg class="pace-bar" aria-hidden="true" width="100%" height="14">
      {end > 0 && (
        <rect
          class={isRunning ? 'part pipeline' : 'part best_case'}
          x="1"
          y="1"
          width={share(end)}
          height="12"
        />
      )}
      {won > 0 && <rect class="part closed" x="1" y="1" width={share(won)} height="12" />}
    </svg>
  );
}
