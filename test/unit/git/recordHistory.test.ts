import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { sampleHistory } from '../../../src/core/sample/history';
import { refreshSample } from '../../../src/core/sample/refresh';
import { historyRecorder, type Commit } from '../../../src/git/recordHistory';
import { hasSeveralAuthors } from '../../../src/git/mergeDriver/state';
import { temporaryFolder } from '../cli/support/folder';
import { date } from '../support/deals';
import { sampleFiles } from '../support/sample';
import { git } from './support';

const TODAY = date('2026-11-29');

const commit = (on: string, path: string, text: string): Commit => ({
  on: date(on),
  author: 'dana',
  message: `“${path}”\nand more`,
  files: new Map([[path, text]]),
  removed: [],
});
const COMMITS = [commit('2026-01-05', 'a.md', 'Größe\n'), commit('2026-01-06', 'b/c.md', '')];

describe('a history that is recorded', () => {
  const folder = temporaryFolder();
  const ask = (at: string, ...args: string[]) => git(folder.path(at), '2026-01-01', ...args);
  const record = (
    at: string,
    env: Readonly<Record<string, string>> = {},
    commits: readonly Commit[] = COMMITS,
  ) => historyRecorder({ cwd: folder.root, env: { ...process.env, ...env } })(folder.path(at), commits);
  const writeFiles = (at: string) => {
    folder.write(`${at}/a.md`, 'Größe\n');
    folder.write(`${at}/b/c.md`, '');
  };

  it('is that of the sample: whole, by its owners, and the files are as in its last commit', async () => {
    const files = sampleFiles();
    for (const [path, text] of files) folder.write(`deals/${path}`, refreshSample(text, TODAY));
    const commits = sampleHistory(files, TODAY);
    assert.equal(await record('deals', {}, commits), true);
    assert.equal(ask('deals', 'status', '--porcelain'), '');
    assert.equal(ask('deals', 'fsck', '--strict', '--no-progress'), '');
    assert.equal(ask('deals', 'rev-list', '--count', 'HEAD').trim(), String(commits.length));
    const log = ask('deals', 'log', '--reverse', '--date=short', '--format=%ad %an');
    assert.deepEqual(
      log.trim().split('\n'),
      commits.map(({ on, author }) => `${on} ${author}`),
    );
    assert.equal(ask('deals', 'branch', '--show-current').trim(), 'main');
    // There is nobody to set up a merge for.
    assert.equal(
      await hasSeveralAuthors(folder.path('deals'), { cwd: folder.root, env: process.env }),
      false,
    );
  });

  it('keeps what messages and files have in them', async () => {
    writeFiles('deals');
    assert.equal(await record('deals'), true);
    assert.equal(ask('deals', 'log', '-1', '--format=%B').trim(), '“b/c.md”\nand more');
    assert.equal(ask('deals', 'show', 'HEAD:a.md'), 'Größe\n');
    assert.equal(ask('deals', 'status', '--porcelain'), '');
  });

  it('is not written into a repository, nor below one, nor where one is named', async () => {
    writeFiles('own');
    ask('own', 'init', '--quiet');
    writeFiles('outer/deals');
    ask('outer', 'init', '--quiet');
    ask('outer', 'commit', '--quiet', '--allow-empty', '--message', 'Mine');
    const linked = folder.path('linked');
    symlinkSync(folder.path('outer/deals'), linked, 'dir');
    mkdirSync(folder.path('bare/deals'), { recursive: true });
    ask('bare', 'init', '--quiet', '--bare');
    for (const at of ['own', 'outer/deals', 'linked', 'bare/deals']) {
      assert.equal(await record(at), false, at);
      if (at !== 'own') assert.equal(existsSync(join(folder.path(at), '.git')), false, at);
    }
    assert.equal(await record('outer/deals', { GIT_CEILING_DIRECTORIES: folder.path('outer') }), false);
    assert.equal(existsSync(folder.path('outer/deals/.git')), false);
    assert.equal(ask('outer', 'rev-list', '--count', 'HEAD').trim(), '1');
    assert.equal(ask('own', 'rev-list', '--count', '--all').trim(), '0');
    writeFiles('named/deals');
    const named = { GIT_DIR: folder.path('outer/.git'), GIT_WORK_TREE: folder.path('named') };
    assert.equal(await record('named/deals', named), false);
    assert.equal(ask('outer', 'rev-list', '--count', '--all').trim(), '1');
  });

  it('takes no hook and no template of the person’s', async () => {
    writeFiles('deals');
    folder.write('template/hooks/post-commit', '#!/bin/sh\nexit 1\n');
    folder.write('template/description', 'Mine\n');
    const GIT_CONFIG_GLOBAL = folder.write(
      'own.config',
      `[init]\ntemplateDir = ${folder.path('template')}\n[commit]\ngpgSign = true\n`,
    );
    assert.equal(
      await record('deals', { GIT_CONFIG_GLOBAL, GIT_TEMPLATE_DIR: folder.path('template') }),
      true,
    );
    assert.equal(existsSync(folder.path('deals/.git/hooks')), false);
    assert.equal(existsSync(folder.path('deals/.git/description')), false);
  });

  it('leaves nothing behind where git is not there, or fails', async () => {
    writeFiles('deals');
    assert.equal(await record('deals', { PATH: folder.root }), false);
    const broken = [...COMMITS, commit('2026-01-07', '../outside.md', 'x')];
    assert.equal(await record('deals', {}, broken), false);
    assert.deepEqual(readdirSync(folder.path('deals')).sort(), ['a.md', 'b']);
  });

  it('is read by the person’s own git as any other', async () => {
    writeFiles('deals');
    await record('deals');
    const plain = execFileSync('git', ['log', '--oneline'], { cwd: folder.path('deals'), encoding: 'utf8' });
    assert.equal(plain.trim().split('\n').length, 2);
  });
});
