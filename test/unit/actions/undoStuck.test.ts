import assert from 'node:assert/strict';
import { error, type Problem, type ProblemCode } from '../../../src/core/problem';
import { sentenceOf } from '../../../src/words/sentence';
import { UNWRITABLE } from './support/stubborn';
import { unitsIn } from './support/units';
import { stubbornWorld } from './support/worlds';

describe('units of which a file resists', () => {
  let world: ReturnType<typeof stubbornWorld>;
  beforeEach(() => (world = stubbornWorld()));

  const { changed, created, renamed, write, undone } = unitsIn(() => world);
  const why = sentenceOf(UNWRITABLE);

  it('may be tried once more: a text, a file that was made, a name', async () => {
    write({ 'a.md': 'new', 'b.md': 'new', 'made.md': 'made', 'to.md': 'moved', 'other.md': 'moved' });
    world.files.unwritable.add(world.at('a.md')).add(world.at('made.md'));
    world.files.immovable.add(world.at('to.md'));
    const told = await undone(
      [changed('b.md', 'old', 'new')],
      [changed('a.md', 'old', 'new')],
      [created('made.md', 'made')],
      [renamed('from.md', 'to.md', 'moved')],
      [renamed('fine.md', 'other.md', 'moved')],
    );
    assert.deepEqual(told, {
      done: [0, 4],
      left: [1, 2, 3],
      refused: [
        ['a.md', 'unwritable', why],
        ['made.md', 'unwritable', why],
        ['to.md', 'unwritable', why],
      ],
    });
    assert.deepEqual(world.all(), {
      'a.md': 'new',
      'b.md': 'old',
      'fine.md': 'moved',
      'made.md': 'made',
      'to.md': 'moved',
    });
  });

  it('neither delete nor move the other files of their unit', async () => {
    write({ 'a.md': 'new', 'made.md': 'made', 'to.md': 'moved' });
    world.files.unwritable.add(world.at('a.md'));
    const told = await undone(
      [created('made.md', 'made'), changed('a.md', 'old', 'new')],
      [renamed('from.md', 'to.md', 'moved'), changed('a.md', 'old', 'new')],
    );
    assert.deepEqual([told.done, told.left], [[], [0, 1]]);
    assert.deepEqual(Object.keys(world.all()), ['a.md', 'made.md', 'to.md']);
  });

  for (const [code, mayPass] of [
    ['busy', true],
    ['unwritable', true],
    ['changed-meanwhile', true],
    ['unreadable', true],
    ['not-editable', false],
    ['not-possible', false],
  ] as const satisfies readonly (readonly [ProblemCode, boolean])[]) {
    it(`${mayPass ? 'may' : 'cannot'} be tried once more where it is ${code}`, async () => {
      write({ 'to.md': 'moved' });
      const problem: Problem = error(code, UNWRITABLE.says);
      world.files.rename = async renamings => renamings.map(({ from }) => ({ file: from, problem }));
      const { left, refused } = await undone([renamed('from.md', 'to.md', 'moved')]);
      assert.deepEqual([left, refused], [mayPass ? [0] : [], [['to.md', code, why]]]);
    });
  }
});
