import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** As wide as the window, or as the paper that is common. */
export type Width = 'window' | 'paper';

/** Does something while all tabs are drawn, below each other: for pictures and for paper. */
export type Whole = <T>(action: () => T | Promise<T>, width: Width) => Promise<T>;

export const WholeContext = createContext<Whole | undefined>(undefined);

export const PaperContext = createContext(false);

/** Whether it is drawn for paper, where nothing can be unfolded. */
export function useIsOnPaper(): boolean {
  return useContext(PaperContext);
}

export function useWhole(): Whole {
  return useContext(WholeContext)!;
}
