import { Option } from 'commander';
import { UsageError } from './usage';

export interface CsvOptions {
  readonly csv?: true;
  readonly bom?: true;
}

/** Anew for each command. */
export function markOption(): Option {
  return new Option('--bom', 'with --csv: begin with a byte order mark, so that Excel reads it as UTF-8');
}

/** @throws UsageError where there is no CSV to be marked */
export function checkMark({ csv, bom }: CsvOptions): void {
  if (bom && !csv) throw new UsageError('--bom goes with --csv.');
}
