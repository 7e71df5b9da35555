import { GitFailed, type LeftToPeople, type Staged } from '../actions/ports/git';
import type { BlobName, FolderThen } from '../actions/ports/snapshots';
import type { AskOfFolder } from './askGit';
import { isPartial } from './isPartial';

const PLAIN_DIFF = [
  ...[
    'diff',
    '--name-only',
    '-z',
    '--no-renames',
    '--relative',
    '--diff-filter=d',
    '--ignore-submodules=all',
  ],
  ...['--no-color', '--no-ext-diff', '--no-textconv'],
];

/** As the port has it. */
export async function changedFiles(ask: AskOfFolder, revision = 'HEAD'): Promise<ReadonlySet<string>> {
  // Both at once, as each looks through the whole folder.
  const [changed, fresh] = await Promise.all([
    otherThan(ask, revision),
    answered(ask, ['ls-files', '-z', '--others', '--exclude-standard', '--', '.']),
  ]);
  return new Set([...split(changed), ...split(fresh)]);
}

/** By git's own word for HEAD where that names a commit, as it nearly always does: to ask for its name first takes a process more. */
async function otherThan(ask: AskOfFolder, revision: string): Promise<Buffer> {
  const diff = (base: string) => [...PLAIN_DIFF, base, '--', '.'];
  if (revision === 'HEAD') {
    const { code, out } = await ask(diff(revision));
    if (code === 0) return out;
  }
  return answered(ask, diff(await baseOf(ask, revision)));
}

/** What the reflog says of a step by which HEAD took in what others have done. */
const BY_MERGING = /^(?:pull|merge|rebase|cherry-pick|revert|am|commit \((?:merge|cherry-pick)\b)/;

/** As the port has it. */
export async function mergedSince(ask: AskOfFolder, commit: string): Promise<ReadonlySet<string>> {
  const how = await answered(ask, ['log', '--walk-reflogs', '--max-count=1', '--format=%gs', 'HEAD']);
  if (!BY_MERGING.test(how.toString('utf8'))) return new Set();
  return new Set(split(await answered(ask, [...PLAIN_DIFF, commit, 'HEAD', '--', '.'])));
}

/** As the port has it. */
export async function contentAt(
  ask: AskOfFolder,
  commit: string,
  path: string,
): Promise<Uint8Array | undefined> {
  try {
    const { code, out } = await ask(['cat-file', 'blob', `${commit}:./${path}`]);
    return code === 0 ? out : undefined;
  } catch {
    return undefined;
  }
}

/** As the port has it. */
export async function stagedFiles(ask: AskOfFolder): Promise<ReadonlySet<string>> {
  const base = await baseOf(ask, 'HEAD');
  return new Set(split(await answered(ask, [...PLAIN_DIFF, '--cached', base, '--', '.'])));
}

/** As the port has it. */
export async function stagedContents(ask: AskOfFolder, isWanted: (path: string) => boolean): Promise<Staged> {
  const { files, links } = await stagedFolder(ask);
  const wanted = new Map([...files].filter(([path]) => isWanted(path)));
  const contents = await contentsOf(ask, wanted.values());
  return {
    bytes: new Map([...wanted].map(([path, blob]) => [path, contents.get(blob)!])),
    links: new Set([...links].filter(isWanted)),
  };
}

/** What would be committed, by the names of the blobs. */
export async function stagedFolder(ask: AskOfFolder): Promise<FolderThen> {
  const files = new Map<string, BlobName>();
  const links = new Set<string>();
  for (const line of split(await answered(ask, ['ls-files', '-z', '--stage', '--', '.']))) {
    const [, mode, blob, stage, path] = /^(\d+) ([0-9a-f]+) (\d)\t([^]*)$/.exec(line) ?? [];
    // Sides of a conflict, of which git commits none.
    if (stage !== '0' || !mode || !blob || path === undefined) continue;
    if (mode.startsWith('100')) files.set(path, blob);
    else if (mode.startsWith('120')) links.add(path);
  }
  return { files, links };
}

/** As the port has it. */
export async function unmergedFiles(ask: AskOfFolder): Promise<ReadonlyMap<string, LeftToPeople>> {
  const sides = new Map<string, string[]>();
  const known = new Set<string>();
  for (const line of split(await answered(ask, ['ls-files', '-z', '--unmerged', '--', '.']))) {
    const [, blob, stage, path] = /^\d+ ([0-9a-f]+) (\d)\t([^]*)$/.exec(line) ?? [];
    if (path === undefined) continue;
    if (stage === '1') known.add(path);
    else sides.set(path, [...(sides.get(path) ?? []), blob!]);
  }
  // What only one side has, and neither had before, is new there: of a file that both have renamed.
  const howOf = (path: string, blobs: readonly string[]) =>
    blobs.length > 1 ? 'changedByBoth' : known.has(path) ? 'deletedByOne' : 'renamedByBoth';
  return new Map([...sides].map(([path, blobs]) => [path, { how: howOf(path, blobs), id: blobs.join(' ') }]));
}

/** In one call, and by the names of the blobs, which have no odd characters in them. */
export async function contentsOf(
  ask: AskOfFolder,
  blobs: Iterable<BlobName>,
): Promise<ReadonlyMap<BlobName, Uint8Array>> {
  const contents = new Map<BlobName, Uint8Array>();
  const names = [...new Set(blobs)];
  if (!names.length) return contents;
  const output = await answered(ask, ['cat-file', '--batch'], names.join('\n'));
  let at = 0;
  for (const name of names) {
    const newline = output.indexOf(0x0a, at);
    const [, kind, size] = output.toString('latin1', at, newline).split(' ');
    if (kind !== 'blob')
      throw new GitFailed(
        (await isPartial(ask)) ? { kind: 'notDownloaded' } : { kind: 'broken', object: name },
      );
    contents.set(name, output.subarray(newline + 1, newline + 1 + Number(size)));
    at = newline + 1 + Number(size) + 1;
  }
  return contents;
}

/** The commit that is meant; before the first commit it is the empty tree. */
async function baseOf(ask: AskOfFolder, revision: string): Promise<string> {
  const found = await ask(['rev-parse', '--quiet', '--verify', '--end-of-options', `${revision}^{commit}`]);
  if (found.code === 0) return found.out.toString('latin1').trim();
  await answered(ask, ['rev-parse', '--git-dir']);
  if (revision !== 'HEAD') throw new GitFailed({ kind: 'noSuchRevision', revision });
  await mustNotBeBroken(ask, revision);
  return (await answered(ask, ['hash-object', '-t', 'tree', '--stdin'])).toString('latin1').trim();
}

/**
 * Where a name means no commit: whether that is so, or it means one that can't be read.
 *
 * @throws GitFailed where it can't
 */
export async function mustNotBeBroken(ask: AskOfFolder, name: string): Promise<void> {
  const { code, out } = await ask(['rev-parse', '--quiet', '--verify', '--end-of-options', name]);
  const object = out.toString('latin1').trim();
  // Git takes whatever looks like the name of an object for one.
  if (code !== 0 || object === name) return;
  if ((await ask(['cat-file', '-e', object])).code !== 0) throw new GitFailed({ kind: 'broken', object });
}

export function split(output: Buffer): string[] {
  return output.toString('utf8').split('\0').filter(Boolean);
}

export async function answered(ask: AskOfFolder, args: readonly string[], input?: string): Promise<Buffer> {
  const answer = await ask(args, input);
  if (answer.code === 0) return answer.out;
  throw new GitFailed(await failureOf(ask, answer.err));
}

/** Why git said no, by what it said. */
export async function failureOf(ask: AskOfFolder, err: string): Promise<GitFailed['failure']> {
  const inItsWords = err.split('\n', 1)[0]!.replace(/^(?:fatal|error): /, '');
  if (/not a git repository/.test(err) || !(await isPartial(ask))) return { kind: 'refused', inItsWords };
  return { kind: 'notDownloaded' };
}
