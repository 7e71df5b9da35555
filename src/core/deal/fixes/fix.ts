import type { CalendarDate } from '../../calendar';
import type { Problem } from '../../problem';
import type { Process } from '../../process/process';
import type { Says } from '../../says';
import type { TextEdit } from '../../textEdit';
import type { Deal } from '../deal';
import { problemsIn } from '../problems/problemsIn';
import { readDeal } from '../readDeal';
import type { FrontMatterChange } from '../../frontMatter/edit/change';
import { editFrontMatter } from '../../frontMatter/edit/editFrontMatter';
import type { Data } from '../../frontMatter/parse';

/** One way out of a problem. */
export interface Fix {
  /** What it is called: `Change to “proposal”`. */
  readonly says: Says;
  readonly edits: readonly TextEdit[];
  /** The likeliest of several, or the only one. */
  readonly isPreferred: boolean;
  /** Nothing is guessed and nothing is lost: it may be done without asking. */
  readonly isSafe: boolean;
}

/** What a fix is made from: the text as it is now, and what stands around it. */
export interface Broken {
  readonly text: string;
  readonly problem: Problem;
  readonly process: Process;
  readonly today: CalendarDate;
  /** The values as the file has them, by the standard names of its keys, and the deal; where they can be read. */
  readonly data: Data;
  readonly deal: Deal | undefined;
}

export type Fixer = (broken: Broken) => readonly Fix[];

export interface Manner {
  readonly isPreferred?: boolean;
  readonly isSafe?: boolean;
}

/** A fix by a change of the front matter, by the standard names of its keys; none where it cannot be proved. */
export function byChange(
  { text, process }: Broken,
  says: Says,
  change: FrontMatterChange,
  manner: Manner = {},
): Fix[] {
  const edited = editFrontMatter(text, change, process.fields);
  return edited.ok && edited.edits.length ? [fix(says, edited.edits, manner)] : [];
}

export function canBeMade({ text, process }: Broken, change: FrontMatterChange): boolean {
  return editFrontMatter(text, change, process.fields).ok;
}

export function fix(
  says: Says,
  edits: readonly TextEdit[],
  { isPreferred = false, isSafe = false }: Manner = {},
): Fix {
  return { says, edits, isPreferred, isSafe };
}

/** What is wrong with a text, by itself. */
export function problemsAfter(
  { process, today }: Pick<Broken, 'process' | 'today'>,
  text: string,
): readonly Problem[] {
  return problemsIn(readDeal('', text, process), { process, today, alike: [] });
}
