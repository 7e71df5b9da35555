import { readFileSync, writeFileSync } from 'node:fs';
import { commitDeeds } from '../actions/changes/commitDeeds';
import { plainText } from '../core/escape';
import { moneyIn } from '../core/moneyFormat';
import { asText, isSystemError, unreadable } from '../files/disk/disk';
import { toAddress } from '../files/disk/addresses';
import { DiskFiles } from '../files/disk/diskFiles';
import { commentSignIn, filledMessage } from '../git/filledMessage';
import { snapshotsFrom } from '../git/snapshots/snapshots';
import { betweenWords } from '../words/between';
import { COMMIT_LOCALE, commitMessage, messageText } from '../words/commit/message';
import { sentenceOf } from '../words/sentence';
import { orNoAnswer } from './git';
import { complain, printText } from './output';
import { openPipeline } from './pipeline';
import { absolute, type Terminal } from './terminal';
import { UsageError } from './usage';

/**
 * Prints what the staged deals of a pipeline did as the message of a commit, or writes it into a message that is still empty.
 *
 * @throws UsageError where there is no repository, or the file cannot be written
 */
export async function proposeMessage(
  terminal: Terminal,
  named: string,
  fill: string | undefined,
): Promise<number> {
  const { root, folder, pipeline } = await openPipeline(terminal, named);
  const snapshots = await orNoAnswer(snapshotsFrom(terminal)(folder));
  if (!snapshots)
    throw new UsageError(`${plainText(root)} is in no git repository, or git is not on the PATH.`);
  const sources = { snapshots, files: new DiskFiles(), asText, today: terminal.clock.today() };
  const deeds = await orNoAnswer(commitDeeds({ folder: toAddress(folder), pipeline }, sources, 'staged'));
  if (!deeds) {
    complain(terminal, `Nothing is staged in ${plainText(root)}. Stage deals with git add first.`);
    return 1;
  }
  const { process, currencies } = pipeline;
  const money = moneyIn(currencies, COMMIT_LOCALE);
  const text = messageText(commitMessage([{ deeds, process }], betweenWords('en'), money));
  if (fill === undefined) printText(terminal, `${text}\n`);
  else fillIn(terminal, fill, text, await orNoAnswer(commentSignIn(folder, terminal)));
  return 0;
}

function fillIn(terminal: Terminal, named: string, text: string, commentSign: string): void {
  const file = absolute(terminal, named);
  try {
    const filled = filledMessage(readFileSync(file, 'utf8'), text, commentSign);
    if (filled !== undefined) writeFileSync(file, filled);
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    throw new UsageError(`${plainText(named)}: ${sentenceOf(unreadable(cause, 'file'))}`);
  }
}
