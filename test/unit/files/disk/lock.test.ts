import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { listFiles } from '../../../../src/files/disk/listFiles';
import { lock, type Lock } from '../../../../src/files/disk/lock';
import { updateFile } from '../../../../src/files/disk/updateFile';
import { renameOver, writeLike } from '../../../../src/files/disk/writeFile';
import { temporaryFolder } from '../../cli/support/folder';
import { writeAtOnce } from './support/writers';
import { sentenceOf } from '../../../../src/words/sentence';

const append = (end: string) => (text: string) => ({ ok: true as const, text: text + end });

/** The number of a process that has ended. */
const DEAD = spawnSync(process.execPath, ['-e', '']).pid;

describe('the lock on a file', () => {
  const folder = temporaryFolder();
  let file: string;
  beforeEach(() => (file = folder.write('acme.md', 'old')));

  const take = async (path = file, waitMs = 0): Promise<Lock> => {
    const held = await lock(path, waitMs);
    assert.ok(held, 'not to be had');
    return held;
  };
  const rootOf = ({ file }: Lock) => dirname(dirname(file));
  const names = () => readdirSync(folder.root);
  const makeOld = (path: string, seconds: number) => {
    const at = Date.now() / 1000 - seconds;
    utimesSync(path, at, at);
  };
  /** Makes the lock one of another process, which stops here. */
  const leaveBehind = (held: Lock, change: (id: string) => string): string => {
    const left = join(dirname(held.file), change(basename(held.file)));
    renameSync(held.file, left);
    return left;
  };
  const ofProcess = (pid: number) => (id: string) => id.replace(/^\d+/, `${pid}`);
  const ofOtherHost = (id: string) => id.replace(/-[0-9a-f]{8}-/, '-00000000-');

  it('is held by one, and free again when that gives it back', async () => {
    const held = await take();
    assert.equal(await lock(file, 0), undefined);
    await held.release();
    assert.deepEqual(names(), ['acme.md']);
    await (await take()).release();
  });

  it('is free when its file has taken the place of the target', async () => {
    const held = await take();
    renameSync(held.file, file);
    const next = await take();
    await held.release();
    assert.equal(await lock(file, 0), undefined);
    await next.release();
    assert.deepEqual(names(), ['acme.md']);
  });

  it('is no deal, and none of its files is', async () => {
    const held = await take();
    assert.deepEqual([...listFiles(folder.root)].flat(), [{ path: 'acme.md' }]);
    await held.release();
  });

  it('is one for all spellings that some disks take for one name, and for no other name', async () => {
    const held = await take(folder.path('Zoë.md'));
    assert.equal(await lock(folder.path('zoë.MD'.normalize('NFD')), 0), undefined);
    await (await take(folder.path('zoe.md'))).release();
    await held.release();
  });

  it('may be cleared away by whoever may write in the folder', async () => {
    const umask = process.umask(0o077);
    const held = await take().finally(() => process.umask(umask));
    const mode = statSync(folder.root).mode & 0o777;
    for (const path of [rootOf(held), dirname(held.file)]) assert.equal(statSync(path).mode & 0o777, mode);
    await held.release();
  });

  describe('held by a living process', () => {
    it('makes others wait, and then they go on', async () => {
      const held = await take();
      const updates = ['a', 'b', 'c'].map(end => updateFile(file, append(end)));
      await wait(100);
      assert.equal(folder.read('acme.md'), 'old');
      await held.release();
      for (const updated of await Promise.all(updates)) assert.ok(updated.ok);
      assert.equal([...folder.read('acme.md')].sort().join(''), [...'oldabc'].sort().join(''));
      assert.deepEqual(names(), ['acme.md']);
    });

    it('lets nobody wait for ever', async () => {
      const held = await take();
      const start = performance.now();
      const updated = await updateFile(file, append('new'), { waitMs: 200 });
      const waited = performance.now() - start;
      assert.ok(!updated.ok);
      assert.equal(updated.problem.code, 'busy');
      assert.match(sentenceOf(updated.problem), /Another program is writing this file\..*try again/);
      assert.ok(waited >= 200 && waited < 4000, `${waited} ms`);
      assert.equal(folder.read('acme.md'), 'old');
      assert.deepEqual(readdirSync(rootOf(held)), ['held']);
      await held.release();
      assert.deepEqual(names(), ['acme.md']);
    });

    it('keeps it from one that knows no better than its number and another machine', async () => {
      const held = await take();
      leaveBehind(held, id => ofOtherHost(ofProcess(DEAD)(id)));
      assert.equal(await lock(file, 100), undefined);
    });
  });

  describe('left behind', () => {
    for (const { name, change, age } of [
      { name: 'by a process that was killed', change: ofProcess(DEAD), age: 0 },
      { name: 'long ago, on another machine', change: ofOtherHost, age: 11 },
      { name: 'long ago, by a process whose number another one has now', change: ofProcess(1), age: 11 },
      { name: 'before the clock was set back', change: ofOtherHost, age: -3600 },
      { name: 'with a name that tells nothing', change: () => 'x', age: 11 },
    ]) {
      it(`${name}: is taken over at once, and cleared away`, async () => {
        const left = leaveBehind(await take(), change);
        makeOld(left, age);
        const start = performance.now();
        assert.ok((await updateFile(file, append(', new'))).ok);
        assert.ok(performance.now() - start < 3000);
        assert.equal(folder.read('acme.md'), 'old, new');
        assert.deepEqual(names(), ['acme.md']);
      });
    }

    for (const { name, make } of [
      { name: 'an empty lock', make: (root: string) => mkdirSync(root) },
      {
        name: 'a lock that is just given back',
        make: (root: string) => mkdirSync(join(root, 'held'), { recursive: true }),
      },
      {
        name: 'those who waited',
        make: (root: string, id: string) => {
          mkdirSync(join(root, ofProcess(DEAD)(id)), { recursive: true });
          const waiting = join(root, `${ofProcess(DEAD)(id)}0`);
          mkdirSync(waiting);
          writeFileSync(join(waiting, basename(waiting)), '');
        },
      },
    ]) {
      it(`${name}: is cleared away`, async () => {
        const held = await take();
        await held.release();
        make(rootOf(held), basename(held.file));
        assert.ok((await updateFile(file, append(', new'))).ok);
        assert.deepEqual(names(), ['acme.md']);
      });
    }

    it('as something that is no folder: is told, and left alone', async () => {
      const held = await take();
      await held.release();
      writeFileSync(rootOf(held), 'mine');
      const updated = await updateFile(file, append('new'));
      assert.equal(!updated.ok && updated.problem.code, 'unwritable');
      assert.equal(folder.read('acme.md'), 'old');
      assert.deepEqual(names().sort(), [basename(rootOf(held)), 'acme.md']);
    });

    it('is taken over by one of many', async () => {
      leaveBehind(await take(), ofProcess(DEAD));
      let holders = 0;
      const turns = Array.from({ length: 30 }, async () => {
        const held = await take(file, 8000);
        assert.equal(++holders, 1);
        assert.deepEqual(readdirSync(dirname(held.file)), [basename(held.file)]);
        await wait(1);
        holders--;
        await held.release();
      });
      await Promise.all(turns);
      assert.deepEqual(names(), ['acme.md']);
    });
  });

  describe('taken from one who was only thought dead', () => {
    /** Has `meanwhile` happen while the lock is held: there the change is asked again if the text is another. */
    const whileHeld = async (meanwhile: (held: string) => void) => {
      let asked = 0;
      const updated = await updateFile(file, text => {
        asked++;
        if (asked === 1) writeFileSync(file, 'by hand');
        if (asked === 2) {
          const root = names().find(name => name.endsWith('.lock'))!;
          const held = folder.path(join(root, 'held'));
          meanwhile(join(held, readdirSync(held)[0]!));
        }
        return { ok: true, text: `${text}, slow` };
      });
      assert.ok(updated.ok);
      assert.deepEqual(names(), ['acme.md']);
      return asked;
    };

    it('can no longer be used to write', async () => {
      const slow = await take();
      makeOld(slow.file, 11);
      const fast = await take(file, 3000);
      const isGone = { code: 'ENOENT' };
      await assert.rejects(writeLike(file, slow.file, 'slow'), isGone);
      await assert.rejects(renameOver(slow.file, file), isGone);
      await slow.release();
      assert.equal(await lock(file, 0), undefined, 'taken from the one who has it now');
      await fast.release();
      assert.equal(folder.read('acme.md'), 'old');
      assert.deepEqual(names(), ['acme.md']);
    });

    it('is no loss: the slow one starts again on what the other wrote', async () => {
      const asked = await whileHeld(held => {
        makeOld(held, 11);
        writeAtOnce(file, 'fast');
        assert.equal(folder.read('acme.md'), 'by hand, fast');
      });
      assert.equal(asked, 3);
      assert.equal(folder.read('acme.md'), 'by hand, fast, slow');
    });

    it('is no loss where the lock is free at the end', async () => {
      await whileHeld(held => rmSync(held));
      assert.equal(folder.read('acme.md'), 'by hand, slow');
    });

    it('is no loss where the whole lock is gone', async () => {
      await whileHeld(held => rmSync(dirname(dirname(held)), { recursive: true }));
      assert.equal(folder.read('acme.md'), 'by hand, slow');
    });

    it('and whoever waits and was thought dead queues up again', async () => {
      const held = await take();
      const waiting = updateFile(file, append(', new'));
      await wait(60);
      const places = readdirSync(rootOf(held)).filter(name => name !== 'held');
      assert.equal(places.length, 1);
      rmSync(join(rootOf(held), places[0]!), { recursive: true });
      await held.release();
      assert.ok((await waiting).ok);
      assert.equal(folder.read('acme.md'), 'old, new');
      assert.equal(existsSync(rootOf(held)), false);
    });
  });
});
