import { isDeal, toBeSettled } from '../core/deal/entry';
import { readDeal } from '../core/deal/readDeal';
import { keepLinks, linkedFrom } from '../core/notes/keepLinks';
import { mayHaveLinks } from '../core/notes/links';
import { isReadme } from '../core/pipeline/paths';
import type { Problem } from '../core/problem';
import { applyEdits } from '../core/textEdit';
import { addressIn, pathBelow, type Address } from './address';
import { changedEffects } from './effects';
import { followFiles } from './imports/followFiles';
import type { Files, Renaming } from './ports/files';
import type { Home } from './ports/homes';
import type { Effect } from './result';
import type { Workspace } from './workspace';
import { type Says } from '../core/says';
import { say } from './say';

/** A change by which a link follows a file that has moved. */
export interface FollowedLink {
  readonly effect: Extract<Effect, { kind: 'changed' }>;
  /** Those of the moved files that it is about, by where they are. */
  readonly about: readonly Address[];
}

/** What became of the links of files that have moved. */
export interface KeptLinks {
  readonly followed: readonly FollowedLink[];
  /** What the person should know: links that do not lead anywhere now. By where the file is that they led to. */
  readonly warnings: ReadonlyMap<Address, readonly Says[]>;
}

/**
 * Keeps the links of files that have moved leading to where they led, and those of the other deals of their pipeline, of the
 * notes beside them and of its README leading to them, and what imports know of them. Of a file that cannot be read or needs attention it warns instead.
 */
export async function keepLinksOf(
  { files }: Workspace,
  { folder, process }: Home,
  moved: readonly Renaming[],
): Promise<KeptLinks> {
  await followFiles(files, folder, moved);
  const wasAt = new Map(moved.map(({ from, to }) => [to, from]));
  const isAt = new Map(moved.map(({ from, to }) => [from, to]));
  const about = new Map<Address, readonly Address[]>();
  const warnings = new Map<Address, Says[]>();
  const warn = (led: readonly Address[], path: string, { says: why }: Problem) => {
    const says = say('linksNotChanged', { path, why });
    for (const one of led) warnings.set(one, [...(warnings.get(one) ?? []), says]);
  };
  for await (const { path, file, read } of readAllIn(files, folder)) {
    if ('problem' in read) {
      // Where it leads is not known; told once, whatever has moved.
      warn([wasAt.has(file) ? file : moved[0]!.to], path, read.problem);
      continue;
    }
    if (!mayHaveLinks(read.text)) continue;
    const before = wasAt.get(file) ?? file;
    if (!keepLinks(read.text, before, file, isAt).length) continue;
    const led = [...new Set(linkedFrom(read.text, before).flatMap(target => isAt.get(target) ?? []))];
    const entry = readDeal(path, read.text, process);
    const isMoved = wasAt.has(file);
    const problem = toBeSettled(entry);
    // Nothing is written into a deal in conflict, even where it is its own file that has moved.
    if (problem && (isDeal(entry) || !isMoved)) warn(led, path, problem);
    else about.set(file, isMoved ? [...new Set([file, ...led])] : led);
  }
  const { written, refused } = await files.update([...about.keys()], (text, file) => {
    const edits = keepLinks(text, wasAt.get(file) ?? file, file, isAt);
    return { ok: true, edited: { edits, text: applyEdits(text, edits) } };
  });
  for (const { file, problem } of refused) warn(about.get(file)!, pathBelow(folder, file)!, problem);
  return {
    followed: changedEffects(written).map(effect => ({ effect, about: about.get(effect.file)! })),
    warnings,
  };
}

/** How many files are read at once: each waits for its disk, or for its server, more than it works. */
const AT_ONCE = 64;

/** All that may be deals, and what the folder says of itself. */
async function* readAllIn(files: Files, folder: Address) {
  const listed = await files.list(folder).catch(() => []);
  const names = await files.namesIn(folder);
  const all = [...listed, ...names.filter(isReadme).map(path => ({ path }))];
  for (let at = 0; at < all.length; at += AT_ONCE) {
    yield* await Promise.all(
      all.slice(at, at + AT_ONCE).map(async one => {
        const file = addressIn(folder, one.path);
        return { path: one.path, file, read: 'problem' in one ? one : await files.read(file) };
      }),
    );
  }
}
