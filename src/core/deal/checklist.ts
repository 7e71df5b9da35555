import {
  findStage,
  normaliseName,
  stageOf,
  type ExitCriterion,
  type Process,
  type Stage,
} from '../process/process';
import type { StageId } from '../process/stages';
import type { NoteItem, Notes } from '../notes/notes';
import { namesInHeading } from '../notes/heading';
import { tasksIn } from '../notes/tasks';
import { remembered } from '../remember';

/** An exit criterion in the notes of a deal: an item of a task list under a heading of its stage. */
export interface ChecklistItem {
  readonly id: string;
  readonly isTicked: boolean;
  /** Where its blank or its `x` stands: an offset into the whole text. */
  readonly at: number;
  readonly item: NoteItem;
  /** What stands before its box: `  - `. */
  readonly bullet: string;
}

/** The lines from a heading of a stage on, up to the next heading. */
export interface StageSection {
  readonly stage: StageId;
  /** Its first line of the notes, and the line behind its last one. */
  readonly first: number;
  readonly behind: number;
  readonly items: readonly ChecklistItem[];
}

/** Boxes with a tick; what has none need not be read for it, and most files of a pipeline have none. */
const TICKS = ['[x]', '[X]'];

/** Whether criteria of a process may be ticked in a text. */
export function mayHaveTicks(text: string, from: number, { stages }: Process): boolean {
  return TICKS.some(tick => text.includes(tick, from)) && stages.some(stage => stage.exitCriteria.length > 0);
}

/** The ids of the criteria that are ticked in the notes. */
export function tickedCriteria(notes: Notes, process: Process): readonly string[] {
  const items = stageSections(notes, process).flatMap(section => section.items);
  return items.filter(({ isTicked }) => isTicked).map(({ id }) => id);
}

/**
 * What stands under headings of stages, whichever of its names a heading has. What stands under a heading within is the
 * stage's too, in a section of its own; unless that heading names another stage.
 */
export function stageSections(notes: Notes, process: Process): StageSection[] {
  const { headings, lines } = notes;
  const tasks = tasksIn(notes);
  let next = 0;
  const sections: StageSection[] = [];
  /** The headings that what follows stands under, the innermost last. */
  const above: { readonly stage: StageId; readonly level: number }[] = [];
  for (const [index, { level, title, first }] of headings.entries()) {
    while (above.length && above.at(-1)!.level >= level) above.pop();
    const named = stageOfHeading(title, process);
    if (named) above.push({ stage: named, level });
    const stage = above.at(-1)?.stage;
    if (!stage) continue;
    const behind = headings[index + 1]?.first ?? lines.length;
    while (next < tasks.length && tasks[next]!.item.line < first) next++;
    const items: ChecklistItem[] = [];
    for (; next < tasks.length && tasks[next]!.item.line < behind; next++) {
      const { words, ...task } = tasks[next]!;
      const id = criterionMeant(stageOf(process, stage), words);
      if (id !== undefined) items.push({ ...task, id });
    }
    sections.push({ stage, first, behind, items });
  }
  return sections;
}

/** The stage that the title of a heading names: `Needs analysis`, `4. needs_analysis:`. */
export function stageOfHeading(title: string, process: Process): StageId | undefined {
  for (const name of namesInHeading(title)) {
    const stage = findStage(process, name.replace(/[*`~]/g, ''));
    if (stage) return stage;
  }
  return undefined;
}

/**
 * What people and their tools add to an item: `We know the budget: 40k`, `… (Lee)`, `… — she said so`, `… → done`, `… @lee`;
 * marks of Obsidian's Tasks (`… ✅ 2026-11-20`), inline fields (`… [due:: 2026-11-20]`), links (`… [[Acme]]`), tags
 * (`… #waiting`) and ids of blocks (`… ^a1b2c3`).
 */
const REMARK =
  /:| ?;| [([@|\u2192]| (?:[\u2013\u2014-]|[-=]>) | ?<[!/a-z]| https?:| ?[\p{Extended_Pictographic}\u2713]| #[^\s#]| \^[\w-]+\s*$/giu;

/** Tags that stand before it: `- [x] #task We know the budget`. */
const TAGS_BEFORE = /^(?:#[^\s#]+\s+)+/;

/** The id of the criterion that an item means by its text or its id, in any case and with any joints. */
export function criterionMeant(stage: Stage, written: string): string | undefined {
  const names = namesIn(stage.exitCriteria);
  const short = written.slice(0, MOST_OF_ITEM);
  const whole = names.get(criterionName(short));
  if (whole !== undefined) return whole;
  const untagged = short.replace(TAGS_BEFORE, '');
  for (const text of new Set([short, untagged])) {
    // A criterion may itself have a colon or a dash in it: as much as possible is its text.
    const ends = [text.length, ...[...text.matchAll(REMARK)].map(({ index }) => index).reverse()];
    for (const end of ends) {
      const id = names.get(criterionName(text.slice(0, end)));
      if (id !== undefined) return id;
    }
  }
  return undefined;
}

const MOST_OF_ITEM = 500;

/** Ids come before texts, and of two that are alike the first counts. */
const namesIn = remembered((criteria: readonly ExitCriterion[]): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const key of ['id', 'text'] as const) {
    for (const criterion of criteria) {
      const name = criterionName(criterion[key]);
      if (name && !names.has(name)) names.set(name, criterion.id);
    }
  }
  return names;
});

/** Alike for texts that differ only in case, in joints, in emphasis, or in a full stop. */
function criterionName(text: string): string {
  return normaliseName(text.slice(0, MOST_OF_ITEM).replace(/[*`~]/g, '')).replace(/[.;!]$/, '');
}
