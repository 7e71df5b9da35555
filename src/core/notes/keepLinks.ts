import { relativePath } from '../relativePath';
import type { TextEdit } from '../textEdit';
import { linksIn, type Link } from './links';
import { pathOf, writeTarget, type LinkPath } from './path';
import { readNotes } from './readNotes';

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
  return relativeLinks(text).flatMap(({ link, path }) => {
    const led = resolved(before, path.path);
    const leads = moved.get(led) ?? led;
    if (resolved(now, path.path) === leads) return [];
    const written = writeTarget(relativePath(now, leads), link, path);
    return [{ start: link.start, end: link.end, text: written }];
  });
}

/** The absolute paths that the relative links of a file lead to. */
export function linkedFrom(text: string, path: string): string[] {
  return relativeLinks(text).map(({ path: { path: to } }) => resolved(path, to));
}

function relativeLinks(text: string): { link: Link; path: LinkPath }[] {
  return linksIn(readNotes(text)).flatMap(link => {
    const path = pathOf(link);
    return path ? [{ link, path }] : [];
  });
}

function resolved(from: string, to: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of to.replace(/\/{2,}/g, '/').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
