import { sayFile } from '../core/fileSays';
import { isDealPath } from '../core/pipeline/paths';
import { error, type Problem } from '../core/problem';
import { PROCESS_FILE } from '../core/process/processFile';
import { addressIn, nameOf, pathBelow, type Address } from './address';
import type { Files, Listed, Plan, Planner, Reading, Refused, Renaming, Written } from './ports/files';

/**
 * Files in which an action can be tried: what it does is seen by whatever comes after it, and never reaches the files
 * themselves. So every action can say what it would do, without knowing that it is only asked.
 */
export class TriedFiles implements Files {
  /** What files would say; `undefined` where one would be gone. */
  private readonly tried = new Map<Address, string | undefined>();

  constructor(private readonly files: Files) {}

  async list(folder: Address): Promise<readonly Listed[]> {
    const listed = await this.files.list(folder);
    const own = listed.filter(({ path }) => !this.tried.has(addressIn(folder, path)));
    const paths = [...this.triedBelow(folder)].filter(isDealPath);
    // Each folder is asked about once, however many files it has.
    const inner = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);
    const others = new Set<string>();
    for (const one of new Set(paths.map(inner))) if (await this.isInOther(folder, one)) others.add(one);
    return [...own, ...paths.filter(path => !others.has(inner(path))).map(path => ({ path }))];
  }

  /** Whether a folder below this one, or one on the way there, is a pipeline of its own. */
  private async isInOther(folder: Address, inner: string): Promise<boolean> {
    const parts = inner.split('/').slice(0, -1);
    const between = parts.map((_, at) => addressIn(folder, parts.slice(0, at + 1).join('/')));
    const found = await Promise.all(between.map(one => this.exists(addressIn(one, PROCESS_FILE))));
    return found.includes(true);
  }

  async namesIn(folder: Address): Promise<readonly string[]> {
    const listed = await this.files.namesIn(folder);
    const own = listed.filter(name => !this.tried.has(addressIn(folder, name)));
    return [...new Set([...own, ...[...this.triedBelow(folder)].map(path => path.split('/', 1)[0]!)])];
  }

  async exists(file: Address): Promise<boolean> {
    if (this.tried.has(file)) return this.tried.get(file) !== undefined;
    return !this.triedBelow(file).next().done || this.files.exists(file);
  }

  /** The paths below a folder of what would be there, as far as it was tried. */
  private *triedBelow(folder: Address): Generator<string> {
    for (const [file, text] of this.tried) {
      const path = text === undefined ? undefined : pathBelow(folder, file);
      if (path !== undefined) yield path;
    }
  }

  async read(file: Address): Promise<Reading> {
    if (!this.tried.has(file)) return this.files.read(file);
    const text = this.tried.get(file);
    return text === undefined ? { problem: error('unreadable', sayFile('fileGone')) } : { text };
  }

  isUnsaved(file: Address): boolean {
    return this.files.isUnsaved(file);
  }

  async update<T extends Plan>(
    files: readonly Address[],
    planner: Planner<T>,
  ): Promise<{ written: Written<T>[]; refused: Refused[] }> {
    const written: Written<T>[] = [];
    const refused: Refused[] = [];
    for (const file of files) {
      const read = await this.read(file);
      if ('problem' in read) {
        refused.push({ file, problem: read.problem });
        continue;
      }
      const plan = planner(read.text, file);
      if (!plan.ok) refused.push({ file, problem: plan.problem });
      else {
        const { text } = plan.edited;
        this.tried.set(file, text);
        written.push({ file, plan, before: read.text, after: text });
      }
    }
    return { written, refused };
  }

  /** Folders are there where files are. */
  async removeIfEmpty(): Promise<void> {}

  async create(file: Address, text: string): Promise<Problem | undefined> {
    // Not by looking at all that was tried: an import makes thousands of files.
    const isTaken = this.tried.has(file) ? this.tried.get(file) !== undefined : await this.files.exists(file);
    if (isTaken) return isThere(file);
    this.tried.set(file, text);
    return undefined;
  }

  async rename(renamings: readonly Renaming[]): Promise<readonly Refused[]> {
    const refused: Refused[] = [];
    for (const { from, to } of renamings) {
      const read = await this.read(from);
      if ('problem' in read) refused.push({ file: from, problem: read.problem });
      else if (await this.exists(to)) refused.push({ file: from, problem: isThere(to) });
      else {
        this.tried.set(from, undefined);
        this.tried.set(to, read.text);
      }
    }
    return refused;
  }

  async delete(file: Address, text: string): Promise<Problem | undefined> {
    const read = await this.read(file);
    if ('problem' in read) return read.problem;
    if (read.text !== text) return error('not-editable', sayFile('changedSince', { what: 'notDeleted' }));
    this.tried.set(file, undefined);
    return undefined;
  }
}

function isThere(file: Address): Problem {
  return error('not-possible', sayFile('nameTaken', { name: nameOf(file) }));
}
