import type { Across } from '../../core/changes/across';
import { latestOf } from '../../core/changes/across';
import type { CommitDeeds, QuietChange, QuietKind } from '../../core/changes/commitDeeds';
import type { DealEvent } from '../../core/changes/event';
import { plainText } from '../../core/escape';
import type { MoneyFormat } from '../../core/moneyFormat';
import type { Process } from '../../core/process/process';
import type { BetweenWords } from '../between';
import { sumOf } from '../changes/groups';
import type { CommitCount } from '../en/commit';
import { dealLine, titleIn, type CommitWordSources, type DealLine } from './dealLine';

/** What a commit does to one of the pipelines in a repository. */
export interface CommitOfPipeline {
  readonly deeds: CommitDeeds;
  readonly process: Process;
}

/** The subject; below it, where that cannot tell all, a line of each deal. No line of either can be a comment of git's. */
export interface CommitMessage {
  /** One line of 72 characters at most. */
  readonly subject: string;
  readonly body: readonly string[];
}

/** Amounts are written for a team, whoever commits. */
export const COMMIT_LOCALE = 'en';

const MAX_SUBJECT = 72;
/** More deals than these are counted. */
const MAX_TOLD = 3;
const MAX_BODY = 50;
/** What a title is cut to where the subject tells each deal. */
const MIN_TITLE = 10;
const MAX_TITLE = 60;

/** The message of a commit, made of what it does to deals. */
export function commitMessage(
  all: readonly CommitOfPipeline[],
  words: BetweenWords,
  money: MoneyFormat,
): CommitMessage {
  const deals = all.flatMap(({ deeds, process }) =>
    byDeal(deeds.events).map(events => ({ events, sources: { process, words, money } })),
  );
  const quiet = all.flatMap(({ deeds }) => deeds.quiet);
  const lines = (maxTitle: number) => deals.map(({ events, sources }) => dealLine(events, sources, maxTitle));
  const quietSaid = quietLines(quiet, words);
  const body = [...lines(MAX_TITLE).map(({ full }) => full), ...quietLines(quiet, words, MAX_BODY)];
  if (deals.length + quietSaid.length <= MAX_TOLD) {
    const full = [...lines(MAX_TITLE).map(line => line.full), ...quietSaid].join(SEPARATOR);
    if (full.length <= MAX_SUBJECT)
      return { subject: full, body: quiet.length > MAX_TOLD ? inBody(body, words) : [] };
  }
  return { subject: subjectOf(deals, lines, quietSaid, words, money), body: inBody(body, words) };
}

const SEPARATOR = '; ';

/** A message as git takes it. */
export function messageText({ subject, body }: CommitMessage): string {
  return [subject, ...(body.length ? ['', ...body] : [])].join('\n');
}

interface DealDone {
  readonly events: readonly DealEvent[];
  readonly sources: CommitWordSources;
}

function subjectOf(
  deals: readonly DealDone[],
  lines: (maxTitle: number) => readonly DealLine[],
  quiet: readonly string[],
  words: BetweenWords,
  money: MoneyFormat,
): string {
  if (deals.length <= MAX_TOLD && deals.length + quiet.length <= MAX_TOLD)
    for (let maxTitle = MAX_TITLE; maxTitle >= MIN_TITLE; maxTitle--) {
      const subject = [...lines(maxTitle).map(({ short }) => short), ...quiet].join(SEPARATOR);
      if (subject.length <= MAX_SUBJECT) return subject;
    }
  return fitting([...countsOf(deals, words, money), ...quiet]);
}

/** As many parts as there is room for. */
function fitting(parts: readonly string[]): string {
  let subject = plainText(parts[0] ?? '', MAX_SUBJECT);
  for (const part of parts.slice(1)) {
    const longer = `${subject}, ${part}`;
    if (longer.length <= MAX_SUBJECT) subject = longer;
  }
  return subject;
}

/** Each deal is counted once, by the most that has happened to it. */
const COUNTED: readonly (readonly [CommitCount, readonly DealEvent['kind'][]])[] = [
  ['won', ['won']],
  ['lost', ['lost']],
  ['open', ['open']],
  ['new', ['new']],
  ['removed', ['removed']],
  ['moved', ['advanced', 'back']],
];
const IN_ORDER: readonly CommitCount[] = ['moved', 'won', 'lost', 'open', 'new', 'removed', 'updated'];

function countsOf(deals: readonly DealDone[], words: BetweenWords, money: MoneyFormat): string[] {
  const groups = new Map<CommitCount, Across[]>();
  for (const { events } of deals) {
    const isOf = (kinds: readonly string[]) => events.some(({ kind }) => kinds.includes(kind));
    const count = COUNTED.find(([, kinds]) => isOf(kinds))?.[0] ?? 'updated';
    groups.set(count, [...(groups.get(count) ?? []), events[0]!.across]);
  }
  const there = IN_ORDER.filter(count => groups.has(count));
  return there.map((count, at) => {
    const group = groups.get(count)!;
    const sum = count === 'won' ? money.sums(sumOf(group.map(latestOf))) : '';
    return words.commit.count(group.length, count, sum, at === 0);
  });
}

function byDeal(events: readonly DealEvent[]): DealEvent[][] {
  const groups = new Map<Across, DealEvent[]>();
  for (const event of events) groups.set(event.across, [...(groups.get(event.across) ?? []), event]);
  return [...groups.values()];
}

const QUIET_ORDER: readonly QuietKind[] = ['log', 'notes', 'details', 'renamed', 'file', 'process', 'calls'];

/** One line of each kind; `Acme: notes` where it is of one deal, `Log: Acme, Globex` where it is of more. */
function quietLines(quiet: readonly QuietChange[], words: BetweenWords, maxNames = MAX_TOLD): string[] {
  const { commit } = words;
  return QUIET_ORDER.flatMap(kind => {
    const names = quiet.filter(one => one.kind === kind).map(({ name }) => name);
    if (!names.length) return [];
    if (kind === 'process' || kind === 'calls') return [commit.quiet[kind]];
    const titles = names.slice(0, maxNames).map(name => titleIn(name, { words }, names.length > 1 ? 18 : 40));
    if (names.length === 1 && kind !== 'file') return [commit.quietOfOne(titles[0]!, kind)];
    const said = titles.join(', ');
    const left = names.length - titles.length;
    return [commit.about(commit.quiet[kind], left ? commit.andMore(said, left) : said)];
  });
}

/** A list, so that no line begins as a title does: git would take one for something at the end of a message. */
function inBody(lines: readonly string[], { commit }: BetweenWords): string[] {
  const told = lines.slice(0, MAX_BODY).map(line => `- ${plainText(line, 300)}`);
  const left = lines.length - told.length;
  return left ? [...told, `- ${commit.moreLines(left)}`] : told;
}
