import { changeDeal, type Changed } from '../core/deal/changeDeal';
import { fileNameOf, isSameName } from '../core/deal/fileName';
import { retitleDeal } from '../core/deal/retitleDeal';
import { addressIn, folderOf, nameOf, pathBelow, type Address } from './address';
import { changeDeals, dealHome } from './changeDeals';
import { asUnit } from './effects';
import { keepLinksOf } from './keepLinks';
import type { Files } from './ports/files';
import { refusedResult, type Effect, type Result } from './result';
import { undo } from './undo';
import type { Workspace } from './workspace';

/**
 * The name that the file of a deal would have by a title, beside the others in its folder; `undefined` where it has that
 * name already.
 */
export async function nameByTitle(files: Files, file: Address, title: string): Promise<string | undefined> {
  const now = nameOf(file);
  const names = await files.namesIn(folderOf(file)!);
  const name = fileNameOf(
    title,
    names.filter(one => !isSameName(one, now)),
  );
  return isSameName(name, now) ? undefined : name;
}

/**
 * Gives a deal another title and, where there is one, its file another name: both or none, and taken back together. Links
 * follow.
 *
 * @param title on one line
 * @param name of the file, in its folder
 */
export async function renameDeal(
  workspace: Workspace,
  file: Address,
  title: string,
  name: string | undefined,
): Promise<Result> {
  const { files } = workspace;
  const retitle = (one: Address) =>
    changeDeals(workspace, [one], (opened, text) => retitleDeal(opened, text, title));
  if (name === undefined)
    return changeDeals(workspace, [file], (opened, text) =>
      opened.deal.title === title ? {} : retitleDeal(opened, text, title),
    );
  const home = await dealHome(workspace, file);
  if ('problem' in home) return refusedResult({ file, problem: home.problem });
  const read = await files.read(file);
  if ('problem' in read) return refusedResult({ file, problem: read.problem });
  // What cannot be written is found out before anything has another name.
  const path = pathBelow(home.folder, file)!;
  const planned = changeDeal(path, read.text, home.process, opened => retitleDeal(opened, read.text, title));
  if (!planned.ok) return refusedResult({ file, problem: planned.problem });
  const to = addressIn(folderOf(file)!, name);
  const [notRenamed] = await files.rename([{ from: file, to }]);
  if (notRenamed) return refusedResult(notRenamed);
  const { followed, warnings } = await keepLinksOf(workspace, home, [{ from: file, to }]);
  const result = await retitle(to);
  const now = await files.read(to);
  const renamed: Effect = {
    ...{ kind: 'renamed', file: to, from: file },
    after: 'text' in now ? now.text : planned.edited.text,
  };
  const unit = asUnit([renamed, ...followed.map(({ effect }) => effect), ...result.units.flat()]);
  if (!result.done.length) {
    await undo(files, [unit]);
    return { ...result, refused: result.refused.map(({ problem }) => ({ file, problem })) };
  }
  const plan = (one: Omit<Changed, 'edited'>) => ({
    ...one,
    // Of a deal that is called by its file, the new file says the new name.
    title: planned.title,
    warnings: [...one.warnings, ...(warnings.get(to) ?? [])],
  });
  return {
    ...result,
    done: result.done.map(done => ({ ...done, plan: plan(done.plan) })),
    units: [unit],
    folders: [home.folder],
  };
}
