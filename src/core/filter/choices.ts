import type { Deal } from '../deal/deal';
import { isNamed, namesIn } from '../deal/names';
import { mostUsed } from '../deal/typedValues';
import { STATUSES } from '../process/outcome';
import { STAGE_IDS } from '../process/stages';
import { CHOICE_KEYS, fieldOf, kindOf, type ChoiceKey } from './table';

/** What a deal has that a filter may choose it by. */
export function namesToChoose(deal: Deal, key: ChoiceKey): readonly string[] {
  const field = fieldOf(key);
  if (isNamed(field)) return namesIn(deal, field);
  if (field !== 'stage') return [deal.status];
  return deal.stageNotKnown ? [] : [deal.stage];
}

/** A longer name is none that somebody would pick from a list, and no message has room for it. */
const NAME_LIMIT = 1000;

/** How often each name is there. */
export type ChoicesTally = Readonly<Partial<Record<ChoiceKey, ReadonlyMap<string, number>>>>;

export function tallyChoices(deals: readonly Deal[]): ChoicesTally {
  const tally: Partial<Record<ChoiceKey, Map<string, number>>> = {};
  for (const key of NAMED_KEYS) {
    const counts = (tally[key] = new Map<string, number>());
    for (const deal of deals) {
      for (const name of namesToChoose(deal, key)) {
        if (name.length <= NAME_LIMIT) counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
  }
  return tally;
}

/** Stages and statuses are the same for all. */
export const NAMED_KEYS = CHOICE_KEYS.filter(key => kindOf(key) !== 'stage' && kindOf(key) !== 'status');

/**
 * What there is to choose from in some deals: the most used first, stages and statuses in their order.
 *
 * @param most so many names of a kind
 */
export function choicesIn(
  deals: Iterable<Deal>,
  most: number,
): Readonly<Record<ChoiceKey, readonly string[]>> {
  return choicesOf(tallyChoices([...deals]), most);
}

/** The same, of deals that were counted already. */
export function choicesOf(tally: ChoicesTally, most: number): Readonly<Record<ChoiceKey, readonly string[]>> {
  return Object.fromEntries(
    CHOICE_KEYS.map(key => {
      const kind = kindOf(key);
      if (kind === 'stage') return [key, STAGE_IDS];
      if (kind === 'status') return [key, STATUSES];
      return [key, mostUsed(tally[key]!).slice(0, most)];
    }),
  ) as Record<ChoiceKey, readonly string[]>;
}
