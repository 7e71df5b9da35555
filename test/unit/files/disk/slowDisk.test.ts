import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DiskAccess } from '../../../../src/files/disk/diskAccess';
import { TimedDisk } from './support/timedDisk';

const COUNT = 200;
/** So many slow calls may be chance. */
const FEW = 6;
/** Of somebody who doesn't notice that all else waits. */
const SLOW = () => 20;
const QUICK = () => 0.05;

describe('a folder on a slow disk', () => {
  let root: string;
  const paths: string[] = [];

  before(() => {
    root = mkdtempSync(join(tmpdir(), 'deal-notes-slow-'));
    const write = (path: string, bytes: string | Uint8Array) => {
      writeFileSync(join(root, path), bytes);
      paths.push(path);
    };
    for (let number = 0; number < COUNT; number++) {
      const folder = `team-${number % 50}`;
      mkdirSync(join(root, folder), { recursive: true });
      write(`${folder}/deal-${number}.md`, `---\ntitle: Deal ${number}\nstage: proposal\n---\n`);
    }
    write('latin.md', Buffer.from('title: Zoë', 'latin1'));
    write('wide.md', Buffer.from('stage: proposal', 'utf16le'));
    write('sign.md', 'a \uFFFD that somebody wrote');
    writeFileSync(join(root, 'sales-process.yaml'), 'stages: {}\n');
    mkdirSync(join(root, 'inner'));
    writeFileSync(join(root, 'inner/sales-process.yaml'), '');
    writeFileSync(join(root, 'inner/deal.md'), '');
    mkdirSync(join(root, 'folder.md'));
    symlinkSync(join(root, 'team-1'), join(root, 'linked'), 'junction');
    paths.push('gone.md', 'folder.md', 'team-1/deal-1.md/none.md');
  });

  after(() => rmSync(root, { recursive: true, force: true }));

  function opened(takes: (call: number) => number, folder = root) {
    const disk = new TimedDisk(takes);
    return { disk, access: new DiskAccess(folder, disk, disk.clock) };
  }

  /** All that is found, but for the stamps: files are too young for one at first. */
  async function found({ disk, access }: ReturnType<typeof opened>) {
    const listed = await disk.all(access.list());
    const read = await disk.all(access.readAll(paths));
    return {
      listed: listed.map(file => JSON.stringify(file)).sort(),
      read: read.map(file => JSON.stringify({ ...file, stamp: undefined })),
    };
  }

  it('is read many calls side by side, for none of which anything else waits, to the same end', async () => {
    const [slow, quick] = [opened(SLOW), opened(QUICK)];
    assert.deepEqual(await found(slow), await found(quick));
    assert.equal(slow.disk.mostAtOnce, 32);
    assert.ok(slow.disk.blocking <= FEW, `${slow.disk.blocking} calls`);
    assert.ok(slow.disk.patient > 2 * COUNT, `${slow.disk.patient} calls`);
  });

  it('is looked through for changes side by side', async () => {
    const { disk, access } = opened(SLOW);
    const stamped = paths.map(path => [path, { size: 1, mtimeMs: 2, ctimeMs: 3 }] as const);
    assert.deepEqual(await disk.all(access.changed(stamped)), paths);
    assert.equal(disk.mostAtOnce, 32);
    assert.ok(disk.blocking <= FEW, `${disk.blocking} calls`);
    assert.equal(disk.blocking + disk.patient, paths.length);
  });

  it('is listed once for its process and its deals', async () => {
    const { disk, access } = opened(QUICK);
    const listed = await disk.all(access.list());
    const calls = disk.blocking;
    const [found] = await disk.all(alone(access.readProcess()));
    assert.deepEqual(await disk.all(found!.files()), listed);
    assert.equal(disk.blocking, 2 * calls - 1);
  });

  it('says why it can’t be listed, however it is asked', async () => {
    const { disk, access } = opened(SLOW, join(root, 'none'));
    await assert.rejects(disk.all(access.list()), { code: 'ENOENT' });
    assert.equal(disk.patient, 0);
    await disk.all(access.readAll(paths));
    const { blocking } = disk;
    await assert.rejects(disk.all(access.list()), { code: 'ENOENT' });
    assert.equal(disk.blocking, blocking);
  });

  it('waits for nobody from the first call on when it has been slow before, and until it is quick again', async () => {
    const { disk, access } = opened(SLOW);
    await disk.all(access.readAll(paths));
    const before = disk.blocking;
    await disk.all(access.readAll(paths));
    assert.equal(disk.blocking, before);
    disk.takes = QUICK;
    const patient = disk.patient;
    await disk.all(access.readAll(paths));
    // Stamp and text of the first file.
    assert.equal(disk.patient, patient + 2);
  });

  it('that is quick but for a moment now and then is read one call after the other, which takes less time', async () => {
    const { disk, access } = opened(call => (call % 100 ? 0.05 : 5));
    await disk.all(access.readAll(paths));
    assert.equal(disk.patient, 0);
    assert.ok(disk.blocking > 2 * COUNT);
  });
});

async function* alone<T>(one: Promise<T>): AsyncIterable<readonly T[]> {
  yield [await one];
}
