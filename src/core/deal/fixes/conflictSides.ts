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
import { problemsIn } from '../problems/problemsIn';
import { readDeal } from '../readDeal';
import type { Broken } from './fix';
import { sortHistory } from './historyFixes';

export type SideName = 'ours' | 'theirs';

/** A text in which one side has been kept in the front matter; conflicts in the notes stay. */
export interface SettledSide {
  /** What the deal is by this side, where it can be read. */
  readonly deal: Deal | undefined;
  /** With the side as it is, without what the other has left behind. */
  readonly alone: string;
  /** The same with the lines that only the other side's history has, by their days; none where there are none. */
  readonly united: string | undefined;
  /** Nothing is wrong with those together with this side. */
  readonly fits: boolean;
  /** Where it does not fit as a whole, with those of the lines that tell of no outcome, if that does. */
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
  // To read it, the notes may be either.
  const whole = withoutLeftovers(broken, keeping(broken.text, all, name));
  const deal = dealIn(broken, whole);
  const missing = linesOf(broken, keeping(broken.text, all, other)).filter(
    line => !linesOf(broken, whole).some(one => isSame(one, line)),
  );
  const back = (text: string) => withBodyOf(kept, text, broken);
  const united = missing.length ? unite(broken, whole, missing) : undefined;
  const fits = addsNoProblem(broken, whole, united);
  // An outcome of the other side is not what this one says.
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
  let [kept, at] = ['', 0];
  for (const conflict of conflicts) {
    kept += text.slice(at, conflict.start) + conflict[name].text;
    at = conflict.end;
  }
  return kept + text.slice(at);
}

/** What git took over from the other side without a conflict, and this deal has no use for. */
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

function codesIn({ process, today }: Broken, text: string): string[] {
  const problems = problemsIn(readDeal('', text, process), { process, today, alike: [] });
  return problems.filter(isSerious).map(({ code }) => code);
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
  const from = text.indexOf('\n') + 1;
  for (let at = from; at >= from && at < text.length; at = text.indexOf('\n', at) + 1 || text.length)
    if (text.startsWith(fence, at)) return at + fence.length;
  return undefined;
}
