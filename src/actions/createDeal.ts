import type { NewDeal } from '../core/deal/newDeal';
import { pathBelow } from './address';
import { DealMaker } from './dealMaker';
import { forgetAdded } from './imports/forgetAdded';
import { MadeFolders } from './madeFolders';
import type { Home } from './ports/homes';
import { refusedResult, type Result } from './result';
import { ownerOfNew } from './whoIAm';
import type { Workspace } from './workspace';

/**
 * Writes a new deal into a pipeline's folder, from the team's template if there is one. Where nobody is named as its owner,
 * that is who makes it, if the team has owners at all.
 */
export async function createDeal(workspace: Workspace, home: Home, wanted: NewDeal): Promise<Result> {
  const { files } = workspace;
  const { folder, process } = home;
  const maker = await DealMaker.in(files, home);
  if ('problem' in maker) return refusedResult(maker);
  const owner = wanted.owner ?? (await ownerOfNew(workspace, folder, maker.asksFor('owner')));
  const made = maker.make({ ...wanted, owner });
  if ('problem' in made) return refusedResult(made);
  const { file, text: after, plan } = made;
  const around = await new MadeFolders(files).around(file);
  const problem = await files.create(file, after);
  if (problem) return refusedResult({ file, problem });
  // Nothing of a deal that was in a file of this name before is in this one.
  const forgotten = await forgetAdded(files, home, new Set([pathBelow(folder, file)!]));
  return {
    done: [{ file, plan, process }],
    refused: [],
    units: [[{ kind: 'created', file, after, ...around }], ...forgotten.units],
    folders: [folder],
  };
}
