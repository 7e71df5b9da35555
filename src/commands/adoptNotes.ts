import { commands, l10n, Uri, window } from 'vscode';
import { addressIn, pathBelow, type Address } from '../actions/address';
import { adoptNotes, type Adopted, type NotAdopted, type NoteUnread } from '../actions/adoptNotes';
import { FoundHomes } from '../actions/homes';
import type { Unit } from '../actions/result';
import { TriedFiles } from '../actions/triedFiles';
import type { Workspace } from '../actions/workspace';
import { plainLine, plainText, withoutLinks } from '../core/escape';
import { reasonOf } from '../core/problem';
import { PROCESS_FILE } from '../core/process/processFile';
import type { Refusal } from '../core/refusal';
import { toAddress } from '../files/editor/addresses';
import type { Pipelines } from '../files/pipelines';
import { COMMANDS } from '../ids';
import { counted, countedInTitle, NOTES } from '../words/en/counted';
import { quoted } from '../words/en/said/quoted';
import { sentenceOf } from '../words/sentence';
import type { Changes } from './changes';
import type { ImportTexts } from './importTexts';
import { part } from './importWords';

/** So many notes are shown as they will be. */
const FIRST = 10;

/** Makes a folder of notes with keys of their own a pipeline. What would be written is shown first; one undo takes it back. */
export async function adopt(
  pipelines: Pipelines,
  changes: Changes,
  texts: ImportTexts,
  args: readonly unknown[],
): Promise<void> {
  const uri = args[0] instanceof Uri ? args[0] : await chooseFolder();
  if (!uri) return;
  const folder = toAddress(uri);
  const name = plainText(uri.path.replace(/\/+$/, '').split('/').at(-1) ?? '', 60);
  try {
    const plain = await tried(changes.workspace, folder, false);
    const whole = await tried(changes.workspace, folder, true);
    if (!whole.ok) {
      if (whole.unread.length) void tellUnread(name, whole.unread, texts);
      return complain(`${name}: ${sentenceOf(whole.problem)}`);
    }
    const moves = await agreed(name, folder, plain, whole, texts);
    if (moves === undefined) return;
    const done = await adoptNotes(inFolder(changes.workspace), folder, moves);
    if (!done.ok) return complain(`${name}: ${sentenceOf(done.problem)}`);
    const units = [...done.units, ...(await marked(changes.workspace, pipelines, folder))];
    const takeBack = units.length
      ? changes.keep(l10n.t('Adoption of {0}', name), units, [folder])
      : undefined;
    await pipelines.find();
    const unclear = [...new Set(done.unclear.map(({ path }) => path))];
    const told = [
      l10n.t('{0} adopted from {1}', counted(done.adoption.deals, NOTES), name),
      ...(done.moved.length
        ? [l10n.t('the fields of {0} moved into front matter', counted(done.moved.length, NOTES))]
        : []),
      ...(done.adoption.leftStages.length
        ? [
            l10n.t(
              '{0} under Needs attention, as their stage isn’t known: {1}',
              counted(
                done.adoption.leftStages.reduce((sum, { notes }) => sum + notes, 0),
                NOTES,
              ),
              few(done.adoption.leftStages.map(({ name: stage }) => stage)),
            ),
          ]
        : []),
      ...(done.elsewhere.length
        ? [
            l10n.t(
              '{0} left out, with the stage under another key than {1}: {2}',
              counted(done.elsewhere.length, NOTES),
              quoted(done.adoption.stageKey),
              few(done.elsewhere.map(({ path }) => path)),
            ),
          ]
        : []),
      ...(done.ended.length
        ? [
            l10n.t(
              '{0} counted as open that may be won or lost: {1}',
              counted(done.ended.length, NOTES),
              few(done.ended.map(({ path }) => path)),
            ),
          ]
        : []),
      ...(unclear.length
        ? [l10n.t('{0} with values that can’t be read: {1}', counted(unclear.length, NOTES), few(unclear))]
        : []),
      ...(done.inline.length
        ? [
            l10n.t(
              '{0} with fields in the text, which aren’t read: {1}',
              counted(done.inline.length, NOTES),
              few(done.inline),
            ),
          ]
        : []),
    ];
    const undoIt = l10n.t('Undo');
    if (done.unread.length) void tellUnread(name, done.unread, texts);
    void window
      .showInformationMessage(withoutLinks(`${told.join('; ')}.`), ...(takeBack ? [undoIt] : []))
      .then(async answer => {
        if (answer === undoIt) await takeBack?.();
      });
  } catch (cause) {
    const reason = plainText(reasonOf(cause), 300);
    complain(l10n.t('Couldn’t adopt {0}: {1}', name, reason));
  }
}

async function chooseFolder(): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    title: l10n.t('Adopt Notes'),
    openLabel: l10n.t('Preview Adoption'),
    canSelectFiles: false,
    canSelectFolders: true,
  });
  return chosen?.[0];
}

/** Any folder may be one: it is looked at by itself. */
function inFolder(workspace: Workspace, files = workspace.files): Workspace {
  return { ...workspace, files, homes: new FoundHomes(files) };
}

function tried(workspace: Workspace, folder: Address, moves: boolean): Promise<Adopted | NotAdopted> {
  return adoptNotes(inFolder(workspace, new TriedFiles(workspace.files)), folder, moves);
}

/** An empty process file makes a folder a pipeline whose notes need no other one. */
async function marked({ files }: Workspace, pipelines: Pipelines, folder: Address): Promise<readonly Unit[]> {
  const file = addressIn(folder, PROCESS_FILE);
  const isKnown = pipelines.folders.some(({ uri }) => toAddress(uri) === folder);
  if (isKnown || (await files.exists(file))) return [];
  return (await files.create(file, '')) ? [] : [[{ kind: 'created', file, after: '' }]];
}

/** Shows what would be written, and asks whether it should be, and whether notes may be changed; nothing for no. */
async function agreed(
  name: string,
  folder: Address,
  plain: Adopted | Refusal,
  whole: Adopted,
  texts: ImportTexts,
): Promise<boolean | undefined> {
  const tab = l10n.t('Adopt {0}', name);
  await texts.showBelowList(tab, preview(name, folder, whole));
  try {
    const { moved, adoption } = whole;
    const own = {
      label: `$(check) ${l10n.t('Adopt {0}, Change No Note', countedInTitle(plain.ok ? plain.adoption.deals : 0, NOTES))}`,
      moves: false,
    };
    const all = {
      label: `$(check) ${l10n.t('Adopt {0}', countedInTitle(adoption.deals, NOTES))}`,
      description: moved.length
        ? l10n.t('moves the fields of {0} into front matter', counted(moved.length, NOTES))
        : '',
      moves: true,
    };
    const cancel = { label: `$(x) ${l10n.t('Cancel')}`, moves: undefined };
    const rows = [all, ...(moved.length && plain.ok ? [own] : []), cancel];
    const options = {
      title: l10n.t('Adopt Notes'),
      placeHolder: l10n.t('Adopt the notes as shown below? Page Down scrolls it.'),
      ignoreFocusOut: true,
    };
    const picked = await texts.asking(() => window.showQuickPick(rows, options));
    return picked?.moves;
  } finally {
    await texts.close(tab);
  }
}

function preview(
  name: string,
  folder: Address,
  { adoption, inline, elsewhere, ended, unclear, unread, moved, units }: Adopted,
): readonly string[] {
  const { deals, fields, aliases, stageKey, leftKeys, leftStages } = adoption;
  return [
    l10n.t('{0}: {1} with a stage in {2}', name, counted(deals, NOTES), quoted(stageKey)),
    l10n.t('Nothing is written before you choose Adopt.'),
    ...part(l10n.t('Keys'), [
      ...[...fields].map(([field, key]) => l10n.t('{0} is read as {1}', plainText(key, 60), field)),
      ...leftKeys.map(({ key, field }) =>
        l10n.t('{0} stays a key of its own: it can’t be the one for {1}', plainText(key, 60), field),
      ),
    ]),
    ...part(l10n.t('Stages'), [
      ...aliases.map(({ name: alias, stage }) => l10n.t('{0} is the stage {1}', quoted(alias), stage)),
      ...leftStages.map(({ name: stage, notes, isOutcome }) =>
        isOutcome
          ? l10n.t(
              '{0} ({1}) is an outcome: write the last stage there, and won or lost as the status',
              quoted(stage),
              counted(notes, NOTES),
            )
          : l10n.t(
              '{0} ({1}) isn’t a known stage: add it to the aliases of one',
              quoted(stage),
              counted(notes, NOTES),
            ),
      ),
    ]),
    ...part(
      l10n.t('Notes that aren’t deals yet: rename the key of their stage to {0}', quoted(stageKey)),
      elsewhere.map(({ path, key }) => `${plainText(path)} (${plainText(key, 60)})`),
    ),
    ...part(
      l10n.t(
        'Notes that may be won or lost, but count as open: add {0} or lost to each',
        quoted(`${fields.get('status') ?? 'status'}: won`),
      ),
      ended.map(({ path, key, value }) => `${plainText(path)} (${plainText(`${key}: ${value}`, 60)})`),
    ),
    ...part(
      l10n.t('Values that can’t be read as they’re written: Problems says how to write each'),
      unclear.map(({ path, key, value }) => `${plainText(path)} (${plainText(`${key}: ${value}`, 60)})`),
    ),
    ...part(
      l10n.t('Notes with fields that you have to move into front matter by hand'),
      inline.map(path => plainText(path)),
    ),
    ...part(l10n.t('Notes that can’t be read'), unread.map(unreadLine)),
    ...units.slice(0, FIRST + 1).flatMap(unit => unitLines(folder, unit)),
    ...(moved.length > FIRST ? ['', l10n.t('… and {0} more', counted(moved.length - FIRST, NOTES))] : []),
  ];
}

function unreadLine({ path, problem }: NoteUnread): string {
  return l10n.t('{0}, line {1}: {2}', plainText(path), problem.line, sentenceOf(problem));
}

/** The first of the notes that can’t be read, each with the reason; a button shows all, without which the editor cuts them off. */
async function tellUnread(name: string, unread: readonly NoteUnread[], texts: ImportTexts): Promise<void> {
  const lines = unread.slice(0, MOST_NAMED).map(unreadLine);
  const more = unread.length - lines.length;
  const all = [...lines, ...(more > 0 ? [l10n.t('… and {0} more', counted(more, NOTES))] : [])];
  const words = l10n.t('{0} of {1} can’t be read: {2}', counted(unread.length, NOTES), name, all.join(' '));
  const show = l10n.t('Show All');
  if ((await window.showWarningMessage(withoutLinks(words), show)) === show)
    await texts.show(l10n.t('Not read in {0}', name), unread.map(unreadLine));
}

/** A file as it would be. */
function unitLines(folder: Address, unit: Unit): readonly string[] {
  return unit.flatMap(({ file, after }) => [
    '',
    `== ${plainText(pathBelow(folder, file) ?? '')} ==`,
    ...after.trimEnd().split(/\r?\n/).slice(0, MOST_LINES).map(plainLine),
  ]);
}

/** Of a note, so much is shown: what changes stands at its top. */
const MOST_LINES = 40;

/** In a message that is soon gone. */
const MOST_NAMED = 3;

/** The first of some paths, and how many more there are. */
function few(paths: readonly string[]): string {
  const more = paths.length - MOST_NAMED;
  const named = paths.slice(0, MOST_NAMED).map(path => plainText(path, 60));
  return more > 0 ? l10n.t('{0} and {1} more', named.join(', '), more) : named.join(', ');
}

/** With a button, as the editor cuts off what is long where a message has none. */
function complain(words: string): void {
  const another = l10n.t('Choose Another Folder…');
  void window.showWarningMessage(withoutLinks(words), another).then(async answer => {
    if (answer === another) await commands.executeCommand(COMMANDS.adoptNotes);
  });
}
