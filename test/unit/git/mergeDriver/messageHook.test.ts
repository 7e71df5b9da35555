import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { CLI, run } from '../../cli/support/cli';
import { temporaryFolder } from '../../cli/support/folder';
import { commitAll, git } from '../support';

const DAY = '2026-01-05';
const dealIn = (stage: string) => `---\ntitle: Acme\nstage: ${stage}\n---\n`;
const PROPOSED = 'Acme: Proposal → Closing';
/** A person who closes the editor without a word, and one who says something of their own below. */
const EDITORS = { silent: 'true', talking: `sh -c 'echo "Called them." >> "$1"' -` };

describe('the hook that proposes the message of a commit', () => {
  const folder = temporaryFolder();
  const inTeam = (editor: keyof typeof EDITORS, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Dana', '-c', 'user.email=dana@acme.example', ...args], {
      cwd: folder.path('team'),
      env: {
        ...process.env,
        PATH: `${folder.path('bin')}:${process.env['PATH']}`,
        GIT_EDITOR: EDITORS[editor],
      },
      encoding: 'utf8',
      stdio: 'pipe',
    });
  const commit = (...args: string[]) => inTeam('silent', 'commit', '--quiet', '--all', ...args);
  const message = () => inTeam('silent', 'log', '-1', '--format=%B').trim();
  const moved = () => folder.write('team/sales/acme.md', dealIn('closing'));
  const setUp = () => run(folder.path('team'), ['git', 'setup', 'sales', '--hooks']);

  beforeEach(() => {
    mkdirSync(folder.path('team'), { recursive: true });
    git(folder.path('team'), DAY, 'init', '--quiet', '--initial-branch=main');
    folder.write('team/sales/acme.md', dealIn('proposal'));
    const command = `#!/bin/sh\nexec "${process.execPath}" "${CLI}" "$@"\n`;
    chmodSync(folder.write('bin/deal-notes', command), 0o755);
    commitAll(folder.path('team'), DAY);
  });
  /** Set up, with that committed. */
  const begin = async () => {
    await setUp();
    commitAll(folder.path('team'), DAY);
    moved();
  };

  it('puts it above what is written in the editor', async () => {
    await begin();
    inTeam('talking', 'commit', '--quiet', '--all');
    assert.match(message(), new RegExp(`^${PROPOSED}\n+Called them\\.$`));
  });

  it('leaves a message that somebody gives, and one that is amended', async () => {
    await begin();
    commit('--message', 'Mine');
    assert.equal(message(), 'Mine');
    commit('--amend');
    assert.equal(message(), 'Mine');
    folder.write('team/mine.txt', 'From a file');
    folder.write('team/sales/acme.md', dealIn('proposal'));
    commit('--file', 'mine.txt');
    assert.equal(message(), 'From a file');
    folder.write('team/sales/acme.md', dealIn('closing'));
    commit('--reuse-message', 'HEAD');
    assert.equal(message(), 'From a file');
  });

  it('leaves a team’s template, with which a commit is not made unless it is edited', async () => {
    await begin();
    folder.write('template.txt', 'Why:\n');
    inTeam('silent', 'config', 'commit.template', folder.path('template.txt'));
    assert.throws(() => commit(), /did not edit the message/);
    inTeam('talking', 'commit', '--quiet', '--all');
    assert.match(message(), /^Why:\n+Called them\.$/);
  });

  it('leaves the message of a merge, and the one that git gathers for a squash', async () => {
    await begin();
    inTeam('silent', 'checkout', '--quiet', '-b', 'other');
    commit('--message', 'On the branch');
    inTeam('silent', 'checkout', '--quiet', 'main');
    inTeam('silent', 'merge', '--quiet', '--no-ff', '--edit', 'other');
    assert.match(message(), /^Merge branch 'other'/);
    inTeam('silent', 'reset', '--quiet', '--hard', 'HEAD~1');
    inTeam('silent', 'merge', '--quiet', '--squash', 'other');
    commit();
    assert.match(message(), /^Squashed commit of the following:[^]*On the branch/);
  });

  it('leaves a merge that is finished by hand after a conflict', async () => {
    await begin();
    inTeam('silent', 'config', 'core.autocrlf', 'false');
    folder.write('team/x.txt', 'one\n');
    inTeam('silent', 'add', '--all');
    commit('--message', 'One');
    inTeam('silent', 'checkout', '--quiet', '-b', 'other', 'HEAD');
    folder.write('team/x.txt', 'two\n');
    commit('--message', 'Two');
    inTeam('silent', 'checkout', '--quiet', 'main');
    folder.write('team/x.txt', 'three\n');
    commit('--message', 'Three');
    assert.throws(() => inTeam('silent', 'merge', 'other'));
    folder.write('team/x.txt', 'both\n');
    folder.write('team/sales/acme.md', dealIn('negotiation'));
    commit();
    assert.match(message(), /^Merge branch 'other'/);
  });

  it('stays away from a hook that is there, which runs as before, and works once its line is added', async () => {
    const own = '#!/bin/sh\necho "# ours" >> "$1"\n';
    const file = 'team/.git/hooks/prepare-commit-msg';
    chmodSync(folder.write(file, own), 0o755);
    const { out, err } = await setUp();
    const [, line] = /prepare-commit-msg: (if \[ -z .*# Deal Notes)/.exec(out + err) ?? [];
    assert.ok(line, out + err);
    assert.equal(folder.read(file), own);
    commitAll(folder.path('team'), DAY);
    moved();
    assert.throws(() => commit(), /empty commit message/);
    folder.write(file, `${own}${line}\n`);
    commit();
    assert.equal(message(), PROPOSED);
  });

  it('works in a team’s own folder of hooks, once its line is added there', async () => {
    git(folder.path('team'), DAY, 'config', 'core.hooksPath', '.husky');
    const { out, err } = await setUp();
    const [, line] = /\.husky\/prepare-commit-msg: (if \[ -z .*# Deal Notes)/.exec(out + err) ?? [];
    assert.ok(line, out + err);
    commitAll(folder.path('team'), DAY);
    chmodSync(folder.write('team/.husky/prepare-commit-msg', `#!/bin/sh\n${line}\n`), 0o755);
    moved();
    commit();
    assert.equal(message(), PROPOSED);
  });
});
