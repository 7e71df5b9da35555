import assert from 'node:assert/strict';
import { FOLDER, Importing, leftIn, saidOf } from './support/importing';

const HEADS = 'Deal ID,Deal Name,Account,Stage,Value,Created';
const ROWS = ['1,Alpha,Acme,Proposal,100,2026-01-05', '2,Beta,Globex,Proposal,200,2026-01-06'];
const WITH_IDS = [HEADS, ...ROWS].join('\n');
const WITHOUT = WITH_IDS.replace(/^[^,]*,/gm, '');
const EITHER = [
  ['ids', WITH_IDS],
  ['no ids', WITHOUT],
] as const;

async function imported(table = WITH_IDS): Promise<Importing> {
  const into = new Importing();
  await into.take('crm.csv', table);
  return into;
}

const textOf = (into: Importing, path: string) => into.files.all[`${FOLDER}/${path}`]!;
const pathsIn = (into: Importing) => Object.keys(into.files.all).filter(file => file.endsWith('.md'));
const write = (into: Importing, path: string, text: string) => into.files.write(`${FOLDER}/${path}`, text);

async function move(into: Importing, from: string, to: string): Promise<void> {
  const [refused] = await into.files.rename([{ from: `${FOLDER}/${from}`, to: `${FOLDER}/${to}` }]);
  assert.equal(refused, undefined);
}

/** What is said of the only row that isn't taken; that nothing is made; and that nothing counts as deleted. */
async function only(into: Importing, table: string, wishes = {}): Promise<string> {
  const before = into.files.all;
  const { plan, done } = await into.take('crm.csv', table, undefined, undefined, wishes);
  assert.deepEqual([plan.fresh, plan.deleted, done.created], [[], [], []]);
  assert.equal(plan.matched.length, 1);
  assert.deepEqual(into.files.all, before);
  const [said, ...others] = saidOf(plan.notTaken);
  assert.deepEqual(others, []);
  return said!;
}

const latin = (text: string) => Buffer.from(`${text}\nCaf\xe9\n`, 'latin1');
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
const BINARY = new Uint8Array([0xff, 0x00, 0x89, 0x50, 0xff, 0xd8]);

describe('a deal whose file can’t be read since an import made it', () => {
  const broken: readonly (readonly [string, (into: Importing, path: string) => void])[] = [
    ['not UTF-8', (into, path) => into.spoil(path, latin(textOf(into, path)))],
    ['UTF-16', (into, path) => into.spoil(path, utf16(textOf(into, path)))],
    ['binary', (into, path) => into.spoil(path, BINARY)],
    ['no permission', (into, path) => into.spoil(path, 'no permission')],
    ['empty', (into, path) => write(into, path, '')],
    ['only blank lines', (into, path) => write(into, path, '\n\n')],
    ['without front matter', (into, path) => write(into, path, '# Alpha\n\nTwo sites.\n')],
    ['without its stage', (into, path) => write(into, path, textOf(into, path).replace(/^stage:.*\n/m, ''))],
    ['of no YAML', (into, path) => write(into, path, textOf(into, path).replace('stage: ', 'stage: ['))],
  ];
  for (const [table, rows] of EITHER)
    for (const [what, spoil] of broken)
      it(`is named with its file, and never made again (${table}): ${what}`, async () => {
        const into = await imported(rows);
        spoil(into, 'alpha.md');
        for (const wishes of [{}, { makesDeleted: true }, { makesDuplicates: true, makesDeleted: true }])
          assert.match(await only(into, rows, wishes), /^2: Couldn’t update alpha\.md(?:, line \d+)?: /);
      });

  it('is named with the line that keeps it from being read', async () => {
    const into = await imported(WITH_IDS);
    write(into, 'alpha.md', '---\ntitle: Alpha\nstage: "closing\n---\n');
    assert.match(await only(into, WITH_IDS), /^2: Couldn’t update alpha\.md, line 3: This isn’t valid YAML/);
  });

  for (const [what, spoil] of broken.slice(0, 2))
    it(`is known by its id in a file of another name, too, and without what imports keep: ${what}`, async () => {
      const into = await imported();
      await move(into, 'alpha.md', 'sub/renamed.md');
      spoil(into, 'sub/renamed.md');
      assert.match(await only(into, WITH_IDS), /Couldn’t update sub\/renamed\.md: /);
      await into.files.delete(`${FOLDER}/_import/crm.json`, textOf(into, '_import/crm.json'));
      const { plan } = await into.take('crm.csv', WITH_IDS);
      assert.deepEqual([plan.fresh, plan.deleted], [[], []]);
      assert.match(saidOf(plan.notTaken).join(), /^2: Couldn’t update sub\/renamed\.md: /);
    });

  it('may be any file of which nothing can be told: these are named, and it’s made only where that’s wished', async () => {
    const into = await imported();
    await move(into, 'alpha.md', 'renamed.md');
    into.spoil('renamed.md', BINARY);
    const said =
      '2: This deal may be in renamed.md, which can’t be read. Fix that file and import again; to create it anyway, import duplicates, too (--make-duplicates).';
    assert.equal(await only(into, WITH_IDS), said);
    assert.equal(await only(into, WITH_IDS, { makesDeleted: true }), said);
    const { done } = await into.take('crm.csv', WITH_IDS, undefined, undefined, { makesDuplicates: true });
    assert.equal(done.created.length, 1);
  });

  it('may be in the file of its name where nothing is kept; other new deals are made', async () => {
    const into = new Importing();
    into.spoil('alpha.md', BINARY);
    const { plan } = await into.take('crm.csv', WITH_IDS);
    assert.deepEqual(
      plan.fresh.map(({ title }) => title),
      ['Beta'],
    );
    assert.match(saidOf(plan.notTaken).join(), /^2: This deal may be in alpha\.md, which can’t be read/);
  });

  it('is no note that stood there all along', async () => {
    const into = new Importing({ 'alpha.md': '# About Alpha\n' });
    const { done } = await into.take('crm.csv', WITH_IDS);
    assert.equal(done.created.length, 2);
  });

  it('leaves a deal deleted that another file can’t be', async () => {
    const into = await imported();
    into.spoil('beta.md', BINARY);
    await into.files.delete(`${FOLDER}/alpha.md`, textOf(into, 'alpha.md'));
    const { plan } = await into.take('crm.csv', WITH_IDS);
    assert.deepEqual(
      plan.deleted.map(({ title }) => title),
      ['Alpha'],
    );
  });

  it('may be in a folder that can’t be looked into', async () => {
    const into = await imported();
    await move(into, 'alpha.md', 'shut/alpha.md');
    await into.take('crm.csv', WITH_IDS);
    await into.files.delete(`${FOLDER}/shut/alpha.md`, textOf(into, 'shut/alpha.md'));
    const { list } = into.files;
    const [, unreadable] = [list, new Importing()];
    unreadable.spoil('shut', 'no permission');
    const { problem } = (await unreadable.files.read(`${FOLDER}/shut`)) as never as { problem: never };
    into.files.list = async folder => [...(await list.call(into.files, folder)), { path: 'shut', problem }];
    assert.match(await only(into, WITH_IDS, { makesDeleted: true }), /^2: Couldn’t update shut: /);
  });

  it('keeps its lines of other tables, which are told with the file', async () => {
    for (const spoil of [BINARY, latin(textOf(await imported(), 'alpha.md'))]) {
      const into = await imported();
      into.spoil('alpha.md', spoil);
      const calls = 'Deal,Date,Subject\nAlpha,2026-11-02,Call\nBeta,2026-11-03,Call\nGamma,2026-11-04,Call\n';
      const { plan, done } = await into.add('calls.csv', calls);
      assert.equal(done.changed.length, 1);
      assert.deepEqual(saidOf(plan.elsewhere).length, 1);
      assert.match(saidOf(plan.notTaken).join(), /^2 Deal: Couldn’t update alpha\.md: /);
      assert.equal(leftIn(plan).length, 2);
    }
  });

  it('keeps them also where it is a text that makes no deal', async () => {
    const into = await imported();
    const broken = textOf(into, 'alpha.md').replace(/^stage: .*$/m, 'stage: [oops');
    into.files.write(`${FOLDER}/alpha.md`, broken);
    const { plan } = await into.add(
      'calls.csv',
      'Deal,Date,Subject\nAlpha,2026-11-02,Call\nBeta,2026-11-03,Call\n',
    );
    assert.match(saidOf(plan.notTaken).join(), /^2 Deal: Couldn’t update alpha\.md, line 7: /);
    assert.equal(textOf(into, 'alpha.md'), broken);
  });
});

describe('a deal that isn’t where an import made it', () => {
  for (const [table, rows] of EITHER) {
    for (const path of ['renamed.md', 'archive/alpha.md', 'won/2026/alpha.md'])
      it(`is the same at ${path} (${table})`, async () => {
        const into = await imported(rows);
        await move(into, 'alpha.md', path);
        const { plan } = await into.take('crm.csv', rows.replace(',100,', ',150,'));
        assert.deepEqual([plan.fresh, plan.deleted, plan.notTaken, plan.matched.length], [[], [], [], 2]);
        assert.match(textOf(into, path), /^value: 150$/m);
      });

    for (const path of ['_archive/alpha.md', '_alpha.md', 'north/alpha.md'])
      it(`is named out of the pipeline at ${path}, and made only where that’s wished (${table})`, async () => {
        const into = await imported(rows);
        write(into, 'north/sales-process.yaml', '');
        await move(into, 'alpha.md', path);
        const said = await only(into, rows, { makesDeleted: true });
        assert.equal(
          said,
          `2: This deal is in ${path}, which isn’t part of this pipeline. To update it from here, move it back; to make it here, too, import duplicates, too (--make-duplicates).`,
        );
        const wishes = { makesDuplicates: true };
        const { done } = await into.take('crm.csv', rows, undefined, undefined, wishes);
        assert.equal(done.created.length, 1);
      });
  }

  it('is told with its id where that was taken out of it', async () => {
    const into = await imported(WITH_IDS.replace(/,Acme/, ','));
    write(into, 'alpha.md', textOf(into, 'alpha.md').replace(/^source_id:.*\n/m, ''));
    assert.equal(
      await only(into, WITH_IDS, { makesDeleted: true }),
      '2: An import made alpha.md of this row, and it has no source_id any more. To link the two, add source_id: crm:1 there; to make another one, import duplicates, too (--make-duplicates).',
    );
  });
});

describe('several files with one id', () => {
  it('are told, and only the one is updated that the import made', async () => {
    const into = await imported();
    const alpha = textOf(into, 'alpha.md');
    for (const copy of ['aa.md', 'zz.md']) write(into, copy, alpha);
    const { plan } = await into.take('crm.csv', WITH_IDS.replace(',100,', ',150,'));
    assert.match(textOf(into, 'alpha.md'), /^value: 150$/m);
    assert.deepEqual([textOf(into, 'aa.md'), textOf(into, 'zz.md')], [alpha, alpha]);
    assert.deepEqual(plan.notTaken, []);
    assert.deepEqual(plan.copies, [{ path: 'alpha.md', copies: ['aa.md', 'zz.md'] }]);
  });

  it('are left where it isn’t known which one that was', async () => {
    const into = await imported();
    write(into, 'copy.md', textOf(into, 'alpha.md'));
    await move(into, 'alpha.md', 'moved.md');
    assert.match(
      await only(into, WITH_IDS, { makesDeleted: true, makesDuplicates: true }),
      /^2: It isn’t clear which file this row updates: copy\.md, moved\.md have the source_id “crm:1”\. Keep one/,
    );
    assert.equal(pathsIn(into).length, 3);
  });
});
