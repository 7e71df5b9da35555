import type { Deal } from '../core/deal/deal';
import { isPlain } from '../core/deal/read/plainFields';
import { plainText } from '../core/escape';
import { FIELDS, propertyOf, type Field } from '../core/fields/table';
import type { MoneyFormat } from '../core/moneyFormat';
import { stageOf, type Process } from '../core/process/process';
import { worthOf } from './worth';

/**
 * What both sides of a deal in conflict say, the first before the second: `Proposal ↔ Closing, €12,000 ↔ €15,000`, else the
 * names of what differs: `owner, next step`. Empty where there is no conflict.
 */
export function sidesInWords(deal: Deal, process: Process, money: MoneyFormat): string {
  const { conflict } = deal;
  if (!conflict) return '';
  const { counts, other } = conflict;
  const standing = standingOf(deal, process);
  if (!other) return counts === 'first' ? `${standing} ↔ ${UNREADABLE}` : `${UNREADABLE} ↔ ${standing}`;
  const worth = (side: Deal) => worthOf(side, money) ?? 'no value';
  const both = [
    [standing, standingOf(other, process)],
    [worth(deal), worth(other)],
  ].filter(([first, second]) => first !== second);
  if (both.length) return both.map(sides => sides.join(' ↔ ')).join(', ');
  const keys = FIELDS.filter(key => isTold(key) && differs(key, deal, other));
  return keys.map(key => key.replaceAll('_', ' ')).join(', ') || 'notes';
}

/** The same, for who does not see a mark: `In conflict: Proposal ↔ Closing`. */
export function inConflict(deal: Deal, process: Process, money: MoneyFormat): string {
  return deal.conflict ? `In conflict: ${sidesInWords(deal, process, money)}` : '';
}

const UNREADABLE = 'unreadable';

/** `Proposal`, `Won`, `Lost in Proposal` */
function standingOf({ status, stage }: Deal, process: Process): string {
  const label = plainText(stageOf(process, stage).label, 40);
  return { open: label, won: 'Won', lost: `Lost in ${label}` }[status];
}

/** Ticks in the notes are no field. */
function isTold(key: Field): boolean {
  return key !== 'checks' && (isPlain(key) || key === 'history');
}

function differs(key: Field, deal: Deal, other: Deal): boolean {
  const [one, two] = [deal, other].map(side => (side as unknown as Record<string, unknown>)[propertyOf(key)]);
  return JSON.stringify(one) !== JSON.stringify(two);
}
