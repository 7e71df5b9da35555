import { isList } from '../../fields/table';
import { applyEdits } from '../../textEdit';
import { problemsIn } from '../problems/problemsIn';
import { readDeal } from '../readDeal';
import type { Fixer } from './fix';
import { rewriteValue } from './rewriteValue';
import { say } from './say';

/** A single value that stands alone in brackets, or behind a dash: `stage: [proposal]`. The value is right without them. */
export const takeOut: Fixer = broken => {
  const { data, problem, process, text, today } = broken;
  const { at = [], code } = problem;
  const key = String(at[0]);
  const value = at.length === 1 ? data[key] : undefined;
  // Brackets may be part of a text.
  if (!Array.isArray(value) || isList(key) || code === 'invalid-text') return [];
  const [inside, ...others] = value.flat(2) as unknown[];
  if (others.length || !(typeof inside === 'string' || typeof inside === 'number')) return [];
  const says = say('changeTo', { value: String(inside) });
  return rewriteValue(broken, says, key, inside, { isPreferred: true }).filter(({ edits }) => {
    const after = problemsIn(readDeal('', applyEdits(text, edits), process), { process, today, alike: [] });
    return !after.some(one => one.code === code && one.at?.[0] === key);
  });
};
