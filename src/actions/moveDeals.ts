import type { CalendarDate } from '../core/calendar';
import { moveDeal, type Answer, type Moved, type Transition, type Wish } from '../core/deal/transition';
import type { Process } from '../core/process/process';
import { pathBelow, type Address } from './address';
import { dealHome, editDeals } from './changeDeals';
import { refuseDay } from './dayHappened';
import type { Result } from './result';
import type { Workspace } from './workspace';

/** A move as somebody asks for it. */
export interface Move {
  readonly wish: Wish;
  /** Where somebody named a day; else it is today. */
  readonly on?: CalendarDate | undefined;
  readonly answer?: Answer | undefined;
}

/** Moves deals, each by the rules of its pipeline. Those that something stands in the way of stay unless the answer says so. */
export async function moveDeals(
  workspace: Workspace,
  named: readonly Address[],
  move: Move | ((process: Process) => Move),
): Promise<Result<Moved>> {
  const { clock } = workspace;
  const moveBy = (process: Process) => (typeof move === 'function' ? move(process) : move);
  // A wish that makes no sense for one of them, which is thrown, stops it before the first.
  for (const file of named) {
    const home = await dealHome(workspace, file);
    if (!('problem' in home)) moveBy(home.process);
  }
  return editDeals<Moved>(workspace, named, ({ path, text, process }) => {
    const { wish, on, answer } = moveBy(process);
    const today = clock.today();
    return refuseDay(on, today) ?? moveDeal(path, text, wish, process, { today, chosen: on }, answer);
  });
}

/** What would become of a move, for a question that goes before it. Writes nothing. */
export async function tryMove(
  { clock, files, homes }: Workspace,
  file: Address,
  { wish, on, answer }: Move,
): Promise<Transition> {
  const home = await dealHome({ files, homes }, file);
  if ('problem' in home) return { ok: false, problem: home.problem };
  const now = await files.read(file);
  if ('problem' in now) return { ok: false, problem: now.problem };
  const today = clock.today();
  const path = pathBelow(home.folder, file)!;
  const day = { today, chosen: on };
  return refuseDay(on, today) ?? moveDeal(path, now.text, wish, home.process, day, answer);
}
