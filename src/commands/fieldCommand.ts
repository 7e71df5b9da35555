import { l10n, type Uri } from 'vscode';
import { changeDeals } from '../actions/changeDeals';
import type { DealChange, Opened } from '../core/deal/changeDeal';
import type { Deal } from '../core/deal/deal';
import { dealOf } from '../core/deal/entry';
import type { Process } from '../core/process/process';
import type { Pipelines } from '../files/pipelines';
import type { CommandId } from '../ids';
import type { Changes } from './changes';
import { asField } from './report';
import { oneOf, targetsOf, titleFor } from './targets';

/** What is to be done to each deal, and how that is told. */
export interface Setting {
  readonly change: (opened: Opened, text: string, process: Process) => DealChange;
  readonly words: string;
}

/** A command that changes a field, or the notes, of deals. */
export interface FieldCommand {
  readonly id: CommandId;
  readonly title: string;
  /** What to ask for where it was called on nothing. */
  readonly question: string;
  readonly suits: (deal: Deal) => boolean;
  /** Done to one deal at a time, though several are selected: what it asks for is that one's own. */
  readonly isForOne?: boolean;
  /** Asks what is to be known; `undefined` if the person thinks better of it. */
  readonly ask: (deals: MeantDeals) => Promise<Setting | undefined>;
}

/** The deals that a person is asked about. */
export interface MeantDeals {
  readonly pipelines: Pipelines;
  readonly title: string;
  readonly uris: readonly Uri[];
  /** Where there is one deal, and it can be read. */
  readonly only: Deal | undefined;
}

export const anyDeal = () => true;

export async function setField(
  command: FieldCommand,
  pipelines: Pipelines,
  changes: Changes,
  args: readonly unknown[],
): Promise<void> {
  const meant = await targetsOf(pipelines, args, command.suits, command.question);
  const uris = command.isForOne ? await oneOf(pipelines, meant, args[0], command.question) : meant;
  const [first] = uris;
  if (!first) return;
  const only = uris.length === 1 ? dealOf(pipelines.entryAt(first)) : undefined;
  const ofMany = l10n.t('{0} for {1} Deals', command.title, uris.length);
  const title = titleFor(pipelines, uris, command.title, ofMany);
  const setting = await command.ask({ pipelines, title, uris, only });
  if (!setting) return;
  await changes.make(uris, {
    act: (workspace, files) => changeDeals(workspace, files, setting.change),
    wordsOf: () => setting.words,
    sentence: asField,
  });
}
