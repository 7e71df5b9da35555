import type { CalendarDate } from '../../calendar';
import { hint, quote, type Problem } from '../../problem';
import { closeDay, isOpen, type Deal } from '../deal';

/** What lies around a deal and matters to what is wrong with it. */
export interface Surroundings {
  readonly today: CalendarDate;
  /** Other deals of the pipeline that may be the same one. */
  readonly alike: readonly Deal[];
}

/** Of how many that are alike each is told: more are a copied folder. */
const MOST_ALIKE = 3;

/** What a file alone does not tell: it depends on the day, on other files, or is no mistake but only missing. */
export function hintsFor(deal: Deal, { today, alike }: Surroundings): Problem[] {
  return [
    ...alike.slice(0, MOST_ALIKE).map(duplicate),
    ...(isOpen(deal) ? openHints(deal, today) : closedHints(deal)),
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
