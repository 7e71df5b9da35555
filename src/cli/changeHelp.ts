import type { Command } from 'commander';

export const JSON_HELP = `
The JSON is a list with one item per file: path, ok, and title, warnings; of a file that is refused path, ok,
code, line, message. With --dry-run also diff.`;

export const DASH_HELP = 'Put -- before a text that begins with a dash.';

/** What every command takes that changes deals. */
export function addChangeOptions(command: Command): Command {
  return command
    .option('--dry-run', 'print the change as a unified diff and write nothing')
    .option('--json', 'print JSON');
}
