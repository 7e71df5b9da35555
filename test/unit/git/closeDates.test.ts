import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { run, runJson } from '../cli/support/cli';
import { temporaryFolder } from '../cli/support/folder';
import { closeDatesIn } from '../../../src/core/deal/past/stateOn';
import { DEFAULT_PROCESS } from '../../../src/core/process/process';
import { commitAll, dealDue, git, gitAskedIn } from './support';

describe('the close dates in a git repository', () => {
  const folder = temporaryFolder();
  const known = async () =>
    (await gitAskedIn(folder.root).factsOf(folder.path('deals'), DEFAULT_PROCESS))?.known;
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
    assert.deepEqual([...(await known())!.keys()], ['größer & so.md']);
    assert.deepEqual(closeDatesIn((await known())!.get('größer & so.md')!), [
      { on: '2026-01-05', closeDate: '2026-02-01' },
      { on: '2026-02-03', closeDate: '2026-03-01' },
    ]);
  });

  describe('of a file that was renamed', () => {
    const text = (closeDate: string, title = 'Acme') =>
      `---\ntitle: ${title}\naccount: ${title} Corp\nstage: proposal\ncreated: 2026-01-02\nvalue: 500\nclose_date: ${closeDate}\n---\nThey need ${title} scanners.\n`;
    const at = (day: string, ...steps: (() => void)[]) => {
      for (const step of steps) step();
      commitAll(folder.root, day);
    };
    const write = (path: string, closeDate: string, title?: string) => () =>
      folder.write(`deals/${path}`, text(closeDate, title));
    const remove = (path: string) => () => rmSync(folder.path(`deals/${path}`));
    const dates = async (path: string) => {
      const facts = (await known())?.get(path);
      return facts && closeDatesIn(facts).map(({ on, closeDate }) => [on, closeDate]);
    };
    beforeEach(() => {
      git(folder.root, '2026-01-01', 'init', '--quiet');
      at('2026-01-05', write('acme.md', '2026-02-01'), write('globex.md', '2026-02-01', 'Globex'));
      at('2026-02-03', write('acme.md', '2026-03-01'));
    });
    const BEFORE = [
      ['2026-01-05', '2026-02-01'],
      ['2026-02-03', '2026-03-01'],
    ];

    for (const settings of [[], ['diff.renames=false'], ['diff.renames=copies', 'diff.renameLimit=1']]) {
      it(`go on where they were: ${settings.join(', ') || 'no settings'}`, async () => {
        for (const setting of settings) git(folder.root, '2026-02-04', 'config', ...setting.split('='));
        at('2026-02-10', remove('acme.md'), write('emea/Acme, depot.md', '2026-03-01'));
        assert.deepEqual(await dates('emea/Acme, depot.md'), BEFORE);
        assert.equal(await dates('acme.md'), undefined);
        // Renamed again, changed at the same time, and then back.
        at('2026-03-02', remove('emea/Acme, depot.md'), write('archive/depot.md', '2026-05-01', 'Acme'));
        at('2026-03-09', remove('archive/depot.md'), write('acme.md', '2026-06-01'));
        assert.deepEqual(await dates('acme.md'), [
          ...BEFORE,
          ['2026-03-02', '2026-05-01'],
          ['2026-03-09', '2026-06-01'],
        ]);
        assert.deepEqual(await dates('globex.md'), [['2026-01-05', '2026-02-01']]);
      });
    }

    it('are in the report’s figure', async () => {
      const times = async () => {
        const { inNeed } = await runJson<{
          inNeed: { path: string; needs: { kind: string; times?: number }[] }[];
        }>(folder.root, 'funnel', 'deals');
        const needs = inNeed.flatMap(({ needs }) => needs);
        return needs.find(({ kind }) => kind === 'pushed')?.times;
      };
      at('2026-02-12', write('acme.md', '2026-05-01'));
      assert.equal(await times(), 2);
      assert.equal((await run(folder.root, ['rename', 'deals/acme.md', 'Acme, depot'])).code, 0);
      commitAll(folder.root, '2026-02-13');
      assert.equal(await times(), 2);
    });

    it('are its own where another branch still calls it as before, and where a new file is called so', async () => {
      git(folder.root, '2026-02-04', 'checkout', '--quiet', '-b', 'side');
      at('2026-02-11', write('acme.md', '2026-04-01'));
      git(folder.root, '2026-02-11', 'checkout', '--quiet', '-');
      at('2026-02-10', remove('acme.md'), write('depot.md', '2026-03-01'));
      git(folder.root, '2026-02-12', 'merge', '--quiet', '--no-edit', 'side');
      const all = [...BEFORE, ['2026-02-11', '2026-04-01']];
      assert.deepEqual(await dates('depot.md'), all);
      at('2026-03-01', write('acme.md', '2026-09-01', 'Other'));
      assert.deepEqual(await dates('depot.md'), all);
      assert.deepEqual(await dates('acme.md'), [['2026-03-01', '2026-09-01']]);
    });

    it('are not those of another deal that came when one went', async () => {
      at('2026-02-10', remove('acme.md'), write('initech.md', '2026-07-01', 'Initech'));
      const other = text('2026-08-01').replace('created: 2026-01-02', 'created: 2026-02-11');
      at('2026-02-11', remove('globex.md'), () =>
        folder.write('deals/next.md', other.replaceAll('Acme', 'Globex')),
      );
      assert.deepEqual(await dates('initech.md'), [['2026-02-10', '2026-07-01']]);
      assert.deepEqual(await dates('next.md'), [['2026-02-11', '2026-08-01']]);
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
    assert.equal(closeDatesIn((await known())!.get('größer & so.md')!).length, 2);
    await gitAskedIn(folder.root).changedFiles(folder.path('deals'));
    assert.ok(!existsSync(trace));
  });

  it('are unknown where there is no repository', async () => {
    folder.write('deals/a.md', dealDue('2026-02-01'));
    const env = { GIT_CEILING_DIRECTORIES: folder.path('..') };
    assert.equal(
      await gitAskedIn(folder.root, env).factsOf(folder.path('deals'), DEFAULT_PROCESS),
      undefined,
    );
  });
});
