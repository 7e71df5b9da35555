import assert from 'node:assert/strict';
import { shiftEdits } from '../../../src/core/textEdit';
import { unitsIn } from './support/units';
import { stubbornWorld } from './support/worlds';

const MARK = '\uFEFF';

describe('units that are taken back', () => {
  let world: ReturnType<typeof stubbornWorld>;
  beforeEach(() => (world = stubbornWorld()));

  const { changed, created, renamed, write, undone } = unitsIn(() => world);

  const ALL_DONE = { refused: [], left: [] };
  const SINCE = 'It has changed since, so it was left as it is.';
  const NOT_DELETED = 'It has changed since, so it wasn’t deleted.';

  describe('where all is as the action left it', () => {
    it('leave each file as it was, by the name that it had', async () => {
      write({ 'a.md': 'new', 'made.md': 'made', 'to.md': 'moved', 'both.md': 'end' });
      const told = await undone(
        [changed('a.md', 'old', 'new')],
        [created('made.md', 'made')],
        [renamed('from.md', 'to.md', 'moved')],
        [renamed('begin.md', 'both.md', 'end'), changed('both.md', 'begin', 'end')],
      );
      assert.deepEqual(told, { ...ALL_DONE, done: [0, 1, 2, 3] });
      assert.deepEqual(world.all(), { 'a.md': 'old', 'begin.md': 'begin', 'from.md': 'moved' });
    });

    it('keep the byte order mark that is on disk, be it in the record or not', async () => {
      const edits = [{ start: 0, end: 3, text: 'new' }];
      write({ 'a.md': `${MARK}new`, 'b.md': 'new', 'c.md': `${MARK}new`, 'd.md': `${MARK}new` });
      const unit = [
        changed('a.md', 'old', 'new'),
        changed('b.md', `${MARK}old`, `${MARK}new`),
        { ...changed('c.md', 'old', 'new'), edits },
        {
          ...changed('d.md', `${MARK}old`, `${MARK}new`),
          edits: [{ start: 1, end: 4, text: 'new' }],
        },
      ];
      assert.deepEqual((await undone(unit)).refused, []);
      const old = `${MARK}old`;
      assert.deepEqual(world.all(), { 'a.md': old, 'b.md': 'old', 'c.md': old, 'd.md': old });
    });

    it('are written by the edits that were made, which an editor shows place by place', async () => {
      const edits = [
        { start: 2, end: 5, text: 'TWO' },
        { start: 8, end: 12, text: 'FOUR' },
      ];
      const [before, after] = ['1 two 3 four', '1 TWO 3 FOUR'];
      const back = [
        { start: 2, end: 5, text: 'two' },
        { start: 8, end: 12, text: 'four' },
      ];
      write({ 'a.md': MARK + after, 'b.md': after, 'begun.md': before });
      const planned: unknown[] = [];
      const { files } = world;
      const update = files.update.bind(files);
      files.update = async (named, planner) => {
        const { written, refused } = await update(named, planner);
        planned.push(...written.map(({ plan }) => plan.edited.edits));
        return { written: [...written], refused: [...refused] };
      };
      await undone(
        [{ ...changed('a.md', before, after), edits }],
        [{ ...changed('b.md', MARK + before, MARK + after), edits: shiftEdits(edits, 1) }],
        [{ ...changed('begun.md', before, after), edits }],
      );
      assert.deepEqual(planned, [shiftEdits(back, 1), back, []]);
      assert.deepEqual(world.all(), { 'a.md': MARK + before, 'b.md': before, 'begun.md': before });
    });
  });

  describe('where all is as it was already', () => {
    it('are done, and nothing is told', async () => {
      write({ 'a.md': 'old', 'from.md': 'begin', 'other.md': 'old' });
      const told = await undone(
        [changed('a.md', 'old', 'new')],
        [created('made.md', 'made')],
        [
          renamed('from.md', 'to.md', 'end'),
          changed('to.md', 'begin', 'end'),
          changed('other.md', 'old', 'new'),
        ],
      );
      assert.deepEqual(told, { ...ALL_DONE, done: [0, 1, 2] });
      assert.deepEqual(world.all(), { 'a.md': 'old', 'from.md': 'begin', 'other.md': 'old' });
    });

    for (const [what, texts, unit] of [
      [
        'one of two files is not',
        { 'from.md': 'old', 'b.md': 'mine' },
        () => [renamed('from.md', 'to.md', 'old'), changed('b.md', 'old', 'new')],
      ],
      [
        'what was moved back was written in',
        { 'from.md': 'mine' },
        () => [renamed('from.md', 'to.md', 'end'), changed('to.md', 'begin', 'end')],
      ],
      ['what was moved is nowhere', {}, () => [renamed('from.md', 'to.md', 'end')]],
      [
        'what was made is there and what was changed is gone',
        { 'made.md': 'made' },
        () => [created('made.md', 'made'), changed('gone.md', 'old', 'new')],
      ],
    ] as const) {
      it(`are not, where ${what}`, async () => {
        write(texts);
        const { done, refused } = await undone(unit());
        assert.deepEqual(done, []);
        assert.notEqual(refused.length, 0);
        assert.deepEqual(world.all(), texts);
      });
    }

    it('are finished where they were only begun', async () => {
      write({ 'a.md': 'old', 'b.md': 'new', 'to.md': 'begin' });
      const told = await undone([
        changed('a.md', 'old', 'new'),
        changed('b.md', 'old', 'new'),
        renamed('from.md', 'to.md', 'end'),
        changed('to.md', 'begin', 'end'),
      ]);
      assert.deepEqual([told.refused, told.done], [[], [0]]);
      assert.deepEqual(world.all(), { 'a.md': 'old', 'b.md': 'old', 'from.md': 'begin' });
    });
  });

  describe('where somebody has written in a file since', () => {
    it('are left with all their files, each that is in the way being told once', async () => {
      write({ 'a.md': 'mine', 'b.md': 'new', 'made.md': 'mine', 'to.md': 'mine' });
      const before = world.all();
      const told = await undone(
        [changed('a.md', 'old', 'new'), changed('b.md', 'old', 'new')],
        [created('made.md', 'made')],
        [renamed('from.md', 'to.md', 'end'), changed('to.md', 'begin', 'end')],
        [changed('gone.md', 'old', 'new')],
      );
      assert.deepEqual(told, {
        done: [],
        left: [],
        refused: [
          ['a.md', 'not-editable', SINCE],
          ['made.md', 'not-editable', NOT_DELETED],
          ['to.md', 'not-editable', SINCE],
          ['gone.md', 'unreadable', 'This file can’t be read: it, or what it links to, doesn’t exist.'],
        ],
      });
      assert.deepEqual(world.all(), before);
    });

    it('are told of the name that is taken', async () => {
      write({ 'from.md': 'mine', 'to.md': 'end', 'b.md': 'new' });
      const before = world.all();
      const { refused } = await undone([
        renamed('from.md', 'to.md', 'end'),
        changed('to.md', 'begin', 'end'),
        changed('b.md', 'old', 'new'),
      ]);
      assert.deepEqual(world.all(), before);
      const why = 'A file “from.md” already exists. Nothing was changed.';
      assert.deepEqual(refused, [['to.md', 'not-possible', why]]);
    });

    it('do not hold back what was made and changed by others', async () => {
      write({ 'a.md': 'mine', 'b.md': 'new' });
      const told = await undone([changed('a.md', 'old', 'new')], [changed('b.md', 'old', 'new')]);
      assert.deepEqual(told.done, [1]);
      assert.deepEqual(world.all(), { 'a.md': 'mine', 'b.md': 'old' });
    });

    it('are told where it happens while they are taken back', async () => {
      write({ 'a.md': 'new' });
      const { files } = world;
      const read = files.read.bind(files);
      files.read = async file => {
        const now = await read(file);
        world.write('a.md', 'mine');
        return now;
      };
      assert.deepEqual(await undone([changed('a.md', 'old', 'new')]), {
        done: [],
        left: [],
        refused: [['a.md', 'not-editable', SINCE]],
      });
      assert.deepEqual(world.all(), { 'a.md': 'mine' });
    });
  });
});
