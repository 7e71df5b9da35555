import { resolve } from 'node:path';
import type { Clock } from '../actions/ports/clock';

/** What a command knows of where it runs, and where its words go. All that it needs of a process is here. */
export interface Terminal {
  /**
   * The absolute path of the folder that paths are meant from. Asked only when it is needed.
   *
   * @throws the system's error where the folder is no longer there
   */
  readonly cwd: string;
  /** The absolute path of the command line's own file. */
  readonly ownFile: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** How the person writes days and amounts, as a BCP 47 tag such as `en-GB`. */
  readonly language: string;
  /** Whether a person sits before it, who can be asked; a script cannot. */
  readonly isInteractive: boolean;
  /** How many columns it shows, where it shows columns. */
  readonly columns: number | undefined;
  /** Puts a line on standard error in place of the one that it has put there before; nothing where no person sees it. */
  readonly showPassing?: ((line: string) => void) | undefined;
  /** All that is put into standard input. */
  input(): Promise<Uint8Array>;
  out(text: string): void;
  err(text: string): void;
}

/** The absolute path of what a person names from where they are. */
export function absolute({ cwd }: Pick<Terminal, 'cwd'>, path: string): string {
  return resolve(cwd, path);
}
