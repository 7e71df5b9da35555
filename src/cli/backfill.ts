import { join } from 'node:path';
import { pathBelow } from '../actions/address';
import { backfill, tryBackfill } from '../actions/backfill';
import { pick } from '../core/exchange/json/pick';
import type { PastWritten } from '../core/deal/past/writePast';
import type { HistoryEvent } from '../core/deal/deal';
import { plainText } from '../core/escape';
import { toAddress } from '../files/disk/addresses';
import { counted, DEALS } from '../words/en/counted';
import { historyGap } from '../words/en/historyGap';
import { pastWords } from '../words/past';
import { sentence } from '../words/sentence';
import { changeTargets, type ChangeOptions } from './change';
import { gitOf } from './git';
import { complainOfNoDeals } from './noDeals';
import { complain } from './output';
import { openPipeline } from './pipeline';
import type { Terminal } from './terminal';
import { UsageError } from './usage';
import { diskWorkspace } from './workspace';

/**
 * Writes what git knows into the histories of a pipeline's deals, and tells of each. Answers with the exit code.
 *
 * @throws UsageError where there is no such folder, or it is in no repository
 */
export async function backfillAndTell(
  terminal: Terminal,
  named: string,
  options: ChangeOptions,
): Promise<number> {
  const opened = await openPipeline(terminal, named);
  complainOfNoDeals(terminal, opened);
  const { root, folder, pipeline } = opened;
  const at = toAddress(folder);
  const tried = await tryBackfill(diskWorkspace(terminal), { folder: at, pipeline }, gitOf(terminal));
  if (tried.kind === 'refused') throw new UsageError(sentence(tried.why));
  if (tried.gap) complain(terminal, historyGap(tried.gap));
  if (tried.kind === 'notRead') return 1;
  const { result, facts } = tried;
  const files = [...result.done, ...result.refused].map(({ file }) => file).toSorted();
  const targets = files.map(file => ({ path: join(root, pathBelow(at, file)!), file }));
  const words = pastWords('en');
  const code = await changeTargets<PastWritten>(terminal, targets, options, {
    command: 'backfill',
    make: (workspace, meant) => backfill(workspace, meant, facts),
    inWords: ({ plan: { title, lines } }) => `${plainText(title)}: ${words.lines(lines.length)}`,
    asData: ({ plan: { lines } }) => ({ lines: lines.map(asData) }),
  });
  if (!options.json) complain(terminal, inAll(result.done, options));
  return code;
}

function inAll(
  done: readonly { readonly plan: Pick<PastWritten, 'lines'> }[],
  { dryRun }: ChangeOptions,
): string {
  if (!done.length) return 'Git knows nothing that is missing in the files.';
  const lines = done.reduce((sum, { plan }) => sum + plan.lines.length, 0);
  const all = `${pastWords('en').lines(lines)} in ${counted(done.length, DEALS)}`;
  return dryRun ? `Would write ${all}.` : `Wrote ${all}. To take it back: deal-notes undo.`;
}

function asData({ on, stage, from, status, inGit }: HistoryEvent) {
  return {
    on,
    ...(stage && { stage }),
    ...(from && { from }),
    ...(status && { status }),
    ...pick(inGit!, 'by', 'commit'),
  };
}
