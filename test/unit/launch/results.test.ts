import assert from 'node:assert/strict';
import { failure, ofSomeTests, readResults, sumOf } from '../../launch/results.mjs';
import { suitesFor } from '../../launch/selection.mjs';
import { temporaryFolder } from '../cli/support/folder';

const good = { passed: 3, failed: 0, skipped: 0, failures: [] };
const again = { title: 'a test', error: 'it timed out' };

describe('the results of a run', () => {
  const folder = temporaryFolder();

  it('are those that it has left', async () => {
    const file = folder.write('results.json', JSON.stringify(good));
    assert.deepEqual(await readResults(file), good);
  });

  it('are a failure where it has left none, whatever its exit code', async () => {
    assert.equal((await readResults(folder.path('none.json'))).failed, 1);
    assert.equal((await readResults(folder.path('none.json'), 'it crashed')).problem, 'it crashed');
  });

  it('are a failure where all tests passed and the run went wrong all the same', async () => {
    const file = folder.write('results.json', JSON.stringify(good));
    assert.deepEqual(await readResults(file, 'it crashed'), { ...good, failed: 1, problem: 'it crashed' });
  });

  it('are a failure where no test was run', () => {
    assert.equal(ofSomeTests({ ...good, passed: 0, skipped: 2 }).failed, 1);
    assert.equal(ofSomeTests(good), good);
  });

  it('are summed up with what failed and what was tried again', () => {
    assert.deepEqual(sumOf([good, { ...good, triedAgain: [again] }, failure('no build')]), {
      passed: 6,
      failed: 1,
      skipped: 0,
      failures: [],
      triedAgain: [again],
      processor: {},
      problem: 'no build',
    });
  });
});

describe('what suites use of a processor', () => {
  it('is summed up by suite, also of one that runs twice', () => {
    const sum = sumOf([
      { ...good, processor: { moves: 2, git: 3 } },
      { ...good, processor: { moves: 4 } },
    ]);
    assert.deepEqual(sum.processor, { moves: 6, git: 3 });
  });
});

describe('the choice of suites', () => {
  const all = ['out/test/activation.test.js', 'out/test/archive.test.js'];

  it('tells of a name that no suite has any longer', () => {
    assert.throws(() => suitesFor('host', { name: 'oldest' } as never, all), /names .*which is not there/);
  });
});
