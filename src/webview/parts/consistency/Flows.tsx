import { useRef } from 'preact/hooks';
import { useSheet } from '../../sheetContext';
import { useWidth } from '../../useWidth';
import { Answer } from '../Question';
import { FlowDrawing } from './FlowDrawing';
import { FlowTable } from './FlowTable';
import { Followed } from './Followed';
import { SaysFlow } from './SaysFlow';
import { Stations } from './Stations';
import { words } from '../../words';

/** Below this a row of seven has no room, in px. */
const ROW_FROM = 600;

/** How deals moved from stage to stage, with the figures that sum it up. */
export function Flows() {
  const { report } = useSheet();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const direction = width < ROW_FROM ? 'column' : 'row';
  return (
    <Answer id="flow" title={words.consistency.flows.title} says={<SaysFlow />}>
      <Followed />
      <div ref={box} class={`flow-box ${direction}`}>
        <Stations />
        {report.flows.length > 0 && width > 0 && <FlowDrawing direction={direction} width={width} />}
      </div>
      {report.flows.length > 0 && <FlowTable />}
    </Answer>
  );
}
