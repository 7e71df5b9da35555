import { Option, type Command } from 'commander';
import type { Separator } from '../core/text/csv';
import { UsageError } from './usage';

export interface CsvOptions {
  readonly csv?: true;
  readonly bom?: true;
  readonly separator?: Separator;
}

/** What says how CSV is written. */
export function addCsvOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--bom', 'with --csv: begin with a byte order mark, so that Excel reads it as UTF-8'),
    )
    .addOption(
      new Option(
        '--separator <sign>',
        'with --csv: what stands between cells; with ";", as Excel wants it in many countries, decimals have a comma',
      ).choices([',', ';']),
    );
}

/** @throws UsageError where there is no CSV to be written so */
export function checkCsvOptions({ csv, bom, separator }: CsvOptions): void {
  if (csv) return;
  if (bom) throw new UsageError('--bom goes with --csv.');
  if (separator) throw new UsageError('--separator goes with --csv.');
}
