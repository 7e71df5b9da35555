import type { CalendarDate } from '../../calendar';
import { askedHint, hint, quietHint, warning, type Problem } from '../../problem';
import { ownName } from '../../frontMatter/keyNames';
import { stageOf, type Process } from '../../process/process';
import { isOnHold } from '../condition';
import { closeDay, isOpen, type Deal } from '../deal';
import type { DealEntry } from '../entry';
import { say } from '../say';
import { leftOpen, openBefore, type LeftOpen } from '../gate';
import { hasNoNext, warningsOf, type Warned } from '../warnings';
import { wrongDays } from './wrongDays';

/** What lies around a deal and matters to what is wrong with it. */
export interface Surroundings {
  readonly process: Process;
  readonly today: CalendarDate;
  /** Other deals of the pipeline that may be the same one. */
  readonly alike: readonly Deal[];
  /** The file of which this one is a copy. */
  readonly copy?: Copy | undefined;
}

export interface Copy {
  readonly of: Deal;
  /** Whether both files are equal to the byte. */
  readonly isEqual: boolean;
}

/**
 * Which file one is a copy of, if any.
 *
 * @param byName the one that its name says it is a copy of
 * @param equal the first of those that read the same which is equal to the byte
 */
export function copyOf(byName: Deal | undefined, equal: Deal | undefined): Copy | undefined {
  if (equal) return { of: equal, isEqual: true };
  return byName && { of: byName, isEqual: false };
}

/** How many similar deals are named: more than that are a copied folder. */
const MOST_ALIKE = 3;

export type Hinted = Pick<DealEntry, 'deal' | 'historyAt' | 'loggedAt'>;

/** What a file alone does not tell: it depends on the day, on other files, or is no mistake but only missing. */
export function hintsFor(hinted: Hinted, { alike, copy, process, today }: Surroundings): Problem[] {
  const { deal } = hinted;
  const left = leftOpen(deal, process);
  return [
    ...wrongDays(hinted, process.fields, today),
    ...(copy ? [copied(copy)] : []),
    // The copy has its own warning.
    ...alike
      .filter(({ path }) => path !== copy?.of.path)
      .slice(0, MOST_ALIKE)
      .map(duplicate),
    ...(isOpen(deal) ? openHints(deal, process, today) : closedHints(deal, process)),
    ...gateHints(deal, left, process),
    ...nextHints(deal, left, process),
  ];
}

function copied({ of: { path }, isEqual }: Copy): Problem {
  return warning('copied-file', say('copyOf', { path, isEqual }), { line: 1, other: path });
}

function duplicate({ path, title }: Deal): Problem {
  return hint('duplicate-deal', say('maybeSame', { title, path }), { line: 2, at: ['title'], other: path });
}

function openHints(deal: Deal, process: Process, today: CalendarDate): Problem[] {
  const { closeDate } = deal;
  const hints: Problem[] = [];
  if (closeDate && closeDate < today) {
    const says = say('closeDatePast', { day: closeDate });
    hints.push(hint('close-date-past', says, { line: 2, at: ['close_date'] }));
  }
  // Unless the team has said that it wants it told, or not.
  const isDefault = stageOf(process, deal.stage).warn.nextStep === undefined;
  if (isDefault && hasNoNext(deal, today) && !isOnHold(deal, today)) {
    hints.push(quietHint('no-next-step', say('noNextStep'), { line: 2, at: ['stage'] }));
  }
  return [...hints, ...warningsOf(deal, process, today).map(warned => warnedOf(warned, deal, process))];
}

/** What the team wants to be warned of, at the key that it is about, or at the stage. */
function warnedOf(warned: Warned, deal: Deal, process: Process): Problem {
  const stage = labelHere(deal, process);
  const at = (key: string) => ({ line: 2, at: [key] });
  switch (warned.kind) {
    case 'fewContacts': {
      const { n, least } = warned;
      return askedHint('few-contacts', say('fewContacts', { n, least, stage }), at(n ? 'contacts' : 'stage'));
    }
    case 'noDecisionMaker': {
      const key = deal.contacts.length ? 'contacts' : 'stage';
      return askedHint('no-decision-maker', say('noDecisionMaker', { stage }), at(key));
    }
    case 'noValue': {
      const key = ownName(process.fields, 'value');
      return askedHint('no-value', say('noValue', { key, stage }), at('stage'));
    }
    case 'unanswered':
      return askedHint('no-answer', say('unanswered', { times: warned.times }), at('stage'));
    case 'noNextStep':
      return askedHint('no-next-step', say('noNextStep'), at('stage'));
    case 'pushed':
      return askedHint('pushed-often', say('pushedOften', { times: warned.times }), at('close_date'));
  }
}

/**
 * What the stages wanted that a deal has left, or was won past. What the process blocks is a warning: the deal was moved
 * by hand, or before the rule was. What its history says somebody knew is told only to who has it open, and so is what
 * is only warned of in a deal that is won: there is nothing left to do.
 */
function gateHints(deal: Deal, left: readonly LeftOpen[], process: Process): Problem[] {
  const isWon = deal.status === 'won';
  const goal = isWon ? undefined : labelHere(deal, process);
  const at = [isWon ? 'status' : 'stage'];
  return wantedTogether(left).flatMap(wants => {
    const [{ isOnRecord }] = wants;
    const { rule, code, wanted } = wantedAs(wants, process);
    if (rule === 'allow') return [];
    const isBlocked = rule === 'block' && !isOnRecord;
    const tell = isBlocked ? warning : isWon || isOnRecord ? quietHint : hint;
    return tell(code, say('leftOpen', { wanted, goal, isBlocked }), { line: 2, at, meant: idsOf(wants) });
  });
}

/** What the stage that an open deal is in wants before the deal goes on, and is not told of already. */
function nextHints(deal: Deal, left: readonly LeftOpen[], process: Process): Problem[] {
  const { criteria, fields } = openBefore(deal, process);
  const next = [
    ...fields.map(id => ({ kind: 'field' as const, id, text: id })),
    ...criteria.map(one => ({ kind: 'criterion' as const, ...one })),
  ].filter(({ id }) => !left.some(one => one.id === id));
  return wantedTogether(next).flatMap(wants => {
    const { rule, code, wanted } = wantedAs(wants, process);
    if (rule === 'allow') return [];
    const says = say('neededToLeave', { wanted, stage: labelHere(deal, process) });
    return quietHint(code, says, { line: 2, at: ['stage'], meant: idsOf(wants) });
  });
}

/** A criterion that is not met, or a field that is empty. */
type Want = Pick<LeftOpen, 'kind' | 'id' | 'text'> & Partial<Pick<LeftOpen, 'isOnRecord'>>;
type Wants<T> = readonly [T, ...T[]];

/** Each field alone; criteria are told in one, however many they are, but for those that are on record. */
function wantedTogether<T extends Want>(all: readonly T[]): readonly Wants<T>[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const one of all) {
    const key = one.kind === 'field' ? `field ${one.id}` : `criteria ${one.isOnRecord}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

function idsOf(wants: readonly Want[]): string[] {
  return wants.map(({ id }) => id);
}

function wantedAs(wants: Wants<Want>, process: Process) {
  const texts = wants.map(({ text }) => text);
  return wants[0].kind === 'criterion'
    ? {
        rule: process.unmetCriteria,
        code: 'unmet-criterion' as const,
        wanted: { criteria: texts, fields: [] },
      }
    : {
        rule: process.missingFields,
        code: 'missing-field' as const,
        wanted: { criteria: [], fields: texts.map(text => ownName(process.fields, text)) },
      };
}

function labelHere({ stage }: Deal, process: Process): string {
  return stageOf(process, stage).label;
}

function closedHints(deal: Deal, { fields }: Process): Problem[] {
  const hints: Problem[] = [];
  if (!closeDay(deal)) {
    const says = say('noCloseDay', { key: ownName(fields, 'closed_on'), status: deal.status });
    hints.push(quietHint('no-close-day', says, { line: 2, at: ['status'] }));
  }
  if (deal.status === 'lost' && !deal.lostReason) {
    const says = say('noLostReason', { key: ownName(fields, 'lost_reason') });
    hints.push(quietHint('no-lost-reason', says, { line: 2, at: ['status'] }));
  }
  return hints;
}
