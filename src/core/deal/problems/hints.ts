import type { CalendarDate } from '../../calendar';
import { plainText } from '../../escape';
import { hint, quote, warning, type Problem } from '../../problem';
import { stageOf, type Process, type Rule } from '../../process/process';
import { closeDay, isOpen, type Deal } from '../deal';
import { openBefore } from '../gate';

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
    ...(isOpen(deal) ? [...openHints(deal, today), ...gateHints(deal, process)] : closedHints(deal)),
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
    hints.push(hint('no-next-step', message, { line: 2, at: ['stage'] }));
  }
  return hints;
}

/**
 * What the stages that a deal has left wanted of it, and which fields its own stage wants before it goes on. What the
 * process blocks is no hint: the deal was moved by hand, or before the rule was, unless its history says in spite of it.
 */
function gateHints(deal: Deal, process: Process): Problem[] {
  const label = plainText(stageOf(process, deal.stage).label, 60);
  const first = deal.history.find(({ stage }) => stage)?.stage ?? deal.stage;
  const left = openBefore({ ...deal, stage: first }, process, deal.stage);
  const next = process.missingFields === 'allow' ? [] : openBefore(deal, process).fields;
  const overdue = process.missingFields === 'allow' ? [] : left.fields;
  const criteria = process.unmetCriteria === 'allow' ? [] : left.criteria;
  const isMeant = deal.history.some(event => event.stage && event.isMeant);
  const at = (id: string) => ({ line: 2, at: ['stage'], meant: [id] });
  const tell = (code: 'missing-field' | 'unmet-criterion', rule: Rule, id: string, what: string) => {
    const isBlocked = rule === 'block' && !isMeant;
    const by = isBlocked ? ', says the team’s sales-process.yaml' : '';
    const message = `${what}: the deal should not be in ${label} without it${by}.`;
    return (isBlocked ? warning : hint)(code, message, at(id));
  };
  return [
    ...[...new Set([...overdue, ...next])].map(key => {
      const what = `${quote(key)} is empty`;
      return overdue.includes(key)
        ? tell('missing-field', process.missingFields, key, what)
        : hint('missing-field', `${what}: the deal needs it to leave ${label}.`, at(key));
    }),
    ...criteria.map(({ id, text }) =>
      tell('unmet-criterion', process.unmetCriteria, id, `${quote(text)} is not met`),
    ),
  ];
}

function closedHints(deal: Deal): Problem[] {
  const hints: Problem[] = [];
  if (!closeDay(deal)) {
    const message = `Nobody knows when this deal was ${deal.status}: set “closed_on”.`;
    hints.push(hint('no-close-day', message, { line: 2, at: ['status'] }));
  }
  if (deal.status === 'lost' && !deal.lostReason) {
    const message = 'Nobody knows why this deal was lost: set “lost_reason”.';
    hints.push(hint('no-lost-reason', message, { line: 2, at: ['status'] }));
  }
  return hints;
}
