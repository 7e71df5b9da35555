import assert from 'node:assert/strict';
import { cpSync, readdirSync } from 'node:fs';
import { moveDeal } from '../../../src/core/deal/transition';
import { DEFAULT_PROCESS } from '../../../src/core/process/process';
import { updateFile } from '../../../src/files/disk/updateFile';
import { date } from '../support/deals';
import { forEachFault } from '../support/faults';
import { CLI } from './support/cli';
import { openDeal, temporaryFolder } from './support/folder';

const DAY = '2026-02-03';
/** More than a disk writes at once. */
const OLD = openDeal('Acme', 'proposal') + 'X'.repeat(200_000);
const RENAMED = OLD.replace('title: Acme', 'title: Brennhof');

/** What the command makes of the deal, worked out by itself. */
function moved(): string {
  const move = moveDeal('acme.md', OLD, { kind: 'advance' }, DEFAULT_PROCESS, { today: date(DAY) });
  assert.ok(move.ok);
  return move.edited.text;
}

/** That a killed process leaves what is worked with here is seen with killed ones, in files/disk/kills.test.ts. */
describe('the command line, killed while it writes', function () {
  this.timeout(120_000);
  const folder = temporaryFolder();

  /** Runs a command on the deal, and then has the folder as each point of it would leave it. */
  async function killedAtEach(
    args: readonly string[],
    check: (at: number, points: readonly string[]) => Promise<void> | void,
  ): Promise<void> {
    folder.write('acme.md', OLD);
    await forEachFault([CLI, ...args], folder.root, async (state, at, points) => {
      folder.remove();
      cpSync(state, folder.root, { recursive: true, preserveTimestamps: true });
      await check(at, points);
    });
  }

  it('leaves each deal as it was or as it was to be, and the next one goes on at once', async () => {
    const found: string[] = [];
    let replacing = -1;
    await killedAtEach(['advance', 'acme.md', '--on', DAY], async (at, points) => {
      replacing = points.findIndex(point => /^rename .* to acme\.md$/.test(point));
      assert.ok(replacing > 0 && points.some(point => point.endsWith('halfway')), points.join('\n'));
      found.push({ [OLD]: 'old', [moved()]: 'new' }[folder.read('acme.md')] ?? 'neither');
      assert.equal(found[at], at <= replacing ? 'old' : 'new', `killed at ${points[at]}`);
      // Refused as busy where it waits for the dead.
      const next = await updateFile(folder.path('acme.md'), () => ({ ok: true, text: 'next' }));
      assert.ok(next.ok, `the next one has to wait, killed at ${points[at]}`);
      assert.deepEqual(readdirSync(folder.root), ['acme.md'], `killed at ${points[at]}`);
    });
    assert.ok(found.includes('old') && found.includes('new'), found.join());
  });

  it('leaves a deal that it renames under its old name or its new one, and whole', async () => {
    const names = new Set<string>();
    await killedAtEach(['rename', 'acme.md', 'Brennhof'], (at, points) => {
      const deals = readdirSync(folder.root).filter(name => !name.startsWith('.'));
      assert.ok(deals.length > 0, `killed at ${points[at]}`);
      for (const name of deals) {
        assert.ok([OLD, RENAMED].includes(folder.read(name)), `${name}, killed at ${points[at]}`);
        names.add(name);
      }
    });
    assert.ok(names.has('acme.md') && names.has('brennhof.md'), [...names].join());
  });
});
