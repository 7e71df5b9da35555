import type { Deal } from '../deal/deal';
import { isNamed, namesIn } from '../deal/names';
import { byUse } from '../deal/typedValues';
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

function isShort({ length }: string): boolean {
  return length <= NAME_LIMIT;
}

/**
 * What there is to choose from in some deals: the most used first, stages and statuses in their order.
 *
 * @param most so many names of a kind
 */
export function choicesIn(
  deals: Iterable<Deal>,
  most: number,
): Readonly<Record<ChoiceKey, readonly string[]>> {
  const all = [...deals];
  return Object.fromEntries(
    CHOICE_KEYS.map(key => {
      const kind = kindOf(key);
      if (kind === 'stage') return [key, STAGE_IDS];
      if (kind === 'status') return [key, STATUSES];
      return [key, byUse(all.flatMap(deal => namesToChoose(deal, key)).filter(isShort)).slice(0, most)];
    }),
  ) as Record<ChoiceKey, readonly string[]>;
}
