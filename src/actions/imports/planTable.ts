import { besideKind } from '../../core/intake/beside/besideHeads';
import type { MappingSaid } from '../../core/intake/mapping';
import type { Refusal } from '../../core/refusal';
import type { Home } from '../ports/homes';
import type { ForeignTable } from '../ports/tables';
import type { Workspace } from '../workspace';
import { planBeside, type BesidePlan } from './planBeside';
import { planImport, type ImportPlan } from './planImport';
import { headsOf, whyNoTable } from './surveyTable';

/**
 * Works out what an import of a table would do: of deals; or of what was exported beside them, which goes into deals that are there.
 *
 * @param named what a person says of the mapping; where that names columns, the table is one of deals
 */
export async function planTable(
  workspace: Workspace,
  home: Home,
  table: ForeignTable,
  named?: MappingSaid,
): Promise<ImportPlan | BesidePlan | Refusal> {
  try {
    const kind = named?.columns ? undefined : besideKind(await headsOf(table));
    return kind
      ? await planBeside(workspace, home, table, kind, named?.dates)
      : await planImport(workspace, home, table, named);
  } catch (cause) {
    return whyNoTable(cause);
  }
}
