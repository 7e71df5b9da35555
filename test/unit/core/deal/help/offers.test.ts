import assert from 'node:assert/strict';
import fc from 'fast-check';
import { namesInUse, type NameKind } from '../../../../../src/core/deal/help/inUse';
import type { OfferContext, Offer } from '../../../../../src/core/deal/help/offer';
import { offersAt } from '../../../../../src/core/deal/help/offers';
import { parseFrontMatter, type Data } from '../../../../../src/core/frontMatter/parse';
import { DEFAULT_PROCESS, makeProcess } from '../../../../../src/core/process/process';
import { readProcess } from '../../../../../src/core/process/processFile';
import { applyEdits } from '../../../../../src/core/textEdit';
import { date, makeDeal } from '../../../support/deals';
import { assertEnough, forAll } from '../../../support/property';

const TODAY = date('2026-11-20');
const NAMES = [
  'dana',
  'Zoë: Q',
  'no',
  '012',
  "it's",
  'R. Lee',
  '"x"',
  'a, b',
  '- x',
  '#1',
  '2026-01-05',
  '🚀',
  'x: y',
];
const DEALS = NAMES.map((name, k) =>
  makeDeal({
    path: `${k}.md`,
    account: name,
    owner: name,
    source: name,
    lostReason: name,
    tags: [name],
    contacts: [{ name, role: name, email: undefined }],
  }),
);
const known: OfferContext = {
  process: makeProcess({
    currency: 'GBP',
    stages: {
      qualification: {
        exitCriteria: [
          { id: 'budget', text: 'They have a budget' },
          { id: 'yes', text: 'They said it' },
        ],
      },
    },
  }),
  names: kind => namesInUse(DEALS, kind, ''),
  today: TODAY,
  language: 'en',
  isAsked: false,
};

const head = (yaml: string) => `---\n${yaml}\n---\nNotes: x\n`;

/** What is offered at the mark `|`. */
function offers(marked: string, more: Partial<OfferContext> = {}): readonly Offer[] {
  return offersAt(marked.replace('|', ''), marked.indexOf('|'), { ...known, ...more }).offers;
}

/** The text after an offer was taken; where one goes on typing is `…`. */
function taken(marked: string, label: string): string {
  const offer = offers(marked).find(one => one.label === label);
  assert.ok(
    offer,
    `no ${label} among ${offers(marked)
      .map(one => one.label)
      .join(', ')}`,
  );
  return accept(marked.replace('|', ''), offer, '…');
}

function accept(text: string, { edit, hasHoles }: Offer, hole: string): string {
  const written = hasHoles ? edit.text.replace(/(?<!\\)\$\d/g, hole).replace(/\\([\\$}])/g, '$1') : edit.text;
  return applyEdits(text, [{ ...edit, text: written }]);
}

describe('what is offered in a front matter', () => {
  it('is the keys that are not there yet, in the order in which people write them', () => {
    const keys = offers(head('title: x\nstage: proposal\n|')).map(({ label }) => label);
    assert.deepEqual(keys.slice(0, 4), ['account', 'owner', 'status', 'source']);
    for (const key of ['title', 'stage', 'lost_reason', 'closed_on'])
      assert.equal(keys.includes(key), false, key);
  });

  it('is what belongs to a lost deal where it is lost', () => {
    const keys = offers(head('stage: proposal\nstatus: lost\n|')).map(({ label }) => label);
    for (const key of ['lost_reason', 'lost_note', 'closed_on']) assert.ok(keys.includes(key), key);
  });

  for (const [yaml, label, expected] of [
    ['title: x\n|', 'owner', 'title: x\nowner: '],
    ['title: x\now|', 'owner', 'title: x\nowner: '],
    ['ow|: dana', 'owner', 'owner: dana'],
    ['{"title": "x", |}', 'owner', '{"title": "x", "owner": }'],
    ['title: x\n|', 'tags', 'title: x\ntags: […]'],
    ['title: x\n|', 'contacts', 'title: x\ncontacts:\n  - {name: …, role: …, email: …}'],
    [
      'history:\n- {on: 2026-01-05, stage: Needs Analysis}\nstage: Needs Analysis\n|',
      'contacts',
      'history:\n- {on: 2026-01-05, stage: Needs Analysis}\nstage: Needs Analysis\ncontacts:\n- {name: …, role: …, email: …}',
    ],
    ['stage: Proposal\n|', 'history', 'stage: Proposal\nhistory:\n  - {on: 2026-11-20, stage: Proposal}'],
    ['contacts:\n  - {name: R. Lee, |}', 'role', 'contacts:\n  - {name: R. Lee, role: }'],
    ['contacts:\n  - na|', 'name', 'contacts:\n  - name: '],
    ['contacts:\n  - |', 'contacts', 'contacts:\n  - {name: …, role: …, email: …}'],
    [
      'contacts:\n  - {name: x}\n  |',
      'contacts',
      'contacts:\n  - {name: x}\n  - {name: …, role: …, email: …}',
    ],
    ['contacts: |', 'contacts', 'contacts:\n  - {name: …, role: …, email: …}'],
    ['stage: |', 'Needs analysis', 'stage: needs-analysis'],
    ['stage:|', 'Needs analysis', 'stage: needs-analysis'],
    ['stage: prop|osal # agreed', 'Needs analysis', 'stage: needs-analysis # agreed'],
    ['stage: Prop|osal', 'Needs analysis', 'stage: Needs analysis'],
    ['stage: "PROPO|SAL"', 'Needs analysis', 'stage: "NEEDS ANALYSIS"'],
    ["stage: '|'", 'Needs analysis', "stage: 'needs-analysis'"],
    ['stage: "|', 'Needs analysis', 'stage: "needs-analysis"'],
    [
      'stage: |\nhistory:\n  - {on: 2026-01-05, stage: needs_analysis}',
      'Lead generation',
      'stage: lead_generation\nhistory:\n  - {on: 2026-01-05, stage: needs_analysis}',
    ],
    [
      'stage: Proposal\nhistory:\n  - {on: 2026-01-05, stage: |}',
      'Needs analysis',
      'stage: Proposal\nhistory:\n  - {on: 2026-01-05, stage: Needs analysis}',
    ],
    [
      'history:\n  - {on: 2026-01-05, stage: proposal}\n  |\nstage: "Closing"',
      'history',
      'history:\n  - {on: 2026-01-05, stage: proposal}\n  - {on: 2026-11-20, stage: closing}\nstage: "Closing"',
    ],
    ['status: |', 'won', 'status: won'],
    ['title: "x"\naccount: "y"\nowner: |', 'dana', 'title: "x"\naccount: "y"\nowner: "dana"'],
    ["title: 'x'\nvalue: 12\nowner: |", "it's", "title: 'x'\nvalue: 12\nowner: 'it''s'"],
    ['title: "x"\naccount: y\nowner: |', 'dana', 'title: "x"\naccount: y\nowner: dana'],
    ['owner: |', 'Zoë: Q', "owner: 'Zoë: Q'"],
    ['owner: |', 'no', "owner: 'no'"],
    ['owner: |', '012', "owner: '012'"],
    ['tags: [x, |]', 'a, b', "tags: [x, 'a, b']"],
    ['tags: ["x", |]', 'dana', 'tags: ["x", "dana"]'],
    ['tags: [x,|]', 'dana', 'tags: [x, dana]'],
    ['tags: |', 'dana', 'tags: [dana]'],
    ['tags:\n  -|', 'dana', 'tags:\n  - dana'],
    ['tags:\n  |', 'dana', 'tags:\n  - dana'],
    ['stage: qualification\nchecks: [|]', 'budget', 'stage: qualification\nchecks: [budget]'],
    ['stage: qualification\nchecks: [|]', 'yes', "stage: qualification\nchecks: ['yes']"],
    ['currency: |', 'GBP', 'currency: GBP'],
    ['forecast: |', 'best_case', 'forecast: best_case'],
    ['probability: |', '30', 'probability: 30'],
    ['close_date: |', 'tomorrow', 'close_date: 2026-11-21'],
    ['close_date: |', 'friday', 'close_date: 2026-11-27'],
    ['close_date: |', 'end of month', 'close_date: 2026-11-30'],
    ['close_date: next fri|', 'next fri', 'close_date: 2026-11-27'],
    ['close_date: in 3 weeks|', 'in 3 weeks', 'close_date: 2026-12-11'],
    ['close_date: 31.12.|', '31.12.', 'close_date: 2026-12-31'],
    ['created: "2026-01-05"\nclose_date: |', 'tomorrow', 'created: "2026-01-05"\nclose_date: "2026-11-21"'],
    [
      'title: "x"\ncreated: 2026-01-05\nclose_date: |',
      'tomorrow',
      'title: "x"\ncreated: 2026-01-05\nclose_date: 2026-11-21',
    ],
    ['created: |', 'yesterday', 'created: 2026-11-19'],
  ] as const) {
    it(`makes ${expected.replaceAll('\n', '⏎')} of ${yaml.replaceAll('\n', '⏎')} with ${label}`, () => {
      assert.equal(taken(head(yaml), label), head(expected));
    });
  }

  for (const yaml of [
    'title: |',
    'next_step: Send the |',
    'value: |',
    'mine: |',
    'mine: {stage: |}',
    'tags: a, |',
    'tags: [{stage: |}]',
    'owner: [|]',
    'note: >\n  te|xt',
    'stage: >\n  prop|osal',
    'a: # |',
  ]) {
    it(`is nothing at ${yaml.replaceAll('\n', '⏎')}`, () => assert.deepEqual(offers(head(yaml)), []));
  }

  it('is no tag, criterion or key that stands there already', () => {
    const labels = (yaml: string) => offers(head(yaml)).map(({ label }) => label);
    assert.equal(labels('tags: [dana, |]').includes('dana'), false);
    assert.ok(labels('tags: [dan|a]').includes('dana'));
    assert.deepEqual(labels('stage: qualification\nchecks: [budget, |]'), ['yes']);
    assert.deepEqual(labels('contacts:\n  - {name: x, email: y, |}'), ['role', 'phone']);
  });

  it('has no name that only this deal uses', () => {
    const deals = [makeDeal({ path: 'a.md', owner: 'dan' }), makeDeal({ path: 'b.md', owner: 'dana' })];
    assert.deepEqual(
      offers(head('owner: |'), { names: kind => namesInUse(deals, kind, 'a.md') }).map(({ label }) => label),
      ['dana'],
    );
  });

  it('is all there is where a whole value stands, if somebody asks', () => {
    for (const [yaml, count] of [
      ['close_date: 2026-12-|11', 7],
      ['stage: "propo|sal"', 7],
      ['status: wo|n', 3],
    ] as const) {
      const text = head(yaml).replace('|', '');
      const all = offers(head(yaml), { isAsked: true });
      assert.equal(all.length, count, yaml);
      for (const { edit, filter } of all) assert.equal(filter, text.slice(edit.start, edit.end));
    }
    assert.ok(offers(head('status: w|'), { isAsked: true }).every(({ filter }) => filter !== 'w'));
  });

  it('is not all of thousands of names, but those that are meant by what is typed', () => {
    const deals = Array.from({ length: 5000 }, (_, k) => makeDeal({ path: `${k}.md`, account: `Acme ${k}` }));
    const names = (kind: NameKind) => namesInUse(deals, kind, '');
    const at = (marked: string) =>
      offersAt(marked.replace('|', ''), marked.indexOf('|'), { ...known, names });
    assert.deepEqual(
      [at(head('account: |')).offers.length, at(head('account: |')).dependOnText],
      [100, true],
    );
    assert.deepEqual(
      at(head('account: acme 4321|')).offers.map(({ label }) => label),
      ['Acme 4321'],
    );
  });
});

/** Where something stands in generated front matter: a text with a mark, and how to find it in the data. */
interface Case {
  readonly text: string;
  readonly offset: number;
  readonly find: (data: Data) => unknown;
}

const quote = fc.constantFrom('', '"', "'");
const typed = fc.constantFrom('', '', 'd', 'da', 'prop', '2026-1', 'next fri', 'Zo');
const newline = fc.constantFrom('\n', '\n', '\r\n');
const comment = fc.constantFrom('', '', ' # as agreed', '  # it\'s "so"');
const others = fc.subarray([
  'title: Acme',
  'title: "Acme, \\"x\\""',
  "source: 'it''s'",
  'created: 2026-01-05',
  "created: '2026-01-05'",
  'value: 48000',
  'note: >\n  a text: with a colon\n\n  # and more',
  'extra: {a: [b, {c: d}], e: "f"}',
  'lines: "one\n  two"',
  '# stage: none',
  'contacts:\n  - {name: "R. Lee", role: buyer}\n  - name: T. Bo\n    role: none',
  'contacts:\n- name: T. Bo',
]);
const unique = others.map(all =>
  all.filter((one, k) => all.findIndex(two => two.split(':')[0] === one.split(':')[0]) === k),
);

const at = (data: Data, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)?.[key], data);

/** A value that is being typed: `build` puts it between what stands before and behind it. */
const places: readonly {
  build: (value: string) => readonly [before: string, after: string];
  find: Case['find'];
  isFlow?: boolean;
}[] = [
  ...[
    'account',
    'owner',
    'source2',
    'stage',
    'status',
    'lost_reason',
    'currency',
    'probability',
    'forecast',
    'close_date',
    'next_step_on',
  ]
    .filter(key => key !== 'source2')
    .map(key => ({
      build: (value: string) => [`${key}: ${value}`, ''] as const,
      find: (data: Data) => at(data, key),
    })),
  { build: value => [`tags: ${value}`, ''], find: data => at(data, 'tags') },
  { build: value => [`tags: [x, ${value}`, ', "y"]'], find: data => at(data, 'tags', 1), isFlow: true },
  { build: value => [`tags: [${value}`, ']'], find: data => at(data, 'tags', 0), isFlow: true },
  { build: value => [`tags:\n  - x\n  - ${value}`, '\n  - y'], find: data => at(data, 'tags', 1) },
  { build: value => [`tags:\n- ${value}`, '\n- "y"'], find: data => at(data, 'tags', 0) },
  { build: value => [`checks: [${value}`, ']'], find: data => at(data, 'checks', 0), isFlow: true },
  {
    build: value => [`history:\n  - {on: ${value}`, ', stage: closing}'],
    find: data => at(data, 'history', 0, 'on'),
    isFlow: true,
  },
  {
    build: value => [`history:\n  - {on: '2026-01-05', stage: ${value}`, '}'],
    find: data => at(data, 'history', 0, 'stage'),
    isFlow: true,
  },
  {
    build: value => [`history:\n  - on: 2026-01-05\n    stage: ${value}`, ''],
    find: data => at(data, 'history', 0, 'stage'),
  },
  {
    build: value => [`history:\n  - {on: 2026-01-05, status: lost, reason: ${value}`, ' }'],
    find: data => at(data, 'history', 0, 'reason'),
    isFlow: true,
  },
];

const valueCase: fc.Arbitrary<Case> = fc
  .record({
    place: fc.constantFrom(...places),
    quote,
    typed,
    newline,
    comment,
    before: unique,
    isClosed: fc.boolean(),
    gap: fc.constantFrom(' ', '  '),
  })
  .map(
    ({
      place: { build, find, isFlow },
      quote: mark,
      typed: part,
      newline: end,
      comment: note,
      before,
      isClosed,
      gap,
    }) => {
      // An opened quote with nothing to close it would take in what follows in brackets.
      const value = `${mark}${part}${mark && (isClosed || isFlow) ? mark : ''}`;
      const [start, rest] = build(value);
      const key = start.split(':')[0]!;
      const lines = before.filter(one => !one.startsWith(`${key}:`));
      const spaced = isFlow || start.includes('\n') ? start : start.replace(': ', `:${gap}`);
      const behind = mark && !isClosed ? '' : note;
      const text = [
        '---',
        ...lines,
        `${spaced}${rest}${rest.includes('\n') ? '' : behind}`,
        'stage2: x',
        '---',
        'Notes',
      ].join('\n');
      const cursor =
        text.indexOf(`${spaced}${rest}`) + spaced.length - (mark && (isClosed || isFlow) ? 1 : 0);
      const shift = end === '\r\n' ? text.slice(0, cursor).split('\n').length - 1 : 0;
      return { text: text.replaceAll('\n', end), offset: cursor + shift, find };
    },
  );

describe('any offer that is taken', () => {
  it('is there for the reader of the file as it was meant, and all else is as it was', () => {
    let count = 0;
    forAll(
      valueCase,
      ({ text, offset, find }) => {
        for (const offer of offersAt(text, offset, known).offers) {
          const after = accept(text, offer, 'x');
          const parsed = parseFrontMatter(after);
          assert.ok(parsed.kind === 'found', `${JSON.stringify(after)} ${JSON.stringify(parsed)}`);
          assert.deepEqual(find(parsed.data), offer.value, JSON.stringify(after));
          assert.equal(parsed.data['stage2'], 'x');
          assert.equal(after.split('\n').length, text.split('\n').length);
          count++;
        }
      },
      500,
    );
    assertEnough(count, 1000);
  });

  it('is a key that the reader finds, with a place for its value', () => {
    const keyCase = fc.record({
      before: unique,
      after: fc.constantFrom([], ['stage2: x']),
      typed: fc.constantFrom('', 'o', 'sta'),
      indent: fc.constantFrom('', '  '),
      end: newline,
    });
    forAll(
      keyCase,
      ({ before, after, typed: part, indent, end }) => {
        const lines = [...before.flatMap(one => one.split('\n')), part, ...after].map(line =>
          line ? indent + line : line,
        );
        const where = before.flatMap(one => one.split('\n')).length;
        lines[where] = indent + part;
        const text = ['---', ...lines, '---', 'Notes'].join(end);
        const offset = ['---', ...lines.slice(0, where + 1)].join(end).length;
        const { offers: all } = offersAt(text, offset, known);
        assert.ok(all.length > 10, JSON.stringify(text));
        for (const offer of all) {
          const changed = accept(text, offer, 'x');
          const parsed = parseFrontMatter(changed);
          assert.ok(parsed.kind === 'found', `${JSON.stringify(changed)} ${JSON.stringify(parsed)}`);
          assert.ok(Object.hasOwn(parsed.data, String(offer.value)), JSON.stringify(changed));
          if (after.length) assert.equal(parsed.data['stage2'], 'x');
        }
      },
      200,
    );
  });

  it('is on one line with the cursor in it, whatever the text', () => {
    const piece = fc.constantFrom(
      ...[
        'stage',
        'owner: ',
        'tags',
        ': ',
        ':',
        '\n',
        '\n  ',
        '- ',
        '-',
        '[',
        ']',
        '{',
        '}',
        ', ',
        '"',
        "'",
        ' # ',
      ],
      ...[
        'history:\n  - {on: ',
        'contacts:\n',
        '|',
        '&a ',
        '!!str ',
        '\t',
        '\r\n',
        'x',
        ' ',
        '---',
        'prop',
        '2026-',
      ],
    );
    forAll(
      fc.array(piece, { maxLength: 25 }),
      pieces => {
        const text = `---\n${pieces.join('')}`;
        for (let offset = 0; offset <= text.length; offset += 3) {
          for (const { edit, label, filter } of offersAt(text, offset, { ...known, process: DEFAULT_PROCESS })
            .offers) {
            assert.ok(edit.start <= offset && offset <= edit.end, JSON.stringify({ text, offset, edit }));
            assert.doesNotMatch(text.slice(edit.start, edit.end), /\n/);
            assert.ok(label && filter);
          }
        }
      },
      200,
    );
  });
});

describe('what is offered under a team’s own keys', () => {
  const { process } = readProcess('fields: {close_date: closes, owner: rep}');
  const labels = (marked: string) => offers(marked, { process }).map(({ label }) => label);

  it('is what the field has', () => {
    assert.ok(labels(head('stage: proposal\ncloses: |')).includes('tomorrow'));
    assert.ok(labels(head('stage: proposal\nrep: |')).includes('dana'));
  });

  it('is nothing behind a key that is no longer that of a field', () => {
    assert.deepEqual(labels(head('stage: proposal\nclose_date: |')), []);
  });

  it('are those keys, and not the standard ones', () => {
    const keys = labels(head('stage: proposal\n|'));
    assert.ok(keys.includes('closes') && keys.includes('rep'));
    assert.ok(!keys.includes('close_date') && !keys.includes('owner'));
    assert.ok(!labels(head('rep: dana\n|')).includes('rep'));
    const offer = offers(head('stage: proposal\n|'), { process }).find(({ label }) => label === 'closes')!;
    assert.equal(offer.edit.text, 'closes: ');
    assert.equal(offer.value, 'close_date');
  });
});
