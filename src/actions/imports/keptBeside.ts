import { BESIDE_KINDS, foldBeside, type BesideKind } from '../../core/intake/beside/besideHeads';
import { BESIDE_NAMES } from '../../core/intake/beside/besideNames';
import {
  changedBesideMapping,
  readBesideMapping,
  writeBesideMapping,
  type BesideSaid,
} from '../../core/intake/beside/besideMapping';
import { kindsNamed } from '../../core/intake/kindNames';
import type { Refusal } from '../../core/refusal';
import { addressIn, type Address } from '../address';
import type { Home } from '../ports/homes';
import type { Workspace } from '../workspace';
import { IMPORT_FOLDER, writeKept, type WrittenToKeep } from './writeKept';

function pathOf(kind: string, what: BesideKind): string {
  return `${IMPORT_FOLDER}/${kind}-${BESIDE_NAMES[what]}.yaml`;
}

function fileOf({ folder }: Home, kind: string, what: BesideKind): Address {
  return addressIn(folder, pathOf(kind, what));
}

/** The mapping that a team keeps of such tables; nothing where there is none. */
export async function keptBeside(
  { files }: Pick<Workspace, 'files'>,
  home: Home,
  kind: string,
  what: BesideKind,
): Promise<{ readonly ok: true; readonly said: BesideSaid } | Refusal | undefined> {
  const file = fileOf(home, kind, what);
  if (!(await files.exists(file))) return undefined;
  const read = await files.read(file);
  if ('problem' in read) return { ok: false, problem: read.problem };
  return readBesideMapping(read.text, pathOf(kind, what)) ?? { ok: true, said: { what } };
}

/** What a table is by a mapping that is kept for files of its name: most of its heads are there. */
export async function knownBeside(
  workspace: Pick<Workspace, 'files'>,
  home: Home,
  name: string,
  heads: readonly string[],
): Promise<BesideKind | undefined> {
  for (const what of BESIDE_KINDS) {
    const kept = await keptBeside(workspace, home, await besideKindNamed(workspace, home, name, what), what);
    if (!kept?.ok) continue;
    const known = new Set([...(kept.said.columns?.keys() ?? [])].map(foldBeside));
    if (heads.filter(head => known.has(foldBeside(head))).length * 2 > heads.length) return what;
  }
  return undefined;
}

/** The kind that such a table is of by its name: that of an earlier one by all of its words, or without what tells a copy apart. */
export async function besideKindNamed(
  { files }: Pick<Workspace, 'files'>,
  home: Home,
  name: string,
  what: BesideKind,
): Promise<string> {
  const { plain, whole } = kindsNamed(name);
  const base = fileOf(home, whole, what).replace(/\.yaml$/, '');
  for (const ending of ['.yaml', '.json']) if (await files.exists(`${base}${ending}`)) return whole;
  return plain;
}

/** Keeps what a person has said of such a table. */
export function keepBeside(
  { files }: Pick<Workspace, 'files'>,
  home: Home,
  said: BesideSaid & { readonly kind: string },
): Promise<WrittenToKeep> {
  const file = fileOf(home, said.kind, said.what);
  return writeKept(files, file, writeBesideMapping(said), text => ({
    ok: true,
    text: changedBesideMapping(text, said),
  }));
}
