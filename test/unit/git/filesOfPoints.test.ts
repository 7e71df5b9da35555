import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { changeOf } from '../../../src/actions/changes/changeOf';
import { commitDeeds } from '../../../src/actions/changes/commitDeeds';
import { pathsNow } from '../../../src/actions/changes/pathsNow';
import { asText } from '../../../src/files/disk/disk';
import { DiskFiles } from '../../../src/files/disk/diskFiles';
import { toAddress } from '../../../src/files/disk/addresses';
import { loadPipeline } from '../../../src/files/disk/loadDisk';
import { snapshotsFrom } from '../../../src/git/snapshots/snapshots';
import { deal, temporaryFolder } from '../cli/support/folder';
import { date } from '../support/deals';
import { commitAll, git } from './support';

const DAY = '2026-01-05';

const text = (title: string, stage: string) =>
  deal(`title: ${title}`, `account: ${title} Corp`, 'created: 2026-01-02', `stage: ${stage}`);

describe('files of deals at points of a repository', () => {
  const folder = temporaryFolder();
  const snapshots = async () =>
    (await snapshotsFrom({ cwd: folder.root, env: process.env })(folder.path('deals')))!;
  const commit = (): string => {
    commitAll(folder.root, DAY);
    return git(folder.root, DAY, 'rev-parse', 'HEAD').trim();
  };
  const move = (from: string, to: string) => git(folder.root, DAY, 'mv', `deals/${from}`, `deals/${to}`);

  beforeEach(() => {
    git(folder.root, DAY, 'init', '--quiet', '--initial-branch=main');
    folder.write('deals/a.md', text('Acme', 'prospecting'));
    folder.write('deals/gone.md', text('Globex', 'prospecting'));
  });

  it('are shown with what a commit did, by the names that they had before and after it', async () => {
    const begun = commit();
    folder.write('deals/a.md', text('Acme', 'proposal'));
    const moved = commit();
    move('a.md', 'acme.md');
    const renamed = commit();
    folder.write('deals/other.md', text('Other', 'proposal'));
    const beside = commit();
    move('acme.md', 'won.md');
    commit();
    const git = await snapshots();
    const done = async (id: string) => {
      const { from, to } = await changeOf(git, id, 'won.md');
      const [old, now] = await Promise.all(
        [from, to].map(async version => {
          if (!version) return undefined;
          const bytes = (await git.contents([version.blob])).get(version.blob)!;
          return `${version.path} ${/^stage: (.*)$/m.exec(Buffer.from(bytes).toString())![1]}`;
        }),
      );
      return [old, now];
    };
    assert.deepEqual(await done(begun), [undefined, 'a.md prospecting']);
    assert.deepEqual(await done(moved), ['a.md prospecting', 'a.md proposal']);
    assert.deepEqual(await done(renamed), ['a.md proposal', 'acme.md proposal']);
    assert.deepEqual(await done(beside), ['acme.md proposal', 'acme.md proposal']);
    assert.deepEqual(await changeOf(git, begun, 'other.md'), { from: undefined, to: undefined });
  });

  it('are found where they are now, those that have other names since', async () => {
    folder.write('deals/same.md', text('Same', 'prospecting'));
    const id = commit();
    move('a.md', 'acme.md');
    rmSync(folder.path('deals/gone.md'));
    commit();
    folder.write('deals/new.md', text('New', 'prospecting'));
    const { pipeline } = await loadPipeline(folder.path('deals'));
    const paths = await pathsNow(
      { folder: toAddress(folder.path('deals')), pipeline },
      { snapshots: await snapshots(), files: new DiskFiles(), asText, today: date('2026-03-02') },
      { kind: 'commit', commit: { id, on: date(DAY) } },
    );
    assert.deepEqual([...paths], [['a.md', 'acme.md']]);
  });

  it('are told as what a commit of all of them would do, but for those that git ignores', async () => {
    folder.write('deals/notes.md', text('Noted', 'prospecting'));
    folder.write('deals/.gitignore', 'mine.md\n');
    commit();
    folder.write('deals/mine.md', text('Mine', 'prospecting'));
    folder.write('deals/a.md', text('Acme', 'proposal'));
    folder.write('deals/notes.md', `${text('Noted', 'prospecting')}More.\n`);
    rmSync(folder.path('deals/gone.md'));
    const deeds = async () => {
      const { pipeline } = await loadPipeline(folder.path('deals'));
      const done = await commitDeeds(
        { folder: toAddress(folder.path('deals')), pipeline },
        { snapshots: await snapshots(), files: new DiskFiles(), asText, today: date('2026-03-02') },
        'now',
      );
      return done && [done.events.map(({ kind, across }) => [kind, across.path]), done.quiet];
    };
    assert.deepEqual(await deeds(), [
      [
        ['advanced', 'a.md'],
        ['removed', 'gone.md'],
      ],
      [{ kind: 'notes', name: 'Noted' }],
    ]);
    commit();
    assert.equal(await deeds(), undefined);
  });
});
