import assert from 'node:assert/strict';
import { kindsNamed } from '../../../../src/core/intake/kindNames';
import { Importing, saidOf } from './support/importing';

const HEADS = 'Deal ID,Deal Name,Account,Stage,Value';
const TABLE = `${HEADS}\n101,Scanners,Acme,Proposal,1000\n102,Robots,Globex,Discovery,2000\n`;
const ids = (into: Importing) =>
  Object.values(into.told)
    .map(line => line.split(' | ').at(-1)!)
    .sort();

describe('a table that is imported again under another name', () => {
  for (const name of [
    ...[
      'deals copy',
      'deals - Copy (2)',
      'Copy of deals',
      'Kopie von deals',
      'deals-v2',
      'deals (1)',
      'Deals_final',
    ],
    ...['deals Q4', 'deals 2026-Q4', 'deals KW48', 'deals november', 'deals Nov 2026', 'deals Dezember'],
    ...['deals 2026-11-30T10-15-22Z', '20261130T101522Z_deals', 'deals 2026_11_30 10.15.22', 'pipeline dump'],
  ])
    it(`makes no deal twice: ${name}`, async () => {
      const into = new Importing();
      await into.take('deals.csv', TABLE);
      const before = into.files.all;
      const { plan } = await into.take(`${name}.csv`, TABLE);
      assert.deepEqual([plan.fresh, plan.notTaken, plan.matched.length], [[], [], 2]);
      assert.deepEqual(into.files.all, before);
    });

  it('brings what is newer, whatever its name, and says what it was taken for', async () => {
    const into = new Importing();
    await into.take('deals.csv', TABLE);
    const { plan } = await into.take(
      'dump.csv',
      `${TABLE.replace('1000', '1500')}103,Drones,Hooli,Proposal,5\n`,
    );
    assert.deepEqual(ids(into), ['deals:101', 'deals:102', 'deals:103']);
    assert.match(into.told['Scanners']!, / 1500 /);
    assert.deepEqual(plan.remarks[0], { say: 'kindElsewhere', args: { kind: 'deals' } });
  });

  it('without ids goes by the mapping that is kept', async () => {
    const into = new Importing();
    const table = TABLE.replace(/^[^,]*,/gm, '');
    await into.take('deals.csv', table, { currency: 'EUR' });
    const { plan } = await into.take('dump.csv', table);
    assert.deepEqual([plan.matched.length, plan.proposed.mapping.currency], [2, 'EUR']);
  });

  it('goes by the name that it had when an earlier import kept it apart', async () => {
    const into = new Importing({
      '_import/deals-q.yaml': 'kind: deals-q\ncolumns:\n  Deal ID: id\n  Deal Name: title\n  Stage: stage\n',
    });
    await into.take('deals Q4.csv', TABLE);
    assert.deepEqual(ids(into), ['deals-q:101', 'deals-q:102']);
  });
});

describe('another table', () => {
  const OTHER = `${HEADS}\n101,Fridges,Hooli,Proposal,1\n102,Lamps,Initech,Proposal,2\n`;

  it('whose ids are those of other deals is of a kind of its own, whatever its name, and overwrites none', async () => {
    const into = new Importing();
    await into.take('deals Q3.csv', TABLE);
    const before = into.files.all;
    for (const name of ['deals Q4.csv', 'deals Q4 copy.csv']) {
      const { plan } = await into.take(name, OTHER);
      assert.deepEqual(plan.notTaken, []);
    }
    assert.deepEqual(Object.keys(into.told).sort(), ['Fridges', 'Lamps', 'Robots', 'Scanners']);
    assert.equal(new Set(ids(into)).size, 4);
    for (const [file, text] of Object.entries(before)) assert.equal(into.files.all[file], text, file);
  });

  it('of the same name is of a kind of its own, too, which is told, and stays apart: so do a third and another with other columns', async () => {
    const into = new Importing();
    await into.take('deals.csv', TABLE);
    const before = into.files.all;
    const THIRD = `${HEADS}\n101,Chairs,Umbrella,Proposal,3\n102,Desks,Wonka,Proposal,4\n`;
    const others = 'Nr ID,Titel,Kunde,Phase\n101,Lager,Stark,Angebot\n102,Tore,Wayne,Angebot\n';
    for (const [at, table] of [OTHER, THIRD, others].entries()) {
      const { plan } = await into.take('deals.csv', table);
      const kind = `deals-${at + 2}`;
      assert.deepEqual([plan.fresh.length, plan.matched.length], [2, 0], kind);
      assert.deepEqual(plan.remarks[0], { say: 'kindOfItsOwn', args: { kind, others: 'deals' } });
    }
    for (const [file, text] of Object.entries(before)) assert.equal(into.files.all[file], text, file);
    const all = into.files.all;
    for (const table of [TABLE, OTHER, THIRD, others]) {
      const { plan } = await into.take('deals.csv', table);
      assert.deepEqual([plan.fresh.length, plan.matched.length, plan.notTaken], [0, 2, []]);
    }
    assert.deepEqual(into.files.all, all);
  });

  it('of the same name updates the deals all the same where a person names the kind, and where one has another title and account at last', async () => {
    const into = new Importing();
    await into.take('deals.csv', TABLE);
    const named = await into.plan('deals.csv', OTHER, { kind: 'deals' });
    assert.ok(named.ok);
    assert.deepEqual([named.matched.length, named.fresh.length], [2, 0]);
    const { plan } = await into.take('deals.csv', TABLE.replace('Scanners,Acme', 'Belts,Acme Inc'));
    assert.deepEqual(
      [plan.matched.length, plan.fresh.length, Object.keys(into.told)],
      [2, 0, ['Robots', 'Belts']],
    );
  });

  it('of another account of the same system, which counts from 1 too, is of a kind of its own, and updates its own deals from then on', async () => {
    const into = new Importing();
    const heads = 'Deal - ID,Deal - Title,Deal - Organization,Deal - Stage,Deal - Status,Deal - Value';
    const north = `${heads}\n1,Scanners,Acme,Proposal Made,Open,5\n2,Robots,Globex,Qualified,Open,6\n`;
    const south = `${heads}\n1,Fridges,Hooli,Proposal Made,Open,7\n2,Lamps,Initech,Qualified,Open,8\n`;
    await into.take('deals-1.csv', north);
    await into.take('deals-2.csv', south);
    const { plan } = await into.take('deals-3.csv', south.replace('Open,8', 'Open,9'));
    assert.deepEqual(ids(into), ['pipedrive-2:1', 'pipedrive-2:2', 'pipedrive:1', 'pipedrive:2']);
    assert.deepEqual(
      [plan.proposed.layout?.name, plan.remarks[0]],
      ['Pipedrive', { say: 'kindElsewhere', args: { kind: 'pipedrive-2' } }],
    );
    assert.match(into.told['Lamps']!, / 9 /);
    const again = await into.take('deals-4.csv', north);
    assert.deepEqual([again.plan.matched.length, again.plan.fresh.length, again.done.units], [2, 0, []]);
  });

  const RENAMED =
    'Ref ID,Opportunity,Client,Phase,Region,Segment,Product line\n101,Scanners,Acme,Proposal,a,b,c\n7,Belts,Acme,Proposal,a,b,c\n';

  it('that has the same ids and titles in other columns doesn’t double them: they’re shown, and made if that is wished', async () => {
    const into = new Importing();
    await into.take('deals.csv', TABLE);
    const { plan } = await into.take('crm.csv', RENAMED);
    assert.deepEqual(
      plan.likely.map(({ incoming, there, by }) => [incoming.title, there.deal.path, by]),
      [['Scanners', 'scanners.md', 'id']],
    );
    assert.deepEqual(saidOf(plan.notTaken), [
      '2: This deal is there already, imported as “deals:101”: scanners.md. To update it from this table, say --kind deals; to make another one, import duplicates, too (--make-duplicates).',
    ]);
    assert.deepEqual(ids(into), ['crm:7', 'deals:101', 'deals:102']);
    const wished = await into.plan('crm.csv', RENAMED, undefined, { makesDuplicates: true });
    assert.ok(wished.ok);
    assert.deepEqual([wished.fresh.map(({ title }) => title), wished.notTaken], [['Scanners'], []]);
  });

  it('updates them where a person names the kind; the mapping of the kind stays', async () => {
    const into = new Importing();
    await into.take('deals.csv', TABLE);
    const mapping = into.files.all['/team/deals/_import/deals.yaml'];
    const { plan } = await into.take('crm.csv', RENAMED, { kind: 'deals' });
    assert.deepEqual([plan.matched.length, plan.fresh.length, plan.notTaken], [1, 1, []]);
    assert.equal(into.files.all['/team/deals/_import/deals.yaml'], mapping);
  });

  it('of the same accounts and titles, with other ids or none, doesn’t double them either', async () => {
    const into = new Importing();
    await into.take('deals.csv', TABLE);
    for (const table of [
      TABLE.replace('101', 'x-1'),
      TABLE.replace(/^[^,]*,/gm, '')
        .replace('Value', 'Created')
        .replace('1000', '2026-01-05'),
    ]) {
      const plan = await into.plan('others.csv', table, { kind: 'others' });
      assert.ok(plan.ok);
      assert.ok(!plan.fresh.some(({ title }) => title === 'Scanners'));
      assert.match(
        saidOf(plan.notTaken)[0]!,
        /^2: This deal is there already, imported as “deals:101”.*import duplicates, too \(--make-duplicates\)\.$/,
      );
    }
  });
});

describe('a table of which most titles were given anew', () => {
  const heads = 'Deal - ID,Deal - Title,Deal - Organization,Deal - Stage,Deal - Status,Deal - Deal created';
  const days = ['01', '02', '03', '04', '05'];
  const table = (to: (at: number) => string, from = heads) =>
    `${from}\n${days.map((day, at) => `${at + 1},${to(at)},Proposal Made,Open,2026-09-${day} 07:43:21`).join('\n')}\n`;
  const before = table(at => `Deal ${at},Co ${at}`);
  const renamed = table(at => `Co ${at} - Offer ${at},Co ${at}`, heads.replace('Organization', 'Client'));
  const withoutDays = (text: string) => text.replace(/,[^,\n]*$/gm, '');

  it('updates its deals where these have the same days of creation', async () => {
    const into = new Importing();
    await into.take('deals.csv', before);
    const { plan } = await into.take('deals-2.csv', renamed);
    assert.deepEqual([plan.proposed.mapping.kind, plan.matched.length, plan.fresh], ['pipedrive', 5, []]);
    assert.ok(into.told['Co 1 - Offer 1']);
  });

  it('makes nothing where nothing else tells, and says what to say; a person may say either', async () => {
    for (const [first, second] of [
      [before, withoutDays(renamed)],
      [withoutDays(before), renamed],
      // One day for all says nothing.
      [before.replace(/09-\d\d/g, '09-01'), renamed.replace(/09-\d\d/g, '09-01')],
    ] as const) {
      const into = new Importing();
      await into.take('deals.csv', first);
      const all = into.files.all;
      const refused = await into.plan('deals.csv', second);
      assert.ok(!refused.ok && refused.isRead);
      assert.deepEqual(refused.problem.says, {
        say: 'kindUnclear',
        args: { kind: 'pipedrive', free: 'pipedrive-2' },
      });
      assert.deepEqual(into.files.all, all);
      const same = await into.plan('deals.csv', second, { kind: 'pipedrive' });
      assert.ok(same.ok);
      assert.deepEqual([same.matched.length, same.fresh], [5, []]);
      const other = await into.plan('deals.csv', second, { kind: 'pipedrive-2' });
      assert.ok(other.ok);
      assert.deepEqual([other.matched, other.fresh.length], [[], 5]);
    }
  });

  it('is a new one where its days are others', async () => {
    const into = new Importing();
    await into.take('deals.csv', before);
    const { plan } = await into.take('deals.csv', renamed.replaceAll('2026-09', '2025-09'));
    assert.deepEqual([plan.proposed.mapping.kind, plan.fresh.length], ['pipedrive-2', 5]);
  });
});

describe('the name of a file', () => {
  for (const [name, plain] of Object.entries({
    'Sales pipeline (3) 2026-11-29': 'sales-pipeline',
    'Vertrieb Nord 2026': 'vertrieb-nord',
    'Copy of copy': 'copy-of-copy',
    november: 'november',
    '2026-11-30': 'table',
    'new business': 'new-business',
    '商談 2026': '商談',
  }))
    it(`${name} is of the kind ${plain}`, () => assert.equal(kindsNamed(name).plain, plain));
});

describe('a name that belongs to tables beside deals', () => {
  const DEALS = 'Deal ID,Deal Name,Stage\n1,Alpha,Proposal\n';
  const CALLS = 'Deal,Date,Subject\nAlpha,2026-11-02,Call\n';

  for (const end of ['log', 'contacts', 'companies', 'moves'])
    it(`is none of deals, though their file has it: crm-${end}`, async () => {
      const into = new Importing();
      for (const name of [`crm-${end}.csv`, 'crm.csv']) await into.add(name, CALLS).catch(() => undefined);
      const { plan } = await into.take(`crm-${end}.csv`, DEALS);
      assert.equal(plan.proposed.mapping.kind, `crm_${end}`);
      await into.add('crm.csv', CALLS);
      const before = into.files.all;
      const again = await into.take(`crm-${end}.csv`, DEALS);
      assert.deepEqual([again.plan.matched.length, again.plan.fresh], [1, []]);
      assert.deepEqual((await into.add('crm.csv', CALLS)).done.changed, []);
      assert.deepEqual(into.files.all, before);
      assert.match(
        await into.refused('crm.csv', DEALS, { kind: `CRM-${end}` }),
        /^A table of deals can’t be of the kind/,
      );
    });

  it('stays that of the deals that have it from before', async () => {
    const into = new Importing({
      'alpha.md': '---\ntitle: Alpha\nstage: proposal\nsource_id: crm-log:1\n---\n',
    });
    const { plan } = await into.take('crm-log.csv', DEALS);
    assert.deepEqual([plan.proposed.mapping.kind, plan.matched.length], ['crm-log', 1]);
    assert.equal((await into.take('x.csv', DEALS, { kind: 'crm-log' })).plan.matched.length, 1);
  });
});
