import assert from 'node:assert/strict';
import type { FrontMatterChange } from '../../../../../src/core/frontMatter/edit/change';
import { editFrontMatter } from '../../../../../src/core/frontMatter/edit/editFrontMatter';
import { applyEdits, invertEdits } from '../../../../../src/core/textEdit';
import { cpuTime } from '../../../support/cpuTime';
import { file } from '../../../support/deals';
import { dataIn } from '../../../support/edits';
import { sentenceOf } from '../../../../../src/words/sentence';

function edited(text: string, change: FrontMatterChange): string {
  const result = editFrontMatter(text, change);
  assert.ok(result.ok, `${JSON.stringify(text)}: ${JSON.stringify(result)}`);
  assert.equal(applyEdits(text, result.edits), result.text);
  assert.equal(applyEdits(result.text, invertEdits(text, result.edits)), text);
  return result.text;
}

function refusal(text: string, change: FrontMatterChange) {
  const result = editFrontMatter(text, change);
  assert.ok(!result.ok, `${JSON.stringify(text)} became ${JSON.stringify(result)}`);
  return result.problem;
}

const item = { on: '2026-11-20', stage: 'closing' };

/** Each case: the front matter before, and after. */
type Cases = readonly (readonly [name: string, before: string, after: string])[];

function itEdits(change: FrontMatterChange, cases: Cases): void {
  for (const [name, before, after] of cases) {
    it(name, () => {
      assert.equal(edited(file(before), change), file(after));
      const crlf = (text: string) => file(text).replaceAll('\n', '\r\n');
      assert.equal(edited(crlf(before), change), crlf(after), 'with CRLF');
      assert.equal(edited(`\uFEFF${file(before)}`, change), `\uFEFF${file(after)}`, 'with a byte order mark');
      assert.equal(
        edited(file(before, '').trimEnd(), change),
        file(after, '').trimEnd(),
        'without a last line end',
      );
    });
  }
}

describe('a value is replaced', () => {
  itEdits({ set: { stage: 'closing' } }, [
    ['plain', 'stage: proposal', 'stage: closing'],
    ['in double quotes', 'stage: "proposal"', 'stage: "closing"'],
    ['in single quotes', "stage: 'proposal'", "stage: 'closing'"],
    ['before a comment', 'stage: proposal\t # stage: x', 'stage: closing\t # stage: x'],
    ['behind several blanks', 'stage :   proposal  ', 'stage :   closing  '],
    ['of a quoted key', '"stage": proposal', '"stage": closing'],
    ['of an explicit key', '? stage\n: proposal\na: b', '? stage\n: closing\na: b'],
    ['behind a tag', 'stage: !!str proposal # c', 'stage: !!str closing # c'],
    ['behind a tag that it does not suit', 'stage: !!int 7 # c', 'stage: closing # c'],
    ['behind a tag of somebody’s own', 'stage: !step proposal', 'stage: !step closing'],
    ['behind an anchor that nobody uses', 'stage: &s proposal', 'stage: &s closing'],
    ['that is an alias', 'a: &s proposal\nstage: *s # c', 'a: &s proposal\nstage: closing # c'],
    ['on the line below its key', 'stage:\n  proposal\na: b', 'stage:\n  closing\na: b'],
    ['over two lines', 'stage: needs\n  analysis\na: b', 'stage: closing\na: b'],
    ['over two lines in quotes', 'stage: "needs\n  analysis" # c\na: b', 'stage: "closing" # c\na: b'],
    ['that is a block', 'stage: |\n  proposal\na: b', 'stage: closing\na: b'],
    [
      'that is a folded block with a comment',
      'stage: >- # c\n  proposal\n\n# d\na: b',
      'stage: closing # c\n\n# d\na: b',
    ],
    ['that is a block at the end', 'a: b\nstage: |-\n  proposal', 'a: b\nstage: closing'],
    ['that is missing', 'stage:\na: b', 'stage: closing\na: b'],
    ['that is missing before a comment', 'stage: # c\na: b', 'stage: closing # c\na: b'],
    ['that is missing in braces', '{stage, a: b}', '{stage: closing, a: b}'],
    ['that is missing with its colon', '? stage\na: b', '? stage\n: closing\na: b'],
    ['of a key that is merged in', 'a: &a {stage: x}\n<<: *a', 'a: &a {stage: x}\n<<: *a\nstage: closing'],
    ['that is missing behind a tag', 'stage: !!str\na: b', 'stage: !!str closing\na: b'],
    ['that is null', 'stage: ~\na: b', 'stage: closing\na: b'],
    ['that is an empty text', 'stage: ""', 'stage: "closing"'],
    ['that is a number', 'stage: 3', 'stage: closing'],
    [
      'of the top level only',
      'a:\n  stage: x\nstage: proposal\nb: {stage: y}',
      'a:\n  stage: x\nstage: closing\nb: {stage: y}',
    ],
    [
      'of a key, not of a word in a block',
      'a: |\n  stage: x\nstage: proposal',
      'a: |\n  stage: x\nstage: closing',
    ],
    ['in braces', '{stage: proposal, a: b}', '{stage: closing, a: b}'],
    ['in braces, as JSON', '{"stage":"proposal","a":1}', '{"stage":"closing","a":1}'],
    ['where all keys stand in', '  a: b\n  stage: proposal', '  a: b\n  stage: closing'],
    [
      'among keys named like what every object inherits',
      '__proto__: {a: 1}\nconstructor: b\nstage: a',
      '__proto__: {a: 1}\nconstructor: b\nstage: closing',
    ],
    [
      'beside a value that contains itself',
      'stage: proposal\na: &a [*a, &b {c: *b}]',
      'stage: closing\na: &a [*a, &b {c: *b}]',
    ],
    [
      'beside hundreds of aliases of one anchor',
      `stage: proposal\na: &a x\nb: [${Array<string>(300).fill('*a').join(', ')}]`,
      `stage: closing\na: &a x\nb: [${Array<string>(300).fill('*a').join(', ')}]`,
    ],
    [
      'beside aliases and merged keys',
      'a: &a {x: 1}\nb: {<<: *a, c: *a}\nstage: x',
      'a: &a {x: 1}\nb: {<<: *a, c: *a}\nstage: closing',
    ],
  ]);
});

describe('a new key goes where people write it', () => {
  itEdits({ set: { status: 'won' } }, [
    [
      'behind the stage',
      'title: A\nstage: closing # c\nvalue: 5',
      'title: A\nstage: closing # c\nstatus: won\nvalue: 5',
    ],
    ['behind a block', 'stage: |\n  closing\n\nvalue: 5', 'stage: |\n  closing\nstatus: won\n\nvalue: 5'],
    ['behind the owner if there is no stage', 'owner: dana\nvalue: 5', 'owner: dana\nstatus: won\nvalue: 5'],
    ['at the end if there is nothing to go by', 'x: 1\n# end', 'x: 1\n# end\nstatus: won'],
    ['as far in as the others', '  stage: closing\n  x: 1', '  stage: closing\n  status: won\n  x: 1'],
    ['in braces', '{stage: closing, a: [b] }', '{stage: closing, a: [b], status: won }'],
    ['in braces behind a comma', '{\n  stage: closing, # c\n}', '{\n  stage: closing, status: won, # c\n}'],
    ['alone', '# nothing yet', '# nothing yet\nstatus: won'],
    ['in braces that are empty', '{}', '{status: won}'],
    ['in the quotes of JSON', '{"stage":"closing","a":1}', '{"stage":"closing","a":1, "status": "won"}'],
    ['before what people write behind it', 'x: 1\n# c\nvalue: 5', 'x: 1\nstatus: won\n# c\nvalue: 5'],
    ['below a comment on the whole file', '# deal\nvalue: 5', '# deal\nstatus: won\nvalue: 5'],
    [
      'below the comments of the key before it',
      'stage: closing\n   # so they say\n# next\nx: 1',
      'stage: closing\n   # so they say\nstatus: won\n# next\nx: 1',
    ],
  ]);

  it('in an empty front matter, with its line ends', () => {
    const change = { set: { status: 'won' }, append: { tags: 'new' } };
    assert.equal(edited('---\n---\nbody', change), '---\nstatus: won\ntags:\n  - new\n---\nbody');
    assert.equal(
      edited('---\r\n---\r\nbody', change),
      '---\r\nstatus: won\r\ntags:\r\n  - new\r\n---\r\nbody',
    );
  });

  for (const [what, before, after] of [
    [
      'below a comment that belongs to the item above it',
      'tags:\n  - a\n  # of a\n# the history\nhistory: []',
      'tags:\n  - a\n  # of a\npo_number: 7\n# the history\nhistory: []',
    ],
    [
      'above the comments of the key that it is put before',
      'title: Acme\n# one\n# two\nhistory: []',
      'title: Acme\npo_number: 7\n# one\n# two\nhistory: []',
    ],
    [
      'below a comment that stands in deeper, also where another follows',
      'contacts:\n  - name: Lee\n    # of Lee\n  # of the list\nhistory: []',
      'contacts:\n  - name: Lee\n    # of Lee\n  # of the list\npo_number: 7\nhistory: []',
    ],
    [
      'below a comment that belongs to the item above it, with a blank line between',
      'tags:\n  - a\n\n  # of a\nhistory: []',
      'tags:\n  - a\n\n  # of a\npo_number: 7\nhistory: []',
    ],
    [
      'below a comment that stands in deeper, among others',
      'tags: [a]\n# one\n  # of one\n# two\nhistory: []',
      'tags: [a]\n# one\n  # of one\npo_number: 7\n# two\nhistory: []',
    ],
    [
      'below a blank line, above the comments',
      'title: Acme\n\n# one\nhistory: []',
      'title: Acme\n\npo_number: 7\n# one\nhistory: []',
    ],
    [
      'below a comment on the line of a key',
      'title: Acme # ours\nhistory: []',
      'title: Acme # ours\npo_number: 7\nhistory: []',
    ],
  ] as const) {
    it(what, () => assert.equal(edited(file(before), { set: { po_number: 7 } }), file(after)));
  }

  it('of any name, the deal’s own keys before the others and the history last', () => {
    const change = { set: { 'a: b': 1, on: 'x', '42': true, owner: 'dana' }, append: { checks: 'budget' } };
    assert.equal(
      edited(file('title: Acme\nhistory: []'), change),
      file("title: Acme\nowner: dana\nchecks:\n  - budget\n'42': true\n'a: b': 1\non: x\nhistory: []"),
    );
  });

  it('in the order of a deal’s keys, several at once', () => {
    const change = { set: { closed_on: '2026-11-20', status: 'lost', lost_reason: 'price' } };
    assert.equal(
      edited(file('stage: closing\nclose_date: 2026-12-18\ntags: []'), change),
      file(
        'stage: closing\nstatus: lost\nlost_reason: price\nclose_date: 2026-12-18\nclosed_on: 2026-11-20\ntags: []',
      ),
    );
  });

  it('with the line end of its neighbour in a file that mixes them', () => {
    assert.equal(
      edited('---\na: 1\r\nstage: closing\r\nb: 2\n---\n', { set: { status: 'won' } }),
      '---\na: 1\r\nstage: closing\r\nstatus: won\r\nb: 2\n---\n',
    );
  });
});

describe('an item is put between those of a list', () => {
  const placed = (at: number) => ({ at, item: { on: 'z', stage: 'x' } });
  const insert = { history: [placed(0), placed(1), placed(1), placed(7)] };
  itEdits({ insert }, [
    [
      'on its own line, above the comments that are about the next',
      'history: # all\n  # first\n  - {on: a}\n    # still a\n  # second\n  - {on: b}\nx: 1',
      'history: # all\n  # first\n  - {on: z, stage: x}\n  - {on: a}\n    # still a\n  - {on: z, stage: x}\n  - {on: z, stage: x}\n  # second\n  - {on: b}\n  - {on: z, stage: x}\nx: 1',
    ],
    [
      'of blocks',
      'history:\n- on: a\n  stage: b\n- on: c\n',
      'history:\n- on: z\n  stage: x\n- on: a\n  stage: b\n- on: z\n  stage: x\n- on: z\n  stage: x\n- on: c\n- on: z\n  stage: x\n',
    ],
    [
      'in brackets',
      'history: [{on: a}, {on: b}]',
      'history: [{on: z, stage: x}, {on: a}, {on: z, stage: x}, {on: z, stage: x}, {on: b}, {on: z, stage: x}]',
    ],
    [
      'in brackets over several lines',
      'history: [\n    {on: a}, # c\n    {on: b}\n  ]',
      'history: [\n    {on: z, stage: x},\n    {on: a}, # c\n    {on: z, stage: x},\n    {on: z, stage: x},\n    {on: b},\n    {on: z, stage: x}\n  ]',
    ],
    ['of one that is not there yet', 'x: 1', `x: 1\nhistory:${'\n  - {on: z, stage: x}'.repeat(4)}`],
  ]);
});

describe('an item is added to a list', () => {
  const added = '{on: 2026-11-20, stage: closing}';
  itEdits({ append: { history: item } }, [
    [
      'of items in braces',
      'history:\n  - {on: a, stage: b}\nx: 1',
      `history:\n  - {on: a, stage: b}\n  - ${added}\nx: 1`,
    ],
    [
      'with padded braces',
      'history:\n  -  { on: a }',
      `history:\n  - ${' '}{ on: a }\n  -  { on: 2026-11-20, stage: closing }`,
    ],
    ['that does not stand in', 'history:\n- {on: a}\nx: 1', `history:\n- {on: a}\n- ${added}\nx: 1`],
    [
      'of blocks',
      'history:\n  - on: a\n    stage: b\nx: 1',
      'history:\n  - on: a\n    stage: b\n  - on: 2026-11-20\n    stage: closing\nx: 1',
    ],
    [
      'of blocks with a wide gap',
      'history:\n-   on: a\n    stage: b',
      'history:\n-   on: a\n    stage: b\n-   on: 2026-11-20\n    stage: closing',
    ],
    [
      'in the quotes of its items',
      `history:\n  - {on: '1', stage: "b"}`,
      `history:\n  - {on: '1', stage: "b"}\n  - {on: '2026-11-20', stage: "closing"}`,
    ],
    [
      'before a comment below it',
      'history:\n  - {on: a}\n# end',
      `history:\n  - {on: a}\n  - ${added}\n# end`,
    ],
    [
      'behind a comment of its last item',
      'history:\n  - {on: a} # b\n    # c\n# end',
      `history:\n  - {on: a} # b\n    # c\n  - ${added}\n# end`,
    ],
    [
      'before the blank lines below it',
      'history:\n  - {on: a}\n\nx: 1',
      `history:\n  - {on: a}\n  - ${added}\n\nx: 1`,
    ],
    [
      'whose last item is an alias',
      'history:\n  - &a {on: a}\n  - *a',
      `history:\n  - &a {on: a}\n  - *a\n  - ${added}`,
    ],
    ['whose last item is empty', 'history:\n  - {on: a}\n  -', `history:\n  - {on: a}\n  -\n  - ${added}`],
    [
      'whose last item ends with a block',
      'history:\n  - on: a\n    x: |\n      b\n\n# c',
      'history:\n  - on: a\n    x: |\n      b\n  - on: 2026-11-20\n    stage: closing\n\n# c',
    ],
    ['on one line', 'history: [{on: a}] # c', `history: [{on: a}, ${added}] # c`],
    ['on one line with a last comma', 'history: [ {on: a}, ]', `history: [ {on: a}, ${added} ]`],
    [
      'on several lines',
      'history: [\n    {on: a} # b\n  ]',
      `history: [\n    {on: a}, # b\n    ${added}\n  ]`,
    ],
    [
      'on several lines with a last comma',
      'history: [\n  {on: a}, # b, c\n  ]',
      `history: [\n  {on: a}, # b, c\n  ${added},\n  ]`,
    ],
    ['that begins on its key’s line', 'history: [{on: a},\n  ]', `history: [{on: a},\n  ${added},\n  ]`],
    [
      'with a comma in a comment only',
      'history: [\n  {on: a} # b, c\n  ]',
      `history: [\n  {on: a}, # b, c\n  ${added}\n  ]`,
    ],
    ['that is not there', 'x: 1', `x: 1\nhistory:\n  - ${added}`],
    [
      'that is not there, as far in as other lists',
      'tags:\n- a\nx: 1',
      `tags:\n- a\nx: 1\nhistory:\n- ${added}`,
    ],
    ['that is not there, behind comments', 'x: 1\n# end\n', `x: 1\n# end\nhistory:\n  - ${added}`],
    [
      'that is not there, where all keys stand in',
      '  x:\n    - 1',
      `  x:\n    - 1\n  history:\n    - ${added}`,
    ],
    ['that has nothing', 'history:\nx: 1', `history:\n  - ${added}\nx: 1`],
    ['that has nothing but a comment', 'history:  # none\nx: 1', `history:  # none\n  - ${added}\nx: 1`],
    ['that is []', 'history: [] # none\nx: 1', `history: # none\n  - ${added}\nx: 1`],
    ['that is [] below a comment', 'history: # none\n  []\nx: 1', `history: # none\n  - ${added}\nx: 1`],
    ['that is null', 'history: null\nx: 1', `history:\n  - ${added}\nx: 1`],
    ['that is ~', 'history: ~', `history:\n  - ${added}`],
    ['in braces', '{stage: a, history: [{on: a}]}', `{stage: a, history: [{on: a}, ${added}]}`],
    ['in braces, empty', '{stage: a, history: []}', `{stage: a, history: [${added}]}`],
    ['in braces, not there', '{stage: a}', `{stage: a, history: [${added}]}`],
  ]);

  it('in the quotes of the values that are there', () => {
    for (const [before, after] of [
      ['tags: [hardware]', 'tags: [hardware, new]'],
      ["tags: ['a', 'b']", "tags: ['a', 'b', 'new']"],
      ['tags:\n- "a"\n- b: c', 'tags:\n- "a"\n- b: c\n- "new"'],
      ['tags: ["a"] # c', 'tags: ["a", "new"] # c'],
      ['tags: [\n  a # b\n]', 'tags: [\n  a, # b\n  new\n]'],
      ['tags: [ # none\n  ]', 'tags: [ # none\n    new\n  ]'],
      ['{"tags":["a"]}', '{"tags":["a", "new"]}'],
      ['{"x":1}', '{"x":1, "tags": ["new"]}'],
    ] as const) {
      assert.equal(edited(file(before), { append: { tags: 'new' } }), file(after));
    }
  });

  it('of any kind of value', () => {
    for (const [value, written] of [
      [7, '7'],
      [true, 'true'],
      [null, 'null'],
      ['no', "'no'"],
      [{ on: '2026-11-20', done: false, 'a: b': 1.5 }, "{on: 2026-11-20, done: false, 'a: b': 1.5}"],
    ] as const) {
      assert.equal(edited(file('x:\n- a'), { append: { x: value } }), file(`x:\n- a\n- ${written}`));
    }
  });

  it('and a new list stands behind the new keys', () => {
    const change = { append: { history: item }, set: { status: 'won', closed_on: '2026-11-20' } };
    assert.equal(
      edited(file('stage: closing'), change),
      file(`stage: closing\nstatus: won\nclosed_on: 2026-11-20\nhistory:\n  - ${added}`),
    );
  });
});

describe('a key is cleared', () => {
  itEdits({ clear: ['lost_note'] }, [
    ['with its line', 'stage: a\nlost_note: b\nx: 1', 'stage: a\nx: 1'],
    ['with the lines of its block', 'lost_note: |\n  b\n\n  c\nx: 1', 'x: 1'],
    ['with the lines of its quotes', 'x: 1\nlost_note: "b\n\n  c"', 'x: 1'],
    ['and a comment on its line stays', 'x: 1\nlost_note: b # why', 'x: 1\nlost_note: # why'],
    ['and comments around it stay', '# a\nlost_note: b\n# c\nx: 1', '# a\n# c\nx: 1'],
    ['in braces', '{x: 1, lost_note: b, y: 2}', '{x: 1, y: 2}'],
    ['in braces, the last', '{x: 1, lost_note: [b] }', '{x: 1 }'],
    ['in braces, before a last comma', '{x: 1, lost_note: b, }', '{x: 1, }'],
    ['in braces, beside a comment', '{lost_note: b, # c\n  x: 1}', '{lost_note: null, # c\n  x: 1}'],
    ['in braces, alone', '{lost_note: b}', '{lost_note: null}'],
    ['that is the only one', 'lost_note: b', ''],
    ['of a list, with all its lines', 'lost_note: # c\n  - a\n  - b # d\n    # e\n# f\nx: 1', '# f\nx: 1'],
    [
      'of a list, among other comments',
      'x: 1 # a\nlost_note: # c\n  - a # b\ny: 2 # d',
      'x: 1 # a\ny: 2 # d',
    ],
    [
      'with a comment within it, and not the one behind it',
      'x: 1\nlost_note: [a, # b\n  c] # d\ny: 2',
      'x: 1\nlost_note: # d\ny: 2',
    ],
    ['with all blanks before it', 'x: 1\nlost_note:\t \tb # why', 'x: 1\nlost_note: # why'],
    ['and its tag goes too', 'x: 1\nlost_note: !t b # why', 'x: 1\nlost_note: # why'],
    ['that is an alias', 'a: &a b\nlost_note: *a', 'a: &a b'],
    ['that is not there', 'x: 1', 'x: 1'],
    ['that has nothing', 'x: 1\nlost_note:\ny: 2', 'x: 1\nlost_note:\ny: 2'],
  ]);
});

it('several keys are cleared in braces, each with one comma', () => {
  const head = '{a: 1, b: 2, c: 3, d: 4}';
  for (const [clear, after] of [
    [['a', 'b'], '{c: 3, d: 4}'],
    [['b', 'c'], '{a: 1, d: 4}'],
    [['c', 'd'], '{a: 1, b: 2}'],
    [['a', 'c'], '{b: 2, d: 4}'],
    [['d', 'b'], '{a: 1, c: 3}'],
    [['a', 'b', 'c', 'd'], '{a: null, b: null, c: null, d: null}'],
  ] as const)
    assert.equal(edited(file(head), { clear }), file(after));
});

describe('a value within a list or a group is replaced', () => {
  const within = (head: string, at: readonly (string | number)[]) => ({
    head,
    change: { replace: [{ at, value: 'new' }] },
  });
  for (const [head, at, after] of [
    ['a: [b, "c", d] # e', ['a', 1], 'a: [b, "new", d] # e'],
    ["a:\n  b: {c: 'd'}\nb: {c: x}", ['a', 'b', 'c'], "a:\n  b: {c: 'new'}\nb: {c: x}"],
    ['a:\n  - b: |\n      c\n    d: e', ['a', 0, 'b'], 'a:\n  - b: new\n    d: e'],
    ['a: [1, !!int 2]', ['a', 0], 'a: [new, !!int 2]'],
    ['a: [&x b]', ['a', 0], 'a: [&x new]'],
    ['a: [{b: 1, c: 2, b2: 3}]', ['a', 0, 'c'], 'a: [{b: 1, c: new, b2: 3}]'],
  ] as const) {
    const { change } = within(head, at);
    it(JSON.stringify(head), () => assert.equal(edited(file(head), change), file(after)));
  }

  for (const [head, at, reason] of [
    ['a: [b]', ['a', 1], /“a”/],
    ['a: [b]', ['x', 0], /“x”/],
    ['a: [b]', ['a'], /“a”/],
    ['a: {b: [c]}', ['a', 'b'], /“a”/],
    ['a: {b: c}', ['a', 'x'], /“a”/],
    ['a: b', ['a', 'b'], /“a”/],
    ['a: {b: }', ['a', 'b'], /“a”/],
    ['a:\n  -\n  - b', ['a', 0], /“a”/],
    ['x: &x y\na: [*x]', ['a', 0], /“a”/],
    ['a: [!mine b]', ['a', 0], /“a”/],
    ['a: [&x b]\nc: *x', ['a', 0], /“a” has an anchor that is used elsewhere/],
  ] as const) {
    it(`not in ${JSON.stringify(head)} at ${JSON.stringify(at)}`, () => {
      const problem = refusal(file(head), within(head, at).change);
      assert.equal(problem.code, 'not-editable');
      assert.match(sentenceOf(problem), reason);
    });
  }
});

describe('a key is added to a group within a list', () => {
  const fill = { fill: [{ at: ['a', 0, 'new'], value: 'x, y' }] };
  for (const [head, after] of [
    ['a: [{b: 1}] # c', "a: [{b: 1, new: 'x, y'}] # c"],
    ['a:\n  - {b: 1} # c\n  - d', "a:\n  - {b: 1, new: 'x, y'} # c\n  - d"],
    ['a:\n  - b: 1 # c\n    # of b\n  - d', "a:\n  - b: 1 # c\n    new: 'x, y'\n    # of b\n  - d"],
    ['a:\n- b: |\n    c\n# d\ne: 1', "a:\n- b: |\n    c\n  new: 'x, y'\n# d\ne: 1"],
    ['a:\n  -\n    b: 1\n    c:\n      - d', "a:\n  -\n    b: 1\n    c:\n      - d\n    new: 'x, y'"],
    ['{"a": [{"b": 1}]}', '{"a": [{"b": 1, "new": \'x, y\'}]}'],
  ] as const)
    it(JSON.stringify(head), () => assert.equal(edited(file(head), fill), file(after)));

  it('several of them in their order, in the line ends of the file', () => {
    const two = { fill: [...fill.fill, { at: ['a', 0, 'z'], value: 2 }] };
    assert.equal(edited(file('a: [{b: 1}]'), two), file("a: [{b: 1, new: 'x, y', z: 2}]"));
    const crlf = (text: string) => file(text).replaceAll('\n', '\r\n');
    assert.equal(edited(crlf('a:\n  - b: 1'), two), crlf("a:\n  - b: 1\n    new: 'x, y'\n    z: 2"));
  });

  for (const head of [
    'a: [b]',
    'a: [{}]',
    'a: [{new: 1}]',
    'a: [&x {b: 1}]\nc: *x',
    'x: &x {b: 1}\na: [*x]',
    'c: d',
  ])
    it(`not in ${JSON.stringify(head)}`, () => {
      assert.equal(refusal(file(head), fill).code, 'not-editable');
    });
});

describe('an edit is refused, with the reason', () => {
  const set = { set: { stage: 'closing' } };
  const append = { append: { history: item } };
  for (const [change, head, reason] of [
    [set, 'stage: &s proposal\na: *s', /“stage” has an anchor that is used elsewhere/],
    [set, 'stage: [proposal]', /“stage” holds a list or a group of keys/],
    [set, 'stage:\n  a: b', /“stage” holds a list or a group of keys/],
    [append, '{history, a: b}', /“history” has no colon after it/],
    [append, '? history\nx: 1', /“history” has no colon after it/],
    [{ set: { value: 5 } }, 'value: !money 4', /“value” has a custom YAML tag/],
    [set, 'stage: a\nx: *nowhere', /alias in it can’t be resolved/],
    [append, 'history: yesterday', /“history” is not a list/],
    [append, 'history: {a: b}', /“history” is not a list/],
    [append, 'a: &h []\nhistory: *h', /“history” is an alias/],
    [append, 'history: &h [{on: a}]\na: *h', /“history” has an anchor that is used elsewhere/],
    [append, 'a: &a {history: [{on: a}]}\n<<: *a', /“history” comes from another key, through “<<”/],
    [{ clear: ['a'] }, 'a: &a b\nc: *a', /“a” has an anchor that is used elsewhere/],
    [{ clear: ['a'] }, 'a:\n  - &x b\nc: *x', /“a” has an anchor that is used elsewhere/],
    [{ clear: ['b'] }, 'a: &a {b: 1}\n<<: *a', /“b” comes from another key, through “<<”/],
    [set, '- stage: a', /isn’t made of keys and values/],
    [set, 'stage words', /isn’t made of keys and values/],
    [set, 'stage: a\nx: *nowhere', /nowhere/],
  ] as const) {
    it(JSON.stringify(head), () => {
      const problem = refusal(file(head), change);
      assert.equal(problem.code, 'not-editable');
      assert.match(sentenceOf(problem), reason);
      assert.match(sentenceOf(problem), /^This file can’t be edited safely\. /);
      assert.ok(problem.line >= 2);
    });
  }

  it('at the line of the key that stands in the way', () => {
    for (const [change, head, line] of [
      [append, 'title: a\nstage: b\nhistory: yesterday', 4],
      [set, 'title: a\n\nstage:\n  - b', 4],
      [append, 'a: &a {history: []}\n<<: *a', 3],
    ] as const) {
      assert.equal(refusal(file(head), change).line, line);
    }
  });

  for (const [text, code, line] of [
    ['# Acme\n', 'not-editable', 1],
    ['---\n\nThe plan: a: b.\n\n---\n', 'not-editable', 1],
    ['---\n\n- plan: a\n\n---\n', 'not-editable', 1],
    ['---\n\nPlan: *now*\n\n---\n', 'not-editable', 1],
    ['---\n\nstage: a: b\n---\n', 'unquoted-colon', 3],
    ['---js\nstage: a\n---\n', 'foreign-front-matter', 1],
    ['---\nstage: a\n', 'unclosed-front-matter', 1],
    [file('a: 1\n<<<<<<< a\n=======\n>>>>>>> b'), 'conflict-markers', 3],
    [file('a: 1\nstage: b\na: 2'), 'duplicate-key', 4],
    [file('a: b: c'), 'unquoted-colon', 2],
    [file(`a: ${'['.repeat(200)}${']'.repeat(200)}`), 'too-deep', 2],
  ] as const) {
    it(`${code}, at line ${line}`, () => {
      const problem = refusal(text, set);
      assert.deepEqual([problem.code, problem.line], [code, line]);
      if (line === 1 && code === 'not-editable') assert.match(sentenceOf(problem), /has no front matter/);
    });
  }

  it('in bounded time where aliases grow without end', () => {
    const bomb = Array.from(
      { length: 40 },
      (_, k) => `a${k}: &a${k} [${k ? `*a${k - 1}, *a${k - 1}` : 'x'}]`,
    );
    const text = file(['stage: a', ...bomb].join('\n'));
    assert.ok(cpuTime(() => assert.match(sentenceOf(refusal(text, set)), /alias/)) < 3000);
  });
});

describe('any text can be written', () => {
  for (const value of [
    'price',
    'too expensive, they say',
    "it's “over”",
    'say "no"',
    'a: b',
    'a # b',
    'a #b',
    'no',
    'Yes',
    'on',
    'null',
    '~',
    'true',
    '012',
    '12:30',
    '1_000',
    '0x1F',
    '1e3',
    '.inf',
    '=',
    '<<',
    '2026-11-20',
    '2026-02-30',
    '2026-11-20T10:00:00Z',
    '- a',
    '? a',
    '!tag',
    '&anchor',
    '*alias',
    '@home',
    '`tick`',
    '%percent',
    '|',
    '>',
    '[a',
    '{a}',
    'a, b]',
    '---',
    '...',
    '# a',
    'line\nbreak',
    'CR\r\nLF',
    'tab\there',
    ' blank ',
    '',
    'bell\u0007',
    'nul\u0000',
    'del\u007f next\u0085 sep\u2028',
    'bom\uFEFF',
    'lone \ud800 half',
    '👩‍💻 見積 é e\u0301',
    'x'.repeat(5000),
    '\\n',
    "''",
    ':',
    'a:',
  ]) {
    it(JSON.stringify(value.slice(0, 30)), () => {
      for (const head of [
        'note: a',
        'note: "a"',
        "note: 'a'",
        'note: |\n  a',
        'x: 1',
        '{note: a}',
        "{note: 'a'}",
        'note:',
      ]) {
        const text = edited(file(head), { set: { note: value }, append: { log: { say: value } } });
        const data = dataIn(text);
        assert.equal(data['note'], value, text);
        assert.deepEqual(data['log'], [{ say: value }], text);
        assert.equal(
          text.split('\n').length <= file(head).split('\n').length + 3,
          true,
          'more lines than one a key',
        );
      }
    });
  }

  it('bare only where every reader of YAML takes it for the same text', () => {
    const bare = (value: string) =>
      edited(file('note:'), { set: { note: value } }) === file(`note: ${value}`);
    assert.deepEqual(
      ['price', 'no budget', '2026-11-20', "it's"].filter(value => !bare(value)),
      [],
    );
    assert.deepEqual(
      [
        'no',
        'y: n',
        '012',
        '12:30',
        '1_000',
        '2026-02-30',
        '0b1',
        '~',
        '#',
        'é\u200d',
        '\u00a0a',
        'a\u3000',
      ].filter(bare),
      [],
    );
  });

  it('as a key, words bare, though some readers take `yes` for a value', () => {
    const keys = {
      yes: 1,
      off: 2,
      'a-b_c': 3,
      null: 4,
      True: 5,
      isnull: 6,
      '1st': 7,
      'a b': 8,
      '': 9,
      é: 10,
    };
    assert.equal(
      edited(file('x: 0'), { set: keys }),
      file("x: 0\nyes: 1\noff: 2\na-b_c: 3\n'null': 4\n'True': 5\nisnull: 6\n1st: 7\na b: 8\n'': 9\né: 10"),
    );
  });

  it('with what YAML forbids, or some take for a line end, escaped', () => {
    const text = edited(file('note: a'), { set: { note: '\u007f\u0085\u2028\uFEFF\uFFFE' } });
    assert.equal(text, file('note: "\\u007f\\u0085\\u2028\\ufeff\\ufffe"'));
  });

  for (const value of [48000.5, 0, -0, 1e21, -7, NaN, Infinity, -Infinity, true, false]) {
    it(`${value} as what it is`, () => {
      for (const head of ['value: "5"', 'value: !!str 5', 'value: !!int 5', 'value:', 'x: 1', '{x: "1"}']) {
        assert.deepEqual(dataIn(edited(file(head), { set: { value } }))['value'], value);
      }
    });
  }

  it('nothing as nothing', () => {
    assert.equal(edited(file('value: "5" # c'), { set: { value: null } }), file('value: null # c'));
  });
});
