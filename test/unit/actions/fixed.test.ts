import assert from 'node:assert/strict';
import { changeProcess } from '../../../src/actions/changeProcess';
import { fixDeals } from '../../../src/actions/fixDeals';
import type { Homes } from '../../../src/actions/ports/homes';
import { undo } from '../../../src/actions/undo';
import { toEntry } from '../../../src/core/deal/toEntry';
import { DEFAULT_VIEW } from '../../../src/core/process/view';
import { sentenceOf } from '../../../src/words/sentence';
import { openDeal, stubbornWorld } from './support/worlds';
import { UNREADABLE } from './support/stubborn';
import { addView } from '../../../src/core/process/addView';

describe('problems that are fixed', () => {
  const SLIP = openDeal('A', 'value: "48k"\n');
  const CONFLICT = openDeal('A').replace(
    'stage: proposal\n',
    '<<<<<<< a\nvalue: "48k"\n=======\nvalue: "49k"\n>>>>>>> b\nstage: proposal\n',
  );

  it('are looked for in no file that has none, even where that cannot be written', async () => {
    const { write, workspace, files, folder } = stubbornWorld();
    const slip = write('slip.md', SLIP);
    for (const [path, text] of [
      ['fine.md', openDeal('Fine')],
      ['note.md', '# Note\n'],
      ['merge.md', CONFLICT],
    ] as const) {
      files.unwritable.add(write(path, text));
    }
    // As an editor has it, which keeps both sides of what git could not merge.
    const pipeline = await workspace.homes.open(folder);
    pipeline.set(toEntry({ path: 'merge.md', text: CONFLICT }, pipeline.process));
    const homes: Homes = { homeOf: file => workspace.homes.homeOf(file), open: async () => pipeline };
    const { done, refused, folders } = await fixDeals({ ...workspace, homes }, folder);
    assert.deepEqual(
      done.map(({ file, plan }) => [file, plan.ok, plan.title, plan.warnings]),
      [[slip, true, 'slip.md', []]],
    );
    assert.deepEqual([refused, folders], [[], [folder]]);
  });

  for (const code of ['unreadable', 'not-utf8'] as const) {
    it(`are told of a file that cannot be written, and not of one that is ${code}`, async () => {
      const { write, workspace, files, folder } = stubbornWorld();
      const stuck = write('stuck.md', SLIP);
      files.unwritable.add(stuck);
      files.unreadable.add(write('locked.md', SLIP));
      files.whyUnreadable = { ...UNREADABLE, code };
      const { done, refused, units } = await fixDeals(workspace, folder);
      assert.deepEqual(
        refused.map(({ file, problem }) => [file, sentenceOf(problem)]),
        [[stuck, 'This file can’t be written: it is write-protected.']],
      );
      assert.deepEqual([done, units], [[], []]);
    });
  }

  it('are those of the files that are meant', async () => {
    const { write, workspace, folder, all } = stubbornWorld();
    for (const path of ['a.md', 'b.md', '2026/a.md']) write(path, SLIP);
    await fixDeals(workspace, folder, path => path === 'a.md');
    const fixed = Object.entries(all()).filter(([, text]) => text !== SLIP);
    assert.deepEqual(
      fixed.map(([path]) => path),
      ['a.md'],
    );
  });
});

describe('a view that is saved', () => {
  const saved = { name: 'Mine', view: { ...DEFAULT_VIEW, filter: { owner: ['dana'] } } };
  const LINE = /^ {2}- \{?.*name: Mine/m;

  it('makes the process file where there is none, until that is taken back', async () => {
    const { files, folder, all } = stubbornWorld();
    const result = await changeProcess(files, folder, text => addView(text, saved));
    assert.ok('units' in result);
    assert.match(all()['sales-process.yaml']!, LINE);
    assert.deepEqual((await undo(files, result.units)).refused, []);
    assert.deepEqual(all(), {});
  });

  it('is added to the process file, until that is taken back', async () => {
    const { write, files, folder, all } = stubbornWorld();
    write('sales-process.yaml', 'currency: EUR # ours\n');
    const result = await changeProcess(files, folder, text => addView(text, saved));
    assert.ok('units' in result);
    assert.match(all()['sales-process.yaml']!, /^currency: EUR # ours\n/);
    assert.match(all()['sales-process.yaml']!, LINE);
    assert.deepEqual((await undo(files, result.units)).refused, []);
    assert.deepEqual(all(), { 'sales-process.yaml': 'currency: EUR # ours\n' });
  });

  for (const [what, text] of [
    ['there is a process file', 'currency: EUR\n'],
    ['there is none', undefined],
  ] as const) {
    it(`is not where that cannot be written, and that is told: ${what}`, async () => {
      const { write, files, folder, at, all } = stubbornWorld();
      if (text !== undefined) write('sales-process.yaml', text);
      const before = all();
      files.unwritable.add(at('sales-process.yaml'));
      const result = await changeProcess(files, folder, text => addView(text, saved));
      assert.ok('problem' in result);
      assert.equal(result.file, at('sales-process.yaml'));
      assert.equal(sentenceOf(result.problem), 'This file can’t be written: it is write-protected.');
      assert.deepEqual(all(), before);
    });
  }

  it('makes no process file beside one that is only called something else, whose rules it would pass over', async () => {
    const { write, files, folder, at, all } = stubbornWorld();
    write('sales-process.yml', 'back: block\n');
    const before = all();
    const result = await changeProcess(files, folder, text => addView(text, saved));
    assert.ok('problem' in result);
    assert.deepEqual([result.file, result.problem.code], [at('sales-process.yml'), 'misnamed-process-file']);
    assert.deepEqual(all(), before);
  });

  it('is not in a process file that makes no sense', async () => {
    const { write, files, folder, at } = stubbornWorld();
    write('sales-process.yaml', 'a: 1\n---\nb: 2\n');
    const result = await changeProcess(files, folder, text => addView(text, saved));
    assert.ok('problem' in result);
    assert.deepEqual([result.file, result.problem.code], [at('sales-process.yaml'), 'not-possible']);
  });
});
