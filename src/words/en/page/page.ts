import type { Formats } from '../../formats';
import { GAPS } from '../gaps';
import { historyGap } from '../historyGap';
import { callWords } from './calls';
import { changesWords } from './changes';
import { chooseWords } from './choose';
import { consistencyWords } from './consistency';
import { definitionsIn } from './definitions/all';
import { forecastWords } from './forecast';
import { frameWords } from './frame';
import { headlineWords } from './headline';
import { pushWords } from './push';
import { reachWords } from './reach';
import { sayIn } from './say';
import { timeWords } from './time';
import { todayWords } from './today';

/** All words of the funnel page in English, part by part, and what its figures mean. */
export function englishPage(formats: Formats) {
  const say = sayIn(formats);
  return {
    say,
    frame: frameWords(say),
    choose: chooseWords(say),
    headline: headlineWords(say),
    reach: reachWords(say),
    time: timeWords(say),
    consistency: consistencyWords(say),
    push: pushWords(say),
    today: todayWords(say),
    changes: changesWords(say),
    forecast: forecastWords(say),
    calls: callWords(say),
    historyGap,
    gaps: GAPS,
    definitions: definitionsIn(say),
  };
}
