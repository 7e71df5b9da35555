import { pathToFileURL } from 'node:url';
import { isAbsolute, sep } from 'node:path';
import type { Log, ReportingDescriptor, Result } from 'sarif';
import { version } from '../../package.json';
import type { Severity } from '../core/problem';
import type { Finding } from './findings';
import { sentenceOf } from '../words/sentence';

const LEVELS = { error: 'error', warning: 'warning', hint: 'note' } as const satisfies Record<
  Severity,
  Result.level
>;

/**
 * The findings as other programs read them: SARIF 2.1.0, section 3 of
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function toSarif(findings: readonly Finding[]): Log {
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  const rules: ReportingDescriptor[] = codes.map(id => ({
    id,
    shortDescription: { text: id.replaceAll('-', ' ') },
  }));
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'deal-notes', version, rules } },
        columnKind: 'utf16CodeUnits',
        results: findings.map(finding => toResult(finding, codes)),
      },
    ],
  };
}

function toResult(finding: Finding, codes: readonly string[]): Result {
  const { code, column, end, line, path, severity } = finding;
  const region = {
    startLine: line,
    ...(column !== undefined && end && { startColumn: column, endLine: end.line, endColumn: end.column }),
  };
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: LEVELS[severity],
    message: { text: asPlainText(sentenceOf(finding)) },
    locations: [{ physicalLocation: { artifactLocation: { uri: toUri(path) }, region } }],
  };
}

/** By section 3.11.6 `[text](address)` is a link in a message, and what a file says is none. */
function asPlainText(message: string): string {
  return message.includes('](') ? message.replace(/[\\[\]]/g, '\\$&') : message;
}

/** Relative to the folder that the command was called in, unless it was called with another one. */
function toUri(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return path.split(sep).map(encodeURIComponent).join('/');
}
