import { workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import { nameOf, type Address } from '../../actions/address';
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
import { isSameText } from '../../core/byteOrderMark';
import { error, type Problem } from '../../core/problem';
import { exists } from '../exists';
import { SLICE_FILES } from '../fileAccess';
import { Turns } from '../turns';
import { toUri } from './addresses';
import { editDocuments } from './editDocuments';
import type { LocalDisk } from './localDisk';
import { readBytes } from './readBytes';
import { isShown, unsavedDocument } from './shown';
import { updateElsewhere } from './updateElsewhere';
import { VirtualAccess } from './virtualAccess';
import { sayFile, systemReason } from '../../core/fileSays';

/** Who is to know at once what was written, and not when the watcher tells. */
export interface Readers {
  /** A document has another text. */
  follow(document: TextDocument): void;
  /** Files were changed, came or went. */
  readAgain(files: readonly Address[]): Promise<void>;
}

/**
 * The files of a workspace: each with its text as it is now, unsaved changes included. What stands in an editor is changed
 * there, all of it in one edit that one undo of the editor takes back; what was saved is saved again, what had unsaved
 * changes keeps them. All other files are written where they are, so that nothing but the change is written: no formatter
 * and no setting for saving has a hand in a file that nobody is looking at.
 */
export class EditorFiles implements Files {
  /** Changes take turns: a key that is pressed twice moves a deal twice. */
  private readonly turns = new Turns();
  private readonly cameOrWent: Address[] = [];
  private underWay = 0;
  private reads = 0;

  constructor(
    private readonly disk: LocalDisk | undefined,
    private readonly readers: Readers,
  ) {}

  async list(folder: Address): Promise<readonly Listed[]> {
    const disk = this.diskOf(folder);
    if (disk) return disk.list(folder);
    const listed: Listed[] = [];
    for await (const files of new VirtualAccess(toUri(folder)).list()) listed.push(...files);
    return listed;
  }

  async namesIn(folder: Address): Promise<readonly string[]> {
    try {
      return (await workspace.fs.readDirectory(toUri(folder))).map(([name]) => name);
    } catch {
      return [];
    }
  }

  exists(file: Address): Promise<boolean> {
    return exists(toUri(file));
  }

  /** From the disk where nothing is unsaved, since the editor may still show what was there a moment ago. */
  async read(file: Address): Promise<Reading> {
    // An action may read thousands of files, and the disk answers at once: others are to have a turn in between.
    if (++this.reads % SLICE_FILES === 0) await new Promise(resolve => setTimeout(resolve));
    const uri = toUri(file);
    const unsaved = unsavedDocument(uri);
    if (unsaved) return { text: unsaved.getText() };
    const disk = this.diskOf(file);
    return disk ? disk.read(file) : readBytes(uri);
  }

  isUnsaved(file: Address): boolean {
    return unsavedDocument(toUri(file)) !== undefined;
  }

  update<T extends Plan>(
    files: readonly Address[],
    planner: Planner<T>,
  ): Promise<{ written: Written<T>[]; refused: Refused[] }> {
    return this.turns.run(() => this.updateNow([...new Set(files)], planner));
  }

  /** One of thousands is written where it is: for each that the editor makes it does twenty times as much. */
  create(file: Address, text: string, isRepeatable = false): Promise<Problem | undefined> {
    const disk = isRepeatable && this.diskOf(file);
    if (disk) return this.beside(file, () => disk.create(file, text, isRepeatable));
    return this.turns.run(async () => {
      if (await this.exists(file)) return alreadyThere(file);
      const edit = new WorkspaceEdit();
      edit.createFile(toUri(file), { overwrite: false, contents: new TextEncoder().encode(text) });
      const isMade = await workspace.applyEdit(edit);
      await this.readers.readAgain([file]);
      return isMade ? undefined : error('unwritable', sayFile('notCreated'));
    });
  }

  /** In one edit of the editor: what is open stays open, what is not saved stays so, and whoever looks after links is told. */
  rename(renamings: readonly Renaming[]): Promise<readonly Refused[]> {
    return this.turns.run(() => this.renameNow(renamings));
  }

  delete(file: Address, text: string): Promise<Problem | undefined> {
    return this.beside(file, () => this.turns.run(() => this.deleteNow(file, text)));
  }

  async removeIfEmpty(folder: Address): Promise<void> {
    const uri = toUri(folder);
    try {
      if (!(await workspace.fs.readDirectory(uri)).length) await workspace.fs.delete(uri);
    } catch {
      // It is not there, or may not be touched: nobody asked for it.
    }
  }

  /** Files that come or go side by side are read when the last of them has: each reading is told to all views. */
  private async beside<T>(file: Address, act: () => Promise<T>): Promise<T> {
    this.underWay++;
    try {
      return await act();
    } finally {
      this.cameOrWent.push(file);
      if (--this.underWay === 0) await this.readers.readAgain(this.cameOrWent.splice(0));
    }
  }

  private async deleteNow(file: Address, text: string): Promise<Problem | undefined> {
    const now = await this.read(file);
    if ('problem' in now) return now.problem;
    if (!isSameText(now.text, text))
      return error('not-editable', sayFile('changedSince', { what: 'notDeleted' }));
    const disk = this.diskOf(file);
    // The editor takes many times as long for one of thousands.
    if (disk && !isShown(toUri(file))) return disk.delete(file, now.text);
    try {
      await workspace.fs.delete(toUri(file));
      return undefined;
    } catch (cause) {
      return error('unwritable', sayFile('notDeleted', { reason: systemReason(cause) }));
    }
  }

  private async updateNow<T extends Plan>(files: readonly Address[], planner: Planner<T>) {
    const shown = files.filter(file => isShown(toUri(file)));
    const inEditor = await editDocuments(shown, planner, this.disk, document =>
      this.readers.follow(document),
    );
    const others = [...files.filter(file => !shown.includes(file)), ...inEditor.forDisk];
    const onDisk = others.filter(file => this.diskOf(file));
    const elsewhere = others.filter(file => !this.diskOf(file));
    const results = [
      inEditor,
      ...(onDisk.length ? [await this.disk!.update(onDisk, planner)] : []),
      await updateElsewhere(elsewhere, planner),
    ];
    // Also those that turned out to be gone.
    await this.readers.readAgain(others);
    return {
      written: results.flatMap(({ written }) => written),
      refused: results.flatMap(({ refused }) => refused),
    };
  }

  private async renameNow(renamings: readonly Renaming[]): Promise<readonly Refused[]> {
    const refused: Refused[] = [];
    const asked = new Map<Address, Address>();
    for (const { from, to } of renamings) {
      // One that cannot be renamed would keep the editor from renaming any.
      if (!(await this.exists(from))) refused.push({ file: from, problem: notThere() });
      else if (asked.has(to) || (await this.exists(to)))
        refused.push({ file: from, problem: alreadyThere(to) });
      else asked.set(to, from);
    }
    const edit = new WorkspaceEdit();
    for (const [to, from] of asked) edit.renameFile(toUri(from), toUri(to), { overwrite: false });
    if (asked.size) await workspace.applyEdit(edit);
    for (const [to, from] of asked) {
      if (await this.exists(to)) continue;
      const says = sayFile('notMoved', { name: nameOf(to) });
      refused.push({ file: from, problem: error('unwritable', says) });
    }
    await this.readers.readAgain([...asked].flat());
    return refused;
  }

  private diskOf(file: Address): LocalDisk | undefined {
    return toUri(file).scheme === 'file' ? this.disk : undefined;
  }
}

function alreadyThere(file: Address): Problem {
  return error('not-possible', sayFile('nameTaken', { name: nameOf(file) }));
}

function notThere(): Problem {
  return error('unreadable', sayFile('fileGone'));
}
