import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, type CalendarDate } from '../../../../../src/core/calendar';
import { stageInHistory } from '../../../../../src/core/deal/course';
import type { Deal } from '../../../../../src/core/deal/deal';
import { dealOf } from '../../../../../src/core/deal/entry';
import { toEntry } from '../../../../../src/core/deal/toEntry';
import { moveDeal, type Wish } from '../../../../../src/core/deal/transition';
import { editFrontMatter } from '../../../../../src/core/frontMatter/edit/editFrontMatter';
import { DEFAULT_PROCESS } from '../../../../../src/core/process/process';
import { STAGE_IDS } from '../../../../../src/core/process/stages';

/** The day before which nothing happens. */
export const FIRST = '2026-01-05' as CalendarDate;

/** Something that is done to one of four deals on one of three branches, some days after what was done before. */
export const anyStep = fc.record({
  branch: fc.nat(2),
  deal: fc.nat(3),
  days: fc.nat(5),
  what: fc.constantFrom('stage', 'stage', 'stage', 'stage', 'close', 'field', 'merge', 'merge'),
  to: fc.nat(6),
  isByHand: fc.boolean(),
});
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

/** A version of a deal as it is with every move in its history, and as it is with fewer lines. */
export interface Version {
  readonly number: number;
  readonly written: string;
  readonly poor: string;
}
type Tree = ReadonlyMap<number, Version>;
export interface Made {
  readonly on: CalendarDate;
  readonly parents: readonly number[];
  readonly tree: Tree;
}

/** How the poor version of a file is changed, by a wish or by the new values of its fields; nothing where it can't be meant. */
export type Poorly = (
  text: string,
  how: { readonly wish: Wish; readonly fields: Readonly<Record<string, string>> },
  on: CalendarDate,
  isByHand: boolean,
) => string | undefined;

function moved(text: string, wish: Wish, on: CalendarDate): string {
  const done = moveDeal('a.md', text, wish, DEFAULT_PROCESS, { today: on }, { despite: 'rules' });
  assert.ok(done.ok, JSON.stringify(done));
  return done.edited.text;
}

function set(text: string, fields: Readonly<Record<string, string>>): string {
  const edited = editFrontMatter(text, { set: fields });
  assert.ok(edited.ok);
  return edited.text;
}

/** No line of any history is there. */
export const allByHand: Poorly = (text, { fields }) => {
  const { closed_on: closedOn, ...others } = fields;
  if (closedOn !== '') return set(text, fields);
  const edited = editFrontMatter(text, { set: others, clear: ['closed_on', 'lost_reason'] });
  assert.ok(edited.ok);
  return edited.text;
};

/**
 * Some have changed the stage by hand, others have moved the deal. By hand, none comes back to where its history ends: that says
 * that it has never been elsewhere.
 */
export const someByHand: Poorly = (text, { wish, fields }, on, isByHand) => {
  if (!isByHand || wish.kind !== 'set') return moved(text, wish, on);
  return stageInHistory(dealIn(text).history) === wish.stage ? undefined : set(text, fields);
};

const begun = (deal: number, on: CalendarDate, history: string) =>
  `---\ntitle: Deal ${deal}\nstage: ${STAGE_IDS[0]}\nstatus: open\ncreated: ${on}\nvalue: ${500 * deal + 100}\ncurrency: EUR\nowner: dana\nclose_date: ${addDays(on, 40)}\n${history}---\n${`They need ${['saws', 'pens', 'cups', 'jars'][deal]!} and more.\n`.repeat(20)}`;

/** The commits that steps make, on three branches, which are merged into the first at the end. */
export function play(steps: readonly Step[], poorly: Poorly): readonly Made[] {
  const made: Made[] = [{ on: FIRST, parents: [], tree: new Map() }];
  const ends = [0, 0, 0];
  const newest = new Map<number, Version>();
  let on = FIRST;
  let number = 0;
  const commit = (branch: number, tree: Tree, ...others: number[]) => {
    made.push({ on, parents: [ends[branch]!, ...others], tree });
    ends[branch] = made.length - 1;
  };
  const others = (branch: number) =>
    ends.flatMap((end, other) => (other === branch ? [] : [made[end]!.tree]));
  const merge = (branch: number, other: number) => {
    const [ours, theirs] = [ends[branch]!, ends[other]!];
    if (ours === theirs) return;
    const tree = new Map(made[ours]!.tree);
    for (const [deal, version] of made[theirs]!.tree)
      if ((tree.get(deal)?.number ?? -1) < version.number) tree.set(deal, version);
    commit(branch, tree, theirs);
  };
  for (const { branch, deal, days, what, to, isByHand } of steps) {
    on = addDays(on, days);
    if (what === 'merge') {
      merge(branch, to % 3);
      continue;
    }
    const tree = new Map(made[ends[branch]!]!.tree);
    const before = tree.get(deal);
    // Whoever works on a deal has what was done to it last.
    if (before !== newest.get(deal)) continue;
    const version = before
      ? after(before, number, { what, to, isByHand, on }, poorly)
      : {
          number,
          written: begun(deal, on, `history:\n  - {on: ${on}, stage: ${STAGE_IDS[0]}}\n`),
          poor: begun(deal, on, ''),
        };
    if (!version || others(branch).some(tree => saysAgain(version, before, tree.get(deal)))) continue;
    number++;
    newest.set(deal, version);
    commit(branch, tree.set(deal, version));
  }
  for (const other of [1, 2]) merge(0, other);
  return made.slice(0, ends[0]! + 1);
}

export function mergesIn(made: readonly Made[]): number {
  return made.filter(({ parents }) => parents.length > 1).length;
}

/**
 * Whether a change brings a deal back to what another branch has said all along. Where the two meet, both say the same, and what
 * one of them has said in between counts for nothing: see `followFiles`.
 */
function saysAgain(now: Version, before: Version | undefined, there: Version | undefined): boolean {
  if (!before || !there) return false;
  const [is, was, elsewhere] = [now, before, there].map(({ written }) => dealIn(written));
  return (
    (is!.stage !== was!.stage && is!.stage === elsewhere!.stage) ||
    (is!.status !== was!.status && is!.status === elsewhere!.status)
  );
}

function dealIn(text: string): Deal {
  return dealOf(toEntry({ path: 'a.md', text }, DEFAULT_PROCESS))!;
}

function after(
  { written, poor }: Version,
  number: number,
  { what, to, isByHand, on }: Pick<Step, 'what' | 'to' | 'isByHand'> & { readonly on: CalendarDate },
  poorly: Poorly,
): Version | undefined {
  const { stage, status } = dealIn(written);
  if (what === 'field') {
    const fields = { owner: to % 2 ? 'dana' : 'marek', next_step: `Step ${to}` };
    const texts = { written: set(written, fields), poor: set(poor, fields) };
    return texts.written === written ? undefined : { number, ...texts };
  }
  const wish: Wish =
    what === 'stage'
      ? { kind: 'set', stage: STAGE_IDS[to]! }
      : status !== 'open'
        ? { kind: 'reopen' }
        : to % 2
          ? { kind: 'win' }
          : { kind: 'stop', reason: 'price' };
  if (what === 'stage' && (status !== 'open' || stage === STAGE_IDS[to])) return undefined;
  const fields: Record<string, string> =
    wish.kind === 'set'
      ? { stage: wish.stage }
      : wish.kind === 'reopen'
        ? { status: 'open', closed_on: '' }
        : wish.kind === 'win'
          ? { status: 'won', closed_on: on }
          : { status: 'lost', lost_reason: 'price', closed_on: on };
  const poorer = poorly(poor, { wish, fields }, on, isByHand);
  return poorer === undefined ? undefined : { number, written: moved(written, wish, on), poor: poorer };
}
