import { oneLine } from '../oneLine';
import { stageOf, type ExitCriterion, type Process, type Stage } from '../process/process';
import type { StageId } from '../process/stages';
import type { TextEdit } from '../textEdit';
import { criterionMeant, stageOfHeading, stageSections, type StageSection } from './checklist';
import type { Deal } from './deal';
import { cutFrontMatter } from '../frontMatter/cut';
import { endOfItem, insertLines } from '../notes/insertLines';
import { levelOf, linesOf, logSection, type Line } from '../notes/log';

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
  const cut = cutFrontMatter(text);
  const lines = linesOf(text, cut.kind === 'found' ? cut.frontMatter.bodyStart : 0);
  const sections = stageSections(lines, process);
  const own = sections.filter(section => section.stage === id);
  const there = new Set(own.flatMap(({ items }) => items.map(item => item.id)));
  const stage = stageOf(process, id);
  const missing = stage.exitCriteria.filter(one => !there.has(one.id));
  if (!missing.length) return [];
  const tasks = missing.map(one => `[${checks.includes(one.id) ? 'x' : ' '}] ${wordsFor(one, stage)}`);
  const started = own.find(({ items }) => items.length);
  if (started) return [behindItems(text, started, tasks)];
  const bullet = bulletIn(lines, sections);
  const items = tasks.map((task, count) => numbered(bullet, count) + task);
  return [
    own[0] ? intoSection(text, own[0], items) : newSection(text, lines, headingFor(stage, process), items),
  ];
}

/** The text of a criterion; its id where the text would be taken for another one. */
function wordsFor({ id, text }: ExitCriterion, stage: Stage): string {
  const words = oneLine(text);
  return criterionMeant(stage, words) === id ? words : id;
}

/** The label of a stage; its id where the label would be taken for another one. */
function headingFor({ id, label }: Stage, process: Process): string {
  const words = oneLine(label);
  return stageOfHeading(`## ${words}`, process) === id ? words : id;
}

function behindItems(text: string, { lines, items }: StageSection, tasks: readonly string[]): TextEdit {
  const { line, bullet } = items.at(-1)!;
  const index = lines.indexOf(line);
  const at = endOfItem(lines, { index, indent: /^[ \t]*/.exec(bullet)![0] });
  return insertLines(
    text,
    at,
    tasks.map((task, count) => numbered(bullet, count + 1) + task),
  );
}

/** `3. ` goes on as `4. `; all others stay the same. */
function numbered(bullet: string, by: number): string {
  return bullet.replace(/\d+/, number => String(Number(number) + by));
}

function intoSection(text: string, { lines }: StageSection, items: readonly string[]): TextEdit {
  const isOpenBlock = ({ block }: Line) => block && !block.isClosed;
  const last = lines.findLast(line => line.text.trim() && !isOpenBlock(line))!;
  const next = lines[lines.indexOf(last) + 1];
  const isFollowed = next ? next.text.trim() !== '' : last.end < text.length;
  return insertLines(text, last.end, ['', ...items, ...(isFollowed ? [''] : [])]);
}

/** Before the log, as one of its like; else at the end, but not in a block that is never closed. */
function newSection(
  text: string,
  lines: readonly Line[],
  heading: string,
  items: readonly string[],
): TextEdit {
  const log = logSection(lines)?.[0];
  const open = lines.at(-1)?.block;
  const next = log ?? (open && !open.isClosed ? open : undefined);
  const at = next?.start ?? text.length;
  const before = lines.findLast(({ end }) => end <= at);
  const isClose = before !== undefined && before.text.trim() !== '';
  const marks = '#'.repeat(log ? levelOf(log) : 2);
  const section = [`${marks} ${heading}`, '', ...items];
  return insertLines(text, at, [...(isClose ? [''] : []), ...section, ...(next ? [''] : [])]);
}

/** As the deal's other task lists begin their items, else its log, else any list. */
function bulletIn(lines: readonly Line[], sections: readonly StageSection[]): string {
  const task = sections.flatMap(({ items }) => items)[0]?.bullet;
  const list = (some: readonly Line[]) =>
    some.map(({ block, text }) => (block ? undefined : BULLET.exec(text)?.[0])).find(found => found);
  const bullet = task?.trimStart() ?? list(logSection(lines) ?? []) ?? list(lines) ?? '- ';
  return bullet.replace(/\d+/, '1');
}

const BULLET = /^[-*+][ \t]+(?=\S)/;
