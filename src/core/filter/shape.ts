import { amount, day, flag, listOf, literal, object, optional, text, type Shape } from '../shapes';
import { STATUSES } from '../process/outcome';
import { STAGE_IDS } from '../process/stages';
import { CLOSINGS, FILTER_KEYS, kindOf, type DealFilter, type FilterKind } from './table';

const SHAPES: Readonly<Record<FilterKind, Shape<unknown>>> = {
  names: listOf(text),
  currency: listOf(text),
  stage: listOf(literal(...STAGE_IDS)),
  status: listOf(literal(...STATUSES)),
  text,
  amount,
  day,
  flag,
  closing: literal(...CLOSINGS),
  archive: flag,
};

const fields = Object.fromEntries(FILTER_KEYS.map(key => [key, optional(SHAPES[kindOf(key)])]));

/** Whether something from outside is a filter: from a message, or kept by another version. */
export const isDealFilter = object(fields) as unknown as Shape<DealFilter>;
