import type { ThreeVersions } from './lines/hunks';
import { entryOf, type LogParts } from './logParts';
import { pick } from './pick';
import type { MergeItem } from './unite';

type LogVersions = ThreeVersions<LogParts | undefined>;

/**
 * Logs with the bullets that the merged one has: those of the side that changed them, so that one list stays one. Where one
 * version has several kinds, or numbers, all stay as they are.
 */
export function withOneBullet<T extends LogVersions>(logs: T): T {
  const { base, ours, theirs } = logs;
  const kinds = { base: bulletsOf(base), ours: bulletsOf(ours), theirs: bulletsOf(theirs) };
  const all = [kinds.base, kinds.ours, kinds.theirs];
  if (all.some(some => some.length > 1 || some.includes(''))) return logs;
  const [was, mine, others] = all.map(([bullet]) => bullet);
  if (mine === undefined || others === undefined) return logs;
  // Of a log that both have begun, the one that commands write.
  const either = mine === '-' ? mine : others;
  const bullet = pick({ base: was, ours: mine, theirs: others }, (a, b) => a === b)?.value ?? either;
  const written = (log: LogParts | undefined) =>
    log && { ...log, entries: log.entries.map(entry => withBullet(entry, bullet)) };
  return { base: written(base), ours: written(ours), theirs: written(theirs) } as T;
}

/** Each kind once; `''` for what has none. */
function bulletsOf(log: LogParts | undefined): readonly string[] {
  return [...new Set(log?.entries.map(({ lines }) => BULLET.exec(lines[0]!)?.[2] ?? ''))];
}

function withBullet(entry: MergeItem, bullet: string): MergeItem {
  return entryOf(entry.lines.with(0, entry.lines[0]!.replace(BULLET, `$1${bullet}`)), entry.on);
}

const BULLET = /^([ \t]*)([-*+])(?=[ \t])/;
