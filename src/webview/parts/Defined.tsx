import type { ComponentChildren } from 'preact';
import type { Definitions } from '../../words/definition';

/** A word or a figure whose definition shows on hover and on focus: see `Tip`. */
export function Defined({ by, children }: { by: string; children: ComponentChildren }) {
  return (
    <span class="defined" tabIndex={0} data-tip={by} aria-describedby={`definition-${by}`}>
      {children}
    </span>
  );
}

/** All definitions once, for `aria-describedby`: screen readers find them here although they are not shown. */
export function Glossary({ definitions }: { definitions: Definitions }) {
  return (
    <div hidden>
      {[...definitions].map(([key, { text, lines = [] }]) => (
        <p key={key} id={`definition-${key}`}>
          {[text, ...lines].join(' ')}
        </p>
      ))}
    </div>
  );
}
