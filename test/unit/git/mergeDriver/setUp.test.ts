import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { CLI, run, runJson, start } from '../../cli/support/cli';
import { temporaryFolder } from '../../cli/support/folder';
import { mend, setUp } from '../../../../src/git/mergeDriver/setUp';
import { mergeState } from '../../../../src/git/mergeDriver/state';
import { commitAll, git } from '../support';

const DAY = '2026-01-05';
const DEAL = '---\nstage: proposal\n---\n';
const GIT = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
const LINE = '*.md merge=deal-notes\nforecast.yaml merge=deal-notes\n';

describe('git set up for deals', () => {
  const folder = temporaryFolder();
  const repository = (name = 'team') => {
    mkdirSync(folder.path(name), { recursive: true });
    git(folder.path(name), DAY, 'init', '--quiet', '--initial-branch=main');
    folder.write(`${name}/sales/a.md`, DEAL);
    commitAll(folder.path(name), DAY);
  };
  const setting = (key: string, cwd = 'team') => {
    try {
      return git(folder.path(cwd), DAY, 'config', '--local', '--get', key).trim();
    } catch {
      return undefined;
    }
  };
  const deals = async (...args: string[]) => {
    const { code, out, err } = await run(folder.path('team'), ['git', ...args]);
    return { code, said: out + err };
  };
  const status = (cwd = 'team') =>
    runJson<{ ready: boolean; attributes: string | null; clone: string; runsWith: string | null }>(
      folder.path(cwd),
      'git',
      'status',
      'sales',
    );

  it('is set up by one command for team and clone, and a second time changes nothing', async () => {
    repository();
    assert.equal(
      (await deals('status', 'sales')).said,
      'Git merges deals line by line. Run deal-notes git setup.\n',
    );
    const { said } = await deals('setup', 'sales');
    assert.match(said, /^This clone merges deals field by field\.\nCommit sales\/\.gitattributes, so that/);
    assert.equal(folder.read('team/sales/.gitattributes'), LINE);
    assert.deepEqual(await status(), {
      ...{ folder: 'sales', ready: true, attributes: 'deal-notes', clone: 'ready', runsWith: 'node' },
      hooks: ((await status()) as unknown as { hooks: unknown }).hooks,
    });
    const before = folder.read('team/.git/config');
    assert.match((await deals('setup', 'sales')).said, /already\. Nothing was changed\.\n$/);
    assert.equal(folder.read('team/.git/config'), before);
    assert.equal(folder.read('team/sales/.gitattributes'), LINE);
  });

  it('is taken away without a trace, what others have written stays to the byte', async () => {
    repository();
    folder.write('team/sales/.gitattributes', '# ours\r\n*.png binary');
    git(folder.path('team'), DAY, 'config', 'merge.other.driver', 'true');
    const config = folder.read('team/.git/config');
    await deals('setup', 'sales', '--hooks');
    assert.equal(
      folder.read('team/sales/.gitattributes'),
      `# ours\r\n*.png binary\r\n${LINE.replaceAll('\n', '\r\n')}`,
    );
    const { said } = await deals('unsetup', 'sales');
    assert.match(said, /no longer names Deal Notes[^]*line by line again/);
    assert.equal(folder.read('team/sales/.gitattributes'), '# ours\r\n*.png binary\r\n');
    assert.equal(folder.read('team/.git/config'), config);
    assert.ok(!existsSync(folder.path('team/.git/deal-notes')));
    assert.ok(!existsSync(folder.path('team/.git/hooks/post-merge')));
    assert.equal((await deals('unsetup', 'sales')).said, 'Nothing was set up here.\n');
  });

  it('leaves no empty file of attributes, and keeps the clone’s part for another pipeline in it', async () => {
    repository();
    folder.write('team/emea/b.md', DEAL);
    await deals('setup', 'sales');
    await deals('setup', 'emea');
    await deals('unsetup', 'sales');
    assert.ok(!existsSync(folder.path('team/sales/.gitattributes')));
    assert.ok(setting('merge.deal-notes.driver'));
    await deals('unsetup', 'emea');
    assert.equal(setting('merge.deal-notes.driver'), undefined);
  });

  it('is missing in a colleague’s clone, which is said there, also by check', async () => {
    repository();
    await deals('setup', 'sales');
    commitAll(folder.path('team'), DAY);
    git(folder.root, DAY, 'clone', '--quiet', 'team', 'colleague');
    const said = await run(folder.path('colleague'), ['git', 'status', 'sales']);
    assert.equal(said.code, 1);
    assert.match(said.out, /^Your team merges deals field by field, and this clone isn’t set up for it/);
    const check = await run(folder.path('colleague'), ['check', 'sales']);
    assert.match(check.err, /isn’t set up for it[^]*deal-notes git setup/);
    assert.equal(check.code, 0);
    assert.doesNotMatch((await run(folder.path('team'), ['check', 'sales'])).err, /set up/);
  });

  it('says what is broken, and setting it up again mends it', async () => {
    repository();
    await deals('setup', 'sales');
    rmSync(folder.path('team/.git/deal-notes'), { recursive: true });
    assert.match((await deals('status', 'sales')).said, /its program is gone/);
    await deals('setup', 'sales');
    folder.write('team/.git/deal-notes/merge.cjs', '');
    assert.match((await deals('status', 'sales')).said, /its program is gone/);
    assert.match((await deals('setup', 'sales')).said, /^This clone merges deals field by field\.\n$/);
    assert.equal((await status()).clone, 'ready');
  });

  it('brings an older program of ours up to date in silence, and touches no clone that isn’t set up', async () => {
    repository();
    const surroundings = { cwd: folder.root, env: process.env };
    const parts = { program: '// newer\n' };
    assert.equal(await mend(folder.path('team/sales'), surroundings, parts), false);
    assert.equal(setting('merge.deal-notes.driver'), undefined);
    await deals('setup', 'sales');
    assert.equal(await mend(folder.path('team/sales'), surroundings, parts), true);
    assert.equal(folder.read('team/.git/deal-notes/merge.cjs'), '// newer\n');
    assert.equal(await mend(folder.path('team/sales'), surroundings, parts), false);
    git(folder.path('team'), DAY, 'config', 'merge.deal-notes.driver', 'their-own %A');
    assert.equal(await mend(folder.path('team/sales'), surroundings, parts), false);
    assert.equal(setting('merge.deal-notes.driver'), 'their-own %A');
  });

  it('has forecast calls merged too where it was set up before there were any, and leaves what a person has written', async () => {
    repository();
    const surroundings = { cwd: folder.root, env: process.env };
    const parts = { program: '// newer\n' };
    const again = () => mend(folder.path('team/sales'), surroundings, parts);
    await deals('setup', 'sales');
    await again();
    folder.write('team/sales/.gitattributes', '*.md merge=deal-notes\n# more\n');
    assert.equal(await again(), false);
    folder.write('team/sales/forecast.yaml', 'dana:\n');
    assert.equal(await again(), true);
    const mended = '*.md merge=deal-notes\n# more\nforecast.yaml merge=deal-notes\n';
    assert.equal(folder.read('team/sales/.gitattributes'), mended);
    assert.equal(await again(), false);
    for (const own of ['*.md merge=deal-notes\n*.yaml -merge\n', '* merge=deal-notes\n']) {
      folder.write('team/sales/.gitattributes', own);
      assert.equal(await again(), false);
      assert.equal(folder.read('team/sales/.gitattributes'), own);
    }
    await deals('unsetup', 'sales');
    assert.equal(folder.read('team/sales/.gitattributes'), '* merge=deal-notes\n');
  });

  it('is mended and taken away where the line of the driver is gone, without which git merges nothing', async () => {
    repository();
    const surroundings = { cwd: folder.root, env: process.env };
    const before = folder.read('team/.git/config');
    await deals('setup', 'sales');
    git(folder.path('team'), DAY, 'config', '--unset', 'merge.deal-notes.driver');
    assert.equal(await mend(folder.path('team/sales'), surroundings, { program: '// newer\n' }), true);
    assert.equal((await status()).clone, 'ready');
    git(folder.path('team'), DAY, 'config', '--unset', 'merge.deal-notes.driver');
    await deals('unsetup', 'sales');
    assert.equal(folder.read('team/.git/config'), before);
  });

  it('says that git refuses to merge where settings know the driver and not its line, which git itself then does', async () => {
    repository();
    folder.write('team/sales/.gitattributes', LINE);
    commitAll(folder.path('team'), DAY);
    const inTeam = (...args: string[]) => git(folder.path('team'), DAY, ...args);
    const change = (branch: string, text: string) => {
      inTeam('checkout', '--quiet', '-B', branch, 'main');
      folder.write('team/sales/a.md', text);
      commitAll(folder.path('team'), DAY);
    };
    change('theirs', DEAL.replace('---\nstage', '---\nowner: dana\nstage'));
    change('mine', `${DEAL}A mill.\n`);
    inTeam('branch', 'before');
    const merge = () => {
      inTeam('reset', '--quiet', '--hard', 'before');
      return inTeam('merge', '--quiet', '--message', 'Both', 'theirs');
    };
    const refused = /^This clone’s settings name the driver deal-notes and no command for it: git refuses/;
    for (const [key, value] of [
      ['name', 'Theirs'],
      ['recursive', 'binary'],
      ['driver', ''],
    ] as const) {
      merge();
      inTeam('config', `merge.deal-notes.${key}`, value);
      assert.throws(merge, /lacks command line|cannot run/, key);
      assert.match((await deals('status', 'sales')).said, refused, key);
      assert.equal((await status()).clone, 'lineMissing', key);
      inTeam('config', '--unset', `merge.deal-notes.${key}`);
    }
    inTeam('config', 'merge.deal-notes.name', 'Theirs');
    await deals('setup', 'sales');
    assert.equal((await status()).clone, 'ready');
    merge();
    assert.equal(folder.read('team/sales/a.md'), '---\nowner: dana\nstage: proposal\n---\nA mill.\n');
  });

  it('says what the settings of a person have for all their clones', () => {
    repository();
    folder.write('team/sales/.gitattributes', LINE);
    const env = { GIT_CONFIG_GLOBAL: folder.path('global') };
    const said = () => start(folder.path('team'), ['git', 'status', 'sales'], env).out;
    folder.write('global', '[merge "deal-notes"]\n\tname = Deals\n');
    assert.match(said(), /git refuses to merge deals/);
    folder.write('global', '[merge "deal-notes"]\n\tdriver = deal-notes merge %O %A %B %P\n');
    assert.match(said(), /^This clone has another driver named deal-notes in its settings\./);
  });

  it('says that an attribute has deals not merged at all', async () => {
    repository();
    await deals('setup', 'sales');
    folder.write('team/sales/.gitattributes', `${LINE}*.md -merge\n`);
    assert.match(
      (await deals('status', 'sales')).said,
      /^Git merges deals not at all \(-merge\), as an attribute says\./,
    );
  });

  it('says who has more weight', async () => {
    repository();
    folder.write('team/.git/info/attributes', '*.md merge=union\n');
    assert.match((await deals('setup', 'sales')).said, /still merges deals by “union”/);
    assert.match((await deals('status', 'sales')).said, /by “union”, as an attribute says/);
  });

  it('says which deals another line of attributes has merged otherwise, further down', async () => {
    repository();
    folder.write('team/sales/sales-process.yaml', 'idle_after: 30\n');
    folder.write('team/sales/emea/deals/b.md', DEAL);
    folder.write('team/sales/emea/.gitattributes', '*.md merge=union\n');
    folder.write('team/sales/templates/.gitattributes', '*.md merge=union\n');
    folder.write('team/sales/templates/a.md', '# A note\n');
    const told = /^But git merges emea\/deals\/b\.md by “union”: another line of attributes has more weight/m;
    assert.match((await deals('setup', 'sales')).said, told);
    assert.match((await deals('status', 'sales')).said, told);
    assert.equal((await status()).ready, false);
    rmSync(folder.path('team/sales/emea/.gitattributes'));
    assert.doesNotMatch((await deals('status', 'sales')).said, /But/);
    folder.write('team/.git/info/attributes', 'sales/emea/** -merge\n');
    assert.match((await deals('status', 'sales')).said, /^But git merges emea\/deals\/b\.md not at all/m);
  });

  it('keeps the editor that merges where git finds no Node when the command line sets it up again', async () => {
    repository();
    const editor = folder.write("it's 100% code", '');
    const [surroundings, program] = [{ cwd: folder.root, env: process.env }, '// ours\n'];
    await setUp(folder.path('team/sales'), surroundings, { program, editor });
    const line = setting('merge.deal-notes.driver');
    await deals('setup', 'sales');
    assert.equal(setting('merge.deal-notes.driver'), line);
    const state = await mergeState(folder.path('team/sales'), {
      ...surroundings,
      env: { PATH: '' },
      program: GIT,
    });
    assert.equal(state?.runsWith, 'editor');
    rmSync(editor);
    await deals('setup', 'sales');
    assert.ok(!setting('merge.deal-notes.driver')!.includes('ELECTRON'));
  });

  it('keeps what Node has made of the program beside it, merges alike with it, and takes it away', async () => {
    repository();
    await deals('setup', 'sales');
    const inTeam = (...args: string[]) => git(folder.path('team'), DAY, ...args);
    const change = (branch: string, text: string) => {
      inTeam('checkout', '--quiet', '-B', branch, 'main');
      folder.write('team/sales/a.md', text);
      commitAll(folder.path('team'), DAY);
    };
    commitAll(folder.path('team'), DAY);
    change('theirs', DEAL.replace('---\nstage', '---\nowner: dana\nstage'));
    change('mine', DEAL.replace('proposal\n', 'proposal\nvalue: 3\n'));
    inTeam('branch', 'before');
    const kept = () => readdirSync(folder.path('team/.git/deal-notes')).filter(name => name !== 'merge.cjs');
    const merges = () => {
      inTeam('reset', '--quiet', '--hard', 'before');
      inTeam('merge', '--quiet', '--message', 'Both', 'theirs');
      assert.equal(folder.read('team/sales/a.md'), '---\nowner: dana\nstage: proposal\nvalue: 3\n---\n');
    };
    folder.write('team/.git/deal-notes/code-older-1', 'x');
    merges();
    const [name, ...others] = kept();
    assert.deepEqual(others, []);
    assert.match(name!, /^code-[0-9a-f]{12}-/);
    const path = folder.path(`team/.git/deal-notes/${name}`);
    const whole = readFileSync(path);
    merges();
    assert.ok(readFileSync(path).equals(whole), 'it is used as it is');
    const damaged = Buffer.from(whole);
    damaged.fill(0xff, 5000, 5100);
    for (const bytes of [
      damaged,
      whole.subarray(0, 5000),
      Buffer.alloc(0),
      Buffer.from('no code at allno code at all'),
    ]) {
      writeFileSync(path, bytes);
      merges();
      assert.ok(!readFileSync(path).equals(bytes), 'it is made anew');
    }
    rmSync(path);
    mkdirSync(path);
    merges();
    rmSync(path, { recursive: true });
    merges();
    await deals('unsetup', 'sales');
    assert.ok(!existsSync(folder.path('team/.git/deal-notes')));
  });

  it('in a second working tree and in a submodule is set up where their repository is', async () => {
    repository();
    git(folder.path('team'), DAY, 'worktree', 'add', '--quiet', '../second');
    await run(folder.path('second'), ['git', 'setup', 'sales']);
    assert.equal((await status('second')).ready, true);
    assert.ok(existsSync(folder.path('team/.git/deal-notes/merge.cjs')));
    repository('top');
    git(folder.path('top'), DAY, 'submodule', '--quiet', 'add', '../team', 'crm');
    await run(folder.path('top/crm'), ['git', 'setup', 'sales']);
    assert.ok(existsSync(folder.path('top/.git/modules/crm/deal-notes/merge.cjs')));
    assert.equal(setting('merge.deal-notes.driver', 'top'), undefined);
  });

  it('says that there is no repository, and no git', async () => {
    folder.write('team/sales/a.md', DEAL);
    const { code, said } = await deals('setup', 'sales');
    assert.equal(code, 2);
    assert.match(said, /sales is in no git repository\./);
  });

  describe('with hooks', () => {
    it('looks at what a merge brings, and stops one that would break a deal', async () => {
      repository();
      const { said } = await deals('setup', 'sales', '--hooks');
      assert.match(said, /The hook pre-merge-commit looks at the deals that a merge changes\./);
      assert.match(
        folder.read('team/.git/hooks/pre-merge-commit'),
        /^#!\/bin\/sh\nif command -v deal-notes .* check 'sales' --staged/,
      );
    });

    it('never touches one that is there, and shows the line to add', async () => {
      repository();
      const own = '#!/bin/sh\necho mine\n';
      chmodSync(folder.write('team/.git/hooks/post-merge', own), 0o755);
      const { said } = await deals('setup', 'sales', '--hooks');
      assert.match(
        said,
        /For post-merge there is a hook already\. Add this line to \.git\/hooks\/post-merge: if command -v/,
      );
      assert.equal(folder.read('team/.git/hooks/post-merge'), own);
      const [, line] = /post-merge: (.*)/.exec(said)!;
      folder.write('team/.git/hooks/post-merge', `${own}${line}\n`);
      await deals('unsetup', 'sales');
      assert.equal(folder.read('team/.git/hooks/post-merge'), own);
    });

    it('proposes the message of a commit that has none of its own, and leaves every other', async () => {
      repository();
      folder.write('team/sales/a.md', DEAL);
      commitAll(folder.path('team'), DAY);
      const { said } = await deals('setup', 'sales', '--hooks');
      assert.match(
        said,
        /The hook prepare-commit-msg proposes commit messages from what the staged deals did\./,
      );
      chmodSync(
        folder.write('bin/deal-notes', `#!/bin/sh\nexec "${process.execPath}" "${CLI}" "$@"\n`),
        0o755,
      );
      const env = {
        ...process.env,
        PATH: `${folder.path('bin')}:${process.env['PATH']}`,
        GIT_EDITOR: 'true',
      };
      const who = ['-c', 'user.name=Dana', '-c', 'user.email=dana@acme.example'];
      const inTeam = (...args: string[]) =>
        execFileSync('git', [...who, ...args], {
          cwd: folder.path('team'),
          env,
          encoding: 'utf8',
          stdio: 'pipe',
        });
      const subject = () => inTeam('log', '-1', '--format=%s').trim();
      inTeam('add', '--all');
      inTeam('commit', '--quiet', '--message', 'Set up');
      folder.write('team/sales/a.md', DEAL.replace(/stage: .*/, 'stage: closing'));
      inTeam('commit', '--quiet', '--all');
      const proposed = subject();
      assert.match(proposed, /^a: Proposal → /);
      inTeam('commit', '--quiet', '--amend', '--message', 'Mine');
      inTeam('commit', '--quiet', '--amend');
      assert.equal(subject(), 'Mine');
      folder.write('team/x.txt', 'x');
      inTeam('add', 'x.txt');
      assert.throws(() => inTeam('commit', '--quiet'), /empty commit message/);
      inTeam('commit', '--quiet', '--message', 'x');
      assert.equal(subject(), 'x');
      await deals('unsetup', 'sales');
      assert.ok(!existsSync(folder.path('team/.git/hooks/prepare-commit-msg')));
    });

    it('writes nothing into a folder of hooks that a team shares', async () => {
      repository();
      mkdirSync(folder.path('team/.husky'));
      git(folder.path('team'), DAY, 'config', 'core.hooksPath', '.husky');
      const { said } = await deals('setup', 'sales', '--hooks');
      assert.match(
        said,
        /For pre-merge-commit core\.hooksPath names a folder of hooks\. Add this line to \.husky\/pre-merge-commit:/,
      );
      assert.ok(!existsSync(folder.path('team/.husky/pre-merge-commit')));
    });
  });
});
