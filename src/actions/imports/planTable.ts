import { besideKind } from '../../core/intake/beside/besideHeads';
import type { BesideSaid } from '../../core/intake/beside/besideMapping';
import type { MappingSaid } from '../../core/intake/mapping';
import type { Home } from '../ports/homes';
import type { ForeignTable } from '../ports/tables';
import type { Workspace } from '../workspace';
import { knownBeside } from './keptBeside';
import { planBeside, type BesidePlan } from './planBeside';
import type { TableRefusal } from './mappingOfTable';
import { planImport, type ImportPlan } from './planImport';
import type { ImportWishes } from './sortedDeals';
import { headsOf, whyNoTable } from './surveyTable';

/**
 * Works out what an import of a table would do: of deals; or of what was exported beside them, which goes into deals that are there.
 *
 * @param named what a person says of the mapping; where that names columns, the table is one of deals, unless it says otherwise
 */
export async function planTable(
  workspace: Workspace,
  home: Home,
  table: ForeignTable,
  named?: MappingSaid | BesideSaid,
  wishes?: ImportWishes,
): Promise<ImportPlan | BesidePlan | TableRefusal> {
  try {
    if (named && 'what' in named) return await planBeside(workspace, home, table, named);
    const heads = named?.columns ? undefined : await headsOf(table);
    const what = heads && (besideKind(heads) ?? (await knownBeside(workspace, home, table.name, heads)));
    return what
      ? await planBeside(workspace, home, table, { what, dates: named?.dates, kind: named?.kind })
      : await planImport(workspace, home, table, named, wishes);
  } catch (cause) {
    return whyNoTable(cause);
  }
}
