import type { CalendarDate } from '../../calendar';
import { daysInStage, type Contact, type Deal, type HistoryEvent } from '../../deal/deal';
import { isPlain } from '../../deal/read/plainFields';
import { FIELDS, propertyOf } from '../../fields/table';

/** What is in the published form of a deal other than in the deal itself. */
interface Worked {
  readonly contacts: readonly object[];
  readonly history: readonly object[];
  readonly daysInStage: number | null;
}

/** Where keys have always stood, since scripts may show them in their order. A field that is new comes behind them. */
const FIRST = [
  ...['path', 'title', 'account', 'owner', 'source', 'contacts', 'stage', 'status', 'value', 'probability'],
  ...[
    'forecast',
    'created',
    'closeDate',
    'closedOn',
    'nextStep',
    'nextStepOn',
    'lostReason',
    'tags',
    'checks',
  ],
  ...['absent', 'history', 'lastActivity', 'daysInStage'],
];

/** The keys of a published deal, in their order. What else a deal has is our own affair. */
export const DEAL_KEYS: readonly string[] = [
  ...new Set([...FIRST, ...FIELDS.filter(isPlain).map(propertyOf)]),
];

/** A deal as `list --json` prints it. What its file does not say is `null`. */
export function dealAsJson(deal: Deal, today: CalendarDate): Readonly<Record<string, unknown>> {
  const worked: Worked = {
    contacts: deal.contacts.map(contactAsJson),
    history: deal.history.map(eventAsJson),
    daysInStage: daysInStage(deal, today) ?? null,
  };
  const all: Readonly<Record<string, unknown>> = { ...deal, ...worked };
  return Object.fromEntries(DEAL_KEYS.map(key => [key, all[key] ?? null]));
}

function contactAsJson({ name, role, email }: Contact): object {
  return { name: name ?? null, role: role ?? null, email: email ?? null };
}

function eventAsJson({ on, stage, status, isMeant, skipped, closeDate }: HistoryEvent): object {
  return {
    on,
    stage: stage ?? null,
    status: status ?? null,
    ...(isMeant && { isMeant }),
    ...(skipped && { skipped }),
    ...(closeDate && { closeDate }),
  };
}
