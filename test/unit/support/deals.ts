import assert from 'node:assert/strict';
import { addDays, type CalendarDate } from '../../../src/core/calendar';
import type { Deal, HistoryEvent } from '../../../src/core/deal/deal';
import type { Entry } from '../../../src/core/deal/entry';
import type { GitFacts } from '../../../src/core/deal/gitFacts';
import { fileStateOf, type FileState } from '../../../src/core/deal/past/fileState';
import { readDeal } from '../../../src/core/deal/readDeal';
import type { Problem } from '../../../src/core/problem';
import { DEFAULT_PROCESS, type Process } from '../../../src/core/process/process';
import { STAGE_IDS, type StageId } from '../../../src/core/process/stages';
import { sentenceOf } from '../../../src/words/sentence';

/** The stages by the letters of metrics.md's worked example. */
const LETTERS = 'LPQNROC';

export function stageAt(letter: string): StageId {
  return STAGE_IDS[LETTERS.indexOf(letter)]!;
}

/** A date for use in a test: what stands there is one. */
export function date(text: string): CalendarDate {
  return text as CalendarDate;
}

/** Day 0 is 2026-01-01. */
export function day(number: number): CalendarDate {
  return addDays(date('2026-01-01'), number);
}

/** `L0 P2 won40`: a letter for a stage, or a status, each with its day. */
export function events(text: string): HistoryEvent[] {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .map(word => {
      const [, what, on] = /^([A-Z]|open|won|lost)(\d+)$/.exec(word)!;
      const status = what!.length > 1 ? (what as HistoryEvent['status']) : undefined;
      return { on: day(Number(on)), stage: status ? undefined : stageAt(what!), status };
    });
}

const EMPTY = readGood(file('title: Acme\nstage: lead-generation')).deal;

/** A deal with nothing in it but what the test is about. */
export function makeDeal(given: Partial<Deal> = {}): Deal {
  return { ...EMPTY, path: 'acme.md', ...given };
}

/** The deal that a history leads to: in its last stage, and with its last status. */
export function dealWith(history: string, given: Partial<Deal> = {}): Deal {
  const all = events(history);
  const status = all.findLast(event => event.status)?.status ?? 'open';
  return makeDeal({
    history: all,
    stage: all.findLast(event => event.stage)?.stage ?? 'lead-generation',
    status,
    closedOn: status === 'open' ? undefined : all.findLast(event => event.status === status)?.on,
    ...given,
  });
}

/**
 * What git knows of a deal of which only the close date was ever changed: from which day on its file named which.
 *
 * @param said what else it has said all the time
 */
export function closingInGit(
  seen: readonly { readonly on: CalendarDate; readonly closeDate: CalendarDate | undefined }[],
  said: Partial<FileState> = {},
): GitFacts {
  const [first = { on: day(0), closeDate: undefined }, ...later] = seen;
  const by = 'Dana';
  const state = { ...fileStateOf(file('title: Acme\nstage: lead-generation'), DEFAULT_PROCESS)! };
  return {
    first: { on: first.on, by, commit: '0', state: { ...state, ...said, closeDate: first.closeDate } },
    changes: later.map(({ on, closeDate }, at) => ({ on, by, commit: `${at + 1}`, set: { closeDate } })),
  };
}

/** A deal file: front matter lines between fences, and a body. */
export function file(frontMatter: string, body = 'Notes.\n'): string {
  const lines = frontMatter === '' || frontMatter.endsWith('\n') ? frontMatter : `${frontMatter}\n`;
  return `---\n${lines}---\n${body}`;
}

export function read(text: string, process: Process = DEFAULT_PROCESS, path = 'deals/acme.md'): Entry {
  return readDeal(path, text, process);
}

/** The deal that a text holds and what is wrong with it; the test fails where there is none. */
export function readGood(text: string, process?: Process): { deal: Deal; problems: readonly Problem[] } {
  const entry = read(text, process);
  assert.ok(entry.kind === 'deal', `${JSON.stringify(entry)} is no deal`);
  return entry;
}

/** Why a text needs attention; the test fails where it does not. */
export function readBad(text: string, process?: Process): Problem {
  const entry = read(text, process);
  assert.ok(entry.kind === 'attention', `${JSON.stringify(entry)} needs no attention`);
  return entry.problem;
}

/** Asserts where and how a problem is told: its code, its line, and something of its words. */
export function assertProblem(problem: Problem | undefined, code: string, line: number, words: RegExp): void {
  assert.ok(problem, `no problem, expected ${code}`);
  assert.deepEqual({ code: problem.code, line: problem.line }, { code, line }, sentenceOf(problem));
  assert.match(sentenceOf(problem), words);
}
