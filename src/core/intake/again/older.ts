import type { CalendarDate } from '../../calendar';
import type { Deal } from '../../deal/deal';
import type { IncomingDeal } from '../incoming';
import type { WrittenDeal } from './written';

/**
 * Whether a row is older news than what is here: its file names an earlier day than that of which an import took something over;
 * or, where that isn't known, the deal has a later line in its history that the row would tell of, if it knew.
 */
export function isOlder(
  incoming: IncomingDeal,
  { history, status, stage }: Deal,
  written: WrittenDeal | undefined,
): boolean {
  const { exportedOn } = incoming;
  if (exportedOn !== undefined && written?.asOf !== undefined) return exportedOn < written.asOf;
  const told = lastTold(incoming);
  const isAlike = incoming.status === status && (status !== 'open' || incoming.stage === stage);
  if (isAlike || told === undefined) return false;
  return history.some(({ on, stage: to }) => to !== undefined && on > told && incoming.tells!.has(to));
}

/** The latest day of which a row tells; nothing where it tells of no stage when it was entered. */
function lastTold({ history, enteredOn, fields, tells }: IncomingDeal): CalendarDate | undefined {
  if (!tells?.size) return undefined;
  const days = [...history.map(({ on }) => on), enteredOn, fields['closed_on']];
  return days
    .filter(day => typeof day === 'string')
    .toSorted()
    .at(-1) as CalendarDate | undefined;
}
