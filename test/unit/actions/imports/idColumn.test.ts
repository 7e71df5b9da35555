import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renameDeal } from '../../../../src/actions/renameDeal';
import { forAllInTime } from '../../support/property';
import { FOLDER, Importing, saidOf } from './support/importing';

const HEAD = 'Deal ID,Deal Name,Account,Stage,Value,Created';
const X = '1,X,Wayne,Proposal,9,2026-08-09';
const Y = '2,Beta,Stark,Proposal,10,2026-08-10';
const table = (...rows: readonly string[]) => [HEAD, ...rows].join('\n');
const withoutIds = (text: string) => text.replace(/^[^,\n]*,/gm, '');

/** Of each file its title, value and id. */
function filesOf(into: Importing): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(into.files.all).flatMap(([file, text]) => {
      const of = (key: string) => new RegExp(`^${key}: (.*)$`, 'm').exec(text)?.[1] ?? '-';
      return file.endsWith('.md')
        ? [[file.slice(FOLDER.length + 1), [of('title'), of('value'), of('source_id')].join(' | ')]]
        : [];
    }),
  );
}

/** Imports a table after a person has added its column of ids to the mapping that an import without it has kept. */
async function late(into: Importing, text: string, name = 'crm.csv') {
  const mapping = `${FOLDER}/_import/crm.yaml`;
  const kept = into.files.all[mapping];
  if (kept && !kept.includes('Deal ID'))
    into.files.write(mapping, kept.replace('columns:\n', 'columns:\n  Deal ID: id\n'));
  return into.take(name, text);
}

const RETITLED = (row: number, path: string) =>
  `${row}: This row may be ${path}, renamed: account and day are the same, and no row has the title that is here. If it’s that deal, give it the same title here; to create another one, import duplicates, too (--make-duplicates).`;

describe('a column of ids that a table has later', () => {
  async function begun(): Promise<Importing> {
    const into = new Importing();
    await into.take('crm.csv', withoutIds(table(X, Y)));
    return into;
  }

  it('links the deals that an import made without it, takes what is new, and stays without differences', async () => {
    const into = await begun();
    const { done } = await late(into, table(X, Y.replace(',10,', ',20,')));
    assert.deepEqual([done.created, done.notTaken], [[], []]);
    const linked = { 'x.md': 'X | 9 | crm:1', 'beta.md': 'Beta | 20 | crm:2' };
    assert.deepEqual(filesOf(into), linked);
    const { done: again } = await into.take('crm.csv', table(X, Y.replace(',10,', ',20,')));
    assert.deepEqual([again.updated, again.notTaken], [[], []]);
    await into.take('crm.csv', table(X.replace(',X,', ',X renamed,'), Y));
    assert.deepEqual(filesOf(into), { 'x.md': 'X renamed | 9 | crm:1', 'beta.md': 'Beta | 10 | crm:2' });
  });

  it('links also deals that were renamed here, and in an older export', async () => {
    const into = new Importing();
    await into.take('crm-2026-11-09.csv', withoutIds(table(X, Y)));
    await renameDeal(into.workspace, `${FOLDER}/x.md`, 'Zeta', 'zeta.md');
    const { done } = await late(into, table(X, Y), 'crm-2026-11-02.csv');
    assert.deepEqual([done.created, done.notTaken], [[], []]);
    assert.deepEqual(filesOf(into), { 'zeta.md': 'Zeta | 9 | crm:1', 'beta.md': 'Beta | 10 | crm:2' });
  });

  it('doubles no deal that has another title there now, and lists it', async () => {
    const into = await begun();
    const { plan } = await late(into, table(X.replace(',X,', ',X renamed,'), Y));
    assert.deepEqual([plan.fresh, saidOf(plan.notTaken)], [[], [RETITLED(2, 'x.md')]]);
    assert.deepEqual(filesOf(into), { 'x.md': 'X | 9 | -', 'beta.md': 'Beta | 10 | crm:2' });
    await renameDeal(into.workspace, `${FOLDER}/x.md`, 'X renamed', 'x-renamed.md');
    await into.take('crm.csv', table(X.replace(',X,', ',X renamed,').replace(',9,', ',19,'), Y));
    assert.deepEqual(filesOf(into)['x-renamed.md'], 'X renamed | 19 | crm:1');
  });

  it('tells two rows apart that were one, and makes a deleted one only where that is wished', async () => {
    const into = await begun();
    await into.files.delete(`${FOLDER}/beta.md`, into.files.all[`${FOLDER}/beta.md`]!);
    const { plan } = await late(into, table(X, X.replace('1,', '3,'), Y));
    assert.deepEqual(
      [plan.fresh.map(({ sourceId }) => sourceId), plan.deleted.map(({ title }) => title)],
      [['crm:3'], ['Beta']],
    );
    assert.deepEqual(plan.notTaken, []);
  });

  it('links no deal that somebody has made by hand', async () => {
    const into = await begun();
    into.files.write(`${FOLDER}/hand.md`, '---\ntitle: Z\naccount: Oz\nstage: proposal\n---\n');
    const { plan } = await late(into, table(X, Y, '3,Z,Oz,Proposal,5,2026-08-11'));
    assert.match(saidOf(plan.notTaken).join(), /^4: .*created by hand: hand\.md/);
    assert.equal(filesOf(into)['hand.md'], 'Z | - | -');
  });

  it('makes no deal twice whose file can’t be read', async () => {
    const into = await begun();
    into.spoil('x.md', 'no permission');
    const { plan } = await late(into, table(X, Y));
    assert.deepEqual(plan.fresh, []);
    assert.match(saidOf(plan.notTaken).join(), /^2: .*x\.md/);
  });
});

describe('a column of ids that a table doesn’t have once', () => {
  async function begun(): Promise<Importing> {
    const into = new Importing();
    await into.take('crm.csv', table(X, Y));
    return into;
  }

  it('changes the deals as with it, by what the last import wrote', async () => {
    const into = await begun();
    await renameDeal(into.workspace, `${FOLDER}/x.md`, 'Zeta', 'zeta.md');
    const { done } = await into.take('crm.csv', withoutIds(table(X.replace(',9,', ',99,'), Y)));
    assert.deepEqual([done.created, done.notTaken, done.updated.flatMap(({ left }) => left)], [[], [], []]);
    assert.deepEqual(filesOf(into), { 'zeta.md': 'Zeta | 99 | crm:1', 'beta.md': 'Beta | 10 | crm:2' });
  });

  it('doubles no deal that has another title there, and gives a new one its id with the next whole table', async () => {
    const into = await begun();
    const Z = '3,Z,Oz,Proposal,5,2026-08-11';
    const { plan } = await into.take('crm.csv', withoutIds(table(X.replace(',X,', ',X renamed,'), Y, Z)));
    assert.deepEqual(saidOf(plan.notTaken), [RETITLED(2, 'x.md')]);
    const { done } = await into.take('crm.csv', table(X.replace(',X,', ',X renamed,'), Y, Z));
    assert.deepEqual([done.created, done.notTaken], [[], []]);
    const all = { 'x.md': 'X renamed | 9 | crm:1', 'beta.md': 'Beta | 10 | crm:2', 'z.md': 'Z | 5 | crm:3' };
    assert.deepEqual(filesOf(into), all);
  });

  it('changes none of several deals that all else tells of', async () => {
    const into = new Importing();
    const both = table(X, X.replace('1,', '3,'), Y);
    await into.take('crm.csv', both);
    const before = filesOf(into);
    const { plan } = await into.take('crm.csv', withoutIds(table(X.replace(',9,', ',99,'), Y)));
    assert.deepEqual([plan.fresh, plan.notTaken.length], [[], 1]);
    assert.deepEqual(filesOf(into), before);
  });
});

describe('a table that never has ids', () => {
  it('lists a deal with another title, account and day as before, instead of making it', async () => {
    const into = new Importing();
    await into.take('crm.csv', withoutIds(table(X, Y)));
    const newer = withoutIds(table(X.replace(',X,', ',X renewal,'), Y));
    const { plan } = await into.take('crm.csv', newer);
    assert.deepEqual([plan.fresh, saidOf(plan.notTaken)], [[], [RETITLED(2, 'x.md')]]);
    const wished = await into.take('crm.csv', newer, undefined, undefined, { makesDuplicates: true });
    assert.deepEqual([wished.done.created.length, wished.plan.notTaken], [1, []]);
    assert.deepEqual((await into.take('crm.csv', newer)).plan.notTaken, []);
  });

  it('makes another deal of an account and day whose own deals it has', async () => {
    const into = new Importing();
    await into.take('crm.csv', withoutIds(table(X, Y)));
    const { plan } = await into.take('crm.csv', withoutIds(table(X, Y, X.replace(',X,', ',Another,'))));
    assert.deepEqual([plan.fresh.map(({ title }) => title), plan.notTaken], [['Another'], []]);
  });
});

const imports = fc.array(
  fc.record({ hasIds: fc.boolean(), value: fc.nat(9), retitled: fc.option(fc.nat(2)), isNew: fc.boolean() }),
  { minLength: 2, maxLength: 6 },
);

describe('tables with and without ids, one after the other', function () {
  this.timeout(60_000);

  it('double no deal unsaid, and take each change of a row that isn’t listed', () =>
    forAllInTime(
      imports,
      async all => {
        const into = new Importing();
        const titles = ['A', 'B', 'C'];
        for (const [at, { hasIds, value, retitled, isNew }] of all.entries()) {
          if (at && retitled !== null) titles[retitled] = `${titles[retitled]!.slice(0, 1)}${at}`;
          if (isNew && titles.length < 5) titles.push(`N${titles.length}`);
          const rows = titles.map(
            (title, id) =>
              `${id},${title},Account ${id},Proposal,${100 + 10 * id + value},2026-01-0${id + 1}`,
          );
          const whole = table(...rows);
          const { plan } = hasIds ? await late(into, whole) : await into.take('crm.csv', withoutIds(whole));
          const listed = new Set(plan.notTaken.map(({ row }) => row - 2));
          const accounts = into.deals.map(({ account }) => account);
          assert.deepEqual(
            accounts.toSorted(),
            titles.map((_, id) => `Account ${id}`),
            'doubled',
          );
          for (const [id, title] of titles.entries()) {
            const deal = into.deals.find(({ account }) => account === `Account ${id}`)!;
            if (!listed.has(id))
              assert.deepEqual([deal.title, deal.value?.amount], [title, 100 + 10 * id + value]);
          }
          if (plan.notTaken.length) continue;
          const after = into.files.all;
          const again = await into.take('crm.csv', hasIds ? whole : withoutIds(whole));
          assert.deepEqual([into.files.all, again.plan.notTaken], [after, []]);
        }
      },
      40,
    ));
});
