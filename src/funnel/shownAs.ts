import type { CalendarDate } from '../core/calendar';
import { plainText } from '../core/escape';
import type { Pipeline } from '../core/pipeline/pipeline';
import type { ShownFolder } from '../files/editor/travel/shownFolder';
import type { ShownPipelines } from '../files/editor/travel/shownPipelines';
import type { FunnelQuestion } from '../shared/funnelQuestion';
import type { FunnelSheet } from '../shared/funnelSheet';
import { betweenWords } from '../words/between';

/** What the page is made of while pipelines are shown as they are, or as they were. */
export interface ShownAs {
  readonly pipeline: Pipeline;
  readonly asked: FunnelQuestion;
  readonly today: CalendarDate;
  readonly past: FunnelSheet['past'];
}

/** Where git knows nothing of a day, figures are taken back to it; else they are those of the files as they were. */
export function shownAs(
  folder: ShownFolder,
  asked: FunnelQuestion,
  { travel, today, realToday }: ShownPipelines,
): ShownAs {
  const words = betweenWords('en');
  const { byHistories, now, outside, pipeline } = folder;
  const why = [
    ...(byHistories ? [words.byHistories(byHistories.why, byHistories.day)] : []),
    ...(outside ? [words.outside(outside)] : []),
  ];
  const past = travel.at && {
    day: travel.at.day,
    words: plainText(travel.at.words, 100),
    why: why.join(' ') || null,
    now: realToday,
  };
  return byHistories && now
    ? {
        pipeline: now.pipeline,
        asked: { ...asked, asOf: byHistories.day },
        today: realToday,
        past: past ?? null,
      }
    : { pipeline, asked, today, past: past ?? null };
}
