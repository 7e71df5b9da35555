import { Uri, type DataTransfer } from 'vscode';
import { TableFailed, type ForeignTable } from '../../actions/ports/tables';
import { tableOf } from '../tables/tableOf';
import { whyUnreadable } from '../whyUnreadable';
import { tableAt } from './tableAt';

/** What tables are called. */
export const TABLE_ENDINGS = ['csv', 'tsv', 'txt', 'xlsx', 'xlsm', 'json', 'jsonl', 'ndjson'] as const;

/** What a dropped file is called that is a table and nothing else. */
const TABLE = /\.(?:csv|tsv|xlsx|xlsm|jsonl|ndjson)$/i;

/** A table that somebody named, chose or dropped. */
export interface NamedTable {
  /** That of its file. */
  readonly name: string;
  readonly table: ForeignTable;
}

export function namedTable(uri: Uri): NamedTable {
  return { name: uri.path.split('/').at(-1)!, table: tableAt(uri) };
}

/** The tables among what is dropped: by their addresses, or, from other programs, with what is in them. */
export async function tablesIn(data: DataTransfer): Promise<readonly NamedTable[]> {
  const list = (await data.get('text/uri-list')?.asString()) ?? '';
  const uris = list.split(/\r?\n/).filter(line => /^[a-z][\w+.-]+:/i.test(line));
  const byAddress = uris.map(line => Uri.parse(line, true)).filter(({ path }) => TABLE.test(path));
  if (byAddress.length) return byAddress.map(namedTable);
  return [...data].flatMap(([, item]) => {
    const file = item.asFile();
    if (!file || !TABLE.test(file.name)) return [];
    const bytes = async function* () {
      try {
        yield await file.data();
      } catch (cause) {
        throw new TableFailed(whyUnreadable(cause).says);
      }
    };
    return [{ name: file.name, table: tableOf(file.name, bytes) }];
  });
}
