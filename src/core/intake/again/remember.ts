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
  const { title, stage, status, tags, checks, contacts, notes, usual } = incoming;
  const fields = new Map<string, FieldSaid>(Object.entries(written?.fields ?? {}));
  const lists = Object.entries({ tags, checks, contacts }).filter(([, list]) => list.length > 0);
  const said: readonly (readonly [string, FieldSaid])[] = [
    ['title', title],
    ...(isLeft.has(STANDING)
      ? []
      : ([
          ['stage', stage],
          ['status', status === 'open' ? undefined : status],
          ...[...OF_CLOSE].map(field => [field, undefined] as const),
        ] as const)),
    ...fieldsOf(incoming).filter(([field]) => !isLeft.has(STANDING) || !OF_CLOSE.has(field)),
    ...lists,
  ];
  for (const [field, value] of said) {
    if (isLeft.has(field)) continue;
    if (value === undefined) fields.delete(field);
    else fields.set(field, value);
  }
  // What was never settled stays so, as long as it isn't the same on both sides.
  const unsettled = [...isLeft].filter(field => !written || written.unsettled.includes(field));
  return {
    fields: Object.fromEntries(fields),
    notes: isLeft.has(NOTES) || !notes ? (written?.notes ?? '') : notes,
    ...(asOf && { asOf }),
    ...(usual !== undefined && { usual }),
    unsettled,
    ...(written?.path !== undefined && { path: written.path }),
    ...(written?.isDouble && { isDouble: true as const }),
  };
}
