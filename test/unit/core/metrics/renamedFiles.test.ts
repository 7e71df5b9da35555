import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renamesAmong, type WholeFile } from '../../../../src/core/metrics/renamedFiles';
import { forAll } from '../../support/property';

const file = (path: string, ...lines: string[]): WholeFile => ({ path, lines });
const renames = (deleted: readonly WholeFile[], added: readonly WholeFile[]) =>
  Object.fromEntries(renamesAmong(deleted, added));

describe('a file that a commit renames', () => {
  it('says the same, or most of it', () => {
    const old = file('a.md', 'title: Acme', 'stage: proposal', 'They need scanners.');
    assert.deepEqual(renames([old], [file('b.md', ...old.lines)]), { 'b.md': 'a.md' });
    assert.deepEqual(renames([old], [file('b.md', 'title: Acme, depot', ...old.lines.slice(1))]), {
      'b.md': 'a.md',
    });
    assert.deepEqual(
      renames([old], [file('b.md', 'title: Globex', 'stage: proposal', 'They want a lease.')]),
      {},
    );
    assert.deepEqual(renames([old], []), {});
    assert.deepEqual(renames([], [old]), {});
  });

  it('is measured by the longer of both, at half of its characters', () => {
    const half = (more: string) =>
      renames([file('a.md', 'x'.repeat(9))], [file('b.md', 'x'.repeat(9), more)]);
    assert.deepEqual(half('y'.repeat(9)), { 'b.md': 'a.md' });
    assert.deepEqual(half('y'.repeat(10)), {});
    // A line counts as often as both have it.
    assert.deepEqual(renames([file('a.md', 'x')], [file('b.md', 'x', 'x', 'x')]), {});
  });

  it('is the one of the same name, of several that say the same', () => {
    const [old, other] = [file('x/a.md', 'same'), file('x/b.md', 'same')];
    const added = [file('y/b.md', 'same'), file('y/a.md', 'same')];
    assert.deepEqual(renames([old, other], added), { 'y/a.md': 'x/a.md', 'y/b.md': 'x/b.md' });
    const longer = [file('y/c.md', 'same', '1'), file('y/b.md', 'same', '2')];
    assert.deepEqual(renames([other], longer), { 'y/b.md': 'x/b.md' });
  });

  it('is the one that is most alike', () => {
    const old = file('a.md', 'one one', 'two two', 'three three');
    const added = [
      file('b.md', 'one one', 'two two', 'other'),
      file('c.md', 'one one', 'two two', 'three three', 'x'),
    ];
    assert.deepEqual(renames([old], added), { 'c.md': 'a.md' });
  });

  it('began on the same day, where both say so', () => {
    const lines = ['title: Renewal', 'stage: proposal', 'owner: dana', 'currency: EUR'];
    const began = (path: string, ...created: string[]) => file(path, ...lines, ...created);
    assert.deepEqual(
      renames([began('a.md', 'created: 2026-01-02')], [began('b.md', 'created: 2026-01-03')]),
      {},
    );
    for (const other of [['created: "2026-01-02" '], ['"created" : 2026-01-02'], []])
      assert.deepEqual(renames([began('a.md', 'created: 2026-01-02')], [began('b.md', ...other)]), {
        'b.md': 'a.md',
      });
  });

  it('is found in any commit that only moves files, however many and in whatever order', () => {
    const texts = fc.array(fc.array(fc.constantFrom('x', 'y', 'z: 1'), { maxLength: 3 }), { maxLength: 30 });
    forAll(fc.tuple(texts, fc.boolean()), ([all, isTurned]) => {
      const deleted = all.map((lines, at) => file(`a/${at}.md`, ...lines));
      const added = all.map((lines, at) => file(`b/${at}.md`, ...lines));
      const expected = Object.fromEntries(all.map((_, at) => [`b/${at}.md`, `a/${at}.md`]));
      assert.deepEqual(renames(deleted, isTurned ? added.toReversed() : added), expected);
    });
  });

  it('takes no file twice, and none that is not there', () => {
    const some = (folder: string) =>
      fc
        .array(fc.array(fc.constantFrom('x', 'yy', 'zzz', 'created: 2026-01-01'), { maxLength: 4 }), {
          maxLength: 6,
        })
        .map(all => all.map((lines, at) => file(`${folder}/${at}.md`, ...lines)));
    forAll(fc.tuple(some('a'), some('b')), ([deleted, added]) => {
      const found = [...renamesAmong(deleted, added)];
      const from = found.map(([, path]) => path);
      assert.equal(new Set(from).size, from.length);
      for (const [to, path] of found) {
        assert.ok(added.some(one => one.path === to));
        assert.ok(deleted.some(one => one.path === path));
      }
    });
  });

  it('is looked for by its name alone where very many are changed as well', () => {
    const many = Array.from({ length: 200 }, (_, at) => at);
    const text = (at: number, last: string) => ['stage: proposal', `title: ${at} ${'x'.repeat(20)}`, last];
    const deleted = many.map(at => file(`a/${at}.md`, ...text(at, 'before')));
    const added = many.map(at => file(`b/${at}.md`, ...text(at, 'afterwards')));
    assert.deepEqual(
      renames(deleted, added),
      Object.fromEntries(many.map(at => [`b/${at}.md`, `a/${at}.md`])),
    );
  });
});
