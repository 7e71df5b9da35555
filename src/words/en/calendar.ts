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
  };
}
