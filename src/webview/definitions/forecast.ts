import type { FunnelSheet } from '../../shared/funnelSheet';
import type { DefinitionEntry } from './definition';

export function forecastDefinitions(_sheet: FunnelSheet): DefinitionEntry[] {
  return [];
}
