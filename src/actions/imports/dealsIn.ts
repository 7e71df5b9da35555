import { dealOf } from '../../core/deal/entry';
import { readDeal } from '../../core/deal/readDeal';
import { dealThere, type DealThere } from '../../core/intake/there';
import { addressIn } from '../address';
import type { Home } from '../ports/homes';
import type { Workspace } from '../workspace';

/** The deals of a pipeline with their texts; none where its folder is yet to be made. */
export async function dealsIn(
  { files }: Pick<Workspace, 'files'>,
  { folder, process }: Home,
): Promise<readonly DealThere[]> {
  if (!(await files.exists(folder))) return [];
  const deals: DealThere[] = [];
  for (const { path } of await files.list(folder)) {
    const read = await files.read(addressIn(folder, path));
    const deal = 'text' in read ? dealOf(readDeal(path, read.text, process)) : undefined;
    if (deal && 'text' in read) deals.push(dealThere(deal, read.text));
  }
  return deals;
}
