import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { factsInGit } from '../../../../src/files/disk/factsInGit';
import { run, runJson } from '../../cli/support/cli';
import { temporaryFolder } from '../../cli/support/folder';

const deal = (closeDate: string) =>
  `---\ntitle: Acme\nstage: proposal\ncreated: 2026-01-02\nclose_date: ${closeDate}\n---\nclose_date: 2029-01-01\n`;

describe('the close dates in a git repository', () => {
  const folder = temporaryFolder();
  const git = (day: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Dana', '-c', 'user.email=dana@acme.example', ...args], {
      cwd: folder.root,
      stdio: 'pipe',
      env: { ...process.env, GIT_COMMITTER_DATE: `${day}T12:00:00`, GIT_AUTHOR_DATE: `${day}T12:00:00` },
    });
  const commit = (day: string) => {
    git(day, 'add', '--all');
    git(day, 'commit', '--quiet', '--no-verify', '--message', 'Deals');
  };
  const twicePushed = () => {
    git('2026-01-05', 'init', '--quiet');
    folder.write('deals/größer & so.md', deal('2026-02-01'));
    commit('2026-01-05');
    folder.write('deals/größer & so.md', deal('2026-03-01'));
    commit('2026-02-03');
    folder.write('deals/größer & so.md', `${deal('2026-03-01')}More.\n`);
    commit('2026-02-04');
    folder.write('deals/größer & so.md', deal('2026-05-01'));
  };

  it('are known by their paths below the folder, with the days of the commits', async () => {
    twicePushed();
    assert.deepEqual(Object.fromEntries((await factsInGit(folder.path('deals'), 'close_date'))!), {
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
    for (const setting of [
      'diff.odd.textconv',
      'diff.odd.command',
      'diff.external',
      'core.pager',
      'gpg.program',
    ])
      git('2026-02-05', 'config', setting, `touch ${trace};`);
    git('2026-02-05', 'config', 'log.showSignature', 'true');
    git('2026-02-05', 'config', 'diff.noprefix', 'true');
    const seen = await factsInGit(folder.path('deals'), 'close_date');
    assert.equal(seen?.get('größer & so.md')?.closeDates.length, 2);
    assert.ok(!existsSync(trace));
  });

  it('are unknown where there is no repository', async () => {
    folder.write('deals/a.md', deal('2026-02-01'));
    assert.equal(await factsInGit(folder.path('deals'), 'close_date'), undefined);
  });
});
