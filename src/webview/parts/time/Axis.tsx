import type { RefObject } from 'preact';
import type { DayScale } from './dayScale';
import { say, words } from '../../words';

interface AxisProps {
  readonly scale: DayScale;
  readonly within: RefObject<SVGSVGElement | null>;
}

/** The days over the rows. The table says the same in words. */
export function Axis({ scale: { at, ticks, beyond, width }, within }: AxisProps) {
  return (
    <svg ref={within} class="axis" width="100%" height="24" aria-hidden="true">
      {ticks.map((tick, k) => (
        <text key={tick} x={at(tick)} y="14">
          {say.count(tick)}
          {k === ticks.length - 1 && words.time.axisDays}
        </text>
      ))}
      {beyond !== undefined && (
        <text class="end" x={width} y="14">
          {words.time.longer}
        </text>
      )}
    </svg>
  );
}

/** The same days as lines through a row. */
export function Grid({ scale: { at, ticks, beyond }, height }: { scale: DayScale; height: number }) {
  return (
    <g class="grid">
      {ticks.map(tick => (
        <line key={tick} x1={at(tick)} x2={at(tick)} y1="0" y2={height} />
      ))}
      {beyond !== undefined && <line class="beyond" x1={beyond} x2={beyond} y1="0" y2={height} />}
    </g>
  );
}
