import type { CalendarDate } from '../core/calendar';
import { daysInStage, type Deal } from '../core/deal/deal';
import { NO_CURRENCY } from '../core/money';
import { asCsv, type Cell } from '../core/text/csv';

/** The columns with what stands in them. Spelled as the keys of a deal file, since people look for those. */
const COLUMNS: Readonly<Record<string, (deal: Deal, today: CalendarDate) => Cell>> = {
  path: ({ path }) => path,
  title: ({ title }) => title,
  account: ({ account }) => account,
  owner: ({ owner }) => owner,
  stage: ({ stage }) => stage,
  status: ({ status }) => status,
  amount: ({ value }) => value?.amount,
  currency: ({ value }) => (value?.currency === NO_CURRENCY ? undefined : value?.currency),
  probability: ({ probability }) => probability,
  created: ({ created }) => created,
  close_date: ({ closeDate }) => closeDate,
  closed_on: ({ closedOn }) => closedOn,
  next_step: ({ nextStep }) => nextStep,
  next_step_on: ({ nextStepOn }) => nextStepOn,
  lost_reason: ({ lostReason }) => lostReason,
  days_in_stage: (deal, today) => daysInStage(deal, today),
};

/** A line for each deal below one of headings. */
export function dealsAsCsv(deals: readonly Deal[], today: CalendarDate): string {
  const rows = deals.map(deal => Object.values(COLUMNS).map(read => read(deal, today)));
  return asCsv([Object.keys(COLUMNS), ...rows]);
}
