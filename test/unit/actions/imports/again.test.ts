import assert from 'node:assert/strict';
import type { FieldDifference } from '../../../../src/core/intake/again/compare';
import { undo } from '../../../../src/actions/undo';
import { saidText } from '../../../../src/core/intake/again/saidText';
import type { DealUpdated } from '../../../../src/actions/imports/importDeals';
import { sentence } from '../../../../src/words/sentence';
import { FOLDER, Importing, saidOf } from './support/importing';

const HEADS =
  'Deal ID,Deal Name,Stage,Value,Currency,Close Date,Next Step,Contact,Email,Description,Loss Reason';
const ACME = '1,Acme,Proposal,48000,EUR,2026-12-18,Send the offer,R. Lee,lee@acme.example,Two sites.,';
const GLOBEX = '2,Globex,Qualification,500,EUR,2027-01-31,,Imke Bruns,,,';
const table = (...rows: readonly string[]) => [HEADS, ...rows].join('\n');
const A = table(ACME, GLOBEX);

/** `value: 48000 → 50000` of each field. */
function told(fields: readonly FieldDifference[]): string[] {
  return fields.map(({ field, here, there }) => `${field}: ${saidText(here)} → ${saidText(there)}`);
}

function takenOf(updated: readonly DealUpdated[]): string[] {
  return updated.flatMap(({ taken }) => told(taken));
}

function leftOf(updated: readonly DealUpdated[]): string[] {
  return updated.flatMap(({ left }) => told(left));
}

async function imported(text = A): Promise<Importing> {
  const into = new Importing();
  await into.take('crm.csv', text);
  return into;
}

const acme = (into: Importing) => into.files.all[`${FOLDER}/acme.md`]!;

function edit(into: Importing, from: string, to: string): void {
  assert.ok(acme(into).includes(from), acme(into));
  into.files.write(`${FOLDER}/acme.md`, acme(into).replace(from, to));
}

describe('the same table once more', () => {
  it('changes nothing, not a file', async () => {
    const into = await imported();
    const before = into.files.all;
    const { plan, done } = await into.take('crm.csv', A);
    assert.deepEqual([plan.fresh, plan.matched.length, done.updated, done.units], [[], 2, [], []]);
    assert.deepEqual(into.files.all, before);
  });

  it('leaves out what was deleted here, says so, and makes it again where that is wished', async () => {
    const into = await imported();
    await into.files.delete(`${FOLDER}/acme.md`, acme(into));
    const before = into.files.all;
    const newer = table(ACME.replace('48000', '9'), GLOBEX);
    const { plan } = await into.take('crm.csv', newer);
    assert.deepEqual([plan.fresh, plan.deleted.map(({ title }) => title)], [[], ['Acme']]);
    assert.equal(
      sentence(plan.remarks.at(-1)!),
      'This table has 1 deal that was imported before and isn’t here any more, so it stays out: “Acme”. To make it again, import deleted deals, too (--make-deleted).',
    );
    assert.deepEqual(into.files.all, before);
    const wished = await into.plan('crm.csv', newer, undefined, { makesDeleted: true });
    assert.ok(wished.ok);
    assert.deepEqual([wished.fresh.map(({ title }) => title), wished.deleted], [['Acme'], []]);
  });

  it('makes what undo has taken back', async () => {
    const into = new Importing();
    const { done } = await into.take('crm.csv', A);
    await undo(into.files, done.units);
    const { plan } = await into.take('crm.csv', A);
    assert.deepEqual([plan.fresh.length, plan.deleted], [2, []]);
  });

  it('leaves what was changed here, and says nothing of it: nothing has changed there', async () => {
    const into = await imported();
    edit(into, 'value: 48000', 'value: 40000');
    edit(into, 'next_step: Send the offer\n', '');
    const before = into.files.all;
    const { done } = await into.take('crm.csv', A);
    assert.deepEqual(takenOf(done.updated), []);
    assert.deepEqual(leftOf(done.updated), []);
    assert.deepEqual(into.files.all, before);
  });
});

describe('a newer export', () => {
  it('updates each field that changed there, in the file that is there, and adds the new', async () => {
    const into = await imported();
    const newer = ACME.replace('48000', '52000').replace('2026-12-18', '2027-02-01').replace('Two', 'Three');
    const { done } = await into.take('crm.csv', table(newer, GLOBEX, '3,Initech,Proposal,9,EUR,,,,,,'));
    assert.deepEqual(takenOf(done.updated), [
      'value: 48000 → 52000',
      'close_date: 2026-12-18 → 2027-02-01',
      'notes: Two sites. → Three sites.',
    ]);
    assert.equal(done.created.length, 1);
    assert.deepEqual(into.told, {
      Acme: '- | - | proposal open | 52000 EUR | - 2027-02-01 - | crm:1',
      Globex: '- | - | qualification open | 500 EUR | - 2027-01-31 - | crm:2',
      Initech: '- | - | proposal open | 9 EUR | - - - | crm:3',
    });
    assert.match(acme(into), /\nThree sites\.\n/);
    assert.doesNotMatch(acme(into), /Two sites/);
  });

  it('empties what was emptied there, but nothing that was filled here', async () => {
    const into = await imported();
    const newer = ACME.replace('Send the offer', '');
    const { done } = await into.take('crm.csv', table(newer, GLOBEX));
    assert.deepEqual(takenOf(done.updated), ['next_step: Send the offer → ']);
    assert.doesNotMatch(acme(into), /next_step/);
    edit(into, 'value: 48000', 'value: 48000\nnext_step: Call Lee');
    const again = await into.take('crm.csv', table(newer, GLOBEX));
    assert.deepEqual([takenOf(again.done.updated), leftOf(again.done.updated)], [[], []]);
    assert.match(acme(into), /next_step: Call Lee/);
  });

  it('without a column says nothing of its field', async () => {
    const into = await imported();
    const { done } = await into.take('crm.csv', 'Deal ID,Deal Name,Stage\n1,Acme,Proposal\n', {
      kind: 'crm',
    });
    assert.deepEqual([takenOf(done.updated), leftOf(done.updated)], [[], []]);
    assert.match(acme(into), /value: 48000/);
  });

  it('with a column that the mapping doesn’t have, or that was empty until now, tells so', async () => {
    const rows = (region: string) => `Deal ID,Deal Name,Stage,Region\n1,Acme,Proposal,${region}\n`;
    const into = new Importing();
    await into.take('crm.csv', rows(''));
    const { plan } = await into.take('crm.csv', rows('North'));
    const ofColumns = plan.remarks.filter(({ say }) => say === 'columnsUnmapped');
    assert.deepEqual(ofColumns.map(sentence), [
      'The mapping doesn’t have “Region”, so it’s left out. Add below its columns: “Region: {key: region}”.',
    ]);
    const kept = `${FOLDER}/_import/crm.yaml`;
    into.files.write(kept, into.files.all[kept]!.replace('stages:', '  Region: {key: region}\nstages:'));
    const { done } = await into.take('crm.csv', rows('North'));
    assert.deepEqual(takenOf(done.updated), ['region:  → North']);
  });

  it('of a field that was changed here too, is shown and left, again and again, until somebody chooses', async () => {
    const into = await imported();
    edit(into, 'value: 48000', 'value: 40000');
    edit(into, 'Two sites.', 'Two sites, and a depot.');
    const newer = ACME.replace('48000', '52000').replace('Two', 'Three').replace('Send the offer', 'Call');
    for (let time = 0; time < 2; time++) {
      const { done } = await into.take('crm.csv', table(newer, GLOBEX));
      assert.deepEqual(takenOf(done.updated), time ? [] : ['next_step: Send the offer → Call']);
      assert.deepEqual(leftOf(done.updated), ['value: 40000 → 52000', 'notes: Two sites. → Three sites.']);
      assert.match(acme(into), /value: 40000\n[^]*Two sites, and a depot\./);
    }
    const chosen = await into.take('crm.csv', table(newer, GLOBEX), undefined, () => true);
    assert.deepEqual(leftOf(chosen.done.updated), []);
    // Notes that somebody wrote on are never lost.
    assert.match(acme(into), /value: 52000\n[^]*Three sites\./);
    assert.match(acme(into), /Two sites, and a depot\./);
    const after = await into.take('crm.csv', table(newer, GLOBEX));
    assert.deepEqual([takenOf(after.done.updated), leftOf(after.done.updated)], [[], []]);
  });

  it('takes no amount that somebody has given another currency here', async () => {
    const into = await imported();
    edit(into, 'currency: EUR', 'currency: USD');
    const { done } = await into.take('crm.csv', table(ACME.replace('48000', '52000'), GLOBEX));
    assert.deepEqual([takenOf(done.updated), leftOf(done.updated)], [[], ['value: 48000 → 52000']]);
  });

  for (const [whose, team, none] of [
    ['nobody’s', {}, ''],
    ['the team’s', { 'sales-process.yaml': 'currency: EUR\n' }, 'XXX'],
  ] as const)
    it(`takes no amount whose sign can’t mean the currency that stands here, ${whose} own being used otherwise`, async () => {
      const rows = (...values: readonly string[]) =>
        [
          'Deal ID,Deal Name,Stage,Value',
          ...values.map((value, at) => `${at},D${at},Proposal,${value}`),
        ].join('\n');
      const into = new Importing(team);
      const worth = () => into.deals.map(({ value }) => `${value?.amount} ${value?.currency}`);
      await into.take('crm.csv', rows('€ 150', 'US$ 150', '$ 150', '₹ 150'));
      assert.deepEqual(worth(), ['150 EUR', '150 USD', '150 XXX', '150 INR']);
      const newer = rows('$ 200', '$ 200', '$ 200', '$ 150');
      for (let time = 0; time < 2; time++) {
        const { plan, done } = await into.take('crm.csv', newer);
        assert.deepEqual(takenOf(done.updated), time ? [] : ['value: 150 → 200', 'value: 150 → 200']);
        assert.deepEqual(leftOf(done.updated), [
          'value: 150 → 200',
          `currency: EUR → ${none}`,
          `currency: INR → ${none}`,
        ]);
        assert.ok(plan.remarks.some(({ say }) => say === 'signShared'));
        assert.deepEqual(worth(), ['150 EUR', '200 USD', '200 XXX', '150 INR']);
      }
      // One isn't taken without the other.
      await into.take('crm.csv', newer, undefined, (_, { field }) => field === 'value');
      assert.deepEqual(worth(), ['200 XXX', '200 USD', '200 XXX', '150 INR']);
      const after = into.files.all;
      await into.take(
        'crm.csv',
        rows('$ 200', '$ 200', '$ 200', '$ 150'),
        undefined,
        (_, { field }) => field === 'currency',
      );
      assert.deepEqual(worth(), ['200 XXX', '200 USD', '200 XXX', '150 XXX']);
      assert.notDeepEqual(into.files.all, after);
      const { done } = await into.take('crm.csv', rows('€ 7', '$ 8', '€ 9', '$ 150'));
      assert.deepEqual(leftOf(done.updated), []);
      assert.deepEqual(worth(), ['7 EUR', '8 USD', '9 EUR', '150 XXX']);
    });

  it('in a sign that each deal here settles asks for no currency', async () => {
    const rows = (value: string) => `Deal ID,Deal Name,Stage,Value\n1,Acme,Proposal,${value}\n`;
    const into = new Importing();
    await into.take('crm.csv', rows('US$ 150'));
    const { plan } = await into.take('crm.csv', rows('$ 200'));
    assert.deepEqual(
      [plan.open.currency, plan.remarks.map(({ say }) => say)],
      [undefined, ['ownersMissing']],
    );
  });

  it('only shows what differs where nobody knows what an import wrote', async () => {
    const into = await imported();
    const kept = `${FOLDER}/_import/crm.json`;
    await into.files.delete(kept, into.files.all[kept]!);
    const newer = ACME.replace('48000', '52000');
    for (let time = 0; time < 2; time++) {
      const { done } = await into.take('crm.csv', table(newer, GLOBEX));
      assert.deepEqual([takenOf(done.updated), leftOf(done.updated)], [[], ['value: 48000 → 52000']]);
    }
    // What was alike is known from then on.
    const { done } = await into.take('crm.csv', table(newer.replace('Send the offer', 'Call'), GLOBEX));
    assert.deepEqual(takenOf(done.updated), ['next_step: Send the offer → Call']);
  });

  it('is refused where what imports wrote can’t be read, and names the file and the way out', async () => {
    const into = await imported();
    into.files.write(`${FOLDER}/_import/crm.json`, '<<<<<<< HEAD\n');
    assert.match(
      await into.refused('crm.csv', A),
      /^Couldn’t read _import\/crm\.json, .* Restore it from git; or delete it/,
    );
  });

  it('adds people that are new there, corrects those that it wrote, and takes nobody away', async () => {
    const into = await imported();
    edit(into, 'name: R. Lee', 'name: R. Lee, role: Buyer');
    const corrected = ACME.replace('lee@acme.example', 'r.lee@acme.example');
    const { done } = await into.take('crm.csv', table(corrected, GLOBEX.replace('Imke Bruns', 'Ada Mora')));
    assert.deepEqual(leftOf(done.updated), []);
    const [first, second] = into.deals;
    assert.deepEqual(first!.contacts, [{ name: 'R. Lee', role: 'Buyer', email: 'r.lee@acme.example' }]);
    assert.deepEqual(
      second!.contacts.map(({ name }) => name),
      ['Imke Bruns', 'Ada Mora'],
    );
  });

  it('is one command: undo takes it all back, to the byte', async () => {
    const into = await imported();
    const before = into.files.all;
    const { done } = await into.take(
      'crm.csv',
      table(
        ACME.replace('Proposal', 'Closed Won'),
        GLOBEX.replace('500', '700'),
        '3,New,Proposal,1,EUR,,,,,,',
      ),
    );
    assert.notDeepEqual(into.files.all, before);
    await undo(into.files, done.units);
    assert.deepEqual(into.files.all, before);
  });
});

describe('where a deal stands', () => {
  it('is moved as any deal is, on the day of the export', async () => {
    const into = await imported();
    const { done } = await into.take(
      'crm-2026-11-20.csv',
      table(ACME.replace('Proposal', 'Negotiation'), GLOBEX),
    );
    assert.deepEqual(takenOf(done.updated), ['stage: proposal → negotiation']);
    assert.match(acme(into), /^ {2}- \{on: 2026-11-20, stage: negotiation, from: proposal\}$/m);
  });

  it('is won or lost on the day of the close, also where nobody says why', async () => {
    const into = await imported();
    const won = ACME.replace('Proposal', 'Closed Won').replace('2026-12-18', '2026-11-12');
    const lost = GLOBEX.replace('Qualification', 'Closed Lost').replace('2027-01-31', '2026-11-13');
    await into.take('crm.csv', table(won, lost));
    assert.match(acme(into), /^ {2}- \{on: 2026-11-12, status: won/m);
    assert.match(acme(into), /^closed_on: 2026-11-12$/m);
    const globex = into.files.all[`${FOLDER}/globex.md`]!;
    assert.match(globex, /^status: lost$/m);
    assert.doesNotMatch(globex, /lost_reason|reason:/);
    // The reason comes later.
    const { done } = await into.take('crm.csv', table(won, `${lost}price`));
    assert.deepEqual(takenOf(done.updated), ['lost_reason:  → price']);
  });

  it('is opened again, and closed the other way', async () => {
    const into = await imported(table(ACME.replace('Proposal', 'Closed Lost') + 'price'));
    await into.take('crm.csv', table(ACME));
    assert.equal(into.deals[0]!.status, 'open');
    assert.equal(into.deals[0]!.stage, 'proposal');
    await into.take('crm.csv', table(ACME.replace('Proposal', 'Closed Won')));
    assert.equal(into.deals[0]!.status, 'won');
    await into.take('crm.csv', table(`${ACME.replace('Proposal', 'Closed Lost')}timing`));
    assert.deepEqual([into.deals[0]!.status, into.deals[0]!.lostReason], ['lost', 'timing']);
    assert.deepEqual(saidOf((await into.take('crm.csv', table(ACME))).plan.notTaken), []);
  });

  it('stays where it was moved to here, and is shown', async () => {
    const into = await imported();
    edit(into, 'stage: proposal', 'stage: negotiation');
    const { done } = await into.take('crm.csv', table(ACME.replace('Proposal', 'Closed Won'), GLOBEX));
    assert.deepEqual(leftOf(done.updated), ['stage: negotiation → won']);
    assert.equal(into.deals[0]!.status, 'open');
    await into.take('crm.csv', table(ACME.replace('Proposal', 'Closed Won'), GLOBEX), undefined, () => true);
    assert.equal(into.deals[0]!.status, 'won');
  });
});
