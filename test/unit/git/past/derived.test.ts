import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays } from '../../../../src/core/calendar';
import type { Deal } from '../../../../src/core/deal/deal';
import { dealOf } from '../../../../src/core/deal/entry';
import { pastOf } from '../../../../src/core/deal/past/events';
import { toEntry } from '../../../../src/core/deal/toEntry';
import { makeReport } from '../../../../src/core/metrics/report';
import { dealsFor } from '../../../../src/core/metrics/standing';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { gitFrom } from '../../../../src/git/git';
import { temporaryFolder } from '../../cli/support/folder';
import { forAllInTime } from '../../support/property';
import { anyStep, dealText, FIRST, recordVersions, versionsOf, type DealVersion } from './support/versions';

const TODAY = addDays(FIRST, 200);

describe('the past of deals whose moves were each committed', () => {
  const folder = temporaryFolder();

  async function dealsOf(versions: readonly DealVersion[], isWritten: boolean): Promise<Deal[]> {
    const name = isWritten ? 'written' : 'derived';
    recordVersions(folder.path(name), versions, ({ said }) => dealText(said, isWritten));
    const asked = gitFrom({ cwd: folder.root, env: process.env });
    const found = await asked.factsOf(folder.path(name), DEFAULT_PROCESS);
    const last = new Map(versions.map(({ deal, said }) => [`${deal}.md`, dealText(said, isWritten)]));
    return [...last].map(([path, text]) =>
      dealOf(toEntry({ path, text }, DEFAULT_PROCESS, found!.known!.get(path)))!,
    );
  }

  it('is the same, and so is each figure, whether it is written in their histories or only known from git', async () => {
    await forAllInTime(
      fc.array(anyStep, { minLength: 1, maxLength: 60 }),
      async steps => {
        folder.remove();
        folder.make();
        const versions = versionsOf(steps);
        const written = await dealsOf(versions, true);
        const derived = await dealsOf(versions, false);
        assert.ok(derived.every(({ history }) => !history.length));
        const past = (deals: readonly Deal[]) =>
          deals.map(deal =>
            pastOf(deal).map(({ kind, on, from, to }) => JSON.stringify([kind, on, from ?? null, to])),
          );
        assert.deepEqual(past(derived), past(written));
        for (const day of [undefined, ...[3, 20, 50, 90, 150].map(days => addDays(FIRST, days))]) {
          const report = (deals: readonly Deal[]) => {
            const { openDeals, ...made } = makeReport({
              ...dealsFor(deals, day),
              files: { needsAttention: 0, otherNotes: 0 },
              process: DEFAULT_PROCESS,
              asOf: day ?? TODAY,
            });
            // Which says only where it is known from.
            const fromGit = undefined;
            return { ...made, fromGit, openDeals: openDeals.map(one => ({ ...one, fromGit })) };
          };
          assert.deepEqual(report(derived), report(written));
        }
      },
      12,
    );
  });
});
