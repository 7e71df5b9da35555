import {
  CodeAction,
  CodeActionKind,
  l10n,
  Range,
  WorkspaceEdit,
  type CodeActionContext,
  type TextDocument,
} from 'vscode';
import { fixAll } from '../core/deal/fixes/fixAll';
import { diagnose, type Diagnosis, type Patient } from '../core/deal/fixes/fixes';
import type { NewAlias } from '../core/deal/fixes/stageFixes';
import { plainText } from '../core/escape';
import { isDealPath } from '../core/pipeline/paths';
import type { TextEdit } from '../core/textEdit';
import type { PipelineFolder } from '../files/pipelineFolder';
import type { Pipelines } from '../files/pipelines';
import { PRIVATE_COMMANDS } from '../ids';
import type { Diagnostics } from './diagnostics';
import { FIX_ALL } from './fixKinds';
import { rangeOf } from './toDiagnostic';
import { waysByCommand } from '../waysByCommand';
import { sentenceOf, sentence } from '../words/sentence';

/** The ways out of the problems of a deal file, on the text as it is now. */
export function waysOut(
  pipelines: Pipelines,
  diagnostics: Diagnostics,
  document: TextDocument,
  range: Range,
  context: CodeActionContext,
): CodeAction[] {
  const folder = pipelines.folderOf(document.uri);
  const patient = folder && patientIn(document, pipelines, folder, diagnostics);
  if (!patient) return [];
  const { only } = context;
  const isAll = only && FIX_ALL.intersects(only) && !only.contains(CodeActionKind.QuickFix);
  return isAll
    ? fixAllAction(document, fixAll(patient).edits)
    : quickFixes(document, range, context, diagnose(patient), folder);
}

function patientIn(
  document: TextDocument,
  pipelines: Pipelines,
  folder: PipelineFolder,
  diagnostics: Diagnostics,
): Patient | undefined {
  const path = folder.pathOf(document.uri);
  if (path === undefined || !isDealPath(path)) return undefined;
  const { process } = folder.pipeline;
  const like = diagnostics.likeFile(document.uri);
  return { path, text: document.getText(), process, today: pipelines.today, ...like };
}

function quickFixes(
  document: TextDocument,
  range: Range,
  context: CodeActionContext,
  { problems, fixesOf, aliasFor }: Diagnosis,
  folder: PipelineFolder,
): CodeAction[] {
  const lines = new Range(range.start.line, 0, range.end.line, Infinity);
  return problems
    .filter(problem => rangeOf(problem).intersection(lines))
    .flatMap(problem => {
      const shown = context.diagnostics.filter(
        ({ code, message }) => code === problem.code && message === sentenceOf(problem),
      );
      const actions = fixesOf(problem).map(({ says, edits, isPreferred }) => {
        const action = new CodeAction(sentence(says), CodeActionKind.QuickFix);
        action.edit = toEdit(document, edits);
        action.isPreferred = isPreferred;
        return action;
      });
      const all = [
        ...actions,
        ...aliasAction(aliasFor(problem), document),
        ...waysByCommand(problem, document.uri, folder).map(way =>
          byCommand(way.title, way.command, way.args),
        ),
      ];
      for (const action of all) action.diagnostics = shown;
      return all;
    });
}

function aliasAction(alias: NewAlias | undefined, { uri }: TextDocument): CodeAction[] {
  if (!alias) return [];
  const title = l10n.t('Make “{0}” an Alias of a Stage…', plainText(alias.name, 60));
  return [byCommand(title, PRIVATE_COMMANDS.addAlias, [uri, alias])];
}

function byCommand(title: string, command: string, args: readonly unknown[]): CodeAction {
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.command = { command, title, arguments: [...args] };
  return action;
}

function fixAllAction(document: TextDocument, edits: readonly TextEdit[]): CodeAction[] {
  if (!edits.length) return [];
  const action = new CodeAction(l10n.t('Fix All Safe Problems'), FIX_ALL);
  action.edit = toEdit(document, edits);
  return [action];
}

function toEdit(document: TextDocument, edits: readonly TextEdit[]): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const { start, end, text } of edits) {
    edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(end)), text);
  }
  return edit;
}
