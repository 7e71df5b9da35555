import { isList } from '../../fields/table';
import { visible } from '../../frontMatter/slips';
import { applyEdits } from '../../textEdit';
import { problemsAfter, type Fixer } from './fix';
import { rewriteValue } from './rewriteValue';
import { say } from './say';

/**
 * A single value that stands alone in brackets, or behind a dash: `stage: [proposal]`; or that has around it, or in it, what
 * nobody sees or a typewriter has no key for: `stage: “proposal”`. The value is right without them.
 */
export const takeOut: Fixer = broken => {
  const { data, problem, text } = broken;
  const { at = [], code } = problem;
  const key = String(at[0]);
  const inside = at.length === 1 ? singleValue(data[key]) : undefined;
  // Brackets may be part of a text.
  if (inside === undefined || isList(key) || code === 'invalid-text') return [];
  const says = say('changeTo', { value: String(inside) });
  const isUnseen = typeof data[key] === 'string' && visible(data[key]) === inside;
  const manner = { isPreferred: true, isSafe: isUnseen };
  return rewriteValue(broken, says, key, inside, manner).filter(({ edits }) => {
    const after = problemsAfter(broken, applyEdits(text, edits));
    return !after.some(one => one.code === code && one.at?.[0] === key);
  });
};

/** What is left of a value; nothing where that is all of it, or where there are several. */
function singleValue(value: unknown): string | number | undefined {
  if (typeof value === 'string') {
    const inside = visible(value).replace(/^[“”„‟"'‘’‚«»]+(.*?)[“”„‟"'‘’«»]+$/u, '$1');
    return inside && inside !== value ? inside : undefined;
  }
  if (!Array.isArray(value)) return undefined;
  const [inside, ...others] = value.flat(2) as unknown[];
  const isSingle = !others.length && (typeof inside === 'string' || typeof inside === 'number');
  return isSingle ? inside : undefined;
}
