import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { StageId } from '../core/process/stages';
import type { FunnelSheet } from '../shared/funnelSheet';

export const SheetContext = createContext<FunnelSheet | undefined>(undefined);

/** The sheet that the page shows; for all parts of it. */
export function useSheet(): FunnelSheet {
  return useContext(SheetContext)!;
}

/** The team's name for a stage. */
export function labelOf({ stages }: Pick<FunnelSheet, 'stages'>, id: StageId): string {
  return stages.find(({ stage }) => stage === id)!.label;
}
