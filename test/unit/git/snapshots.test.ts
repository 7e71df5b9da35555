import assert from 'node:assert/strict';
import type { Snapshots } from '../../../src/actions/ports/snapshots';
import { snapshotsFrom } from '../../../src/git/snapshots/snapshots';
import { temporaryFolder } from '../cli/support/folder';
import { date } from '../support/deals';
import { commitAll, git } from './support';

describe('the past of a folder, asked of git', () => {
  const folder = temporaryFolder();

  const askedIn = async (path: string): Promise<Snapshots> => {
    const found = await snapshotsFrom({ cwd: folder.root, env: process.env })(folder.path(path));
    assert.ok(found);
    return found;
  };
  const init = () => git(folder.root, '2026-01-01', 'init', '--quiet', '--initial-branch=main');

  it('knows what stood in a subfolder at a commit, by paths from there', async () => {
    init();
    folder.write('sales/Zoë "1".md', 'first');
    folder.write('other.md', 'elsewhere');
    commitAll(folder.root, '2026-01-05');
    folder.write('sales/Zoë "1".md', 'second');
    commitAll(folder.root, '2026-01-06');
    const asked = await askedIn('sales');
    assert.equal(asked.prefix, 'sales/');
    const first = await asked.lastCommitUntil(date('2026-01-05'));
    const { files } = await asked.filesAt(first!.id);
    assert.deepEqual([...files.keys()], ['Zoë "1".md']);
    const [[, bytes]] = [...(await asked.contents(files.values()))] as [[string, Uint8Array]];
    assert.equal(Buffer.from(bytes).toString(), 'first');
    assert.deepEqual([...(await asked.changedSince(first!.id))], ['Zoë "1".md']);
  });

  it('takes the end of a day, where the author was, and a branch from when it was merged', async () => {
    init();
    folder.write('a.md', '1');
    commitAll(folder.root, '2026-01-05');
    git(folder.root, '2026-01-06', 'switch', '--quiet', '--create', 'offer');
    folder.write('b.md', '2');
    commitAll(folder.root, '2026-01-06');
    git(folder.root, '2026-01-06', 'switch', '--quiet', 'main');
    git(folder.root, '2026-01-09', 'merge', '--quiet', '--no-ff', '--no-edit', 'offer');
    const asked = await askedIn('.');
    const on = async (day: string) => (await asked.lastCommitUntil(date(day)))?.on;
    assert.deepEqual(await Promise.all(['2026-01-04', '2026-01-05', '2026-01-08', '2026-01-09'].map(on)), [
      undefined,
      '2026-01-05',
      '2026-01-05',
      '2026-01-09',
    ]);
    assert.equal((await asked.commitCalled('offer'))?.on, '2026-01-06');
    assert.equal(await asked.commitCalled('--all'), undefined);
    assert.equal(await asked.commitCalled('nowhere'), undefined);
  });

  it('tells what each commit did, renames and authors with it', async () => {
    init();
    const text = Array.from({ length: 20 }, (_, at) => `line ${at}`).join('\n');
    folder.write('a.md', text);
    commitAll(folder.root, '2026-01-05');
    git(folder.root, '2026-01-06', 'mv', 'a.md', 'b.md');
    folder.write('c.md', 'new');
    commitAll(folder.root, '2026-01-06');
    git(folder.root, '2026-01-07', 'rm', '--quiet', 'c.md');
    commitAll(folder.root, '2026-01-07');
    const asked = await askedIn('.');
    const [first, last] = [await asked.lastCommitUntil(date('2026-01-05')), await asked.head()];
    const commits = await asked.commitsBetween(first!.id, last!.id);
    assert.deepEqual(
      commits.map(({ on, by, files }) => [on, by, files.map(({ from, to }) => [from?.path, to?.path])]),
      [
        [
          '2026-01-06',
          'Dana',
          [
            ['a.md', 'b.md'],
            [undefined, 'c.md'],
          ],
        ],
        ['2026-01-07', 'Dana', [['c.md', undefined]]],
      ],
    );
  });

  it('follows a folder that was renamed, or one above it, by paths from there', async () => {
    init();
    folder.write('sales/deals/north/a.md', 'first, and so on');
    folder.write('sales/deals/b.md', 'second, and so on\n');
    folder.write('other/c.md', 'elsewhere');
    commitAll(folder.root, '2026-01-05');
    git(folder.root, '2026-01-06', 'mv', 'sales', 'vertrieb');
    folder.write('vertrieb/deals/b.md', 'second, and so on\nand more\n');
    commitAll(folder.root, '2026-01-06');
    git(folder.root, '2026-01-07', 'mv', 'vertrieb/deals', 'pipeline');
    commitAll(folder.root, '2026-01-07');
    const asked = await askedIn('pipeline');
    const first = await asked.lastCommitUntil(date('2026-01-05'));
    const { files } = await asked.filesAt(first!.id);
    assert.deepEqual([...files.keys()], ['b.md', 'north/a.md']);
    const commits = await asked.commitsBetween(first!.id, 'HEAD~1');
    const renames = commits.flatMap(({ files: all }) => all.map(({ from, to }) => [from?.path, to?.path]));
    assert.deepEqual(renames, [
      ['b.md', 'b.md'],
      ['north/a.md', 'north/a.md'],
    ]);
    // A folder that is new is nobody's later name.
    folder.write('fresh/d.md', 'new');
    commitAll(folder.root, '2026-01-08');
    assert.equal((await (await askedIn('fresh')).filesAt(first!.id)).files.size, 0);
  });

  it('knows nothing where there is no repository, and no commit before the first one', async () => {
    assert.equal(await snapshotsFrom({ cwd: folder.root, env: process.env })(folder.root), undefined);
    init();
    const asked = await askedIn('.');
    assert.deepEqual(
      [await asked.head(), await asked.lastCommitUntil(date('2026-01-05'))],
      [undefined, undefined],
    );
  });
});
