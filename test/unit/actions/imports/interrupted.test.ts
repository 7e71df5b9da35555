import assert from 'node:assert/strict';
import { importBeside } from '../../../../src/actions/imports/importBeside';
import { importDeals, type Progress } from '../../../../src/actions/imports/importDeals';
import { planTable } from '../../../../src/actions/imports/planTable';
import { undo } from '../../../../src/actions/undo';
import { MemoryFiles } from '../../../../src/files/memory/memoryFiles';
import { tableOf } from '../../../../src/files/tables/tableOf';
import { sentenceOf } from '../../../../src/words/sentence';
import { FOLDER, Importing, leftIn, saidOf } from './support/importing';

const tableWith = (deals: number, stage = 'Proposal') =>
  ['Deal ID,Deal Name,Stage', ...Array.from({ length: deals }, (_, at) => `${at},Deal ${at},${stage}`)].join(
    '\n',
  );
const callsIn = (deals: number) =>
  ['Deal,Date,Subject', ...Array.from({ length: deals }, (_, at) => `Deal ${at},2026-11-02,Call`)].join('\n');

/** Cancels an import as soon as it says that it has come some way. */
function stopping(): {
  readonly told: string[];
  readonly written: () => number;
  readonly progress: Progress;
} {
  const told: string[] = [];
  let written = 0;
  const done = (deals: number, of: number) => void told.push(`${(written = deals)} of ${of}`);
  return { told, written: () => written, progress: { done, isCancelled: () => written > 0 } };
}

async function importing(
  into: Importing,
  name: string,
  text: string,
  progress: Progress,
  meanwhile = () => {},
) {
  const home = await into.workspace.homes.homeOf(`${FOLDER}/_`);
  assert.ok(home);
  const table = tableOf(name, async function* () {
    yield new TextEncoder().encode(text);
  });
  const plan = await planTable(into.workspace, home, table);
  assert.ok(plan.ok);
  meanwhile();
  if ('beside' in plan) return importBeside(into.workspace, home, plan, progress);
  const done = await importDeals(into.workspace, home, plan, progress);
  assert.ok(done.ok, done.ok ? '' : sentenceOf(done.problem));
  return done;
}

const dealFiles = (into: Importing) => Object.keys(into.files.all).filter(file => file.endsWith('.md'));

describe('an import that is cancelled', () => {
  it('leaves the new deals that were written until then, which can be taken back, and no others', async () => {
    const into = new Importing();
    const { told, written, progress } = stopping();
    const done = await importing(into, 'crm.csv', tableWith(201), progress);
    assert.deepEqual([told.length, written() < 201], [1, true]);
    assert.ok('created' in done);
    assert.deepEqual([done.created.length, done.notTaken], [written(), []]);
    assert.equal(dealFiles(into).length, written());
    await undo(into.files, done.units);
    assert.deepEqual(into.files.all, {});
  });

  it('leaves what deals that are there have got until then, and counts those that it didn’t come to', async () => {
    const into = new Importing();
    await into.take('crm.csv', tableWith(201));
    const before = into.files.all;
    const first = stopping();
    const updated = await importing(into, 'crm.csv', tableWith(201, 'Negotiation'), first.progress);
    assert.deepEqual([first.told.length, first.written() < 201], [1, true]);
    assert.ok('updated' in updated);
    assert.equal(updated.updated.length, first.written());
    const left = into.deals.filter(({ stage }) => stage === 'proposal');
    assert.equal(left.length, 201 - first.written());
    await undo(into.files, updated.units);
    assert.deepEqual(into.files.all, before);
    const second = stopping();
    const logged = await importing(into, 'calls.csv', callsIn(201), second.progress);
    assert.deepEqual([second.told.length, second.written() < 201], [1, true]);
    assert.ok('left' in logged);
    assert.deepEqual([logged.changed.length, logged.left], [second.written(), 201 - second.written()]);
    const told: string[] = [];
    const rest = await importing(into, 'calls.csv', callsIn(201), {
      done: (deals, of) => void told.push(`${deals} of ${of}`),
    });
    assert.equal(told.at(-1), '201 of 201');
    assert.ok('left' in rest);
    assert.deepEqual([rest.changed.length, rest.left], [201 - second.written(), 0]);
  });
});

describe('an import while somebody works in the folder', () => {
  it('tells of the rows whose files are there by now, and writes the others', async () => {
    const into = new Importing();
    const { create } = MemoryFiles.prototype;
    into.files.create = (file, text) => {
      if (file.endsWith('deal-1.md')) into.files.write(file, 'Mine.\n');
      return create.call(into.files, file, text);
    };
    const done = await importing(into, 'crm.csv', tableWith(3), {});
    assert.ok('created' in done);
    assert.equal(into.files.all[`${FOLDER}/deal-1.md`], 'Mine.\n');
    assert.deepEqual(
      done.created.map(({ incoming }) => incoming.title),
      ['Deal 0', 'Deal 2'],
    );
    const [why] = saidOf(done.notTaken);
    assert.match(why!, /^3: .*deal-1\.md/);
    // What was not written is not known as written either.
    assert.deepEqual(Object.keys(JSON.parse(into.files.all[`${FOLDER}/_import/crm.json`]!).deals), [
      'crm:0',
      'crm:2',
    ]);
  });

  it('is refused where the team’s template can’t be read', async () => {
    const into = new Importing({ '_template.md': '---\nstage: lead-generation\n---\n' });
    const { read } = MemoryFiles.prototype;
    into.files.read = file => read.call(into.files, file.endsWith('_template.md') ? `${file}.gone` : file);
    await assert.rejects(importing(into, 'crm.csv', tableWith(1), {}), /can’t be read/);
    assert.equal(dealFiles(into).length, 1);
  });

  it('tells of the rows whose deals are gone by now', async () => {
    const into = new Importing();
    await into.take('crm.csv', tableWith(2));
    const gone = `${FOLDER}/deal-1.md`;
    const remove = () => void into.files.delete(gone, into.files.all[gone]!);
    const done = await importing(into, 'crm.csv', tableWith(2, 'Negotiation'), {}, remove);
    assert.ok('updated' in done);
    assert.deepEqual(
      done.updated.map(({ incoming }) => incoming.title),
      ['Deal 0'],
    );
    assert.match(saidOf(done.notTaken)[0]!, /^3: Couldn’t update deal-1\.md: /);
    into.files.write(gone, into.files.all[`${FOLDER}/deal-0.md`]!.replaceAll('0', '1'));
    const logged = await importing(into, 'calls.csv', callsIn(2), {}, remove);
    assert.ok('left' in logged);
    assert.deepEqual([logged.changed.length, logged.left], [1, 0]);
    assert.match(saidOf(logged.notTaken)[0]!, /^3: Couldn’t update deal-1\.md: /);
  });
});

describe('a table that is looked at', () => {
  it('has rows though each of them has an empty cell', async () => {
    const into = new Importing();
    await into.take('crm.csv', 'Deal Name,Stage,\nAcme,Proposal,\n');
    assert.equal(dealFiles(into).length, 1);
  });

  it('goes by what was said of it as if nothing was kept where that file is empty', async () => {
    const into = new Importing({ 'acme.md': '---\ntitle: Deal 0\nstage: proposal\n---\n' });
    into.files.write(`${FOLDER}/_import/calls-log.yaml`, '');
    const { plan } = await into.add('calls.csv', callsIn(1));
    assert.deepEqual(leftIn(plan), []);
  });

  it('keeps another order of its days once that is said, and the same one once', async () => {
    const into = new Importing({ 'acme.md': '---\ntitle: Acme\nstage: proposal\n---\n' });
    const kept = () => into.files.all[`${FOLDER}/_import/calls-log.yaml`];
    const table = 'Deal,Date,Subject\nAcme,03/04/2026,Terms\n';
    await into.add('calls.csv', table, 'dmy');
    const first = kept()!;
    const { plan, done } = await into.add('calls.csv', table, 'dmy');
    assert.deepEqual([plan.toKeep, done.units], [undefined, []]);
    await into.add('calls.csv', table, 'mdy');
    assert.equal(kept(), first.replace('dmy', 'mdy'));
  });
});

describe('an import that something unforeseen stops', () => {
  const failing = (into: Importing, name: RegExp) => {
    for (const act of ['create', 'update'] as const) {
      const before = into.files[act].bind(into.files) as (...args: unknown[]) => Promise<never>;
      into.files[act] = async (...args: unknown[]) => {
        if (name.test(String(args[0]))) throw new Error('unforeseen');
        return before(...args);
      };
    }
  };

  it('can be taken back as far as it came', async () => {
    const into = new Importing();
    const done = await importing(into, 'crm.csv', tableWith(3), {}, () => failing(into, /_import/));
    assert.ok('created' in done);
    assert.deepEqual([done.created.length, dealFiles(into).length], [3, 3]);
    assert.match(String(done.broken?.cause), /unforeseen/);
    await undo(into.files, done.units);
    assert.deepEqual(into.files.all, {});
  });

  it('can be taken back, too, where it goes into deals that are there', async () => {
    const into = new Importing();
    await into.take('crm.csv', tableWith(3));
    const before = into.files.all;
    const done = await importing(into, 'calls.csv', callsIn(3), {}, () => failing(into, /_import/));
    assert.ok('changed' in done);
    assert.match(String(done.broken?.cause), /unforeseen/);
    assert.equal(done.changed.length, 3);
    await undo(into.files, done.units);
    assert.deepEqual(into.files.all, before);
  });

  it('is only a failure where nothing was written', async () => {
    const into = new Importing();
    await assert.rejects(
      importing(into, 'crm.csv', tableWith(3), {}, () => failing(into, /./)),
      /unforeseen/,
    );
    assert.deepEqual(into.files.all, {});
  });
});
