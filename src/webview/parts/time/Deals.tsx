import type { OpenDeal } from '../../../core/metrics/openDeals';
import type { StageWords } from '../../../shared/funnelSheet';
import { send } from '../../host';
import { onPress, useRoving } from '../../useRoving';
import { BEYOND, type DayScale } from './dayScale';
import { dealWords } from './dealWords';
import { lookOf, OUTLINES } from './shapes';
import { PITCH, type Swarm } from './swarm';
import { say, words as pageWords } from '../../words';

const { time: said } = pageWords;

interface DealsProps {
  readonly swarm: Swarm;
  readonly words: StageWords;
  readonly scale: DayScale;
  /** The middle of the first lane. */
  readonly top: number;
}

/** The deals that are in a stage now: each opens its file. */
export function Deals({ swarm: { points, lanes, hidden }, words, scale, top }: DealsProps) {
  const { tabIndexOf, ...roving } = useRoving(points.length);
  return (
    // Without it Chromium makes what listens to focus a stop of its own, and one without a name.
    <g tabindex={-1} {...roving}>
      {points.map(({ deal, x, y }, place) => {
        const says = dealWords(deal, words);
        return (
          <g
            key={deal.path}
            class={markClass(deal)}
            transform={`translate(${x},${top + y})`}
            role="button"
            tabindex={tabIndexOf(place)}
            aria-label={said.openFile(says)}
            data-says={says.join('\n')}
            {...onPress(() => send({ type: 'openFile', path: deal.path }))}
          >
            <circle class="hit" r="6" />
            <path d={OUTLINES[lookOf(deal)]} />
          </g>
        );
      })}
      {hidden > 0 && (
        <text
          class="hidden"
          x={scale.beyond! + BEYOND / 2}
          y={top + (lanes - 1) * PITCH + 6}
          role="button"
          tabindex={0}
          aria-label={said.moreIn(hidden, words.label)}
          {...onPress(() =>
            send({
              type: 'list',
              figure: { kind: 'stage', of: 'open', stage: words.stage },
              words: said.openIn(words.label),
              beside: false,
            }),
          )}
        >
          +{say.count(hidden)}
        </text>
      )}
    </g>
  );
}

function markClass(deal: OpenDeal): string {
  return ['mark deal', lookOf(deal), deal.idle && 'idle'].filter(Boolean).join(' ');
}
