import type { Address } from '../../../../src/actions/address';
import type { Listed, Plan, Planner, Reading, Refused, Renaming } from '../../../../src/actions/ports/files';
import { sayFile } from '../../../../src/core/fileSays';
import { error, type Problem } from '../../../../src/core/problem';
import { MemoryFiles } from '../../../../src/files/memory/memoryFiles';

export const UNREADABLE = error(
  'unreadable',
  sayFile('unreadable', { what: 'file', reason: 'noPermission' }),
);
export const UNWRITABLE = error('unwritable', sayFile('writeProtected'));

/** Files with which something is wrong, as there may be on any disk: some cannot be read, written or moved. */
export class StubbornFiles extends MemoryFiles {
  readonly unreadable = new Set<Address>();
  whyUnreadable: Problem = UNREADABLE;
  /** Neither changed, made nor deleted. */
  readonly unwritable = new Set<Address>();
  /** Neither moved from here nor to here. */
  readonly immovable = new Set<Address>();
  /** Folders that cannot be listed. */
  readonly unlistable = new Set<Address>();
  /** Listed with what is wrong with them, as a link is that leads nowhere. */
  readonly listedWith = new Map<string, Problem>();

  override async list(folder: Address): Promise<readonly Listed[]> {
    if (this.unlistable.has(folder)) throw new Error('You may not look into this folder.');
    const listed = await super.list(folder);
    return [...listed, ...[...this.listedWith].map(([path, problem]) => ({ path, problem }))];
  }

  override async read(file: Address): Promise<Reading> {
    return this.unreadable.has(file) ? { problem: this.whyUnreadable } : super.read(file);
  }

  override async update<T extends Plan>(files: readonly Address[], planner: Planner<T>) {
    const stuck = files.filter(file => this.unwritable.has(file) || this.unreadable.has(file));
    const { written, refused } = await super.update(
      files.filter(file => !stuck.includes(file)),
      planner,
    );
    const problemOf = (file: Address) => (this.unreadable.has(file) ? this.whyUnreadable : UNWRITABLE);
    return { written, refused: [...refused, ...stuck.map(file => ({ file, problem: problemOf(file) }))] };
  }

  override async create(file: Address, text: string): Promise<Problem | undefined> {
    return this.unwritable.has(file) ? UNWRITABLE : super.create(file, text);
  }

  override async rename(renamings: readonly Renaming[]): Promise<readonly Refused[]> {
    const isStuck = ({ from, to }: Renaming) => this.immovable.has(from) || this.immovable.has(to);
    const refused = await super.rename(renamings.filter(one => !isStuck(one)));
    return [
      ...refused,
      ...renamings.filter(isStuck).map(({ from }) => ({ file: from, problem: UNWRITABLE })),
    ];
  }

  override async delete(file: Address, text: string): Promise<Problem | undefined> {
    return this.unwritable.has(file) ? UNWRITABLE : super.delete(file, text);
  }
}
