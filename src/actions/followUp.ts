import { openDeal } from '../core/deal/changeDeal';
import { followUp } from '../core/deal/followUp';
import type { NewDeal } from '../core/deal/newDeal';
import { markdownLink } from '../core/escape';
import { logActivity } from '../core/notes/logActivity';
import { relativePath } from '../core/relativePath';
import { pathBelow, type Address } from './address';
import { changeDeals, dealHome } from './changeDeals';
import { createDeal } from './createDeal';
import { asUnit } from './effects';
import { refusedResult, type Result } from './result';
import { undo } from './undo';
import { ownerOfNew } from './whoIAm';
import type { Workspace } from './workspace';

/**
 * Repeat business: writes a new deal for the account of another one, and a line into the log of that one which leads to it:
 * both or neither, and taken back together.
 */
export async function createFollowUp(workspace: Workspace, before: Address, deal: NewDeal): Promise<Result> {
  const { files } = workspace;
  const home = await dealHome(workspace, before);
  if ('problem' in home) return refusedResult({ file: before, problem: home.problem });
  const now = await files.read(before);
  if ('problem' in now) return refusedResult({ file: before, problem: now.problem });
  const { folder, process } = home;
  const path = pathBelow(folder, before)!;
  const opened = openDeal(path, now.text, process);
  if (!opened.ok) return refusedResult({ file: before, problem: opened.problem });
  const owner = deal.owner ?? (await ownerOfNew(workspace, folder));
  const next = followUp({ ...deal, owner }, opened, now.text, path, process.fields);
  const created = await createDeal(workspace, home, next);
  const [made] = created.done;
  if (!made) return created;
  const link = markdownLink(deal.title, relativePath(before, made.file));
  const logged = await changeDeals(workspace, [before], (_, text) => ({
    body: logActivity(text, deal.today, `new deal: ${link}`),
  }));
  if (!logged.done.length) {
    await undo(files, created.units);
    return logged;
  }
  return {
    ...created,
    refused: logged.refused,
    units: [asUnit([...created.units, ...logged.units].flat())],
  };
}
