import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { isField, rowOf, type Kind } from '../../fields/table';
import { hasSign, type FrontMatter } from '../../frontMatter/cut';
import { dashOf, isEmptyScalar, valueStart } from '../../frontMatter/edit/source';
import { standardName } from '../../frontMatter/keyNames';
import { parseExact } from '../../frontMatter/parse';
import { placeMaker } from '../../frontMatter/placeMaker';
import { keyName } from '../../frontMatter/yamlText';
import { hint, type At, type Problem } from '../../problem';
import type { FieldNames } from '../../process/fieldNames';
import { say } from '../say';

/** A text that YAML ends at ` #`, since a comment begins there: offsets into the front matter. */
export interface CutText {
  readonly at: At;
  readonly start: number;
  readonly end: number;
  /** What stands there up to the end of the line, or to what is surely a comment. */
  readonly whole: string;
}

/** People put a blank behind the sign of a comment, and none behind that of a tag or a number. */
const CUT = /[ \t]#[\p{L}\p{N}]/u;

/** What somebody may have meant as text: not what can be but one of some words, or a number. */
const TEXTS: ReadonlySet<Kind> = new Set<Kind>([
  'text',
  'name',
  'reason',
  'remark',
  'contact',
  'tag',
  'event',
]);

/** Texts of fields that are cut: `title: Acme #2`, `tags: #hardware, #renewal`. */
export function cutProblems(text: string, frontMatter: FrontMatter, names: FieldNames): Problem[] {
  const cuts = cutTexts(text, frontMatter, names);
  if (!cuts.length) return [];
  const place = placeMaker(text.slice(frontMatter.start, frontMatter.end));
  return cuts.map(({ at, start, end, whole }) =>
    hint('cut-by-comment', say('cutByComment', { whole }), { ...place(start, end), at }),
  );
}

export function cutTexts(text: string, frontMatter: FrontMatter, names: FieldNames): CutText[] {
  if (!hasSign(text, '#', frontMatter)) return [];
  const yaml = text.slice(frontMatter.start, frontMatter.end);
  if (!CUT.test(yaml)) return [];
  const exact = parseExact(text, frontMatter);
  if ('problem' in exact || !isMap(exact.document.contents)) return [];
  const spans = new Map(
    exact.document.contents.items
      .flatMap(pair => {
        const key = standardName(names, keyName(pair) ?? '');
        return key !== undefined && isField(key) && TEXTS.has(rowOf(key).kind) ? spansIn([key], pair) : [];
      })
      .map(span => [span.end, span] as const),
  );
  return exact.comments.flatMap(comment => {
    if (!/^#[\p{L}\p{N}]/u.test(comment.text)) return [];
    const span = spans.get(yaml.slice(0, comment.offset).trimEnd().length);
    if (!span) return [];
    const sure = comment.text.search(/[ \t]#(?:[ \t]|$)/);
    const end = comment.offset + (sure < 0 ? comment.text : comment.text.slice(0, sure)).trimEnd().length;
    const start = span.start + /^[ \t]*/.exec(yaml.slice(span.start))![0].length;
    return [{ at: span.at, start, end, whole: yaml.slice(start, end) }];
  });
}

interface UnquotedText {
  readonly at: At;
  readonly start: number;
  readonly end: number;
}

/** Where texts without quotes stand, or could: in a value, in the items of a list, in the keys of these. */
function spansIn(at: At, pair: Pair): UnquotedText[] {
  const value = pair.value as Node | null;
  if (value === null || isEmptyScalar(value)) {
    const start = valueStart(pair);
    return start === undefined ? [] : [{ at, start, end: start }];
  }
  return spansOf(at, value);
}

function spansOf(at: At, node: unknown): UnquotedText[] {
  if (isScalar(node)) {
    const [start, end] = node.range!;
    return node.type === 'PLAIN' ? [{ at, start, end }] : [];
  }
  if (isMap(node)) return node.items.flatMap(pair => spansIn([...at, keyName(pair) ?? ''], pair));
  if (!isSeq(node) || at.length > 1) return [];
  return node.items.flatMap((item, index) => {
    if (!isEmptyScalar(item)) return spansOf([...at, index], item);
    const dash = dashOf(node, index);
    return dash === undefined ? [] : [{ at: [...at, index], start: dash + 1, end: dash + 1 }];
  });
}
