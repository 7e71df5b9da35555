import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ChangesSheet } from '../shared/changesSheet';

/** What has changed in the pipeline that the page shows, and whether another answer is on its way. */
export interface ShownChanges {
  readonly changes: ChangesSheet;
  readonly isOutdated: boolean;
}

export const ChangesContext = createContext<ShownChanges | undefined>(undefined);

/** Nothing until the extension has found it out. */
export function useChanges(): ShownChanges | undefined {
  return useContext(ChangesContext);
}
