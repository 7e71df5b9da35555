import { unparse } from 'papaparse';
import type { CalendarDate } from '../core/calendar';
import { daysInStage, type Deal } from '../core/deal/deal';
import { plainLine, withoutFormulas } from '../core/escape';
import { NO_CURRENCY } from '../core/money';

type Cell = string | number | undefined;

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

/** Deals as CSV in the form of RFC 4180, with a line of headings; safe to open in a spreadsheet. */
export function dealsAsCsv(deals: readonly Deal[], today: CalendarDate): string {
  const rows = deals.map(deal => Object.values(COLUMNS).map(read => plainCell(read(deal, today))));
  return `${unparse([Object.keys(COLUMNS), ...rows], { newline: '\r\n' })}\r\n`;
}

/** Texts are shown as such, and on one line; numbers stay numbers. */
function plainCell(cell: Cell): Cell {
  return typeof cell === 'string' ? withoutFormulas(plainLine(cell).replaceAll('\t', ' ')) : cell;
}
