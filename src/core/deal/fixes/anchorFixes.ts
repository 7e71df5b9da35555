import { cutFrontMatter } from '../../frontMatter/cut';
import { renderScalar } from '../../frontMatter/edit/scalar';
import { parseFrontMatter } from '../../frontMatter/parse';
import { applyEdits } from '../../textEdit';
import { anchoredTexts } from '../near/anchorTexts';
import { fix, type Fixer } from './fix';
import { say } from './say';

/** Puts quotes around a text that begins with `&`. */
export const keepAnchor: Fixer = ({ text, problem, process }) => {
  const cut = cutFrontMatter(text);
  if (problem.says.say !== 'anchorInText' || cut.kind !== 'found') return [];
  const { frontMatter } = cut;
  const found = anchoredTexts(text, frontMatter, process.fields).find(one => one.field === problem.at![0]);
  if (!found) return [];
  const [start, end] = [found.start + frontMatter.start, found.end + frontMatter.start];
  const edits = [{ start, end, text: renderScalar(found.written) }];
  const after = parseFrontMatter(applyEdits(text, edits), process.fields);
  const isRight = after.kind === 'found' && after.data[found.field] === found.written;
  return isRight ? [fix(say('addQuotes', { text: found.written }), edits, { isPreferred: true })] : [];
};
