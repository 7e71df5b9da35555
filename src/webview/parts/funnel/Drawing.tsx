import { useRef } from 'preact/hooks';
import type { FunnelStep, Measure } from '../../conversion';
import { conversionWords, sizeWords } from '../../conversionWords';
import { BAR, layOutFunnel, ROW, type Bar } from '../../geometry';
import { useSheet } from '../../sheetContext';
import { useWidth } from '../../useWidth';
import { words as pageWords } from '../../words';

const { reach } = pageWords;

interface DrawingProps {
  readonly steps: readonly FunnelStep[];
  readonly measure: Measure;
}

/** The funnel itself. What it shows is in the table around it too. */
export function FunnelDrawing({ steps, measure }: DrawingProps) {
  const { stages } = useSheet();
  const svg = useRef<SVGSVGElement>(null);
  const width = useWidth(svg);
  const bars = layOutFunnel(steps, width);
  const labels = [...stages.map(({ label }) => label), reach.won];
  const words = steps.map(({ size, conversion }, k) => {
    const onward = conversion && conversionWords(conversion).rate;
    return reach.step(labels[k]!, sizeWords(size, measure), onward);
  });
  return (
    <svg
      ref={svg}
      class="drawing"
      role="img"
      aria-label={reach.drawing(words)}
      height={bars.length * ROW}
      width="100%"
    >
      <defs>
        <pattern
          id="hatching"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line class="hatch" x1="0" y1="0" x2="0" y2="5" />
        </pattern>
      </defs>
      {bars.map((bar, k) => (
        <BarDrawing key={k} bar={bar} />
      ))}
    </svg>
  );
}

function BarDrawing({ bar: { segments, top } }: { bar: Bar }) {
  if (!segments.length) {
    const y = top + BAR / 2;
    return <line class="nobody" x1={1} x2={17} y1={y} y2={y} />;
  }
  return (
    <>
      {segments.map(({ kind, width, x }) => (
        <g key={kind}>
          <rect class={`bar ${kind}`} x={x} y={top} width={width} height={BAR} />
          {kind === 'pending' && <rect class="hatching" x={x} y={top} width={width} height={BAR} />}
        </g>
      ))}
    </>
  );
}
