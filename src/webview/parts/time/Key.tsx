import type { ComponentChildren } from 'preact';
import type { StageCondition } from '../../../shared/funnelSheet';
import { useSheet } from '../../sheetContext';
import { Behind } from '../Behind';
import { Defined } from '../Defined';
import { OUTLINES, lookOf, type Look } from './shapes';
import { Median, OpenMedian } from './Strip';
import { STRIP } from './stair';
import { changesWithOpen } from '../../../core/metrics/stays';
import { say, words } from '../../words';

const { key } = words.time;

/** What the marks mean; the conditions with how many deals are in them. */
export function Key() {
  const { report, standing } = useSheet();
  const sum = (is: keyof StageCondition) => standing.reduce((all, one) => all + one[is], 0);
  const condition = (is: 'stalled' | 'unusual' | 'idle', look: Look) =>
    sum(is) > 0 && (
      <Mark look={look} isIdle={is === 'idle'}>
        <Behind figure={{ kind: 'condition', is }} words={key.openDeals(key[is])} by={is}>
          {key[is]} {say.count(sum(is))}
        </Behind>
      </Mark>
    );
  const isBoth = report.openDeals.some(deal => lookOf(deal) === 'both');
  return (
    <ul class="legend stays-key" aria-label={words.time.legend}>
      <li>
        <StripKey />
        <span>
          {key.strip(term => (
            <Defined by="strip">{term}</Defined>
          ))}
        </span>
      </li>
      {report.stages.some(({ stays }) => changesWithOpen(stays)) && (
        <li>
          <svg width="8" height="30" aria-hidden="true">
            <OpenMedian x={4} y={17} />
          </svg>
          <Defined by="kaplanMeier">{key.openMedian}</Defined>
        </li>
      )}
      <li>
        <svg width="4" height="20" aria-hidden="true">
          <line class="limit" x1="2" x2="2" y1="0" y2="20" />
        </svg>
        <Defined by="limit">{key.limit}</Defined>
      </li>
      <Mark look="inTime">{key.openDeal}</Mark>
      {condition('stalled', 'stalled')}
      {condition('unusual', 'unusual')}
      {isBoth && <Mark look="both">{key.both}</Mark>}
      {condition('idle', 'inTime')}
    </ul>
  );
}

function StripKey() {
  return (
    <svg width="60" height={STRIP + 6} aria-hidden="true">
      {[1, 0.75, 0.5, 0.25].map((share, k) => (
        <rect
          key={share}
          class="bar on"
          x={k * 15}
          y={3 + (STRIP * (1 - share)) / 2}
          width="15"
          height={STRIP * share}
        />
      ))}
      <Median x={30} y={3 + STRIP / 2} />
    </svg>
  );
}

interface MarkProps {
  readonly look: Look;
  readonly isIdle?: boolean;
  readonly children: ComponentChildren;
}

function Mark({ look, isIdle = false, children }: MarkProps) {
  return (
    <li>
      <svg width="12" height="12" aria-hidden="true">
        <g class={`deal ${look}${isIdle ? ' idle' : ''}`} transform="translate(6,6)">
          <path d={OUTLINES[look]} />
        </g>
      </svg>
      <span>{children}</span>
    </li>
  );
}
