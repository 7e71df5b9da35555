import { env, workspace as editor, type DataTransfer, type TextDocument } from 'vscode';
import { pathBelow } from '../actions/address';
import { knownFor, planCapture, type CaptureLogged } from '../actions/capture/logCapture';
import type { Workspace } from '../actions/workspace';
import { readCapture } from '../core/capture/readCapture';
import { dealOf } from '../core/deal/entry';
import { Disposables } from '../disposables';
import { toAddress } from '../files/editor/addresses';
import { lettersIn } from '../files/editor/letters';
import { homeAt } from '../files/editor/openHomes';
import type { Pipelines } from '../files/pipelines';
import { Timer } from '../timer';
import type { Changes } from './changes';
import { propose } from './logFrom';

/** As long as somebody may take to choose between ways to paste. */
const WAITS_MS = 30_000;

/** What becomes of the text in the editor; nothing where it is no deal, or what is dropped is no letter. */
export async function planned(
  pipelines: Pipelines,
  workspace: Workspace,
  document: TextDocument,
  data: DataTransfer,
): Promise<CaptureLogged | undefined> {
  const folder = pipelines.folderOf(document.uri);
  if (!folder || !dealOf(pipelines.entryAt(document.uri))) return undefined;
  const [letter] = await lettersIn(data);
  const outside = await letter?.read();
  const captured = outside && !('problem' in outside) ? await readCapture(outside) : undefined;
  if (!captured || 'problem' in captured) return undefined;
  const file = toAddress(document.uri);
  const home = homeAt(folder);
  const me = await knownFor(workspace, [file]);
  const { process } = home;
  const place = { path: pathBelow(home.folder, file) ?? '', text: document.getText(), process };
  const plan = planCapture(place, captured, { language: env.language, today: workspace.clock.today(), me });
  return plan.ok ? plan : undefined;
}

/** Nobody says whether an edit that was offered is made: its line tells. */
export function proposeOnceDone(
  pipelines: Pipelines,
  changes: Changes,
  document: TextDocument,
  { title, logged, next }: CaptureLogged,
): void {
  if (!next) return;
  const waiting = new Disposables();
  waiting.add(
    editor.onDidChangeTextDocument(({ document: changed, contentChanges }) => {
      if (changed !== document || !contentChanges.some(({ text }) => text.includes(logged.what))) return;
      waiting.dispose();
      void propose(pipelines, changes, document.uri, title, next);
    }),
  );
  waiting.add(new Timer(WAITS_MS, () => waiting.dispose())).start();
}
