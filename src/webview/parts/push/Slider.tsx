import { positionOf, turned, type Dial } from './dial';
import { words as pageWords } from '../../words';

const { sliders: said } = pageWords.push;

interface SliderProps {
  readonly label: string;
  /** The key of its definition. */
  readonly by: string;
  readonly dial: Dial;
  readonly words: (value: number) => string;
  /** `undefined`: as it was. */
  readonly onTurn: (value: number | undefined) => void;
}

/** A slider with a mark where the figure is now, and a line from there to where it was moved. */
export function Slider({ label, by, dial, words, onTurn }: SliderProps) {
  const { was, wanted, max, step } = dial;
  const position = positionOf(dial);
  const now = `${(position / max) * 100}%`;
  const before = was === null ? undefined : `${Math.min(1, was / max) * 100}%`;
  const value = words(wanted ?? was ?? position);
  const told =
    wanted === undefined
      ? said.unchanged(value)
      : was === null
        ? said.assumed(value)
        : said.insteadOf(value, words(was));
  return (
    <span class="slider">
      <svg width="100%" height="16" aria-hidden="true">
        <line class="track" x1="0" x2="100%" y1="8" y2="8" />
        {before && wanted !== undefined && <line class="moved" x1={before} x2={now} y1="8" y2="8" />}
        {before && <line class="was" x1={before} x2={before} y1="2" y2="14" />}
      </svg>
      <input
        type="range"
        aria-label={label}
        aria-valuetext={told}
        aria-describedby={`definition-${by}`}
        class={wanted === undefined && was === null ? 'unset' : undefined}
        min={0}
        max={max}
        step={step}
        value={position}
        // A saved page has what is written, and not where the thumb was moved to.
        defaultValue={String(position)}
        onInput={({ currentTarget }) => onTurn(turned(dial, currentTarget.valueAsNumber))}
      />
    </span>
  );
}
