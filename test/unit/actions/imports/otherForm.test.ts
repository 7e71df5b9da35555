import assert from 'node:assert/strict';
import { FOLDER, Importing } from './support/importing';

const API = [
  'Id,Name,StageName,Amount,CloseDate,Account.Name',
  '0065g00000AbCdEAAV,Scanners,Prospecting,100,2026-12-31,Acme',
  '0065g00000AbCdFAAV,Robots,Qualification,200,2026-12-30,Globex',
].join('\n');
const REPORT = [
  '"Opportunity ID","Opportunity Name","Account Name","Stage","Amount","Close Date","Next Step"',
  '0065g00000AbCdE,Scanners,Acme,Prospecting,100,2026-12-31,Call',
  '0065g00000AbCdF,Robots,Globex,Qualification,200,2026-12-30,Call',
].join('\n');
const KEPT = `${FOLDER}/_import/salesforce.yaml`;

describe('a system’s export in another form than the mapping that is kept', () => {
  for (const [what, first, second] of [
    ['API, then report', API, REPORT],
    ['report, then API', REPORT, API],
  ] as const)
    it(`updates the same deals, and adds its columns to the mapping: ${what}`, async () => {
      const into = new Importing();
      await into.take('first.csv', first);
      into.files.write(KEPT, into.files.all[KEPT]!.replace('columns:', '# Ours.\ncolumns:'));
      const { plan } = await into.take('second.csv', second.replace(',100,', ',150,'));
      assert.deepEqual([plan.matched.length, plan.fresh, plan.notTaken], [2, [], []]);
      assert.match(into.told['Scanners']!, / 150 /);
      assert.deepEqual(plan.remarks[0], { say: 'mappingFilledUp', args: { kind: 'salesforce' } });
      const kept = into.files.all[KEPT]!;
      for (const line of ['# Ours.', '  StageName: stage', '  Stage: stage', '  Opportunity Name: title'])
        assert.ok(kept.split('\n').includes(line), `${line}\n${kept}`);
      const all = into.files.all;
      for (const table of [API, REPORT].map(text => text.replace(',100,', ',150,'))) {
        const { plan: again } = await into.take('again.csv', table);
        assert.deepEqual(
          [again.matched.length, again.fresh, again.remarks.filter(({ say }) => say === 'mappingFilledUp')],
          [2, [], []],
        );
      }
      assert.deepEqual(Object.keys(into.files.all), Object.keys(all));
    });

  it('leaves a mapping as it is that knows one of them', async () => {
    const into = new Importing();
    await into.take('first.csv', API);
    const before = into.files.all[KEPT];
    await into
      .take('second.csv', API.replace('StageName', 'Phase').replace('Amount', 'Worth'))
      .catch(() => undefined);
    assert.equal(into.files.all[KEPT], before);
  });
});
