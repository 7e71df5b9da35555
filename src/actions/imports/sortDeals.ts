import { differencesOf } from '../../core/intake/again/compare';
import { saidOfDealHere } from '../../core/intake/again/ofDealHere';
import type { WrittenDeals } from '../../core/intake/again/written';
import { PartlyTold, unclearIn, type KnownDeal } from '../../core/intake/again/partlyTold';
import { idOf, isKeyWithoutId } from '../../core/intake/gather';
import type { IncomingDeal, OfRow } from '../../core/intake/incoming';
import { whatBecame } from '../../core/intake/lost/whatBecame';
import type { UnreadFiles } from '../../core/intake/lost/unreadFiles';
import { partsOf } from '../../core/intake/idForms';
import { say } from '../../core/intake/say';
import type { DealsThere, DealThere } from '../../core/intake/there';
import type { Process } from '../../core/process/process';
import type { Refusal } from '../../core/refusal';
import type { Says } from '../../core/says';
import {
  isDuplicate,
  type Copied,
  type ImportWishes,
  type Likely,
  type Matched,
  type SortedDeals,
} from './sortedDeals';

/** So many files are named where a row may be each of them. */
const MOST_NAMED = 3;

/** By what deals of a table are sorted. */
export interface SortBy {
  readonly there: DealsThere;
  readonly unread: UnreadFiles;
  /** What imports have written before. */
  readonly written: WrittenDeals;
  readonly process: Process;
  /** The mapping has a column of titles that the table doesn't have. */
  readonly isTitleGone: boolean;
}

/**
 * Finds for each deal of a table the one that it is here, or may be.
 *
 * @param left rows that couldn't be read: they come back among those that aren't taken
 */
export function sortDeals(
  deals: readonly IncomingDeal[],
  left: readonly OfRow[],
  { there, unread, written, process, isTitleGone }: SortBy,
  { makesDuplicates = false, makesDeleted = false }: ImportWishes,
): SortedDeals {
  const fresh: IncomingDeal[] = [];
  const matched: Matched[] = [];
  const likely: Likely[] = [];
  const deleted: IncomingDeal[] = [];
  const notTaken = [...left];
  const copies: Copied[] = [];
  const doubles = new Set<IncomingDeal>();
  const unsure: IncomingDeal[] = [];
  const leave = ({ row }: IncomingDeal, says: Says) => notTaken.push({ row, column: undefined, says });
  const formerKeys = keysByPath(deals, written);
  const match = (incoming: IncomingDeal, same: DealThere, key = formerKeys.get(same.deal.path)) => {
    const formerly = written.has(idOf(incoming)) ? undefined : key;
    if (formerly !== undefined) formerKeys.delete(same.deal.path);
    const before = written.get(formerly ?? idOf(incoming));
    const again = { incoming: saidOfDealHere(incoming, same.deal, before), written: before };
    const differences = differencesOf(same.deal.path, same.text, again, process);
    if ('problem' in differences) notTaken.push(notUpdated(incoming, same, differences));
    else matched.push({ ...again, there: same, differences, ...(formerly !== undefined && { formerly }) });
  };
  const isIdNew = ({ sourceId }: IncomingDeal) => sourceId !== undefined && !written.has(sourceId);
  /** The deal without its id, where that's how an import has written it, and no other row is that. */
  const knownAs = (incoming: IncomingDeal): IncomingDeal => {
    const bare = { ...incoming, sourceId: undefined };
    const key = idOf(bare);
    const path = written.get(key)?.path;
    return isIdNew(incoming) && path !== undefined && formerKeys.get(path) === key ? bare : incoming;
  };
  /** A row with what an earlier table told of the deal that it is, where this one has no such columns. */
  const whole = (incoming: IncomingDeal): IncomingDeal => {
    const { account, created } = written.get(idOf(incoming))?.fields ?? {};
    if (incoming.sourceId !== undefined) return incoming;
    const told = {
      ...(account && { account: String(account) }),
      ...(created && { created: String(created) }),
    };
    return { ...incoming, fields: { ...told, ...incoming.fields } };
  };
  const others: IncomingDeal[] = [];
  const unclear = unclearIn(deals, written);
  for (const incoming of deals) {
    if (unclear.has(incoming)) {
      others.push(incoming);
      continue;
    }
    const same = there.sameAs(whole(incoming), written.get(idOf(incoming))?.path);
    if (!same) {
      others.push(incoming);
    } else if ('copies' in same) {
      const paths = same.copies.map(({ deal }) => deal.path);
      leave(incoming, say('rowInCopies', { id: incoming.sourceId, paths }));
    } else {
      match(incoming, same);
      const more = [
        ...there.copiesOf(same).map(({ deal }) => deal.path),
        ...unread.named(same.sourceId).map(({ path }) => path),
      ];
      if (more.length) copies.push({ path: same.deal.path, copies: more });
    }
  }
  // What each row is for certain is known first, so that no other one takes it.
  const missing = others.filter(incoming => {
    if (unclear.has(incoming)) return true;
    const before = knownAs(incoming);
    const same =
      there.stillAt(whole(before), written.get(idOf(before))?.path) ??
      (isIdNew(incoming) ? there.beforeItsId(incoming, path => formerKeys.has(path)) : undefined);
    if (same) match(isIdNew(incoming) ? withIdToWrite(incoming) : incoming, same);
    return !same;
  });
  const writtenPaths = new Set([...written.values()].map(({ path }) => path));
  const isWritten = (path: string) => writtenPaths.has(path);
  const ofRows = new Set(matched.map(one => one.there.deal.path));
  const told = new PartlyTold(deals, there, written, path => ofRows.has(path), isTitleGone);
  const partly = missing.map(incoming => ({ incoming, ...told.of(incoming) }));
  const claims = countOf(partly.flatMap(({ same }) => same.map(({ key }) => key)));
  const unnamed: { incoming: IncomingDeal; known: KnownDeal | undefined }[] = [];
  for (const { incoming, same, unsure: others } of partly) {
    const [first] = same;
    const isSure = same.length === 1 && claims.get(first!.key) === 1;
    const mayBe = [...same, ...others].flatMap(({ there: file }) => file?.deal.path ?? []);
    if (isSure && first?.there) {
      there.take(first.there);
      match(asKnown(incoming, first), first.there, first.key);
    } else if (!isSure && mayBe.length && !makesDuplicates) {
      leave(incoming, say('rowMayBeOneOf', { paths: mayBe.slice(0, MOST_NAMED), count: mayBe.length }));
      unsure.push(incoming);
    } else unnamed.push({ incoming, known: mayBe.length ? undefined : first });
  }
  for (const { incoming, known: gone } of unnamed) {
    const known = knownAs(incoming);
    const before = written.get(idOf(known)) ?? gone?.written;
    const became = whatBecame(whole(known), before, there, unread, isWritten);
    if (became && (became.isSure || !makesDuplicates)) {
      leave(incoming, became.says);
      if (!became.isSure) unsure.push(incoming);
      continue;
    }
    if (before && !makesDeleted && !became) {
      deleted.push(incoming);
      continue;
    }
    const like = there.likeTo(incoming);
    if (like) likely.push({ incoming, ...like });
    const isDouble = like !== undefined && isDuplicate(like);
    // What was wished once beside another deal is so when it's made again.
    if (!isDouble || makesDuplicates || before?.isDouble) {
      fresh.push(incoming);
      if (isDouble) doubles.add(incoming);
      continue;
    }
    const { deal, sourceId: id } = like.there;
    const kind = like.by === 'id' ? id?.split(':')[0] : undefined;
    const isOfOneKind = id !== undefined && partsOf(id)?.kind === partsOf(incoming.sourceId)?.kind;
    leave(
      incoming,
      isOfOneKind
        ? say('rowMayBeThere', { path: deal.path, id, other: incoming.sourceId! })
        : say('rowIsThere', { path: deal.path, id, kind, hasId: incoming.sourceId !== undefined }),
    );
  }
  return {
    ...{ fresh, likely, deleted, copies, doubles, unsure },
    matched: matched.toSorted((a, b) => a.incoming.row - b.incoming.row),
    notTaken: notTaken.toSorted((a, b) => a.row - b.row),
  };
}

/** By what deals without ids are known that no row is any more, by the paths of their files. */
function keysByPath(deals: readonly IncomingDeal[], written: WrittenDeals): Map<string, string> {
  const now = new Set(deals.map(idOf));
  return new Map(
    [...written].flatMap(([key, { path }]) =>
      path !== undefined && isKeyWithoutId(key) && !now.has(key) ? [[path, key] as const] : [],
    ),
  );
}

/** A row as the deal that it is: without an id by the one that it's known by; with one that it isn't known by yet, which is written. */
function asKnown(incoming: IncomingDeal, { key }: KnownDeal): IncomingDeal {
  if (incoming.sourceId !== undefined) return withIdToWrite(incoming);
  return isKeyWithoutId(key) ? incoming : { ...incoming, sourceId: key };
}

function countOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** A deal whose id the file here doesn't have yet, nor says that of another table's. */
function withIdToWrite(incoming: IncomingDeal): IncomingDeal {
  return { ...incoming, fields: { ...incoming.fields, source_id: incoming.sourceId! } };
}

/** Why a deal that is there already is left as it is, though the table has something newer. */
export function notUpdated({ row }: IncomingDeal, { deal }: DealThere, { problem }: Refusal): OfRow {
  const says = say('rowNotUpdated', { path: deal.path, why: problem.says });
  return { row, column: undefined, says };
}
