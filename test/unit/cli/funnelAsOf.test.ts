import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { commitAll, git } from '../git/support';
import { date } from '../support/deals';
import { deal, temporaryFolder } from './support/folder';
import { runIn } from './support/terminal';

describe('deal-notes funnel as of a commit', () => {
  const folder = temporaryFolder();

  const run = (point: string) =>
    runIn(folder.root, ['funnel', 'deals', '--json', '--as-of', point], {
      clock: { today: () => date('2026-03-02'), now: () => 0 },
    });
  const json = async (point: string) => {
    const { out, err } = await run(point);
    assert.ok(out, err);
    return JSON.parse(out) as { asOf: string; files: { total: number }; open: { value: object } };
  };

  beforeEach(() => {
    git(folder.root, '2026-01-05', 'init', '--quiet', '--initial-branch=main');
    folder.write('deals/a.md', deal('stage: proposal', 'value: 40', 'currency: EUR', 'created: 2026-01-02'));
    folder.write(
      'deals/gone.md',
      deal('stage: proposal', 'value: 5', 'currency: EUR', 'created: 2026-01-03'),
    );
    commitAll(folder.root, '2026-01-05');
    git(folder.root, '2026-01-05', 'tag', 'v1');
    rmSync(folder.path('deals/gone.md'));
    folder.write('deals/a.md', deal('stage: proposal', 'value: 90', 'currency: EUR', 'created: 2026-01-02'));
    commitAll(folder.root, '2026-02-10');
  });

  it('has the files that the commit has, and the day of it', async () => {
    const { asOf, files, open } = await json('v1');
    assert.deepEqual([asOf, files.total, open.value], ['2026-01-05', 2, { EUR: 45 }]);
    assert.deepEqual((await json('HEAD')).open.value, { EUR: 90 });
  });

  it('takes a day for a day, on which deals stand as their lines and git tell', async () => {
    const { asOf, open } = await json('2026-01-20');
    assert.deepEqual([asOf, open.value], ['2026-01-20', { EUR: 40 }]);
  });

  it('says what is neither', async () => {
    const { err, code } = await run('v99');
    assert.equal(code, 2);
    assert.match(err, /“v99” isn’t a date, nor a commit, a branch or a tag here/);
    assert.doesNotMatch(err, /unshallow/);
  });

  it('says of how many deals of now git knows nothing', async () => {
    folder.write('deals/.gitignore', 'private.md\n');
    folder.write('deals/private.md', deal('stage: proposal', 'value: 2', 'currency: EUR'));
    commitAll(folder.root, '2026-02-11');
    folder.write('deals/new.md', deal('stage: proposal', 'value: 3', 'currency: EUR'));
    for (const point of ['v1', 'HEAD'])
      assert.match((await run(point)).err, /^1 deal is left out: git doesn’t know its file here, .*\n$/);
    rmSync(folder.path('deals/private.md'));
    assert.equal((await run('v1')).err, '');
  });
});
