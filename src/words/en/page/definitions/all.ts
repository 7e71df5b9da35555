import type { Defined, Definitions } from '../../../definition';
import type { Say } from '../say';
import { changesDefinitions } from './changes';
import { consistencyDefinitions } from './consistency';
import { forecastDefinitions } from './forecast';
import { headlineDefinitions } from './headline';
import { needDefinitions } from './need';
import { pushDefinitions } from './push';
import { reachDefinitions } from './reach';
import { timeDefinitions } from './time';

/** Every figure of the page has an entry here, under the key that its place in the page names. */
export function definitionsIn(say: Say) {
  return (of: Defined): Definitions =>
    new Map([
      ...changesDefinitions(),
      ...headlineDefinitions(of, say),
      ...reachDefinitions(of, say),
      ...timeDefinitions(of, say),
      ...consistencyDefinitions(of, say),
      ...pushDefinitions(of, say),
      ...needDefinitions(),
      ...forecastDefinitions(of, say),
    ]);
}
