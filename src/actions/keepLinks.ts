import { isDeal } from '../core/deal/entry';
import { readDeal } from '../core/deal/readDeal';
import { keepLinks, linkedFrom } from '../core/notes/keepLinks';
import { mayHaveLinks } from '../core/notes/links';
import { applyEdits } from '../core/textEdit';
import { addressIn, pathBelow, type Address } from './address';
import { changedEffects } from './effects';
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
 * Keeps the links of files that have moved leading to where they led, and those of the other deals of their pipeline
 * leading to them.
 */
export async function keepLinksOf(
  { files }: Workspace,
  { folder, process }: Home,
  moved: readonly Renaming[],
): Promise<KeptLinks> {
  const wasAt = new Map(moved.map(({ from, to }) => [to, from]));
  const isAt = new Map(moved.map(({ from, to }) => [from, to]));
  const about = new Map<Address, readonly Address[]>();
  for await (const { path, file, read } of readAllIn(files, folder)) {
    if ('problem' in read || !mayHaveLinks(read.text)) continue;
    const before = wasAt.get(file) ?? file;
    if (!keepLinks(read.text, before, file, isAt).length) continue;
    // Whatever is no deal is nobody's to change.
    if (!wasAt.has(file) && !isDeal(readDeal(path, read.text, process))) continue;
    const led = linkedFrom(read.text, before).flatMap(target => isAt.get(target) ?? []);
    about.set(file, [...new Set(wasAt.has(file) ? [file, ...led] : led)]);
  }
  const { written, refused } = await files.update([...about.keys()], (text, file) => {
    const edits = keepLinks(text, wasAt.get(file) ?? file, file, isAt);
    return { ok: true, edited: { edits, text: applyEdits(text, edits) } };
  });
  const warnings = new Map<Address, Says[]>();
  for (const { file, problem } of refused) {
    const says = say('linksNotChanged', { path: pathBelow(folder, file)!, why: problem.says });
    for (const one of about.get(file)!) warnings.set(one, [...(warnings.get(one) ?? []), says]);
  }
  return {
    followed: changedEffects(written).map(effect => ({ effect, about: about.get(effect.file)! })),
    warnings,
  };
}

/** How many files are read at once: each waits for its disk, or for its server, more than it works. */
const AT_ONCE = 64;

async function* readAllIn(files: Files, folder: Address) {
  const listed = await files.list(folder).catch(() => []);
  for (let at = 0; at < listed.length; at += AT_ONCE) {
    const some = listed.slice(at, at + AT_ONCE).flatMap(one => ('problem' in one ? [] : [one.path]));
    yield* await Promise.all(
      some.map(async path => {
        const file = addressIn(folder, path);
        return { path, file, read: await files.read(file) };
      }),
    );
  }
}
