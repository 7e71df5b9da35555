import { counted, DAYS } from './counted';

/** The words of days in a calendar, in English. */
export function englishCalendar() {
  return {
    /** Of the calendar itself. */
    name: (pipeline: string) => `Deals: ${pipeline}`,
    step: (deal: string, what: string) => (what ? `${deal}: ${what}` : `${deal}: next step`),
    todo: (deal: string, what: string) => (what ? `${deal}: ${what}` : `${deal}: to-do`),
    close: (deal: string) => `${deal} closes`,
    account: (name: string) => `Account: ${name}`,
    owner: (name: string) => `Owner: ${name}`,
    stage: (label: string) => `Stage: ${label}`,
    value: (amount: string) => `Value: ${amount}`,
    file: (path: string) => `File: ${path}`,
    empty: 'There is no next step, to-do or close date to put into the calendar, so it is empty',
    /** @param first the file of the first, and its day */
    mistyped: (n: number, first: { readonly path: string; readonly on: string }) =>
      n === 1
        ? `Left out: ${first.on} in ${first.path}, decades away. Check the year`
        : `Left out: ${counted(n, DAYS)} that are decades away, such as ${first.on} in ${first.path}. Check the year`,
  };
}
