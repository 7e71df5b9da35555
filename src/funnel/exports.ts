import { env, l10n, Uri, window, workspace } from 'vscode';
import type { ReportQuestion } from '../core/metrics/question';
import { makeReport } from '../core/metrics/report';
import { moneyIn } from '../core/moneyFormat';
import { stagesAsCsv } from '../core/text/stagesCsv';
import { withMark } from '../core/byteOrderMark';
import type { ShownFolder } from '../files/editor/travel/shownFolder';
import type { FromPage } from '../shared/fromPage';
import { filterInWords } from '../words/filter';
import { reportWords } from '../words/report';
import { reportAsMarkdown } from '../words/report/reportMarkdown';
import { printablePage } from './paper';
import { save } from './save';

/** The report as Markdown into the clipboard; its links lead from the workspace folder. */
export async function copyReport(folder: ShownFolder, question: ReportQuestion): Promise<void> {
  const report = makeReport({ ...question, against: 'week' });
  const linkTo = (path: string) => workspace.asRelativePath(folder.uriOf(path), false);
  const words = reportWords('en');
  const money = moneyIn(folder.pipeline.currencies);
  const { process, filter = {} } = question;
  const lines = reportAsMarkdown({ report, process, words, money }, filterInWords(filter, process), linkTo);
  await env.clipboard.writeText(`${lines.join('\n')}\n`);
  window.setStatusBarMessage(l10n.t('Report copied'), 4000);
}

/** Saves what the page has drawn, or its numbers. */
export async function saveAs(
  { format, content }: Extract<FromPage, { type: 'save' }>,
  folder: ShownFolder,
  question: ReportQuestion,
  extension: Uri,
): Promise<void> {
  const make = {
    csv: () => encode(withMark(stagesAsCsv(makeReport(question).stages, question.process))),
    svg: () => encode(content),
    png: () => Uint8Array.from(atob(content), character => character.charCodeAt(0)),
    html: async () => {
      const file = Uri.joinPath(extension, 'dist', 'webview', 'funnel.css');
      const style = new TextDecoder().decode(await workspace.fs.readFile(file));
      return encode(printablePage(content, style, `${l10n.t('Funnel')}, ${question.asOf}`));
    },
  }[format];
  await save(format, make, folder.uri, `funnel-${question.asOf}`);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
