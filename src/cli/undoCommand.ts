import type { Command } from 'commander';
import { join } from 'node:path';
import { addressIn, type Address } from '../actions/address';
import { undo, type Undone } from '../actions/undo';
import { plainText } from '../core/escape';
import { sayFile } from '../core/fileSays';
import { PROCESS_FILE } from '../core/process/processFile';
import { toAddress } from '../files/disk/addresses';
import { realPlace } from '../files/disk/cacheFolder';
import { processFolder } from '../files/disk/loadDisk';
import type { Damaged, Kept, UndoRecords } from '../files/disk/undoRecords';
import { addChangeOptions } from './changeHelp';
import { complain, print, printJson } from './output';
import { pipelineFolder } from './pipeline';
import { undoRecords } from './remember';
import type { Session } from './session';
import type { Target } from './targets';
import type { Terminal } from './terminal';
import { commandInWords, tellRest, tellUndone } from './undoTold';
import { diskWorkspace } from './workspace';
import { sentence } from '../words/sentence';

const HELP = `
Examples:
  $ deal-notes undo
  $ deal-notes undo sales --dry-run

Call it again for the command before. A file that was changed since is left as it is and reported; where
nothing could be undone, --skip passes over the command; where what is kept of it is damaged, --skip sets that aside. What is needed is kept in your cache folder: see
deal-notes cache clear --help.

The JSON is a list with one item per file: path, ok, command, and newPath where it has another name again; of a
file that is refused path, ok, code, line, message. With --dry-run also diff.`;

interface UndoOptions {
  readonly json?: true;
  readonly dryRun?: true;
  readonly skip?: true;
}

export function addUndo(program: Command, session: Session): void {
  const command = program
    .command('undo')
    .summary('take back the last command')
    .description('Take back the last command that changed deals of a pipeline, from whichever terminal.')
    .argument('[FOLDER]', "the pipeline's folder", '.')
    .option('--skip', 'leave the last command as it is, and go on with the one before next time');
  addChangeOptions(command)
    .addHelpText('after', HELP)
    .action(
      session.ends((folder: string, options: UndoOptions) => undoLast(session.terminal, folder, options)),
    );
}

async function undoLast(terminal: Terminal, named: string, options: UndoOptions): Promise<number> {
  const { root, folder } = pipelineFolder(terminal, named);
  const beside: Target = {
    path: join(root, PROCESS_FILE),
    file: addressIn(toAddress(realPlace(folder)), PROCESS_FILE),
  };
  const pipeline = (await diskWorkspace(terminal).homes.homeOf(beside.file)).folder;
  const nothing = (why: string) => {
    if (options.json) printJson(terminal, []);
    complain(terminal, why);
    return 1;
  };
  const records = await undoRecords(terminal, pipeline);
  if ('why' in records) return nothing(`Nothing can be undone: ${sentence(records.why)}`);
  const turn = await records.turn();
  if (!turn) return nothing('Another undo is running. Try again in a moment.');
  try {
    const last = await records.last(other => isOfPipeline(other, pipeline));
    if (!last) return nothing(`Nothing to undo in ${root === '.' ? 'this folder' : plainText(root)}.`);
    if (options.skip) return await skip(terminal, records, last, options);
    if ('damaged' in last) {
      const why = sentence(sayFile('recordDamaged', { path: last.damaged }));
      return nothing(`Nothing was undone. ${why} undo --skip sets it aside.`);
    }
    if (last.units) return await takeBack(terminal, beside, records, last, options);
    const what = commandInWords(last);
    const why = sentence(last.outside ? sayFile('outsideToUndo', {}) : sayFile('tooLargeToUndo'));
    return nothing(`${what}: ${why} Use git to take it back; undo --skip passes over it.`);
  } finally {
    await turn.release();
  }
}

/** Where there is no process file, what is a pipeline depends on where one looks from: all that is below is meant. */
function isOfPipeline(folder: Address, pipeline: Address): boolean {
  if (folder === pipeline) return true;
  if (!folder.startsWith(addressIn(pipeline, ''))) return false;
  const process = processFolder(folder);
  return process === undefined || toAddress(process) === pipeline;
}

async function skip(
  terminal: Terminal,
  records: UndoRecords,
  last: Kept | Damaged,
  { json, dryRun }: UndoOptions,
): Promise<number> {
  const isDamaged = 'damaged' in last;
  if (!dryRun) await (isDamaged ? records.setAside(last) : records.remove(last));
  if (json) {
    printJson(terminal, []);
    return 0;
  }
  const done = isDamaged ? ['Set aside', 'Would set aside'] : ['Left as it is', 'Would leave as it is'];
  const what = isDamaged ? plainText(last.damaged) : commandInWords(last);
  print(terminal, [`${done[dryRun ? 1 : 0]}: ${what}`]);
  return 0;
}

async function takeBack(
  terminal: Terminal,
  beside: Target,
  records: UndoRecords,
  last: Kept,
  options: UndoOptions,
): Promise<number> {
  const undone = await undo(diskWorkspace(terminal, options.dryRun).files, last.units!);
  if (!options.dryRun) await settle(records, last, undone);
  tellUndone(terminal, beside, last, undone, options);
  if (undone.done.length) tellRest(terminal, last, await records.alsoIn(last));
  return undone.refused.length ? 1 : 0;
}

/** What may still be taken back stays; and all of it where nothing was. */
async function settle(records: UndoRecords, last: Kept, { done, left, refused }: Undone): Promise<void> {
  if (left.length) await records.replace({ ...last, units: left });
  else if (done.length || !refused.length) await records.remove(last);
}
