import { error, type Problem } from '../core/problem';
import { addressIn, folderOf, nameOf, type Address } from './address';
import type { Files, Listed, Plan, Planner, Reading, Refused, Renaming, Written } from './ports/files';
import { sayFile } from '../core/fileSays';

/**
 * Files in which an action can be tried: what it does is seen by whatever comes after it, and never reaches the files
 * themselves. So every action can say what it would do, without knowing that it is only asked.
 */
export class TriedFiles implements Files {
  /** What files would say; `undefined` where one would be gone. */
  private readonly tried = new Map<Address, string | undefined>();

  constructor(private readonly files: Files) {}

  async list(folder: Address): Promise<readonly Listed[]> {
    const start = addressIn(folder, '');
    const listed = await this.files.list(folder);
    const tried = [...this.tried].flatMap(([file, text]) =>
      text !== undefined && file.startsWith(start) ? [{ path: file.slice(start.length) }] : [],
    );
    return [...listed.filter(({ path }) => !this.tried.has(start + path)), ...tried];
  }

  async namesIn(folder: Address): Promise<readonly string[]> {
    const names = new Set(await this.files.namesIn(folder));
    for (const [file, text] of this.tried) {
      if (folderOf(file) !== folder) continue;
      if (text === undefined) names.delete(nameOf(file));
      else names.add(nameOf(file));
    }
    return [...names];
  }

  async exists(file: Address): Promise<boolean> {
    return this.tried.has(file) ? this.tried.get(file) !== undefined : this.files.exists(file);
  }

  async read(file: Address): Promise<Reading> {
    if (!this.tried.has(file)) return this.files.read(file);
    const text = this.tried.get(file);
    return text === undefined ? { problem: error('unreadable', sayFile('fileGone')) } : { text };
  }

  async update<T extends Plan>(
    files: readonly Address[],
    planner: Planner<T>,
  ): Promise<{ written: Written<T>[]; refused: Refused[] }> {
    const written: Written<T>[] = [];
    const refused: Refused[] = [];
    for (const file of files) {
      const read = await this.read(file);
      const plan = 'problem' in read ? undefined : planner(read.text, file);
      if ('problem' in read) refused.push({ file, problem: read.problem });
      else if (!plan!.ok) refused.push({ file, problem: plan!.problem });
      else {
        const { text } = plan!.edited;
        this.tried.set(file, text);
        written.push({ file, plan: plan!, before: read.text, after: text });
      }
    }
    return { written, refused };
  }

  async create(file: Address, text: string): Promise<Problem | undefined> {
    if (await this.exists(file)) return isThere(file);
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
