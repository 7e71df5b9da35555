import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../../../src/files/disk/cacheFolder';
import { UndoRecords } from '../../../../src/files/disk/undoRecords';
import { temporaryFolder } from '../../cli/support/folder';

describe('the cache folder', () => {
  it('is the one that the system has for its user', () => {
    const home = { HOME: '/home/dana' };
    assert.equal(cacheFolder(home, 'linux'), '/home/dana/.cache/deal-notes');
    assert.equal(cacheFolder({ ...home, XDG_CACHE_HOME: '/x' }, 'linux'), '/x/deal-notes');
    assert.equal(cacheFolder({ ...home, XDG_CACHE_HOME: 'x' }, 'linux'), '/home/dana/.cache/deal-notes');
    assert.equal(
      cacheFolder({ ...home, XDG_CACHE_HOME: '' }, 'darwin'),
      '/home/dana/Library/Caches/deal-notes',
    );
    assert.equal(cacheFolder({ LOCALAPPDATA: '/local' }, 'win32'), '/local/deal-notes');
    assert.equal(cacheFolder({ LOCALAPPDATA: '/local', ...home }, 'linux'), '/home/dana/.cache/deal-notes');
    for (const HOME of ['', 'home']) assert.equal(cacheFolder({ HOME }, 'linux'), undefined);
  });
});

describe('records of what commands have done', () => {
  const folder = temporaryFolder();
  const open = async () => {
    const records = await UndoRecords.in(folder.path('deal-notes'));
    assert.ok(!('why' in records));
    return records;
  };
  const record = (command: string, size = 10) => ({
    ...{ command, at: 0, folder: '/deals' },
    units: [[{ kind: 'created' as const, file: '/deals/a.md', after: 'x'.repeat(size) }]],
  });
  const files = () => readdirSync(folder.path('deal-notes/undo'));
  const size = () =>
    files().reduce((sum, name) => sum + statSync(folder.path(join('deal-notes/undo', name))).size, 0);
  const newest = async (records: UndoRecords) => {
    const last = await records.last(() => true);
    assert.ok(!last || !('damaged' in last));
    return last;
  };

  it('are the newest of them', async () => {
    const records = await open();
    for (let at = 0; at < 230; at++) await records.add(record(`command ${at}`));
    assert.ok(files().length <= 200);
    const last = await newest(records);
    assert.equal(last?.command, 'command 229');
    await records.remove(last);
    assert.equal((await newest(records))?.command, 'command 228');
  });

  it('that are damaged, whatever they are, give way to newer ones, those set aside too', async () => {
    const records = await open();
    const damaged = ['00000001-0123456789ab.json', '00000002-0123456789ab.json'];
    for (const name of damaged)
      mkdirSync(folder.path(join('deal-notes/undo', name, 'in')), { recursive: true });
    const last = await records.last(() => true);
    assert.ok(last && 'damaged' in last);
    await records.setAside(last);
    await records.add(record('before'));
    assert.equal(files().length, 3);
    for (let at = 0; at < 200; at++) await records.add(record(`command ${at}`));
    assert.deepEqual(
      files().filter(name => name.startsWith('0000000') && name.includes('0123456789ab')),
      [],
    );
  });

  it('take no more room than they may, all together and each', async () => {
    const records = await open();
    for (let at = 0; at < 4; at++) await records.add(record(`big ${at}`, 28_000_000));
    assert.ok(size() <= 64 * 2 ** 20 && files().length === 2, `${files().length} files, ${size()} bytes`);
    await records.add(record('too big', 36_000_000));
    assert.equal((await newest(records))?.units, undefined);
    assert.ok(size() <= 64 * 2 ** 20);
  });

  it('are cleared of what killed processes have begun', async () => {
    const records = await open();
    const begun = folder.path('deal-notes/undo/.0123456789ab.new');
    for (const name of ['.0123456789ab.new', '.0123456789ac.new'])
      writeFileSync(folder.path(join('deal-notes/undo', name)), 'x');
    utimesSync(begun, 0, 0);
    await records.add(record('a'));
    assert.deepEqual(
      files().filter(name => name.startsWith('.')),
      ['.0123456789ac.new'],
    );
  });
});
