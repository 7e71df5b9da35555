import { idOf } from '../gather';
import type { IncomingDeal } from '../incoming';
import type { WrittenDeal, WrittenDeals } from './written';

/** What imports have written, to find what a row without an id is that doesn't say any more when its deal was created. */
export class WrittenNames {
  private readonly paths: ReadonlySet<string | undefined>;
  /** By title and account; nothing where several have both. */
  private readonly byName = new Map<string, WrittenDeal | undefined>();

  constructor(private readonly written: WrittenDeals) {
    this.paths = new Set([...written.values()].map(({ path }) => path));
    for (const [key, deal] of written) {
      if (!key.startsWith('title\n')) continue;
      const name = withoutDay(key);
      this.byName.set(name, this.byName.has(name) ? undefined : deal);
    }
  }

  hasPath(path: string): boolean {
    return this.paths.has(path);
  }

  of(incoming: IncomingDeal): WrittenDeal | undefined {
    const key = idOf(incoming);
    const found = this.written.get(key);
    const { sourceId, path, fields } = incoming;
    if (found || sourceId !== undefined || path !== undefined || fields['created'] !== undefined)
      return found;
    return this.byName.get(withoutDay(key));
  }
}

/** A key without the last of its parts. */
function withoutDay(key: string): string {
  return key.slice(0, key.lastIndexOf('\n'));
}
