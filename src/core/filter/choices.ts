import type { Deal } from '../deal/deal';
import { isNamed, namesIn } from '../deal/names';
import { byUse } from '../deal/typedValues';
import { NO_CURRENCY } from '../money';
import { STATUSES } from '../process/outcome';
import { STAGE_IDS } from '../process/stages';
import { CHOICE_KEYS, fieldOf, kindOf, type ChoiceKey } from './table';

/** What a deal has that a filter may choose it by. */
export function namesToChoose(deal: Deal, key: ChoiceKey): readonly string[] {
  const field = fieldOf(key);
  if (isNamed(field)) return namesIn(deal, field);
  return [field === 'stage' ? deal.stage : deal.status];
}

/** What there is to choose from in some deals: the most used first, stages and statuses in their order. */
export function choicesIn(deals: Iterable<Deal>): Readonly<Record<ChoiceKey, readonly string[]>> {
  const all = [...deals];
  return Object.fromEntries(
    CHOICE_KEYS.map(key => {
      const kind = kindOf(key);
      if (kind === 'stage') return [key, STAGE_IDS];
      if (kind === 'status') return [key, STATUSES];
      const names = byUse(all.flatMap(deal => namesToChoose(deal, key)));
      return [key, kind === 'currency' ? names.filter(code => code !== NO_CURRENCY) : names];
    }),
  ) as Record<ChoiceKey, readonly string[]>;
}
