import type { CalendarDate } from '../../calendar';
import { plainText } from '../../escape';
import { hint, quietHint, quote, warning, type Problem } from '../../problem';
import { ownName } from '../../frontMatter/keyNames';
import { stageOf, type Process } from '../../process/process';
import { closeDay, isOpen, type Deal } from '../deal';
import { leftOpen, openBefore, type LeftOpen } from '../gate';

/** What lies around a deal and matters to what is wrong with it. */
export interface Surroundings {
  readonly process: Process;
  readonly today: CalendarDate;
  /** Other deals of the pipeline that may be the same one. */
  readonly alike: readonly Deal[];
}

/** Of how many that are alike each is told: more are a copied folder. */
const MOST_ALIKE = 3;

/** What a file alone does not tell: it depends on the day, on other files, or is no mistake but only missing. */
export function hintsFor(deal: Deal, { alike, process, today }: Surroundings): Problem[] {
  const left = leftOpen(deal, process);
  return [
    ...alike.slice(0, MOST_ALIKE).map(duplicate),
    ...(isOpen(deal) ? openHints(deal, today) : closedHints(deal, process)),
    ...gateHints(deal, left, process),
    ...nextHints(deal, left, process),
  ];
}

function duplicate({ path, title }: Deal): Problem {
  const message = `This may be the same deal as ${quote(title)} in ${path}.`;
  return hint('duplicate-deal', message, { line: 2, at: ['title'], other: path });
}

function openHints({ closeDate, nextStep, nextStepOn }: Deal, today: CalendarDate): Problem[] {
  const hints: Problem[] = [];
  if (closeDate && closeDate < today) {
    const message = `The close date ${closeDate} is over, and the deal is open. Set another one, or close the deal.`;
    hints.push(hint('close-date-past', message, { line: 2, at: ['close_date'] }));
  }
  if (!nextStep && !nextStepOn) {
    const message = 'No next step is planned for this deal.';
    hints.push(quietHint('no-next-step', message, { line: 2, at: ['stage'] }));
  }
  return hints;
}

/**
 * What the stages wanted that a deal has left, or was won past. What the process blocks is a warning: the deal was moved
 * by hand, or before the rule was. What its history says somebody knew is told only to who has it open, and so is what
 * is only warned of in a deal that is won: there is nothing left to do.
 */
function gateHints(deal: Deal, left: readonly LeftOpen[], process: Process): Problem[] {
  const isWon = deal.status === 'won';
  const goal = isWon ? 'should not be won' : `should not be in ${labelHere(deal, process)}`;
  const at = [isWon ? 'status' : 'stage'];
  return left.flatMap(({ kind, id, text, isOnRecord }) => {
    const { rule, code, what } = wordsFor(kind, text, process);
    if (rule === 'allow') return [];
    const isBlocked = rule === 'block' && !isOnRecord;
    const tell = isBlocked ? warning : isWon || isOnRecord ? quietHint : hint;
    const by = isBlocked ? ', says the team’s sales-process.yaml' : '';
    return tell(code, `${what}: the deal ${goal} without it${by}.`, { line: 2, at, meant: [id] });
  });
}

/** What the stage that an open deal is in wants before the deal goes on, and is not told of already. */
function nextHints(deal: Deal, left: readonly LeftOpen[], process: Process): Problem[] {
  const { criteria, fields } = openBefore(deal, process);
  const next = [
    ...fields.map(id => ({ kind: 'field' as const, id, text: id })),
    ...criteria.map(one => ({ kind: 'criterion' as const, ...one })),
  ];
  return next.flatMap(({ kind, id, text }) => {
    const { rule, code, what } = wordsFor(kind, text, process);
    if (rule === 'allow' || left.some(one => one.id === id)) return [];
    const message = `${what}: the deal needs it to leave ${labelHere(deal, process)}.`;
    return quietHint(code, message, { line: 2, at: ['stage'], meant: [id] });
  });
}

function wordsFor(kind: LeftOpen['kind'], text: string, process: Process) {
  return kind === 'criterion'
    ? { rule: process.unmetCriteria, code: 'unmet-criterion' as const, what: `${quote(text)} is not met` }
    : {
        rule: process.missingFields,
        code: 'missing-field' as const,
        what: `${quote(ownName(process.fields, text))} is empty`,
      };
}

function labelHere({ stage }: Deal, process: Process): string {
  return plainText(stageOf(process, stage).label, 60);
}

function closedHints(deal: Deal, { fields }: Process): Problem[] {
  const key = (standard: string) => quote(ownName(fields, standard));
  const hints: Problem[] = [];
  if (!closeDay(deal)) {
    const message = `Nobody knows when this deal was ${deal.status}: set ${key('closed_on')}.`;
    hints.push(quietHint('no-close-day', message, { line: 2, at: ['status'] }));
  }
  if (deal.status === 'lost' && !deal.lostReason) {
    const message = `Nobody knows why this deal was lost: set ${key('lost_reason')}.`;
    hints.push(quietHint('no-lost-reason', message, { line: 2, at: ['status'] }));
  }
  return hints;
}
