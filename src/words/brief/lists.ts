import type { Brief, ToCall } from '../../core/brief/brief';
import type { TermChange } from '../../core/brief/changesOfTerms';
import { daysBetween, type CalendarDate } from '../../core/calendar';
import { closeDay, isOpen, type Deal } from '../../core/deal/deal';
import { mailPath } from '../../core/deal/reachContact';
import { stageOf } from '../../core/process/process';
import { prose } from '../../core/text/markdown';
import { worthOf } from '../worth';
import type { BriefFormat } from './sources';

/** More of a kind nobody reads before a call; the list says how many there are. */
const MOST = 10;

/** Signs, as the preview shows the boxes of Markdown as they are written. */
const [MET, OPEN] = ['☑', '☐'] as const;

interface TitledList {
  readonly title: string;
  /** Items of a list; nothing where there is nothing to say. */
  readonly lines: readonly string[];
}

/** All that a brief has below where the deal stands. */
export function listSections(brief: Brief, format: BriefFormat): TitledList[] {
  const { deal, asOf, open, met, absent } = brief;
  const { words } = format;
  const some = (lines: readonly string[]) =>
    lines.length > MOST ? [...lines.slice(0, MOST), words.more(lines.length - MOST)] : lines;
  return [
    {
      title: words.todos,
      lines: some(
        brief.todos.map(({ on, what, who }) => {
          const said = [what && prose(what), who && prose(`@${who}`, 60)].filter(part => part).join(' ');
          return `${on} ${said} (${words.late(daysBetween(asOf, on))})`;
        }),
      ),
    },
    {
      title: words.criteria(met.length, met.length + open.length),
      lines: [
        ...met.map(({ text }) => `${MET} ${prose(text)}`),
        ...open.map(({ text }) => `${OPEN} ${prose(text)}`),
        ...absent.map(key => `${OPEN} ${words.missing(prose(key.replaceAll('_', ' '), 60))}`),
      ],
    },
    { title: words.questions, lines: brief.questions.map(question => prose(question, 500)) },
    { title: words.people, lines: some(brief.people.map(personText)) },
    { title: words.log, lines: brief.log.map(({ on, what }) => `${on} ${prose(what, 500)}`) },
    { title: words.terms, lines: some(brief.terms.map(change => changeText(change, format))) },
    {
      title: words.others(prose(deal.account ?? '', 100)),
      lines: some(brief.others.map(other => otherText(other, format))),
    },
  ];
}

/** An address that is one is a link; a phone number is there to be read. */
function personText({ name, role, email, phone }: ToCall): string {
  const address = email && (mailPath(email) ? `<${email}>` : prose(email, 100));
  const parts = [name && prose(name, 100), role && prose(role, 100), address, phone && prose(phone, 40)];
  return parts.filter(part => part).join(', ');
}

function changeText(change: TermChange, { words, money }: BriefFormat): string {
  const on = change.on ?? `(${words.dayNotKnown})`;
  if (change.kind === 'value') {
    const [from, to] = [change.from, change.to].map(value => (value ? money.one(value) : words.none));
    return `${on} ${words.value}: ${words.to(from!, to!)}`;
  }
  const { from, to } = change;
  const by = from && to ? ` (${words.moved(daysBetween(from, to))})` : '';
  return `${on} ${words.closeDate}: ${words.to(from ?? words.none, to ?? words.none)}${by}`;
}

function otherText(deal: Deal, { process, words, money }: BriefFormat): string {
  const label = deal.stageNotKnown ? undefined : prose(stageOf(process, deal.stage).label, 60);
  const closed = closeDay(deal);
  const standing = isOpen(deal)
    ? [label, closesText(deal.closeDate, words)]
    : [deal.status === 'won' ? words.won(closed) : words.lost(label, closed)];
  const parts = [worthOf(deal, money), ...standing].filter(part => part);
  return `${prose(deal.title)}: ${parts.join(', ')}`;
}

function closesText(closeDate: CalendarDate | undefined, words: BriefFormat['words']): string | undefined {
  return closeDate && words.closes(closeDate);
}
