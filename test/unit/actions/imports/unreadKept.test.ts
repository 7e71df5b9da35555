import assert from 'node:assert/strict';
import { firstDeals } from '../../../../src/actions/imports/firstDeals';
import { MemoryFiles } from '../../../../src/files/memory/memoryFiles';
import { sentence, sentenceOf } from '../../../../src/words/sentence';
import { FOLDER, Importing } from './support/importing';

const TABLE = 'Deal ID,Deal Name,Stage\n1,Acme,Proposal\n2,Globex,Proposal\n3,Initech,Proposal\n';
const CALLS = 'Deal,Date,Subject\nAcme,2026-11-02,Call\n';

/** Files of which one is there and can't be read. */
function unread(into: Importing, name: string): void {
  const { read } = MemoryFiles.prototype;
  into.files.read = file => read.call(into.files, file.endsWith(`/${name}`) ? `${file}.gone` : file);
}

describe('a file that imports keep and that can’t be read', () => {
  it('refuses a table of deals, and one of activities, before anything is written', async () => {
    const into = new Importing();
    await into.take('crm.csv', TABLE);
    await into.add('calls.csv', CALLS);
    const before = into.files.all;
    unread(into, 'crm.yaml');
    assert.match(await into.refused('crm.csv', TABLE), /can’t be read/);
    unread(into, 'calls-log.json');
    await assert.rejects(into.add('calls.csv', CALLS), /can’t be read/);
    assert.deepEqual(into.files.all, before);
  });

  it('refuses a table of activities whose own mapping it is', async () => {
    const into = new Importing({ 'acme.md': '---\ntitle: Acme\nstage: proposal\n---\n' });
    await into.add('calls.csv', CALLS, { what: 'activities', columns: new Map([['Subject', 'text']]) });
    const before = into.files.all;
    unread(into, 'calls-log.yaml');
    await assert.rejects(into.add('calls.csv', CALLS.replace('Call', 'Other')), /can’t be read/);
    assert.deepEqual(into.files.all, before);
  });

  it('refuses a table beside deals where the mapping of the deals makes no sense', async () => {
    const into = new Importing({ 'acme.md': '---\ntitle: Acme\nstage: proposal\n---\n' });
    into.files.write(`${FOLDER}/_import/calls.yaml`, 'just text');
    await assert.rejects(into.add('calls.csv', CALLS), /Expected a mapping/);
  });
});

describe('a deal that was imported and can’t be read since', () => {
  for (const [what, edit] of [
    ['broken', (text: string) => text.replace('stage: proposal', 'stage: [oops')],
    ['of a stage that nobody knows', (text: string) => text.replace('stage: proposal', 'stage: nonsense')],
    [
      'in conflict',
      (text: string) =>
        text.replace('stage: proposal', '<<<<<<< a\nstage: proposal\n=======\nstage: closing\n>>>>>>> b'),
    ],
  ] as const)
    it(`is not made again, which is told: ${what}`, async () => {
      const into = new Importing();
      await into.take('crm.csv', TABLE);
      const file = `${FOLDER}/acme.md`;
      into.files.write(file, edit(into.files.all[file]!));
      const before = into.files.all;
      const { plan } = await into.take('crm.csv', TABLE.replace('Globex,Proposal', 'Globex,Closing'));
      assert.deepEqual(Object.keys(into.files.all), Object.keys(before));
      assert.equal(into.files.all[file], before[file]);
      assert.match(into.files.all[`${FOLDER}/globex.md`]!, /^stage: closing$/m);
      const [left, ...others] = plan.notTaken;
      assert.deepEqual([left!.row, others], [2, []]);
      assert.match(sentence(left!.says), /^Couldn’t update .*acme\.md/);
      // A copy of it that can be read is the deal.
      into.files.write(`${FOLDER}/copy.md`, before[`${FOLDER}/globex.md`]!.replace(/crm:2/, 'crm:1'));
      assert.deepEqual(((await into.plan('crm.csv', TABLE)) as typeof plan).notTaken, []);
    });
});

describe('the first deals of an import', () => {
  it('are shown as their files will be, as many as are asked for', async () => {
    const into = new Importing();
    const plan = await into.plan('crm.csv', TABLE);
    assert.ok(plan.ok);
    const home = await into.workspace.homes.homeOf(`${FOLDER}/_`);
    const first = await firstDeals(into.workspace, home!, plan, 2);
    assert.ok(first.ok);
    assert.deepEqual(into.files.all, {});
    await into.take('crm.csv', TABLE);
    const [acme, globex] = ['acme.md', 'globex.md'].map(name => `${FOLDER}/${name}`);
    assert.deepEqual(
      first.made.map(({ file, text }) => [file, text]),
      [acme!, globex!].map(file => [file, into.files.all[file]]),
    );
  });

  it('are not shown where the team’s template can’t be read', async () => {
    const into = new Importing({ '_template.md': '---\nstage: lead-generation\n---\n' });
    const plan = await into.plan('crm.csv', TABLE);
    assert.ok(plan.ok);
    unread(into, '_template.md');
    const home = await into.workspace.homes.homeOf(`${FOLDER}/_`);
    const first = await firstDeals(into.workspace, home!, plan, 2);
    assert.ok(!first.ok);
    assert.match(sentenceOf(first.problem), /can’t be read/);
  });
});
