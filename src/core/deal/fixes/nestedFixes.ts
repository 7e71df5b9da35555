import { cutFrontMatter } from '../../frontMatter/cut';
import { isSame } from '../../frontMatter/edit/proof';
import { inPattern } from '../../frontMatter/keyNames';
import { parseFrontMatter } from '../../frontMatter/parse';
import { applyEdits } from '../../textEdit';
import { fix, type Fixer } from './fix';
import { say } from './say';

/** Moves the keys of a group out of it, where none of them stands outside already and no comment would be lost. */
export const raiseKeys: Fixer = ({ text, problem, process }) => {
  const key = String(problem.at![0]);
  const cut = cutFrontMatter(text);
  const before = parseFrontMatter(text, process.fields);
  if (cut.kind !== 'found' || before.kind !== 'found') return [];
  const { [key]: group, ...others } = before.said;
  const isTwice = Object.keys(group as object).some(one => Object.hasOwn(others, one));
  const { start, end } = cut.frontMatter;
  const block = new RegExp(
    `^["']?${inPattern(key)}["']?[ \\t]*:[ \\t]*\\r?\\n((?:[ \\t]+\\S.*(?:\\n|$)|[ \\t]*\\r?\\n)+)`,
    'mu',
  ).exec(text.slice(start, end));
  if (!block || isTwice) return [];
  const [all, lines] = block as unknown as readonly [string, string];
  const [indent = ''] = /^[ \t]+(?=\S)/m.exec(lines) ?? [];
  const raised = lines.replace(new RegExp(`^${indent}`, 'gm'), '');
  const edits = [{ start: start + block.index, end: start + block.index + all.length, text: raised }];
  const after = parseFrontMatter(applyEdits(text, edits), process.fields);
  const isRight = after.kind === 'found' && isSame(after.said, { ...others, ...(group as object) });
  return isRight ? [fix(say('raiseKeys', { key }), edits, { isPreferred: true })] : [];
};
