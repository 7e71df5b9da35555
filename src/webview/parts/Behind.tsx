import type { ComponentChildren } from 'preact';
import type { Figure } from '../../core/metrics/figure';
import type { FromPage } from '../../shared/fromPage';
import { send } from '../host';
import { words as pageWords } from '../words';

const { frame } = pageWords;

interface BehindProps {
  readonly figure: Figure;
  /** What the figure is, in a few words: `Lost in Proposal`. */
  readonly words: string;
  /** The key of its definition. */
  readonly by: string;
  /** Of the deals that are set beside. */
  readonly beside?: boolean;
  /** Nobody is behind it. */
  readonly isNone?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** A figure with its definition on hover and on focus; a click, or Enter, lists the deals behind it. */
export function Behind({ figure, words, by, beside = false, isNone, children }: BehindProps) {
  return (
    <Listed
      asks={{ type: 'list', figure, words, beside }}
      says={frame.showDeals(words)}
      figure={JSON.stringify(figure)}
      {...{ by, isNone, children }}
    />
  );
}

interface ListedProps extends Pick<BehindProps, 'by' | 'isNone' | 'children'> {
  /** What a click asks for. */
  readonly asks: FromPage;
  /** The same for screen readers. */
  readonly says: string;
  readonly figure?: string;
}

/** A number with its definition on hover and on focus; a click, or Enter, lists what it counts. */
export function Listed({ asks, says, by, figure, isNone = false, children }: ListedProps) {
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
      data-figure={figure}
      aria-describedby={`definition-${by}`}
      onClick={() => send(asks)}
    >
      {children}
      <span class="visually-hidden">{says}</span>
    </button>
  );
}
