import assert from 'node:assert/strict';
import { chmodSync, rmSync } from 'node:fs';
import { delimiter } from 'node:path';
import { runIn } from '../cli/support/terminal';
import { temporaryFolder } from '../cli/support/folder';
import { DEFAULT_PROCESS } from '../../../src/core/process/process';
import { commitAll, dealDue, git, gitAskedIn } from './support';

const DAY = '2026-01-05';

describe('where git knows less than there was', () => {
  const folder = temporaryFolder();

  beforeEach(() => {
    git(folder.root, DAY, 'init', '--quiet', 'origin');
    for (const day of ['2026-01-05', '2026-02-03', '2026-03-03']) {
      folder.write('origin/deals/a.md', dealDue(day));
      commitAll(folder.path('origin'), day);
    }
    git(folder.path('origin'), DAY, 'config', 'uploadpack.allowFilter', 'true');
    git(folder.path('origin'), DAY, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  });
  const clone = (...how: string[]) =>
    git(folder.root, DAY, 'clone', '--quiet', ...how, `file://${folder.path('origin')}`, 'clone');
  const said = async (env = process.env) =>
    (await runIn(folder.path('clone'), ['funnel', 'deals', '--json'], { env })).err;

  it('as in a clone of the last commits, the command says so', async () => {
    clone('--depth=1');
    assert.match(await said(), /shallow clone.*git fetch --unshallow/);
  });

  it('as in a clone without contents, the command says so and downloads nothing', async () => {
    clone('--filter=blob:none');
    const objects = () => git(folder.path('clone'), DAY, 'count-objects', '-v');
    const before = objects();
    assert.match(await said(), /partial clone/);
    assert.equal(objects(), before);
  });

  it('as in a clone without contents, changes says in one line what is missing and downloads nothing', async () => {
    clone('--filter=blob:none');
    const objects = () => git(folder.path('clone'), DAY, 'count-objects', '-v');
    const before = objects();
    const changes = (...points: string[]) =>
      runIn(folder.path('clone'), ['changes', ...points, 'deals'], { env: process.env });
    const missing = await changes('HEAD~2', 'HEAD~1');
    assert.deepEqual([missing.code, missing.out], [2, '']);
    assert.match(missing.err, /^.*partial clone.*git fetch --refetch.*\n$/);
    // What has been checked out is there.
    const { code, out } = await changes('HEAD');
    assert.equal(code, 0);
    assert.match(out, /Nothing has changed/);
    assert.equal(objects(), before);
  });

  it('a whole clone says nothing', async () => {
    clone();
    assert.equal(await said(), '');
  });

  it('as when git hangs, it is not waited for', async () => {
    clone();
    chmodSync(folder.write('bin/git', '#!/bin/sh\nexec sleep 60\n'), 0o755);
    const env = { PATH: `${folder.path('bin')}${delimiter}${process.env['PATH']}` };
    const hanging = gitAskedIn(folder.root, env, 200);
    const found = await hanging.factsOf(folder.path('clone/deals'), DEFAULT_PROCESS);
    assert.deepEqual(found, { known: undefined, gap: 'tookTooLong' });
    await assert.rejects(hanging.stagedFiles(folder.path('clone/deals')), { message: 'tookTooLong' });
  });

  it('as when git fails or is not there, the command says so; outside of a repository nothing is missing', async () => {
    clone();
    const failing = async (message: string) => {
      chmodSync(folder.write('bin/git', `#!/bin/sh\necho "${message}" >&2\nexit 128\n`), 0o755);
      return said({ ...process.env, PATH: folder.path('bin') });
    };
    assert.match(await failing('fatal: the index is broken'), /Run git fsck/);
    assert.match(await failing('fatal: detected dubious ownership in repository'), /safe\.directory/);
    assert.match(await said({ ...process.env, PATH: folder.path('no bin') }), /git is not installed/);
    rmSync(folder.path('clone/.git'), { recursive: true });
    assert.equal(await said({ ...process.env, PATH: folder.path('no bin') }), '');
  });

  it('as where something of the repository is broken, it says what and how to see the rest of it', async () => {
    const inOrigin = (...args: string[]) => runIn(folder.path('origin'), args, { env: process.env });
    const breakUp = (name: string) => {
      const object = git(folder.path('origin'), DAY, 'rev-parse', name).trim();
      rmSync(folder.path(`origin/.git/objects/${object.slice(0, 2)}/${object.slice(2)}`), { force: true });
      return new RegExp(`^deal-notes: Git can’t read ${object.slice(0, 12)}, .*git fsck.*\\n$`);
    };
    const text = breakUp('HEAD~2:deals/a.md');
    for (const args of [
      ['changes', 'HEAD~2', 'HEAD', 'deals'],
      ['funnel', 'deals', '--as-of', 'HEAD~2'],
    ]) {
      const { code, out, err } = await inOrigin(...args);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.match(err, text);
    }
    assert.match((await inOrigin('funnel', 'deals')).err, /Run git fsck/);
    const tip = breakUp('HEAD');
    for (const args of [
      ['changes', 'HEAD'],
      ['changes', 'week'],
      ['message', 'deals'],
      ['changes', 'staged'],
    ])
      assert.match((await inOrigin(...args)).err, tip, args.join(' '));
  });
});
