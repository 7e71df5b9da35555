import { cutFrontMatter } from './deal/frontMatter';
import { relativePath } from './relativePath';
import type { TextEdit } from './textEdit';

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
  return [...text.slice(body).matchAll(LINK)].flatMap(match => {
    const target = match[1]!;
    const [path = '', ...place] = target.split(/(?=[#?])/);
    const led = IS_ELSEWHERE.test(target) ? undefined : resolved(before, path);
    if (led === undefined) return [];
    const leads = moved.get(led) ?? led;
    if (leads === led && !isElsewhere) return [];
    const start = body + match.index + match[0].indexOf(target);
    const written = [asTarget(relativePath(now, leads)), ...place].join('');
    return written === target ? [] : [{ start, end: start + target.length, text: written }];
  });
}

/** The absolute paths that the relative links in the notes of a file lead to. */
export function linkedFrom(text: string, path: string): string[] {
  return [...text.matchAll(LINK)].flatMap(([, target = '']) => {
    const led = IS_ELSEWHERE.test(target) ? undefined : resolved(path, target.replace(/[#?].*/, ''));
    return led ?? [];
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

function asTarget(path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return encoded.replace(/[()]/g, part => (part === '(' ? '%28' : '%29'));
}
