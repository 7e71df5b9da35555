import { isSameDeal } from '../deal/past/sameDeal';
import { identityIn, type FileSeen } from './fileSeen';

/** So much of the longer of two files has to stand in the other one too; git wants the same. */
const LEAST_ALIKE = 0.5;

/**
 * Which of the files that went came again by another name: by the new path, the old one. For those that no commit pairs, as
 * they are not committed yet, or went with one commit and came with another.
 */
export function renamesAmong(
  gone: ReadonlyMap<string, FileSeen>,
  come: ReadonlyMap<string, FileSeen>,
): Map<string, string> {
  const whole = ([path, seen]: [string, FileSeen]) => {
    const lines = seen.text.split(/\r?\n/);
    return { path, lines, size: sizeOf(lines), identity: identityIn(seen) };
  };
  const [old, now] = [[...gone].map(whole), [...come].map(whole)];
  const pairs = old.flatMap(from => {
    const candidates = now.filter(to => isSameDeal(from.identity, to.identity));
    const counts = candidates.length ? countsOf(from.lines) : new Map<string, number>();
    return candidates.map(to => ({
      from: from.path,
      to: to.path,
      alike: sharedWith(counts, to.lines) / Math.max(from.size, to.size, 1),
      isNamedSame: Number(nameOf(from.path) === nameOf(to.path)),
    }));
  });
  const renames = new Map<string, string>();
  const taken = new Set<string>();
  const best = pairs.sort((a, b) => b.alike - a.alike || b.isNamedSame - a.isNamedSame);
  for (const { from, to, alike } of best) {
    if (alike < LEAST_ALIKE || taken.has(from) || renames.has(to)) continue;
    taken.add(from);
    renames.set(to, from);
  }
  return renames;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function countsOf(lines: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

/** How many characters stand in lines that both have. */
function sharedWith(counts: ReadonlyMap<string, number>, lines: readonly string[]): number {
  const left = new Map(counts);
  let shared = 0;
  for (const line of lines) {
    const many = left.get(line) ?? 0;
    if (!many) continue;
    left.set(line, many - 1);
    shared += line.length + 1;
  }
  return shared;
}

function sizeOf(lines: readonly string[]): number {
  return lines.reduce((sum, { length }) => sum + length + 1, 0);
}
