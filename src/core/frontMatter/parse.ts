import matter from 'gray-matter';
import { isMap, type Document, type Node } from 'yaml';
import { error, type Problem } from '../problem';
import { inStandardNames, ownName, STANDARD_NAMES, type KeyNames } from './keyNames';
import { isText } from './rule';
import {
  dataOf,
  duplicateKey,
  keyName,
  MAX_ALIASES,
  MAX_DEPTH,
  parseYamlText,
  type Comment,
} from './yamlText';
import { parseFastYaml } from './fastYaml';
import { cutFrontMatter, lineNumberAt, type FrontMatter } from './cut';
import { placeMaker } from './placeMaker';
import { say } from './say';
import { misleading, unresolvedAlias, yamlProblem } from './yamlProblem';

/** The keys and values of a front matter. May hold any YAML value, and any name as a key. */
export type Data = Readonly<Record<string, unknown>>;

export type Parsed =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'found';
      readonly data: Data;
      /** The same by the keys that the file has, with those that only look like standard ones. */
      readonly said: Data;
      readonly frontMatter: FrontMatter;
    }
  | { readonly kind: 'refused'; readonly problem: Problem };

/**
 * Reads the front matter of a file: the one door for reading. A fast parser reads nearly all; what it refuses, the
 * exact one decides. Never throws, and never runs what stands in the file.
 *
 * @param names the keys that the file has for the standard fields, by whose names it is answered
 */
export function parseFrontMatter(text: string, names = STANDARD_NAMES): Parsed {
  const cut = cutFrontMatter(text, names);
  if (cut.kind !== 'found') return cut;
  const { frontMatter } = cut;
  const parsed = parseFound(text, frontMatter, names);
  if (parsed.kind !== 'refused') return parsed;
  const block = text.slice(frontMatter.start, frontMatter.end);
  return isText(block, ownName(names, 'stage')) ? { kind: 'none' } : parsed;
}

function parseFound(text: string, frontMatter: FrontMatter, names: KeyNames): Parsed {
  let data: unknown;
  try {
    data = parseFast(text, frontMatter);
  } catch {
    const exact = parseExact(text, frontMatter);
    if ('problem' in exact) return { kind: 'refused', problem: exact.problem };
    try {
      data = dataOf(exact.document);
    } catch (cause) {
      return { kind: 'refused', problem: unresolvedAlias(exact.yaml, cause) };
    }
  }
  if (data === null || data === undefined) return { kind: 'found', data: {}, said: {}, frontMatter };
  if (typeof data === 'object' && !Array.isArray(data))
    return { kind: 'found', data: inStandardNames(names, data as Data), said: data as Data, frontMatter };
  const slip = misleading(text.slice(frontMatter.start, frontMatter.end));
  if (slip) return { kind: 'refused', problem: slip };
  const problem = error('not-a-map', say('notAMap', { isList: Array.isArray(data) }), 2);
  return { kind: 'refused', problem };
}

function refuseToRun(): never {
  throw new Error('Only YAML is read.');
}

/** `gray-matter` would evaluate `---js` blocks and hide errors in a cache; options and these engines prevent both. */
const optionsFor = (closing: string) => ({
  language: 'yaml',
  delimiters: ['---', closing] satisfies [string, string],
  engines: {
    // gray-matter cuts the last line end off, half of it even with CRLF; some values mean something else without it.
    yaml: { parse: (yaml: string) => parseFastYaml(`${yaml}\n`) as object, stringify: refuseToRun },
    json: { parse: refuseToRun, stringify: refuseToRun },
    javascript: { parse: refuseToRun, stringify: refuseToRun },
  },
});
const CLOSED_BY_DASHES = optionsFor('---');
const CLOSED_BY_DOTS = optionsFor('...');

/** In characters; nobody's front matter is longer, and what is shorter is not worth the look. */
const LONG_HEAD = 8000;

/** The fences have been checked, so that gray-matter's own, laxer cut agrees. */
function parseFast(text: string, { start, end, bodyStart }: FrontMatter): unknown {
  // Between plain fences there is nothing left to find out, and gray-matter's copies take a tenth of reading a deal.
  if (text.startsWith('---\n') && text.startsWith('---\n', end)) return parseFastYaml(text, start, end);
  const head = text.slice(0, bodyStart);
  // gray-matter's search for comments takes time that grows with the square of a run of blank lines.
  if (head.length > LONG_HEAD && /\s{1000}/.test(head)) throw new Error('Left to the exact parser.');
  return matter(head, head.trimEnd().endsWith('...') ? CLOSED_BY_DOTS : CLOSED_BY_DASHES).data;
}

export type Exact =
  | { readonly document: Document.Parsed; readonly comments: readonly Comment[]; readonly yaml: string }
  | { readonly problem: Problem };

/** Reads the front matter with positions, for edits and for saying where a problem is. Slower by far. */
export function parseExact(text: string, { start, end }: FrontMatter): Exact {
  const yaml = text.slice(start, end);
  const parsed = parseYamlText(yaml, { keepSourceTokens: true, merge: true });
  if (!parsed) {
    return { problem: error('too-deep', say('tooDeep', { most: MAX_DEPTH }), 2) };
  }
  const { document, comments, aliasCount } = parsed;
  if (aliasCount > MAX_ALIASES) {
    return { problem: error('too-deep', say('tooManyAliases', { most: MAX_ALIASES }), 2) };
  }
  const [first] = document.errors;
  if (first) return { problem: yamlProblem(yaml, first) };
  const duplicate = duplicateKey(document);
  if (duplicate) {
    const { key, offset } = duplicate;
    const where = { ...placeMaker(yaml)(offset, offset + key.length), at: [key] };
    return { problem: error('duplicate-key', say('keyTwice', { key }), where) };
  }
  return { document, comments, yaml };
}

/** The lines, counted from 1 in the whole text, of the keys at the top level. */
export function linesOfKeys(text: string, frontMatter: FrontMatter): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const exact = parseExact(text, frontMatter);
  if ('problem' in exact || !isMap(exact.document.contents)) return lines;
  let [line, from] = [2, 0];
  for (const pair of exact.document.contents.items) {
    const name = keyName(pair);
    if (name === undefined) continue;
    const [start] = (pair.key as Node).range!;
    const between = exact.yaml.slice(from, start);
    line += lineNumberAt(between, between.length) - 1;
    from = start;
    lines.set(name, line);
  }
  return lines;
}
