import { fileNameOf, isSameName } from '../../deal/fileName';
import type { WrittenDeals } from '../again/written';
import { foldName } from '../heads';
import type { UnreadFile } from '../lost/unreadFiles';
import { foldId, partsOf } from '../idForms';

/** Files that can't be read as deals, to find those that rows of another table belong to. */
export class UnreadByRef {
  private readonly byId = new Map<string, UnreadFile>();
  private readonly byName = new Map<string, UnreadFile>();
  private readonly unread: readonly UnreadFile[];

  /**
   * @param system what ids of the table's system begin with in `source_id`; nothing where it isn't known
   * @param written what imports of the system have written
   */
  constructor(all: readonly UnreadFile[], system: string | undefined, written: WrittenDeals) {
    this.unread = all.filter(({ is }) => is !== 'note');
    const byPath = new Map(all.map(one => [one.path, one]));
    const add = (sourceId: string, file: UnreadFile) => {
      const parts = partsOf(sourceId);
      if (parts && (system === undefined || parts.kind === system)) this.byId.set(foldId(parts.id), file);
    };
    for (const [sourceId, { path }] of written) {
      const file = path === undefined ? undefined : byPath.get(path);
      if (file && !file.sourceIds.length) add(sourceId, file);
    }
    for (const file of all) for (const one of file.sourceIds) add(one, file);
    for (const file of this.unread) if (file.deal) this.byName.set(foldName(file.deal.title), file);
  }

  ofId(id: string): UnreadFile | undefined {
    return this.byId.get(foldId(id));
  }

  ofName(name: string): UnreadFile | undefined {
    const own = fileNameOf(name, []);
    const isNamed = ({ path }: UnreadFile) => isSameName(path.slice(path.lastIndexOf('/') + 1), own);
    return this.byName.get(foldName(name)) ?? this.unread.find(isNamed);
  }
}
