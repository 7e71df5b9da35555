import type { Stacked } from './sums';

/**
 * The fillings of what is less sure than closed: the surer, the more ink. They are told apart without their colour. Once for
 * all drawings of the page.
 */
export function Patterns() {
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true">
      <pattern id="commit" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="ground" width="5" height="5" />
        <line class="ink" stroke-width="5" x1="0" y1="0" x2="0" y2="5" />
      </pattern>
      <pattern
        id="best-case"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect class="ground" width="6" height="6" />
        <line class="ink" stroke-width="2" x1="0" y1="0" x2="0" y2="6" />
      </pattern>
    </svg>
  );
}

/** What a row of the table looks like in the drawing. */
export function Swatch({ of }: { of: readonly Stacked[] }) {
  if (!of.length) return null;
  const width = 18 / of.length;
  return (
    <svg class="swatch" width="20" height="12" aria-hidden="true">
      {of.map((category, k) => (
        <rect key={category} class={`part ${category}`} x={1 + k * width} y="0.5" width={width} height="11" />
      ))}
    </svg>
  );
}
