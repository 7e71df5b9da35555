import {
  findStage,
  normaliseName,
  stageOf,
  type ExitCriterion,
  type Process,
  type Stage,
} from '../process/process';
import type { StageId } from '../process/stages';
import { remembered } from '../remember';
import { levelOf, linesOf, type Line } from '../notes/log';

/** An exit criterion in the notes of a deal: an item of a task list under a heading of its stage. */
export interface ChecklistItem {
  readonly id: string;
  readonly isTicked: boolean;
  /** Where its blank or its `x` stands: an offset into the whole text. */
  readonly at: number;
  readonly line: Line;
  /** What stands before its box: `  - `. */
  readonly bullet: string;
}

/** The lines from a heading of a stage on, up to the next heading. */
export interface StageSection {
  readonly stage: StageId;
  readonly level: number;
  readonly lines: readonly Line[];
  readonly items: readonly ChecklistItem[];
}

/** A tick in a box; what has none need not be gone through line by line, and most files of a pipeline have none. */
const TICK = /\[[xX]\]/;

/** The ids of the criteria that are ticked in the notes. */
export function tickedCriteria(text: string, bodyStart: number, process: Process): readonly string[] {
  if (!TICK.test(text.slice(bodyStart))) return [];
  if (process.stages.every(({ exitCriteria }) => exitCriteria.length === 0)) return [];
  const sections = stageSections(linesOf(text, bodyStart), process);
  return sections.flatMap(({ items }) => items.filter(({ isTicked }) => isTicked).map(({ id }) => id));
}

/**
 * What stands under headings of stages, whichever of its names a heading has. What stands under a heading within is the
 * stage's too, in a section of its own; unless that heading names another stage.
 */
export function stageSections(lines: readonly Line[], process: Process): StageSection[] {
  const sections: StageSection[] = [];
  /** The headings that what follows stands under, the innermost last. */
  const above: { readonly stage: StageId; readonly level: number }[] = [];
  let start = 0;
  const close = (end: number) => {
    const inner = above.at(-1);
    if (!inner) return;
    const own = lines.slice(start, end);
    sections.push({ ...inner, lines: own, items: itemsIn(own, stageOf(process, inner.stage)) });
  };
  for (const [index, line] of lines.entries()) {
    const level = levelOf(line);
    if (!level) continue;
    close(index);
    start = index;
    while (above.length && above.at(-1)!.level >= level) above.pop();
    const stage = stageOfHeading(line.text, process);
    if (stage) above.push({ stage, level });
  }
  close(lines.length);
  return sections;
}

/** No stage has a longer name; and the end of a heading is looked for from all of its blanks. */
const MOST_OF_HEADING = 300;

/** The stage that a heading is about: `## Needs analysis`, `### 4. needs_analysis:`. */
export function stageOfHeading(heading: string, process: Process): StageId | undefined {
  if (heading.length > MOST_OF_HEADING) return undefined;
  const name = heading
    .replace(/^ {0,3}#+/, '')
    .replace(/[ \t]#+[ \t]*$/, '')
    .replace(/[*`~]/g, '')
    .trim()
    .replace(/^\d+[.)] +/, '')
    .replace(/:$/, '');
  return findStage(process, name);
}

const LIST_ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
const TASK = /^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[([ xX])\][ \t]+(?=\S)/;

function itemsIn(lines: readonly Line[], stage: Stage): ChecklistItem[] {
  const items: ChecklistItem[] = [];
  let isInList = false;
  for (const line of lines) {
    if (line.block || !line.text.trim()) continue;
    const task = TASK.exec(line.text);
    // So far in, and in no list, it is code.
    const isCode: boolean = !isInList && /^(?: {4}| {0,3}\t)/.test(line.text);
    isInList = (!isCode && LIST_ITEM.test(line.text)) || (isInList && /^[ \t]/.test(line.text));
    const id = task && !isCode ? criterionMeant(stage, line.text.slice(task[0].length)) : undefined;
    if (!task || id === undefined) continue;
    const bullet = task[1]!;
    items.push({ id, isTicked: task[2] !== ' ', at: line.start + bullet.length + 1, line, bullet });
  }
  return items;
}

/** What people add to an item: `We know the budget: 40k`, `We know the budget (Lee)`, `… — she said so`. */
const REMARK = /:| \(| [–—-] |<!--/;

/** The id of the criterion that an item means by its text or its id, in any case and with any joints. */
export function criterionMeant(stage: Stage, written: string): string | undefined {
  const names = namesIn(stage.exitCriteria);
  const short = written.slice(0, MOST_OF_ITEM);
  const whole = names.get(criterionName(short));
  if (whole !== undefined) return whole;
  const remark = short.search(REMARK);
  return remark < 0 ? undefined : names.get(criterionName(short.slice(0, remark)));
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
