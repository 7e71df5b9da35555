import { l10n } from 'vscode';
import type { Field } from '../../core/fields/table';

/** What each field of a deal is for, in a sentence. */
const DEAL: Readonly<Record<Field, string>> = {
  title: l10n.t('The deal’s name. If empty, the first heading or the file name is used.'),
  account: l10n.t('The customer.'),
  owner: l10n.t('Who owns the deal.'),
  stage: l10n.t('The deal’s stage, one of seven. The only required field.'),
  status: l10n.t('Open, won or lost. If empty, the deal is open.'),
  lost_reason: l10n.t('Why the deal was lost, in a word or two.'),
  lost_note: l10n.t('More about why it was lost.'),
  source: l10n.t('Where the deal came from, such as “referral”.'),
  value: l10n.t('The deal’s value as a plain number, such as 48000; for one period if it recurs.'),
  currency: l10n.t('A three-letter code such as EUR. If empty, the team’s currency is used.'),
  value_period: l10n.t(
    'How often the value is paid: month, quarter or year. What counts is the contract: the value times the term, or one year without a term.',
  ),
  term: l10n.t('For how many periods the value is paid, such as 24 months.'),
  probability: l10n.t('Chance of winning in percent, 0 to 100. Overrides the stage’s probability.'),
  forecast: l10n.t('The deal’s forecast category. Overrides the stage’s.'),
  close_date: l10n.t('When the deal is expected to close.'),
  closed_on: l10n.t('When the deal was won or lost.'),
  next_step: l10n.t('The next thing to do.'),
  next_step_on: l10n.t('When the next step is due.'),
  on_hold_until: l10n.t('Until this day, the deal isn’t called stalled or idle and stays off the agenda.'),
  contacts: l10n.t('People on the buyer’s side: name, role, email and phone.'),
  tags: l10n.t('Keywords to find and filter deals by.'),
  checks: l10n.t('The ids of the exit criteria that are met.'),
  created: l10n.t('When the deal began.'),
  history: l10n.t('One line per move with its day and stage or status. The commands write it.'),
};

const CONTACT: Readonly<Record<string, string>> = {
  name: l10n.t('The contact’s name.'),
  role: l10n.t('Their job or their role in the deal, such as “decision maker”.'),
  email: l10n.t('Their email address.'),
  phone: l10n.t('Their phone number.'),
};

const EVENT: Readonly<Record<string, string>> = {
  on: l10n.t('The day of the move.'),
  stage: l10n.t('The stage the deal entered.'),
  from: l10n.t('The stage the deal left, where the lines above don’t say so.'),
  status: l10n.t('Won, lost or reopened.'),
  reason: l10n.t('Why it was lost.'),
};

/** What the key of a map is for, by the path of the map; `undefined` for a key that is nobody’s but the person’s. */
export function fieldWords(path: readonly string[], key: string): string | undefined {
  const words: Readonly<Record<string, string>> | undefined = path.length
    ? { contacts: CONTACT, history: EVENT }[path.join('.')]
    : DEAL;
  return words && Object.hasOwn(words, key) ? words[key] : undefined;
}

/** What the three statuses mean. */
export const STATUS_WORDS: Readonly<Record<string, string>> = {
  open: l10n.t('You’re working on it.'),
  won: l10n.t('Won. The stage stays where it closed.'),
  lost: l10n.t('Lost or no longer pursued. The stage stays where it closed.'),
};

export const FORECAST_WORDS: Readonly<Record<string, string>> = {
  pipeline: l10n.t('Could close, but don’t count on it yet.'),
  best_case: l10n.t('Will close if all goes well.'),
  commit: l10n.t('Someone has committed to closing it.'),
  omitted: l10n.t('Left out of the forecast.'),
};

/** What a day that is offered is called; anything else is what the person has typed. */
export function dayLabel(label: string): string {
  return Object.hasOwn(DAYS, label) ? DAYS[label]! : label;
}

const DAYS: Readonly<Record<string, string>> = {
  today: l10n.t('today'),
  tomorrow: l10n.t('tomorrow'),
  friday: l10n.t('Friday'),
  'next friday': l10n.t('next Friday'),
  'in a week': l10n.t('in a week'),
  'in 2 weeks': l10n.t('in 2 weeks'),
  'in a month': l10n.t('in a month'),
  'end of month': l10n.t('end of month'),
  'end of quarter': l10n.t('end of quarter'),
  yesterday: l10n.t('yesterday'),
  'a week ago': l10n.t('a week ago'),
};
