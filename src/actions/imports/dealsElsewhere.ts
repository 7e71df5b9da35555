import { dealOf } from '../../core/deal/entry';
import { readDeal } from '../../core/deal/readDeal';
import { sourceIdsIn } from '../../core/deal/sourceId';
import { asNoDeal, asUnread } from '../../core/intake/lost/asUnread';
import { say } from '../../core/intake/say';
import type { UnreadFile } from '../../core/intake/lost/unreadFiles';
import { isDealFile } from '../../core/pipeline/paths';
import { addressIn } from '../address';
import type { Home } from '../ports/homes';
import type { Workspace } from '../workspace';
import { IMPORT_FOLDER } from './writeKept';

const MARKDOWN = /\.(?:md|markdown)$/i;

/** Links to folders may lead in a circle. */
const MOST_FOLDERS = 2000;
const DEEPEST = 6;

/**
 * The deals in a pipeline's folder that aren't of the pipeline: in a pipeline of its own below, or out of sight as in `_old/` or
 * `_acme.md`; and what can't be read there. There a deal may be that was moved by hand.
 *
 * @param known paths of the pipeline's own files
 */
export async function dealsElsewhere(
  { files }: Pick<Workspace, 'files'>,
  { folder, process }: Home,
  known: ReadonlySet<string>,
): Promise<readonly UnreadFile[]> {
  const found: UnreadFile[] = [];
  const folders = [''];
  for (const around of folders) {
    for (const name of await files.namesIn(around ? addressIn(folder, around) : folder)) {
      const path = around ? `${around}/${name}` : name;
      if (known.has(path) || name.startsWith('.') || name === 'node_modules' || path === IMPORT_FOLDER)
        continue;
      if (!MARKDOWN.test(name)) {
        if (folders.length < MOST_FOLDERS && path.split('/').length < DEEPEST) folders.push(path);
        continue;
      }
      const read = await files.read(addressIn(folder, path));
      if ('problem' in read) {
        found.push(asUnread(path, read.problem, process, read.beginning));
        continue;
      }
      // By another name it is no deal here, whatever is in it.
      const entry = readDeal(named(path), read.text, process);
      const deal = dealOf(entry);
      const sourceIds = sourceIdsIn(read.text);
      const why = say('rowElsewhere', { path });
      const none = asNoDeal(entry, read.text);
      found.push(none ? { ...none, path } : { path, why, is: 'elsewhere', isText: true, sourceIds, deal });
    }
  }
  return found;
}

/** As it would be called in sight. */
function named(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return isDealFile(name) ? name : `deal-${name}`;
}
