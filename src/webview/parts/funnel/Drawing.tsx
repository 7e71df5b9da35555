import { useRef } from 'preact/hooks';
import type { Conversion, FunnelStep, Measure } from '../../conversion';
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
      {bars.map((bar, k) => {
        const conversion = steps[k]!.conversion;
        return (
          <g key={k}>
            {bar.neck && <polygon class="neck" points={bar.neck} />}
            <BarDrawing bar={bar} middle={width / 2} />
            {conversion && (
              <ConversionLabel conversion={conversion} measure={measure} x={width / 2} y={bar.top + BAR} />
            )}
          </g>
        );
      })}
    </svg>
  );
}

function BarDrawing({ bar: { segments, top }, middle }: { bar: Bar; middle: number }) {
  if (!segments.length) {
    const y = top + BAR / 2;
    return <line class="nobody" x1={middle - 8} x2={middle + 8} y1={y} y2={y} />;
  }
  return (
    <>
      {segments.map(({ kind, width, x }) => (
        <g key={`${kind} ${x}`}>
          <rect class={`bar ${kind}`} x={x} y={top} width={width} height={BAR} />
          {kind === 'pending' && <rect class="hatching" x={x} y={top} width={width} height={BAR} />}
        </g>
      ))}
    </>
  );
}

interface LabelProps {
  readonly conversion: Conversion;
  readonly measure: Measure;
  readonly x: number;
  readonly y: number;
}

function ConversionLabel({ conversion, measure, x, y }: LabelProps) {
  const { rate, cases } = conversionWords(conversion, measure);
  const isWeak = conversion.rate === null || conversion.isTooFew;
  return (
    <text class={isWeak ? 'conversion weak' : 'conversion'} x={x} y={y + (ROW - BAR) / 2}>
      <tspan class="rate">{rate}</tspan>
      {cases && (
        <tspan class="cases" dx="6">
          {cases}
        </tspan>
      )}
    </text>
  );
}
