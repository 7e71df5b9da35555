import type { Command } from 'commander';
import { plainText } from '../core/escape';
import { oneLine } from '../core/oneLine';
import { nameMeant } from '../core/pipeline/paths';
import { change, type ChangeOptions } from './change';
import { addChangeOptions, JSON_HELP } from './changeHelp';
import { toText } from './options';
import type { Session } from './session';
import type { Terminal } from './terminal';
import { UsageError } from './usage';

const ARCHIVE_HELP = `
Example:
  $ deal-notes archive deals/acme.md
${JSON_HELP}
An archived deal also has newPath.`;

const RENAME_HELP = `
Example:
  $ deal-notes rename deals/acme.md "Acme, depot scanners"
  $ deal-notes rename deals/acme.markdown
${JSON_HELP}
A renamed deal also has newTitle, if it has one, and newPath.`;

export function addFileCommands(program: Command, session: Session): void {
  addRename(program, session);
  addArchive(program, session);
}

function addArchive(program: Command, session: Session): void {
  const { terminal } = session;
  const command = program
    .command('archive')
    .summary('move won and lost deals into the archive')
    .description(
      'Move the files of won and lost deals into the folder “archive” of their pipeline. Links in other deals follow.',
    )
    .argument('<FILE...>', 'deal files');
  addChangeOptions(command)
    .addHelpText('after', ARCHIVE_HELP)
    .action(
      session.ends((files: string[], options: ChangeOptions) =>
        change(terminal, files, options, {
          command: 'archive',
          make: async (workspace, named) => {
            const { archiveDeals } = await import('../actions/archive');
            return archiveDeals(workspace, named);
          },
          inWords: ({ plan: { title } }, path) => `${plainText(title)} → ${path}`,
          asData: (_, newPath) => ({ newPath }),
        }),
      ),
    );
}

interface RenameOptions extends ChangeOptions {
  readonly keepFile?: true;
}

/** Only the ending of the file is another one then. */
function renameToDeal(terminal: Terminal, file: string, options: RenameOptions): Promise<number> {
  if (options.keepFile || !nameMeant(file)) throw new UsageError('Say the deal’s new title, too.');
  return change(terminal, [file], options, {
    command: 'rename',
    make: async (workspace, [address]) => {
      const { nameAsDeal } = await import('../actions/nameAsDeal');
      return nameAsDeal(workspace, address!);
    },
    inWords: ({ plan: { title } }, path) => `${plainText(title)} (${path})`,
    asData: (_, newPath) => ({ newPath }),
  });
}

function addRename(program: Command, session: Session): void {
  const { terminal } = session;
  const command = program
    .command('rename')
    .summary('rename a deal')
    .description('Change a deal’s title and rename its file to match. Links in other deals follow.')
    .argument('<FILE>', 'deal file')
    .argument(
      '[TITLE]',
      'its new title; may be left out for a file that should end in .md and doesn’t',
      toText,
    )
    .option('--keep-file', 'keep the file name');
  addChangeOptions(command)
    .addHelpText('after', RENAME_HELP)
    .action(
      session.ends((file: string, title: string | undefined, options: RenameOptions) => {
        if (title === undefined) return renameToDeal(terminal, file, options);
        const newTitle = oneLine(title);
        return change(terminal, [file], options, {
          command: 'rename',
          make: async (workspace, [address]) => {
            const { nameByTitle, renameDeal } = await import('../actions/renameDeal');
            const name = options.keepFile
              ? undefined
              : await nameByTitle(workspace.files, address!, newTitle);
            return renameDeal(workspace, address!, newTitle, name);
          },
          inWords: ({ plan: { title: before } }, path) =>
            before !== newTitle || path !== file
              ? `${plainText(before)} → ${plainText(newTitle)} (${path})`
              : `${plainText(before)}: nothing to change`,
          asData: (_, newPath) => ({ newTitle, newPath }),
        });
      }),
    );
}
