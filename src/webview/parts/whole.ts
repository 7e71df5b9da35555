import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** As wide as the window, or as the paper that is common. */
export type Width = 'window' | 'paper';

/** Does something while all tabs are drawn, below each other: for pictures and for paper. */
export type Whole = <T>(action: () => T | Promise<T>, width: Width) => Promise<T>;

export const WholeContext = createContext<Whole | undefined>(undefined);

export function useWhole(): Whole {
  return useContext(WholeContext)!;
}
