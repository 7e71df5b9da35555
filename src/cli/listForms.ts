import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Deal } from '../core/deal/deal';
import { plainText } from '../core/escape';
import { headOfOwn } from '../core/intake/ownHeads';
import { columnsOf, DEAL_COLUMNS, MORE_COLUMNS } from '../core/text/dealColumns';
import { quoted } from '../words/en/said/quoted';
import { addCsvOptions, checkCsvOptions, type CsvOptions } from './csvOptions';
import { shellWord } from './shellWord';
import { UsageError } from './usage';

/** In which form deals are listed for other programs: one of them at most. */
export interface ListForms extends CsvOptions {
  readonly json?: true;
  readonly jsonl?: true;
  readonly markdown?: true;
  /** The file to be written. */
  readonly excel?: string;
  readonly columns?: readonly string[];
}

/** Adds what asks for a form. */
export function addFormOptions(command: Command): Command {
  command
    .option('--json', 'print JSON')
    .addOption(new Option('--csv', 'print the deals as CSV').conflicts('json'))
    .addOption(
      new Option('--jsonl', 'print a line of JSON for each deal (JSON Lines)').conflicts(['json', 'csv']),
    )
    .addOption(
      new Option('--markdown', 'print the deals as a Markdown table').conflicts(['json', 'csv', 'jsonl']),
    )
    .addOption(
      new Option(
        '--excel <file>',
        'write the deals into an Excel file, which must not be there yet',
      ).conflicts([...['json', 'csv', 'jsonl', 'markdown']]),
    )
    .option(
      '--columns <names>',
      'with --csv, --excel or --markdown: which columns, with commas between them; your own keys too',
      toColumns,
    );
  return addCsvOptions(command);
}

/** @throws UsageError where two options make no sense together */
export function checkFormOptions(options: ListForms): void {
  checkCsvOptions(options);
  const { excel } = options;
  if (excel !== undefined && !/\.xlsx$/i.test(excel))
    throw new UsageError(
      `An Excel file ends with .xlsx, or Excel doesn’t open it: --excel ${shellWord(plainText(`${excel.replace(/(?<=[^/\\])\.[^./\\]*$/, '')}.xlsx`, 200))}`,
    );
  if (options.columns && !options.csv && options.excel === undefined && !options.markdown)
    throw new UsageError('--columns goes with --csv, --excel or --markdown.');
}

/** Whether the deals alone are asked for, in another form than JSON. */
export function isForPrograms({ csv, jsonl, markdown, excel }: ListForms): boolean {
  return [csv, jsonl, markdown, excel].some(form => form !== undefined);
}

/** For commander: names of columns, each once. */
function toColumns(typed: string): readonly string[] {
  const names = [...new Set(typed.split(',').map(name => name.trim()))].filter(name => name);
  if (names.length) return names;
  throw new InvalidArgumentError(`The columns are ${ALWAYS_THERE.join(', ')}, and your own keys.`);
}

const ALWAYS_THERE = [...DEAL_COLUMNS, ...MORE_COLUMNS];

/**
 * The columns that a person names, as tables have them: of keys of the team's own, those that some deal has.
 *
 * @throws UsageError where there is no such column
 */
export function columnsNamed(names: readonly string[], deals: Iterable<Deal>): readonly string[] {
  const columns = [...new Set([...ALWAYS_THERE, ...columnsOf(deals)])];
  const found = names.map(name => {
    const heads = [name, headOfOwn(name)];
    return (
      columns.find(column => heads.includes(column)) ??
      columns.find(column => column.toLowerCase() === name.toLowerCase())
    );
  });
  const wrong = names.find((_, at) => found[at] === undefined);
  if (wrong !== undefined)
    throw new UsageError(
      `There is no column ${quoted(wrong)}. The columns are ${plainText(columns.join(', '), 2000)}.`,
    );
  return [...new Set(found as readonly string[])];
}
