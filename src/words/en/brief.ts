import { counted, DAYS } from './counted';

const days = (n: number) => counted(n, DAYS);

/** The words of a brief in English. What comes from files is handed in as it is to be shown. */
export function englishBrief() {
  return {
    title: (deal: string) => `Brief: ${deal}`,
    owner: (name: string) => `owner ${name}`,
    noDeal: 'This file isn’t a deal, so there is no brief of it.',
    asOf: (day: string) => `as of ${day}`,
    stands: 'Where it stands',
    stage: (number: number, of: number, label: string) => `Stage ${number} of ${of}: ${label}`,
    stageNotKnown: 'Stage not known',
    /** Behind the stage. */
    since: (n: number) => `for ${days(n)}`,
    won: (on: string | undefined) => (on ? `Won on ${on}` : 'Won'),
    lost: (stage: string | undefined, on: string | undefined) =>
      ['Lost', stage && `in ${stage}`, on && `on ${on}`].filter(part => part).join(' '),
    reason: 'Reason',
    value: 'Value',
    closeDate: 'Close date',
    nextStep: 'Next step',
    noNextStep: 'none planned',
    onHold: 'On hold until',
    toWatch: 'To watch',
    conflict: 'In conflict',
    /** How far a day is, seen from today. */
    distance: (n: number) => (n ? (n > 0 ? `in ${days(n)}` : `${days(-n)} ago`) : 'today'),
    late: (n: number) => (n < 0 ? `${days(-n)} late` : n ? `in ${days(n)}` : 'today'),
    todos: 'To-dos',
    criteria: (met: number, all: number) =>
      all ? `Before the next stage: ${met} of ${all} met` : 'Before the next stage',
    missing: (field: string) => `Missing: ${field}`,
    questions: 'Questions to ask',
    people: 'People',
    log: 'Last in the log',
    terms: 'How value and close date moved',
    to: (from: string, to: string) => `${from} → ${to}`,
    none: 'none',
    moved: (n: number) => (n > 0 ? `${days(n)} later` : `${days(-n)} earlier`),
    dayNotKnown: 'not committed yet',
    others: (account: string) => `Other deals of ${account}`,
    more: (n: number) => `and ${n} more`,
    closes: (on: string) => `closes ${on}`,
  };
}
