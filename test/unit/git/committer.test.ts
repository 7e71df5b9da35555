import assert from 'node:assert/strict';
import { join } from 'node:path';
import { temporaryFolder } from '../cli/support/folder';
import { git, gitAskedIn } from './support';

describe('whom git has commit', () => {
  const folder = temporaryFolder();
  const asked = (at = folder.root) => {
    const GIT_CONFIG_GLOBAL = folder.write(
      'own.config',
      '[user]\nname = Dana Smith\nemail = dana@home.example\n',
    );
    return gitAskedIn(folder.root, { GIT_CONFIG_GLOBAL, GIT_CONFIG_NOSYSTEM: '1' }).committerIn(at);
  };

  it('is what a person has set, and what a repository has set comes first', async () => {
    assert.deepEqual(await asked(), { name: 'Dana Smith', email: 'dana@home.example' });
    git(folder.root, '2026-01-05', 'init', '--quiet');
    git(folder.root, '2026-01-05', 'config', 'user.email', 'dana@acme.example');
    assert.deepEqual(await asked(), { name: 'Dana Smith', email: 'dana@acme.example' });
  });

  it('is nobody where nothing is set, or nothing can be asked', async () => {
    const GIT_CONFIG_GLOBAL = folder.write('none.config', '[user]\nname = " "\n');
    const none = { name: undefined, email: undefined };
    const git = gitAskedIn(folder.root, { GIT_CONFIG_GLOBAL, GIT_CONFIG_NOSYSTEM: '1' });
    assert.deepEqual(await git.committerIn(folder.root), none);
    assert.deepEqual(await asked(join(folder.root, 'gone')), none);
    const withoutGit = gitAskedIn(folder.root, { PATH: folder.root });
    assert.deepEqual(await withoutGit.committerIn(folder.root), none);
  });
});
