import type { Command } from 'commander';
import { logInDeals } from '../actions/activities';
import { plainText } from '../core/escape';
import type { Logged } from '../core/loggedDay';
import { change, type ChangeOptions } from './change';
import { addChangeOptions, DASH_HELP, JSON_HELP } from './changeHelp';
import { toDay, toText } from './options';
import type { Session } from './session';
import type { Terminal } from './terminal';
import { UsageError } from './usage';

const HELP = `
Examples:
  $ deal-notes log deals/acme.md "call: asked for a reference customer"
  $ deal-notes log deals/acme.md "yesterday: met R. Lee"
  $ deal-notes log deals/acme.md "met R. Lee" --on 2026-11-20
  $ deal-notes log deals/acme.md --from mail.eml
  $ pbpaste | deal-notes log deals/acme.md --from -

TEXT may begin with the day; with --on, all of it is what happened.

--from takes a mail (.eml), an invitation (.ics) or plain text, and makes one line of it: who, what about, and
the names of attachments, which aren’t kept. It’s dated on the day that your own calendar has for it. Whoever wrote
and isn’t a contact yet becomes one. A meeting to come is printed as a next step, with the command that sets it.
${JSON_HELP}
With --from, a changed deal also has logged, contacts (those that were added) and nextStep (proposed, not set).
${DASH_HELP}`;

interface LogOptions extends ChangeOptions {
  readonly on?: string;
  readonly from?: string;
}

/** Logs what happened, as a person types it or as a file from outside has it. */
export function addLog(program: Command, session: Session): void {
  const { terminal } = session;
  const command = program
    .command('log')
    .summary('log what happened, also a mail or an invitation')
    .description('Add a dated line to a deal’s log.')
    .argument('<FILE>', 'deal file')
    .argument('[TEXT]', 'what happened', toText)
    .option(
      '--on <day>',
      'when it happened, such as "yesterday" (default: the day that TEXT begins with, or today)',
      toText,
    )
    .option(
      '--from <file>',
      'log this mail, invitation or text instead of TEXT; - reads standard input',
      toText,
    );
  addChangeOptions(command)
    .addHelpText('after', HELP)
    .action(
      session.ends(async (file: string, text: string | undefined, options: LogOptions) => {
        if ((text === undefined) === (options.from === undefined))
          throw new UsageError('Give either TEXT, what happened, or --from with a file.');
        if (text === undefined) {
          // What reads mails is read when one is logged.
          const { logFrom } = await import('./logFrom');
          const on = options.on === undefined ? undefined : await toDay(options.on, terminal);
          return logFrom(terminal, file, { ...options, on, from: options.from! });
        }
        const { on, what } = await loggedIn(text, options.on, terminal);
        return change(terminal, [file], options, {
          command: 'log',
          make: (workspace, files) => logInDeals(workspace, files, what, on),
          inWords: ({ plan: { title } }) => `${plainText(title)}: logged on ${on}`,
        });
      }),
    );
}

async function loggedIn(text: string, on: string | undefined, terminal: Terminal): Promise<Logged> {
  if (on !== undefined) return { on: await toDay(on, terminal), what: text };
  // Not at the start, since it reads days as people say them.
  const { readLogged } = await import('../core/loggedDay');
  return readLogged(text, terminal.clock.today(), terminal.language);
}
