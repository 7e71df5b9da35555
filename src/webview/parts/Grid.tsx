import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useGridKeys } from '../useGridKeys';

/** A table of numbers that can be opened: one stop of the Tab key, and the arrow keys go from number to number. */
export function Grid({ class: name, children }: { class?: string; children: ComponentChildren }) {
  const table = useRef<HTMLTableElement>(null);
  const keys = useGridKeys(table);
  return (
    <table ref={table} class={name} {...keys}>
      {children}
    </table>
  );
}
