import { stayKey } from '../../../words/definition';
import { useSheet } from '../../sheetContext';
import { Behind } from '../Behind';
import { Defined } from '../Defined';
import { Grid } from './Axis';
import type { DayScale } from './dayScale';
import { Deals } from './Deals';
import { Strip } from './Strip';
import { PITCH, swarmOf } from './swarm';
import { STRIP } from './stair';
import { say, words as pageWords } from '../../words';

const { time: said } = pageWords;

/** Where the strip begins, the deals follow, and the row ends, in px. */
const TOP = 10;
const GAP = 14;
const BOTTOM = 12;
const LOWEST = 58;

/** One stage: its ended stays as a strip, and below it the deals that are there now. */
export function StayRow({ at, scale }: { at: number; scale: DayScale }) {
  const { report, stages, standing, minSample } = useSheet();
  const words = stages[at]!;
  const { stage, stays, open } = report.stages[at]!;
  const { stalled } = standing[at]!;
  const swarm = swarmOf(
    report.openDeals.filter(deal => deal.stage === stage),
    scale,
  );
  const first = TOP + STRIP + GAP;
  const height = Math.max(LOWEST, first + Math.max(0, swarm.lanes - 1) * PITCH + BOTTOM);
  const isWeak = stays.completed < minSample;
  const median = (
    <span class={isWeak ? 'none' : undefined} data-tip={stayKey(stage)}>
      {stays.median === null ? say.unknown : isWeak ? say.tooFew : say.number(stays.median)}
    </span>
  );
  const ended = (
    <Behind
      figure={{ kind: 'stays', stage, open: false }}
      words={said.completedIn(words.label)}
      by="endedStays"
      isNone={!stays.completed}
    >
      {say.count(stays.completed)}
    </Behind>
  );
  const now = (
    <Behind
      figure={{ kind: 'stage', of: 'open', stage }}
      words={said.openIn(words.label)}
      by="openHere"
      isNone={!open.count}
    >
      {say.count(open.count)}
    </Behind>
  );
  const late = (
    <Behind
      figure={{ kind: 'condition', is: 'stalled', stage }}
      words={said.stalledIn(words.label)}
      by="stalled"
      isNone={!stalled}
    >
      {say.count(stalled)}
    </Behind>
  );
  return (
    <tr>
      <th scope="row">
        <span class="label">
          <Defined by={stayKey(stage)}>{words.label}</Defined>
        </span>
        <span class="parts">
          <span>{said.median(median, ended)}</span>
          <span>{said.openNow(now, stalled > 0 ? late : undefined)}</span>
        </span>
      </th>
      <td class="days">
        <svg width="100%" height={height} role="group" aria-label={said.daysIn(words.label)}>
          <Grid scale={scale} height={height} />
          <Strip at={at} scale={scale} top={TOP} height={height} />
          <Deals swarm={swarm} words={words} scale={scale} top={first} />
        </svg>
      </td>
      <td class="count">{median}</td>
      <td class="count">{ended}</td>
      <td class="count">{now}</td>
      <td class="count">{late}</td>
    </tr>
  );
}
