import type { Deal } from '../../deal/deal';
import { fileNameOf, isSameName } from '../../deal/fileName';
import type { Says } from '../../says';
import type { WrittenDeal, WrittenDeals } from '../again/written';
import type { IncomingDeal } from '../incoming';
import { identityOf, isOfAccountAndDay } from '../sameDeal';

/** A file, or a folder, in which a deal may be that imports can't change there. */
export interface UnreadFile {
  readonly path: string;
  /** Why it can't be read as a deal, if it's that. */
  readonly why: Says;
  /** Where that is, if it's known. */
  readonly line?: number;
  /** A note is no deal, unless it was one; what is elsewhere is one, and not of this pipeline. */
  readonly is: 'unread' | 'folder' | 'note' | 'elsewhere';
  /** It can be read as text, so what it doesn't name isn't in it. */
  readonly isText: boolean;
  /** What other programs call the deals that it names. */
  readonly sourceIds: readonly string[];
  /** The deal that it would be, as far as that can be made out. */
  readonly deal?: Deal | undefined;
}

/** The files of a pipeline that aren't read as deals of it, to find those that rows of a table have become. */
export class UnreadFiles {
  private readonly bySourceId = new Map<string, UnreadFile>();
  private readonly byIdentity = new Map<string, UnreadFile>();
  private readonly byPath = new Map<string, UnreadFile>();
  /** Of which nothing tells what deals they are. */
  private readonly unknown: UnreadFile[];
  private readonly elsewhere: UnreadFile[];

  constructor(all: readonly UnreadFile[], written: WrittenDeals) {
    for (const one of all) {
      this.byPath.set(one.path, one);
      for (const id of one.sourceIds) this.bySourceId.set(id, one);
      if (one.deal) this.byIdentity.set(identityOf(one.deal.title, one.deal.account, one.deal.created), one);
    }
    this.elsewhere = all.filter(({ is }) => is === 'elsewhere');
    const known = new Set([...written.values()].map(({ path }) => path));
    this.unknown = all.filter(
      ({ is, path, sourceIds }) =>
        (is === 'unread' || is === 'folder') && !sourceIds.length && !known.has(path),
    );
  }

  /** The files that name an id. */
  named(sourceId: string | undefined): readonly UnreadFile[] {
    const file = sourceId === undefined ? undefined : this.bySourceId.get(sourceId);
    return file && file.is !== 'elsewhere' ? [file] : [];
  }

  /** The file that a deal is in for certain: by its id, by what it says, or since an import has written it there. */
  of(incoming: IncomingDeal, written: WrittenDeal | undefined): UnreadFile | undefined {
    const { sourceId, title, fields } = incoming;
    const byId = sourceId === undefined ? undefined : this.bySourceId.get(sourceId);
    if (byId) return byId;
    const alike =
      sourceId === undefined
        ? this.byIdentity.get(identityOf(title, fields['account'], fields['created']))
        : undefined;
    if (alike || written?.path === undefined) return alike;
    const atPath = this.atPath(written.path);
    // One that names another deal has come to that path since.
    return atPath?.sourceIds.length ? undefined : atPath;
  }

  /** The files that a deal may be in: one that an import has made, in any; a new one, in that of its name. */
  mayBe({ title, sourceId }: IncomingDeal, written: WrittenDeal | undefined): readonly UnreadFile[] {
    const own = fileNameOf(title, []);
    return this.unknown.filter(({ path, isText }) => {
      const isNamed = isSameName(path.slice(path.lastIndexOf('/') + 1), own);
      return isNamed || (written !== undefined && !(isText && sourceId !== undefined));
    });
  }

  /** Deals that aren't of the pipeline, and that a row may be whose title was changed here. */
  mayBeRenamed(incoming: IncomingDeal): readonly { readonly deal: Pick<Deal, 'path'> }[] {
    return this.elsewhere.flatMap(({ path, deal, sourceIds }) =>
      deal && !sourceIds.length && isOfAccountAndDay(deal, incoming) ? [{ deal: { path } }] : [],
    );
  }

  private atPath(path: string): UnreadFile | undefined {
    const file = this.byPath.get(path);
    if (file) return file;
    const at = path.lastIndexOf('/');
    const around = at < 0 ? undefined : this.atPath(path.slice(0, at));
    return around?.is === 'folder' ? around : undefined;
  }
}
