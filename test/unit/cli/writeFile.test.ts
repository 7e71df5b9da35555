import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { replaceFile } from '../../../src/files/disk/writeFile';
import { temporaryFolder } from './support/folder';

describe('replacing a file', () => {
  const folder = temporaryFolder();

  it('refuses one that changed since it was read, and leaves it as it is', () => {
    const file = folder.write('acme.md', 'as somebody else saved it');
    const problem = replaceFile(file, 'new', Buffer.from('as it was read'));
    assert.equal(problem?.code, 'changed-meanwhile');
    assert.equal(folder.read('acme.md'), 'as somebody else saved it');
    assert.deepEqual(readdirSync(folder.root), ['acme.md']);
  });

  it('does not bring back one that was deleted since it was read', () => {
    const file = folder.write('acme.md', 'old');
    rmSync(file);
    const problem = replaceFile(file, 'new', Buffer.from('old'));
    assert.deepEqual([problem?.code, problem?.line], ['unwritable', 1]);
    assert.match(problem!.message, /it is no longer there/);
    assert.deepEqual(readdirSync(folder.root), []);
  });

  it('leaves nothing behind where writing fails', () => {
    mkdirSync(folder.path('acme.md'));
    const problem = replaceFile(folder.path('acme.md'), 'new', Buffer.from(''));
    assert.equal(problem?.code, 'unwritable');
    assert.deepEqual(readdirSync(folder.root), ['acme.md']);
  });

  it('tells of links that lead in a circle', () => {
    symlinkSync('acme.md', folder.path('acme.md'));
    assert.equal(replaceFile(folder.path('acme.md'), 'new', Buffer.from(''))?.code, 'unwritable');
  });

  it('writes what it is told, byte for byte', () => {
    const file = folder.write('acme.md', 'old');
    assert.equal(replaceFile(file, '\uFEFFnew\r\n🙂', Buffer.from('old')), undefined);
    assert.equal(folder.read('acme.md'), '\uFEFFnew\r\n🙂');
  });
});
