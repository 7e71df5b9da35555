import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Result } from '../../../src/actions/result';
import { tickNamed, tickThese } from '../../../src/actions/todos';
import { undo } from '../../../src/actions/undo';
import { readGood } from '../support/deals';
import { forAllInTime } from '../support/property';
import { sentenceOf } from '../../../src/words/sentence';
import { memoryWorld, onAllFiles, openDeal } from './support/worlds';

const reasons = ({ refused }: Result) => refused.map(({ problem }) => sentenceOf(problem));
const NOTES =
  'Notes.\r\n\n* [ ] 2026-03-04 Legal review @buyer\n* [ ] 2026-03-01 Call R. Lee\n* [ ] 2026-03-09 Call back\n';
const text = openDeal('A', '', NOTES);

onAllFiles('a to-do that is ticked', world => {
  it('is one changed line, which undo restores', async () => {
    const { write, workspace, all } = world();
    const file = write('a.md', text);
    const result = await tickNamed(workspace, [file], 'legal');
    assert.deepEqual(all(), { 'a.md': text.replace('[ ] 2026-03-04', '[x] 2026-03-04') });
    assert.deepEqual(
      result.done.map(({ plan }) => [plan.title, plan.todos.map(({ what }) => what)]),
      [['A', ['Legal review']]],
    );
    await undo(workspace.files, result.units);
    assert.deepEqual(all(), { 'a.md': text });
  });

  it('may be one of several, in several deals', async () => {
    const { write, workspace, all } = world();
    const { todos = [] } = readGood(text).deal;
    const files = [write('a.md', text), write('b.md', text)];
    const result = await tickThese(
      workspace,
      new Map([
        [files[0]!, todos],
        [files[1]!, [todos[0]!]],
      ]),
    );
    assert.equal(result.refused.length, 0);
    assert.deepEqual(all(), {
      'a.md': text.replaceAll('[ ]', '[x]'),
      'b.md': text.replace('[ ] 2026-03-01', '[x] 2026-03-01'),
    });
  });

  it('is meant by all its words, though others begin so; two that say the same are one as good as the other', async () => {
    const { write, workspace } = world();
    const alike = write(
      'alike.md',
      openDeal(
        'B',
        '',
        '- [ ] 2026-03-01 Call\n- [ ] 2026-03-02 Call back\n- [ ] 2026-03-03 Ask\n- [ ] 2026-03-03 Ask\n',
      ),
    );
    for (const typed of ['call', 'ask']) {
      const { refused, done } = await tickNamed(workspace, [alike], typed);
      assert.deepEqual([refused, done[0]?.plan.todos.length], [[], 1], typed);
    }
  });

  it('is not guessed, and none is ticked where one is gone', async () => {
    const { write, workspace, all } = world();
    const file = write('a.md', text);
    assert.deepEqual(reasons(await tickNamed(workspace, [file], 'call')), [
      '“call” may be any of these: “2026-03-01 Call R. Lee”, “2026-03-09 Call back”. Write more of the one you mean, or its date.',
    ]);
    assert.deepEqual(reasons(await tickNamed(workspace, [file], 'nothing')), [
      'No open to-do of this deal says “nothing”. Open: “2026-03-01 Call R. Lee”, “2026-03-04 Legal review @buyer”, “2026-03-09 Call back”.',
    ]);
    const gone = { ...readGood(text).deal.todos![0]!, what: 'Call Lee' };
    const two = new Map([[file, [readGood(text).deal.todos![1]!, gone]]]);
    assert.match(
      reasons(await tickThese(workspace, two))[0]!,
      /^“2026-03-04 Legal review @buyer”, “2026-03-01 Call Lee” is done already/,
    );
    assert.deepEqual(all(), { 'a.md': text });
  });
});

describe('ticking by what a to-do says', () => {
  const what = fc.constantFrom('Call', 'Call back', 'call', 'Legal review', 'Ask');
  const notes = fc.array(fc.record({ what, day: fc.constantFrom('2026-03-01', '2026-03-04') }), {
    maxLength: 6,
  });

  it('changes at most one line, and undo restores every byte', () =>
    forAllInTime(fc.tuple(notes, what), async ([lines, typed]) => {
      const { write, workspace, all } = memoryWorld();
      const before = openDeal('A', '', lines.map(one => `- [ ] ${one.day} ${one.what}\r\n`).join(''));
      const result = await tickNamed(workspace, [write('a.md', before)], typed);
      const after = all()['a.md']!.split('\n');
      const changed = before.split('\n').filter((line, at) => line !== after[at]);
      assert.equal(changed.length, result.done.length);
      for (const line of changed) assert.ok(line.toLowerCase().includes(typed.toLowerCase()), line);
      await undo(workspace.files, result.units);
      assert.equal(all()['a.md'], before);
    }));
});
