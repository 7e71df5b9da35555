import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { mergeLines } from '../../../../src/core/merge/pieces';
import { withMarkers } from '../../../../src/core/merge/render';
import { assertEnough, forAll } from '../../support/property';
import { RECORDED } from './recorded/lines';

const line = fc.oneof(
  fc.constantFrom('', '', 'a', 'b', '## Log', '- a', '- b', '- [ ] t', '- [x] t'),
  fc.nat(30).map(number => `line ${number}`),
);
const text = fc.array(line, { maxLength: 30 });
const edit = fc.record({ at: fc.nat(30), removed: fc.nat(2), added: fc.array(line, { maxLength: 3 }) });
const edits = fc.array(edit, { minLength: 1, maxLength: 4 });
type Edits = readonly { readonly at: number; readonly removed: number; readonly added: readonly string[] }[];

function edited(lines: readonly string[], all: Edits): string[] {
  return all.reduce(
    (one, { at, removed, added }) => one.toSpliced(at % (one.length + 1), removed, ...added),
    [...lines],
  );
}

/** By characters, as in what is recorded. */
const linesOf = (text: string) => [...text].map(char => (char === '.' ? '' : char));
const charsOf = (lines: readonly string[]) => lines.map(line => line[0] ?? '.').join('');

const labels = { base: 'base', ours: 'ours', theirs: 'theirs' };

describe('merging lines', () => {
  let folder: string;
  const asGit = (versions: Record<keyof typeof labels, readonly string[]>, withBase: boolean) => {
    for (const [name, lines] of Object.entries(versions))
      writeFileSync(join(folder, name), lines.map(one => `${one}\n`).join(''));
    const names = ['ours', 'base', 'theirs'];
    const git = ['merge-file', '-p', ...(withBase ? ['--diff3'] : []), ...names.flatMap(one => ['-L', one])];
    return spawnSync('git', [...git, ...names], { cwd: folder, encoding: 'utf8' });
  };
  before(() => (folder = mkdtempSync(join(tmpdir(), 'merge-lines-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('joins conflicts as git does where nothing but signs stands between them', () => {
    const signs = fc.constantFrom('', '---', '***', '- [ ]', '|', 'é');
    let joined = 0;
    forAll(
      fc.tuple(fc.array(signs, { minLength: 4, maxLength: 7 }), fc.constantFrom('', '', 'a', '7.')),
      ([between, word]) => {
        const gap = [...between, word];
        const side = (name: string) => ['top', `${name} one`, ...gap, `${name} two`, 'end'];
        const versions = { base: side('base'), ours: side('ours'), theirs: side('theirs') };
        const { lines, conflicts } = withMarkers(mergeLines(versions, false), {
          size: 7,
          labels,
          withBase: false,
        });
        assert.equal(lines.map(one => `${one}\n`).join(''), asGit(versions, false).stdout);
        if (conflicts.length === 1) joined++;
      },
      40,
    );
    assertEnough(joined, 5);
  });

  for (const withBase of [false, true]) {
    it(`gives what git makes of them${withBase ? ', with the base in its conflicts' : ''}`, () => {
      let told = 0;
      forAll(
        fc.tuple(text, edits, edits),
        ([base, mine, others]) => {
          const versions = { base, ours: edited(base, mine), theirs: edited(base, others) };
          const git = asGit(versions, withBase);
          const pieces = mergeLines(versions, withBase);
          const { lines, conflicts } = withMarkers(pieces, { size: 7, labels, withBase });
          assert.equal(lines.map(one => `${one}\n`).join(''), git.stdout);
          assert.equal(conflicts.length > 0, git.status !== 0);
          if (conflicts.length) told++;
        },
        60,
      );
      assertEnough(told, 8);
    });
  }

  for (const [base, ours, theirs, plain, withTheBase] of RECORDED) {
    const versions = { base: linesOf(base), ours: linesOf(ours), theirs: linesOf(theirs) };
    it(`gives ${plain || 'nothing'} of ${base || 'nothing'} made ${ours || 'nothing'} and ${theirs}`, () => {
      for (const withBase of [false, true]) {
        const { lines } = withMarkers(mergeLines(versions, withBase), { size: 1, labels, withBase });
        assert.equal(charsOf(lines), withBase ? withTheBase : plain);
      }
    });
  }

  it('is compared with what git gives', () => {
    for (const [base, ours, theirs, plain, withTheBase] of RECORDED) {
      const versions = { base: linesOf(base), ours: linesOf(ours), theirs: linesOf(theirs) };
      const given = [false, true].map(withBase => asGit(versions, withBase).stdout.split('\n').slice(0, -1));
      assert.deepEqual(given.map(charsOf), [plain, withTheBase]);
    }
  });
});
