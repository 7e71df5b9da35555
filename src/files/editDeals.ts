import {
  l10n,
  TabInputCustom,
  TabInputText,
  TabInputTextDiff,
  window,
  workspace,
  type TextDocument,
  type Uri,
} from 'vscode';
import { error } from '../core/problem';
import { invertEdits, replacing, shiftEdits } from '../core/textEdit';
import { editInEditor } from './editInEditor';
import { editOnDisk } from './editOnDisk';
import type { Done, NotDone, Plan, Planner, Target } from './plan';
import type { Pipelines } from './pipelines';

export interface EditResult<T extends Plan> {
  readonly done: readonly Done<T>[];
  readonly notDone: readonly NotDone[];
  /** Takes all of it back where the files are still as it left them; answers with those where they are not. */
  undo(): Promise<readonly NotDone[]>;
}

/**
 * Changes deal files: the one way to do so in the editor, and each on its text as it is now. What stands in an editor is
 * changed there, all of it in one edit that one undo of the editor takes back; what was saved is saved again, what had
 * unsaved changes keeps them. All other files are written where they are, so that nothing but the change is written:
 * no formatter and no setting for saving has a hand in a file that nobody is looking at.
 */
export function editDeals<T extends Plan>(
  pipelines: Pipelines,
  uris: readonly Uri[],
  planner: Planner<T>,
): Promise<EditResult<T>> {
  return pipelines.edits.run(() => editNow(pipelines, uris, planner));
}

async function editNow<T extends Plan>(
  pipelines: Pipelines,
  uris: readonly Uri[],
  planner: Planner<T>,
): Promise<EditResult<T>> {
  const elsewhere: NotDone[] = [];
  const targets: Target[] = [];
  for (const uri of new Map(uris.map(one => [one.toString(), one])).values()) {
    const folder = pipelines.folderOf(uri);
    if (folder) targets.push({ uri, folder });
    else
      elsewhere.push({ uri, problem: error('not-possible', l10n.t('This file isn’t part of a pipeline.')) });
  }
  const shown = targets.filter(({ uri }) => isShown(uri));
  const inEditor = await editInEditor(shown, planner);
  const others = [...targets.filter(target => !shown.includes(target)), ...inEditor.forDisk];
  const onDisk = await editOnDisk(others, planner);
  const done = [...inEditor.done, ...onDisk.done];
  const notDone = [...elsewhere, ...inEditor.notDone, ...onDisk.notDone];
  const undo = () =>
    pipelines.edits.run(async () => {
      const changed = done.map(({ uri }) => uri);
      return (await editNow(pipelines, changed, undoOf(done))).notDone;
    });
  return { done, notDone, undo };
}

/** Whether somebody sees a file in an editor, or has changes in it that are not saved. */
function isShown(uri: Uri): boolean {
  const key = uri.toString();
  const isThis = (document: TextDocument) => document.isDirty && document.uri.toString() === key;
  return (
    workspace.textDocuments.some(isThis) ||
    window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => urisIn(input).includes(key)))
  );
}

function urisIn(input: unknown): string[] {
  if (input instanceof TabInputText || input instanceof TabInputCustom) return [input.uri.toString()];
  if (input instanceof TabInputTextDiff) return [input.original.toString(), input.modified.toString()];
  return [];
}

function undoOf<T extends Plan>(done: readonly Done<T>[]): Planner<Plan> {
  const changes = new Map(done.map(one => [one.uri.toString(), one]));
  return ({ uri }, text) => {
    const { before, after, plan } = changes.get(uri.toString())!;
    // The editor hides the byte order mark, which is there on disk.
    const mark = markOf(text);
    const target = mark + before.slice(markOf(before).length);
    if (text === target) return { ok: true, edited: { edits: [], text } };
    if (text !== mark + after.slice(markOf(after).length)) {
      const message = l10n.t('It has changed since, so nothing was undone.');
      return { ok: false, problem: error('not-editable', message) };
    }
    const edits =
      after === plan.edited.text
        ? shiftEdits(invertEdits(before, plan.edited.edits), mark.length - markOf(before).length)
        : replacing(text, target);
    return { ok: true, edited: { edits, text: target } };
  };
}

function markOf(text: string): string {
  return text.startsWith('\uFEFF') ? '\uFEFF' : '';
}
