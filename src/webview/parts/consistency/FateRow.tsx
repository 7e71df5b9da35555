import type { ScaleLinear } from 'd3-scale';
import type { Status } from '../../../core/process/outcome';
import type { Fate } from '../../../core/metrics/fate';
import type { Figure } from '../../../core/metrics/figure';
import { useSheet } from '../../sheetContext';
import { Behind } from '../Behind';
import { Defined } from '../Defined';
import { isTooFew } from './verdict';
import { say, words } from '../../words';

interface FateRowProps {
  readonly label: string;
  readonly by: string;
  readonly figure: Extract<Figure, { kind: 'conforming' | 'deviation' | 'missed' }>;
  readonly had: Fate;
  readonly conforming: Fate;
  readonly scale: ScaleLinear<number, number>;
  readonly width: number;
}

/** Some deals, how many of them were won, and how surely that is known. */
export function FateRow({ label, by, figure, had, conforming, scale, width }: FateRowProps) {
  const { minSample } = useSheet();
  const isWeak = isTooFew(had, minSample);
  const number = (of: number, status?: Status) => (
    <Behind
      figure={{ ...figure, ...(status && { status }) }}
      words={status ? words.consistency.deviations.ofStatus(label, status) : label}
      by={by}
      isNone={!of}
    >
      {say.count(of)}
    </Behind>
  );
  return (
    <tr>
      <th scope="row">
        <Defined by={by}>{label}</Defined>
      </th>
      <td class="count">{number(had.n)}</td>
      <td class="count">{number(had.won, 'won')}</td>
      <td class="count">{number(had.lost, 'lost')}</td>
      <td class={isWeak ? 'rate none' : 'rate'} data-tip="fate">
        <Rate of={had} isWeak={isWeak} />
      </td>
      <td class="plot">
        <svg width="100%" height="100%" aria-hidden="true">
          {!isTooFew(conforming, minSample) && (
            <Span of={conforming.interval} scale={scale} className="reference" />
          )}
          {[0, 0.5, 1].map(rate => (
            <line key={rate} class="grid" x1={scale(rate)} x2={scale(rate)} y1="0" y2="100%" />
          ))}
          {width > 0 && !isWeak && <Interval of={had} scale={scale} />}
        </svg>
      </td>
    </tr>
  );
}

function Rate({ of: { winRate, interval }, isWeak }: { of: Fate; isWeak: boolean }) {
  if (winRate === null) return <>{say.unknown}</>;
  if (isWeak || !interval) return <>{say.tooFew}</>;
  return (
    <>
      {say.rate(winRate)} <span class="note">{say.range(interval)}</span>
    </>
  );
}

interface SpanProps {
  readonly of: Fate['interval'];
  readonly scale: ScaleLinear<number, number>;
  readonly className: string;
}

function Span({ of, scale, className }: SpanProps) {
  if (!of) return null;
  const [from, to] = of.map(rate => scale(rate)) as [number, number];
  return <rect class={className} x={from} y="0" width={to - from} height="100%" />;
}

function Interval({ of: { winRate, interval }, scale }: { of: Fate; scale: FateRowProps['scale'] }) {
  if (!interval || winRate === null) return null;
  const [from, to] = interval.map(rate => scale(rate)) as [number, number];
  return (
    <svg class="interval" y="50%">
      <line x1={from} x2={to} y1="0" y2="0" />
      <line x1={from} x2={from} y1="-4" y2="4" />
      <line x1={to} x2={to} y1="-4" y2="4" />
      <circle cx={scale(winRate)} cy="0" r="4.5" />
    </svg>
  );
}
