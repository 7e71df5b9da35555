import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { CLI } from './support/cli';
import { openDeal } from './support/folder';
import { ownPipeline } from './support/pipeline';

describe('undo on the command line, of several processes', () => {
  const pipeline = ownPipeline();

  it('works from other processes, at the same time as others', async () => {
    const names = ['a', 'b', 'c', 'd'];
    for (const name of names) pipeline.write(`deals/${name}.md`, openDeal(name, 'proposal'));
    const before = pipeline.all();
    const env = { ...process.env, ...pipeline.env };
    const startAll = (args: readonly string[][]) =>
      Promise.all(
        args.map(async own => {
          const child = spawn(process.execPath, [CLI, ...own], {
            cwd: pipeline.path(''),
            env,
            stdio: 'ignore',
          });
          return ((await once(child, 'close')) as [number])[0];
        }),
      );
    assert.deepEqual(await startAll(names.map(name => ['advance', `deals/${name}.md`])), [0, 0, 0, 0]);
    assert.deepEqual(await startAll(names.map(() => ['undo'])), [0, 0, 0, 0]);
    assert.deepEqual(pipeline.all(), before);
    assert.match((await pipeline.run('undo')).err, /^Nothing to undo/);
  });
});
