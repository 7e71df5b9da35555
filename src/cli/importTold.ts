import type { Imported } from '../actions/imports/importDeals';
import type { ImportPlan } from '../actions/imports/planImport';
import type { Home } from '../actions/ports/homes';

/** An import, and everything there is to say about it. */
export interface ImportTold {
  readonly file: string;
  /** The pipeline's folder as the person names it. */
  readonly root: string;
  readonly home: Home;
  readonly dryRun: boolean;
  readonly plan: ImportPlan;
  readonly done: Imported;
}
