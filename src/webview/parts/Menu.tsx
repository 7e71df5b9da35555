import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface MenuProps {
  readonly class: string;
  readonly summary: string;
  /** Gets what closes the menu; for what is done with its first click. */
  readonly children: (close: () => void) => ComponentChildren;
}

/** What opens below a word: closed by Esc, by a click or the focus elsewhere. */
export function Menu({ class: name, summary, children }: MenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => void (menu.current!.open = false);
  useEffect(() => {
    const closeFromOutside = ({ target }: Event) => {
      if (!menu.current!.contains(target as Node)) close();
    };
    document.addEventListener('pointerdown', closeFromOutside);
    return () => document.removeEventListener('pointerdown', closeFromOutside);
  }, []);
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !menu.current!.open) return;
    event.preventDefault();
    close();
    menu.current!.querySelector('summary')!.focus();
  };
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget && !menu.current!.contains(relatedTarget as Node)) close();
  };
  return (
    <details class={`opens ${name}`} ref={menu} onKeyDown={closeByKey} onFocusOut={leave}>
      <summary>{summary}</summary>
      {children(close)}
    </details>
  );
}
