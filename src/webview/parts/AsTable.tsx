import type { ComponentChildren } from 'preact';
import { words } from '../words';

/** The numbers of a chart as a table: for screen readers, and for whoever wants to read them off. */
export function AsTable({ of, children }: { of: string; children: ComponentChildren }) {
  return (
    <details class="as-table">
      <summary>
        {words.frame.viewAsTable}
        <span class="visually-hidden">: {of}</span>
      </summary>
      <div class="scrolling" tabIndex={0} role="region" aria-label={of}>
        {children}
      </div>
    </details>
  );
}
