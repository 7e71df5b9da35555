import { freeName } from '../core/deal/fileName';
import { titleOf } from '../core/deal/entry';
import { readDeal } from '../core/deal/readDeal';
import { nameMeant } from '../core/pipeline/paths';
import { addressIn, folderOf, nameOf, pathBelow, type Address } from './address';
import { dealHome } from './changeDeals';
import { asUnit } from './effects';
import { keepLinksOf } from './keepLinks';
import { NOTHING, refusedResult, type Result } from './result';
import type { Workspace } from './workspace';

/**
 * Gives a file that is not read as a deal for its ending the name that it was meant to have, or the next that is free.
 * Nothing is written in it but where its links lead; those of other files follow.
 */
export async function nameAsDeal(workspace: Workspace, file: Address): Promise<Result> {
  const { files } = workspace;
  const home = await dealHome(workspace, file);
  if ('problem' in home) return refusedResult({ file, problem: home.problem });
  const meant = nameMeant(nameOf(file));
  if (!meant) return NOTHING;
  const read = await files.read(file);
  if ('problem' in read) return refusedResult({ file, problem: read.problem });
  const inFolder = folderOf(file)!;
  const to = addressIn(inFolder, freeName(meant.to, [...(await files.namesIn(inFolder))]));
  const [notRenamed] = await files.rename([{ from: file, to }]);
  if (notRenamed) return refusedResult(notRenamed);
  const { followed, warnings } = await keepLinksOf(workspace, home, [{ from: file, to }]);
  const now = await files.read(to);
  const after = 'text' in now ? now.text : read.text;
  const entry = readDeal(pathBelow(home.folder, to)!, after, home.process);
  return {
    done: [
      {
        file: to,
        plan: { ok: true, title: titleOf(entry), warnings: warnings.get(to) ?? [] },
        process: home.process,
      },
    ],
    refused: [],
    units: [
      asUnit([{ kind: 'renamed', file: to, from: file, after }, ...followed.map(({ effect }) => effect)]),
    ],
    folders: [home.folder],
  };
}
