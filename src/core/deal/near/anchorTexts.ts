import { isMap, isScalar, type Node } from 'yaml';
import { isField, rowOf } from '../../fields/table';
import { hasSign, type FrontMatter } from '../../frontMatter/cut';
import { standardName } from '../../frontMatter/keyNames';
import { parseExact } from '../../frontMatter/parse';
import { placeMaker } from '../../frontMatter/placeMaker';
import { keyName } from '../../frontMatter/yamlText';
import { warning, type Problem } from '../../problem';
import type { FieldNames } from '../../process/fieldNames';
import { say } from '../say';

/** A text that begins with `&`, of which YAML takes the first word for an anchor: offsets into the front matter. */
export interface AnchoredText {
  readonly field: string;
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly anchor: string;
}

const ANCHOR = /:[ \t]+&[^\s,[\]{}]/;

/** `account: &acme`, where nothing in the file goes by that name. */
export function anchoredTexts(text: string, frontMatter: FrontMatter, names: FieldNames): AnchoredText[] {
  if (!hasSign(text, '&', frontMatter)) return [];
  const yaml = text.slice(frontMatter.start, frontMatter.end);
  if (!ANCHOR.test(yaml)) return [];
  const exact = parseExact(text, frontMatter);
  if ('problem' in exact || !isMap(exact.document.contents)) return [];
  return exact.document.contents.items.flatMap((pair): AnchoredText[] => {
    const field = standardName(names, keyName(pair) ?? '');
    const value = pair.value as Node | null;
    if (field === undefined || !isField(field) || !isScalar(value)) return [];
    if (!['text', 'name', 'reason'].includes(rowOf(field).kind)) return [];
    const { anchor } = value;
    if (anchor === undefined || yaml.includes(`*${anchor}`)) return [];
    if (value.type !== undefined && value.type !== 'PLAIN') return [];
    const colon = yaml.indexOf(':', (pair.key as Node).range![1]) + 1;
    const line = /^[ \t]*(&[^\n]*?)[ \t]*(?:[ \t]#[^\n]*)?\r?(?:\n|$)/.exec(yaml.slice(colon));
    const written = line?.[1];
    // Not over several lines.
    if (written === undefined || written !== `&${anchor}${value.value === null ? '' : ` ${value.source}`}`)
      return [];
    const start = colon + line![0].indexOf('&');
    return [{ field, start, end: start + written.length, written, anchor: `&${anchor}` }];
  });
}

export function anchorProblems(text: string, frontMatter: FrontMatter, names: FieldNames): Problem[] {
  const found = anchoredTexts(text, frontMatter, names);
  if (!found.length) return [];
  const place = placeMaker(text.slice(frontMatter.start, frontMatter.end));
  return found.map(({ field, start, end, written, anchor }) =>
    warning('invalid-text', say('anchorInText', { written, anchor }), { ...place(start, end), at: [field] }),
  );
}
