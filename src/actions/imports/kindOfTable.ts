import { readBesideMapping } from '../../core/intake/beside/besideMapping';
import { kindsOfDeals, type KindNames } from '../../core/intake/kindNames';
import { isLost } from '../../core/intake/lost';
import type { Mapping, Proposed } from '../../core/intake/mapping';
import { hasColumnsOf, KindEvidence } from '../../core/intake/sameKind';
import { readMapping } from '../../core/intake/mappingFile';
import { say } from '../../core/intake/say';
import type { Surveyed } from '../../core/intake/survey';
import type { DealThere } from '../../core/intake/there';
import { refuse, type Refusal } from '../../core/refusal';
import type { Says } from '../../core/says';
import { addressIn } from '../address';
import type { Home } from '../ports/homes';
import type { ForeignTable } from '../ports/tables';
import type { Workspace } from '../workspace';
import { mappingFileOf } from './keptMapping';
import { IMPORT_FOLDER } from './writeKept';

/** The kind that a table is of. */
export interface KindMeant {
  readonly kind: string;
  /** What a person should know of how it was found. */
  readonly remarks: readonly Says[];
}

/**
 * By the system that its heads are of, else by the name of its file, without what tells a copy or the next export from the one
 * before; and by its columns and deals, where those are of a kind that is there. A table whose ids are those of other deals is of
 * a kind of its own, also under the same name: two teams call their tables `deals.csv`, and two accounts of a system count from 1.
 * Where only titles tell that, which may have been given anew, a person has to say it.
 */
export async function kindOfTable(
  { files }: Pick<Workspace, 'files'>,
  home: Home,
  table: ForeignTable,
  surveyed: Surveyed,
  { layout, mapping: { columns: own } }: Proposed,
  there: readonly DealThere[],
): Promise<KindMeant | Refusal> {
  const { plain, whole, numbered } = layout ? namesOf(layout.kind) : kindsOfDeals(table.name);
  const evidence: KindEvidence[] = [];
  for (const kind of await kindsThere(files, home, there)) {
    const kept = (await columnsOf(files, home, kind)) ?? own;
    const isAlike = hasColumnsOf(surveyed, kept);
    evidence.push(new KindEvidence(kind, isAlike, surveyed, isAlike ? kept : own, there));
  }
  if (evidence.length)
    for await (const row of table.rows())
      if (!('broken' in row) && row.number > surveyed.head.number && !row.cells.some(isLost))
        for (const one of evidence) one.add(row);
  const ofName = evidence.find(({ kind }) => kind === whole);
  const isKept = layout ? ofName?.hasDeals : await files.exists(mappingFileOf(home, whole));
  const unclear = evidence.find(one => one.isUnclear(one.kind === whole));
  if (unclear) {
    const isThere = (kind: string) => evidence.some(one => one.kind === kind);
    const free = isThere(numbered) ? nextFree(numbered, isThere) : numbered;
    return refuse(say('kindUnclear', { kind: unclear.kind, free }));
  }
  if (isKept && !ofName?.isQuiteOther) return { kind: whole, remarks: [] };
  const [best] = evidence.toSorted(
    (a, b) => b.same - a.same || Number(b.kind === plain) - Number(a.kind === plain),
  );
  if (best?.same) return { kind: best.kind, remarks: elsewhere(best.kind, whole) };
  const isOther = (kind: string) => evidence.some(one => one.kind === kind && one.isOther);
  const kind = [plain, whole, numbered].find(one => !isOther(one)) ?? nextFree(numbered, isOther);
  const others = [whole, plain].find(isOther);
  if (others !== undefined) return { kind, remarks: [say('kindOfItsOwn', { kind, others })] };
  return { kind, remarks: evidence.some(one => one.kind === kind) ? elsewhere(kind, whole) : [] };
}

/** A system's files are of its kind whatever they are called. */
function namesOf(kind: string): KindNames {
  return { plain: kind, whole: kind, numbered: kind };
}

function elsewhere(kind: string, whole: string): Says[] {
  return kind === whole ? [] : [say('kindElsewhere', { kind })];
}

/** `deals-2`, unless that has other deals, too. */
function nextFree(name: string, isTaken: (kind: string) => boolean): string {
  let number = 2;
  while (isTaken(`${name}-${number}`)) number++;
  return `${name}-${number}`;
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
