import type { Conflict } from '../../frontMatter/conflict';
import type { MapItem } from '../../frontMatter/edit/change';
import { editFrontMatter } from '../../frontMatter/edit/editFrontMatter';
import { isSame } from '../../frontMatter/edit/proof';
import { parseFrontMatter } from '../../frontMatter/parse';
import { isSerious } from '../../problem';
import { applyEdits } from '../../textEdit';
import type { Deal } from '../deal';
import { dealOf } from '../entry';
import { historyOf } from '../historyOf';
import { readDeal } from '../readDeal';
import { problemsAfter, type Broken } from './fix';
import { sortHistory } from './historyFixes';

export type SideName = 'ours' | 'theirs';

/** A text in which one side has been kept in the front matter; conflicts in the notes stay. */
export interface SettledSide {
  /** The deal according to this side, if it can be read. */
  readonly deal: Deal | undefined;
  /** With the side as it is, without what the other has left behind. */
  readonly alone: string;
  /** The same with the lines that only the other side's history has, in order of date; `undefined` if there are none. */
  readonly united: string | undefined;
  /** Adding those lines causes no new problem. */
  readonly fits: boolean;
  /** If not all of them fit: only the lines without an outcome, provided those fit. */
  readonly unitedStages: string | undefined;
}

/**
 * @param all the conflicts of the text
 * @param ofHead those of them that are about the front matter
 */
export function settled(
  broken: Broken,
  all: readonly Conflict[],
  ofHead: readonly Conflict[],
  name: SideName,
): SettledSide {
  const other = name === 'ours' ? 'theirs' : 'ours';
  const kept = keeping(broken.text, ofHead, name);
  // For reading it, either side's notes will do.
  const whole = withoutLeftovers(broken, keeping(broken.text, all, name));
  const deal = dealIn(broken, whole);
  const present = linesOf(broken, whole);
  const missing = linesOf(broken, keeping(broken.text, all, other)).filter(
    line => !present.some(one => isSame(one, line)),
  );
  const back = (text: string) => withBodyOf(kept, text, broken);
  const united = missing.length ? unite(broken, whole, missing) : undefined;
  const fits = addsNoProblem(broken, whole, united);
  // This side doesn't claim the other side's outcome.
  const stages = missing.filter(line => line['status'] === undefined);
  const withStages = !fits && stages.length && stages.length < missing.length && unite(broken, whole, stages);
  return {
    deal,
    alone: back(whole),
    united: united === undefined ? undefined : back(united),
    fits,
    unitedStages: withStages && addsNoProblem(broken, whole, withStages) ? back(withStages) : undefined,
  };
}

function keeping(text: string, conflicts: readonly Conflict[], name: SideName): string {
  return applyEdits(
    text,
    conflicts.map(({ start, end, [name]: side }) => ({ start, end, text: side.text })),
  );
}

/** What git took over from the other side without a conflict, and that makes no sense in this deal. */
function withoutLeftovers(broken: Broken, text: string): string {
  const deal = dealIn(broken, text);
  const keys = {
    open: ['closed_on', 'lost_reason', 'lost_note'],
    won: ['lost_reason', 'lost_note'],
    lost: [],
  };
  if (!deal) return text;
  const edited = editFrontMatter(text, { clear: keys[deal.status] }, broken.process.fields);
  return edited.ok ? edited.text : text;
}

/** The text with more lines in its history, in the order of their days. */
function unite(broken: Broken, text: string, lines: readonly MapItem[]): string | undefined {
  let united = text;
  for (const line of lines) {
    const edited = editFrontMatter(united, { append: { history: line } }, broken.process.fields);
    if (!edited.ok) return undefined;
    united = edited.text;
  }
  const [sorted] = sortHistory({ ...broken, text: united });
  return sorted && applyEdits(united, sorted.edits);
}

function addsNoProblem(broken: Broken, before: string, after: string | undefined): boolean {
  if (after === undefined) return false;
  const known = codesIn(broken, before);
  return codesIn(broken, after).every(code => known.includes(code));
}

function codesIn(broken: Broken, text: string): string[] {
  return problemsAfter(broken, text)
    .filter(isSerious)
    .map(({ code }) => code);
}

function dealIn({ process }: Broken, text: string): Deal | undefined {
  return dealOf(readDeal('', text, process));
}

/** The lines of a history that are made of single values and lists of them. */
function linesOf({ process }: Broken, text: string): MapItem[] {
  const parsed = parseFrontMatter(text, process.fields);
  const lines = parsed.kind === 'found' ? historyOf(parsed.data) : [];
  const isFlat = (value: unknown): boolean =>
    Array.isArray(value) ? value.every(one => typeof one !== 'object') : typeof value !== 'object' || !value;
  return lines.filter((line): line is MapItem => line !== undefined && Object.values(line).every(isFlat));
}

/** The front matter of one text over the notes of another, which may have conflicts still. */
function withBodyOf(kept: string, settledText: string, { process }: Broken): string {
  const parsed = parseFrontMatter(settledText, process.fields);
  if (parsed.kind !== 'found') return kept;
  const head = settledText.slice(0, parsed.frontMatter.bodyStart);
  const fence = settledText.slice(parsed.frontMatter.end, parsed.frontMatter.bodyStart);
  const at = bodyStartOf(kept, fence);
  return at === undefined ? settledText : head + kept.slice(at);
}

/** The first line from the second on that is the fence. */
function bodyStartOf(text: string, fence: string): number | undefined {
  const at = text.indexOf(`\n${fence}`);
  return at < 0 ? undefined : at + 1 + fence.length;
}
