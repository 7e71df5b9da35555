import { Argument, Option, type Command } from 'commander';
import { SLIP_PERIODS } from '../core/changes/slips';
import { FILTER_OPTIONS } from './filterOptions';
import type { ChangesOptions } from './changesShown';
import type { Session } from './session';

const HELP = `
A point is a day (its end), "week" (the start of last Monday; on a Monday, of the one before), "month" or "quarter"
(where that began), a branch, a tag or a commit, "staged" (what would be committed) or "now" (the files as they are).
The only argument may be FOLDER, too.

Examples:
  $ deal-notes changes
  $ deal-notes changes quarter sales --owner me
  $ deal-notes changes origin/main HEAD --markdown

A deal is followed through renames. All points are read by sales-process.yaml as it is now.

In the JSON, from and all parts of a bridge add up to its to, exactly.`;

export function addChanges(program: Command, session: Session): void {
  const command = program
    .command('changes')
    .summary('show what changed between two points')
    .description(
      'Show what changed between two points of time: deals that are new, moved, won, lost or slipped, and what changed the open total.',
    )
    .addArgument(new Argument('[FROM]', 'the first point (default: week)'))
    .addArgument(new Argument('[TO]', 'the second point (default: now)'))
    .argument('[FOLDER]', "the pipeline's folder (default: the current one)")
    .addOption(
      new Option('--period <period>', 'what a deal slips out of: the quarter or the month of FROM')
        .choices(SLIP_PERIODS)
        .default('quarter'),
    )
    .option('--json', 'print JSON')
    .addOption(new Option('--markdown', 'print a comment for a pull request, as Markdown').conflicts('json'));
  for (const { key, option } of FILTER_OPTIONS) if (key === 'owner') command.addOption(option);
  command.addHelpText('after', HELP).action(
    session.ends(
      async (
        from: string | undefined,
        to: string | undefined,
        folder: string | undefined,
        options: ChangesOptions,
      ) => {
        // Not at the start: every other call would wait for it.
        const { showChanges } = await import('./changesShown');
        const typed = [from, to, folder].filter(one => one !== undefined);
        return showChanges(session.terminal, typed, options);
      },
    ),
  );
}
