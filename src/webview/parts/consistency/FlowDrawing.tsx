import { useMemo } from 'preact/hooks';
import { STAGE_IDS } from '../../../core/process/stages';
import { send } from '../../host';
import { useSheet } from '../../sheetContext';
import { onPress, useRoving } from '../../useRoving';
import { layFlows, type Direction, type FlowMark } from './flowLayout';
import { flowWords } from './flowWords';
import { say, words } from '../../words';

/** Of a stage in a column, in px: see `.flow-box.column` in the style sheet. */
const COLUMN_STAGE = 58;
const COLUMN_LABELS = 130;
const ROOM = 260;
const NARROWEST_HIT = 14;

interface FlowDrawingProps {
  readonly direction: Direction;
  /** Of the drawing with the names of the stages, in px. */
  readonly width: number;
}

/** Steps as bands, skips as arcs above them (beside them in a column), moves back as arcs below; as wide as they are many. */
export function FlowDrawing({ direction, width }: FlowDrawingProps) {
  const { flows } = useSheet().report;
  const isRow = direction === 'row';
  const length = isRow ? width : STAGE_IDS.length * COLUMN_STAGE;
  const room = isRow ? ROOM : Math.max(0, width - COLUMN_LABELS);
  const { marks, posts, breadth } = useMemo(
    () => layFlows(flows, direction, length, room),
    [flows, direction, length, room],
  );
  const { tabIndexOf, ...roving } = useRoving(marks.length);
  return (
    <svg
      class="flows"
      role="group"
      aria-label={words.consistency.flows.drawing}
      width={isRow ? length : room}
      height={isRow ? breadth : length}
      {...roving}
    >
      {marks.map((mark, place) => (
        <Mark key={`${mark.flow.from} ${mark.flow.to}`} mark={mark} tabIndex={tabIndexOf(place)} />
      ))}
      {posts.map((post, k) => (
        <line key={k} class="post" {...post} />
      ))}
    </svg>
  );
}

function Mark({ mark: { flow, path, head, label, width }, tabIndex }: { mark: FlowMark; tabIndex: number }) {
  const sheet = useSheet();
  const { from, to, move, count } = flow;
  const [what, ...says] = flowWords(flow, sheet);
  const list = () => send({ type: 'list', figure: { kind: 'flow', from, to }, words: what!, beside: false });
  return (
    <g
      class={`mark flow-mark ${move}`}
      role="button"
      tabindex={tabIndex}
      aria-label={words.consistency.flows.showDeals([what!, ...says])}
      data-says={[what, ...says].join('\n')}
      data-figure={JSON.stringify({ kind: 'flow', from, to })}
      {...onPress(list)}
    >
      <path class="hit" d={path} stroke-width={Math.max(NARROWEST_HIT, width + 8)} />
      <path class="band" d={path} stroke-width={head ? width : undefined} />
      {head && <path class="head" d={head} />}
      <text x={label.x} y={label.y} text-anchor={label.anchor}>
        {say.count(count)}
      </text>
    </g>
  );
}
