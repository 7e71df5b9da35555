import type { FunnelSheet } from '../../shared/funnelSheet';
import { consistencyDefinitions } from './consistency';
import type { Definitions } from './definition';
import { forecastDefinitions } from './forecast';
import { headlineDefinitions } from './headline';
import { needDefinitions } from './need';
import { pushDefinitions } from './push';
import { reachDefinitions } from './reach';
import { timeDefinitions } from './time';

/** Every figure of the page has an entry here, under the key that its place in the page names. */
export function definitionsOf(sheet: FunnelSheet): Definitions {
  return new Map([
    ...headlineDefinitions(sheet),
    ...reachDefinitions(sheet),
    ...timeDefinitions(sheet),
    ...consistencyDefinitions(sheet),
    ...pushDefinitions(sheet),
    ...needDefinitions(),
    ...forecastDefinitions(sheet),
  ]);
}
