import { useState } from 'preact/hooks';

/**
 * Many marks as one stop of the Tab key, with the arrow keys from one to the next, in the order of the page.
 *
 * @param held where the stop is, if that is not for the focus to say
 */
export function useRoving(count: number, held?: number) {
  const [wanted, setAt] = useState(0);
  const at = held ?? Math.min(wanted, count - 1);
  return {
    /** Of the mark at this place; in an SVG the attribute is `tabindex`, in lower case. */
    tabIndexOf: (place: number) => (place === at ? 0 : -1),
    onFocusIn: (event: FocusEvent & { readonly currentTarget: Element }) => {
      const place = marksIn(event.currentTarget).indexOf(event.target as SVGElement);
      if (place >= 0) setAt(place);
    },
    onKeyDown: (event: KeyboardEvent & { readonly currentTarget: Element }) => {
      const to = next(event.key, at, count);
      if (to === undefined) return;
      event.preventDefault();
      marksIn(event.currentTarget)[to]?.focus();
    },
  };
}

/** What a mark does on a click and, as a button does, on Enter and Space. */
export function onPress(action: () => void) {
  return {
    onClick: action,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      action();
    },
  };
}

function marksIn(container: Element): (HTMLElement | SVGElement)[] {
  return [...container.querySelectorAll<HTMLElement | SVGElement>('.mark')];
}

function next(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
