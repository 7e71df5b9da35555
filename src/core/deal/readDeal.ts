import { parseFrontMatter, type Parsed } from '../frontMatter/parse';
import {
  isNote,
  needsAttention,
  titleOf,
  type AttentionEntry,
  type DealEntry,
  type Entry,
  type NoteEntry,
} from './entry';
import type { Money } from '../money';
import { runsOf } from '../lineRuns';
import { ownText } from '../ownText';
import { error, hint, warning, type Problem } from '../problem';
import type { Process } from '../process/process';
import { contractValue } from '../recurring';
import { trimmed } from '../trimmed';
import { dealOfSides } from './dealOfSides';
import { anchorProblems } from './near/anchorTexts';

import { cutProblems } from './near/cutTexts';
import { doubts } from './near/doubts';
import { foldedProblems } from './near/foldedItems';
import { leftMarkers } from './near/leftMarkers';
import { misplacedDeal } from './near/misplacedDeal';
import { nearKeys } from './near/nearKeys';
import { nestedDeal } from './near/nestedDeal';
import { nearStage } from './near/nearStage';
import { isOtherNote } from './near/otherNotes';
import { brokenByPlaceholder, tellUnfilled } from './near/unfilled';
import { outcomeProblems } from './problems/outcome';
import { wonEarly } from './problems/rules';
import { bareDeal, type DealInTheMaking } from './read/bareDeal';
import { readHistory } from './read/history';
import { readMoney } from './read/money';
import { readMore } from './read/more';
import { readNoted, type Noted } from './read/noted';
import { isUnreadable, readPlainFields } from './read/plainFields';
import { FieldReading } from './read/reading';
import { isStageUnknown, readStage, readStatus } from './read/stage';
import { fileTitle, nameMeant } from '../pipeline/paths';
import { say } from './say';
import type { NotedTodos } from './todos';

/**
 * Reads one file of a pipeline. Any text and any YAML value in any field gives an entry: a field that makes no sense
 * is left out of the deal and told as a problem at its line; a deal in conflict is what its first side says. Never throws.
 */
export function readDeal(path: string, text: string, process: Process): Entry {
  const whole = readNamed(path, text, process);
  const isInConflict = needsAttention(whole) && whole.problem.code === 'conflict-markers';
  const entry = isInConflict ? dealOfSides(whole, text, side => readNamed(path, side, process)) : whole;
  const meant = nameMeant(path);
  if (!meant || isNote(entry)) return entry;
  return attention(path, error('misnamed-deal-file', say('misnamedDeal', meant)), titleOf(entry));
}

function readNamed(path: string, text: string, process: Process): Entry {
  const parsed = parseFrontMatter(text, process.fields);
  if (parsed.kind === 'none') return misplacedOr({ kind: 'note', path }, text, 0, process);
  if (parsed.kind === 'refused')
    return isOtherNote(text, parsed.problem, process)
      ? { kind: 'note', path }
      : attention(path, brokenByPlaceholder(text, parsed.problem));
  const { data, frontMatter } = parsed;
  if (!Object.hasOwn(data, 'stage')) return hiddenOrNote(path, text, parsed, process);
  const { bodyStart } = frontMatter;
  const reading = new FieldReading(data, text, frontMatter, process.fields);
  const stageNotKnown = isStageUnknown(reading, process);
  const stage = stageNotKnown ? undefined : readStage(reading, process);
  const status = readStatus(reading);
  const deal = bareDeal(path);
  readPlainFields(reading, deal);
  const noted = readNoted(text, bodyStart, process, Boolean(deal.title));
  const { logged, todos } = noted;
  const title = deal.title || (noted.title ? ownText(noted.title) : fileTitle(path));
  const { events, entries } = readHistory(reading, process, stage, status);
  deal.title = title;
  deal.stage = stage ?? deal.stage;
  deal.status = status ?? deal.status;
  deal.checks = union(deal.checks, noted.ticked);
  deal.history = trimmed(events);
  addWorth(deal, readMoney(reading, process.currency));
  addLog(deal, noted);
  if (todos.open.length) deal.todos = todos.open;
  if (stageNotKnown) deal.stageNotKnown = true;
  const more = readMore(data, reading.head, deal);
  if (more !== undefined) deal.more = more;
  reading.addAll(nearKeys(parsed, process));
  reading.addAll(cutProblems(text, frontMatter, process.fields));
  reading.addAll(foldedProblems(text, frontMatter, data, process.fields));
  reading.addAll(anchorProblems(text, frontMatter, process.fields));
  reading.addAll(doubts(reading, process.currency));
  reading.addAll(leftMarkers(text, bodyStart));
  reading.addAll(todos.misdated.map(noSuchDay));
  reading.addAll(noted.unclear.map(loggedUnclear));
  const nested = nestedDeal(data, process);
  if (nested) reading.add(nested);
  tellUnfilled(reading, text, frontMatter, process.fields);
  const { problems } = reading;
  if ((!stage && !stageNotKnown) || !status) {
    // The stage and the status are read before all else.
    const [first, ...others] = problems;
    return attention(path, first!, title, others);
  }
  const absent = process.required.filter(key => reading.isEmpty(key) || isUnreadable(deal, key));
  if (absent.length) deal.absent = absent;
  reading.addAll(outcomeProblems(deal, process.fields));
  reading.addAll(wonEarly(deal, process));
  const entry: { -readonly [key in keyof DealEntry]: DealEntry[key] } = {
    kind: 'deal',
    path,
    deal,
    problems,
  };
  if (!entries.every((listed, at) => listed === at)) entry.historyAt = entries;
  if (logged.length) entry.loggedAt = runsOf(logged.map(({ line }) => line));
  return entry;
}

function noSuchDay({ date, mayBe, ...place }: NotedTodos['misdated'][number]): Problem {
  const says = mayBe.length ? say('todoUnclear', { written: date, mayBe }) : say('noTodoDate', { date });
  return warning('invalid-todo-date', says, { ...place, ...(mayBe.length && { meant: mayBe }) });
}

function loggedUnclear({ line, written, mayBe }: Noted['unclear'][number]): Problem {
  return hint('invalid-date', say('loggedUnclear', { written, mayBe }), { line, meant: mayBe });
}

/** How many lines of a log are kept with what they say, behind the newest. */
const MOST_SAID = 5;

/** What its log says. */
function addLog(deal: DealInTheMaking, { logged, said }: Noted): void {
  const [newest, ...before] = logged;
  if (!newest) return;
  deal.lastActivity = { on: newest.date, what: ownText(said(0)) };
  if (!before.length) return;
  deal.activeBefore = before.map(({ date }) => date);
  deal.saidBefore = before.slice(0, MOST_SAID).map((_, at) => ownText(said(at + 1)));
}

/** What it is worth by what its file says. */
function addWorth(deal: DealInTheMaking, said: Money | undefined): void {
  const { valuePeriod, term } = deal;
  deal.value = said;
  if (!said || !valuePeriod) return;
  deal.value = contractValue(said, valuePeriod, term);
  deal.valueEach = said;
}

/** A file without a stage, or one that says it where it is not read: behind a key that is not quite ours, or further down. */
function hiddenOrNote(
  path: string,
  text: string,
  parsed: Extract<Parsed, { kind: 'found' }>,
  process: Process,
): Entry {
  const { data, frontMatter } = parsed;
  const hidden = nearStage(parsed, process);
  const nested = hidden ? undefined : nestedDeal(data, process);
  const reading = new FieldReading(data, text, frontMatter, process.fields);
  if (nested) {
    reading.add(nested);
    return attention(path, reading.problems[0]!);
  }
  if (!hidden) return misplacedOr({ kind: 'note', path }, text, frontMatter.bodyStart, process);
  for (const problem of [hidden, ...nearKeys(parsed, process)]) reading.add(problem);
  const [first, ...others] = reading.problems;
  const isOther = ({ at }: Problem) => at![0] !== hidden.at![0];
  return attention(path, first!, fileTitle(path), others.filter(isOther));
}

function misplacedOr(note: NoteEntry, text: string, from: number, process: Process): Entry {
  const problem = misplacedDeal(text, from, process);
  return problem ? attention(note.path, problem) : note;
}

/** The entry of a file that may be a deal and cannot be read. */
export function attention(
  path: string,
  problem: Problem,
  title = fileTitle(path),
  others: readonly Problem[] = [],
): AttentionEntry {
  return { kind: 'attention', path, title, problem, ...(others.length && { others }) };
}

function union(some: readonly string[], others: readonly string[]): readonly string[] {
  return others.length ? [...new Set([...some, ...others])] : some;
}
