import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { moveDeal } from '../../../src/core/deal/transition';
import { DEFAULT_PROCESS } from '../../../src/core/process/process';
import { updateFile } from '../../../src/files/disk/updateFile';
import { date } from '../support/deals';
import { runToFault } from '../support/faults';
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

describe('the command line, killed while it writes', function () {
  this.timeout(120_000);
  const folder = temporaryFolder();

  /** Runs a command on the deal, as far as the process gets; returns the points that it came to. */
  function run(args: readonly string[], at?: number): string[] {
    folder.remove();
    folder.make();
    folder.write('acme.md', OLD);
    return runToFault([CLI, ...args], folder.root, at);
  }

  it('leaves each deal as it was or as it was to be, and the next one goes on at once', async () => {
    const command = ['advance', 'acme.md', '--on', DAY];
    const points = run(command);
    const replacing = points.findIndex(point => /^rename .* to acme\.md$/.test(point));
    assert.ok(replacing > 0 && points.some(point => point.endsWith('halfway')), points.join('\n'));
    for (const at of points.keys()) {
      assert.deepEqual(run(command, at), points.slice(0, at + 1));
      const found = { [OLD]: 'old', [moved()]: 'new' }[folder.read('acme.md')];
      assert.equal(found, at <= replacing ? 'old' : 'new', `killed at ${points[at]}`);
      // Refused as busy where it waits for the dead.
      const next = await updateFile(folder.path('acme.md'), () => ({ ok: true, text: 'next' }));
      assert.ok(next.ok, `the next one has to wait, killed at ${points[at]}`);
      assert.deepEqual(readdirSync(folder.root), ['acme.md'], `killed at ${points[at]}`);
    }
  });

  it('leaves a deal that it renames under its old name or its new one, and whole', () => {
    const command = ['rename', 'acme.md', 'Brennhof'];
    const points = run(command);
    assert.equal(folder.read('brennhof.md'), RENAMED);
    for (const at of points.keys()) {
      assert.equal(run(command, at).length, at + 1);
      const deals = readdirSync(folder.root).filter(name => !name.startsWith('.'));
      assert.ok(deals.length > 0, `killed at ${points[at]}`);
      for (const name of deals)
        assert.ok([OLD, RENAMED].includes(folder.read(name)), `${name}, killed at ${points[at]}`);
    }
  });
});
