import { openDeal, type Changed } from '../core/deal/changeDeal';
import { isOpen } from '../core/deal/deal';
import { freeName } from '../core/deal/fileName';
import { ARCHIVE, isArchived } from '../core/pipeline/archive';
import { refuse } from '../core/refusal';
import type { Says } from '../core/says';
import { addressIn, nameOf, pathBelow, type Address } from './address';
import { dealHome } from './changeDeals';
import { asUnit } from './effects';
import { keepLinksOf, type KeptLinks } from './keepLinks';
import type { Files, Refused, Renaming } from './ports/files';
import type { Home } from './ports/homes';
import type { Done, Effect, Result, Unit } from './result';
import type { Workspace } from './workspace';
import { say } from './say';

/** What is to be put away, with what it is told by. */
interface Archiving extends Renaming {
  readonly home: Home;
  readonly title: string;
  /** What it said before. */
  readonly text: string;
  /** There was no archive yet. */
  readonly madeFolder?: true;
}

/** Moves the files of closed deals into the archive of their pipeline; nothing is written in them but where their links lead. */
export async function archiveDeals(workspace: Workspace, named: readonly Address[]): Promise<Result> {
  const { files } = workspace;
  const refused: Refused[] = [];
  const archivings: Archiving[] = [];
  const taken = new Map<Address, string[]>();
  const made = new Set<Address>();
  for (const file of new Set(named)) {
    const closed = await closedDeal(workspace, file);
    if ('problem' in closed) {
      refused.push({ file, problem: closed.problem });
      continue;
    }
    const { home } = closed;
    const archive = addressIn(home.folder, ARCHIVE);
    if (!taken.has(archive) && !(await files.exists(archive))) made.add(archive);
    const names = taken.get(archive) ?? [...(await files.namesIn(archive))];
    const name = freeName(nameOf(file), names);
    taken.set(archive, [...names, name]);
    const isNew = made.has(archive) && { madeFolder: true as const };
    archivings.push({ from: file, to: addressIn(archive, name), ...closed, ...isNew });
  }
  const notMoved = await files.rename(archivings);
  const moved = archivings.filter(({ from }) => !notMoved.some(({ file }) => file === from));
  const units: Unit[] = [];
  const done: Done[] = [];
  const folders = [...new Set(moved.map(({ home }) => home.folder))];
  for (const folder of folders) {
    const some = moved.filter(({ home }) => home.folder === folder);
    const { home } = some[0]!;
    const links = await keepLinksOf(workspace, home, some);
    units.push(...(await unitsOf(files, some, links)));
    done.push(...some.map(one => asDone(one, links.warnings.get(one.to) ?? [])));
  }
  return { done, refused: [...refused, ...notMoved], units, folders };
}

/** A deal that may be put away, else why it may not. */
async function closedDeal(
  workspace: Workspace,
  file: Address,
): Promise<Omit<Archiving, keyof Renaming | 'madeFolder'> | Pick<Refused, 'problem'>> {
  const home = await dealHome(workspace, file);
  if ('problem' in home) return home;
  const read = await workspace.files.read(file);
  if ('problem' in read) return read;
  const opened = openDeal(pathBelow(home.folder, file)!, read.text, home.process);
  if (!opened.ok) return opened;
  const { deal } = opened;
  if (isOpen(deal)) return refuse(say('openNotArchived'));
  return isArchived(deal) ? refuse(say('alreadyArchived')) : { home, title: deal.title, text: read.text };
}

function asDone({ to, home, title }: Archiving, warnings: readonly Says[]): Done {
  const plan: Omit<Changed, 'edited'> = { ok: true, title, warnings };
  return { file: to, plan, process: home.process };
}

/** Deals that are linked with each other come back together. */
async function unitsOf(files: Files, moved: readonly Archiving[], { followed }: KeptLinks): Promise<Unit[]> {
  const groups = new Map<Address, Effect[]>();
  for (const { from, to, text, madeFolder } of moved) {
    const read = await files.read(to);
    const after = 'text' in read ? read.text : text;
    groups.set(to, [{ kind: 'renamed', file: to, from, after, ...(madeFolder && { madeFolder }) }]);
  }
  for (const { effect, about } of followed) {
    const together = [...new Set(about.map(file => groups.get(file)!))];
    const all = [...together.flat(), effect];
    for (const one of together.flat()) groups.set(one.file, all);
  }
  return [...new Set(groups.values())].map(asUnit);
}
