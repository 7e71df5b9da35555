import { l10n, Range, type Uri, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import type { CalendarDate } from '../core/calendar';
import { moveDeal, type Transition, type Wish } from '../core/deal/transition';
import { error, reasonOf, type Problem } from '../core/problem';
import { invertEdits, type TextEdit } from '../core/textEdit';
import { Disposables } from '../disposables';
import { decode } from './decode';
import type { PipelineFolder } from './pipelineFolder';
import type { Pipelines } from './pipelines';

/** How long the editor may take to show what another program has written. */
const RELOAD_MS = 3000;

export interface Moved {
  readonly uri: Uri;
  readonly folder: PipelineFolder;
  readonly move: Extract<Transition, { ok: true }>;
}

export interface NotMoved {
  readonly uri: Uri;
  readonly problem: Problem;
}

export interface MoveResult {
  readonly moved: readonly Moved[];
  readonly notMoved: readonly NotMoved[];
  /** Takes the move back where the files are still as it left them; answers with those where they are not. */
  undo(): Promise<readonly NotMoved[]>;
}

interface Opened {
  readonly uri: Uri;
  readonly folder: PipelineFolder;
  readonly document: TextDocument;
}

/** What is to be written into one document. */
interface Writing extends Opened {
  /** The text before. */
  readonly text: string;
  readonly edits: readonly TextEdit[];
  /** Unsaved before, and so to be left unsaved. */
  readonly keepUnsaved: boolean;
}

/** Somebody may be typing just now; then the edit is worked out once more, on what stands there then. */
const ATTEMPTS = 3;

let lastTurn: Promise<unknown> = Promise.resolve();

/** One after the other: a key that is pressed twice moves a deal twice. */
function inTurn<T>(action: () => Promise<T>): Promise<T> {
  const turn = lastTurn.then(action);
  lastTurn = turn.catch(() => undefined);
  return turn;
}

/**
 * Moves deals in the editor: each on its text as it is now, all in one edit that one undo takes back. What was saved
 * is saved again; what had unsaved changes keeps them.
 */
export function moveDeals(pipelines: Pipelines, uris: readonly Uri[], wish: Wish): Promise<MoveResult> {
  return inTurn(async () => {
    const { opened, notMoved: notOpened } = await openAll(pipelines, uris);
    for (let attempt = 1; ; attempt++) {
      const { moved, notMoved, writings } = planMoves(opened, wish, pipelines.today);
      const failed = await write(writings);
      if (!failed) {
        const all = [...notOpened, ...notMoved, ...(await save(writings))];
        return { moved, notMoved: all, undo: () => inTurn(() => undo(pipelines, writings, moved)) };
      }
      if (attempt === ATTEMPTS) {
        return { moved: [], notMoved: [...notOpened, ...notMoved, ...failed], undo: async () => [] };
      }
    }
  });
}

/** Waits for nothing, so that no text can change until the edit is on its way. */
function planMoves(opened: readonly Opened[], wish: Wish, today: CalendarDate) {
  const moved: Moved[] = [];
  const notMoved: NotMoved[] = [];
  const writings: Writing[] = [];
  for (const { uri, folder, document } of opened) {
    const text = document.getText();
    const move = moveDeal(folder.pathOf(uri)!, text, wish, folder.pipeline.process, { today });
    if (!move.ok) {
      notMoved.push({ uri, problem: move.problem });
      continue;
    }
    moved.push({ uri, folder, move });
    writings.push({ uri, folder, document, text, edits: move.edited.edits, keepUnsaved: document.isDirty });
  }
  return { moved, notMoved, writings };
}

async function undo(
  pipelines: Pipelines,
  done: readonly Writing[],
  moved: readonly Moved[],
): Promise<NotMoved[]> {
  const { opened, notMoved } = await openAll(
    pipelines,
    done.map(({ uri }) => uri),
  );
  const writings: Writing[] = [];
  for (const { uri, folder, document } of opened) {
    const at = done.findIndex(writing => writing.uri.toString() === uri.toString());
    const text = document.getText();
    if (text !== moved[at]!.move.edited.text) {
      notMoved.push({
        uri,
        problem: error('not-editable', l10n.t('It was changed after the move. Nothing was undone in it.')),
      });
      continue;
    }
    const edits = invertEdits(done[at]!.text, done[at]!.edits);
    writings.push({ uri, folder, document, text, edits, keepUnsaved: document.isDirty });
  }
  return [...notMoved, ...((await write(writings)) ?? (await save(writings)))];
}

async function openAll(pipelines: Pipelines, uris: readonly Uri[]) {
  const opened: Opened[] = [];
  const notMoved: NotMoved[] = [];
  const unique = new Map(uris.map(uri => [uri.toString(), uri]));
  for (const uri of unique.values()) {
    const folder = pipelines.folderOf(uri);
    const document = folder ? await open(uri) : error('not-possible', l10n.t('This file is in no pipeline.'));
    if ('code' in document) notMoved.push({ uri, problem: document });
    else opened.push({ uri, folder: folder!, document });
  }
  return { opened, notMoved };
}

/** The document of a file, unless the editor would change more in it than we do. */
async function open(uri: Uri): Promise<TextDocument | Problem> {
  try {
    const bytes = await workspace.fs.readFile(uri);
    const decoded = decode(bytes);
    if ('problem' in decoded) return decoded.problem;
    const document = await workspace.openTextDocument(uri);
    if (document.isDirty) return document;
    // The editor gives all lines of a document one kind of end, and would write that.
    if (hasMixedLineEnds(decoded.text)) {
      const message = l10n.t(
        'Its lines end in two ways (LF and CRLF), which the editor would make alike. Choose one in the status bar and save, or move the deal with the command line.',
      );
      return error('not-editable', message);
    }
    if (await showsDisk(document, decoded.text)) return document;
    return error(
      'not-editable',
      l10n.t('It was changed on disk at the same moment. Nothing was changed; try again.'),
    );
  } catch (cause) {
    const reason = reasonOf(cause);
    return error('unreadable', l10n.t('This file cannot be opened: {0}', reason));
  }
}

/** The editor keeps documents for a while after they were closed, and takes a moment to see a change on disk. */
async function showsDisk(document: TextDocument, text: string): Promise<boolean> {
  const onDisk = text.replace(/^\uFEFF/, '');
  const isShown = () => document.getText() === onDisk || document.isDirty;
  if (isShown()) return true;
  return new Promise(resolve => {
    const waiting = new Disposables();
    const end = (isRight: boolean) => {
      waiting.dispose();
      resolve(isRight);
    };
    waiting.add(workspace.onDidChangeTextDocument(() => isShown() && end(true)));
    const limit = setTimeout(() => end(isShown()), RELOAD_MS);
    waiting.add({ dispose: () => clearTimeout(limit) });
  });
}

function hasMixedLineEnds(text: string): boolean {
  return text.includes('\r\n') && /(^|[^\r])\n/.test(text);
}

/** All or nothing: the editor refuses the whole edit if one of the texts has changed. */
async function write(writings: readonly Writing[]): Promise<NotMoved[] | undefined> {
  if (!writings.length) return undefined;
  const workspaceEdit = new WorkspaceEdit();
  for (const { document, edits } of writings) {
    for (const { start, end, text } of edits) {
      const range = new Range(document.positionAt(start), document.positionAt(end));
      workspaceEdit.replace(document.uri, range, text);
    }
  }
  if (await workspace.applyEdit(workspaceEdit)) return undefined;
  const message = l10n.t(
    'It was changed at the same moment, or cannot be written. Nothing was changed; try again.',
  );
  return writings.map(({ uri }) => ({ uri, problem: error('not-editable', message) }));
}

async function save(writings: readonly Writing[]): Promise<NotMoved[]> {
  const notSaved: NotMoved[] = [];
  for (const { uri, folder, document, keepUnsaved } of writings) {
    folder.updateFrom(document);
    if (keepUnsaved) continue;
    const isSaved = await document.save().then(
      saved => saved,
      () => false,
    );
    if (isSaved) continue;
    const message = l10n.t(
      'It was moved, but could not be saved. It is open with the change; save it yourself.',
    );
    notSaved.push({ uri, problem: error('unreadable', message) });
  }
  return notSaved;
}
