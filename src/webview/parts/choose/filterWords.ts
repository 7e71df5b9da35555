import { plainText } from '../../../core/escape';
import type { DealFilter } from '../../../core/filter/table';
import type { FunnelSheet } from '../../../shared/funnelSheet';
import { labelOf } from '../../sheetContext';
import { words } from '../../words';

/** Which deals a filter leaves, for a heading or a page on paper. */
export function filterOnPage(filter: DealFilter, sheet: Pick<FunnelSheet, 'stages'>): string {
  return words.choose.filter(filter, {
    stage: id => labelOf(sheet, id),
    name: name => plainText(name, 60),
  });
}
