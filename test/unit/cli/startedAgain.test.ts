import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { start } from './support/cli';
import { openDeal, temporaryFolder } from './support/folder';

describe('the command line, started once more', () => {
  const folder = temporaryFolder();
  const code = () => folder.path('cache/deal-notes/code');
  const names = () => readdirSync(code());
  const version = (cache = folder.path('cache')) =>
    start(folder.path('deals'), ['--version'], { XDG_CACHE_HOME: cache });

  beforeEach(() => {
    folder.write('deals/acme.md', openDeal('Acme', 'proposal'));
    mkdirSync(folder.path('cache'));
  });

  it('finds what Node has made of its code, and answers as before', () => {
    const first = version();
    assert.match(first.out, /^\d+\.\d+\.\d+\n$/);
    const [name, ...others] = names();
    assert.deepEqual(others, []);
    const file = `${code()}/${name}`;
    const before = statSync(file).mtimeMs;
    assert.deepEqual(version(), first);
    assert.equal(statSync(file).mtimeMs, before);
    if (process.platform !== 'win32')
      for (const path of [file, code()]) assert.equal(statSync(path).mode & 0o077, 0);
  });

  it('runs as ever where that is damaged or cut short, and keeps it anew', () => {
    const first = version();
    const file = `${code()}/${names()[0]}`;
    const whole = readFileSync(file);
    const damaged = Buffer.from(whole);
    damaged[5000]! ^= 1;
    for (const bytes of [damaged, whole.subarray(0, 9999), Buffer.alloc(0)]) {
      writeFileSync(file, bytes);
      assert.deepEqual(version(), first);
      assert.ok(readFileSync(file).length > 100_000);
    }
  });

  it('keeps nothing in a pipeline', () => {
    const inside = folder.path('deals/cache');
    mkdirSync(inside);
    assert.equal(version(inside).code, 0);
    assert.equal(start(folder.root, ['list', 'deals'], { XDG_CACHE_HOME: inside }).code, 0);
    assert.deepEqual(readdirSync(inside), []);
  });

  // Windows has no such modes.
  if (process.platform !== 'win32') {
    it('runs nothing that somebody else may have put there', () => {
      const first = version();
      const file = `${code()}/${names()[0]}`;
      const others = Buffer.from('other'.repeat(2));
      writeFileSync(file, others);
      chmodSync(code(), 0o777);
      assert.deepEqual(version(), first);
      assert.deepEqual(readFileSync(file), others);
    });
  }

  it('is without it after cache clear', () => {
    version();
    const cleared = start(folder.path('deals'), ['cache', 'clear'], { XDG_CACHE_HOME: folder.path('cache') });
    assert.equal(cleared.code, 0);
    assert.throws(names, { code: 'ENOENT' });
  });
});
