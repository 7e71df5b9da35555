import { isField, rowOf } from '../../fields/table';
import { cutFrontMatter, hasSign, type FrontMatter } from '../../frontMatter/cut';
import { standardName } from '../../frontMatter/keyNames';
import type { Problem } from '../../problem';
import type { FieldNames } from '../../process/fieldNames';
import type { FieldReading } from '../read/reading';
import { say } from '../say';

/** What templates have where a value is to come: `{{account}}`, and Templater's `<% tp.date.now() %>`. */
const PLACEHOLDER = /\{\{[\p{L}\p{N} \t_.,:|/-]{1,60}\}\}|<%[-_*~+]*[ \t]*tp\.[^\n]{1,80}?%>/u;
/** Each of them has one of these. */
const SIGNS = ['{{', '<%'];
const NOTHING: ReadonlyMap<string, string> = new Map([]);
/** A key, and what stands behind it without a comment. */
const LINE =
  /^["']?([\p{L}_][\p{L}\p{N}_-]*)["']?[ \t]*:[ \t]+("[^"\n]*"|'[^'\n]*'|.*?)(?:[ \t]#[ \t].*)?\r?$/gmu;

/** The fields whose values a template left, and what it left. */
function unfilled(text: string, frontMatter: FrontMatter, names: FieldNames): ReadonlyMap<string, string> {
  if (!SIGNS.some(sign => hasSign(text, sign, frontMatter))) return NOTHING;
  const head = text.slice(frontMatter.start, frontMatter.end);
  const left = new Map<string, string>();
  if (!PLACEHOLDER.test(head)) return left;
  for (const [, key, value] of head.matchAll(LINE)) {
    const field = standardName(names, key!);
    const [placeholder] = PLACEHOLDER.exec(value!) ?? [];
    // A remark may be about anything.
    if (placeholder && field && isField(field) && rowOf(field).kind !== 'remark')
      left.set(field, placeholder);
  }
  return left;
}

/** The first place of a front matter in which a template leaves a value to come, by its line counted from 1; nothing where none does. */
export function placeholderIn(
  text: string,
): { readonly placeholder: string; readonly line: number } | undefined {
  const cut = cutFrontMatter(text);
  if (cut.kind !== 'found') return undefined;
  const { start, end } = cut.frontMatter;
  const found = PLACEHOLDER.exec(text.slice(start, end));
  if (!found) return undefined;
  return { placeholder: found[0], line: text.slice(0, start + found.index).split('\n').length };
}

/** The problem of a front matter that is no YAML, where that is a placeholder's fault. */
export function brokenByPlaceholder(text: string, problem: Problem): Problem {
  if (problem.code !== 'invalid-yaml' && problem.code !== 'unquoted-colon') return problem;
  const line = text.split('\n', problem.line)[problem.line - 1] ?? '';
  const [, key] = /^[ \t]*(?:-[ \t]+)*["']?([\p{L}_][\p{L}\p{N}_-]*)["']?[ \t]*:/u.exec(line) ?? [];
  const [placeholder] = PLACEHOLDER.exec(line) ?? [];
  return key && placeholder ? { ...problem, says: say('unfilled', { key, placeholder }) } : problem;
}

/** Tells of the fields that a template left, in place of what is wrong with a placeholder as a value. */
export function tellUnfilled(
  reading: FieldReading,
  text: string,
  frontMatter: FrontMatter,
  names: FieldNames,
): void {
  for (const [field, placeholder] of unfilled(text, frontMatter, names)) {
    const says = say('unfilled', { key: reading.name(field), placeholder });
    const index = reading.problems.findIndex(({ at }) => at?.[0] === field && at.length === 1);
    if (index < 0) reading.warn('invalid-text', [field], says);
    else reading.problems[index] = { ...reading.problems[index]!, says };
  }
}
