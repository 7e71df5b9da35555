import { l10n } from 'vscode';
import type { Field } from '../../core/fields/table';

/** What each field of a deal is for, in a sentence. */
const DEAL: Readonly<Record<Field, string>> = {
  title: l10n.t('What the deal is about. Without it, the first heading or the file’s name is the title.'),
  account: l10n.t('The customer.'),
  owner: l10n.t('Who looks after the deal.'),
  stage: l10n.t('Where the deal stands: one of the seven stages. The only key that a deal must have.'),
  status: l10n.t('How it stands: open, won or lost. Without it, the deal is open.'),
  lost_reason: l10n.t('Why the deal was lost, in a word or two.'),
  lost_note: l10n.t('More about why it was lost.'),
  source: l10n.t('Where the deal came from, such as “referral”.'),
  value: l10n.t('What it is worth: a plain number, such as 48000.'),
  currency: l10n.t('Three letters, such as EUR. Without it, the team’s currency counts.'),
  probability: l10n.t('Percent, from 0 to 100, if you know better than the stage.'),
  forecast: l10n.t('How sure the deal is, if you know better than the stage.'),
  close_date: l10n.t('The day on which it is expected to close.'),
  closed_on: l10n.t('The day on which it was won or lost.'),
  next_step: l10n.t('What is to be done next.'),
  next_step_on: l10n.t('The day until which that is to be done.'),
  contacts: l10n.t('The people on the buyer’s side: name, role, e-mail address and phone.'),
  tags: l10n.t('Words to find and filter the deal by.'),
  checks: l10n.t('The exit criteria that are met, by their ids.'),
  created: l10n.t('The day on which it began.'),
  history: l10n.t('One line for each move, written by the commands: the day, and the stage or the status.'),
};

const CONTACT: Readonly<Record<string, string>> = {
  name: l10n.t('The name of the contact.'),
  role: l10n.t('What they do, or their part in the deal, such as “decision maker”.'),
  email: l10n.t('The e-mail address.'),
  phone: l10n.t('The phone number.'),
};

const EVENT: Readonly<Record<string, string>> = {
  on: l10n.t('The day of the move.'),
  stage: l10n.t('The stage that the deal entered.'),
  status: l10n.t('Won, lost, or open again.'),
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
  open: l10n.t('It is being worked on.'),
  won: l10n.t('It was won. The stage stays that in which it closed.'),
  lost: l10n.t('It was lost, or is no longer pursued. The stage stays that in which it closed.'),
};

export const FORECAST_WORDS: Readonly<Record<string, string>> = {
  pipeline: l10n.t('It may come, and nobody counts on it yet.'),
  best_case: l10n.t('It comes if all goes well.'),
  commit: l10n.t('Somebody stands for it.'),
  omitted: l10n.t('It is left out of the forecast.'),
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
