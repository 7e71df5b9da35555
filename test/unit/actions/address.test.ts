import assert from 'node:assert/strict';
import { addressIn, folderOf, nameOf, pathBelow } from '../../../src/actions/address';

describe('an address', () => {
  for (const [file, folder, name] of [
    ['/sales/deals/acme.md', '/sales/deals', 'acme.md'],
    ['/sales', '/', 'sales'],
    ['/', undefined, ''],
    ['C:/sales/acme.md', 'C:/sales', 'acme.md'],
    ['C:', undefined, 'C:'],
    ['acme.md', undefined, 'acme.md'],
    ['vscode-vfs://github/acme/deals/a.md', 'vscode-vfs://github/acme/deals', 'a.md'],
    ['vscode-vfs://github', undefined, 'github'],
  ] as const) {
    it(`knows the folder and the name of ${file}`, () => {
      assert.deepEqual([folderOf(file), nameOf(file)], [folder, name]);
    });
  }

  it('is made of a folder and a path, and the path is found again', () => {
    for (const folder of ['/sales/deals', '/', 'C:/', 'vscode-vfs://github/acme']) {
      for (const path of ['acme.md', '2026/acme.md']) {
        const file = addressIn(folder, path);
        assert.doesNotMatch(file.replace('://', ':'), /\/\//);
        assert.equal(pathBelow(folder, file), path);
      }
    }
    assert.equal(addressIn('/sales', 'acme.md'), '/sales/acme.md');
    assert.equal(addressIn('/', 'acme.md'), '/acme.md');
  });

  it('is below its own folder and no other, however alike their names are', () => {
    assert.equal(pathBelow('/sales/deals', '/sales/deals-old/acme.md'), undefined);
    assert.equal(pathBelow('/sales/deals', '/sales/deals'), undefined);
    assert.equal(pathBelow('/sales/deals', '/other/sales/deals/acme.md'), undefined);
  });
});
