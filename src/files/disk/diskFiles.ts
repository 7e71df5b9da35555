import { rmdir } from 'node:fs/promises';
import type { Address } from '../../actions/address';
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
import type { Problem } from '../../core/problem';
import type { Refusal } from '../../core/refusal';
import { isThere, namesIn, readRegularFile } from './disk';
import { listFiles } from './listFiles';
import { createFile, deleteFile, moveFile } from './placeFile';
import { updateFile } from './updateFile';

/** How many files are written at once: each waits for the disk more than it works. */
const AT_ONCE = 16;

interface Planned<T> {
  readonly ok: true;
  readonly text: string;
  readonly before: string;
  readonly plan: T;
}

/** The files of this machine, without an editor. */
export class DiskFiles implements Files {
  async list(folder: Address): Promise<readonly Listed[]> {
    return [...listFiles(folder)].flat();
  }

  async namesIn(folder: Address): Promise<readonly string[]> {
    return namesIn(folder);
  }

  async exists(file: Address): Promise<boolean> {
    return isThere(file);
  }

  async read(file: Address): Promise<Reading> {
    return readRegularFile(file);
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
    for (let at = 0; at < files.length; at += AT_ONCE) {
      const some = files.slice(at, at + AT_ONCE);
      const results = await Promise.all(some.map(file => updateOne(file, planner)));
      for (const [index, result] of results.entries()) {
        const file = some[index]!;
        if (!result.ok) refused.push({ file, problem: result.problem });
        else written.push({ file, plan: result.plan, before: result.before, after: result.text });
      }
    }
    return { written, refused };
  }

  create(file: Address, text: string, isRepeatable?: boolean): Promise<Problem | undefined> {
    return createFile(file, text, isRepeatable);
  }

  async rename(renamings: readonly Renaming[]): Promise<readonly Refused[]> {
    const refused: Refused[] = [];
    for (const { from, to } of renamings) {
      const problem = await moveFile(from, to);
      if (problem) refused.push({ file: from, problem });
    }
    return refused;
  }

  delete(file: Address, text: string): Promise<Problem | undefined> {
    return deleteFile(file, text);
  }

  async removeIfEmpty(folder: Address): Promise<void> {
    // The system refuses where something is in it.
    await rmdir(folder).catch(() => undefined);
  }
}

function updateOne<T extends Plan>(file: Address, planner: Planner<T>): Promise<Planned<T> | Refusal> {
  return updateFile(file, (before): Planned<T> | Refusal => {
    const plan = planner(before, file);
    return plan.ok ? { ok: true, text: plan.edited.text, before, plan } : plan;
  });
}
