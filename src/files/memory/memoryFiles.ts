import { addressIn, folderOf, nameOf, type Address } from '../../actions/address';
import type {
  Files,
  Listed,
  Plan,
  Planner,
  Reading,
  Refused,
  Renaming,
  Written,
} from '../../actions/ports/files';
import { isDealFile, isDealFolder } from '../../core/pipeline/paths';
import { error, type Problem } from '../../core/problem';
import { PROCESS_FILE } from '../../core/process/processFile';
import { sayFile } from '../../core/fileSays';

/** Files that are nowhere but here: for tests, and for whoever has no disk. Names differ by the case of their letters. */
export class MemoryFiles implements Files {
  private readonly texts: Map<Address, string>;

  constructor(texts: Readonly<Record<Address, string>> = {}) {
    this.texts = new Map(Object.entries(texts));
  }

  /** All that is there now. */
  get all(): Readonly<Record<Address, string>> {
    return Object.fromEntries([...this.texts].toSorted());
  }

  /** Writes a file as some other program would. */
  write(file: Address, text: string): void {
    this.texts.set(file, text);
  }

  async list(folder: Address): Promise<readonly Listed[]> {
    const start = addressIn(folder, '');
    const below = [...this.texts.keys()].filter(file => file.startsWith(start));
    const inner = below
      .filter(file => nameOf(file) === PROCESS_FILE && folderOf(file) !== folder)
      .map(file => addressIn(folderOf(file)!, ''));
    return below
      .filter(file => !inner.some(other => file.startsWith(other)))
      .map(file => file.slice(start.length))
      .filter(path => path.split('/').slice(0, -1).every(isDealFolder) && isDealFile(nameOf(`/${path}`)))
      .map(path => ({ path }));
  }

  async namesIn(folder: Address): Promise<readonly string[]> {
    const start = addressIn(folder, '');
    const below = [...this.texts.keys()].filter(file => file.startsWith(start));
    return [...new Set(below.map(file => file.slice(start.length).split('/', 1)[0]!))];
  }

  async exists(file: Address): Promise<boolean> {
    return this.texts.has(file) || (await this.namesIn(file)).length > 0;
  }

  async read(file: Address): Promise<Reading> {
    const text = this.texts.get(file);
    return text === undefined ? { problem: notThere() } : { text };
  }

  isUnsaved(): boolean {
    return false;
  }

  async update<T extends Plan>(
    files: readonly Address[],
    planner: Planner<T>,
  ): Promise<{ written: Written<T>[]; refused: Refused[] }> {
    const written: Written<T>[] = [];
    const refused: Refused[] = [];
    for (const file of files) {
      const before = this.texts.get(file);
      const plan = before === undefined ? undefined : planner(before, file);
      if (!plan?.ok) refused.push({ file, problem: plan?.problem ?? notThere() });
      else {
        const { text } = plan.edited;
        this.texts.set(file, text);
        written.push({ file, plan, before: before!, after: text });
      }
    }
    return { written, refused };
  }

  async create(file: Address, text: string): Promise<Problem | undefined> {
    if (await this.exists(file)) return isThere(file);
    this.texts.set(file, text);
    return undefined;
  }

  async rename(renamings: readonly Renaming[]): Promise<readonly Refused[]> {
    const refused: Refused[] = [];
    for (const { from, to } of renamings) {
      const text = this.texts.get(from);
      if (text === undefined) refused.push({ file: from, problem: notThere() });
      else if (await this.exists(to)) refused.push({ file: from, problem: isThere(to) });
      else {
        this.texts.delete(from);
        this.texts.set(to, text);
      }
    }
    return refused;
  }

  /** Folders are there where files are. */
  async removeIfEmpty(): Promise<void> {}

  async delete(file: Address, text: string): Promise<Problem | undefined> {
    const now = this.texts.get(file);
    if (now === undefined) return notThere();
    if (now !== text) return error('not-editable', sayFile('changedSince', { what: 'notDeleted' }));
    this.texts.delete(file);
    return undefined;
  }
}

function notThere(): Problem {
  return error('unreadable', sayFile('unreadable', { what: 'file', reason: 'missing' }));
}

function isThere(file: Address): Problem {
  return error('not-possible', sayFile('nameTaken', { name: nameOf(file) }));
}
