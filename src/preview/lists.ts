import { env, l10n } from 'vscode';
import { canHaveHappened, daysBetween, type CalendarDate } from '../core/calendar';
import { closeDay, isOpen, type Contact, type Deal } from '../core/deal/deal';
import { mailPath, phoneOf } from '../core/deal/reachContact';
import { linkTarget } from '../core/escape';
import type { KeyNames } from '../core/frontMatter/keyNames';
import { moneyIn, type Currencies } from '../core/moneyFormat';
import { latestActivities } from '../core/notes/log';
import type { Notes } from '../core/notes/notes';
import { dayInWords } from '../core/peopleDates';
import { pastOf } from '../core/deal/past/events';
import { stageOf, type Process } from '../core/process/process';
import { relativePath } from '../core/relativePath';
import { pastWords } from '../words/past';
import { eventSaid } from '../words/pastLines';
import { shortDate } from '../words/row';
import { worthOf } from '../words/worth';
import type { CardItem, CardList } from './cardHtml';

/** Of other deals and of people: a preview is no list of them. */
const MOST = 6;
const LAST_LINES = 3;
const LAST_EVENTS = 3;

/** Whom to call; phone numbers as the file writes them. */
export function peopleOf({ contacts }: Deal, text: string, names: KeyNames): CardList {
  const items = contacts.slice(0, MOST).map(contact => personItem(contact, phoneOf(text, contact, names)));
  return { kind: 'people', title: l10n.t('People'), items: [...items, ...more(contacts.length)] };
}

/** VS Code opens no `tel:` link from a preview: a number is there to be read and copied. */
function personItem({ name, role, email }: Contact, phone: string | undefined): CardItem {
  const mail = email && mailPath(email);
  const address = mail && email ? { label: email, target: `mailto:${encodeURI(mail)}` } : email;
  return { parts: [name, role, address, phone].flatMap(part => part || []) };
}

/** @param others the account's, each from the same pipeline */
export function othersOf(
  { path, account }: Deal,
  others: readonly Deal[],
  { process, currencies, today }: { process: Process; currencies: Currencies; today: CalendarDate },
): CardList {
  const money = moneyIn(currencies);
  const items = others.slice(0, MOST).map(deal => {
    const worth = worthOf(deal, money);
    const target = linkTarget(relativePath(`/${path}`, `/${deal.path}`));
    return {
      parts: [{ label: deal.title, target }, standing(deal, process, today), ...(worth ? [worth] : [])],
    };
  });
  const title = l10n.t('Other deals of {0}', account ?? '');
  return { kind: 'deals', title, items: [...items, ...more(others.length)] };
}

/** The latest of what has happened to the deal, on one line. */
export function pastIn(
  deal: Deal,
  {
    process,
    currencies,
    today,
    links,
  }: { process: Process; currencies: Currencies; today: CalendarDate; links: { readonly timeline?: string } },
): CardList {
  const day = (on: CalendarDate) => shortDate(on, { today, language: env.language });
  const sources = { process, money: moneyIn(currencies), words: pastWords('en'), day };
  const events = pastOf(deal).slice(-LAST_EVENTS).reverse();
  const parts = events.map(event => `${day(event.on)} ${eventSaid(event, sources)}`);
  const title = l10n.t('Show Timeline of Deal');
  return {
    kind: 'past',
    title: l10n.t('Lately'),
    items: parts.length ? [{ parts }] : [],
    link: links.timeline ? { label: l10n.t('Timeline'), target: links.timeline, title } : undefined,
  };
}

function standing(deal: Deal, process: Process, today: CalendarDate): string {
  if (isOpen(deal)) return stageOf(process, deal.stage).label;
  const how = deal.status === 'won' ? l10n.t('Won') : l10n.t('Lost');
  const on = closeDay(deal);
  return on ? l10n.t('{0} on {1}', how, dayInWords(on, today, env.language)) : how;
}

/** What is to be done beside the next step, by days. */
export function todosOf({ todos = [] }: Deal, today: CalendarDate, target: string | undefined): CardList {
  const items = todos.slice(0, MOST).map(({ on, what, who }) => ({
    before: dayInWords(on, today, env.language),
    parts: [what, who && `@${who}`, on < today && lateBy(daysBetween(on, today))].flatMap(part => part || []),
  }));
  return {
    kind: 'todos',
    title: l10n.t('To-dos'),
    items: [...items, ...more(todos.length)],
    link: target ? { label: l10n.t('Tick'), target, title: l10n.t('Tick To-Do') } : undefined,
  };
}

function lateBy(days: number): string {
  return days === 1 ? l10n.t('1 day late') : l10n.t('{0} days late', days);
}

export function logOf(notes: Notes, today: CalendarDate): CardList {
  const items = latestActivities(notes, LAST_LINES, on => canHaveHappened(on, today)).map(({ on, what }) => ({
    before: dayInWords(on, today, env.language),
    parts: [what],
  }));
  return { kind: 'log', title: l10n.t('Last in the log'), items };
}

function more(all: number): readonly CardItem[] {
  return all > MOST ? [{ parts: [l10n.t('and {0} more', all - MOST)] }] : [];
}
