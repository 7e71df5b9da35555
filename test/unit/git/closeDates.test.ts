import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { run, runJson } from '../cli/support/cli';
import { temporaryFolder } from '../cli/support/folder';
import { commitAll, dealDue, git, gitAskedIn } from './support';

describe('the close dates in a git repository', () => {
  const folder = temporaryFolder();
  const known = async () =>
    (await gitAskedIn(folder.root).factsOf(folder.path('deals'), 'close_date'))?.known;
  const twicePushed = () => {
    git(folder.root, '2026-01-05', 'init', '--quiet');
    folder.write('deals/größer & so.md', dealDue('2026-02-01'));
    commitAll(folder.root, '2026-01-05');
    folder.write('deals/größer & so.md', dealDue('2026-03-01'));
    commitAll(folder.root, '2026-02-03');
    folder.write('deals/größer & so.md', `${dealDue('2026-03-01')}More.\n`);
    commitAll(folder.root, '2026-02-04');
    folder.write('deals/größer & so.md', dealDue('2026-05-01'));
  };

  it('are known by their paths below the folder, with the days of the commits', async () => {
    twicePushed();
    assert.deepEqual(Object.fromEntries((await known())!), {
      'größer & so.md': {
        closeDates: [
          { on: '2026-01-05', closeDate: '2026-02-01' },
          { on: '2026-02-03', closeDate: '2026-03-01' },
        ],
      },
    });
  });

  it('tell in the report how often a deal was pushed', async () => {
    twicePushed();
    const { inNeed } = await runJson<{ inNeed: { needs: { kind: string; times?: number }[] }[] }>(
      folder.root,
      'funnel',
      'deals',
    );
    const pushed = inNeed[0]!.needs.find(({ kind }) => kind === 'pushed');
    assert.equal(pushed?.times, 2);
    assert.match((await run(folder.root, ['funnel', 'deals', '--markdown'])).out, /pushed 2 times/);
  });

  it('are not asked of programs that a repository names', async () => {
    twicePushed();
    const trace = folder.path('was-run');
    folder.write('.gitattributes', '*.md diff=odd\n');
    const programs = ['diff.odd.textconv', 'diff.odd.command', 'diff.external', 'core.pager', 'gpg.program'];
    for (const setting of [...programs, 'core.fsmonitor'])
      git(folder.root, '2026-02-05', 'config', setting, `touch ${trace};`);
    git(folder.root, '2026-02-05', 'config', 'log.showSignature', 'true');
    assert.equal((await known())?.get('größer & so.md')?.closeDates.length, 2);
    await gitAskedIn(folder.root).changedFiles(folder.path('deals'));
    assert.ok(!existsSync(trace));
  });

  it('are unknown where there is no repository', async () => {
    folder.write('deals/a.md', dealDue('2026-02-01'));
    const env = { GIT_CEILING_DIRECTORIES: folder.path('..') };
    assert.equal(await gitAskedIn(folder.root, env).factsOf(folder.path('deals'), 'close_date'), undefined);
  });
});
