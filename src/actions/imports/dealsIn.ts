import { dealOf } from '../../core/deal/entry';
import { readDeal } from '../../core/deal/readDeal';
import { asFolder, asNoDeal, asUnread } from '../../core/intake/lost/asUnread';
import type { UnreadFile } from '../../core/intake/lost/unreadFiles';
import { dealThere, type DealThere } from '../../core/intake/there';
import { addressIn } from '../address';
import type { Home } from '../ports/homes';
import type { Workspace } from '../workspace';

/** What an import has to know of the files of a pipeline. */
export interface FilesThere {
  readonly deals: readonly DealThere[];
  /** All that isn't read as a deal, notes among it: what it says of one is unknown. */
  readonly unread: readonly UnreadFile[];
}

/** The files of a pipeline with their texts; none where its folder is yet to be made. */
export async function filesIn(
  { files }: Pick<Workspace, 'files'>,
  { folder, process }: Home,
): Promise<FilesThere> {
  const deals: DealThere[] = [];
  const unread: UnreadFile[] = [];
  if (!(await files.exists(folder))) return { deals, unread };
  for (const listed of await files.list(folder)) {
    const { path } = listed;
    if ('problem' in listed) {
      unread.push(asFolder(path, listed.problem));
      continue;
    }
    const read = await files.read(addressIn(folder, path));
    if ('problem' in read) {
      unread.push(asUnread(path, read.problem, process, read.beginning));
      continue;
    }
    const entry = readDeal(path, read.text, process);
    const deal = dealOf(entry);
    if (deal) deals.push(dealThere(deal, read.text));
    const none = asNoDeal(entry, read.text);
    if (none) unread.push(none);
  }
  return { deals, unread };
}
