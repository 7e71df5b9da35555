import { changeDeal, type Changed } from '../core/deal/changeDeal';
import { fileNameOf } from '../core/deal/fileName';
import { draftDeal, TEMPLATE_FILE, type NewDeal } from '../core/deal/newDeal';
import { addressIn, type Address } from './address';
import type { Home } from './ports/homes';
import { refusedResult, type Result } from './result';
import type { Workspace } from './workspace';

/** Writes a new deal into a pipeline's folder, from the team's template if there is one. */
export async function createDeal(
  { files }: Workspace,
  { folder, process }: Home,
  deal: NewDeal,
): Promise<Result> {
  const templateFile = addressIn(folder, TEMPLATE_FILE);
  const template = await readTemplate(files, templateFile);
  if (template && 'problem' in template)
    return refusedResult({ file: templateFile, problem: template.problem });
  const path = fileNameOf(deal.title, await files.namesIn(folder));
  const file = addressIn(folder, path);
  const draft = draftDeal(deal, process, template?.text);
  if (!draft.ok) return refusedResult({ file: templateFile, problem: draft.problem });
  const plan = changeDeal(path, draft.text, process, draft.change);
  if (!plan.ok) return refusedResult({ file: template ? templateFile : file, problem: plan.problem });
  const after = plan.edited.text;
  const problem = await files.create(file, after);
  if (problem) return refusedResult({ file, problem });
  const told: Changed = { ...plan, title: deal.title, warnings: draft.warnings };
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
