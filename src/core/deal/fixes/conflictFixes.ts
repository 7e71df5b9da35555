import { conflictAt, conflictsIn, type Conflict } from '../../frontMatter/conflict';
import { CLOSING, OPENING } from '../../frontMatter/cut';
import { parseFrontMatter } from '../../frontMatter/parse';
import { stageOf } from '../../process/process';
import type { Says } from '../../says';
import { applyEdits, replacing } from '../../textEdit';
import { settled, type SettledSide, type SideName } from './conflictSides';
import { fix, type Broken, type Fix, type Fixer } from './fix';
import { say } from './say';

/**
 * Settles a conflict that git left. In the front matter, each side is offered under the stage and status that it gives the
 * deal: with both histories where that makes sense, and alone. In the notes: both sides, or either one. Their common base is
 * never kept.
 */
export const resolveConflict: Fixer = broken => {
  const { text, problem } = broken;
  const conflict = conflictAt(text, problem.line);
  if (!conflict) return [];
  const all = conflictsIn(text);
  const end = headEnd(text, all);
  const isOfHead = (one: Conflict) => one.start < end;
  return isOfHead(conflict)
    ? sidesOfHead(broken, all, all.filter(isOfHead), conflict)
    : sidesOfNotes(conflict);
};

const SIDES = ['ours', 'theirs'] as const;

function sidesOfHead(
  broken: Broken,
  all: readonly Conflict[],
  ofHead: readonly Conflict[],
  conflict: Conflict,
): Fix[] {
  const [ours, theirs] = SIDES.map(side => settled(broken, all, ofHead, side));
  const isSameDeal = ours!.deal?.stage === theirs!.deal?.stage && ours!.deal?.status === theirs!.deal?.status;
  const nameOf = (side: SideName, one: SettledSide) => nameOfSide(broken, one, conflict, side, isSameDeal);
  const keep = (says: Says, kept: string | undefined, isPreferred = false): Fix[] =>
    kept === undefined ? [] : [fix(says, replacing(broken.text, kept), { isPreferred })];
  if (isSameDeal && ours!.fits && ofHead.length === 1)
    return [
      ...keep(say('uniteHistory'), ours!.united, true),
      ...keep(nameOf('ours', ours!), ours!.alone),
      ...keep(nameOf('theirs', theirs!), theirs!.alone),
    ];
  const pairs = [['ours', ours!] as const, ['theirs', theirs!] as const];
  return [
    ...both(broken, all, conflict),
    ...pairs.flatMap(([side, one]) => [
      ...(one.fits ? keep(say('withBothHistories', { side: nameOf(side, one) }), one.united) : []),
      ...keep(say('withBothStages', { side: nameOf(side, one) }), one.unitedStages),
    ]),
    ...pairs.flatMap(([side, one]) => keep(nameOf(side, one), one.alone)),
    ...pairs.flatMap(([side, one]) =>
      one.fits ? [] : keep(say('withBothHistories', { side: nameOf(side, one) }), one.united),
    ),
  ];
}

/** Both sides of one conflict, unless a key would then appear twice. */
function both({ text }: Broken, all: readonly Conflict[], conflict: Conflict): Fix[] {
  const { ours, theirs, start, end } = conflict;
  if (!ours.text || !theirs.text || start === 0) return [];
  const kept = ours.text + theirs.text;
  const sides = all.map(one => ({
    start: one.start,
    end: one.end,
    text: one.start === start ? kept : one.ours.text,
  }));
  const parsed = parseFrontMatter(applyEdits(text, sides));
  const isWithin = parsed.kind === 'found' && parsed.frontMatter.bodyStart > start + kept.length;
  return isWithin ? [fix(say('keepBothSides'), [{ start, end, text: kept }])] : [];
}

function sidesOfNotes({ start, end, ours, theirs }: Conflict): Fix[] {
  const keep = (says: Says, kept: string, isPreferred = false) =>
    fix(says, [{ start, end, text: kept }], { isPreferred });
  const isBoth = ours.text !== '' && theirs.text !== '';
  return [
    ...(isBoth ? [keep(say('keepBothSides'), ours.text + theirs.text, true)] : []),
    keep(say('keepSide', { side: 'first', label: ours.label }), ours.text),
    keep(say('keepSide', { side: 'second', label: theirs.label }), theirs.text),
  ];
}

/** What the deal is according to a side; if both agree on that, the line that this side has. */
function nameOfSide(
  { process }: Broken,
  { deal }: SettledSide,
  conflict: Conflict,
  name: SideName,
  isSameDeal: boolean,
): Says {
  const part = conflict[name];
  const side = name === 'ours' ? 'first' : 'second';
  const { label } = part;
  if (deal && !isSameDeal)
    return say('keepDealOfSide', {
      status: deal.status,
      stage: stageOf(process, deal.stage).label,
      side,
      label,
    });
  const [line, ...more] = part.text.split(/\r?\n/).filter(one => one.trim());
  return line !== undefined && !more.length
    ? say('keepLineOfSide', { line: line.trim(), side, label })
    : say('keepSide', { side, label });
}

/** Where the front matter ends, according to one side or to both. */
function headEnd(text: string, all: readonly Conflict[]): number {
  const opening = OPENING.exec(text)?.[0].length;
  // A conflict on the first line concerns the whole file.
  if (opening === undefined) return text.length;
  for (let at = opening; at < text.length;) {
    const inside = all.find(({ start, end }) => at >= start && at < end);
    if (inside) {
      if (/^(?:---|\.\.\.)[ \t]*\r?$/m.test(inside.ours.text + inside.theirs.text)) return inside.end;
      at = inside.end;
      continue;
    }
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    if (CLOSING.test(text.slice(at, end).replace(/\r$/, ''))) return at;
    at = end + 1;
  }
  return text.length;
}
