import { conflictsIn, sidesOf } from '../../../../src/core/frontMatter/conflict';
import { isDeal } from '../../../../src/core/deal/entry';
import { read } from '../../support/deals';
import { field, linesBelow, tagsOf } from './month';

export interface Versions {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  owner: ['owner'],
  close_date: ['close_date'],
  value: ['value', 'currency'],
  next_step: ['next_step', 'next_step_on'],
};

/** What nobody but a person can decide: written down here once more, and in another way than the merge does it. */
function trueConflicts(versions: Versions): string[] {
  const { base, ours, theirs } = versions;
  const fields = Object.entries(GROUPS).filter(([, keys]) => {
    const changed = (side: string) => keys.filter(key => field(side, key) !== field(base, key));
    const isIn = (side: string, other: string) =>
      changed(side).every(key => field(side, key) === field(other, key));
    return !isIn(ours, theirs) && !isIn(theirs, ours);
  });
  const notes = [/^(?:A mill|Now \w+ mills).*$/m, /^(?:It takes|By now).*$/m].filter(line => {
    const [from, mine, others] = [base, ours, theirs].map(text => line.exec(text)?.[0]);
    return mine !== from && others !== from && mine !== others;
  });
  return [
    ...fields.map(([name]) => name),
    ...(isMoveOpen(versions) ? ['standing'] : []),
    ...(notes.length ? ['notes'] : []),
  ].sort();
}

/** Of lines those that the other side has not; what both have alike, nobody has gone on with. */
function left(some: readonly string[], other: readonly string[]): string[] {
  const rest = [...other];
  return some.filter(line => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

function movesOf({ base, ours, theirs }: Versions) {
  const known = linesBelow(base, 'history');
  const news = (side: string) => linesBelow(side, 'history').slice(known.length);
  const [mine, others] = [news(ours), news(theirs)];
  return { known, mine, others, own: left(mine, others), their: left(others, mine) };
}

function isMoveOpen(versions: Versions): boolean {
  const { ours, theirs } = versions;
  const { known, mine, others, own, their } = movesOf(versions);
  // The same moves in two orders, of which only one is the last.
  if (!own.length && !their.length)
    return ['stage', 'status'].some(key => field(ours, key) !== field(theirs, key));
  if (!own.length || !their.length) return false;
  const isClosed = (side: string) => field(side, 'status') !== 'open';
  if (isClosed(ours) && isClosed(theirs)) return true;
  const isSame = !isClosed(ours) && !isClosed(theirs) && field(ours, 'stage') === field(theirs, 'stage');
  const last = (lines: readonly string[]) => lines.map(dayOf).sort().at(-1)!;
  if (!isSame && last(own) === last(their)) return true;
  const isOursLater = last(own) > last(their);
  const all = isOursLater ? [...known, ...others, ...own] : [...known, ...mine, ...their];
  return goesOnClosed(all.toSorted((a, b) => Number(dayOf(a) > dayOf(b)) - Number(dayOf(a) < dayOf(b))));
}

const dayOf = (line: string) => /on: (\S+),/.exec(line)![1]!;

function goesOnClosed(history: readonly string[]): boolean {
  let isClosed = false;
  for (const line of history) {
    if (isClosed && line.includes(' stage: ')) return true;
    if (line.includes(' status: ')) isClosed = !line.includes(' status: open');
  }
  return false;
}

/** Whether more than the history is at stake, so that it may be told: the sides say differently how the deal was closed, or a note could be lost. */
function isOutcomeApart(versions: Versions): boolean {
  const { base, ours, theirs } = versions;
  const { mine, others } = movesOf(versions);
  const keys = ['status', 'closed_on', 'lost_reason', 'lost_note'];
  const isChanged = (side: string) => keys.some(key => field(side, key) !== field(base, key));
  const hasClosed = (news: readonly string[]) => news.some(line => line.includes(' status: '));
  return (
    (isChanged(ours) || hasClosed(mine)) &&
    (isChanged(theirs) || hasClosed(others)) &&
    keys.some(key => field(ours, key) !== field(theirs, key))
  );
}

const UNIT_OF = new Map([
  ...Object.entries(GROUPS).flatMap(([name, keys]) => keys.map(key => [key, name] as const)),
  ...['stage', 'status', 'closed_on', 'lost_reason', 'lost_note', 'history'].map(
    key => [key, 'standing'] as const,
  ),
]);

function toldConflicts(text: string): string[] {
  const keys = conflictsIn(text).flatMap(
    ({ ours }) => /^ours: (.*)$/.exec(ours.label)?.[1]!.split(', ') ?? ['notes'],
  );
  return [...new Set(keys.map(key => UNIT_OF.get(key) ?? key))].sort();
}

/** Lines of a side that are new and not in the result, but for those that say where the deal stands. */
function lostLines(merged: string, { base, ours, theirs }: Versions): string[] {
  const [was, is] = [base, merged].map(text => new Set(text.split('\n')));
  // That the reason is gone with the outcome, the deal's going on says; a note that somebody has written is not.
  const isElsewhere = (line: string) => /^(?:stage|status|closed_on|lost_reason|tags): /.test(line);
  return [ours, theirs].flatMap(side => [
    ...side.split('\n').filter(line => !was!.has(line) && !is!.has(line) && !isElsewhere(line)),
    ...tagsOf(side).filter(tag => !tagsOf(base).includes(tag) && !tagsOf(merged).includes(tag)),
  ]);
}

/** Tags that one side has taken out, and that are there again. */
function cameBack(merged: string, { base, ours, theirs }: Versions): string[] {
  const result = tagsOf(merged);
  return tagsOf(base).filter(
    tag => result.includes(tag) && [ours, theirs].some(side => !tagsOf(side).includes(tag)),
  );
}

/** What became of the deals that two people had both changed. */
export interface Counted {
  both: number;
  open: number;
  readonly wrong: string[];
}

/** Holds a merged deal against what should have come out, and writes down what is wrong. */
export function look(merged: string, versions: Versions, counted: Counted): void {
  counted.both++;
  const [meant, told] = [trueConflicts(versions), toldConflicts(merged)];
  if (meant.length) counted.open++;
  const say = (what: string) =>
    counted.wrong.push(`${what}\n${JSON.stringify(versions, undefined, 1)}\n${merged}`);
  const isFree = isOutcomeApart(versions) && !meant.includes('standing');
  const asked = isFree ? told.filter(name => name !== 'standing') : told;
  if (asked.join() !== meant.join()) say(`told: ${told.join()}; open: ${meant.join()}`);
  const lost = lostLines(merged, versions);
  if (lost.length) say(`lost: ${lost.join('\n')}`);
  const back = cameBack(merged, versions);
  if (back.length) say(`back: ${back.join()}`);
  const sides = sidesOf(merged);
  for (const one of sides ? [sides.ours.text, sides.theirs.text] : [merged]) {
    const entry = read(one);
    if (!isDeal(entry)) say('does not read');
    const history = linesBelow(one, 'history');
    const stage = history.map(line => / stage: ([\w-]+)/.exec(line)?.[1]).findLast(Boolean);
    if (stage !== field(one, 'stage')) say(`history ends in ${stage}`);
    const status = history.map(line => / status: (\w+)/.exec(line)?.[1]).findLast(Boolean) ?? 'open';
    if (status !== field(one, 'status')) say(`history ends ${status}`);
  }
}
