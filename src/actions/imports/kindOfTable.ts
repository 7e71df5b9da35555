import { readBesideMapping } from '../../core/intake/beside/besideMapping';
import { kindsNamed } from '../../core/intake/kindNames';
import type { Mapping } from '../../core/intake/mapping';
import { hasColumnsOf, KindEvidence } from '../../core/intake/sameKind';
import { readMapping } from '../../core/intake/mappingFile';
import type { Surveyed } from '../../core/intake/survey';
import type { DealThere } from '../../core/intake/there';
import { addressIn } from '../address';
import type { Home } from '../ports/homes';
import type { ForeignTable } from '../ports/tables';
import type { Workspace } from '../workspace';
import { mappingFileOf } from './keptMapping';
import { IMPORT_FOLDER } from './writeKept';

/** The kind that a table is of, where no system is known by its heads. */
export interface KindMeant {
  readonly kind: string;
  /** It has deals there already, or a mapping, though the file has another name. */
  readonly isElsewhere: boolean;
}

/**
 * By the name of its file, without what tells a copy or the next export from the one before; and by its columns and deals, where
 * those are of a kind that is there. A table whose ids are those of other deals is of a kind of its own.
 */
export async function kindOfTable(
  { files }: Pick<Workspace, 'files'>,
  home: Home,
  table: ForeignTable,
  surveyed: Surveyed,
  own: Mapping['columns'],
  there: readonly DealThere[],
): Promise<KindMeant> {
  const { plain, whole, numbered } = kindsNamed(table.name);
  if (await files.exists(mappingFileOf(home, whole))) return { kind: whole, isElsewhere: false };
  const evidence: KindEvidence[] = [];
  for (const kind of await kindsThere(files, home, there)) {
    const columns = (await columnsOf(files, home, kind)) ?? own;
    if (hasColumnsOf(surveyed, columns)) evidence.push(new KindEvidence(kind, surveyed, columns, there));
  }
  if (evidence.length)
    for await (const row of table.rows())
      if (!('broken' in row) && row.number > surveyed.head.number) for (const one of evidence) one.add(row);
  const [best] = evidence.toSorted(
    (a, b) => b.same - a.same || Number(b.kind === plain) - Number(a.kind === plain),
  );
  if (best?.same) return { kind: best.kind, isElsewhere: best.kind !== whole };
  const isOther = (kind: string) => evidence.some(one => one.kind === kind && one.isOther);
  const kind = [plain, whole, numbered].find(one => !isOther(one)) ?? `${numbered}-2`;
  return { kind, isElsewhere: kind !== whole && evidence.some(one => one.kind === kind) };
}

/** Kinds with a mapping, and those that deals name. */
async function kindsThere(
  files: Workspace['files'],
  { folder }: Home,
  there: readonly DealThere[],
): Promise<ReadonlySet<string>> {
  const names = await files.namesIn(addressIn(folder, IMPORT_FOLDER));
  const kept = names.flatMap(name => /^(.+)\.yaml$/.exec(name)?.[1] ?? []);
  const named = there.flatMap(({ sourceId }) => /^([\p{L}\p{N}_-]+):/u.exec(sourceId ?? '')?.[1] ?? []);
  return new Set([...kept, ...named]);
}

/** The columns that a kept mapping has; of one of another thing than deals, or one that can't be read, none. */
async function columnsOf(
  files: Workspace['files'],
  home: Home,
  kind: string,
): Promise<Mapping['columns'] | undefined> {
  const file = mappingFileOf(home, kind);
  if (!(await files.exists(file))) return undefined;
  const read = await files.read(file);
  if ('problem' in read || readBesideMapping(read.text)) return new Map();
  const mapping = readMapping(read.text, home.process);
  return (mapping.ok && mapping.said.columns) || new Map();
}
