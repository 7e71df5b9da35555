import {
  CodeAction,
  CodeActionKind,
  l10n,
  languages,
  Range,
  WorkspaceEdit,
  type CodeActionContext,
  type Disposable,
  type TextDocument,
} from 'vscode';
import type { Diagnosis, Patient } from '../core/deal/fixes/fixes';
import { isDealPath } from '../core/pipeline/paths';
import type { Problem, ProblemCode } from '../core/problem';
import type { TextEdit } from '../core/textEdit';
import type { Pipelines } from '../files/pipelines';
import { COMMANDS, type CommandId } from '../ids';
import type { Diagnostics } from './diagnostics';
import { rangeOf } from './toDiagnostic';

/** For `editor.codeActionsOnSave`. */
const FIX_ALL = CodeActionKind.SourceFixAll.append('dealNotes');

/** Where only a person knows what to write, the command that asks for it. */
const COMMANDS_FOR: Partial<Record<ProblemCode, readonly [CommandId, string]>> = {
  'close-date-past': [COMMANDS.setCloseDate, l10n.t('Set Close Date…')],
  'no-next-step': [COMMANDS.setNextStep, l10n.t('Set Next Step…')],
  'invalid-value': [COMMANDS.setValue, l10n.t('Set Value…')],
};

/** The ways out of the problems of a deal file, on the text as it is now. */
export function registerQuickFixes(pipelines: Pipelines, diagnostics: Diagnostics): Disposable {
  return languages.registerCodeActionsProvider(
    { language: 'markdown' },
    {
      async provideCodeActions(document, range, context) {
        const patient = patientIn(document, pipelines, diagnostics);
        if (!patient) return undefined;
        const { diagnose, fixAll } = await import('../core/deal/fixes/fixes');
        if (
          context.only &&
          FIX_ALL.intersects(context.only) &&
          !context.only.contains(CodeActionKind.QuickFix)
        ) {
          return fixAllAction(document, fixAll(patient));
        }
        return quickFixes(document, range, context, diagnose(patient));
      },
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
  );
}

function patientIn(
  document: TextDocument,
  pipelines: Pipelines,
  diagnostics: Diagnostics,
): Patient | undefined {
  const folder = pipelines.folderOf(document.uri);
  const path = folder?.pathOf(document.uri);
  if (!folder || path === undefined || !isDealPath(path)) return undefined;
  const { process } = folder.pipeline;
  const alike = diagnostics.alike(folder, path);
  return { path, text: document.getText(), process, today: pipelines.today, alike };
}

function quickFixes(
  document: TextDocument,
  range: Range,
  context: CodeActionContext,
  { problems, fixesOf }: Diagnosis,
): CodeAction[] {
  const lines = new Range(range.start.line, 0, range.end.line, Infinity);
  return problems
    .filter(problem => rangeOf(problem).intersection(lines))
    .flatMap(problem => {
      const shown = context.diagnostics.filter(
        ({ code, message }) => code === problem.code && message === problem.message,
      );
      const actions = fixesOf(problem).map(({ title, edits, isPreferred }) => {
        const action = new CodeAction(title, CodeActionKind.QuickFix);
        action.edit = toEdit(document, edits);
        action.isPreferred = isPreferred;
        return action;
      });
      const all = [...actions, ...commandsFor(problem, document)];
      for (const action of all) action.diagnostics = shown;
      return all;
    });
}

/** The same for fields that are missing. */
const COMMANDS_FOR_FIELDS: Readonly<Record<string, readonly [CommandId, string]>> = {
  close_date: COMMANDS_FOR['close-date-past']!,
  next_step: COMMANDS_FOR['no-next-step']!,
  next_step_on: COMMANDS_FOR['no-next-step']!,
  owner: [COMMANDS.setOwner, l10n.t('Set Owner…')],
  value: COMMANDS_FOR['invalid-value']!,
};

function commandsFor({ code, meant }: Problem, { uri }: TextDocument): CodeAction[] {
  const field = code === 'missing-field' ? meant![0]! : '';
  const ofField = Object.hasOwn(COMMANDS_FOR_FIELDS, field) ? COMMANDS_FOR_FIELDS[field] : undefined;
  const [command, title] = COMMANDS_FOR[code] ?? ofField ?? [];
  if (!command) return [];
  const action = new CodeAction(title!, CodeActionKind.QuickFix);
  action.command = { command, title: title!, arguments: [uri] };
  return [action];
}

function fixAllAction(document: TextDocument, edits: readonly TextEdit[]): CodeAction[] {
  if (!edits.length) return [];
  const action = new CodeAction(l10n.t('Fix All That Is Safe to Fix'), FIX_ALL);
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
