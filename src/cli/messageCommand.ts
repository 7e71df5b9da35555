import type { Command } from 'commander';
import { toText } from './options';
import type { Session } from './session';

const HELP = `
Examples:
  $ deal-notes message
  Acme: Needs analysis → Proposal; Globex won (€48,000)
  $ git commit --message "$(deal-notes message)"

Up to three deals are told one by one, more are counted, with a line for each below. Where only the notes of deals have
changed, it names those.

--fill is what the hook prepare-commit-msg of deal-notes git setup --hooks runs: the message goes into FILE, above what
git says there, and only if no other stands there.

Exit codes: 0 done; 1 nothing of the pipeline is staged; 2 wrong usage, no git or no repository.`;

export function addMessage(program: Command, session: Session): void {
  program
    .command('message')
    .summary('propose a commit message')
    .description('Say what the staged deals did, as the message of the commit.')
    .argument('[FOLDER]', "the pipeline's folder", '.')
    .option('--fill <FILE>', "write it into a commit's message that is still empty", toText)
    .addHelpText('after', HELP)
    .action(
      session.ends(async (folder: string, options: { fill?: string }) => {
        // Not at the start: every other call would wait for it.
        const { proposeMessage } = await import('./proposeMessage');
        return proposeMessage(session.terminal, folder, options.fill);
      }),
    );
}
