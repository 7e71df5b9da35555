import { Position, Range, workspace, type Uri } from 'vscode';
import { lineNumberAt } from '../../core/frontMatter/cut';
import type { Problem } from '../../core/problem';
import { decode } from '../../files/decode';
import { unsavedDocument } from '../../files/editor/shown';
import { whyUnreadable } from '../../files/whyUnreadable';

/**
 * The text of a file: what is not saved yet, else what is on disk, since a document may still have what was there a moment
 * ago.
 */
export async function textOf(uri: Uri): Promise<{ text: string } | { problem: Problem }> {
  const unsaved = unsavedDocument(uri);
  if (unsaved) return { text: unsaved.getText() };
  try {
    return decode(await workspace.fs.readFile(uri));
  } catch (cause) {
    return { problem: whyUnreadable(cause) };
  }
}

/** The range of a part of a text, for a file that need not be open. */
export function rangeOf(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): Range {
  return new Range(positionAt(text, start), positionAt(text, end));
}

function positionAt(text: string, offset: number): Position {
  const line = lineNumberAt(text, offset) - 1;
  return new Position(line, offset - (offset && text.lastIndexOf('\n', offset - 1) + 1));
}

/** How many files are read at once. */
const AT_ONCE = 64;

/** What is made of each of many files, some at once, in their order. */
export async function ofEach<T, R>(items: readonly T[], make: (item: T) => Promise<R>): Promise<R[]> {
  const made: R[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    made.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(make))));
  }
  return made;
}
