import { InvalidArgumentError, Option, type Command } from 'commander';
import { DEAL_COLUMNS } from '../core/text/dealColumns';
import { quoted } from '../words/en/said/quoted';
import { addCsvOptions, checkCsvOptions, type CsvOptions } from './csvOptions';
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
      'with --csv, --excel or --markdown: which columns, with commas between them',
      toColumns,
    );
  return addCsvOptions(command);
}

/** @throws UsageError where two options make no sense together */
export function checkFormOptions(options: ListForms): void {
  checkCsvOptions(options);
  if (options.columns && !options.csv && options.excel === undefined && !options.markdown)
    throw new UsageError('--columns goes with --csv, --excel or --markdown.');
}

/** Whether the deals alone are asked for, in another form than JSON. */
export function isForPrograms({ csv, jsonl, markdown, excel }: ListForms): boolean {
  return [csv, jsonl, markdown, excel].some(form => form !== undefined);
}

/** For commander: names of columns, each once. */
function toColumns(typed: string): readonly string[] {
  const names = [...new Set(typed.split(',').map(name => name.trim().toLowerCase()))].filter(name => name);
  const wrong = names.find(name => !DEAL_COLUMNS.includes(name));
  if (names.length && wrong === undefined) return names;
  const told = wrong === undefined ? '' : `There is no column ${quoted(wrong)}. `;
  throw new InvalidArgumentError(`${told}The columns are ${DEAL_COLUMNS.join(', ')}.`);
}
