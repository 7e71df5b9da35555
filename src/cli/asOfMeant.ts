import type { ReportWish, ThenSources } from '../actions/report';
import type { Snapshots } from '../actions/ports/snapshots';
import { asText } from '../files/disk/disk';
import { orNoAnswer } from './git';
import { toDay } from './options';
import type { Terminal } from './terminal';
import { quoted } from '../words/en/said/quoted';
import { UsageError } from './usage';

/** A day, or the files of a commit; neither where nothing is named. */
export interface AsOf {
  readonly day?: ReportWish['asOf'];
  readonly then?: ThenSources;
}

/** What is written so is no name that git knows: why it is no day is what has to be said. */
const LIKE_A_DAY = /^\d+[./-]\d+[./-]\d/;

/**
 * What a person means by `--as-of`. What can be read as a day is one.
 *
 * @throws UsageError where it is neither a day nor a commit
 */
export async function asOfMeant(text: string | undefined, terminal: Terminal, folder: string): Promise<AsOf> {
  if (text === undefined) return {};
  try {
    return { day: await toDay(text, terminal) };
  } catch (cause) {
    if (!(cause instanceof UsageError) || LIKE_A_DAY.test(text)) throw cause;
    // Not at the start: every other call would wait for it.
    const { snapshotsFrom } = await import('../git/snapshots/snapshots');
    const snapshots = await orNoAnswer(snapshotsFrom(terminal)(folder));
    const commit = await orNoAnswer(Promise.resolve(snapshots?.commitCalled(text)));
    if (!commit) throw new UsageError(neither(text, snapshots));
    return { then: { snapshots, asText, point: { kind: 'commit', commit } } };
  }
}

function neither(text: string, snapshots: Snapshots | undefined): string {
  const name = quoted(text, 80);
  if (!snapshots)
    return `${name} isn’t a date, and there is no git here that could know it. Write a day like 2026-12-18.`;
  const cut = snapshots.isShallow
    ? ' This clone has only the latest commits: git fetch --unshallow gets the others.'
    : '';
  return `${name} isn’t a date, nor a commit, a branch or a tag here. Write a day like 2026-12-18, or what git calls a commit.${cut}`;
}
