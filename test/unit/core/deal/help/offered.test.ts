import assert from 'node:assert/strict';
import type { Offer, OfferContext } from '../../../../../src/core/deal/help/offer';
import { namesInUse } from '../../../../../src/core/deal/help/inUse';
import { offersAt } from '../../../../../src/core/deal/help/offers';
import { makeProcess } from '../../../../../src/core/process/process';
import { date, file, makeDeal } from '../../../support/deals';

const DEAL = makeDeal({
  owner: 'dana',
  lostReason: 'fit',
  value: { amount: 1, currency: 'SEK' },
  contacts: [{ name: 'Lee', role: 'buyer', email: undefined }],
});

function at(marked: string, given: Partial<OfferContext> = {}) {
  const text = file(marked);
  return offersAt(text.replace('|', ''), text.indexOf('|'), {
    process: makeProcess({ currency: 'GBP', lostReasons: ['price', 'timing'] }),
    names: kind => namesInUse([DEAL], kind, ''),
    today: date('2026-11-20'),
    language: 'en',
    isAsked: false,
    ...given,
  });
}

const labels = (marked: string, given?: Partial<OfferContext>) =>
  at(marked, given).offers.map(({ label }) => label);

function offer(marked: string, label: string, given?: Partial<OfferContext>): Offer {
  const found = at(marked, given).offers.find(one => one.label === label);
  assert.ok(found, `no ${label} among ${labels(marked, given).join(' ')}`);
  return found;
}

describe('a key that is offered', () => {
  const keys = (marked: string, isIt: (one: Offer) => boolean) =>
    at(marked)
      .offers.filter(isIt)
      .map(({ label }) => label);

  it('leads on to the offers for its value, where there are some', () => {
    assert.deepEqual(
      keys('title: x\n|', one => !one.leadsOn),
      ['value', 'next_step', 'contacts', 'history'],
    );
    assert.deepEqual(
      keys('contacts:\n  - name: x\n    |', one => one.leadsOn),
      ['role'],
    );
    assert.deepEqual(
      keys('ow|: dana', one => one.leadsOn),
      [],
    );
  });

  it('has holes where a list is begun with it', () => {
    assert.deepEqual(
      keys('title: x\n|', one => one.hasHoles),
      ['contacts', 'tags', 'checks', 'history'],
    );
    assert.deepEqual(
      keys('ow|: dana', one => one.hasHoles),
      [],
    );
  });

  it('is one that its map has not, whatever others have', () => {
    assert.ok(!labels('owner: x\n|').includes('owner'));
    assert.ok(labels('mine: {owner: x}\n|').includes('owner'));
    assert.ok(labels('title: owner\n|').includes('owner'));
    assert.ok(labels('ow|ner: x').includes('owner'));
    assert.ok(!labels('contacts:\n  - name: x\n    |').includes('name'));
    assert.ok(labels('contacts:\n  - name: x\n  - email: y\n    |').includes('name'));
  });

  it('is about the end of a deal only where the deal has one', () => {
    const ends = (head: string) =>
      labels(`${head}\n|`).filter(key => ['lost_reason', 'lost_note', 'closed_on'].includes(key));
    assert.deepEqual(ends('stage: x'), []);
    assert.deepEqual(ends('status: open'), []);
    assert.deepEqual(ends('status: Won'), ['closed_on']);
    assert.deepEqual(ends('status: closed lost').toSorted(), ['closed_on', 'lost_note', 'lost_reason']);
    assert.deepEqual(ends('status: {a: lost}'), []);
    assert.deepEqual(ends('status: {lost: a}'), []);
    assert.deepEqual(ends('mine: {status: lost}\ntitle: lost\nlost: won'), []);
  });

  it('comes in the quotes of its neighbours', () => {
    assert.equal(offer('{"title": "x", |}', 'owner').edit.text, '"owner": ');
    assert.equal(offer("'title': x\n|", 'owner').edit.text, "'owner': ");
    assert.equal(offer('mine: {"a": "b"}\n|', 'owner').edit.text, 'owner: ');
    assert.equal(offer('title: "x"\n|', 'owner').edit.text, 'owner: ');
  });

  it('begins a list as the file’s lists are', () => {
    assert.match(offer('title: x\n|', 'contacts').edit.text, /^contacts:\n {2}- \{name: /);
    assert.match(offer('checks:\n    - a\n|', 'contacts').edit.text, /^contacts:\n {4}- \{name: /);
    assert.match(offer('title: a - b\n|', 'contacts').edit.text, /^contacts:\n {2}- \{name: /);
    assert.match(offer('{title: x, |}', 'contacts').edit.text, /^contacts: \[\{name: .*\}\]$/);
    const text = file('title: x\n|', '- a list\n    - of the notes\n');
    const { offers } = offersAt(text.replace('|', ''), text.indexOf('|'), {
      ...{ process: makeProcess({}), names: () => [], today: date('2026-11-20') },
      ...{ language: 'en', isAsked: false },
    });
    assert.match(offers.find(({ label }) => label === 'contacts')!.edit.text, /^contacts:\n {2}- /);
  });
});

describe('an item that is offered for a list', () => {
  const HISTORY = '{on: 2026-11-20, stage: $1}';
  const CONTACT = '{name: $1, role: $2, email: $3}';
  for (const [marked, label, text, filter] of [
    ['contacts: [|]', 'contacts', CONTACT, 'contacts'],
    ['contacts: [x|]', 'contacts', CONTACT, 'x'],
    ['contacts:\n  - x|', 'contacts', CONTACT, 'x'],
    ['{contacts: |}', 'contacts', `[${CONTACT}]`, 'contacts'],
    ['history: |', 'history', `\n  - ${HISTORY}`, 'history'],
    ['history:\n  - {on: 2026-01-05}\n  |', 'history', `- ${HISTORY}`, 'history'],
    ['stage: none\nhistory:\n  - |', 'history', HISTORY, 'history'],
    ['stage: Proposal\nhistory:\n  - |', 'history', '{on: 2026-11-20, stage: Proposal}', 'history'],
  ] as const) {
    it(`is whole, with a place to go on: ${JSON.stringify(marked)}`, () => {
      const { edit, hasHoles, leadsOn, filter: by } = offer(marked, label);
      assert.deepEqual(
        { text: edit.text, hasHoles, leadsOn, by },
        { text, hasHoles: true, leadsOn: false, by: filter },
      );
    });
  }

  it('has the day in the quotes that the other days have', () => {
    const head = "history:\n  - {on: '2026-01-05', stage: proposal}\n  - |\nstage: proposal";
    assert.equal(offer(head, 'history').edit.text, "{on: '2026-11-20', stage: proposal}");
  });

  it('has its keys beside it, unless it stands in brackets', () => {
    assert.deepEqual(labels('contacts:\n  - x|'), ['contacts', 'name', 'role', 'email', 'phone']);
    assert.equal(offer('contacts:\n  - x|', 'name').kind, 'key');
    assert.deepEqual(labels('contacts: [x|]'), ['contacts']);
    assert.deepEqual(labels('{contacts: |}'), ['contacts']);
  });

  it('is none where a text stands', () => {
    assert.deepEqual(labels('contacts: x|'), []);
    assert.deepEqual(labels('contacts: "|"'), []);
    assert.deepEqual(labels('contacts:\n  - "|"'), []);
  });
});

describe('a value that is offered', () => {
  for (const [marked, expected] of [
    ['lost_reason: |', ['price', 'timing', 'fit']],
    ['history:\n  - {on: 2026-01-05, reason: |}', ['price', 'timing', 'fit']],
    ['history:\n  - {on: 2026-01-05, override: |}', ['true']],
    ['status: |', ['open', 'won', 'lost']],
    ['currency: |', ['GBP', 'SEK', 'EUR', 'USD', 'CHF']],
    ['owner: |', ['dana']],
    ['contacts:\n  - {name: x, role: |}', ['buyer']],
    ['created: |', ['today', 'yesterday', 'a week ago']],
    ['history:\n  - {on: |}', ['today', 'yesterday', 'a week ago']],
    ['created: 5|', ['today', 'yesterday', 'a week ago']],
    ['title: GBP\ncurrency: |', ['GBP', 'SEK', 'EUR', 'USD', 'CHF']],
  ] as const) {
    it(`at ${JSON.stringify(marked)}: ${expected.join(', ')}`, () =>
      assert.deepEqual(labels(marked), expected));
  }

  it('for a day that has been is before today', () =>
    assert.deepEqual(
      at('created: |').offers.map(({ value }) => value),
      ['2026-11-20', '2026-11-19', '2026-11-13'],
    ));

  it('of currencies has none of the team where it has none', () =>
    assert.deepEqual(labels('currency: |', { process: makeProcess({}) }), [
      'SEK',
      'EUR',
      'USD',
      'GBP',
      'CHF',
    ]));

  it('leads nowhere on, has no holes, and is found by its label and its value', () => {
    const { hasHoles, leadsOn, filter } = offer('stage: |', 'Objections and negotiations');
    assert.deepEqual(
      { hasHoles, leadsOn, filter },
      { hasHoles: false, leadsOn: false, filter: 'Objections and negotiations negotiation' },
    );
    assert.equal(offer('status: "|"', 'won').filter, '"won won');
  });

  it('depends on what is typed only for days, and where there are more than anybody looks through', () => {
    const depends = (marked: string, given?: Partial<OfferContext>) => at(marked, given).dependOnText;
    assert.deepEqual(
      ['title: x\n|', 'status: |', 'stage: |', 'contacts: [|]'].map(one => depends(one)),
      [...[false, false, false, false]],
    );
    assert.deepEqual(
      ['close_date: |', 'created: |'].map(one => depends(one)),
      [true, true],
    );
    const many = (count: number) => ({ names: () => Array.from({ length: count }, (_, k) => `n${k}`) });
    assert.equal(depends('owner: |', many(100)), false);
    assert.equal(depends('owner: |', many(101)), true);
    assert.equal(labels('owner: n100|', many(101)).length, 1);
  });

  it('is whole where somebody asks at a whole value', () => {
    for (const [marked, isWhole] of [
      ['status: won|', true],
      ['status: wo|', false],
      ['stage: Needs Analysis|', true],
      ['stage: nee|', false],
      ['created: 2026-01-05|', true],
      ['created: 2026-01|', false],
      ['currency: SEK|', true],
    ] as const) {
      const { offers, dependOnText } = at(marked, { isAsked: true });
      const written = /: (.*)\|/.exec(marked)![1];
      assert.equal(offers.length > 0 && offers.every(({ filter }) => filter === written), isWhole, marked);
      assert.equal(dependOnText, isWhole || marked.startsWith('created'), marked);
    }
  });

  it('is none in a list of texts that is one text with commas', () => {
    const process = makeProcess({
      stages: { proposal: { exitCriteria: [{ id: 'budget', text: 'They have a budget' }] } },
    });
    assert.deepEqual(labels('checks: a, |', { process }), []);
    assert.deepEqual(labels('checks: [|]', { process }), ['budget']);
    assert.deepEqual(labels('checks: ["a, |"]', { process }), ['budget']);
    assert.deepEqual(labels('checks: |', { process }), ['budget']);
    assert.deepEqual(labels('status: wo,|', { process }), ['open', 'won', 'lost']);
  });
});

describe('a stage that is offered', () => {
  const closing = (marked: string) => offer(marked, 'Closing').edit.text;

  it('is written as the one that stands there, else as those of its like, else as any other', () => {
    const history = (written: string, next: string) =>
      `history:\n  - {on: 2026-01-05, stage: ${written}}\n  - {on: 2026-01-06, stage: ${next}}`;
    assert.equal(closing('stage: propo|sal\nhistory:\n  - {on: 2026-01-05, stage: PROPOSAL}'), 'closing');
    assert.equal(closing(`${history('PROPOSAL', 'Propo|sal')}\nstage: proposal`), 'Closing');
    assert.equal(closing(`stage: proposal\n${history('PROPOSAL', '|')}`), 'CLOSING');
    assert.equal(closing(`stage: proposal\n${history('', '|')}`), 'closing');
    assert.equal(closing(`stage: |\n${history('PROPOSAL', 'Proposal')}`), 'CLOSING');
    assert.equal(closing('stage: |'), 'closing');
    assert.equal(closing('mine: {stage: PROPOSAL}\nowner: PROPOSAL\nproposal: x\nstage: |'), 'closing');
  });
});

describe('a value that YAML would take for something else', () => {
  it('comes in quotes', () => {
    for (const name of ['true', 'null', 'true north', 'False'])
      assert.match(offer('owner: |', name, { names: () => [name] }).edit.text, /^(?:'.*'|true north)$/, name);
  });
});

describe('a value in quotes', () => {
  const owner = (marked: string) => offer(marked, 'dana').edit.text;
  it('comes in those that all of its like have', () => {
    for (const [head, expected] of [
      ['title: "x"\nowner: |', '"dana"'],
      ["title: 'x'\nowner: |", "'dana'"],
      ['title: x\nowner: |', 'dana'],
      ['title: "x"\naccount: y\nowner: |', 'dana'],
      // Neither numbers, days, keys, items nor what is within tells how texts are written.
      ['title: "x"\nvalue: 5.5\nowner: |', '"dana"'],
      ['title: "x"\ncreated: 2026-01-05\nowner: |', '"dana"'],
      ['title: "x"\ntags: [y]\nowner: |', '"dana"'],
      ['title: "x"\ncontacts: [{name: y}]\nowner: |', '"dana"'],
      ['title: "x"\nnote: >\n  y\nowner: |', '"dana"'],
      ['title: "x"\nsource:\nowner: |', '"dana"'],
      ['title: "x"\nowner: da|', '"dana"'],
      ['title: x\nowner: "|"', '"dana"'],
      ['"title": x\nowner: |', 'dana'],
    ] as const)
      assert.equal(owner(head), expected, head);
  });
});
