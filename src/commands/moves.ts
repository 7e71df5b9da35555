import { l10n, window, type Uri } from 'vscode';
import { moveDeals } from '../actions/moveDeals';
import type { Done } from '../actions/result';
import { isOpen, type Deal } from '../core/deal/deal';
import { dealOf } from '../core/deal/entry';
import type { Moved, Wish } from '../core/deal/transition';
import { plainText } from '../core/escape';
import { groupOf, type GroupId } from '../core/pipeline/pipeline';
import { stageOf } from '../core/process/process';
import { isStageId, STAGE_IDS, stageIndex } from '../core/process/stages';
import type { Pipelines } from '../files/pipelines';
import { COMMANDS, type CommandId } from '../ids';
import { askStage } from './ask';
import { askName } from './askName';
import type { Changes } from './changes';
import { askAboutObstacles } from './obstacles';
import { asMove } from './report';
import { targetsOf, titleFor } from './targets';

/** A command that moves deals. It copes with being called on one, on many, and on nothing. */
export interface MoveCommand {
  readonly id: CommandId;
  /** What to ask for where it was called on nothing. */
  readonly question: string;
  readonly suits: (deal: Deal) => boolean;
  /** Asks what is still to be known; `undefined` if the person thinks better of it. */
  readonly wish: (pipelines: Pipelines, deals: readonly Uri[]) => Promise<Wish | undefined> | Wish;
}

export const MOVE_COMMANDS: readonly MoveCommand[] = [
  {
    id: COMMANDS.advanceStage,
    question: l10n.t('Advance which deal?'),
    suits: isOpen,
    wish: advance,
  },
  {
    id: COMMANDS.moveBack,
    question: l10n.t('Move which deal back?'),
    suits: deal => isOpen(deal) && stageIndex(deal.stage) > 0,
    wish: () => ({ kind: 'back' }),
  },
  {
    id: COMMANDS.setStage,
    question: l10n.t('Set the stage of which deal?'),
    suits: isOpen,
    wish: setStage,
  },
  {
    id: COMMANDS.markWon,
    question: l10n.t('Mark which deal won?'),
    suits: isOpen,
    wish: () => ({ kind: 'win' }),
  },
  {
    id: COMMANDS.stopPursuing,
    question: l10n.t('Mark which deal lost?'),
    suits: isOpen,
    wish: stop,
  },
  {
    id: COMMANDS.reopen,
    question: l10n.t('Reopen which deal?'),
    suits: deal => !isOpen(deal),
    wish: reopen,
  },
];

export async function runMove(
  command: MoveCommand,
  pipelines: Pipelines,
  changes: Changes,
  args: readonly unknown[],
): Promise<void> {
  const deals = await targetsOf(pipelines, args, command.suits, command.question);
  if (!deals.length) return;
  const wish = await command.wish(pipelines, deals);
  if (!wish) return;
  await askAndMove(pipelines, changes, deals, wish);
}

/** Asks about what stands in the way, and moves the deals if the person goes on. */
export async function askAndMove(
  pipelines: Pipelines,
  changes: Changes,
  deals: readonly Uri[],
  wish: Wish,
): Promise<void> {
  const answer = await askAboutObstacles(pipelines, changes.workspace, deals, wish);
  if (!answer) return;
  await changes.make(deals, {
    act: (workspace, files) => moveDeals(workspace, files, { wish, answer }),
    again: failed => askAndMove(pipelines, changes, failed, wish),
    wordsOf: destination,
    sentence: asMove,
    isAnswered: answer.despite !== undefined,
  });
}

/** Deals that were dropped on a stage, on Won or on Lost: the same as the commands do. Those that are there stay there. */
export async function moveTo(
  pipelines: Pipelines,
  changes: Changes,
  uris: readonly Uri[],
  group: GroupId,
): Promise<void> {
  const others = uris.filter(uri => {
    const entry = pipelines.entryAt(uri);
    return !entry || groupOf(entry) !== group;
  });
  if (!others.length) return;
  const id =
    { won: COMMANDS.markWon, lost: COMMANDS.stopPursuing }[group as 'won' | 'lost'] ?? COMMANDS.setStage;
  const command = MOVE_COMMANDS.find(one => one.id === id)!;
  const wish = isStageId(group) ? () => ({ kind: 'set', stage: group }) as const : command.wish;
  await runMove({ ...command, wish }, pipelines, changes, [others[0], others]);
}

/** Where a deal has come to, in a few words. */
export function destination({ plan: { from, to }, process }: Done<Moved>): string {
  if (to.status === 'won') return l10n.t('Won');
  if (to.status === 'lost') return l10n.t('Lost');
  const label = plainText(stageOf(process, to.stage).label, 60);
  return from.status === 'open' ? label : l10n.t('reopened in {0}', label);
}

/** Behind the last stage there is no further one, but there is winning. */
async function advance(pipelines: Pipelines, deals: readonly Uri[]): Promise<Wish | undefined> {
  const last = STAGE_IDS.at(-1);
  const areAllClosing = deals.every(uri => {
    const deal = dealOf(pipelines.entryAt(uri));
    return deal !== undefined && isOpen(deal) && deal.stage === last;
  });
  if (!areAllClosing) return { kind: 'advance' };
  const won = l10n.t('Mark Won');
  const answer = await window.showQuickPick([won, l10n.t('Not yet')], {
    title: l10n.t('Closing is the last stage'),
    placeHolder:
      deals.length === 1 ? l10n.t('Is this deal won?') : l10n.t('Are these {0} deals won?', deals.length),
  });
  return answer === won ? { kind: 'win' } : undefined;
}

async function setStage(pipelines: Pipelines, deals: readonly Uri[]): Promise<Wish | undefined> {
  const process = pipelines.folderOf(deals[0]!)?.pipeline.process;
  const current = new Set(deals.map(uri => dealOf(pipelines.entryAt(uri))?.stage));
  const stage = await askStage(
    process?.stages ?? [],
    titleFor(pipelines, deals, l10n.t('Set Stage'), l10n.t('Set the Stage of {0} Deals', deals.length)),
    l10n.t('Choose a stage'),
    current.size === 1 ? [...current][0] : undefined,
  );
  return stage && { kind: 'set', stage };
}

/** Asks for the stage to reopen in only if the stage in which a deal was closed isn't known. */
async function reopen(pipelines: Pipelines, deals: readonly Uri[]): Promise<Wish | undefined> {
  const areKnown = deals.every(uri => !dealOf(pipelines.entryAt(uri))?.stageNotKnown);
  if (areKnown) return { kind: 'reopen' };
  const process = pipelines.folderOf(deals[0]!)?.pipeline.process;
  const stage = await askStage(
    process?.stages ?? [],
    titleFor(pipelines, deals, l10n.t('Reopen'), l10n.t('Reopen {0} Deals', deals.length)),
    l10n.t('It isn’t known which stage it closed in: choose the one to reopen it in'),
  );
  return stage && { kind: 'reopen', stage };
}

async function stop(pipelines: Pipelines, deals: readonly Uri[]): Promise<Wish | undefined> {
  const reasons = pipelines.folderOf(deals[0]!)?.pipeline.process.lostReasons ?? [];
  const title = titleFor(pipelines, deals, l10n.t('Mark Lost'), l10n.t('Mark {0} Deals Lost', deals.length));
  // Nobody means a reason by Enter.
  const reason = await askName(reasons, {
    ...{ title, prompt: l10n.t('Why?'), isRisky: true },
    hint: l10n.t('Enter why the deal was lost.'),
    other: l10n.t('Another reason…'),
  });
  if (!reason) return undefined;
  const note = await window.showInputBox({
    title,
    prompt: l10n.t('Add a note, or press Enter to skip.'),
  });
  return note === undefined ? undefined : { kind: 'stop', reason, note };
}
