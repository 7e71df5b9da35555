import type { CompareSources } from '../../../../src/actions/changes/compared';
import type { BlobName, CommitMade, FolderThen, Snapshots } from '../../../../src/actions/ports/snapshots';
import { toEntry } from '../../../../src/core/deal/toEntry';
import { Pipeline } from '../../../../src/core/pipeline/pipeline';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { date, day } from '../../support/deals';

/** The texts of files by their paths. */
export type Texts = Readonly<Record<string, string>>;

/** A commit: the texts that it leaves, and the paths of those files that git takes for others, by their new ones. */
export interface Committed {
  readonly files: Texts;
  readonly renamed?: Readonly<Record<string, string>>;
  /** Its author; Dana, where nobody is named. */
  readonly by?: string;
  /** The places of its parents; the commit before it, where none are named. */
  readonly parents?: readonly number[];
}

/**
 * A repository in memory, whose commits `c0`, `c1` … are of one day each from day 0 on. What a file contains is its own name.
 *
 * @param now the texts on disk; those of the last commit, where they are left out
 */
export function memoryPast(
  commits: readonly Committed[],
  {
    now = commits.at(-1)?.files ?? {},
    staged = now,
    ignored = [],
  }: {
    readonly now?: Texts;
    readonly staged?: Texts;
    readonly ignored?: readonly string[];
  } = {},
) {
  const parentsOf = (at: number) => commits[at]!.parents ?? (at ? [at - 1] : []);
  const found = (at: number) => (commits[at] ? { id: `c${at}`, on: day(at) } : undefined);
  const placeOf = (name: string): number => {
    const [, base, parent] = /^(.*?)(\^?)$/.exec(name)!;
    const at = base === 'HEAD' ? commits.length - 1 : Number(base!.slice(1));
    return parent ? (parentsOf(at)[0] ?? -1) : at;
  };
  const until = (at: number): Set<number> => new Set([at, ...parentsOf(at).flatMap(one => [...until(one)])]);
  const made = (at: number): CommitMade => {
    const { files, renamed = {}, by = 'Dana' } = commits[at]!;
    const before = commits[parentsOf(at)[0] ?? -1]?.files ?? {};
    const side = (of: Texts, path: string) =>
      Object.hasOwn(of, path) ? { path, blob: of[path]! } : undefined;
    const olds = new Set(Object.values(renamed));
    const paths = [...new Set([...Object.keys(before), ...Object.keys(files)])];
    const changes = paths
      .filter(path => before[path] !== files[path] || Object.hasOwn(renamed, path))
      .filter(path => !(olds.has(path) && !Object.hasOwn(files, path)))
      .map(path => ({ from: side(before, renamed[path] ?? path), to: side(files, path) }));
    return { ...found(at)!, by, files: changes };
  };
  const snapshots: Snapshots = {
    ...{ prefix: '', isShallow: false },
    head: async () => found(commits.length - 1),
    commitCalled: async name => found(placeOf(name)),
    lastCommitUntil: async on => found(commits.findLastIndex((_, at) => day(at) <= on)),
    filesAt: async commit => folder(commits[placeOf(commit)]!.files),
    stagedNow: async () => folder(staged),
    changedSince: async commit => {
      const then = commits[placeOf(commit)]?.files ?? {};
      const paths = new Set([...Object.keys(then), ...Object.keys(now)]);
      return new Set([...paths].filter(path => then[path] !== now[path] && !ignored.includes(path)));
    },
    contents: async blobs => {
      const all = [...blobs];
      return new Map(all.map(blob => [blob, Buffer.from(blob)]));
    },
    commitsBetween: async (from, to) => {
      const known = until(placeOf(from));
      return [...until(placeOf(to))]
        .filter(at => !known.has(at))
        .toSorted((a, b) => a - b)
        .map(made);
    },
  };
  const entries = Object.entries(now).map(([path, text]) => toEntry({ path, text }, DEFAULT_PROCESS));
  const sources: CompareSources & { readonly snapshots: Snapshots } = {
    snapshots,
    files: { read: async file => ({ text: now[file.slice('/deals/'.length)]! }) as never },
    asText: (path, bytes) => ({ path, text: Buffer.from(bytes).toString() }),
    today: date('2026-12-31'),
  };
  return {
    snapshots,
    sources,
    opened: { folder: '/deals', pipeline: new Pipeline(DEFAULT_PROCESS, entries) },
  };
}

function folder(texts: Texts): FolderThen {
  return { files: new Map<string, BlobName>(Object.entries(texts)), links: new Set() };
}
