import assert from 'node:assert/strict';
import { Importing, FOLDER, saidOf } from './support/importing';

/** What stands below the front matter of the only deal, and what was said of its row. */
async function noted(heads: string, row: string) {
  const into = new Importing();
  const { plan } = await into.take(
    'crm.csv',
    `Id,Title,Account,Stage,${heads}\n1,Scanners,Acme,Proposal,${row}\n`,
  );
  const [text = ''] = Object.entries(into.files.all).flatMap(([file, one]) =>
    file.startsWith(FOLDER) && file.endsWith('.md') ? [one] : [],
  );
  const [deal] = into.deals;
  // Without what contacts don't say.
  const contacts = JSON.parse(JSON.stringify(deal!.contacts)) as unknown;
  return { contacts, deal: deal!, notes: text.split('\n---\n')[1]!.trim(), said: saidOf(plan.noted) };
}

describe('a cell that can’t be read', () => {
  it('as an e-mail address stands in the notes and is told; the address beside it is taken', async () => {
    const { contacts, notes, said } = await noted(
      'Contact,Email',
      'Jane Doe,"jane at acme; jane@acme.example"',
    );
    assert.deepEqual(contacts, [{ name: 'Jane Doe', email: 'jane@acme.example' }]);
    assert.match(notes, /^Email: jane at acme; jane@acme\.example$/m);
    assert.deepEqual(said, [
      '2 Email: “jane at acme; jane@acme.example” isn’t an e-mail address. It’s in the notes.',
    ]);
  });

  it('as one is no person of that name', async () => {
    const { deal, notes } = await noted('Email', 'ask Jane');
    assert.deepEqual([deal.contacts, /^Email: ask Jane$/m.test(notes)], [[], true]);
  });

  it('as an amount keeps its currency with it', async () => {
    const { deal, notes } = await noted('Value,Currency', 'about five,EUR');
    assert.deepEqual([deal.value, /^Value: about five \(Currency: EUR\)$/m.test(notes)], [undefined, true]);
  });

  it('as a status stands in the notes and is told', async () => {
    const { deal, notes, said } = await noted('Status', 'maybe');
    assert.deepEqual([deal.status, /^Status: maybe$/m.test(notes)], ['open', true]);
    assert.match(said.join(), /^2 Status: “maybe” doesn’t say whether .* so it’s taken as open\./);
  });

  for (const [status, is] of Object.entries({
    Open: 'open',
    Offen: 'open',
    'In progress': 'open',
    Gewonnen: 'won',
  }))
    it(`is told, and ${status} as a status isn’t`, async () => {
      const { deal, said } = await noted('Status', status);
      assert.deepEqual([deal.status, said], [is, []]);
    });

  it('as a number keeps all of its digits in the notes, and is told', async () => {
    for (const [typed, amount] of [
      ['12345678901234567890', undefined],
      ['9007199254740993', undefined],
      ['1e300', undefined],
      ['1234.123456789012345678', 1234.1234567890124],
    ] as const) {
      const { deal, notes, said } = await noted('Value,Currency', `${typed},EUR`);
      assert.deepEqual([deal.value?.amount, said.length], [amount, 1], typed);
      assert.ok(notes.includes(`Value: ${typed} (Currency: EUR)`), notes);
    }
  });

  it('is told, and one with many digits that says no more than a number can isn’t', async () => {
    for (const [typed, amount] of [
      ['1500.000000000000000000', 1500],
      ['1e5', 100_000],
      ['0000000000000000012', 12],
      ['9007199254740991', 9_007_199_254_740_991],
    ] as const) {
      const { deal, said } = await noted('Value,Currency', `${typed},EUR`);
      assert.deepEqual([deal.value?.amount, said], [amount, []], typed);
    }
  });
});

describe('the people of a row', () => {
  it('each get the address that stands at their place, whoever has none left', async () => {
    for (const [cells, contacts] of [
      [
        'Jane Doe; Ed Roe,"jane@acme.example, ed@acme.example"',
        [
          { name: 'Jane Doe', email: 'jane@acme.example' },
          { name: 'Ed Roe', email: 'ed@acme.example' },
        ],
      ],
      [
        'Jane Doe,jane@acme.example; Ed Roe <ed@acme.example>',
        [
          { name: 'Jane Doe', email: 'jane@acme.example' },
          { name: 'Ed Roe', email: 'ed@acme.example' },
        ],
      ],
      [
        'Jane Doe; Ed Roe; Flo,jane@acme.example; ed@acme.example',
        [
          { name: 'Jane Doe', email: 'jane@acme.example' },
          { name: 'Ed Roe' },
          { name: 'Flo' },
          { email: 'ed@acme.example' },
        ],
      ],
      [',Jane Doe <mailto:jane@acme.example>', [{ name: 'Jane Doe', email: 'jane@acme.example' }]],
    ] as const) {
      const { contacts: found, said } = await noted('Contact,Email', cells);
      assert.deepEqual([found, said], [contacts, []], cells);
    }
  });

  it('may be nobody: a telephone number alone stands in the notes and is told', async () => {
    const { deal, notes, said } = await noted('Phone', '+49 30 1234');
    assert.deepEqual([deal.contacts, /^Phone: \+49 30 1234$/m.test(notes), said.length], [[], true, 1]);
  });
});
