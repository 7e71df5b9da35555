import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { CLI, start } from './support/cli';
import { openDeal, temporaryFolder } from './support/folder';

describe('the built command line, started', () => {
  const folder = temporaryFolder();

  it('ends with the exit code, and tells results and complaints apart', () => {
    folder.write('acme.md', openDeal('Acme', 'proposal'));
    assert.deepEqual(start(folder.root, ['win', 'acme.md']), { code: 0, out: 'Acme → Won\n', err: '' });
    const refused = start(folder.root, ['win', 'acme.md', 'gone.md', '--json']);
    assert.equal(refused.code, 1);
    assert.equal((JSON.parse(refused.out) as unknown[]).length, 2);
    const wrong = start(folder.root, ['list', '--jsn']);
    assert.deepEqual({ code: wrong.code, out: wrong.out }, { code: 2, out: '' });
    assert.match(wrong.err, /^error: unknown option '--jsn'/);
  });

  it('prints to its end what is longer than a pipe holds', () => {
    for (let k = 0; k < 500; k++)
      folder.write(`${k}.md`, openDeal(`Deal ${k} ${'x'.repeat(200)}`, 'proposal'));
    const { code, out } = start(folder.root, ['list', '--json']);
    assert.equal(code, 0);
    assert.ok(out.length > 200_000);
    assert.equal((JSON.parse(out) as { deals: unknown[] }).deals.length, 500);
  });

  // Windows needs the name of a program before it.
  if (process.platform !== 'win32') {
    it('can be started by its name alone', () => {
      assert.match(execFileSync(CLI, ['--version'], { encoding: 'utf8' }), /^\d+\.\d+\.\d+\n$/);
    });
  }
});
