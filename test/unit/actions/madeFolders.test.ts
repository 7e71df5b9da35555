import assert from 'node:assert/strict';
import { MadeFolders } from '../../../src/actions/madeFolders';

/** The folders that come with files, in this order, where some are there. */
async function around(there: readonly string[], ...files: readonly string[]) {
  const known = new Set(there);
  const made = new MadeFolders({ exists: async folder => known.has(folder) });
  const counted: (number | undefined)[] = [];
  for (const file of files) {
    counted.push((await made.around(file)).madeFolders);
    for (let at = file.lastIndexOf('/'); at > 0; at = file.lastIndexOf('/', at - 1))
      known.add(file.slice(0, at));
  }
  return counted;
}

describe('the folders that come with a new file', () => {
  it('are those around it that aren’t there yet', async () => {
    const there = ['/', '/s', '/s/deals'];
    assert.deepEqual(await around(there, '/s/deals/a.md'), [undefined]);
    assert.deepEqual(await around(there, '/s/deals/emea/a.md'), [1]);
    assert.deepEqual(await around(there, '/s/deals/emea/2026/q1/a.md'), [3]);
    assert.deepEqual(await around([], '/s/a.md'), [2]);
  });

  it('are as many for each file that comes into one of them, so that the last of them takes them away', async () => {
    assert.deepEqual(await around(['/', '/s'], '/s/n/a.md', '/s/n/b.md', '/s/c.md'), [1, 1, undefined]);
  });

  it('are none of a file without a folder', async () => {
    assert.deepEqual(await around([], 'a.md'), [undefined]);
  });
});
