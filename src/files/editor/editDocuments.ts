import { Range, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import type { Address } from '../../actions/address';
import type { Plan, Planner, Refused, Written } from '../../actions/ports/files';
import { withoutMark } from '../../core/byteOrderMark';
import { error, type Problem } from '../../core/problem';
import { Disposables } from '../../disposables';
import { decode } from '../decode';
import { whyUnreadable } from '../whyUnreadable';
import { toUri } from './addresses';
import type { LocalDisk } from './localDisk';
import { saveDocument } from './saveDocument';
import { sayFile } from '../../core/fileSays';

/** How long the editor may take to show what another program has written. */
const RELOAD_MS = 3000;

/** Somebody may be typing just now; then the edit is worked out once more, on what stands there then. */
const ATTEMPTS = 3;

interface OpenFile {
  readonly file: Address;
  readonly document: TextDocument;
}

/** What is to be written into one document. */
interface Writing<T> extends OpenFile {
  readonly plan: T;
  readonly before: string;
  /** Unsaved before, and so to be left unsaved. */
  readonly keepUnsaved: boolean;
}

interface EditedFiles<T extends Plan> {
  /** A file that was changed but could not be saved is in both lists. */
  readonly written: Written<T>[];
  readonly refused: Refused[];
  /** Files that the editor does not have as they are on disk, or would change more in than was asked for. */
  readonly forDisk: Address[];
}

/** Changes files in the editors that show them: all in one edit, so that one undo of the editor takes it back. */
export async function editDocuments<T extends Plan>(
  files: readonly Address[],
  planner: Planner<T>,
  disk: LocalDisk | undefined,
  follow: (document: TextDocument) => void,
): Promise<EditedFiles<T>> {
  const opened: OpenFile[] = [];
  const refused: Refused[] = [];
  const forDisk: Address[] = [];
  for (const file of files) {
    const document = await open(file, disk);
    if (document === 'for disk') forDisk.push(file);
    else if ('code' in document) refused.push({ file, problem: document });
    else opened.push({ file, document });
  }
  for (let attempt = 1; ; attempt++) {
    const planned = planAll(opened, planner);
    const failed = await write(planned.writings);
    if (failed && attempt < ATTEMPTS) continue;
    const all = [...refused, ...planned.refused];
    if (failed) return { written: [], refused: [...all, ...failed], forDisk };
    const notSaved = await save(planned.writings, { planner, disk, follow });
    const written = planned.writings.map(({ file, plan, before, document }) => ({
      ...{ file, plan, before },
      after: document.getText(),
    }));
    return { written, refused: [...all, ...notSaved], forDisk };
  }
}

/** Waits for nothing, so that no text can change until the edit is on its way. */
function planAll<T extends Plan>(opened: readonly OpenFile[], planner: Planner<T>) {
  const refused: Refused[] = [];
  const writings: Writing<T>[] = [];
  for (const { file, document } of opened) {
    const before = document.getText();
    const plan = planner(before, file);
    if (plan.ok) writings.push({ file, document, plan, before, keepUnsaved: document.isDirty });
    else refused.push({ file, problem: plan.problem });
  }
  return { writings, refused };
}

async function open(
  file: Address,
  disk: LocalDisk | undefined,
): Promise<TextDocument | Problem | 'for disk'> {
  const uri = toUri(file);
  try {
    const decoded = decode(await workspace.fs.readFile(uri));
    if ('problem' in decoded) return decoded.problem;
    const document = await workspace.openTextDocument(uri);
    if (document.isDirty) return document;
    const unwritable = uri.scheme === 'file' ? await disk?.whyUnwritable(file) : undefined;
    if (unwritable) return unwritable;
    if (wouldBeRewritten(decoded.text, document)) return 'for disk';
    // An editor that has missed what another program wrote has nothing of its own in it: it will show the file as we
    // leave it.
    return (await showsDisk(document, decoded.text)) ? document : 'for disk';
  } catch (cause) {
    return whyUnreadable(cause);
  }
}

/**
 * The editor gives all lines of a document one kind of end, and would write that; and it may show a file in an encoding
 * that is not the file's.
 */
function wouldBeRewritten(onDisk: string, { encoding }: TextDocument): boolean {
  const hasMixedLineEnds = onDisk.includes('\r\n') && /(^|[^\r])\n/.test(onDisk);
  return hasMixedLineEnds || /\r(?!\n)/.test(onDisk) || !encoding.startsWith('utf8');
}

/** The editor keeps documents for a while after they were closed, and takes a moment to see a change on disk. */
async function showsDisk(document: TextDocument, text: string): Promise<boolean> {
  const onDisk = withoutMark(text);
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

/** All or nothing: the editor refuses the whole edit if one of the texts has changed. */
async function write<T extends Plan>(writings: readonly Writing<T>[]): Promise<Refused[] | undefined> {
  const workspaceEdit = new WorkspaceEdit();
  for (const { document, plan } of writings) {
    for (const { start, end, text } of plan.edited.edits) {
      const range = new Range(document.positionAt(start), document.positionAt(end));
      workspaceEdit.replace(document.uri, range, text);
    }
  }
  if (workspaceEdit.size === 0 || (await workspace.applyEdit(workspaceEdit))) return undefined;
  return writings.map(({ file }) => ({
    file,
    problem: error('changed-meanwhile', sayFile('changedOrLocked')),
  }));
}

async function save<T extends Plan>(
  writings: readonly Writing<T>[],
  {
    planner,
    disk,
    follow,
  }: { planner: Planner<T>; disk: LocalDisk | undefined; follow: (document: TextDocument) => void },
): Promise<Refused[]> {
  const notSaved: Refused[] = [];
  for (const { file, document, keepUnsaved, plan, before } of writings) {
    follow(document);
    if (keepUnsaved || plan.edited.edits.length === 0) continue;
    if (await saveDocument(document, { file, before, planner }, disk)) continue;
    notSaved.push({ file, problem: error('unwritable', sayFile('notSaved')) });
  }
  return notSaved;
}
