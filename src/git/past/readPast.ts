import { createHash } from 'node:crypto';
import type { Keep } from '../../actions/ports/keep';
import { GitFailed, type FromGit } from '../../actions/ports/git';
import { factsOf } from '../../core/deal/past/factsOf';
import { stateKey } from '../../core/deal/past/fileState';
import { followFiles } from '../../core/deal/past/followFiles';
import type { GitFacts, KnownFromGit } from '../../core/deal/gitFacts';
import type { HistoryGap } from '../../core/deal/historyGap';
import { isDealPath } from '../../core/pipeline/paths';
import type { Process } from '../../core/process/process';
import { askGit, type Asked } from '../askGit';
import { isPartial } from '../isPartial';
import { GitRefused } from '../log/streamGit';
import { Breath } from './breath';
import { readLog, writeLog, type CommitLog } from './commitLog';
import { readFacts, writeFacts } from './keptFacts';
import { extendLog } from './extendLog';
import { movedIn } from './movedIn';
import { isInRepository, whereIs, type RepositoryPlace } from './place';

/** What was last found out about each folder, and up to which commit. */
export type Remembered = Map<string, { readonly head: string; readonly known: KnownFromGit }>;

/**
 * What git knows of the deals below a folder, from its commits up to HEAD; nothing where there is no repository or no commit.
 * Never throws, downloads nothing, and lets others have their turn.
 *
 * @param keep what was read is kept there, so that the next call reads only what is new
 * @param isWanted by its path, whether anybody asks about a file: of others it may answer nothing
 */
export async function readPast(
  ask: () => Promise<Asked>,
  process: Process,
  {
    remembered,
    keep,
    isWanted,
  }: {
    readonly remembered: Remembered;
    readonly keep: Keep | undefined;
    readonly isWanted?: ((path: string) => boolean) | undefined;
  },
): Promise<FromGit | undefined> {
  let asked: Asked | undefined;
  try {
    asked = await ask();
    const place = await whereIs(asked);
    if (!place) return undefined;
    const key = keyOf(place, process);
    const before = remembered.get(key);
    const gap = place.isShallow ? 'shallow' : undefined;
    // With more history downloaded, the same commit has another past.
    if (before?.head === place.head && !place.isShallow) return { known: before.known, gap };
    const reading = new PastReading(place, process, asked, place.isShallow ? undefined : keep, key);
    const known = await reading.known(isWanted);
    if (!isWanted) remembered.set(key, { head: place.head, known });
    return { known, gap };
  } catch (cause) {
    const gap = await gapOf(cause, asked);
    return gap && { known: undefined, gap };
  }
}

function keyOf({ gitFolder, prefix }: RepositoryPlace, process: Process): string {
  return createHash('sha256')
    .update(JSON.stringify([gitFolder, prefix, stateKey(process)]))
    .digest('hex')
    .slice(0, 32);
}

/** One look at what git knows by now, of which there may be something that was kept. */
class PastReading {
  constructor(
    private readonly place: RepositoryPlace,
    private readonly process: Process,
    private readonly asked: Asked,
    private readonly keep: Keep | undefined,
    private readonly key: string,
  ) {}

  async known(isWanted: ((path: string) => boolean) | undefined): Promise<KnownFromGit> {
    const { head } = this.place;
    const name = `${this.key}.facts`;
    const kept = await this.read(name, text => readFacts(text, isWanted));
    if (kept?.head === head) return kept.known;
    const known = await factsIn(await this.log(), this.place.prefix);
    await this.write(name, writeFacts({ head, known }));
    return known;
  }

  private async log(): Promise<CommitLog> {
    const { head, prefix, isShallow } = this.place;
    const { asked, process } = this;
    const name = `${this.key}.log`;
    const kept = await this.read(name, readLog);
    let log = kept;
    let paths = kept?.paths ?? (prefix ? [prefix.slice(0, -1)] : []);
    for (let round = 0; round < MOST_ROUNDS; round++) {
      log = await extendLog(log, { head, paths, process, isShallow }, asked);
      const isOn = !round && kept && log.commits[kept.commits.length - 1]?.id === kept.head;
      const more = await movedIn(log, isOn ? kept.commits.length : 0, asked);
      if (!more.length) break;
      paths = [...paths, ...more];
    }
    await this.write(name, writeLog(log!));
    return log!;
  }

  private async read<T>(
    name: string,
    reader: (text: string) => Generator<undefined, T | undefined>,
  ): Promise<T | undefined> {
    const text = await this.keep?.read(name);
    return text === undefined ? undefined : slowly(reader(text));
  }

  private async write(name: string, parts: Generator<string, void>): Promise<void> {
    if (!this.keep) return;
    const lines: string[] = [];
    await slowly(parts, line => lines.push(line));
    await this.keep.write(name, lines.join('\n'));
  }
}

/** A file may have been moved from folder to folder. */
const MOST_ROUNDS = 5;

async function factsIn({ commits, states }: CommitLog, prefix: string): Promise<KnownFromGit> {
  const files = await slowly(followFiles(commits, blob => states.get(blob)));
  const known = new Map<string, GitFacts>();
  const breath = new Breath();
  for (const [path, file] of files) {
    if (isHere(path, prefix)) known.set(path.slice(prefix.length), factsOf(file, commits));
    if (breath.isDue) await breath.take();
  }
  return known;
}

/** Does all of something, a little at a time. */
async function slowly<Part, All>(parts: Generator<Part, All>, each?: (part: Part) => void): Promise<All> {
  const breath = new Breath();
  for (;;) {
    const next = parts.next();
    if (next.done) return next.value;
    each?.(next.value);
    if (breath.isDue) await breath.take();
  }
}

/** Whether a path from the top leads to a file of the folder that may be a deal. */
function isHere(path: string, prefix: string): boolean {
  return path.startsWith(prefix) && isDealPath(path.slice(prefix.length));
}

async function gapOf(cause: unknown, asked: Asked | undefined): Promise<HistoryGap | undefined> {
  if (cause instanceof GitFailed && cause.failure.kind === 'tookTooLong') return 'tookTooLong';
  if (cause instanceof GitFailed && cause.failure.kind === 'notInstalled')
    return asked && isInRepository(asked.folder) ? 'notInstalled' : undefined;
  if (cause instanceof GitRefused && /dubious ownership/.test(cause.message)) return 'notOwn';
  const isLessDownloaded = asked && (await isPartial(args => askGit(args, asked)).catch(() => false));
  return isLessDownloaded ? 'partial' : 'failed';
}
