import assert from 'node:assert/strict';
import { FOLDER, Importing } from './support/importing';

const table = (value: string) => `Deal ID,Deal Name,Stage,Value,Currency\n1,Acme,Proposal,${value},EUR`;
const ACME = `${FOLDER}/acme.md`;
const acme = (into: Importing) => into.files.all[ACME]!;

async function imported(): Promise<Importing> {
  const into = new Importing();
  await into.take('crm.csv', table('100'));
  return into;
}

/** Does something while a deal has changes that are only in an editor. */
async function whileUnsaved<T>(into: Importing, act: () => Promise<T>): Promise<T> {
  const { isUnsaved } = into.files;
  into.files.isUnsaved = (file?: string) => file === ACME;
  const done = await act();
  into.files.isUnsaved = isUnsaved;
  return done;
}

describe('an import into a deal with unsaved changes', () => {
  for (const [what, typed] of [
    ['an update', '100'],
    ['a value that somebody had typed there, too,', '150'],
  ] as const)
    it(`comes again, where ${what} was thrown away`, async () => {
      const into = await imported();
      const saved = acme(into);
      into.files.write(ACME, saved.replace('value: 100', `value: ${typed}`));
      await whileUnsaved(into, () => into.take('crm.csv', table('150')));
      assert.match(acme(into), /^value: 150$/m);
      into.files.write(ACME, saved);
      const { plan, done } = await into.take('crm.csv', table('150'));
      assert.deepEqual(
        plan.matched.flatMap(({ differences }) => differences.map(({ field, isBoth }) => [field, isBoth])),
        [['value', false]],
      );
      assert.equal(done.updated.length, 1);
      assert.match(acme(into), /^value: 150$/m);
    });

  it('is known by the next one where it was saved', async () => {
    const into = await imported();
    await whileUnsaved(into, () => into.take('crm.csv', table('150')));
    const { plan } = await into.take('crm.csv', table('150'));
    assert.deepEqual(
      plan.matched.map(({ differences }) => differences),
      [[]],
    );
    const { done } = await into.take('crm.csv', table('175'));
    assert.equal(done.updated.length, 1);
    assert.match(acme(into), /^value: 175$/m);
  });

  it('logs activities again that were thrown away, and never twice what was saved', async () => {
    const into = await imported();
    const calls = 'Deal,Type,Date,Note\nAcme,Call,2026-11-20,Asked for a quote\n';
    const saved = acme(into);
    const logged = () => acme(into).match(/Asked for a quote/g)?.length ?? 0;
    await whileUnsaved(into, () => into.add('activities.csv', calls));
    assert.equal(logged(), 1);
    into.files.write(ACME, saved);
    await whileUnsaved(into, () => into.add('activities.csv', calls));
    assert.equal(logged(), 1);
    await into.add('activities.csv', calls);
    assert.equal(logged(), 1);
  });
});
