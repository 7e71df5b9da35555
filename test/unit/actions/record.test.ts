import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import fc from 'fast-check';
import {
  folderNamedIn,
  readRecord,
  recordsOf,
  writeRecord,
  type Recorded,
} from '../../../src/actions/record';
import type { Effect, Unit } from '../../../src/actions/result';
import { forAll } from '../support/property';

const FOLDER = '/sales/deals';

const changed = (file: string) =>
  ({ kind: 'changed', file, before: 'old', after: 'new' }) as const satisfies Effect;

/** The text of a record of one effect, as anybody may write it. */
function textWith(effect: unknown, rest: object = {}): string {
  const record = { version: 1, command: 'advance', at: 17, folder: FOLDER, units: [[effect]] };
  return JSON.stringify({ ...record, ...rest });
}

const CHANGE = { kind: 'changed', path: 'acme.md', before: 'old', after: 'new' };
const MAKING = { kind: 'created', path: 'acme.md', after: 'new' };
const RENAMING = { kind: 'renamed', path: 'acme.md', from: 'old/acme.md', after: 'new' };

const paths = fc
  .tuple(fc.constantFrom('', '2026/', 'north/east/', '…/', 'a b/'), fc.stringMatching(/^[a-zé "\\]{1,8}$/))
  .map(([folder, name]) => `${folder}${name}.md`);
const addresses = paths.map(path => `${FOLDER}/${path}`);
const text = fc.string();
const effects: fc.Arbitrary<Effect> = fc.oneof(
  fc.tuple(addresses, text, text).map(([file, before, after]) => ({
    kind: 'changed' as const,
    ...{ file, before, after },
  })),
  fc.tuple(addresses, text).map(([file, after]) => ({ kind: 'created' as const, file, after })),
  addresses.map(file => ({ kind: 'created' as const, file, after: '', madeFolders: 1 })),
  fc.tuple(addresses, addresses, text).map(([file, from, after]) => ({
    kind: 'renamed' as const,
    ...{ file, from, after },
  })),
);

describe('a record of what a command did', () => {
  it('is read as it was written', () =>
    forAll(
      fc.tuple(text, fc.option(text), fc.nat(), fc.array(fc.array(effects))),
      ([command, title, at, units]) => {
        const record = { command, ...(title !== null && { title }), at, folder: FOLDER, units };
        assert.deepEqual(readRecord(writeRecord(record)), record);
      },
    ));

  it('leaves out the edits, which are only of use in the editor that made them', () => {
    const effect: Effect = { ...changed(`${FOLDER}/a.md`), edits: [{ start: 0, end: 3, text: 'new' }] };
    const text = writeRecord({ command: 'log', at: 1, folder: FOLDER, units: [[effect]] });
    assert.deepEqual(readRecord(text)?.units, [[changed(`${FOLDER}/a.md`)]]);
  });

  it('names files by their paths below the folder alone', () => {
    const units = [[changed(`${FOLDER}/a.md`)]];
    const text = writeRecord({ command: 'log', at: 1, folder: FOLDER, units });
    assert.deepEqual(JSON.parse(text), {
      version: 1,
      command: 'log',
      at: 1,
      folder: FOLDER,
      units: [[{ kind: 'changed', path: 'a.md', before: 'old', after: 'new' }]],
    });
  });

  it('may say that more was done than is kept, or that it was done outside', () => {
    const tooMuch: Recorded = { command: 'fix', at: 1, folder: FOLDER, units: undefined };
    const outside: Recorded = { ...tooMuch, outside: true };
    for (const record of [tooMuch, outside]) assert.deepEqual(readRecord(writeRecord(record)), record);
    assert.deepEqual(readRecord(textWith(CHANGE, { units: undefined, outside: 'yes' })), {
      ...tooMuch,
      command: 'advance',
      at: 17,
    });
  });

  for (const effect of [
    CHANGE,
    MAKING,
    { ...MAKING, madeFolders: 2 },
    RENAMING,
    { ...CHANGE, path: 'README.md' },
    { ...CHANGE, path: '2026/.../.github/acme.MD' },
  ]) {
    it(`is read where ${inspect(effect)}`, () => {
      const { path, from, ...rest } = { from: undefined, ...effect };
      const file = `${FOLDER}/${path}`;
      assert.deepEqual(readRecord(textWith(effect))?.units, [
        [{ ...rest, file, ...(from === undefined ? {} : { from: `${FOLDER}/${from}` }) }],
      ]);
    });
  }

  for (const effect of [
    null,
    'changed',
    [],
    {},
    { ...CHANGE, kind: 'deleted' },
    { ...CHANGE, path: undefined },
    { ...CHANGE, after: 7 },
    { ...CHANGE, before: undefined },
    { ...CHANGE, path: 'notes.txt' },
    { ...CHANGE, path: 'north/README.md' },
    { ...CHANGE, path: '../acme.md' },
    { ...CHANGE, path: './acme.md' },
    { ...CHANGE, path: '/etc/acme.md' },
    { ...CHANGE, path: 'a//acme.md' },
    { ...CHANGE, path: '.git/acme.md' },
    { ...CHANGE, path: 'a/.GIT/acme.md' },
    { ...CHANGE, path: 'acme\0.md' },
    { ...CHANGE, path: '_template.md' },
    { ...MAKING, path: 'README.md' },
    { ...MAKING, path: 7 },
    { ...MAKING, path: '../acme.md' },
    { ...MAKING, after: undefined },
    { ...RENAMING, kind: 'deleted' },
    { ...RENAMING, path: 'README.md' },
    { ...RENAMING, from: undefined },
    { ...RENAMING, from: 'README.md' },
    { ...RENAMING, from: '../acme.md' },
    { ...RENAMING, from: 7 },
    { ...RENAMING, path: 'a/../../acme.md' },
  ]) {
    it(`is not used where ${inspect(effect)}`, () => {
      assert.equal(readRecord(textWith(effect)), undefined);
      const both = textWith(CHANGE, { units: [[CHANGE], [CHANGE, effect]] });
      assert.equal(readRecord(both), undefined);
    });
  }

  for (const rest of [
    { version: 2 },
    { version: undefined },
    { command: 7 },
    { at: '2026-03-02' },
    { folder: undefined },
    { units: 'none' },
    { units: null },
    { units: ['changed'] },
    { units: [{}] },
  ]) {
    it(`is not used with ${inspect(rest)}`, () => {
      assert.equal(readRecord(textWith(CHANGE, rest)), undefined);
    });
  }

  for (const text of ['', '{', 'null', '[]', '7', '"record"', textWith(CHANGE).slice(0, -1)]) {
    it(`is not used where it says ${text || 'nothing'}`, () => assert.equal(readRecord(text), undefined));
  }

  it('tells its folder even where it is damaged', () => {
    const folder = '/sales/"north" \\ deals';
    const whole = textWith(CHANGE, { folder });
    assert.equal(folderNamedIn(whole), folder);
    assert.equal(folderNamedIn(whole.slice(0, whole.indexOf('"units"') + 20)), folder);
    assert.equal(folderNamedIn(whole.replace('"folder":', '"folder": \t')), folder);
  });

  for (const text of ['', '{"folder":7}', '{"folder":"/sales', '{"folder":"\\x"}', '{"dir":"/sales"}']) {
    it(`has no folder where it says ${text || 'nothing'}`, () =>
      assert.equal(folderNamedIn(text), undefined));
  }
});

describe('what a command did', () => {
  const what = { command: 'advance', at: 17 };
  const record = (folder: string, ...units: Unit[]) => ({ ...what, folder, units });

  it('is kept pipeline by pipeline, the nearest one counting', () => {
    const outer = [changed(`${FOLDER}/a.md`)];
    const inner = [changed(`${FOLDER}/north/b.md`)];
    const other = [changed('/sales/old/c.md')];
    const folders = [FOLDER, `${FOLDER}/north`, '/sales/old'];
    const units = [inner, outer, other];
    assert.deepEqual(recordsOf(what, { folders, units }), [
      record(FOLDER, outer),
      record(`${FOLDER}/north`, inner),
      record('/sales/old', other),
    ]);
    assert.deepEqual(recordsOf(what, { folders: folders.toReversed(), units }), [
      record('/sales/old', other),
      record(`${FOLDER}/north`, inner),
      record(FOLDER, outer),
    ]);
  });

  it('is not kept where nothing was done', () => {
    assert.deepEqual(recordsOf(what, { folders: [FOLDER], units: [] }), []);
    assert.deepEqual(recordsOf(what, { folders: [FOLDER], units: [[]] }), []);
    assert.deepEqual(recordsOf(what, { folders: [], units: [[changed(`${FOLDER}/a.md`)]] }), []);
    assert.deepEqual(recordsOf(what, { folders: ['/sales/old'], units: [[changed(`${FOLDER}/a.md`)]] }), []);
  });
});
