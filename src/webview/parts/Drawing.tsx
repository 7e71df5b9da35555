import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FunnelSheet } from '../../shared/funnelSheet';
import { conversionsOf, type Conversion } from '../conversion';
import { conversionWords } from '../conversionWords';
import { formatRate } from '../format';
import { BAR, layOut, ROW, type Bar } from '../geometry';

/** The funnel itself. What it shows is in the table around it too. */
export function Drawing({ sheet }: { sheet: FunnelSheet }) {
  const svg = useRef<SVGSVGElement>(null);
  const width = useWidth(svg);
  const bars = layOut(sheet, width);
  const conversions = conversionsOf(sheet);
  const height = bars.length * ROW;
  return (
    <svg ref={svg} class="drawing" role="img" aria-label={description(sheet)} height={height} width="100%">
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
        <g key={k}>
          {bar.neck && <polygon class="neck" points={bar.neck} />}
          <BarDrawing bar={bar} middle={width / 2} />
          {conversions[k] && <ConversionLabel conversion={conversions[k]} x={width / 2} y={bar.top + BAR} />}
        </g>
      ))}
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

function ConversionLabel({ conversion, x, y }: { conversion: Conversion; x: number; y: number }) {
  const { rate, cases } = conversionWords(conversion);
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

function description(sheet: FunnelSheet): string {
  const [first] = sheet.stages;
  const steps = sheet.stages.map(
    ({ conversion, label, reached }) => `${label} ${reached}, ${formatRate(conversion)} go on`,
  );
  return `Funnel of ${first?.reached ?? 0} deals. ${steps.join('; ')}; won ${sheet.won.count}.`;
}

function useWidth(element: { readonly current: Element | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (!element.current) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry!.contentRect.width)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
