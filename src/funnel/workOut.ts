import type { ShownFolder } from '../files/editor/travel/shownFolder';
import type { ShownPipelines } from '../files/editor/travel/shownPipelines';
import { inSlices } from '../files/inSlices';
import type { FunnelQuestion } from '../shared/funnelQuestion';
import type { FunnelSheet } from '../shared/funnelSheet';
import { sheetSteps } from './sheet';
import { shownAs } from './shownAs';

/** The page's figures, in slices: with many deals the first ones take their time, and the editor is not to wait for them. */
export function workOut(
  folder: ShownFolder,
  question: FunnelQuestion,
  pipelines: ShownPipelines,
): Promise<FunnelSheet> {
  const { pipeline, asked, today, past } = shownAs(folder, question, pipelines);
  return inSlices(sheetSteps(pipeline, asked, today, { historyGap: folder.historyGap, past }));
}
