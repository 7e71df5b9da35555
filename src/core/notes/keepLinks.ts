import { cutFrontMatter } from '../frontMatter/cut';
import { linkTarget } from '../escape';
import { relativePath } from '../relativePath';
import type { TextEdit } from '../textEdit';

/** `[words](target)`, also with a title behind the target. */
const LINK = /\]\(<?([^\s()<>]+)>?/g;
/** Addresses, places in the same file, and paths from the top stay as they are. */
const IS_ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|#|\/)/i;

/**
 * The edits that keep the links in the notes of a file leading to where they led, when this file or those that it links
 * to have moved. All paths are absolute.
 *
 * @param before where the file was; `now` where it is
 * @param moved where other files are by where they were
 */
export function keepLinks(
  text: string,
  before: string,
  now: string,
  moved: ReadonlyMap<string, string>,
): TextEdit[] {
  const cut = cutFrontMatter(text);
  const body = cut.kind === 'found' ? cut.frontMatter.bodyStart : 0;
  const isElsewhere = folderOf(before) !== folderOf(now);
  return linksIn(text.slice(body), before).flatMap(({ target, led, start }) => {
    const leads = moved.get(led) ?? led;
    if (leads === led && !isElsewhere) return [];
    const [, place = ''] = /^[^#?]*(.*)$/s.exec(target)!;
    const written = linkTarget(relativePath(now, leads)) + place;
    const at = body + start;
    return written === target ? [] : [{ start: at, end: at + target.length, text: written }];
  });
}

/** The absolute paths that the relative links of a file lead to. */
export function linkedFrom(text: string, path: string): string[] {
  return linksIn(text, path).map(({ led }) => led);
}

/** The relative links of a text: as they are written, where, and where they lead from a file. */
function linksIn(text: string, from: string) {
  return [...text.matchAll(LINK)].flatMap(match => {
    const target = match[1]!;
    const led = IS_ELSEWHERE.test(target) ? undefined : resolved(from, target.replace(/[#?].*/s, ''));
    return led === undefined ? [] : [{ target, led, start: match.index + match[0].indexOf(target) }];
  });
}

function resolved(from: string, target: string): string | undefined {
  if (!target) return undefined;
  try {
    const parts = folderOf(from).split('/');
    for (const part of decodeURIComponent(target).split('/')) {
      if (part === '..') parts.pop();
      else if (part !== '.') parts.push(part);
    }
    return parts.join('/');
  } catch {
    // A percent sign that is none of an address.
    return undefined;
  }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}
