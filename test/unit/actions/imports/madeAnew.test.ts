import assert from 'node:assert/strict';
import { createDeal } from '../../../../src/actions/createDeal';
import { undo } from '../../../../src/actions/undo';
import { FOLDER, Importing, TODAY } from './support/importing';

const WITH_IDS = 'Deal ID,Deal Name,Stage\n1,Alpha,Proposal\n2,Beta,Proposal\n';
const WITHOUT = WITH_IDS.replace(/^[^,]*,/gm, '');
const CALLS =
  'Deal,Date,Subject\nAlpha,2026-11-02,First\nAlpha,2026-11-03,Second\nBeta,2026-11-04,Third\nBeta,2026-11-05,Fourth\n';
const PEOPLE = 'Deal,Name,Email\nAlpha,Ann,ann@a.example\nBeta,Ben,ben@b.example\nBeta,Bo,bo@b.example\n';

const at = (name: string) => `${FOLDER}/${name}`;

/** With lines and people of both tables, of which somebody has taken out some of Beta’s. */
async function begun(table: string): Promise<Importing> {
  const into = new Importing();
  await into.take('crm.csv', table);
  await into.add('calls.csv', CALLS);
  await into.add('people.csv', PEOPLE);
  const beta = into.files.all[at('beta.md')]!;
  const less = beta.replace(/^- 2026-11-04 call: Third\n/m, '').replace(/^ *- \{name: Bo,.*\n/m, '');
  assert.equal(less.split('\n').length, beta.split('\n').length - 2);
  into.files.write(at('beta.md'), less);
  return into;
}

async function remove(into: Importing, name: string): Promise<void> {
  assert.equal(await into.files.delete(at(name), into.files.all[at(name)]!), undefined);
}

function holds(into: Importing): Readonly<Record<string, readonly string[]>> {
  const words = ['First', 'Second', 'Third', 'Fourth', 'Ann', 'Ben', 'Bo'];
  return Object.fromEntries(
    ['alpha.md', 'beta.md'].map(name => {
      const text = into.files.all[at(name)] ?? '';
      return [name, words.filter(word => new RegExp(`\\b${word}\\b`).test(text))];
    }),
  );
}

const WHOLE = { 'alpha.md': ['First', 'Second', 'Ann'], 'beta.md': ['Fourth', 'Ben'] };

describe('a deal that is made again after it was deleted', () => {
  for (const [what, table] of [
    ['ids', WITH_IDS],
    ['no ids', WITHOUT],
  ] as const) {
    it(`gets its log and its contacts again, and what people took out elsewhere stays out (${what})`, async () => {
      const into = await begun(table);
      await remove(into, 'alpha.md');
      const left = await into.add('calls.csv', CALLS);
      assert.deepEqual(left.done.changed, []);
      await into.take('crm.csv', table, undefined, undefined, { makesDeleted: true });
      assert.deepEqual(holds(into), { ...WHOLE, 'alpha.md': [] });
      await into.add('calls.csv', CALLS);
      await into.add('people.csv', PEOPLE);
      assert.deepEqual(holds(into), WHOLE);
      const before = into.files.all;
      for (const [name, rows] of [
        ['calls.csv', CALLS],
        ['people.csv', PEOPLE],
      ] as const)
        assert.deepEqual((await into.add(name, rows)).done.changed, []);
      assert.deepEqual(into.files.all, before);
    });

    it(`is undone with what was forgotten of it (${what})`, async () => {
      const into = await begun(table);
      await remove(into, 'alpha.md');
      const before = into.files.all;
      const { done } = await into.take('crm.csv', table, undefined, undefined, { makesDeleted: true });
      assert.deepEqual((await undo(into.files, done.units)).refused, []);
      assert.deepEqual(into.files.all, before);
    });
  }

  it('gets them also where somebody makes it by hand', async () => {
    const into = await begun(WITHOUT);
    await remove(into, 'alpha.md');
    const home = await into.workspace.homes.homeOf(at('_'));
    const made = await createDeal(into.workspace, home!, {
      ...{ title: 'Alpha', stage: 'proposal', today: TODAY },
    });
    assert.deepEqual(made.refused, []);
    await into.add('calls.csv', CALLS);
    await into.add('people.csv', PEOPLE);
    assert.deepEqual(holds(into), WHOLE);
  });
});
