import { Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, l10n, Location, Range } from 'vscode';
import type { Problem } from '../core/problem';
import type { PipelineFolder } from '../files/pipelineFolder';
import { sentenceOf } from '../words/sentence';

/** Whose problems they are, in the editor’s list. */
export const SOURCE = 'Deal Notes';

/** @param folder where the other file is that a problem may be about */
export function toDiagnostic(problem: Problem, folder?: PipelineFolder): Diagnostic {
  const { code, other } = problem;
  const diagnostic = new Diagnostic(rangeOf(problem), sentenceOf(problem), severityOf(problem));
  diagnostic.code = code;
  diagnostic.source = SOURCE;
  if (other !== undefined && folder) {
    const there = new Location(folder.uriOf(other), new Range(0, 0, 0, 0));
    diagnostic.relatedInformation = [new DiagnosticRelatedInformation(there, l10n.t('the other deal'))];
  }
  return diagnostic;
}

/** Where only the line is known, from its start to beyond its end: the editor cuts it to what is there. */
export function rangeOf({ line, column, end }: Problem): Range {
  return column === undefined || !end
    ? new Range(line - 1, 0, line - 1, 1000)
    : new Range(line - 1, column - 1, end.line - 1, end.column - 1);
}

function severityOf(problem: Problem): DiagnosticSeverity {
  if (problem.severity === 'error') return DiagnosticSeverity.Error;
  if (problem.severity === 'warning') return DiagnosticSeverity.Warning;
  return problem.isQuiet ? DiagnosticSeverity.Hint : DiagnosticSeverity.Information;
}
