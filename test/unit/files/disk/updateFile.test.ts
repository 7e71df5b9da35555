import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { error } from '../../../../src/core/problem';
import type { Refusal } from '../../../../src/core/refusal';
import { updateFile, type Rewritten } from '../../../../src/files/disk/updateFile';
import { temporaryFolder } from '../../cli/support/folder';
import { asNobody } from './support/writers';
import { sentenceOf } from '../../../../src/words/sentence';
import { sayFile } from '../../../../src/core/fileSays';

type Change = (text: string) => Rewritten | Refusal;

const replaceBy =
  (text: string): Change =>
  () => ({ ok: true, text });
const append =
  (end: string): Change =>
  text => ({ ok: true, text: text + end });
const refuse: Change = () => ({ ok: false, problem: error('not-possible', sayFile('notRegular')) });

const GONE = /doesn’t exist|no longer exists/;

const isRoot = process.getuid?.() === 0;

describe('updating a file', () => {
  const folder = temporaryFolder();

  /** All that others see of a file: a change of it would wake up programs that watch it. */
  const look = (name: string) => {
    const { ino, mode, uid, gid, mtimeMs, ctimeMs } = statSync(folder.path(name));
    return { ino, mode, uid, gid, mtimeMs, ctimeMs, bytes: readFileSync(folder.path(name), 'hex') };
  };

  const problemOf = async (name: string, change: Change = append('new')) => {
    const updated = await updateFile(folder.path(name), change);
    assert.ok(!updated.ok, 'not refused');
    return updated.problem;
  };

  it('writes what it is told, byte for byte, and answers what the change answered', async () => {
    const file = folder.write('acme.md', 'old');
    const answer = { ok: true as const, text: '\uFEFFnew\r\n🙂', more: 1 };
    const updated = await updateFile(file, () => answer);
    assert.equal(updated, answer);
    assert.equal(folder.read('acme.md'), answer.text);
    assert.deepEqual(readdirSync(folder.root), ['acme.md']);
  });

  it('asks once where nobody else writes', async () => {
    const asked: string[] = [];
    await updateFile(folder.write('acme.md', 'old'), text => {
      asked.push(text);
      return { ok: true, text: 'new' };
    });
    assert.deepEqual(asked, ['old']);
  });

  for (const { name, change } of [
    { name: 'a change that is refused', change: refuse },
    { name: 'a change that changes nothing', change: append('') },
  ]) {
    it(`${name} leaves bytes and times alone, and the folder`, async () => {
      const file = folder.write('acme.md', 'old');
      utimesSync(file, 1000, 2000);
      const before = { file: look('acme.md'), folder: statSync(folder.root).ctimeMs };
      await updateFile(file, change);
      assert.deepEqual({ file: look('acme.md'), folder: statSync(folder.root).ctimeMs }, before);
    });
  }

  it('passes on what a change throws, and gives the lock back', async () => {
    const file = folder.write('acme.md', 'old');
    const bug = new Error('a bug');
    let asked = 0;
    const failing: Change = text => {
      if (++asked === 2) throw bug;
      writeFileSync(file, `${text}, by another`);
      return { ok: true, text: 'new' };
    };
    await assert.rejects(updateFile(file, failing), bug);
    assert.deepEqual(readdirSync(folder.root), ['acme.md']);
    assert.equal(folder.read('acme.md'), 'old, by another');
  });

  describe('of another kind', () => {
    for (const { name, content, code } of [
      {
        name: 'UTF-16',
        content: Buffer.from('\uFEFF---\nstage: closing\n---\n', 'utf16le'),
        code: 'not-utf8',
      },
      { name: 'Latin-1', content: Buffer.from('Café', 'latin1'), code: 'not-utf8' },
    ]) {
      it(`${name} is left alone`, async () => {
        folder.write('acme.md', content);
        const before = look('acme.md');
        assert.equal((await problemOf('acme.md')).code, code);
        assert.deepEqual(look('acme.md'), before);
      });
    }

    it('a folder is refused', async () => {
      mkdirSync(folder.path('acme.md'));
      assert.equal(sentenceOf(await problemOf('acme.md')), 'This is a folder, not a file.');
      assert.deepEqual(readdirSync(folder.root), ['acme.md']);
    });

    it('a pipe is refused, and nothing hangs', async () => {
      execFileSync('mkfifo', [folder.path('acme.md')]);
      assert.equal(sentenceOf(await problemOf('acme.md')), 'This is not a regular file.');
    });

    it('a device is refused', async () => {
      symlinkSync('/dev/null', folder.path('acme.md'));
      assert.equal(sentenceOf(await problemOf('acme.md')), 'This is not a regular file.');
    });

    it('nothing at all is not made to be a file', async () => {
      assert.equal((await problemOf('acme.md')).code, 'unreadable');
      assert.equal((await problemOf('gone/acme.md')).code, 'unreadable');
      assert.deepEqual(readdirSync(folder.root), []);
    });
  });

  describe('through links', () => {
    it('follows them, one after the other, from folder to folder', async () => {
      folder.write('shared/deals/acme.md', 'old');
      mkdirSync(folder.path('mine'));
      const links = [
        ['mine/acme.md', '../shared/link.md'],
        ['shared/link.md', folder.path('shared/deals/second.md')],
        ['shared/deals/second.md', 'acme.md'],
      ] as const;
      for (const [from, to] of links) symlinkSync(to, folder.path(from));
      const updated = await updateFile(folder.path('mine/acme.md'), append(', new'));
      assert.ok(updated.ok);
      assert.equal(folder.read('shared/deals/acme.md'), 'old, new');
      for (const [from, to] of links) assert.equal(readlinkSync(folder.path(from)), to);
      assert.deepEqual(readdirSync(folder.root, { recursive: true }).sort(), [
        'mine',
        'mine/acme.md',
        'shared',
        'shared/deals',
        'shared/deals/acme.md',
        'shared/deals/second.md',
        'shared/link.md',
      ]);
    });

    it('follows a link to the folder', async () => {
      folder.write('shared/acme.md', 'old');
      symlinkSync('shared', folder.path('deals'));
      await updateFile(folder.path('deals/acme.md'), replaceBy('new'));
      assert.equal(folder.read('shared/acme.md'), 'new');
      assert.equal(readlinkSync(folder.path('deals')), 'shared');
    });

    it('tells of those that lead nowhere or in a circle', async () => {
      symlinkSync('nowhere.md', folder.path('broken.md'));
      symlinkSync('circle.md', folder.path('circle.md'));
      assert.equal((await problemOf('broken.md')).code, 'unreadable');
      assert.match(sentenceOf(await problemOf('circle.md')), /its links lead in a circle/);
      assert.deepEqual(readdirSync(folder.root).sort(), ['broken.md', 'circle.md']);
    });

    it('gives a file with a second name (a hard link) the new text under one of them only', async () => {
      linkSync(folder.write('acme.md', 'old'), folder.path('copy.md'));
      await updateFile(folder.path('acme.md'), replaceBy('new'));
      assert.deepEqual([folder.read('acme.md'), folder.read('copy.md')], ['new', 'old']);
    });
  });

  describe('keeps', () => {
    for (const mode of [0o640, 0o600, 0o666, 0o755, 0o2664]) {
      it(`the mode ${mode.toString(8)}`, async () => {
        const file = folder.write('acme.md', 'old');
        chmodSync(file, mode);
        const umask = process.umask(0o077);
        try {
          assert.ok((await updateFile(file, replaceBy('new'))).ok);
        } finally {
          process.umask(umask);
        }
        assert.equal((statSync(file).mode & 0o7777).toString(8), mode.toString(8));
      });
    }

    it('the owner and the group, as far as one may', async () => {
      const file = folder.write('acme.md', 'old');
      const [uid, gid] = isRoot ? [1234, 2345] : [process.getuid!(), process.getgroups!().at(-1)!];
      chownSync(file, uid, gid);
      assert.ok((await updateFile(file, replaceBy('new'))).ok);
      assert.deepEqual([statSync(file).uid, statSync(file).gid], [uid, gid]);
    });

    for (const name of [`${'a'.repeat(252)}.md`, `${'見'.repeat(84)}.md`, 'a b\n"c".md', '-rf.md']) {
      it(`the name ${JSON.stringify(name.length > 20 ? `${name.slice(0, 9)}…` : name)}`, async () => {
        const file = folder.write(name, 'old');
        assert.ok((await updateFile(file, replaceBy('new'))).ok);
        assert.deepEqual(readdirSync(folder.root), [name]);
        assert.equal(folder.read(name), 'new');
      });
    }
  });

  // Root may do everything: then the writer is a process that has given up being root.
  describe('where rights are missing', () => {
    const openToAll = (name: string) => chmodSync(folder.path(name), 0o777);
    beforeEach(() => openToAll(''));

    for (const [what, mode, says] of [
      ['a write-protected file', 0o444, sayFile('writeProtected')],
      ["somebody else's file", 0o644, sayFile('unwritable', { reason: 'noPermission' })],
    ] as const) {
      it(`${what} is left alone, though it could be replaced`, () => {
        const file = folder.write('acme.md', 'old');
        chmodSync(file, mode);
        const before = look('acme.md');
        assert.deepEqual(asNobody(file, 'new'), {
          ok: false,
          problem: error('unwritable', says),
        });
        assert.deepEqual(look('acme.md'), before);
        assert.deepEqual(readdirSync(folder.root), ['acme.md']);
      });
    }

    it('a write-protected file is left alone even by who may write everything', async () => {
      const file = folder.write('acme.md', 'old');
      chmodSync(file, 0o444);
      const updated = await updateFile(file, () => ({ ok: true, text: 'new' }));
      assert.ok(!updated.ok);
      assert.match(sentenceOf(updated.problem), /it is write-protected/);
      assert.equal(folder.read('acme.md'), 'old');
    });

    it('a folder where no files can be made is told as that', () => {
      const file = folder.write('deals/acme.md', 'old');
      chmodSync(file, 0o666);
      chmodSync(folder.path('deals'), 0o555);
      const before = look('deals/acme.md');
      const updated = asNobody(file, 'new');
      assert.ok(!updated.ok);
      assert.equal(updated.problem.code, 'unwritable');
      assert.match(sentenceOf(updated.problem), /don’t have permission to write in its folder/);
      assert.deepEqual(look('deals/acme.md'), before);
      chmodSync(folder.path('deals'), 0o755);
    });

    it('a file that cannot be read is told as that', () => {
      const file = folder.write('acme.md', 'old');
      chmodSync(file, 0o000);
      const updated = asNobody(file, 'new');
      assert.ok(!updated.ok);
      assert.equal(updated.problem.code, 'unreadable');
    });

    it("somebody else's file is written, and keeps its mode", () => {
      const file = folder.write('acme.md', 'old');
      chmodSync(file, 0o666);
      assert.equal(asNobody(file, 'new').ok, true);
      assert.equal(folder.read('acme.md'), 'new');
      assert.equal(statSync(file).mode & 0o7777, 0o666);
      assert.deepEqual(readdirSync(folder.root), ['acme.md']);
    });
  });

  describe('while another program writes that does not know the lock', () => {
    /** Appends, and has the other program do something before it answers, the first times it is asked. */
    const disturbed = (times: number, disturb: (time: number) => void): Change => {
      let asked = 0;
      return text => {
        if (++asked <= times) disturb(asked);
        return { ok: true, text: `${text} mine` };
      };
    };

    for (const times of [1, 2, 3, 4]) {
      it(`keeps what that wrote, and changes it: ${times} times`, async () => {
        const file = folder.write('acme.md', '0');
        const other = (time: number) => writeFileSync(file, `${time}`);
        assert.ok((await updateFile(file, disturbed(times, other))).ok);
        assert.equal(folder.read('acme.md'), `${times} mine`);
        assert.deepEqual(readdirSync(folder.root), ['acme.md']);
      });
    }

    it('gives up where that never ends, and leaves what that wrote last', async () => {
      const file = folder.write('acme.md', '0');
      const other = (time: number) => writeFileSync(file, `${time}`);
      assert.equal((await problemOf('acme.md', disturbed(Infinity, other))).code, 'changed-meanwhile');
      assert.match(folder.read('acme.md'), /^\d+$/);
      assert.deepEqual(readdirSync(folder.root), ['acme.md']);
    });

    for (const times of [1, 2]) {
      it(`follows the file that has taken its place: ${times}`, async () => {
        const file = folder.write('acme.md', '0');
        const other = (time: number) => renameSync(folder.write('new', `${time}`), file);
        assert.ok((await updateFile(file, disturbed(times, other))).ok);
        assert.equal(folder.read('acme.md'), `${times} mine`);
      });

      it(`does not bring back a file that was deleted: ${times}`, async () => {
        const file = folder.write('acme.md', '0');
        const other = (time: number) => (time < times ? writeFileSync(file, `${time}`) : rmSync(file));
        assert.match(sentenceOf(await problemOf('acme.md', disturbed(times, other))), GONE);
        assert.deepEqual(readdirSync(folder.root), []);
      });

      it(`does not bring back a folder that was deleted: ${times}`, async () => {
        const file = folder.write('deals/acme.md', '0');
        const other = (time: number) =>
          time < times
            ? writeFileSync(file, `${time}`)
            : rmSync(folder.path('deals'), { recursive: true, force: true });
        assert.match(sentenceOf(await problemOf('deals/acme.md', disturbed(times, other))), GONE);
        assert.deepEqual(readdirSync(folder.root), []);
      });

      it(`refuses a folder that has taken its place: ${times}`, async () => {
        const file = folder.write('acme.md', '0');
        const other = (time: number) => {
          if (time < times) return writeFileSync(file, `${time}`);
          rmSync(file);
          mkdirSync(file);
        };
        const { code } = await problemOf('acme.md', disturbed(times, other));
        assert.ok(code === 'unreadable' || code === 'unwritable', code);
        assert.deepEqual(readdirSync(folder.root), ['acme.md']);
      });
    }
  });
});
