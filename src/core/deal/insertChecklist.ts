import { oneLine } from '../oneLine';
import { stageOf, type ExitCriterion, type Process, type Stage } from '../process/process';
import type { StageId } from '../process/stages';
import type { TextEdit } from '../textEdit';
import { criterionMeant, stageOfHeading, stageSections, type StageSection } from './checklist';
import type { Deal } from './deal';
import { insertItems, insertLines, wideBullet } from '../notes/insertLines';
import { logSection } from '../notes/log';
import { openEnd, type Notes } from '../notes/notes';
import { readNotes } from '../notes/readNotes';

/**
 * The edits that put the exit criteria of a stage into the notes of a deal, as a task list under a heading of the stage:
 * behind the items that are there, in their style, and only what is not there yet; else as a section of its own, before
 * the log. What is met already is ticked. Only lines are added.
 *
 * @param deal what the text holds
 */
export function insertChecklist(
  text: string,
  { checks }: Pick<Deal, 'checks'>,
  id: StageId,
  process: Process,
): TextEdit[] {
  const notes = readNotes(text);
  const sections = stageSections(notes, process);
  const own = sections.filter(section => section.stage === id);
  const there = new Set(own.flatMap(({ items }) => items.map(item => item.id)));
  const stage = stageOf(process, id);
  const missing = stage.exitCriteria.filter(one => !there.has(one.id));
  if (!missing.length) return [];
  const tasks = missing.map(one => `[${checks.includes(one.id) ? 'x' : ' '}] ${wordsFor(one, stage)}`);
  const last = own.find(({ items }) => items.length)?.items.at(-1);
  if (last) {
    const more = tasks.map((task, count) => numbered(last.bullet, count + 1) + task);
    return [insertItems(notes, last.item, more)];
  }
  const bullet = bulletIn(notes, sections);
  const itemsAt = (at: number) => {
    const wide = wideBullet(notes, at, bullet);
    return tasks.map((task, count) => numbered(wide, count) + task);
  };
  return [
    own[0] ? intoSection(notes, own[0], itemsAt) : newSection(notes, headingFor(stage, process), itemsAt),
  ];
}

/** The new items as they are written at a place. */
type ItemsAt = (at: number) => readonly string[];

/** The text of a criterion; its id where the text would be taken for another one. */
function wordsFor({ id, text }: ExitCriterion, stage: Stage): string {
  const words = oneLine(text);
  return criterionMeant(stage, words) === id ? words : id;
}

/** The label of a stage; its id where the label would be taken for another one. */
function headingFor({ id, label }: Stage, process: Process): string {
  const words = oneLine(label);
  return stageOfHeading(words, process) === id ? words : id;
}

/** `3. ` goes on as `4. `; all others stay the same. */
function numbered(bullet: string, by: number): string {
  return bullet.replace(/\d+/, number => String(Number(number) + by));
}

function intoSection(notes: Notes, { behind }: StageSection, itemsAt: ItemsAt): TextEdit {
  const { text, lines } = notes;
  const open = openEnd(notes) ?? text.length;
  // If nothing else is there, the heading is.
  const isLast = ({ text: words, end }: (typeof lines)[0], at: number) =>
    at < behind && words.trim() !== '' && end <= open;
  const last = lines.findLastIndex(isLast);
  const { end } = lines[last]!;
  const isFollowed = last + 1 < behind ? lines[last + 1]!.text.trim() !== '' : end < text.length;
  return insertLines(text, end, ['', ...itemsAt(end), ...(isFollowed ? [''] : [])]);
}

/** Before the log, as one of its like; else at the end, but not in a block that is never closed. */
function newSection(notes: Notes, heading: string, itemsAt: ItemsAt): TextEdit {
  const { text, lines } = notes;
  const log = logSection(notes)?.heading;
  const next = log ? lines[log.first]!.start : openEnd(notes);
  const at = next ?? text.length;
  const before = lines.findLast(({ end }) => end <= at);
  const isClose = before !== undefined && before.text.trim() !== '';
  const section = [`${'#'.repeat(log?.level ?? 2)} ${heading}`, '', ...itemsAt(at)];
  return insertLines(text, at, [...(isClose ? [''] : []), ...section, ...(next === undefined ? [] : [''])]);
}

/** As the deal's other task lists begin their items, else its log, else any list. */
function bulletIn(notes: Notes, sections: readonly StageSection[]): string {
  const task = sections.flatMap(({ items }) => items)[0]?.bullet;
  const bullets = notes.items.flatMap(({ line, depth, mark, content }) => {
    const { start } = notes.lines[line]!;
    const isPlain = !depth && start === mark && '-*+'.includes(notes.text[mark]!) && content > mark + 1;
    return isPlain ? [{ line, bullet: notes.text.slice(mark, content) }] : [];
  });
  const log = logSection(notes);
  const ofLog = log && bullets.find(({ line }) => line >= log.first && line < log.behind);
  const bullet = task?.trimStart() ?? (ofLog ?? bullets[0])?.bullet ?? '- ';
  return bullet.replace(/\d+/, '1');
}
