import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ClosedStage, MappingSaid } from '../../../../src/core/intake/mapping';
import { decidedIn, readMapping, writeMapping } from '../../../../src/core/intake/mappingFile';
import { changedMapping } from '../../../../src/core/intake/remap';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { STAGE_IDS } from '../../../../src/core/process/stages';
import { sentence } from '../../../../src/words/sentence';
import { forAll } from '../../support/property';
import { FOLDER, Importing, saidOf } from './support/importing';

const HEADS = 'Deal ID,Deal Name,Stage,Value,Close Date,Created';
const TABLE = [
  HEADS,
  '1,Acme,Proposal,$48000,2026-12-18,2026-10-01',
  '2,Globex,Closed Won,500,2026-11-02,2026-10-02',
  '3,Initech,Closed Lost,,2026-11-03,2026-10-03',
].join('\n');

async function planned(into: Importing, table: string, said?: MappingSaid) {
  const plan = await into.plan('crm.csv', table, said);
  assert.ok(plan.ok);
  return plan;
}

describe('what a table leaves open', () => {
  it('is told with what it is about: a sign of several currencies, owners, and closed deals of no stage', async () => {
    const { open, remarks } = await planned(new Importing(), TABLE);
    assert.deepEqual([open.currency?.values, open.currency?.sign], [2, '$']);
    assert.ok(open.currency!.mayBe.includes('USD') && open.currency!.mayBe.includes('AUD'));
    assert.deepEqual(open.owner, { deals: 3 });
    assert.deepEqual(open.closedStage, { deals: 2, likely: { stage: 'proposal' } });
    const said = remarks.map(sentence).join('\n');
    for (const option of ['--currency USD', '--owner dana', '--closed-stage proposal'])
      assert.ok(said.includes(option), option);
  });

  it('is nothing where the table or the team says it', async () => {
    const rows = `${HEADS},Currency,Owner,Last stage\n1,Acme,Closed Won,48000,2026-11-18,2026-10-01,EUR,dana,Closing`;
    assert.deepEqual((await planned(new Importing(), rows)).open, {});
    const teams = new Importing({ 'sales-process.yaml': 'currency: USD\n' });
    const { open } = await planned(
      teams,
      TABLE.replace('Closed Won', 'Closing').replace('Closed Lost', 'Closing'),
    );
    assert.deepEqual(open, { owner: { deals: 3 } });
  });

  it('is filled in as somebody says, kept with the mapping, and not open the next time', async () => {
    const into = new Importing();
    const said: MappingSaid = { currency: 'USD', owner: 'dana', closedStage: 'negotiation' };
    const { plan } = await into.take('crm.csv', TABLE, said);
    assert.deepEqual(into.told, {
      Acme: '- | dana | proposal open | 48000 USD | 2026-10-01 2026-12-18 - | crm:1',
      Globex: '- | dana | negotiation won | 500 USD | 2026-10-02 - 2026-11-02 | crm:2',
      Initech: '- | dana | negotiation lost | - | 2026-10-03 - 2026-11-03 | crm:3',
    });
    assert.deepEqual(plan.remarks.map(sentence), [
      'Values that name no currency are in USD.',
      'Deals that name no owner belong to dana.',
      'Closed deals whose last stage isn’t known are taken as closed in “Objections and negotiations”.',
    ]);
    const again = await planned(into, TABLE);
    assert.deepEqual([again.open, again.mappingBy, again.matched.length], [{}, 'kept', 3]);
    assert.ok(again.matched.every(({ differences }) => !differences.length));
  });

  it('stays without where somebody wants it so, which is kept too', async () => {
    const into = new Importing();
    const said: MappingSaid = { currency: null, owner: null, closedStage: 'unknown' };
    const { plan } = await into.take('crm.csv', TABLE, said);
    assert.deepEqual(plan.remarks, []);
    assert.match(into.told['Globex']!, /^- \| - \| unknown won \| 500 XXX/);
    assert.match(
      into.files.all[`${FOLDER}/_import/crm.yaml`]!,
      /^currency: none\nowner: none\nclosed_stage: unknown$/m,
    );
    assert.deepEqual((await planned(into, TABLE)).open, {});
  });

  it('is added to a mapping that is kept already, of which all else stays', async () => {
    const into = new Importing();
    await into.take('crm.csv', TABLE);
    const kept = `${FOLDER}/_import/crm.yaml`;
    const before = into.files.all[kept]!;
    await into.take('crm.csv', TABLE, { currency: 'USD' });
    assert.equal(into.files.all[kept], before.replace('columns:', 'currency: USD\ncolumns:'));
    await into.take('crm.csv', TABLE, { currency: null });
    assert.equal(into.files.all[kept], before.replace('columns:', 'currency: none\ncolumns:'));
  });

  it('of a sign that can’t be the chosen currency stays open in that value', async () => {
    const into = new Importing();
    const { plan } = await into.take('crm.csv', TABLE, { currency: 'EUR' });
    assert.match(into.told['Acme']!, / 48000 XXX /);
    assert.match(into.told['Globex']!, / 500 EUR /);
    assert.match(sentence(plan.remarks.find(({ say }) => say === 'signShared')!), /“\$”.*and EUR isn’t one/);
  });

  it('names the currencies that a sign may mean, and what to do where another one is chosen for the rest', async () => {
    const table = 'Deal,Stage,Value\nA,Proposal,¥1000\nB,Proposal,500\n';
    const said = async (currency?: string) => {
      const { plan } = await new Importing().take('crm.csv', table, currency ? { currency } : undefined);
      return sentence(plan.remarks.find(({ say }) => say === 'signShared')!);
    };
    assert.match(await said(), /share \(JPY, CNY\), so .* Say which with --currency JPY\.$/);
    assert.match(await said('EUR'), /EUR isn’t one of them.* Write it into the cells, or say --currency JPY/);
  });
});

describe('closed deals whose last stage nobody knows', () => {
  it('are left out where somebody wants it so, and counted apart from faults', async () => {
    const into = new Importing();
    const { plan } = await into.take('crm.csv', TABLE, { closedStage: 'leave-out' });
    assert.deepEqual([Object.keys(into.told), plan.notTaken], [['Acme'], []]);
    assert.deepEqual(saidOf(plan.leftOut), [
      '3: This deal is closed and its last stage isn’t known.',
      '4: This deal is closed and its last stage isn’t known.',
    ]);
  });

  it('are most likely where those were whose stage is known, in the table and here', async () => {
    const known = `${HEADS},Last stage\n1,A,Closed Won,1,2026-11-02,,Closing\n2,B,Closed Lost,1,2026-11-02,,Qualification\n3,C,Closed Lost,1,2026-11-02,,Qualification\n4,D,Closed Won,1,2026-11-02,,`;
    const { open } = await planned(new Importing(), known);
    assert.deepEqual(open.closedStage, {
      deals: 1,
      likely: { stage: 'qualification', known: { deals: 2, of: 3 } },
    });
    // Deals that the table has are not counted once more, as they are here.
    const again = new Importing();
    await again.take('crm.csv', known.split('\n').slice(0, -1).join('\n'));
    assert.deepEqual((await planned(again, known)).open.closedStage, open.closedStage);
    const into = new Importing({
      'old.md': '---\nstage: negotiation\nstatus: won\nclosed_on: 2026-10-01\n---\n# Old\n',
    });
    const there = await planned(into, TABLE);
    assert.deepEqual(there.open.closedStage?.likely, { stage: 'negotiation', known: { deals: 1, of: 1 } });
  });

  it('keep the stage that their other rows tell, whatever is chosen for the others', async () => {
    const rows = [
      'Record ID,Deal Name,Deal Stage,Date entered stage',
      '1,Acme,Contract Sent,2026-09-01',
      '1,Acme,Closed Won,2026-10-01',
      '2,Globex,Closed Won,2026-10-01',
    ].join('\n');
    for (const closedStage of ['prospecting', 'leave-out'] as ClosedStage[]) {
      const into = new Importing();
      await into.take('hubspot.csv', rows, { closedStage });
      assert.match(into.told['Acme']!, / closing won /, closedStage);
      assert.equal('Globex' in into.told, closedStage === 'prospecting');
    }
  });
});

describe('closed deals that were imported before anybody said their last stage', () => {
  const standing = (into: Importing) =>
    Object.values(into.told).map(told =>
      told.split(' | ').find(part => /^\S+ (?:open|won|lost)$/.test(part)),
    );
  const closing = { closedStage: 'closing' } as const;

  it('get it from the next import that says it, as that tells; and another one where it is corrected', async () => {
    const into = new Importing();
    await into.take('crm.csv', TABLE);
    const { done } = await into.take('crm.csv', TABLE, closing);
    assert.deepEqual(standing(into), ['proposal open', 'closing won', 'closing lost']);
    const told = ({ updated }: typeof done) =>
      updated.flatMap(({ taken }) => taken.map(({ here, there }) => `${String(here)} → ${String(there)}`));
    assert.deepEqual(told(done), ['unknown → closing', 'unknown → closing']);
    const other = await into.take('crm.csv', TABLE, { closedStage: 'negotiation' });
    assert.deepEqual(told(other.done), ['closing → negotiation', 'closing → negotiation']);
    assert.deepEqual(standing(into), ['proposal open', 'negotiation won', 'negotiation lost']);
    const before = into.files.all;
    await into.take('crm.csv', TABLE);
    assert.deepEqual(into.files.all, before);
    assert.deepEqual(into.problems, []);
  });

  it('get it also where an import has kept that it was said, and has not written it', async () => {
    const into = new Importing();
    await into.take('crm.csv', TABLE);
    const kept = `${FOLDER}/_import/crm.json`;
    into.files.write(kept, into.files.all[kept]!.replaceAll('"stage":"unknown"', '"stage":"closing"'));
    await into.take('crm.csv', TABLE, closing);
    assert.deepEqual(standing(into), ['proposal open', 'closing won', 'closing lost']);
  });

  it('keep the one that somebody has given them here, whatever is assumed of the others', async () => {
    const into = new Importing();
    await into.take('crm.csv', TABLE);
    const globex = `${FOLDER}/globex.md`;
    into.files.write(globex, into.files.all[globex]!.replace('stage: unknown', 'stage: qualification'));
    for (const closedStage of ['closing', 'negotiation'] as const) {
      const { done } = await into.take('crm.csv', TABLE, { closedStage });
      assert.deepEqual(standing(into), ['proposal open', 'qualification won', `${closedStage} lost`]);
      assert.deepEqual(
        done.updated.flatMap(({ left }) => left),
        [],
      );
    }
  });

  it('that were open here before are closed in the stage that they had', async () => {
    const into = new Importing();
    const row = (stage: string) => `${HEADS}\n1,Acme,${stage},1,2026-11-02,2026-10-01`;
    await into.take('crm.csv', row('Qualification'), closing);
    for (let times = 0; times < 2; times++) {
      await into.take('crm.csv', row('Closed Lost'), closing);
      assert.deepEqual(standing(into), ['qualification lost']);
    }
  });

  it('are not asked about where each of them has a stage by now', async () => {
    const into = new Importing();
    await into.take('crm.csv', TABLE);
    for (const name of ['globex', 'initech']) {
      const file = `${FOLDER}/${name}.md`;
      assert.equal((await planned(into, TABLE)).open.closedStage?.deals, name === 'globex' ? 2 : 1);
      into.files.write(file, into.files.all[file]!.replace('stage: unknown', 'stage: closing'));
    }
    const { open, remarks } = await planned(into, TABLE);
    assert.equal(open.closedStage, undefined);
    assert.ok(!remarks.some(({ say }) => say === 'stagesOfClosed'));
  });

  it('are asked about again where the answer of an earlier import is to be another one', async () => {
    const into = new Importing();
    await into.take('crm.csv', TABLE, closing);
    const { open } = await planned(into, TABLE, { closedStage: undefined });
    assert.equal(open.closedStage?.deals, 2);
  });

  it('get it from a column that the table has by now; where both sides say one, it is listed and stays', async () => {
    const into = new Importing();
    const rows = (last: string) =>
      [
        `${HEADS},Last stage`,
        `1,Acme,Closed Won,1,2026-11-02,,${last}`,
        '2,B,Closed Lost,1,2026-11-02,,Closing',
      ].join('\n');
    await into.take('crm.csv', rows(''));
    await into.take('crm.csv', rows('Qualification'));
    assert.equal(standing(into)[0], 'qualification won');
    const file = `${FOLDER}/acme.md`;
    into.files.write(file, into.files.all[file]!.replace('stage: qualification', 'stage: proposal'));
    const { done } = await into.take('crm.csv', rows('Closing'));
    assert.deepEqual(
      done.updated.flatMap(({ left }) => left.map(({ field, there }) => [field, there])),
      [['stage', 'closing']],
    );
    assert.equal(standing(into)[0], 'proposal won');
  });

  it('keep what their own history tells', async () => {
    for (const stage of ['unknown', 'proposal']) {
      const into = new Importing();
      await into.take('crm.csv', TABLE);
      const file = `${FOLDER}/globex.md`;
      const history = '\nhistory:\n  - {on: 2026-10-05, stage: proposal}\n  - {on: 2026-11-02, status: won}';
      into.files.write(file, into.files.all[file]!.replace('stage: unknown', `stage: ${stage}${history}`));
      const before = into.files.all[file];
      await into.take('crm.csv', TABLE, closing);
      assert.equal(into.files.all[file], before);
    }
  });
});

describe('a table that says won or lost and no stage', () => {
  it('is taken again by the mapping that it left', async () => {
    const rows = 'Deal ID,Deal Name,Status,Last stage\n1,Acme,Won,\n';
    const into = new Importing();
    await into.take('crm.csv', rows);
    assert.equal((await planned(into, rows)).matched.length, 1);
  });
});

describe('days that can be read in two ways', () => {
  const rows = (first: string, second: string) => `${HEADS}\n1,Acme,Proposal,1,${first},${second}`;
  const table = rows('03/04/2027', '05/06/2026');

  it('are said for each column, and kept so', async () => {
    const into = new Importing();
    const dates = new Map([['Close Date', 'dmy' as const]]);
    assert.match(
      await into.refused('crm.csv', table, { dates }),
      /^“Created” could have the day or the month first, as in “05\/06\/2026”\./,
    );
    dates.set('Created', 'mdy' as never);
    await into.take('crm.csv', table, { dates });
    const [deal] = into.deals;
    assert.deepEqual([deal!.closeDate, deal!.created], ['2027-04-03', '2026-05-06']);
    const again = await planned(into, rows('04/05/2027', '07/08/2026'));
    assert.equal(again.matched[0]!.incoming.fields['created'], '2026-07-08');
  });

  it('of one more column are said beside those that are kept', async () => {
    const into = new Importing();
    const dates = new Map([['Close Date', 'dmy' as const]]);
    await into.take('crm.csv', rows('03/04/2027', '2026-06-05'), { dates });
    await into.take('crm.csv', table, { dates: new Map([['Created', 'mdy']]) });
    assert.match(
      into.files.all[`${FOLDER}/_import/crm.yaml`]!,
      /^dates: \{"Close Date": dmy, "Created": mdy\}$/m,
    );
  });
});

describe('a mapping with what was chosen', () => {
  const order = fc.constantFrom('dmy' as const, 'mdy' as const);
  const head = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .filter(one => one !== '__proto__');
  const dates = fc.oneof(
    order,
    fc.array(fc.tuple(head, order), { minLength: 1, maxLength: 3 }).map(all => new Map(all)),
  );
  const chosen = fc.record(
    {
      dates,
      currency: fc.constantFrom('EUR', 'USD', null),
      owner: fc.oneof(
        fc.constant(null),
        fc.string({ unit: 'grapheme', minLength: 1 }).filter(one => one.trim() !== '' && one !== 'none'),
      ),
      closedStage: fc.constantFrom<ClosedStage>(...STAGE_IDS, 'unknown', 'leave-out'),
    },
    { requiredKeys: [] },
  );

  it('is read again as what it is, be it new or changed in a text that is there', () => {
    forAll(fc.tuple(chosen, chosen), ([first, second]) => {
      const base = { kind: 'crm', columns: new Map([['Deal Name', 'title' as const]]), stages: [] };
      const text = writeMapping({ ...base, ...first }).replace('columns:', '# ours\ncolumns:');
      const read = readMapping(text, DEFAULT_PROCESS);
      assert.ok(read.ok);
      assert.deepEqual(decidedIn(read.said), decidedIn({ ...base, ...first }));
      const wanted = { ...base, ...first, ...second };
      const after = changedMapping(text, wanted, DEFAULT_PROCESS);
      assert.match(after ?? '', /^# ours$/m);
      const again = readMapping(after!, DEFAULT_PROCESS);
      assert.ok(again.ok);
      assert.deepEqual(decidedIn(again.said), decidedIn(wanted));
    });
  });
});
