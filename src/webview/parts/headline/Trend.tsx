import type { ComponentChildren } from 'preact';
import { words } from '../../words';

interface TrendProps {
  readonly now: number | null;
  readonly before: number | null | undefined;
  /** What it was, in words. */
  readonly children: ComponentChildren;
}

/** What a figure was before, with an arrow for where it went since; nothing where one of both is not known. */
export function Trend({ now, before, children }: TrendProps) {
  if (before === undefined || before === null || now === null) return null;
  const way = now === before ? 'level' : now > before ? 'up' : 'down';
  const points = { up: '1,8 5,2 9,8', down: '1,2 5,8 9,2', level: '1,5 9,5 1,5' }[way];
  return (
    <span class={`trend ${way}`}>
      <svg width="10" height="10" aria-hidden="true">
        <polygon points={points} />
      </svg>
      <span class="visually-hidden">{words.headline[way]}</span>
      {children}
    </span>
  );
}
