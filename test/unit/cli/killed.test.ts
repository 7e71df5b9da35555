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
const NAMES = ['acme.md', 'brennhof.md'] as const;
/** More than a disk writes at once. */
const OLD = openDeal('Acme', 'proposal') + 'X'.repeat(200_000);

/** What the command makes of a deal, worked out by itself. */
function moved(): string {
  const move = moveDeal('acme.md', OLD, { kind: 'advance' }, DEFAULT_PROCESS, { chosen: date(DAY) });
  assert.ok(move.ok);
  return move.edited.text;
}

describe('the command line, killed while it writes', function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  const NEW = moved();

  /** Moves both deals, as far as the process gets; returns the points that it came to. */
  function advance(at?: number): string[] {
    for (const name of NAMES) folder.write(name, OLD);
    return runToFault([CLI, 'advance', ...NAMES, '--on', DAY], folder.root, at);
  }

  it('leaves each deal as it was or as it was to be, and the next one goes on at once', async () => {
    const points = advance();
    const replaced = NAMES.map(name =>
      points.findIndex(point => /^rename .* to /.test(point) && point.endsWith(name)),
    );
    const isComplete = !replaced.includes(-1) && points.some(point => point.endsWith('halfway'));
    assert.ok(isComplete, points.join('\n'));
    for (const at of points.keys()) {
      assert.deepEqual(advance(at), points.slice(0, at + 1));
      const expected = replaced.map(change => (at <= change ? 'old' : 'new'));
      const found = NAMES.map(name => ({ [OLD]: 'old', [NEW]: 'new' })[folder.read(name)] ?? 'half');
      assert.deepEqual(found, expected, `killed at ${points[at]}`);
      for (const name of NAMES) {
        // Refused as busy where it waits for the dead.
        const next = await updateFile(folder.path(name), () => ({ ok: true, text: 'next' }));
        assert.ok(next.ok, `the next one has to wait, killed at ${points[at]}`);
      }
      assert.deepEqual(readdirSync(folder.root), NAMES, `killed at ${points[at]}`);
    }
  });
});
