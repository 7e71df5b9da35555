import type { ComponentChildren } from 'preact';
import type { Figure } from '../../core/metrics/figure';
import { send } from '../host';

interface BehindProps {
  readonly figure: Figure;
  /** What the figure is, in a few words: `Lost in Proposal`. */
  readonly words: string;
  /** The key of its definition. */
  readonly by: string;
  /** Of the deals that are set beside. */
  readonly beside?: boolean;
  /** Nobody is behind it. */
  readonly isNone?: boolean;
  readonly children: ComponentChildren;
}

/** A figure with its definition on hover and on focus; a click, or Enter, lists the deals behind it. */
export function Behind({ figure, words, by, beside = false, isNone = false, children }: BehindProps) {
  if (isNone) {
    return (
      <span class="none" data-tip={by}>
        {children}
      </span>
    );
  }
  return (
    <button
      type="button"
      class="behind"
      data-tip={by}
      data-figure={JSON.stringify(figure)}
      aria-describedby={`definition-${by}`}
      onClick={() => send({ type: 'list', figure, words, beside })}
    >
      {children}
      <span class="visually-hidden">, {words}: show the deals</span>
    </button>
  );
}
