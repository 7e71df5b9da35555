import { changeDeal, type Changed } from '../core/deal/changeDeal';
import { fileNameOf } from '../core/deal/fileName';
import { asksFor, draftDeal, TEMPLATE_FILE, type NewDeal } from '../core/deal/newDeal';
import { addressIn, type Address } from './address';
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
  const templateFile = addressIn(folder, TEMPLATE_FILE);
  const template = await readTemplate(files, templateFile);
  if (template && 'problem' in template)
    return refusedResult({ file: templateFile, problem: template.problem });
  const path = fileNameOf(wanted.title, await files.namesIn(folder));
  const file = addressIn(folder, path);
  const asksForOwner = template !== undefined && asksFor(template.text, 'owner');
  const owner = wanted.owner ?? (await ownerOfNew(workspace, folder, asksForOwner));
  const deal = { ...wanted, owner };
  const draft = draftDeal(deal, process, template?.text);
  if (!draft.ok) return refusedResult({ file: templateFile, problem: draft.problem });
  const plan = changeDeal(path, draft.text, process, draft.change);
  if (!plan.ok) return refusedResult({ file: template ? templateFile : file, problem: plan.problem });
  const after = plan.edited.text;
  const problem = await files.create(file, after);
  if (problem) return refusedResult({ file, problem });
  const told: Changed = { ...plan, title: deal.title, warnings: [...draft.warnings, ...plan.warnings] };
  return {
    done: [{ file, plan: told, process }],
    refused: [],
    units: [[{ kind: 'created', file, after }]],
    folders: [folder],
  };
}

async function readTemplate(files: Workspace['files'], file: Address) {
  return (await files.exists(file)) ? files.read(file) : undefined;
}
