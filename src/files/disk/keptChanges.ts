import { recordsOf } from '../../actions/record';
import type { Address } from '../../actions/address';
import type { Clock } from '../../actions/ports/clock';
import type { Result, Unit } from '../../actions/result';
import { Turns } from '../turns';
import { isSystemError } from './disk';
import { UndoRecords, type Kept } from './undoRecords';

/** The changes of an editor, kept so that a later session can take them back. What cannot be kept is not, silently. */
export class KeptChanges {
  private readonly turns = new Turns();

  /** @param folder of this user alone; nothing is kept without one */
  constructor(
    private readonly folder: string | undefined,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps what was done, pipeline by pipeline; answers with what stands for it.
   *
   * @param title what it was, where its files alone don't say
   */
  add(result: Pick<Result, 'folders' | 'units'>, title?: string): Promise<readonly Kept[]> {
    return this.inTurn([], async records => {
      const kept: Kept[] = [];
      const what = { command: 'editor', title, at: this.clock.now() };
      for (const record of recordsOf(what, result)) kept.push(await records.add(record));
      return kept;
    });
  }

  /** The last change of pipelines that is kept. */
  last(isMeant: (folder: Address) => boolean): Promise<Kept | undefined> {
    return this.inTurn(undefined, async records => {
      // Damaged records are skipped: users see what a change is before they undo it, so they can't mistake it for another.
      for (;;) {
        const found = await records.last(isMeant);
        if (!found || !('damaged' in found)) return found;
        await records.setAside(found);
      }
    });
  }

  /** Forgets what was taken back, or keeps what of it could not be written just now. */
  settle(kept: readonly Kept[], left: readonly Unit[]): Promise<void> {
    return this.inTurn(undefined, async records => {
      for (const one of kept) {
        const units = one.units?.filter(unit => left.some(other => isSameUnit(unit, other)));
        await (units?.length ? records.replace({ ...one, units }) : records.remove(one));
      }
    });
  }

  /** @param otherwise the answer where nothing can be kept */
  private inTurn<T>(otherwise: T, action: (records: UndoRecords) => Promise<T>): Promise<T> {
    return this.turns.run(async () => {
      const { folder } = this;
      if (folder === undefined) return otherwise;
      try {
        const records = await UndoRecords.in(folder);
        return 'why' in records ? otherwise : await action(records);
      } catch (cause) {
        if (!isSystemError(cause)) throw cause;
        return otherwise;
      }
    });
  }
}

function isSameUnit(unit: Unit, other: Unit): boolean {
  return unit.length === other.length && unit.every(({ file }, at) => file === other[at]!.file);
}
