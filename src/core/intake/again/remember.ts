import { UNKNOWN_STAGE } from '../../deal/read/stage';
import type { IncomingDeal } from '../incoming';
import { fieldsOf, NOTES, OF_CLOSE, STANDING, type FieldDifference } from './compare';
import type { FieldSaid, WrittenDeal } from './written';

/** What an import writes of a deal that it makes. */
export function writtenOf(incoming: IncomingDeal): WrittenDeal {
  return remember(incoming, undefined, [], incoming.exportedOn);
}

/**
 * What is known of a deal when an import is done with it. Of what it left as it was here, what was known before.
 *
 * @param asOf the day of the export, if something was taken of it
 */
export function remember(
  incoming: IncomingDeal,
  written: WrittenDeal | undefined,
  left: readonly FieldDifference[],
  asOf = written?.asOf,
): WrittenDeal {
  const isLeft = new Set(left.map(({ field }) => field));
  const { title, stage, tags, checks, contacts, notes, silent } = incoming;
  const fields = new Map<string, FieldSaid>(Object.entries(written?.fields ?? {}));
  const lists = Object.entries({ tags, checks, contacts }).filter(([, list]) => list.length > 0);
  const status = incoming.status === 'open' ? undefined : incoming.status;
  const isSettled = !silent?.has(STANDING) && !isLeft.has(STANDING);
  const isMoved = status !== fields.get('status');
  const said: readonly (readonly [string, FieldSaid])[] = [
    ...(silent?.has('title') ? [] : [['title', title] as const]),
    // What a table doesn't know of a deal that is closed as it was, an earlier one may have told.
    ...(isSettled && (isMoved || stage !== UNKNOWN_STAGE) ? [['stage', stage] as const] : []),
    ...(isSettled && isMoved
      ? ['status', ...OF_CLOSE].map(field => [field, field === 'status' ? status : undefined] as const)
      : []),
    ...fieldsOf(incoming).filter(([field]) => isSettled || !OF_CLOSE.has(field)),
    ...lists,
  ];
  const assumed = new Set(written?.assumed);
  for (const [field, value] of said) {
    if (isLeft.has(field)) continue;
    if (value === undefined) fields.delete(field);
    else fields.set(field, value);
    if (incoming.assumed?.has(field) && field !== 'title') assumed.add(field);
    else assumed.delete(field);
  }
  // What was never settled stays so until both sides agree; where the table doesn't say it, there's no telling whether they do.
  const isSaid = new Set([
    ...said.map(([field]) => field),
    ...(isSettled ? [STANDING] : []),
    ...(notes ? [NOTES] : []),
  ]);
  const unsettled = [
    ...[...isLeft].filter(field => !written || written.unsettled.includes(field)),
    ...(written?.unsettled ?? []).filter(field => !isLeft.has(field) && !isSaid.has(field)),
  ];
  const usual =
    incoming.usual ?? (Object.hasOwn(incoming.fields, 'probability') ? undefined : written?.usual);
  return {
    fields: Object.fromEntries(fields),
    notes: isLeft.has(NOTES) || !notes ? (written?.notes ?? '') : notes,
    ...(asOf && { asOf }),
    ...(assumed.size && { assumed }),
    ...(usual !== undefined && { usual }),
    unsettled,
    ...(written?.path !== undefined && { path: written.path }),
    ...(written?.isDouble && { isDouble: true as const }),
  };
}
