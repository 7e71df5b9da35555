import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Definition, Definitions } from '../../words/definition';

/** Long enough to cross the page without setting off one tip after the other. */
const SHOW_AFTER_MS = 350;
/** Long enough to move the pointer from the word into its tip. */
const HIDE_AFTER_MS = 150;
const GAP = 6;
const TIPPED = '[data-tip], [data-says]';

interface Shown {
  readonly key: string;
  readonly anchor: Element;
  /** Where the pointer is; where the focus called, the anchor's left side counts. */
  readonly x: number;
}

/** Shows the definition of what the pointer or the focus is on: of the nearest element with `data-tip`, or what that says in `data-says`. */
export function Tip({ definitions }: { definitions: Definitions }) {
  const [shown, setShown] = useState<Shown>();
  const tip = useRef<HTMLDivElement>(null);
  useEffect(() => watchTips(tip, setShown), []);
  useLayoutEffect(() => {
    if (tip.current && shown) place(tip.current, shown);
  });
  const definition = shown && (definitions.get(shown.key) ?? saidBy(shown.anchor));
  if (!definition) return null;
  const { term, text, lines = [] } = definition;
  // What it says is read out by `aria-describedby` already.
  return (
    <div class="tip" ref={tip} aria-hidden="true">
      <strong>{term}</strong>
      {text && <p>{text}</p>}
      {lines.map(line => (
        <p key={line} class="figures">
          {line}
        </p>
      ))}
    </div>
  );
}

function watchTips(tip: { current: HTMLElement | null }, show: (shown: Shown | undefined) => void) {
  const listening = new AbortController();
  const { signal } = listening;
  let timer = 0;
  let anchor: Element | null = null;
  const later = (action: () => void, ms: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(action, ms);
  };
  const leave = () => {
    anchor = null;
    later(() => show(undefined), HIDE_AFTER_MS);
  };

  document.addEventListener(
    'pointerover',
    ({ target, clientX }) => {
      const over = target as Element;
      if (tip.current?.contains(over)) return clearTimeout(timer);
      const next = over.closest(TIPPED);
      if (next === anchor) return;
      if (!next) return leave();
      anchor = next;
      later(() => show({ key: keyOf(next), anchor: next, x: clientX }), SHOW_AFTER_MS);
    },
    { signal },
  );
  document.documentElement.addEventListener('pointerleave', leave, { signal });
  document.addEventListener(
    'focusin',
    ({ target }) => {
      const focused = target as Element;
      if (!focused.matches(':focus-visible') || !focused.matches(TIPPED)) return;
      anchor = focused;
      later(() => show({ key: keyOf(focused), anchor: focused, x: focused.getBoundingClientRect().left }), 0);
    },
    { signal },
  );
  document.addEventListener('focusout', leave, { signal });
  document.addEventListener(
    'keydown',
    ({ key }) => {
      if (key === 'Escape') later(() => show(undefined), 0);
    },
    { signal },
  );
  return () => {
    clearTimeout(timer);
    listening.abort();
  };
}

function keyOf(element: Element): string {
  return (element as HTMLElement).dataset.tip ?? '';
}

/** A mark in a drawing says its own lines, of which the first is what it is called. */
function saidBy(element: Element): Definition | undefined {
  const [term, ...lines] = (element as SVGElement).dataset.says?.split('\n') ?? [];
  return term === undefined ? undefined : { term, text: '', lines };
}

/** Below its anchor, or above where there is no room; never beyond the page's sides. */
function place(tip: HTMLElement, { anchor, x }: Shown): void {
  const { top, bottom } = anchor.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const { offsetWidth, offsetHeight } = tip;
  const below = bottom + GAP;
  const isRoomBelow = below + offsetHeight <= clientHeight;
  tip.style.left = `${Math.max(GAP, Math.min(x, clientWidth - offsetWidth - GAP))}px`;
  tip.style.top = `${isRoomBelow ? below : Math.max(GAP, top - offsetHeight - GAP)}px`;
}
