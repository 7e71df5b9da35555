import type { LastCommit, Unmerged } from '../actions/ports/git';
import { isCalendarDate } from '../core/calendar';
import type { AskOfFolder } from './askGit';

/** As git names the other side of what is under way. */
const OTHER_HEADS = ['MERGE_HEAD', 'REBASE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD'];

/** As the port has it. */
export async function unmergedFile(ask: AskOfFolder, path: string): Promise<Unmerged | undefined> {
  try {
    const [base, ours, theirs] = await Promise.all(['1', '2', '3'].map(stage => textOf(ask, stage, path)));
    // Where one side has deleted it, there is nothing to unite.
    if (ours === undefined || theirs === undefined) return undefined;
    const other = await firstThere(ask);
    const [mine, its] = await Promise.all([
      lastChange(ask, 'HEAD', path),
      other ? lastChange(ask, other, path) : undefined,
    ]);
    return { base, ours, theirs, by: { ours: mine, theirs: its } };
  } catch {
    return undefined;
  }
}

async function textOf(ask: AskOfFolder, stage: string, path: string): Promise<string | undefined> {
  const { code, out } = await ask(['cat-file', 'blob', `:${stage}:./${path}`]);
  return code === 0 ? new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(out) : undefined;
}

async function firstThere(ask: AskOfFolder): Promise<string | undefined> {
  for (const head of OTHER_HEADS)
    if ((await ask(['rev-parse', '--quiet', '--verify', head])).code === 0) return head;
  return undefined;
}

async function lastChange(ask: AskOfFolder, head: string, path: string): Promise<LastCommit | undefined> {
  const { code, out } = await ask(['log', '-1', '--format=%an%x00%cs', head, '--', path]);
  const [author, on] = out.toString('utf8').trim().split('\0');
  return code === 0 && author && on && isCalendarDate(on) ? { author, on } : undefined;
}
