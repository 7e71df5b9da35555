import assert from 'node:assert/strict';
import fc from 'fast-check';
import { importDeals } from '../../../../src/actions/imports/importDeals';
import { FoundHomes } from '../../../../src/actions/homes';
import { changedMapping, withColumn, withStage } from '../../../../src/core/intake/remap';
import { readMapping, writeMapping } from '../../../../src/core/intake/mappingFile';
import { CELL_FIELDS, type ColumnTarget } from '../../../../src/core/intake/target';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { STAGE_IDS } from '../../../../src/core/process/stages';
import { forAll } from '../../support/property';
import { fixture, FOLDER, Importing } from './support/importing';

const MAPPING = `${FOLDER}/_import/hubspot.yaml`;

async function proposed() {
  const plan = await new Importing().plan('hubspot.csv', fixture('hubspot.csv'));
  assert.ok(plan.ok);
  return plan.proposed.mapping;
}

describe('a mapping that is changed before an import', () => {
  it('makes other deals; the column that was that before becomes a key', async () => {
    const mapping = await proposed();
    const into = new Importing();
    const { columns } = withColumn(mapping, 'Region', 'account', DEFAULT_PROCESS.fields);
    const said = { ...withStage(mapping, 'Closed Won', 'lost'), columns };
    const { plan } = await into.take('hubspot.csv', fixture('hubspot.csv'), said);
    assert.deepEqual(plan.proposed.mapping.columns.get('Associated Company'), { key: 'associated_company' });
    assert.match(into.told['Acme scanners']!, /^North \| /);
    assert.match(into.told['Initech licences']!, / unknown lost /);
    assert.match(into.files.all[`${FOLDER}/acme-scanners.md`]!, /^associated_company: Acme Corp$/m);
  });

  it('keeps the stages that nobody knows where a stage was changed before a column', async () => {
    const table = 'Deal,Stage,Value,Area\nA,Alpha,1,x\nB,Beta,2,y\n';
    const into = new Importing();
    const plan = await into.plan('crm.csv', table);
    assert.ok(plan.ok);
    const first = await into.plan('crm.csv', table, withStage(plan.proposed.mapping, 'Alpha', 'closing'));
    assert.ok(first.ok);
    const { plan: last } = await into.take(
      'crm.csv',
      table,
      withColumn(first.proposed.mapping, 'Area', 'source', DEFAULT_PROCESS.fields),
    );
    assert.deepEqual(
      [last.notTaken, into.deals.map(({ stage }) => stage === 'closing')],
      [[], [true, false]],
    );
  });

  it('is kept in the place of the one that is there, of which all else stays', async () => {
    const into = new Importing();
    await into.take('hubspot.csv', fixture('hubspot.csv'));
    const comment = (text: string) =>
      text
        .replace('Region: {key: region}', 'Region: {key: region} # ours')
        .replace('columns:', '# theirs\ncolumns:');
    await into.files.update([MAPPING], text => {
      const after = comment(text);
      return { ok: true, edited: { edits: [{ start: 0, end: text.length, text: after }], text: after } };
    });
    const before = into.files.all[MAPPING]!;
    const said = withColumn(await proposed(), 'Region', 'source', DEFAULT_PROCESS.fields);
    const plan = await into.plan('hubspot.csv', fixture('hubspot.csv'), said);
    assert.ok(plan.ok);
    const home = await new FoundHomes(into.files).homeOf(`${FOLDER}/_`);
    await importDeals(into.workspace, home, plan);
    assert.equal(into.files.all[MAPPING], before);
    await importDeals(into.workspace, home, { ...plan, isMappingChanged: true });
    assert.equal(into.files.all[MAPPING], before.replace('Region: {key: region}', 'Region: source'));
  });

  it('is read again as what it is, whatever becomes what, and nothing but its line is different', async () => {
    const mapping = await proposed();
    const text = writeMapping(mapping).replace('columns:', '# of the team\ncolumns:');
    const target = fc.oneof(
      fc.constantFrom<ColumnTarget>(...CELL_FIELDS, 'notes', 'nothing', 'id', 'contact'),
      fc.constantFrom('a', 'zone').map((key): ColumnTarget => ({ key })),
    );
    forAll(
      fc.tuple(
        fc.constantFrom(...mapping.columns.keys()),
        target,
        fc.constantFrom(...mapping.stages.map(({ name }) => name)),
        fc.constantFrom(...STAGE_IDS, 'won' as const, 'lost' as const),
      ),
      ([head, is, stage, meant]) => {
        const columns = withColumn(mapping, head, is, DEFAULT_PROCESS.fields).columns!;
        const wanted = { ...mapping, columns, stages: withStage(mapping, stage, meant).stages! };
        const all = mapping.stages.map(one => wanted.stages.find(({ name }) => name === one.name) ?? one);
        const after = changedMapping(text, { ...wanted, stages: all }, DEFAULT_PROCESS);
        assert.ok(after !== undefined);
        const read = readMapping(after, DEFAULT_PROCESS);
        assert.ok(read.ok);
        assert.deepEqual(read.said.columns, columns);
        assert.equal(read.said.stages!.find(({ name }) => name === stage)!.is, meant);
        const lines = text.split('\n');
        const others = after.split('\n').filter((line, at) => line !== lines[at]);
        assert.ok(others.length <= 3, others.join());
      },
    );
  });

  it('makes no key of a column that the team has for a field', async () => {
    const into = new Importing({ 'sales-process.yaml': 'fields:\n  stage: phase_here\n' });
    const table = 'Deal,Stage,Phase here,Value\nA,Proposal,Alpha,1\n';
    await into.take('crm.csv', table);
    const [text] = Object.entries(into.files.all).flatMap(([path, all]) =>
      path.endsWith('a.md') ? all : [],
    );
    assert.match(text!, /^phase_here: proposal$/m);
    assert.match(text!, /^phase_here_there: Alpha$/m);
  });
});
