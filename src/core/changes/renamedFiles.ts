import { group } from 'd3-array';

/** A file that a commit adds or deletes, with all that stands in it. */
export interface WholeFile {
  readonly path: string;
  readonly lines: readonly string[];
}

/** So much of the longer of two files has to stand in the other one too; git wants the same. */
const LEAST_ALIKE = 0.5;

/** So many pairs are compared line by line; of a commit with more, only those whose files are called the same. */
const MOST_PAIRS = 10_000;

/**
 * Which of the files that a commit deletes it adds again by another name: by the new path, the old one. Told from what stands
 * in them, so that no setting of git decides. Deals that say another day of their beginning are two deals, however alike.
 */
export function renamesAmong(
  deleted: readonly WholeFile[],
  added: readonly WholeFile[],
): ReadonlyMap<string, string> {
  const renames = new Map<string, string>();
  const gone = new Set(deleted);
  const take = (from: WholeFile, to: WholeFile) => {
    if (!gone.has(from) || renames.has(to.path)) return;
    gone.delete(from);
    renames.set(to.path, from.path);
  };
  // Git looks first for the same text under the same name, then for the same text, then for the most alike.
  const keys = [(file: WholeFile) => `${nameOf(file)}\n${textOf(file)}`, textOf];
  for (const key of keys) {
    const byKey = group([...gone], key);
    for (const to of added) {
      const from = renames.has(to.path) ? undefined : byKey.get(key(to))?.pop();
      if (from) take(from, to);
    }
  }
  const left = added.filter(({ path }) => !renames.has(path));
  const byName = gone.size * left.length > MOST_PAIRS ? group(left, nameOf) : undefined;
  const pairs = [...gone].flatMap(from => {
    const lines = countsOf(from.lines);
    const candidates = byName ? (byName.get(nameOf(from)) ?? []) : left;
    return candidates.map(to => ({ from, to, alike: alikeness(from, lines, to) }));
  });
  const isNameSame = ({ from, to }: (typeof pairs)[number]) => Number(nameOf(from) === nameOf(to));
  pairs
    .filter(({ alike }) => alike >= LEAST_ALIKE)
    .sort((a, b) => b.alike - a.alike || isNameSame(b) - isNameSame(a))
    .forEach(({ from, to }) => take(from, to));
  return renames;
}

function textOf({ lines }: WholeFile): string {
  return lines.join('\n');
}

function nameOf({ path }: WholeFile): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function countsOf(lines: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

/** How many of the characters of the longer file stand in lines that both have. */
function alikeness(from: WholeFile, counts: ReadonlyMap<string, number>, to: WholeFile): number {
  const [began, begins] = [beginningOf(from), beginningOf(to)];
  if (began !== undefined && begins !== undefined && began !== begins) return 0;
  const left = new Map(counts);
  let shared = 0;
  for (const line of to.lines) {
    const many = left.get(line) ?? 0;
    if (!many) continue;
    left.set(line, many - 1);
    shared += line.length + 1;
  }
  return shared / Math.max(sizeOf(from), sizeOf(to), 1);
}

function sizeOf({ lines }: WholeFile): number {
  return lines.reduce((sum, { length }) => sum + length + 1, 0);
}

function beginningOf({ lines }: WholeFile): string | undefined {
  return lines.find(line => /^["']?created["']?[ \t]*:/.test(line))?.replace(/^[^:]*:|["'\s]/g, '');
}
