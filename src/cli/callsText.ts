import { plainText } from '../core/escape';
import type { CallsReport } from '../core/metrics/calls';
import { accuracyLines, callRows, pastCallRows, type TextTable } from '../words/report/callRows';
import type { ReportSources } from '../words/report/sources';
import { formatTable } from '../core/text/textTable';

/** Calls against what came, as lines for a terminal. */
export function callsAsText(calls: CallsReport, sources: ReportSources): string[] {
  const { calls: said } = sources.words;
  const name = (text: string) => plainText(text, 24);
  const part = (title: string, { heading, rows, align }: TextTable) => {
    const columns = [...align].map(side => (side === 'r' ? ({ align: 'right' } as const) : {}));
    return rows.length ? [title, ...formatTable([heading, ...rows], columns), ''] : [];
  };
  const averages = accuracyLines(calls, sources, name);
  const lines = [
    ...part(said.title, callRows(calls, sources, name)),
    ...part(said.past, pastCallRows(calls, sources, name)),
    ...(averages.length ? [`${said.average}: ${averages.join('; ')}`, ''] : []),
  ];
  return lines.length ? lines.slice(0, -1) : [said.none];
}
