import { env, window, workspace as editor, type DataTransfer, type TextDocument } from 'vscode';
import { pathBelow } from '../actions/address';
import { knownFor, planCapture, type CaptureLogged } from '../actions/capture/logCapture';
import type { Workspace } from '../actions/workspace';
import { readCapture } from '../core/capture/readCapture';
import { dealOf } from '../core/deal/entry';
import { plainText, withoutLinks } from '../core/escape';
import type { Problem } from '../core/problem';
import type { Says } from '../core/says';
import { replacing, type TextEdit } from '../core/textEdit';
import { Disposables } from '../disposables';
import { toAddress } from '../files/editor/addresses';
import { lettersIn } from '../files/editor/letters';
import { homeAt } from '../files/editor/openHomes';
import type { Pipelines } from '../files/pipelines';
import { Timer } from '../timer';
import { sentence } from '../words/sentence';
import type { Changes } from './changes';
import { captureInWords, complain, propose } from './logFrom';
import { asField } from './report';

/** As long as somebody may take to choose between ways to paste. */
const WAITS_MS = 30_000;

/** What becomes of a text in the editor into which letters are dropped or pasted. */
export interface LettersPlanned {
  /** None where the log has all of it already. */
  readonly edits: readonly TextEdit[];
  readonly plans: readonly CaptureLogged[];
  /** Letters of which nothing can be logged. */
  readonly refused: readonly { readonly name: string; readonly problem: Problem }[];
}

/** What becomes of the text in the editor; nothing where it is no deal, or what is dropped is no letter. */
export async function planned(
  pipelines: Pipelines,
  workspace: Workspace,
  document: TextDocument,
  data: DataTransfer,
): Promise<LettersPlanned | undefined> {
  const folder = pipelines.folderOf(document.uri);
  if (!folder || !dealOf(pipelines.entryAt(document.uri))) return undefined;
  const letters = await lettersIn(data);
  if (!letters.length) return undefined;
  const file = toAddress(document.uri);
  const home = homeAt(folder);
  const me = await knownFor(workspace, [file]);
  const path = pathBelow(home.folder, file) ?? '';
  const way = { language: env.language, today: workspace.clock.today(), me };
  const before = document.getText();
  const plans: CaptureLogged[] = [];
  const refused: { name: string; problem: Problem }[] = [];
  for (const { name, read } of letters) {
    const outside = await read();
    const captured = 'problem' in outside ? outside : await readCapture(outside);
    const text = plans.at(-1)?.edited.text ?? before;
    const plan =
      'problem' in captured ? captured : planCapture({ path, text, process: home.process }, captured, way);
    if ('problem' in plan) refused.push({ name, problem: plan.problem });
    else plans.push(plan);
  }
  const [first, ...more] = plans;
  const edits = more.length ? replacing(before, more.at(-1)!.edited.text) : (first?.edited.edits ?? []);
  return { edits, plans, refused };
}

/** Tells what can't be logged or is there already: of neither does an edit show anything. */
export function tellOfLetters({ plans, refused }: LettersPlanned): void {
  for (const { name, problem } of refused) complain(name, problem);
  for (const plan of plans.filter(({ wasThere }) => wasThere)) {
    const told = asField(plainText(plan.title, 80), captureInWords(plan), 1);
    void window.showInformationMessage(withoutLinks(told));
    warn(plan.warnings);
  }
}

function warn(warnings: readonly Says[]): void {
  for (const warning of warnings)
    void window.showWarningMessage(withoutLinks(plainText(sentence(warning), 300)));
}

/**
 * Tells what a person should know of what was logged, and asks whether its meeting is to be the next step. Nobody says whether an
 * edit that was offered is made: its line tells.
 */
export function followOnceDone(
  pipelines: Pipelines,
  changes: Changes,
  document: TextDocument,
  plan: CaptureLogged,
): void {
  const { logged, next, warnings } = plan;
  if (!next && !warnings.length) return;
  const waiting = new Disposables();
  waiting.add(
    editor.onDidChangeTextDocument(({ document: changed, contentChanges }) => {
      if (changed !== document || !contentChanges.some(({ text }) => text.includes(logged.what))) return;
      waiting.dispose();
      warn(warnings);
      void propose(pipelines, changes, document.uri, plan);
    }),
  );
  waiting.add(new Timer(WAITS_MS, () => waiting.dispose())).start();
}
