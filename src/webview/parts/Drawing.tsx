import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FunnelSheet } from '../../shared/funnelSheet';
import { conversionsOf, conversionText, type Conversion } from '../conversion';
import { formatRate } from '../format';
import { BAR, layOut, ROW, type DrawnStage } from '../geometry';

/** The funnel itself. What it shows is in the table around it too. */
export function Drawing({ sheet }: { sheet: FunnelSheet }) {
  const svg = useRef<SVGSVGElement>(null);
  const width = useWidth(svg);
  const rows = layOut(sheet, width);
  const conversions = conversionsOf(sheet);
  const height = rows.length * ROW;
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
      {rows.map((row, k) => (
        <g key={k}>
          {row.neck && <polygon class="neck" points={row.neck} />}
          <Bar row={row} />
          {conversions[k] && <ConversionLabel conversion={conversions[k]} x={width / 2} y={row.top + BAR} />}
        </g>
      ))}
    </svg>
  );
}

function Bar({
  row: { left, width, onLeft, onWidth, openLeft, openWidth, top, isEnd },
}: {
  row: DrawnStage;
}) {
  return (
    <>
      {width > 0 && <rect class="bar lost" x={left} y={top} width={width} height={BAR} rx="2" />}
      {openWidth > onWidth && (
        <>
          <rect class="bar pending" x={openLeft} y={top} width={openWidth} height={BAR} rx="2" />
          <rect class="hatching" x={openLeft} y={top} width={openWidth} height={BAR} rx="2" />
        </>
      )}
      {onWidth > 0 && (
        <rect class={isEnd ? 'bar won' : 'bar on'} x={onLeft} y={top} width={onWidth} height={BAR} rx="2" />
      )}
      {width === 0 && (
        <line class="nobody" x1={left - 8} x2={left + 8} y1={top + BAR / 2} y2={top + BAR / 2} />
      )}
    </>
  );
}

function ConversionLabel({ conversion, x, y }: { conversion: Conversion; x: number; y: number }) {
  const { rate, isTooFew } = conversion;
  const [first = '', cases] = conversionText(conversion).split(/[,:] /);
  return (
    <text class={rate === null || isTooFew ? 'conversion weak' : 'conversion'} x={x} y={y + (ROW - BAR) / 2}>
      <tspan class="rate">{first}</tspan>
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
