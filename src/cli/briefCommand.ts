import type { Command } from 'commander';
import type { Session } from './session';

const HELP = `
Examples:
  $ deal-notes brief deals/acme.md
  $ deal-notes brief deals/acme.md > brief.md

Computed from the deal's file, the other deals of its pipeline and git; see docs/reports.md.`;

export function addBrief(program: Command, session: Session): void {
  program
    .command('brief')
    .summary('show a deal on one page, before a call')
    .description(
      'Show on one page where a deal stands, what is open in its stage, what to ask, whom to talk to, what was logged last, how value and close date moved, and the other deals of its account. The page is Markdown.',
    )
    .argument('<FILE>', 'deal file')
    .addHelpText('after', HELP)
    .action(
      session.ends(async (file: string) => {
        // Not at the start: every other call would wait for it.
        const { showBrief } = await import('./briefShown');
        return showBrief(session.terminal, file);
      }),
    );
}
