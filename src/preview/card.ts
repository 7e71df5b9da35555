import { env, l10n } from 'vscode';
import { daysBetween, type CalendarDate } from '../core/calendar';
import { due, isOnHold, isStalled } from '../core/deal/condition';
import { courseOf, isBeginningKnown } from '../core/deal/course';
import { daysInStage, isStayFromGit } from '../core/deal/daysInStage';
import { closeDay, isOpen, type Deal } from '../core/deal/deal';
import { withPast } from '../core/deal/past/withPast';
import { lacksNextStep } from '../core/deal/warnings';
import { moneyIn, type Currencies } from '../core/moneyFormat';
import { firstHeading } from '../core/notes/heading';
import { readNotes } from '../core/notes/readNotes';
import { dayInWords } from '../core/peopleDates';
import { stageOf, type Process } from '../core/process/process';
import { STAGE_IDS, stageIndex, type StageId } from '../core/process/stages';
import { pastWords } from '../words/past';
import { contractOf, worthOf } from '../words/worth';
import type { Card, Fact, CardStep, StepLine } from './cardHtml';
import type { CardLinks } from './links';
import { logOf, othersOf, pastIn, peopleOf, todosOf } from './lists';

/** What a card is made of besides its deal. */
export interface AroundDeal {
  readonly process: Process;
  readonly currencies: Currencies;
  readonly today: CalendarDate;
  /** Of its file. */
  readonly text: string;
  /** The other deals of its account. */
  readonly others: readonly Deal[];
  readonly links: CardLinks;
  /** Whether the person has asked VS Code to show the front matter. */
  readonly isTableWanted: boolean;
}

/** What the preview says of a deal. */
export function cardOf(deal: Deal, around: AroundDeal): Card {
  const { process, currencies, today, text, others, links, isTableWanted } = around;
  const { label } = stageOf(process, deal.stage);
  const number = stageIndex(deal.stage) + 1;
  const notes = readNotes(text);
  const heading = firstHeading(notes);
  const before = heading && text.slice(notes.start, notes.lines[heading.first]!.start).trim();
  const isTitleBelow = heading?.title === deal.title && before === '';
  return {
    status: deal.status,
    aloud: l10n.t('Deal: {0}', deal.title),
    title: deal.title,
    whose: [deal.account, deal.owner && l10n.t('Owner {0}', deal.owner)].filter(one => one !== undefined),
    where: deal.stageNotKnown
      ? l10n.t('Stage not known')
      : l10n.t('Stage {0} of {1}: {2}', number, STAGE_IDS.length, label),
    steps: STAGE_IDS.map(id => stepOf(deal, id, process)),
    nextStep: isOpen(deal) ? nextStep(deal, process, today, links.complete) : undefined,
    facts: isOpen(deal)
      ? openFacts(deal, process, currencies, today)
      : closedFacts(deal, label, currencies, today),
    criteria: criteriaOf(deal, process, links.check),
    lists: [
      ...(isOpen(deal) ? [todosOf(deal, today, links.tick)] : []),
      peopleOf(deal, text, process.fields),
      othersOf(deal, others, around),
      logOf(notes, today),
      pastIn(deal, around),
    ],
    hides: [
      ...(isTableWanted ? [] : ['deal-hides-table' as const]),
      ...(isTitleBelow ? ['deal-hides-heading' as const] : []),
    ],
  };
}

function stepOf(deal: Deal, id: StageId, process: Process): CardStep {
  const { label } = stageOf(process, id);
  if (deal.stageNotKnown) return { label, state: 'ahead', aloud: l10n.t('not known') };
  const distance = stageIndex(id) - stageIndex(deal.stage);
  if (distance > 0) return { label, state: 'ahead', aloud: l10n.t('not reached yet') };
  if (distance === 0) return { label, state: 'current', aloud: CURRENT[deal.status] };
  // A deal whose start is unknown isn't known to have left anything out.
  const isSkipped =
    isBeginningKnown(withPast(deal)) &&
    !courseOf(withPast(deal)).some(mark => mark.kind === 'entered' && mark.stage === id);
  return isSkipped
    ? { label, state: 'skipped', aloud: l10n.t('skipped') }
    : { label, state: 'passed', aloud: l10n.t('done') };
}

const CURRENT: Readonly<Record<Deal['status'], string>> = {
  open: l10n.t('current stage'),
  won: l10n.t('won here'),
  lost: l10n.t('lost here'),
};

function openFacts(deal: Deal, process: Process, currencies: Currencies, today: CalendarDate): Fact[] {
  const stage = stageOf(process, deal.stage);
  const days = daysInStage(deal, today);
  const { closeDate } = deal;
  const isStuck = isStalled(deal, process, today);
  return [
    {
      name: l10n.t('Stage'),
      value: days === undefined ? stage.label : l10n.t('{0}, for {1}', stage.label, daysInWords(days)),
      source: days !== undefined && isStayFromGit(deal) ? pastWords('en').fromGit : undefined,
      warning: isStuck ? l10n.t('stalled: limit {0}', daysInWords(stage.stalledAfter)) : undefined,
    },
    ...valueOf(deal, currencies),
    ...(closeDate
      ? [
          {
            name: l10n.t('Close date'),
            value: dayInWords(closeDate, today, env.language),
            warning: closeDate < today ? l10n.t('passed') : undefined,
          },
        ]
      : []),
    ...(isOnHold(deal, today)
      ? [
          {
            name: l10n.t('On hold'),
            value: l10n.t('until {0}', dayInWords(deal.onHoldUntil!, today, env.language)),
          },
        ]
      : []),
  ];
}

function nextStep(deal: Deal, process: Process, today: CalendarDate, target: string | undefined): StepLine {
  const { nextStep: step, nextStepOn } = deal;
  const name = l10n.t('Next step');
  // Nothing is missing, and nothing late, before that day.
  const warning = isOnHold(deal, today) ? undefined : stepWarning(deal, process, today);
  if (due(deal, today) === 'none') return { name, value: '–', warning };
  return {
    name,
    value: step ?? '–',
    more: nextStepOn && dayInWords(nextStepOn, today, env.language),
    warning,
    link: target ? { label: l10n.t('Done'), target, title: l10n.t('Complete Next Step') } : undefined,
  };
}

function stepWarning(deal: Deal, process: Process, today: CalendarDate): string | undefined {
  switch (due(deal, today)) {
    case 'none':
      return lacksNextStep(deal, process, today) ? l10n.t('none planned') : undefined;
    case 'overdue':
      return l10n.t('{0} late', daysInWords(daysBetween(deal.nextStepOn!, today)));
    case 'today':
      return l10n.t('today');
    default:
      return undefined;
  }
}

function closedFacts(deal: Deal, label: string, currencies: Currencies, today: CalendarDate): Fact[] {
  const on = closeDay(deal);
  const lost = deal.stageNotKnown ? l10n.t('Lost') : l10n.t('Lost in {0}', label);
  const how = deal.status === 'won' ? l10n.t('Won') : lost;
  return [
    {
      name: l10n.t('Outcome'),
      value: on ? l10n.t('{0} on {1}', how, dayInWords(on, today, env.language)) : how,
      source: on !== closeDay(deal) ? pastWords('en').fromGit : undefined,
    },
    ...(deal.lostReason ? [{ name: l10n.t('Reason'), value: deal.lostReason }] : []),
    ...valueOf(deal, currencies),
  ];
}

function valueOf(deal: Deal, currencies: Currencies): Fact[] {
  const money = moneyIn(currencies);
  const worth = worthOf(deal, money);
  return worth ? [{ name: l10n.t('Value'), value: worth, more: contractOf(deal, money) }] : [];
}

function criteriaOf(deal: Deal, process: Process, target: string | undefined): Card['criteria'] {
  const all = isOpen(deal) ? stageOf(process, deal.stage).exitCriteria : [];
  const items = all.map(({ id, text }) => {
    const isMet = deal.checks.includes(id);
    return { text, isMet, aloud: isMet ? l10n.t('met') : l10n.t('not met yet') };
  });
  const met = items.filter(({ isMet }) => isMet).length;
  return {
    title: l10n.t('Before the next stage: {0} of {1} met', met, items.length),
    items,
    link: target ? { label: l10n.t('Check off'), target, title: l10n.t('Check Off Criteria') } : undefined,
  };
}

function daysInWords(days: number): string {
  return days === 1 ? l10n.t('1 day') : l10n.t('{0} days', days);
}
