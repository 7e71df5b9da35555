import type { Command } from 'commander';
import { sayFile } from '../core/fileSays';
import { cacheFolder } from '../files/disk/cacheFolder';
import { clearKeep } from '../files/disk/clearKeep';
import { UndoRecords } from '../files/disk/undoRecords';
import { counted } from '../words/en/counted';
import { complain, print, printJson } from './output';
import type { Session } from './session';
import type { Terminal } from './terminal';
import { sentence } from '../words/sentence';

const COMMANDS = { one: 'command', other: 'commands' };

const CLEAR_HELP = `
Example:
  $ deal-notes cache clear

Every command that changes deals keeps the old texts there, so that undo can bring them back: at most 200 commands
and 32 MB. What was read of git is kept too, so that the next command reads only what is new: at most 256 MB; and of
pipelines with 500 files or more, what was read of the files: at most 512 MB. All of it is readable by you alone.
It is in $XDG_CACHE_HOME/deal-notes, else in ~/.cache, ~/Library/Caches (macOS) or %LOCALAPPDATA% (Windows).
Nothing is kept in your pipeline.

The JSON is one object: folder, and commands: how many can no longer be undone. Where nothing could be
deleted there is none, and the exit code is 1.`;

export function addCache(program: Command, session: Session): void {
  program
    .command('cache')
    .summary('clear what is kept for undo and read before')
    .description('What the command line keeps outside of your pipelines.')
    .command('clear')
    .summary('delete it')
    .description(
      'Delete all that is kept for undo, was read of git and of files, or was made of the program itself.',
    )
    .option('--json', 'print JSON')
    .addHelpText('after', CLEAR_HELP)
    .action(session.ends((options: { json?: true }) => clear(session.terminal, options)));
}

async function clear(terminal: Terminal, { json }: { readonly json?: true }): Promise<number> {
  const folder = cacheFolder(terminal.env);
  const cleared = folder === undefined ? { why: sayFile('noHome') } : await UndoRecords.clear(folder);
  if ('why' in cleared) {
    complain(terminal, `Nothing was cleared: ${sentence(cleared.why)}`);
    return 1;
  }
  const kept = await clearKeep(folder!);
  if ('why' in kept) {
    complain(terminal, `What was read of files and git was not cleared: ${sentence(kept.why)}`);
    return 1;
  }
  const { commands } = cleared;
  if (json) printJson(terminal, { folder, commands });
  else if (!commands) print(terminal, [kept.wasThere ? `${folder} is empty.` : 'Nothing is kept.']);
  else print(terminal, [`${folder} is empty: ${counted(commands, COMMANDS)} can no longer be undone.`]);
  return 0;
}
