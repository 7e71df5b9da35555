import { isMap, type Pair } from 'yaml';
import { applyEdits, type TextEdit } from '../../textEdit';
import { keyName, parseYamlText } from '../../frontMatter/yamlText';
import { keyStart, ownLines, pairEnd, Source } from '../../frontMatter/edit/source';
import { cutFrontMatter } from '../../frontMatter/cut';
import { parseFrontMatter } from '../../frontMatter/parse';
import { say } from './say';
import { fix, type Fix, type Fixer } from './fix';

/** Of a key that stands twice one becomes a comment, so that nothing is lost; where both say the same, the second goes. */
export const keepOneKey: Fixer = ({ text, problem }) => {
  const cut = cutFrontMatter(text);
  if (cut.kind !== 'found') return [];
  const { start, end } = cut.frontMatter;
  const yaml = text.slice(start, end);
  const parsed = parseYamlText(yaml, { keepSourceTokens: true });
  const root = parsed?.document.contents;
  if (!parsed || !isMap(root) || root.flow) return [];
  const source = new Source(yaml, parsed.document, parsed.comments, root, '\n');
  const name = problem.at![0];
  const pairs = root.items.filter(pair => keyName(pair) === name);
  const linesOf = (pair: Pair): KeyLines => {
    const own = ownLines(source, pair) ?? {
      start: source.lineStart(keyStart(pair)),
      end: source.nextLine(pairEnd(pair)),
    };
    return { start: own.start + start, end: own.end + start };
  };
  const [first, second] = pairs.map(linesOf);
  if (!first || !second) return [];
  const says = ({ start: from, end: to }: KeyLines) => text.slice(from, to).trimEnd();
  if (says(first) === says(second)) {
    return [fix(say('removeSameLine'), [{ ...second, text: '' }], { isPreferred: true, isSafe: true })];
  }
  const keep = (kept: KeyLines, other: KeyLines): Fix[] => {
    const edits = commentOut(text, other);
    const isGone = parseFrontMatter(applyEdits(text, edits));
    const line = says(kept).split('\n', 1)[0]!;
    const isStill = isGone.kind === 'refused' && isGone.problem.code !== 'duplicate-key';
    return isStill ? [] : [fix(say('keepOneLine', { line }), edits)];
  };
  return [...keep(first, second), ...keep(second, first)];
};

interface KeyLines {
  readonly start: number;
  readonly end: number;
}

function commentOut(text: string, { start, end }: KeyLines): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let at = start; at < end;) {
    edits.push({ start: at, end: at, text: '# ' });
    at = text.indexOf('\n', at) + 1;
  }
  return edits;
}
