import assert from 'node:assert/strict';
import fc from 'fast-check';
import { diagnose } from '../../../../src/core/deal/fixes/fixes';
import { tickTodos, type Todo } from '../../../../src/core/deal/todos';
import { makeProcess } from '../../../../src/core/process/process';
import { applyEdits } from '../../../../src/core/textEdit';
import { file, readGood } from '../../support/deals';
import { TODAY } from '../../support/edits';
import { forAll } from '../../support/property';
import { sentenceOf } from '../../../../src/words/sentence';

const process = makeProcess({
  stages: { proposal: { exitCriteria: [{ id: 'presented', text: 'We presented it' }] } },
});
const HEAD = 'title: Acme\nstage: proposal';
const todosOf = (body: string) => readGood(file(HEAD, body), process).deal.todos ?? [];
const said = (body: string) =>
  todosOf(body).map(({ on, what, who }) => [on, what, ...(who ? [`@${who}`] : [])].join(' '));

describe('a to-do in the notes', () => {
  for (const [what, body, expected] of [
    ['is an open task with a day', '- [ ] 2026-12-04 Legal review', '2026-12-04 Legal review'],
    ['says who is to do it', '- [ ] 2026-12-04 Legal review @buyer', '2026-12-04 Legal review @buyer'],
    [
      'may name somebody in what it says',
      '- [ ] 2026-12-04 Ask @dana for it',
      '2026-12-04 Ask @dana for it @dana',
    ],
    [
      'may have a mail address, which is nobody',
      '- [ ] 2026-12-04 Mail r@x.example',
      '2026-12-04 Mail r@x.example',
    ],
    ['may be in any list', '1. Plan\n   * [ ] 2026-12-04: **Legal** review', '2026-12-04 **Legal** review'],
    ['may have its day as the log does', '+ [ ] [[2026-12-04]] – Call', '2026-12-04 Call'],
    ['may have a day of people', '- [ ] 4.12.2026 Call', '2026-12-04 Call'],
    ['may say no more than its day', '- [ ] 2026-12-04', '2026-12-04 '],
    ['may be under any other heading', '## Proposal\n\n- [ ] 2026-12-04 Call', '2026-12-04 Call'],
    [
      'may be below the checklist of a stage',
      '## Proposal\n- [ ] We presented it\n## To do\n- [ ] 2026-12-04 Call',
      '2026-12-04 Call',
    ],
  ] as const)
    it(what, () => assert.deepEqual(said(`Notes.\n\n${body}\n`), [expected]));

  for (const [what, body] of [
    ['that is ticked is done', '- [x] 2026-12-04 Call'],
    ['without a day is none', '- [ ] Call on 2026-12-04'],
    ['that may have one of two days is none', '- [ ] 4/12/2026 Call'],
    ['in a block of code is none', '```\n- [ ] 2026-12-04 Call\n```'],
    ['in a comment is none', '<!--\n- [ ] 2026-12-04 Call\n-->'],
    ['in a quote is none', '> - [ ] 2026-12-04 Call'],
    ['in the checklist of a stage is none', '## Proposal\n- [x] We presented it\n- [ ] 2026-12-04 Call'],
  ] as const)
    it(what, () => assert.deepEqual(said(`Notes.\n\n${body}\n`), []));

  it('is known by its line, the earliest day first', () => {
    assert.deepEqual(todosOf('- [ ] 2026-12-04 B\n- [ ] 2026-12-01 A\n- [ ] 2026-12-04 C @x\n'), [
      { on: '2026-12-01', what: 'A', who: undefined, line: 6 },
      { on: '2026-12-04', what: 'B', who: undefined, line: 5 },
      { on: '2026-12-04', what: 'C', who: 'x', line: 7 },
    ]);
  });

  it('on a day that does not exist is told at its place', () => {
    const { deal, problems } = readGood(file(HEAD, 'Notes.\n\n- [ ] 2026-02-30 Call\n'), process);
    assert.equal(deal.todos, undefined);
    assert.deepEqual(
      problems.map(({ code, line, column, end, ...problem }) => [
        ...[code, line, column, end!.column],
        sentenceOf(problem as never),
      ]),
      [
        [
          ...['invalid-todo-date', 7, 7, 17],
          'There is no day 2026-02-30, so this to-do stands under no day. Correct its date.',
        ],
      ],
    );
    assert.deepEqual(readGood(file(HEAD, '- [x] 2026-02-30 Call\n'), process).problems, []);
  });

  it('on a day that may be one of two is told at its place', () => {
    const { deal, problems } = readGood(file(HEAD, 'Notes.\n\n- [ ] 4/12/2026 Call\n'), process);
    assert.equal(deal.todos, undefined);
    assert.deepEqual(
      problems.map(({ code, line, column, end }) => [code, line, column, end!.column]),
      [['invalid-todo-date', 7, 7, 16]],
    );
    assert.deepEqual(problems[0]!.meant, ['2026-12-04', '2026-04-12']);
    assert.equal(
      sentenceOf(problems[0]!),
      'The day of this to-do, 4/12/2026, may be 2026-12-04 or 2026-04-12, so it stands under no day. Write the one you mean.',
    );
    for (const none of [
      '- [x] 4/12/2026 Call',
      '- [ ] 1.2.10 is out',
      '- [ ] 3/4 of them',
      '- [ ] 10-12 chairs',
    ])
      assert.deepEqual(readGood(file(HEAD, `${none}\n`), process).problems, []);
  });
});

/** What is offered for the day of a to-do: its line with each, and which of them is the one to prefer. */
function offered(line: string, today = TODAY) {
  const text = file(HEAD, `Notes.\n\n${line}\n- [ ] 2026-12-04 Call\n`);
  const { problems, fixesOf } = diagnose({ path: 'a.md', text, process, today, alike: [] });
  const [problem, ...more] = problems.filter(({ code }) => code === 'invalid-todo-date');
  assert.ok(problem && !more.length);
  return fixesOf(problem).map(({ edits, isPreferred, isSafe }) => {
    const after = applyEdits(text, edits);
    const left = diagnose({ path: 'a.md', text: after, process, today, alike: [] }).problems;
    assert.ok(!left.some(({ code }) => code === 'invalid-todo-date'));
    assert.equal(isSafe, false, 'a day is never guessed unasked');
    const [before, now] = [text, after].map(one => one.split('\n'));
    assert.deepEqual(now!.toSpliced(6, 1), before!.toSpliced(6, 1));
    return `${now![6]}${isPreferred ? ' ←' : ''}`;
  });
}

describe('a to-do on a day that does not exist, or is not clear', () => {
  for (const [line, expected] of [
    ['- [ ] 2026-02-30 Call', ['- [ ] 2026-02-28 Call ←']],
    // Still to come, which no day of the log may be.
    ['  * [ ] 2027-11-31: Legal review @buyer', ['  * [ ] 2027-11-30: Legal review @buyer ←']],
    ['1. [ ] [[2026-13-04]] Call', ['1. [ ] [[2026-04-13]] Call ←']],
    ['- [ ] 31.11.2026 Call on 1.2.2027', ['- [ ] 2026-11-30 Call on 1.2.2027 ←']],
    ['- [ ] 2026-13-32 Call', []],
    // It may be one of two, of which nobody guesses.
    ['- [ ] 4/12/2026 Call', ['- [ ] 2026-12-04 Call', '- [ ] 2026-04-12 Call']],
    ['* [ ] 4.12.26: Legal review @buyer', ['* [ ] 2026-12-04: Legal review @buyer ←']],
  ] as const)
    it(`may be on one that does: ${line}`, () => assert.deepEqual(offered(line), expected));
});

const bullet = fc.constantFrom('- ', '* ', '1. ', '-   ', '  - ');
const words = fc.constantFrom(
  'Call',
  'Legal review @buyer',
  'Ask @dana',
  '',
  'Übergabe 😀 am Tor',
  '`x` <b>y</b>',
);
const line = fc.oneof(
  fc
    .record({
      bullet,
      words,
      day: fc.constantFrom('2026-12-04', '2026-12-05', '2026-02-30'),
      box: fc.constantFrom(' ', 'x'),
    })
    .map(one => `${one.bullet}[${one.box}] ${one.day} ${one.words}`),
  fc.constantFrom(
    '',
    '## Proposal',
    '- [ ] We presented it',
    '```',
    '> quoted',
    'Notes.',
    '## Log',
    '- 2026-11-01 call',
    '\t- x',
  ),
);
const notes = fc
  .record({ lines: fc.array(line, { maxLength: 12 }), end: fc.constantFrom('\n', '\r\n') })
  .map(({ lines, end }) => file(HEAD.replaceAll('\n', '\n'), lines.map(one => one + end).join('')));

describe('ticking a to-do', () => {
  it('changes one line by one character, after which it is open no more, and all others are', () => {
    forAll(fc.tuple(notes, fc.nat()), ([text, which]) => {
      const { todos = [] } = readGood(text, process).deal;
      const meant = todos[which % todos.length];
      if (!meant) return;
      const after = applyEdits(text, tickTodos(text, process, [meant])!);
      const [before, now] = [text.split('\n'), after.split('\n')];
      const changed = now.flatMap((one, at) => (one === before[at] ? [] : [at + 1]));
      assert.deepEqual([now.length, changed], [before.length, [meant.line]]);
      assert.equal(now[meant.line - 1], before[meant.line - 1]!.replace('[ ]', '[x]'));
      const left = readGood(after, process).deal.todos ?? [];
      assert.deepEqual(
        left,
        todos.filter(one => one !== meant),
      );
    });
  });

  it('finds it where lines have moved, and the nearest of several that say the same', () => {
    const [first, second] = todosOf('- [ ] 2026-12-04 Call\n- [ ] 2026-12-04 Call\n') as [Todo, Todo];
    const text = file(HEAD, 'New.\n\n- [ ] 2026-12-04 Call\n- [ ] 2026-12-04 Call\n');
    const ticked = (...todos: Todo[]) => applyEdits(text, tickTodos(text, process, todos)!);
    assert.match(ticked(first), /- \[x\] 2026-12-04 Call\n- \[ \] 2026-12-04 Call\n$/);
    assert.match(ticked({ ...second, line: 9 }), /- \[ \] 2026-12-04 Call\n- \[x\] 2026-12-04 Call\n$/);
    assert.match(ticked(first, second), /- \[x\] 2026-12-04 Call\n- \[x\] 2026-12-04 Call\n$/);
  });

  it('does nothing where it is not there any more, or done', () => {
    const [todo] = todosOf('- [ ] 2026-12-04 Call\n') as [Todo];
    for (const body of ['- [x] 2026-12-04 Call\n', '- [ ] 2026-12-05 Call\n', ''])
      assert.equal(tickTodos(file(HEAD, body), process, [todo]), undefined);
  });
});
