import type { Deal } from '../deal/deal';
import { withoutSign } from '../deal/tags';
import { mostUsed } from '../deal/typedValues';
import { rowOf } from '../fields/table';
import { suggest } from '../suggest';
import { searchable } from '../text/searchable';
import { NAMED_KEYS, namesToChoose, tallyChoices } from './choices';
import { fieldOf, type ChoiceKey, type DealFilter } from './table';

/** A name that a filter asks for and that no deal has, with what was probably meant, or else with names that deals do have. */
export interface UnknownName {
  readonly key: ChoiceKey;
  readonly name: string;
  readonly meant: string | undefined;
  /** The most used first. */
  readonly known: readonly string[];
}

/** Stages and statuses are checked where they are read: these are the same for all. */
export function unknownNames(filter: DealFilter, deals: readonly Deal[]): readonly UnknownName[] {
  return NAMED_KEYS.flatMap(key => {
    const isTag = rowOf(fieldOf(key)).kind === 'tag';
    const fold = (name: string) => searchable(isTag ? withoutSign(name) : name);
    const wanted = new Map((filter[key] ?? []).map(name => [fold(name), name]));
    for (const deal of wanted.size ? deals : []) {
      for (const name of namesToChoose(deal, key)) wanted.delete(fold(name));
      if (!wanted.size) break;
    }
    if (!wanted.size) return [];
    const known = mostUsed(tallyChoices(deals)[key]!);
    const byFold = new Map(known.map(name => [fold(name), name]));
    return [...wanted].map(([folded, name]) => {
      const near = suggest(folded, [...byFold.keys()]);
      return { key, name, meant: near && byFold.get(near), known };
    });
  });
}
