import { changeDeal, type Changed, type DealChange, type Opened } from '../core/deal/changeDeal';
import { sayFile } from '../core/fileSays';
import { isDealFile } from '../core/pipeline/paths';
import { error, type Problem } from '../core/problem';
import type { Process } from '../core/process/process';
import type { Refusal } from '../core/refusal';
import type { Says } from '../core/says';
import { nameOf, pathBelow, type Address } from './address';
import { changedEffects } from './effects';
import type { Refused } from './ports/files';
import type { Home } from './ports/homes';
import type { Done, Result } from './result';
import type { Workspace } from './workspace';
import { say } from './say';

/** What becomes of one deal, by its text as it is now. May be asked again, and has no effect. */
export type DealPlanner<T extends Changed> = (deal: {
  readonly file: Address;
  /** Below the folder of its pipeline. */
  readonly path: string;
  readonly text: string;
  readonly process: Process;
}) => T | Refusal;

/** Changes deals by a plan for each: what every action does that writes in deals. Each file is named once at most. */
export async function editDeals<T extends Changed>(
  { files, homes }: Workspace,
  named: readonly Address[],
  planner: DealPlanner<T>,
): Promise<Result<T>> {
  const known = new Map<Address, Home>();
  const refused: Refused[] = [];
  for (const file of new Set(named)) {
    const home = await dealHome({ files, homes }, file);
    if ('problem' in home) refused.push({ file, problem: home.problem });
    else known.set(file, home);
  }
  const updated = await files.update<T>([...known.keys()], (text, file) => {
    const { folder, process } = known.get(file)!;
    return planner({ file, path: pathBelow(folder, file)!, text, process });
  });
  const order = inOrderOf(named);
  return {
    done: updated.written
      .map(({ file, plan }): Done<T> => ({ file, plan, process: known.get(file)!.process }))
      .toSorted(order),
    refused: [...refused, ...updated.refused].toSorted(order),
    units: changedEffects(updated.written.toSorted(order)).map(effect => [effect]),
    folders: [...new Set(updated.written.map(({ file }) => known.get(file)!.folder))],
  };
}

/** Changes fields and notes of deals. */
export function changeDeals(
  workspace: Workspace,
  named: readonly Address[],
  changeOf: (opened: Opened, text: string, process: Process) => DealChange,
): Promise<Result> {
  return editDeals(workspace, named, ({ path, text, process }) =>
    changeDeal(path, text, process, opened => changeOf(opened, text, process)),
  );
}

/** The pipeline of a file that may be a deal, or why it is left as it is: templates and the like are named by `*.md`, too. */
export async function dealHome(
  { files, homes }: Pick<Workspace, 'files' | 'homes'>,
  file: Address,
): Promise<Home | { readonly problem: Problem }> {
  if (!isDealFile(nameOf(file))) {
    return { problem: error('not-possible', await whyNoDealFile(files, file)) };
  }
  const home = await homes.homeOf(file);
  return home ?? { problem: error('not-possible', say('noPipeline')) };
}

/** Why a named file is no deal: it's a folder, doesn't exist, isn't Markdown, or its name is excluded. */
async function whyNoDealFile(files: Workspace['files'], file: Address): Promise<Says> {
  if (!(await files.exists(file))) return sayFile('unreadable', { what: 'file', reason: 'missing' });
  if ((await files.namesIn(file)).length) return sayFile('notAFile');
  return say(/\.md$/i.test(nameOf(file)) ? 'noDealFile' : 'notMarkdown');
}

function inOrderOf(named: readonly Address[]) {
  const places = new Map([...new Set(named)].map((file, at) => [file, at]));
  return (a: { file: Address }, b: { file: Address }) => places.get(a.file)! - places.get(b.file)!;
}
