import assert from 'node:assert/strict';
import type { CalendarDate } from '../../../src/core/calendar';
import { openDeal, temporaryFolder } from './support/folder';
import { runIn } from './support/terminal';

describe('the command line as a function', () => {
  const folder = temporaryFolder();

  it('takes paths from the folder that it is told, and prints them as they were typed', async () => {
    folder.write('a/deals/acme.md', openDeal('Acme', 'proposal'));
    folder.write('b/deals/acme.md', openDeal('Beta', 'qualification'));
    const [a, b] = await Promise.all([
      runIn(folder.path('a'), ['win', 'deals/../deals/acme.md', '--json']),
      runIn(folder.path('b'), ['advance', './deals/acme.md', '--json']),
    ]);
    assert.match(a.out, /"path": "deals\/\.\.\/deals\/acme\.md"/);
    assert.match(b.out, /"path": "\.\/deals\/acme\.md"/);
    assert.match(folder.read('a/deals/acme.md'), /^status: won$/m);
    assert.match(folder.read('b/deals/acme.md'), /^stage: needs-analysis$/m);
  });

  it('answers with the exit code, and leaves that of the process alone', async () => {
    const before = process.exitCode;
    assert.equal((await runIn(folder.root, ['list', 'nowhere'])).code, 2);
    assert.equal((await runIn(folder.root, ['win', 'nowhere.md'])).code, 1);
    assert.equal((await runIn(folder.root, ['list'])).code, 0);
    assert.equal(process.exitCode, before);
  });

  it('dates a change by the clock that it is given', async () => {
    folder.write('acme.md', openDeal('Acme', 'proposal'));
    const clock = { today: () => '2026-02-03' as CalendarDate, now: () => 0 };
    await runIn(folder.root, ['win', 'acme.md'], { clock });
    assert.match(folder.read('acme.md'), /^closed_on: 2026-02-03$/m);
  });

  it('prints help to its own output', async () => {
    const { code, out, err } = await runIn(folder.root, ['--help']);
    assert.equal(code, 0);
    assert.match(out, /^Usage: deal-notes/);
    assert.equal(err, '');
  });
});
