import assert from 'node:assert/strict';
import { archiveDeals } from '../../../src/actions/archive';
import { createDeal } from '../../../src/actions/createDeal';
import { createFollowUp } from '../../../src/actions/followUp';
import { renameDeal } from '../../../src/actions/renameDeal';
import type { Result } from '../../../src/actions/result';
import { undo } from '../../../src/actions/undo';
import { sentence, sentenceOf } from '../../../src/words/sentence';
import { UNWRITABLE } from './support/stubborn';
import { openDeal, stubbornWorld, TODAY, wonDeal } from './support/worlds';

const newDeal = (title: string) => ({ title, stage: 'qualification', today: TODAY }) as const;

const PROTECTED = 'This file can’t be written: it is write-protected.';
const NO_PERMISSION = 'This file can’t be read: you don’t have permission to read it.';

/** What a person is told: what was done, with the warnings, and what was not. */
const told = ({ done, refused }: Result) => ({
  done: done.map(({ file, plan }) => [file, plan.title, plan.warnings.map(sentence).toSorted()]),
  refused: refused.map(({ file, problem }) => [file, sentenceOf(problem)]),
});
const NOTHING_DONE = { done: [], units: [], folders: [] };

describe('files that resist', () => {
  let world: ReturnType<typeof stubbornWorld>;
  beforeEach(() => (world = stubbornWorld()));

  describe('where deals are archived', () => {
    it('stay where they are, and the others are archived', async () => {
      const { write, workspace, files, at, all } = world;
      const [a, b, c] = ['a.md', 'b.md', 'c.md'].map(path => write(path, wonDeal(path[0]!)));
      files.immovable.add(b!);
      const result = await archiveDeals(workspace, [a!, b!, c!]);
      assert.deepEqual(told(result), {
        done: [
          [at('archive/a.md'), 'a', []],
          [at('archive/c.md'), 'c', []],
        ],
        refused: [[b, PROTECTED]],
      });
      assert.deepEqual(Object.keys(all()), ['archive/a.md', 'archive/c.md', 'b.md']);
      assert.equal(result.units.length, 2);
    });

    it('are told where they have links that must follow, once', async () => {
      const { write, workspace, files, at, all } = world;
      const a = write('a.md', wonDeal('A', '[B](b.md)\n'));
      const c = write('c.md', wonDeal('C'));
      const b = write('b.md', openDeal('B', '', '[A](a.md) [A](a.md#log)\n'));
      files.unwritable.add(b).add(at('archive/a.md'));
      const before = all();
      const { done } = told(await archiveDeals(workspace, [a, c]));
      assert.deepEqual(done, [
        [
          at('archive/a.md'),
          'A',
          [
            `The links in archive/a.md couldn’t be changed: ${PROTECTED}`,
            `The links in b.md couldn’t be changed: ${PROTECTED}`,
          ],
        ],
        [at('archive/c.md'), 'C', []],
      ]);
      assert.equal(all()['b.md'], before['b.md']);
    });

    it('are not told where their links stay as they are', async () => {
      const { write, workspace, files, at } = world;
      const a = write('a.md', wonDeal('A', '[web](https://example.com) [x](#log)\n'));
      files.unwritable.add(at('archive/a.md')).add(write('b.md', openDeal('B', '', '[C](c.md)\n')));
      const { done } = told(await archiveDeals(workspace, [a]));
      assert.deepEqual(done, [[at('archive/a.md'), 'A', []]]);
    });

    it('are told once where they cannot be read, whatever has moved', async () => {
      const { write, workspace, files, at } = world;
      const [a, c] = [write('a.md', wonDeal('A')), write('c.md', wonDeal('C'))];
      files.unreadable.add(write('locked.md', openDeal('L', '', '[A](a.md) [C](c.md)\n')));
      for (let number = 0; number < 70; number++) write(`more/${number}.md`, openDeal('More'));
      const { done } = told(await archiveDeals(workspace, [a, c]));
      assert.deepEqual(done, [
        [at('archive/a.md'), 'A', [`The links in locked.md couldn’t be changed: ${NO_PERMISSION}`]],
        [at('archive/c.md'), 'C', []],
      ]);
    });

    it('are told by what is wrong with them where they are only listed', async () => {
      const { write, workspace, files, at } = world;
      files.listedWith.set('link.md', UNWRITABLE);
      const { done } = told(await archiveDeals(workspace, [write('a.md', wonDeal('A'))]));
      assert.deepEqual(done, [
        [at('archive/a.md'), 'A', [`The links in link.md couldn’t be changed: ${PROTECTED}`]],
      ]);
    });

    it('come back with what another program wrote in them as they were moved', async () => {
      const { write, workspace, files, at, all } = world;
      const rename = files.rename.bind(files);
      files.rename = async renamings => {
        const refused = await rename(renamings);
        write('archive/a.md', wonDeal('A', 'Formatted.\n'));
        return refused;
      };
      const { units } = await archiveDeals(workspace, [write('a.md', wonDeal('A'))]);
      assert.deepEqual(Object.keys(all()), ['archive/a.md']);
      files.rename = rename;
      assert.deepEqual((await undo(files, units)).refused, []);
      assert.deepEqual(all(), { 'a.md': wonDeal('A', 'Formatted.\n') });
      assert.equal(await files.exists(at('archive')), false);
    });

    it('come back once they can be read again', async () => {
      const { write, workspace, files, at, all } = world;
      const a = write('a.md', wonDeal('A'));
      files.unreadable.add(at('archive/a.md'));
      const { units } = await archiveDeals(workspace, [a]);
      files.unreadable.clear();
      assert.deepEqual((await undo(files, units)).refused, []);
      assert.deepEqual(all(), { 'a.md': wonDeal('A') });
    });

    it('are told with the deal that they are, where that has become unreadable', async () => {
      const { write, workspace, files, at } = world;
      const [a, c] = [write('a.md', wonDeal('A')), write('c.md', wonDeal('C'))];
      files.unreadable.add(at('archive/c.md'));
      const { done } = told(await archiveDeals(workspace, [a, c]));
      assert.deepEqual(done, [
        [at('archive/a.md'), 'A', []],
        [at('archive/c.md'), 'C', [`The links in archive/c.md couldn’t be changed: ${NO_PERMISSION}`]],
      ]);
    });

    it('do not hold back the others where the folder cannot be listed', async () => {
      const { write, workspace, files, at, folder, all } = world;
      const a = write('a.md', wonDeal('A'));
      write('README.md', '[A](a.md)\n');
      files.unlistable.add(folder);
      const { done, refused } = told(await archiveDeals(workspace, [a]));
      assert.deepEqual([done, refused], [[[at('archive/a.md'), 'A', []]], []]);
      assert.equal(all()['README.md'], '[A](archive/a.md)\n');
    });
  });

  describe('where a deal is made', () => {
    const home = () => world.workspace.homes.homeOf(world.at('x.md'));

    it('are told: the template that cannot be read', async () => {
      const { write, workspace, files, all } = world;
      const template = write('_template.md', '---\nstage: {{stage}}\n---\n');
      files.unreadable.add(template);
      const before = all();
      const result = await createDeal(workspace, (await home())!, newDeal('Acme'));
      assert.deepEqual(
        { ...result, ...told(result) },
        {
          ...NOTHING_DONE,
          refused: [[template, NO_PERMISSION]],
        },
      );
      assert.deepEqual(all(), before);
    });

    it('are told: the template of which no deal comes', async () => {
      const { write, workspace } = world;
      const template = write('_template.md', '---\nstage: {{stage}}\nowner: "dana\n---\n');
      const { refused } = await createDeal(workspace, (await home())!, newDeal('Acme'));
      assert.deepEqual(
        refused.map(({ file, problem }) => [file, problem.code]),
        [[template, 'invalid-yaml']],
      );
    });

    it('are told: the file that cannot be written', async () => {
      const { workspace, files, at, all } = world;
      files.unwritable.add(at('acme.md'));
      const result = await createDeal(workspace, (await home())!, newDeal('Acme'));
      assert.deepEqual(
        { ...result, ...told(result) },
        {
          ...NOTHING_DONE,
          refused: [[at('acme.md'), PROTECTED]],
        },
      );
      assert.deepEqual(all(), {});
    });
  });

  describe('where a deal follows another', () => {
    it('leave nothing behind: the new one', async () => {
      const { write, workspace, files, at, all } = world;
      const before = write('acme.md', wonDeal('Acme'));
      files.unwritable.add(at('b.md'));
      const result = await createFollowUp(workspace, before, newDeal('B'));
      assert.deepEqual(
        { ...result, ...told(result) },
        {
          ...NOTHING_DONE,
          refused: [[at('b.md'), PROTECTED]],
        },
      );
      assert.deepEqual(all(), { 'acme.md': wonDeal('Acme') });
    });

    it('leave nothing behind: the one before', async () => {
      const { write, workspace, files, all } = world;
      const before = write('acme.md', wonDeal('Acme'));
      files.unwritable.add(before);
      const result = await createFollowUp(workspace, before, newDeal('B'));
      assert.deepEqual(
        { ...result, ...told(result) },
        {
          ...NOTHING_DONE,
          refused: [[before, PROTECTED]],
        },
      );
      assert.deepEqual(all(), { 'acme.md': wonDeal('Acme') });
    });
  });

  describe('where a deal is renamed', () => {
    it('leave it as it was: its file cannot be moved', async () => {
      const { write, workspace, files, all } = world;
      const file = write('a.md', openDeal('A'));
      files.immovable.add(file);
      const result = await renameDeal(workspace, file, 'B', 'b.md');
      assert.deepEqual({ ...result, ...told(result) }, { ...NOTHING_DONE, refused: [[file, PROTECTED]] });
      assert.deepEqual(all(), { 'a.md': openDeal('A') });
    });

    it('leave it as it was: its title cannot be written, which comes first', async () => {
      const { write, workspace, files } = world;
      const file = write('a.md', openDeal('[A]'));
      files.immovable.add(file);
      const { refused } = await renameDeal(workspace, file, 'B', 'b.md');
      assert.deepEqual(
        refused.map(({ problem }) => problem.code),
        ['not-editable'],
      );
    });

    it('come back once they can be read again', async () => {
      const { write, workspace, files, at, all } = world;
      const file = write('a.md', openDeal('A'));
      const update = files.update.bind(files);
      files.update = async (named, planner) => {
        const { written, refused } = await update(named, planner);
        for (const one of written) files.unreadable.add(one.file);
        return { written: [...written], refused: [...refused] };
      };
      const { units, done } = await renameDeal(workspace, file, 'C', 'c.md');
      assert.deepEqual(
        done.map(one => one.file),
        [at('c.md')],
      );
      files.unreadable.clear();
      files.update = update as typeof files.update;
      assert.deepEqual((await undo(files, units)).refused, []);
      assert.deepEqual(all(), { 'a.md': openDeal('A') });
    });

    it('leave it as it was, with all links: its file cannot be written there', async () => {
      const { write, workspace, files, at, all } = world;
      const file = write('a.md', openDeal('A'));
      write('b.md', openDeal('B', '', '[A](a.md)\n'));
      const before = all();
      files.unwritable.add(at('c.md'));
      const result = await renameDeal(workspace, file, 'C', 'c.md');
      assert.deepEqual({ ...result, ...told(result) }, { ...NOTHING_DONE, refused: [[file, PROTECTED]] });
      assert.deepEqual(all(), before);
    });

    it('are told: those with links that cannot follow, and all else is done and taken back', async () => {
      const { write, workspace, files, at, all } = world;
      const file = write('a.md', openDeal('A'));
      files.unwritable.add(write('b.md', openDeal('B', '', '[A](a.md)\n')));
      const before = all();
      const result = await renameDeal(workspace, file, 'C', 'c.md');
      const why = `The links in b.md couldn’t be changed: ${PROTECTED}`;
      assert.deepEqual(told(result), { done: [[at('c.md'), 'A', [why]]], refused: [] });
      assert.deepEqual(result.folders, [world.folder]);
      assert.equal(all()['c.md'], openDeal('C'));
      assert.deepEqual((await undo(files, result.units)).refused, []);
      assert.deepEqual(all(), before);
    });
  });
});
