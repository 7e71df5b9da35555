import assert from 'node:assert/strict';
import { sidesOf } from '../../../../src/core/frontMatter/conflict';
import { mergeDeal, type DealMerge, type MergeWish } from '../../../../src/core/merge/mergeDeal';

const BASE = `---
title: Acme
owner: dana
stage: qualification
value: 100 # net
currency: EUR
next_step: Call
next_step_on: 2026-02-01
tags: [mill, rental]
contacts:
  - {name: R. Lee, role: buyer}
history:
  - {on: 2026-01-05, stage: qualification}
---
A mill.

- [ ] budget
- [ ] people

## Log

- 2026-01-05 call: first talk
`;

type Merged = Extract<DealMerge, { kind: 'merged' }>;
type Swap = readonly [string, string];

function swap(text: string, ...swaps: readonly Swap[]): string {
  return swaps.reduce((one, [from, to]) => {
    assert.ok(one.includes(from), from);
    return one.replace(from, () => to);
  }, text);
}

function merge(ours: string, theirs: string, base = BASE, wish?: MergeWish): Merged {
  const merged = mergeDeal({ base, ours, theirs }, wish);
  assert.ok(merged.kind === 'merged');
  return merged;
}

/** Merges both ways round, which gives the same, and answers with what came of it. */
function united(mine: readonly Swap[], others: readonly Swap[], base = BASE): string {
  const [ours, theirs] = [swap(base, ...mine), swap(base, ...others)];
  const { text, conflicts } = merge(ours, theirs, base);
  assert.deepEqual(conflicts, [], text);
  const turned = merge(theirs, ours, base);
  assert.deepEqual(turned.conflicts, []);
  assert.deepEqual(turned.text.split('\n').sort(), text.split('\n').sort());
  return text;
}

/** What is told, as keys with the lines of both sides. */
function told(mine: readonly Swap[], others: readonly Swap[], base = BASE): unknown[] {
  const { conflicts } = merge(swap(base, ...mine), swap(base, ...others), base);
  return conflicts.map(({ keys, lines }) => [keys.join(), lines.ours.join('\n'), lines.theirs.join('\n')]);
}

const move = (stage: string, on: string): Swap[] => [
  ['stage: qualification\nvalue', `stage: ${stage}\nvalue`],
  ['stage: qualification}\n', `stage: qualification}\n  - {on: ${on}, stage: ${stage}}\n`],
];
const close = (status: string, on: string): Swap[] => [
  ['value: 100', `status: ${status}\nclosed_on: ${on}\nvalue: 100`],
  ['stage: qualification}\n', `stage: qualification}\n  - {on: ${on}, status: ${status}}\n`],
];

describe('fields of a deal, changed on both sides', () => {
  it('count both where they are different ones, on neighbouring lines too', () => {
    const text = united([['owner: dana', 'owner: lee']], [['title: Acme', 'title: "Acme: mill" # new']]);
    assert.equal(text, swap(BASE, ['title: Acme\nowner: dana', 'title: "Acme: mill" # new\nowner: lee']));
  });

  it('are told where they are changed differently, and nothing else stands between the markers', () => {
    const { text } = merge(
      swap(BASE, ['owner: dana', 'owner: lee'], ['title: Acme', 'title: Acme mill']),
      swap(BASE, ['owner: dana', 'owner: kim']),
    );
    const open = '<<<<<<< ours: owner\nowner: lee\n=======\nowner: kim\n>>>>>>> theirs: owner\n';
    assert.equal(text, swap(BASE, ['title: Acme\nowner: dana\n', `title: Acme mill\n${open}`]));
  });

  it('are judged together where they say one thing', () => {
    const both = [['value,currency', 'value: 200 # net\ncurrency: EUR', 'value: 100 # net\ncurrency: USD']];
    assert.deepEqual(told([['100', '200']], [['EUR', 'USD']]), both);
    const step = [
      [
        'next_step,next_step_on',
        'next_step: Mail\nnext_step_on: 2026-02-01',
        'next_step: Call\nnext_step_on: 2026-03-01',
      ],
    ];
    assert.deepEqual(told([['Call', 'Mail']], [['2026-02-01', '2026-03-01']]), step);
  });

  it('are not told where one side has all that the other has changed', () => {
    const text = united(
      [['100', '200']],
      [
        ['100', '200'],
        ['EUR', 'USD'],
      ],
    );
    assert.equal(text, swap(BASE, ['100', '200'], ['EUR', 'USD']));
  });

  it('are told where they are changed on one side and taken out on the other', () => {
    assert.deepEqual(told([['owner: dana\n', '']], [['dana', 'lee']]), [['owner', '', 'owner: lee']]);
  });

  it('keep a comment of one side beside a value of the other', () => {
    const text = united([['# net', '# gross']], [['100', '200']]);
    assert.equal(text, swap(BASE, ['100 # net', '200 # gross']));
    assert.deepEqual(told([['# net', '# gross']], [['# net', '# per year']]), [
      ['value', 'value: 100 # gross', 'value: 100 # per year'],
    ]);
  });

  it('keep comments above them', () => {
    const text = united([['owner', '# who has it\nowner']], [['owner: dana', '\nowner: lee']]);
    assert.match(text, /\n# who has it\n\nowner: lee\n|\n\n# who has it\nowner: lee\n/);
  });

  it('are united key by key in a group of a team’s own', () => {
    const base = swap(BASE, ['tags', 'site:\n  city: Ulm\n  halls: 2\n  gate:\n    north: open\ntags']);
    const text = united(
      [['city: Ulm', 'city: Bonn']],
      [
        ['halls: 2', 'halls: 3'],
        ['north: open', 'north: shut'],
      ],
      base,
    );
    assert.equal(
      text,
      swap(base, ['city: Ulm', 'city: Bonn'], ['halls: 2', 'halls: 3'], ['north: open', 'north: shut']),
    );
  });

  it('are united line by line in a text of several lines', () => {
    const text = (first: string, last: string) =>
      `---\nstage: proposal\nsummary: |\n  ${first}\n  second\n\n  ${last}\nowner: dana\n---\n`;
    const base = text('first', 'third');
    const both = merge(text('the first', 'third'), text('first', 'the third'), base);
    assert.equal(both.text, text('the first', 'the third'));
    assert.deepEqual(both.conflicts, []);
    const open = merge(text('the first', 'third'), text('a first', 'third'), base);
    assert.deepEqual(
      open.conflicts.map(({ keys }) => keys),
      [['summary']],
    );
  });

  it('count where the other side has only taken out the empty key', () => {
    const base = swap(BASE, ['owner: dana', 'owner:']);
    assert.equal(
      united([['owner:', 'owner: lee']], [['owner:\n', '']], base),
      swap(base, ['owner:', 'owner: lee']),
    );
  });

  it('stand between markers of the length and with the names that are asked for', () => {
    const markers = { size: 9, labels: { base: 'root', ours: 'HEAD', theirs: 'topic' }, withBase: true };
    const { text, conflicts } = merge(swap(BASE, ['dana', 'lee']), swap(BASE, ['dana', 'kim']), BASE, {
      markers,
    });
    const open = `<<<<<<<<< HEAD: owner
owner: lee
||||||||| root: owner
owner: dana
=========
owner: kim
>>>>>>>>> topic: owner
`;
    assert.equal(text, swap(BASE, ['owner: dana\n', open]));
    assert.deepEqual([conflicts[0]!.line, conflicts[0]!.lastLine], [3, 9]);
  });

  it('have the names that a team gives them', () => {
    const base = swap(BASE, ['value: ', 'amount: '], ['stage: qual', 'phase: qual']);
    const names = new Map([
      ['value', 'amount'],
      ['stage', 'phase'],
    ]);
    const { conflicts } = merge(swap(base, ['100', '200']), swap(base, ['EUR', 'USD']), base, { names });
    assert.deepEqual(
      conflicts.map(({ keys }) => keys),
      [['amount', 'currency']],
    );
    assert.deepEqual(mergeDeal({ base, ours: base, theirs: base }), { kind: 'noDeal' });
  });
});

describe('moves of a deal, made on both sides', () => {
  it('are one where they are the same', () => {
    const base = swap(BASE, ['mill,', 'mill, fair,']);
    const text = united(
      move('proposal', '2026-01-07'),
      [...move('proposal', '2026-01-07'), [' fair,', '']],
      base,
    );
    assert.equal(text, swap(BASE, ...move('proposal', '2026-01-07')));
  });

  it('stay in the history, and the later one counts', () => {
    const text = united(move('proposal', '2026-01-08'), move('negotiation', '2026-01-07'));
    const history = '  - {on: 2026-01-07, stage: negotiation}\n  - {on: 2026-01-08, stage: proposal}\n';
    assert.match(text, /\nstage: proposal\n/);
    assert.ok(text.includes(`stage: qualification}\n${history}---`), text);
  });

  it('count for the side that went on from the other’s, on the same day too', () => {
    const further: Swap = [
      'stage: proposal}\n',
      'stage: proposal}\n  - {on: 2026-01-07, stage: negotiation}\n',
    ];
    const others = [
      ...move('proposal', '2026-01-07'),
      further,
      ['stage: proposal\n', 'stage: negotiation\n'],
    ] as const;
    assert.equal(united(move('proposal', '2026-01-07'), others), swap(BASE, ...others));
  });

  it('count as often as they were made, the same one twice on a day', () => {
    const line = (status: string) => `  - {on: 2026-01-09, status: ${status}}\n`;
    const head = (status: string) => `---\nstage: proposal\nstatus: ${status}\nhistory:\n${line('won')}`;
    const merged = merge(
      `${head('won')}${line('open')}${line('won')}---\n`,
      `${head('open')}${line('open')}---\n`,
      `${head('won')}---\n`,
    );
    assert.deepEqual(merged.conflicts, [], merged.text);
    assert.equal(merged.text, `${head('won')}${line('open')}${line('won')}---\n`);
  });

  it('are told on one day, with the lines of the history that tell of them', () => {
    assert.deepEqual(told(move('proposal', '2026-01-07'), move('negotiation', '2026-01-07')), [
      ['stage', 'stage: proposal', 'stage: negotiation'],
      ['history', '  - {on: 2026-01-07, stage: proposal}', '  - {on: 2026-01-07, stage: negotiation}'],
    ]);
  });

  it('are told on one day with what both have done between them, each side’s in its order', () => {
    const first = '  - {on: 2026-01-05, stage: qualification}\n';
    const line = (what: string) => `  - {on: 2026-01-07, ${what}}`;
    const [moved, won, open] = [line('stage: proposal'), line('status: won'), line('status: open')];
    const below = (...lines: string[]): Swap => [first, first + lines.map(one => `${one}\n`).join('')];
    const [, history] = told(
      [below(won, open)],
      [['stage: qualification\nvalue: 100', 'stage: proposal\nstatus: won\nvalue: 100'], below(moved, won)],
    );
    assert.deepEqual(history, ['history', `${won}\n${open}`, `${moved}\n${won}`]);
  });

  it('are told without days', () => {
    const [stage] = move('proposal', '');
    const [other] = move('negotiation', '');
    assert.deepEqual(told([stage!], [other!]), [['stage', 'stage: proposal', 'stage: negotiation']]);
    assert.equal(told([stage!], move('negotiation', '2026-01-07')).length, 2);
  });

  it('are told where a deal was lost with a note, and on the other side lost and opened again later', () => {
    const first = '  - {on: 2026-01-05, stage: qualification}\n';
    const lost = '  - {on: 2026-01-07, status: lost, reason: price}\n';
    const reopened = `${first}  - {on: 2026-01-06, status: lost, reason: price}\n  - {on: 2026-01-09, status: open}\n`;
    const mine = (note: string): readonly Swap[] => [
      ['value: 100', `status: lost\nlost_reason: price\n${note}closed_on: 2026-01-07\nvalue: 100`],
      [first, first + lost],
    ];
    const [outcome] = told(mine('lost_note: 8 % too dear\n'), [[first, reopened]]);
    assert.match(String(outcome), /lost_note: 8 % too dear/);
    // A reason stays in the history.
    const text = united(mine(''), [[first, reopened]]);
    assert.ok(!text.includes('status: lost\n') && text.includes(lost));
  });

  it('are told where it is won here and lost there, whenever that was', () => {
    assert.deepEqual(
      told(close('won', '2026-01-07'), close('lost', '2026-01-09')).map(one => (one as string[])[0]),
      ['status,closed_on', 'history'],
    );
  });

  it('make a deal that was moved and then won, but none that was won and then moved', () => {
    const text = united(move('proposal', '2026-01-07'), close('won', '2026-01-09'));
    assert.match(text, /\nstage: proposal\nstatus: won\nclosed_on: 2026-01-09\n/);
    assert.equal(told(move('proposal', '2026-01-09'), close('won', '2026-01-07')).length, 2);
    const base = swap(BASE, ['stage: qualification\nvalue', 'stage: proposal\nvalue']);
    const won: Swap[] = [
      ['stage: proposal\n', 'stage: qualification\nstatus: won\n'],
      [
        'qualification}\n',
        'qualification}\n  - {on: 2026-01-07, stage: qualification}\n  - {on: 2026-01-07, status: won}\n',
      ],
    ];
    const back: Swap[] = [
      ['stage: proposal\n', 'stage: qualification\n'],
      ['qualification}\n', 'qualification}\n  - {on: 2026-01-09, stage: qualification}\n'],
    ];
    assert.equal(told(won, back, base).length, 2);
  });

  it('are told where the outcome has two days or two reasons', () => {
    const [keys] = told(close('won', '2026-01-07'), close('won', '2026-01-08')) as string[][];
    assert.deepEqual(keys, ['closed_on', 'closed_on: 2026-01-07', 'closed_on: 2026-01-08']);
  });

  it('are in one list where both have written the first of them', () => {
    const base = swap(BASE, ['history:\n  - {on: 2026-01-05, stage: qualification}\n', '']);
    const add = (on: string, stage: string): Swap[] => [
      ['stage: qualification\n', `stage: ${stage}\n`],
      ['---\nA mill', `history:\n  - {on: ${on}, stage: ${stage}}\n---\nA mill`],
    ];
    const text = united(add('2026-01-08', 'proposal'), add('2026-01-07', 'negotiation'), base);
    assert.match(text, /\nhistory:\n.*07, stage: negotiation}\n.*08, stage: proposal}\n---\n/);
  });

  it('may have been corrected: a line takes the place of the old one', () => {
    const base = swap(BASE, ...move('proposal', '2026-01-07'));
    const text = united(
      [['2026-01-07', '2026-01-06']],
      [
        ['dana', 'lee'],
        ['proposal}\n', 'proposal}\n  - {on: 2026-01-09, close_date: 2026-03-01}\n'],
      ],
      base,
    );
    assert.match(text, /06, stage: proposal}\n.*09, close_date: 2026-03-01}\n---/);
    assert.doesNotMatch(text, /2026-01-07/);
    const [conflict] = told(
      [['2026-01-07', '2026-01-06']],
      [['2026-01-07', '2026-01-08']],
      base,
    ) as string[][];
    assert.deepEqual(conflict, [
      'history',
      '  - {on: 2026-01-06, stage: proposal}',
      '  - {on: 2026-01-08, stage: proposal}',
    ]);
  });
});

describe('lists of a deal, changed on both sides', () => {
  it('have all that was added, and nothing that was taken out', () => {
    const text = united(
      [['[mill, rental]', '[rental, fair]']],
      [['[mill, rental]', '[mill, rental, "a, b"]']],
    );
    assert.match(text, /\ntags: \[rental, (?:fair, "a, b"|"a, b", fair)\]\n/);
  });

  it('are gone where one side has taken out all of one, and the other a part; what it has added stays, what it has changed is told', () => {
    const tags = 'tags: [mill, rental]\n';
    const without = swap(BASE, [tags, '']);
    assert.equal(united([[tags, '']], [[tags, 'tags: [mill]\n']]), without);
    assert.equal(united([[tags, '']], [[tags, 'tags: [mill, new]\n']]), swap(BASE, [tags, 'tags: [new]\n']));
    const contacts = 'contacts:\n  - {name: R. Lee, role: buyer}\n';
    assert.deepEqual(told([[contacts, '']], [['role: buyer', 'role: clerk']]), [
      ['contacts', '', contacts.replace('buyer', 'clerk').trimEnd()],
    ]);
  });

  it('are united item by item, and an item key by key', () => {
    const text = united(
      [['role: buyer}', 'role: head buyer}\n  - {name: T. Ng}']],
      [['role: buyer}', 'role: buyer, phone: "0049"}']],
    );
    assert.ok(
      text.includes('  - {name: R. Lee, role: head buyer, phone: "0049"}\n  - {name: T. Ng}\n'),
      text,
    );
  });

  it('are united key by key in an item with lines of its own', () => {
    const contacts = (name: string, role: string, ...more: readonly string[]) =>
      swap(BASE, [
        '  - {name: R. Lee, role: buyer}\n',
        [`  - name: ${name}`, `    role: ${role}`, '    email: lee@acme.example # work', ...more]
          .map(line => `${line}\n`)
          .join(''),
      ]);
    const base = contacts('R. Lee', 'buyer');
    const other = ['    phone: 7', '  - name: New'];
    for (const [ours, theirs, meant] of [
      [
        contacts('R. Lee', 'champion'),
        contacts('R. Lee', 'buyer', ...other),
        contacts('R. Lee', 'champion', ...other),
      ],
      [contacts('Robin Lee', 'buyer'), contacts('R. Lee', 'champion'), contacts('Robin Lee', 'champion')],
    ] as const)
      for (const both of [merge(ours, theirs, base), merge(theirs, ours, base)]) {
        assert.deepEqual(both.conflicts, []);
        assert.equal(both.text, meant);
      }
    const open = merge(contacts('R. Lee', 'champion'), contacts('R. Lee', 'user'), base);
    assert.deepEqual(
      open.conflicts.map(({ keys }) => keys),
      [['contacts']],
    );
  });

  it('are united key by key in an item with a comment above it, or with the dash on a line of its own', () => {
    for (const start of ['  # the boss\n  - name: A\n', '  -\n    name: A\n']) {
      const item = (role: string, last: string) =>
        `---\nstage: proposal\ncontacts:\n${start}    role: ${role} # really\n    note: |\n      one\n      ${last}\n---\n`;
      const both = merge(item('user', 'two'), item('buyer', 'three'), item('buyer', 'two'));
      assert.equal(both.text, item('user', 'three'));
    }
  });

  it('tell only the item that was changed differently', () => {
    const mine: Swap[] = [['role: buyer}', 'role: chief}\n  - {name: T. Ng}']];
    assert.deepEqual(told(mine, [['role: buyer', 'role: clerk']]), [
      ['contacts', '  - {name: R. Lee, role: chief}', '  - {name: R. Lee, role: clerk}'],
    ]);
  });

  it('may be written in brackets on one side and below each other on the other', () => {
    const text = united(
      [['[mill, rental]', '\n  - mill\n  - rental\n  - fair']],
      [['[mill, rental]', '[mill, rental, big]']],
    );
    assert.match(text, /\ntags: ?\n {2}- mill\n {2}- rental\n {2}- (?:fair\n {2}- big|big\n {2}- fair)\n/);
  });
});

describe('notes of a deal, changed on both sides', () => {
  const heading = '## Log\n\n';

  it('have all entries of the log, the newest where it stood', () => {
    const text = united(
      [[heading, `${heading}- 2026-01-07 call: offer\n  with a second line\n`]],
      [[heading, `${heading}- 2026-01-08 mail: price\n- 2026-01-06 visit: hall\n`]],
    );
    const entries = [
      '08 mail: price',
      '07 call: offer\n  with a second line',
      '06 visit: hall',
      '05 call: first talk',
    ];
    assert.ok(text.endsWith(`${heading}${entries.map(one => `- 2026-01-${one}\n`).join('')}`), text);
  });

  it('have one log where both have written the first', () => {
    const base = swap(BASE, [`\n${heading}- 2026-01-05 call: first talk\n`, '']);
    const first = (entry: string): Swap => ['people\n', `people\n\n${heading}- ${entry}\n`];
    const text = united([first('2026-01-07 call: a')], [first('2026-01-08 call: b')], base);
    assert.ok(text.endsWith(`people\n\n${heading}- 2026-01-08 call: b\n- 2026-01-07 call: a\n`), text);
  });

  it('tell an entry that was corrected differently', () => {
    assert.deepEqual(told([['first talk', 'first short talk']], [['first talk', 'first long talk']]), [
      ['Log', '- 2026-01-05 call: first short talk', '- 2026-01-05 call: first long talk'],
    ]);
  });

  it('have the ticks of both, and both’s new items', () => {
    const text = united(
      [
        ['[ ] budget', '[x] budget'],
        ['people\n', 'people\n- [ ] 2026-02-01 call again\n'],
      ],
      [
        ['[ ] people', '[x] people'],
        ['people\n', 'people\n- [ ] 2026-02-02 send the list\n'],
      ],
    );
    assert.match(
      text,
      /- \[x\] budget\n- \[x\] people\n- \[ \] 2026-02-0\d .*\n- \[ \] 2026-02-0\d .*\n\n## Log/,
    );
  });

  it('have a tick of one side where the other has moved the item', () => {
    const list = (...items: readonly string[]) => items.map(item => `- [${item}\n`).join('');
    const from = list(' ] budget', ' ] people', ' ] buyer', 'x] plan');
    const base = swap(BASE, [list(' ] budget', ' ] people'), from]);
    assert.equal(
      united(
        [[from, list(' ] people', ' ] buyer', ' ] budget', 'x] plan')]],
        [[from, list('x] budget', ' ] people', 'x] buyer', ' ] plan')]],
        base,
      ),
      swap(base, [from, list(' ] people', 'x] buyer', 'x] budget', ' ] plan')]),
    );
  });

  it('have a tick of one side on words of the other', () => {
    const text = united([['[ ] budget', '[x] budget']], [['budget', 'budget of the year']]);
    assert.equal(text, swap(BASE, ['[ ] budget', '[x] budget of the year']));
  });

  it('are told line by line where nothing else is known of them', () => {
    assert.deepEqual(told([['A mill.', 'Two mills.']], [['A mill.', 'A big mill.']]), [
      ['', 'Two mills.', 'A big mill.'],
    ]);
  });
});

describe('a deal file', () => {
  it('is merged without a base, where both have made it', () => {
    const { text, conflicts } = merge(
      swap(BASE, ['rental', 'fair'], ['first talk', 'hello']),
      swap(BASE, ['dana', 'kim']),
      '',
    );
    assert.deepEqual(
      conflicts.map(({ keys }) => keys.join()),
      ['owner'],
    );
    assert.match(text, /tags: \[mill, (?:fair, rental|rental, fair)\]/);
    assert.match(text, /hello\n- 2026-01-05 call: first talk\n|first talk\n- 2026-01-05 call: hello\n/);
  });

  it('is merged with a base that has markers: what differs still is told', () => {
    const base = swap(BASE, [
      'owner: dana\n',
      '<<<<<<<<< A\nowner: lee\n=========\nowner: kim\n>>>>>>>>> B\n',
    ]);
    const [lee, kim] = [swap(BASE, ['dana', 'lee']), swap(BASE, ['dana', 'kim'])];
    assert.deepEqual(
      merge(lee, kim, base).conflicts.map(({ keys }) => keys.join()),
      ['owner'],
    );
    const { text, conflicts } = merge(lee, swap(lee, ['100', '200']), base);
    assert.deepEqual(conflicts, []);
    assert.equal(text, swap(lee, ['100', '200']));
  });

  it('has no key twice where both have added it in two places', () => {
    const { text, conflicts } = merge(
      swap(BASE, ['title: Acme\n', 'title: Acme\nregion: north\n']),
      swap(BASE, ['history:', 'region: south\nhistory:']),
    );
    assert.deepEqual(
      conflicts.map(({ keys }) => keys.join()),
      ['region'],
    );
    assert.equal(sidesOf(text)!.theirs.text.match(/^region/gm)!.length, 1);
  });

  it('that is written in braces is merged by its lines, and reads in the end', () => {
    const base = '---\n{title: Acme,\n\n stage: proposal,\n\n owner: dana}\n---\nNotes\n';
    const { text } = merge(swap(base, ['Acme', 'Bcme']), swap(base, ['dana', 'lee']), base);
    assert.equal(text, swap(base, ['Acme', 'Bcme'], ['dana', 'lee']));
  });

  it('is left to git where it is no deal or cannot be read, on either side', () => {
    for (const other of [
      '# A note\n',
      '---\ntitle: no stage\n---\n',
      '---\nstage: [x\n---\n',
      BASE.replace('owner', 'title'),
      '',
    ])
      for (const [ours, theirs] of [
        [BASE, other],
        [other, BASE],
      ] as const)
        assert.deepEqual(mergeDeal({ base: BASE.replace('Acme', 'A'), ours, theirs }), { kind: 'noDeal' });
  });
});

describe('a value that the other side has begun to point at', () => {
  const anchored = swap(BASE, ['owner: dana', 'owner: &who dana\nbackup: *who']);
  const ours = swap(anchored, ['owner: &who dana\nbackup: *who', 'owner: lee\nbackup: kim']);
  const theirs = swap(anchored, ['backup: *who', 'backup: *who\nthird: *who']);

  it('is told by the keys of the front matter that it stands in', () => {
    const { conflicts, text } = merge(ours, theirs, anchored);
    assert.deepEqual(
      conflicts.map(({ keys }) => [...keys].sort()),
      [['backup', 'owner', 'third']],
    );
    assert.match(text, /\n<{7} ours: .*\nowner: lee\nbackup: kim\n={7}\nowner: &who dana\n/);
  });

  it('is asked about where each side alone could be taken, and what points at it would say something else', () => {
    const start = swap(BASE, ['owner: dana', 'owner: &who dana']);
    const handedOver = swap(start, ['&who dana', '&who lee']);
    const pointedAt = swap(start, ['&who dana', '&who dana\nbackup: *who']);
    for (const { conflicts } of [merge(handedOver, pointedAt, start), merge(pointedAt, handedOver, start)])
      assert.deepEqual(
        conflicts.map(({ keys }) => [...keys].sort()),
        [['backup', 'owner']],
      );
  });

  it('is told apart from what is in conflict in the notes', () => {
    const [mine, others] = [swap(ours, ['A mill.', 'Our mill.']), swap(theirs, ['A mill.', 'Their mill.'])];
    const { conflicts } = merge(mine, others, anchored);
    assert.deepEqual(
      conflicts.map(({ keys }) => keys.length),
      [3, 0],
    );
  });
});
