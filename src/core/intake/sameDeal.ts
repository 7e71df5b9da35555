import type { Deal } from '../deal/deal';
import { foldName } from './heads';
import { kindAndIdOf } from './idForms';
import type { IncomingDeal } from './incoming';

/** The id of its own that a row of our own export has of another system. */
export function fileIdOf({ source_id: id }: IncomingDeal['fields']): string | undefined {
  return id === undefined || id === null ? undefined : String(id);
}

/** Whether a row has another account, or another day. */
export function isContradicted(deal: Deal, fields: IncomingDeal['fields']): boolean {
  return (['account', 'created'] as const).some(
    key => fields[key] !== undefined && folded(fields[key]) !== folded(deal[key]),
  );
}

/** Whether two ids tell two deals apart. */
export function areOther(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

/** Within one table, and those of its kind, the ids tell deals apart. */
export function isOfOneKind(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && kindAndIdOf(a).kind === kindAndIdOf(b).kind;
}

/** The same title, and no other account. */
export function isNamed(deal: Deal, title: string, account: unknown): boolean {
  if (foldName(deal.title) !== foldName(title)) return false;
  return !deal.account || !account || foldName(deal.account) === foldName(String(account));
}

/** Whether a deal has the account and the day of a row without an id. */
export function isOfAccountAndDay(deal: Deal, { sourceId, fields }: IncomingDeal): boolean {
  const { account, created } = fields;
  if (sourceId !== undefined || (!account && !created)) return false;
  return folded(deal.account) === folded(account) && folded(deal.created) === folded(created);
}

/** What tells deals without ids apart. */
export function identityOf(title: string, account: unknown, created: unknown): string {
  return [title, account, created].map(folded).join('\n');
}

export function folded(part: unknown): string {
  return foldName(part === undefined ? '' : String(part));
}
