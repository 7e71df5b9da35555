import assert from 'node:assert/strict';
import { renameDeal } from '../../../../src/actions/renameDeal';
import { undo } from '../../../../src/actions/undo';
import { sentence } from '../../../../src/words/sentence';
import { duplicatesIn } from '../../../../src/actions/imports/sortedDeals';
import { FOLDER, Importing, saidOf } from './support/importing';

const TABLE = [
  'Deal Name,Account,Stage,Value,Created',
  'Alpha,Acme,Proposal,100,2026-01-05',
  'Beta,Globex,Proposal,200,2026-01-06',
].join('\n');
const NEWER = TABLE.replace(',100,', ',150,');
const CALLS = 'Deal,Date,Subject\nAlpha,2026-11-02,First\nAlpha,2026-11-03,Second\n';
const CALLS_RENAMED = CALLS.replaceAll('Alpha', 'Zeta');

const at = (name: string) => `${FOLDER}/${name}`;
const deleted = { makesDeleted: true };

async function imported(table = TABLE): Promise<Importing> {
  const into = new Importing();
  await into.take('list.csv', table);
  return into;
}

function edit(into: Importing, from: string | RegExp, to: string, name = 'alpha.md'): void {
  const text = into.files.all[at(name)]!;
  assert.notEqual(text.replace(from, to), text);
  into.files.write(at(name), text.replace(from, to));
}

/** That the deal is updated in the file, whatever is wished, and nothing else is made. */
async function isUpdated(into: Importing, name: string): Promise<void> {
  const count = Object.keys(into.files.all).length;
  const { plan } = await into.take('list.csv', NEWER, undefined, undefined, deleted);
  assert.deepEqual([plan.fresh, plan.deleted, plan.notTaken, plan.matched.length], [[], [], [], 2]);
  assert.match(into.files.all[at(name)]!, /^value: 150$/m);
  assert.equal(Object.keys(into.files.all).length, count);
}

describe('a deal of a table without ids', () => {
  it('is the same after a rename of title and file, and keeps its name; also after one more', async () => {
    const into = await imported();
    const renamed = await renameDeal(into.workspace, at('alpha.md'), 'Zeta', 'zeta.md');
    assert.deepEqual(renamed.refused, []);
    await isUpdated(into, 'zeta.md');
    assert.match(into.files.all[at('zeta.md')]!, /^title: Zeta$/m);
    await renameDeal(into.workspace, at('zeta.md'), 'Omega', 'omega.md');
    const { plan } = await into.take('list.csv', TABLE);
    assert.deepEqual([plan.fresh, plan.deleted, plan.matched.length], [[], [], 2]);
    assert.match(into.files.all[at('omega.md')]!, /^value: 100$/m);
  });

  it('is the same where the rename was taken back', async () => {
    const into = await imported();
    const { units } = await renameDeal(into.workspace, at('alpha.md'), 'Zeta', 'zeta.md');
    assert.deepEqual((await undo(into.files, units)).refused, []);
    await isUpdated(into, 'alpha.md');
  });

  for (const [what, from, to] of [
    ['title', 'title: Alpha', 'title: Something else'],
    ['account', 'account: Acme', 'account: Acme Holding'],
    ['day', 'created: 2026-01-05', 'created: 2025-12-24'],
    ['account, which is taken out', 'account: Acme\n', ''],
  ] as const)
    it(`is the same with another ${what} in its file`, async () => {
      const into = await imported();
      edit(into, from, to);
      await isUpdated(into, 'alpha.md');
    });

  it('is no other one that was made in its place', async () => {
    const into = await imported();
    into.files.write(at('alpha.md'), '---\ntitle: New one\naccount: Initech\nstage: proposal\n---\n');
    const before = into.files.all;
    const { plan } = await into.take('list.csv', NEWER);
    assert.deepEqual(
      plan.deleted.map(({ title }) => title),
      ['Alpha'],
    );
    assert.deepEqual(into.files.all, before);
    assert.equal(
      sentence(plan.remarks.at(-1)!),
      'This table has 1 deal that was imported before and isn’t here any more, so it stays out: “Alpha”. If one was renamed here, give it the same title in the table. To make it again, import deleted deals, too (--make-deleted).',
    );
  });

  it('is told with the files that it may be where file and title were changed elsewhere, and isn’t made twice', async () => {
    const into = await imported();
    edit(into, 'title: Alpha', 'title: Zeta');
    await into.files.rename([{ from: at('alpha.md'), to: at('zeta.md') }]);
    const before = into.files.all;
    for (const wishes of [{}, deleted]) {
      const { plan } = await into.take('list.csv', TABLE, undefined, undefined, wishes);
      assert.deepEqual([plan.fresh, plan.deleted, plan.unsure.length], [[], [], 1]);
      assert.deepEqual(saidOf(plan.notTaken), [
        '2: This deal was imported before and isn’t here under its title. It may be zeta.md, renamed: if so, give it the same title in the table. To make it again, import duplicates, too (--make-duplicates).',
      ]);
      assert.deepEqual(into.files.all, before);
    }
    const { plan } = await into.take('list.csv', TABLE.replace('Alpha', 'Zeta'));
    assert.deepEqual([plan.fresh, plan.notTaken, plan.matched.length], [[], [], 2]);
  });

  it('is the same where the table has the new title too, and the old one may be a new deal', async () => {
    const into = await imported();
    await renameDeal(into.workspace, at('alpha.md'), 'Zeta', 'zeta.md');
    const { done } = await into.take('list.csv', NEWER.replace('Alpha', 'Zeta'));
    assert.deepEqual([done.created, done.updated.flatMap(({ left }) => left)], [[], []]);
    assert.match(into.files.all[at('zeta.md')]!, /^value: 150$/m);
    const more = `${NEWER.replace('Alpha', 'Zeta')}\n${TABLE.split('\n')[1]!}`;
    const again = await into.take('list.csv', more);
    assert.deepEqual([again.done.created.length, again.plan.notTaken, again.plan.deleted], [1, [], []]);
  });

  it('is told also where it was put out of sight under another title, or can’t be read there', async () => {
    const into = await imported();
    edit(into, 'title: Alpha', 'title: Zeta');
    await into.files.rename([{ from: at('alpha.md'), to: at('_old/zeta.md') }]);
    const told = async () => {
      const { plan } = await into.take('list.csv', TABLE, undefined, undefined, deleted);
      assert.deepEqual([plan.fresh, plan.deleted], [[], []]);
      return saidOf(plan.notTaken).join();
    };
    assert.match(await told(), /^2: .* It may be _old\/zeta\.md, renamed/);
    into.spoil('_old/zeta.md', new Uint8Array([0xff, 0x00, 0xff]));
    assert.match(await told(), /^2: This deal may be in _old\/zeta\.md, which can’t be read/);
  });

  it('is told where it was put out of sight, and has no title but the name of its file', async () => {
    const into = await imported();
    edit(into, 'title: Alpha\n', '');
    await into.files.rename([{ from: at('alpha.md'), to: at('_old/alpha.md') }]);
    const { plan } = await into.take('list.csv', TABLE, undefined, undefined, deleted);
    assert.deepEqual([plan.fresh, plan.deleted], [[], []]);
    assert.match(saidOf(plan.notTaken).join(), /^2: This deal is in _old\/alpha\.md,/);
  });

  it('gives no line again that somebody took out of its log, also after a rename', async () => {
    const into = await imported();
    await into.add('calls.csv', CALLS);
    edit(into, /^- .*First\n/m, '');
    const { units } = await renameDeal(into.workspace, at('alpha.md'), 'Zeta', 'zeta.md');
    assert.deepEqual((await into.add('calls.csv', CALLS_RENAMED)).done.changed, []);
    await undo(into.files, units);
    assert.deepEqual((await into.add('calls.csv', CALLS)).done.changed, []);
  });
});

describe('a deal that was wished beside one made by hand', () => {
  const BY_HAND = { 'by-hand.md': '---\ntitle: Alpha\naccount: Acme\nstage: proposal\n---\n' };
  const WITH_IDS = 'Deal ID,Deal Name,Account,Stage,Value\n1,Alpha,Acme,Proposal,100\n';

  it('is counted among what is there already until it’s wished', async () => {
    const into = new Importing(BY_HAND);
    const twice = async (wishes?: { makesDuplicates: boolean }) => {
      const plan = await into.plan('crm.csv', WITH_IDS, undefined, wishes);
      assert.ok(plan.ok);
      return duplicatesIn(plan);
    };
    assert.deepEqual([await twice(), await twice({ makesDuplicates: true })], [1, 0]);
  });

  it('is made again by the wish for deleted deals alone, also after an update', async () => {
    const into = new Importing(BY_HAND);
    const duplicates = { makesDuplicates: true };
    await into.take('crm.csv', WITH_IDS, undefined, undefined, duplicates);
    await into.take('crm.csv', WITH_IDS.replace(',100', ',150'));
    for (let times = 0; times < 2; times++) {
      await into.files.delete(at('alpha.md'), into.files.all[at('alpha.md')]!);
      const { plan } = await into.take('crm.csv', WITH_IDS);
      assert.deepEqual([plan.fresh, plan.deleted.length], [[], 1]);
      const { done } = await into.take('crm.csv', WITH_IDS, undefined, undefined, deleted);
      assert.deepEqual([done.created.length, done.notTaken], [1, []]);
    }
  });

  it('isn’t made again where that was never wished', async () => {
    const into = new Importing();
    await into.take('crm.csv', WITH_IDS);
    await into.files.delete(at('alpha.md'), into.files.all[at('alpha.md')]!);
    into.files.write(at('by-hand.md'), BY_HAND['by-hand.md']);
    const { plan } = await into.take('crm.csv', WITH_IDS, undefined, undefined, deleted);
    assert.deepEqual(plan.fresh, []);
    assert.match(saidOf(plan.notTaken).join(), /created by hand: by-hand\.md/);
  });
});
