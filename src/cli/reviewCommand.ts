import type { Command } from 'commander';
import { FILTER_OPTIONS } from './filterOptions';
import { toText } from './options';
import type { ReviewOptions } from './reviewShown';
import type { Session } from './session';

const HELP = `
Examples:
  $ deal-notes review > review.md
  $ deal-notes review sales --since "2 weeks ago" --owner dana

A file _review.md in the pipeline's folder is the template: {{won}}, {{due}} and so on stand for the parts. See
docs/reports.md. Exit code 1: the template has a part that there isn't; it stays as it is, and the review is printed.`;

export function addReview(program: Command, session: Session): void {
  const command = program
    .command('review')
    .summary("print the week's review, as Markdown")
    .description(
      "Print the week's review as Markdown: what was won, lost, moved, pushed and logged, what is due, what is stuck and why, the forecast against the quota, and each owner's week.",
    )
    .argument('[FOLDER]', "the pipeline's folder", '.')
    .option('--since <date>', 'the first day that counts, such as "friday" (default: last Monday)', toText);
  for (const { key, option } of FILTER_OPTIONS) if (key === 'owner') command.addOption(option);
  command.addHelpText('after', HELP).action(
    session.ends(async (folder: string, options: ReviewOptions) => {
      // Not at the start: every other call would wait for it.
      const { showReview } = await import('./reviewShown');
      return showReview(session.terminal, folder, options);
    }),
  );
}
