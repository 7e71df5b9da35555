import { commands, type ExtensionContext, type Uri } from 'vscode';
import type { Git } from '../actions/ports/git';
import type { SnapshotsOf } from '../actions/ports/snapshots';
import { isNote } from '../core/deal/entry';
import type { NewAlias } from '../core/deal/fixes/stageFixes';
import type { DealFilter } from '../core/filter/table';
import type { GroupId } from '../core/pipeline/pipeline';
import { Disposables } from '../disposables';
import type { Pipelines } from '../files/pipelines';
import type { Letter } from '../files/editor/letters';
import type { ShownPipelines } from '../files/editor/travel/shownPipelines';
import { WRITING_COMMANDS } from '../files/editor/travel/writing';
import { WHOLE_COMMANDS, wholeFirst } from '../files/editor/wholeFirst';
import type { RecordHistory } from '../git/recordHistory';
import { COMMANDS, CONTEXT, PRIVATE_COMMANDS, type CommandId } from '../ids';
import { addAlias } from './addAlias';
import { archive } from './archive';
import type { Changes } from './changes';
import { copyLink } from './copyLink';
import { createProcess } from './createProcess';
import { setField } from './fieldCommand';
import { findContact } from './findContact';
import { DealExport } from './exportDeals';
import { FindDeal } from './findDeal';
import { ImportTexts } from './importTexts';
import { OneImport } from './oneImport';
import { MergeEditor } from './mergeEditor';
import { MOVE_COMMANDS, moveTo, runMove } from './moves';
import { registerMoveTool } from './moveTool';
import { newDeal } from './newDeal';
import { newDealForAccount } from './newDealForAccount';
import { FILE_COMMANDS } from './openFile';
import { registerLetterEdits } from './letterEdits';
import { nameAsDeal } from './nameAsDeal';
import { renameDeal } from './renameDeal';
import { renameSharedName } from './renameShared';
import { FIELD_COMMANDS } from './setFields';
import { ShownMarkdown } from './shownMarkdown';
import { askWhichAreMeant, calledOn, ofFilesNow, type FileNow } from './targets';
import { tickTodo } from './tickTodo';

/** What the person looks at in the views. */
export interface LookedAt {
  readonly shown: ShownPipelines;
  readonly selected: () => readonly Uri[];
  /** Of which deals. */
  readonly look: { readonly current: { readonly filter: DealFilter } };
}

/** What commands have git for. */
export interface ByGit {
  readonly git: Pick<Git, 'unmergedIn' | 'factsOf'>;
  readonly record: RecordHistory;
  readonly snapshotsOf: SnapshotsOf;
}

/** The commands that make, move and change deals, and those that look after the pipeline as a whole. */
export function registerCommands(
  context: ExtensionContext,
  pipelines: Pipelines,
  changes: Changes,
  { selected, look, shown }: LookedAt,
  { git, record, snapshotsOf }: ByGit,
): Disposables {
  const { travel } = shown;
  const disposables = new Disposables();
  const add = (id: CommandId, run: (args: readonly unknown[]) => unknown) =>
    disposables.add(
      commands.registerCommand(id, async (...args: unknown[]) => {
        if (WRITING_COMMANDS.has(id) && travel.refuses()) return;
        if (WHOLE_COMMANDS.has(id) && !(await wholeFirst(pipelines))) return;
        // What isn't read yet would be refused as no deal.
        await pipelines.readFirst([
          ...calledOn(args),
          ...(pipelines.inFront.uri ? [pipelines.inFront.uri] : []),
        ]);
        return run(args);
      }),
    );
  /** From the palette, which says nothing of what is meant, a command may be about several deals that are selected. */
  const addForDeals = (id: CommandId, run: (args: readonly unknown[]) => unknown) =>
    add(id, async args => {
      const meant = args.length ? args : await askWhichAreMeant(pipelines, selected());
      return meant && run(meant);
    });
  for (const command of MOVE_COMMANDS)
    addForDeals(command.id, args => runMove(command, pipelines, changes, args));
  for (const command of FIELD_COMMANDS)
    addForDeals(command.id, args => setField(command, pipelines, changes, args));
  addForDeals(COMMANDS.logFrom, async args => (await import('./logFrom')).logFrom(pipelines, changes, args));
  disposables.add(registerLetterEdits(pipelines, changes));
  addForDeals(COMMANDS.tickTodo, args => tickTodo(pipelines, changes, args));
  add(COMMANDS.nextThree, async () =>
    (await import('./nextThree')).nextThree(pipelines, changes, look.current.filter),
  );
  add(COMMANDS.setForecastCall, async args =>
    (await import('./setForecastCall')).setForecastCall(pipelines, changes, args),
  );
  add(COMMANDS.newDeal, args => newDeal(pipelines, changes, args));
  add(COMMANDS.newDealForAccount, args => newDealForAccount(pipelines, changes, args));
  add(COMMANDS.renameDeal, args => renameDeal(pipelines, changes, args));
  add(COMMANDS.renameShared, () => renameSharedName(pipelines, changes));
  const finding = new FindDeal(shown, changes.workspace.files);
  add(COMMANDS.findDeal, ([text]) => finding.open(typeof text === 'string' ? text : undefined));
  add(COMMANDS.findContact, () => findContact(pipelines, changes.workspace.files, travel.at));
  disposables.add(
    commands.registerCommand(PRIVATE_COMMANDS.onFound, (command: CommandId) => finding.run(command)),
  );
  addForDeals(COMMANDS.archive, args => archive(pipelines, changes, args));
  const shownMarkdown = disposables.add(new ShownMarkdown());
  const dealExport = new DealExport(pipelines);
  const fileNow: FileNow = uri => travel.fileNow(uri);
  add(COMMANDS.exportDeals, async args =>
    dealExport.save(await ofFilesNow(args, fileNow), look.current.filter, travel.at),
  );
  add(COMMANDS.exportCalendar, async () =>
    (await import('./exportCalendar')).exportCalendar(
      pipelines,
      changes.workspace.clock,
      look.current.filter,
      travel.at,
    ),
  );
  add(COMMANDS.openReview, async () =>
    (await import('./openReview')).openReview(pipelines, {
      ...{ files: changes.workspace.files, snapshotsOf, shown: shownMarkdown },
      ...{ filter: look.current.filter, at: travel.at },
    }),
  );
  addForDeals(COMMANDS.openBrief, async args =>
    (await import('./openBrief')).openBrief(
      pipelines,
      { ...changes.workspace, shown: shownMarkdown, at: travel.at },
      await ofFilesNow(args, fileNow),
    ),
  );
  addForDeals(COMMANDS.copyLink, async args => copyLink(pipelines, await ofFilesNow(args, fileNow)));
  const mergeEditor = disposables.add(new MergeEditor());
  add(COMMANDS.resolveConflict, async args =>
    (await import('./resolveConflict')).resolveConflict(pipelines, changes, git, mergeEditor, args),
  );
  add(COMMANDS.writeHistory, async () =>
    (await import('./writeHistory')).writeHistory(pipelines, changes, git),
  );
  add(COMMANDS.fix, async args => (await import('./fixFile')).fixFile(pipelines, changes, args));
  for (const { id, run } of FILE_COMMANDS) add(id, args => run(args, fileNow));
  add(COMMANDS.deleteFile, async args => (await import('./deleteFile')).deleteFiles(pipelines, args));
  add(COMMANDS.undoMove, () => changes.undoLast());
  add(COMMANDS.refresh, () => pipelines.refresh());
  add(COMMANDS.createProcess, args =>
    createProcess(context.extensionUri, pipelines, changes.workspace.files, args),
  );
  add(COMMANDS.createSample, async () =>
    (await import('./createSample')).createSample(context.extensionUri, pipelines, record),
  );
  const importTexts = disposables.add(new ImportTexts());
  const oneImport = new OneImport();
  add(COMMANDS.importDeals, async args =>
    (await import('./importTable')).importTable(pipelines, changes, importTexts, oneImport, args),
  );
  add(COMMANDS.adoptNotes, async args =>
    (await import('./adoptNotes')).adopt(pipelines, changes, importTexts, args),
  );
  disposables.add(registerMoveTool(pipelines, changes, travel));
  const addPrivate = <A extends unknown[]>(id: string, change: (...args: A) => unknown) =>
    disposables.add(commands.registerCommand(id, travel.onlyNow(change)));
  addPrivate(PRIVATE_COMMANDS.moveTo, (uris: readonly Uri[], group: GroupId) =>
    moveTo(pipelines, changes, uris, group),
  );
  addPrivate(PRIVATE_COMMANDS.addAlias, (uri: Uri, alias: NewAlias) =>
    addAlias(pipelines, changes, uri, alias),
  );
  addPrivate(PRIVATE_COMMANDS.logLetters, async (uri: Uri, letters: readonly Letter[]) =>
    (await import('./logFrom')).logLetters(pipelines, changes, [uri], letters),
  );
  addPrivate(PRIVATE_COMMANDS.nameAsDeal, (uri: Uri) => nameAsDeal(changes, uri));
  addPrivate(PRIVATE_COMMANDS.moreFor, async (uri: Uri) =>
    (await import('./moreFor')).moreFor(pipelines, changes.workspace.files, uri),
  );
  addPrivate(PRIVATE_COMMANDS.mergeCopy, async (copy: Uri, original: Uri) =>
    (await import('./mergeCopy')).mergeCopy(pipelines, changes, copy, original),
  );
  const tellIfDealIsOpen = () => {
    const uri = pipelines.inFront.uri;
    const entry = uri && pipelines.entryAt(uri);
    const isOpen = entry !== undefined && !isNote(entry);
    const isPreviewed = isOpen && pipelines.inFront.previewed !== undefined;
    void commands.executeCommand('setContext', CONTEXT.dealIsOpen, isOpen);
    void commands.executeCommand('setContext', CONTEXT.dealIsPreviewed, isPreviewed);
  };
  disposables.add(pipelines.inFront.onDidChange(tellIfDealIsOpen));
  disposables.add(pipelines.onDidChange(tellIfDealIsOpen));
  tellIfDealIsOpen();
  return disposables;
}
