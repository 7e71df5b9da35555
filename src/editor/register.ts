import { Diagnostic, DiagnosticSeverity, languages, Range, workspace } from 'vscode';
import type { Entry } from '../core/deal/deal';
import type { Problem } from '../core/problem';
import { PROCESS_FILE } from '../core/process/processFile';
import { Disposables } from '../disposables';
import type { PipelineChange } from '../files/pipelineFolder';
import type { Pipelines } from '../files/pipelines';
import { registerDropLinks } from './dropLinks';

const SOURCE = 'Deal Notes';

/** What is wrong with deal files and with `sales-process.yaml`, at its line; and links to deals that are dropped. */
export function registerEditor(pipelines: Pipelines): Disposables {
  const disposables = new Disposables();
  const diagnostics = disposables.add(languages.createDiagnosticCollection('dealNotes'));
  disposables.add(registerDropLinks());
  const show = ({ folder, paths }: PipelineChange) => {
    for (const path of paths) {
      diagnostics.set(folder.uriOf(path), problemsOf(folder.pipeline.get(path)).map(toDiagnostic));
    }
    diagnostics.set(folder.uriOf(PROCESS_FILE), folder.processProblems.map(toDiagnostic));
  };
  disposables.add(pipelines.onDidChange(show));
  // The editor moves what it has marked along with the text. Where it shows a change on disk only after that was read,
  // the marks stood right already, and now do so no longer.
  disposables.add(
    workspace.onDidChangeTextDocument(({ document: { uri } }) => {
      if (diagnostics.has(uri)) diagnostics.set(uri, [...diagnostics.get(uri)!]);
    }),
  );
  disposables.add(
    pipelines.onDidChangeFolders(() => {
      diagnostics.forEach(uri => {
        if (!pipelines.folderOf(uri)) diagnostics.delete(uri);
      });
    }),
  );
  return disposables;
}

function problemsOf(entry: Entry | undefined): readonly Problem[] {
  if (entry?.kind === 'deal') return entry.problems;
  return entry?.kind === 'attention' ? [entry.problem] : [];
}

function toDiagnostic({ code, line, column, end, message, severity }: Problem): Diagnostic {
  // From the line's start to beyond its end: the editor cuts it to what is there.
  const range =
    column && end
      ? new Range(line - 1, column - 1, end.line - 1, end.column - 1)
      : new Range(line - 1, 0, line - 1, 1000);
  const isError = severity === 'error';
  const diagnostic = new Diagnostic(
    range,
    message,
    isError ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
  );
  diagnostic.code = code;
  diagnostic.source = SOURCE;
  return diagnostic;
}
