import { isSerious, type Problem } from '../core/problem';
import { reportWords } from '../words/report';
import { sentenceOf } from '../words/sentence';
import type { Finding } from './findings';

/** `deals/acme.md:3:12: error unknown-stage: There is no stage “propsal”.` */
export function asLine({ path, line, column = 1, severity, says, code }: Finding): string {
  return `${path}:${line}:${column}: ${severity} ${code}: ${sentenceOf({ says })}`;
}

/** How many problems there are, and what is not shown of them. */
export function summary(
  findings: readonly Finding[],
  files: number,
  isShown: (problem: Problem) => boolean,
): string {
  const many = (severity: Finding['severity']) => findings.filter(one => one.severity === severity).length;
  const hints = findings.filter(one => !isSerious(one));
  const hidden = hints.filter(one => !isShown(one)).length;
  return reportWords('en').checked({
    ...{ files, hidden, hints: hints.length - hidden },
    ...{ problems: findings.length - hints.length, errors: many('error'), warnings: many('warning') },
  });
}
