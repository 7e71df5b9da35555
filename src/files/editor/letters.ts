import { Uri, workspace, type DataTransfer } from 'vscode';
import type { Outside } from '../../core/capture/readCapture';
import type { Problem } from '../../core/problem';
import { textOf } from '../disk/anyText';
import { whyUnreadable } from '../whyUnreadable';

/** What mails and invitations are called; a deal is never called so. */
const LETTER = /\.(?:eml|emlx|ics|ical|msg)$/i;

/** What files are dragged and pasted as: by their addresses, or, from other programs, with what is in them. */
export const LETTER_TYPES = ['text/uri-list', 'files'] as const;

/** A mail or an invitation that is somewhere outside. */
export interface Letter {
  readonly name: string;
  readonly read: () => Promise<Outside | { readonly problem: Problem }>;
}

/** What stands in a file, wherever the editor has it. */
export function letterAt(uri: Uri): Letter {
  return { name: uri.path.split('/').at(-1)!, read: () => outsideOf(() => workspace.fs.readFile(uri)) };
}

/** The mails and invitations among what is dropped or pasted. */
export async function lettersIn(data: DataTransfer): Promise<readonly Letter[]> {
  const list = (await data.get('text/uri-list')?.asString()) ?? '';
  const uris = list
    .split(/\r?\n/)
    .filter(line => line && !line.startsWith('#') && /^[a-z][\w+.-]+:/i.test(line));
  const byAddress = uris.map(line => letterAt(Uri.parse(line, true)));
  const found = byAddress.filter(({ name }) => LETTER.test(name));
  if (found.length) return found;
  const files = [...data].flatMap(([, item]) => item.asFile() ?? []);
  return files
    .filter(({ name }) => LETTER.test(name))
    .map(file => ({ name: file.name, read: () => outsideOf(() => file.data()) }));
}

async function outsideOf(read: () => Thenable<Uint8Array>): ReturnType<Letter['read']> {
  try {
    return { bytes: await read(), textOf };
  } catch (cause) {
    return { problem: whyUnreadable(cause) };
  }
}
