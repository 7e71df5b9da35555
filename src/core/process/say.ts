import { sayer, type Says } from '../says';

/** What is said of a process file. */
export interface ProcessSays {
  /** What counts as long as the file cannot be read. */
  processNotRead: { why: Says; kept: 'builtIn' | 'previous' };
}

export const say = sayer<ProcessSays>();
