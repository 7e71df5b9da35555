import { existsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CalendarDate } from '../core/calendar';
import type { Deal } from '../core/deal/deal';
import { plainText } from '../core/escape';
import { dealsAsJsonLines } from '../core/exchange/json/list';
import { isSystemError } from '../files/disk/disk';
import { unwritable } from '../files/disk/updateFile';
import { counted, TEXTS } from '../words/en/counted';
import { quoted } from '../words/en/said/quoted';
import { reportWords } from '../words/report';
import { sentenceOf } from '../words/sentence';
import type { ListForms } from './listForms';
import { complain, print, printCsvText } from './output';
import { absolute, type Terminal } from './terminal';
import { UsageError } from './usage';

const words = reportWords('en');

/**
 * Writes deals for another program. A table of deals has no place for what is none, so that is told beside it.
 *
 * @param needsAttention how many files are left out since they can't be read
 * @throws UsageError where a file can't be written
 */
export async function writeTable(
  terminal: Terminal,
  deals: readonly Deal[],
  today: CalendarDate,
  { bom, separator, columns, jsonl, markdown, excel }: ListForms,
  needsAttention: number,
): Promise<void> {
  if (jsonl) terminal.out(dealsAsJsonLines(deals, today));
  else if (excel !== undefined) await writeExcel(terminal, deals, today, excel, columns);
  else {
    // Not at the start: every other call would wait for it.
    const { dealsAsCsv, dealsAsMarkdown } = await import('../core/text/dealTable');
    if (markdown) print(terminal, dealsAsMarkdown(deals, today, columns));
    else printCsvText(terminal, dealsAsCsv(deals, today, separator, columns), bom);
  }
  for (const line of noteOnConflicts(deals)) complain(terminal, line);
  complainOfUnread(terminal, needsAttention);
}

/** Tells of files that are in no table, calendar or review, since they can't be read as deals. */
export function complainOfUnread(terminal: Pick<Terminal, 'err'>, files: number): void {
  if (!files) return;
  complain(terminal, `${words.leftOut(files)} Run deal-notes check to see why.`);
}

export function noteOnConflicts(deals: readonly Deal[]): string[] {
  const many = deals.filter(({ conflict }) => conflict).length;
  return many ? [words.gaps.inConflict(many)] : [];
}

/** @throws UsageError where a file of that name is there, which stays as it is, or none can be written */
async function writeExcel(
  terminal: Terminal,
  deals: readonly Deal[],
  today: CalendarDate,
  file: string,
  columns: readonly string[] | undefined,
): Promise<void> {
  const path = absolute(terminal, file);
  if (existsSync(path)) throw isThere(file);
  const [{ dealRows, isDayColumn }, { countCut, excelFile, MOST_CHARACTERS }] = await Promise.all([
    import('../core/text/dealTable'),
    import('../files/tables/excelFile'),
  ]);
  const rows = dealRows(deals, today, columns);
  const bytes = await excelFile('Deals', rows, isDayColumn);
  try {
    // Another program may have made one meanwhile.
    writeFileSync(path, bytes, { flag: 'wx' });
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    if (cause.code === 'EEXIST') throw isThere(file);
    if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR')
      throw new UsageError(`There is no folder ${quoted(dirname(file))}. Make it, or name another one.`);
    throw new UsageError(`${quoted(file)}: ${sentenceOf(unwritable(cause.code))}`);
  }
  print(terminal, [`${words.deals(deals.length)} in ${plainText(file)}`]);
  const cut = countCut(rows);
  if (cut)
    complain(
      terminal,
      `${counted(cut, TEXTS)} cut off after ${MOST_CHARACTERS.toLocaleString('en')} characters, as a cell of Excel takes no more. --csv and --json have all of it.`,
    );
}

function isThere(file: string): UsageError {
  return new UsageError(`There is a file ${quoted(file)} already. Give the table another name.`);
}
