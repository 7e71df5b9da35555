import {
  CodeAction,
  CodeActionKind,
  l10n,
  Range,
  Uri,
  WorkspaceEdit,
  type CodeActionContext,
  type TextDocument,
} from 'vscode';
import type { ProcessProblem } from '../../core/process/process';
import { CALLS_FILE } from '../../core/calls/callsFileName';
import { PROCESS_FILE } from '../../core/process/processFile';
import type { PipelineFolder } from '../../files/pipelineFolder';
import type { Pipelines } from '../../files/pipelines';
import { sentenceOf } from '../../words/sentence';
import { rangeOf } from '../toDiagnostic';

/** The ways out of what is wrong with a process file, or with its name. */
export function processFixes(
  { folders }: Pipelines,
  document: TextDocument,
  range: Range,
  context: CodeActionContext,
): CodeAction[] {
  const lines = new Range(range.start.line, 0, range.end.line, Infinity);
  const here = document.uri.toString();
  return folders.flatMap(folder => {
    return folder.processProblems
      .filter(({ file = PROCESS_FILE }) => folder.uriOf(file).toString() === here)
      .filter(problem => rangeOf(problem).intersection(lines))
      .flatMap(problem => {
        const fix =
          problem.code === 'misnamed-process-file' || problem.code === 'misnamed-calls-file'
            ? renamed(problem, folder, document)
            : respelled(problem, document);
        if (!fix) return [];
        fix.isPreferred = true;
        fix.diagnostics = context.diagnostics.filter(
          ({ code, message }) => code === problem.code && message === sentenceOf(problem),
        );
        return [fix];
      });
  });
}

/** Not beside the one that is read: it would replace that. */
function renamed(
  { code, other }: ProcessProblem,
  { pipeline: { process } }: PipelineFolder,
  { uri }: TextDocument,
): CodeAction | undefined {
  const isProcess = code === 'misnamed-process-file';
  const isAlone = isProcess ? process.unknownRules?.code === code : other === undefined;
  if (!isAlone) return undefined;
  const name = isProcess ? PROCESS_FILE : CALLS_FILE;
  const action = new CodeAction(l10n.t('Rename the File to {0}', name), CodeActionKind.QuickFix);
  action.edit = new WorkspaceEdit();
  action.edit.renameFile(uri, Uri.joinPath(uri, '..', name));
  return action;
}

/** A key, or a value, as it was probably meant. */
function respelled(problem: ProcessProblem, { uri }: TextDocument): CodeAction | undefined {
  const [meant] = problem.meant ?? [];
  if (meant === undefined) return undefined;
  const action = new CodeAction(l10n.t('Write “{0}”', meant), CodeActionKind.QuickFix);
  action.edit = new WorkspaceEdit();
  action.edit.replace(uri, rangeOf(problem), meant);
  return action;
}
