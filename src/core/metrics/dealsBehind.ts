import { withPast } from '../deal/past/withPast';
import { dealFilter } from '../filter/dealFilter';
import { counterOf } from './counters';
import type { Figure } from './figure';
import { journeyOf } from './journey';
import type { ReportQuestion } from './question';

/**
 * The paths of the deals that a figure of the report counts, in their order: as many as the figure says. A deal that
 * counts twice is there twice.
 *
 * @param question the one that the report answers
 */
export function dealsBehind(figure: Figure, question: ReportQuestion): string[] {
  const isMeant = dealFilter(question.filter ?? {}, question);
  const { undated = [] } = question;
  if (figure.kind === 'undated') return undated.flatMap(deal => (isMeant(deal) ? deal.path : [])).sort();
  if (figure.kind === 'leftOut') {
    return [...question.deals, ...undated].flatMap(deal => (isMeant(deal) ? [] : deal.path)).sort();
  }
  const journeys = [...question.deals]
    .map(withPast)
    .filter(isMeant)
    .map(deal => journeyOf(deal, question.asOf));
  const times = counterOf(figure, { ...question, journeys });
  return journeys.flatMap(journey => Array<string>(Number(times(journey))).fill(journey.deal.path)).sort();
}
