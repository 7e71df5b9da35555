import { FACTS, standingOf } from '../core/changes/event';
import type { Deal } from '../core/deal/deal';
import { plainText } from '../core/escape';
import type { MoneyFormat } from '../core/moneyFormat';
import { stageOf, type Process } from '../core/process/process';
import { shortDate, type RowFacts } from './row';
import { shortWorthOf, worthOf } from './worth';

/*
 * What a deal was at a point of the past, for those who look at it as it is now.
 */

/** What the words depend on besides the deal then and now. */
interface WasFacts extends RowFacts {
  readonly process: Process;
}

/**
 * `was €40K, closing 30 Nov`: of value and close date what is another now, or where the deal stood if neither is; nothing if
 * that is the same too.
 */
export function wasInRow(then: Deal, now: Deal, facts: WasFacts): string | undefined {
  const { money } = facts;
  const writings = [shortWorthOf, worthOf].map(write => (deal: Deal) => write(deal, money));
  const said = [valueThen(then, now, money, writings), closingThen(then, now, facts)].filter(Boolean);
  const words = said.length ? said.join(', ') : standingThen(then, now, facts.process);
  return words && `was ${words}`;
}

/**
 * The same with the stage in any case and amounts in full: `Changed since Mon 23 Nov: was €40,000, closing 30 Nov, in Proposal`.
 *
 * @param since the point as it stands behind “since”
 */
export function wasInFull(then: Deal, now: Deal, since: string, facts: WasFacts): string | undefined {
  const { money, process } = facts;
  const words = [
    valueThen(then, now, money, [deal => worthOf(deal, money)]),
    closingThen(then, now, facts),
    standingThen(then, now, process),
  ].filter(Boolean);
  return words.length ? `Changed since ${since}: was ${words.join(', ')}` : undefined;
}

type Writing = (deal: Deal) => string | undefined;

/** As short as it can be told from what it is now; a price of a period may be the same for longer. */
function valueThen(
  then: Deal,
  now: Deal,
  money: MoneyFormat,
  writings: readonly Writing[],
): string | undefined {
  const isSame = (['value', 'currency'] as const).every(kind => FACTS[kind](then) === FACTS[kind](now));
  if (isSame) return undefined;
  if (!then.value) return 'without a value';
  const inAll: Writing = ({ value }) => value && money.one(value);
  return [...writings, inAll].find(write => write(then) !== write(now))?.(then);
}

function closingThen(then: Deal, now: Deal, facts: RowFacts): string | undefined {
  if (then.closeDate === now.closeDate) return undefined;
  return then.closeDate ? `closing ${shortDate(then.closeDate, facts)}` : 'without a close date';
}

function standingThen(then: Deal, now: Deal, process: Process): string | undefined {
  const standing = standingOf(then);
  if (standing === standingOf(now) || standing === null) return undefined;
  if (standing === 'won' || standing === 'lost') return standing;
  return `in ${plainText(stageOf(process, standing).label, 60)}`;
}
