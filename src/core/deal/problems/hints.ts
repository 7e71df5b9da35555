import type { CalendarDate } from '../../calendar';
import { plainText } from '../../escape';
import { hint, quietHint, quote, warning, type Problem } from '../../problem';
import { ownName } from '../../process/fieldNames';
import { stageOf, type Process } from '../../process/process';
import { closeDay, isOpen, type Deal } from '../deal';
import { leftOpen, openBefore } from '../gate';

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
  return [
    ...alike.slice(0, MOST_ALIKE).map(duplicate),
    ...(isOpen(deal) ? openHints(deal, today) : closedHints(deal, process)),
    ...gateHints(deal, process),
    ...nextHints(deal, process),
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
function gateHints(deal: Deal, process: Process): Problem[] {
  const isWon = deal.status === 'won';
  const label = labelHere(deal, process);
  return leftOpen(deal, process).flatMap(one => {
    const rule = one.kind === 'criterion' ? process.unmetCriteria : process.missingFields;
    if (rule === 'allow') return [];
    const id = one.kind === 'criterion' ? one.criterion.id : one.field;
    const what =
      one.kind === 'criterion'
        ? `${quote(one.criterion.text)} is not met`
        : `${quote(ownName(process.fields, one.field))} is empty`;
    const isBlocked = rule === 'block' && !one.isOnRecord;
    const tell = isBlocked ? warning : isWon || one.isOnRecord ? quietHint : hint;
    const goal = isWon ? 'should not be won' : `should not be in ${label}`;
    const by = isBlocked ? ', says the team’s sales-process.yaml' : '';
    const code = one.kind === 'criterion' ? 'unmet-criterion' : 'missing-field';
    const at = [isWon ? 'status' : 'stage'];
    return tell(code, `${what}: the deal ${goal} without it${by}.`, { line: 2, at, meant: [id] });
  });
}

/** What the stage that an open deal is in wants before the deal goes on. */
function nextHints(deal: Deal, process: Process): Problem[] {
  const { criteria, fields } = openBefore(deal, process);
  const before = `the deal needs it to leave ${labelHere(deal, process)}`;
  const left = leftOpen(deal, process);
  const isTold = (id: string) =>
    left.some(one => id === (one.kind === 'field' ? one.field : one.criterion.id));
  const empty = process.missingFields === 'allow' ? [] : fields.filter(key => !isTold(key));
  const unmet = process.unmetCriteria === 'allow' ? [] : criteria.filter(({ id }) => !isTold(id));
  const at = ['stage'];
  return [
    ...empty.map(key => {
      const message = `${quote(ownName(process.fields, key))} is empty: ${before}.`;
      return quietHint('missing-field', message, { line: 2, at, meant: [key] });
    }),
    ...unmet.map(({ id, text }) =>
      quietHint('unmet-criterion', `${quote(text)} is not met: ${before}.`, { line: 2, at, meant: [id] }),
    ),
  ];
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
