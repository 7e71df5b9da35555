import type { ReportWish, ThenSources } from '../actions/report';
import { asText } from '../files/disk/disk';
import { orNoAnswer } from './git';
import { toDay } from './options';
import type { Terminal } from './terminal';
import { UsageError } from './usage';

/** A day, or the files of a commit; neither where nothing is named. */
export interface AsOf {
  readonly day?: ReportWish['asOf'];
  readonly then?: ThenSources;
}

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
    if (!(cause instanceof UsageError)) throw cause;
    // Not at the start: every other call would wait for it.
    const { snapshotsFrom } = await import('../git/snapshots/snapshots');
    const snapshots = await orNoAnswer(snapshotsFrom(terminal)(folder));
    const commit = await orNoAnswer(Promise.resolve(snapshots?.commitCalled(text)));
    if (!commit) throw cause;
    return { then: { snapshots, asText, point: { kind: 'commit', commit } } };
  }
}
