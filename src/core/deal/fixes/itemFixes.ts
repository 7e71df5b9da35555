import { cutFrontMatter } from '../../frontMatter/cut';
import { isSame } from '../../frontMatter/edit/proof';
import { parseFrontMatter } from '../../frontMatter/parse';
import { applyEdits } from '../../textEdit';
import { foldedItems } from '../near/foldedItems';
import { fix, type Fixer } from './fix';
import { say } from './say';

/** Puts items of a list that YAML takes for more of the text above in line with it. */
export const partItems: Fixer = ({ text, problem, process, data }) => {
  const cut = cutFrontMatter(text);
  if (cut.kind !== 'found') return [];
  const all = foldedItems(text, cut.frontMatter, data, process.fields);
  const found = all.find(({ field, line }) => field === problem.at![0] && line === problem.line);
  if (!found) return [];
  const after = parseFrontMatter(applyEdits(text, found.edits), process.fields);
  if (after.kind !== 'found') return [];
  const { field, edits } = found;
  const words = (value: unknown) => [value].flat().join(' - ');
  const isRight =
    isSame({ ...after.data, [field]: null }, { ...data, [field]: null }) &&
    Array.isArray(after.data[field]) &&
    words(after.data[field]) === words(data[field]);
  return isRight ? [fix(say('alignItems'), edits, { isPreferred: true })] : [];
};
