import assert from 'node:assert/strict';
import { setField } from '../../../src/actions/setFields';
import { sentence, sentenceOf } from '../../../src/words/sentence';
import { memoryWorld, openDeal, type World } from './support/worlds';

const OPEN = openDeal('A');

/** Sets one field of one deal, and tells all of it. */
async function set(key: string, value: string, { text = OPEN, process = '', language = 'en-GB' } = {}) {
  const world = memoryWorld();
  if (process) world.write('sales-process.yaml', process);
  const result = await setField(world.workspace, [world.write('a.md', text)], { key, value, language });
  return { world, ...outcome(world, text), ...told(result) };
}

function told({ done, refused }: Awaited<ReturnType<typeof setField>>) {
  const [plan] = done.map(one => one.plan);
  return {
    fields: plan?.fields,
    warnings: plan?.warnings.map(sentence),
    refused: refused.map(({ problem }) => sentenceOf(problem)),
  };
}

/** The lines that are new in the file, and whether it is as it was. */
function outcome(world: World, text: string) {
  const now = world.all()['a.md']!;
  const before = text.split('\n');
  return { isSame: now === text, lines: now.split('\n').filter(line => !before.includes(line)) };
}

describe('a value as people type it', () => {
  for (const [key, value, lines] of [
    ['close_date', '3 march', ['close_date: 2026-03-03']],
    ['created', 'yesterday', ['created: 2026-03-01']],
    ['created', '28.02.2026', ['created: 2026-02-28']],
    ['forecast', 'best-case', ['forecast: best_case']],
    ['forecast', 'BEST   case', ['forecast: best_case']],
    ['forecast', 'commit', ['forecast: commit']],
    ['currency', 'Usd', ['currency: USD']],
    ['currency', 'US$', ['currency: USD']],
    ['forecast', 'best - case', ['forecast: best_case']],
    ['tags', ' #hot ,, big deal , hot', ['tags:', '  - hot', '  - big deal']],
    ['checks', 'budget, need', ['checks:', '  - budget', '  - need']],
    ['loss_review', ' a   b ', ['loss_review: a b']],
    ['renewal_on', '31.12.2026', ['renewal_on: 2026-12-31']],
    ['trial_date', 'soonish', ['trial_date: soonish']],
    ['trial_date', '12', ['trial_date: 12']],
    ['dates', 'friday', ['dates: friday']],
    ['_on', 'tomorrow', ['_on: 2026-03-03']],
    ['update', 'tomorrow', ['update: tomorrow']],
    ['trial_on_site', 'tomorrow', ['trial_on_site: tomorrow']],
    ['seats', '007', ["seats: '007'"]],
    ['seats', '1.5', ['seats: 1.5']],
    ['Größe 2', 'XL', ['Größe 2: XL']],
    ['  region  ', 'north', ['region: north']],
    ['Next   step', 'Call', ['next_step: Call']],
    ['NEXT-STEP', 'Call', ['next_step: Call']],
  ] as const) {
    it(`is understood: ${key} “${value}”`, async () => {
      const { lines: now, refused } = await set(key, value);
      assert.deepEqual([now, refused], [lines, []]);
    });
  }

  for (const [key, value, why] of [
    ['close_date', 'soonish', '“soonish” isn’t a date. Write one like 2026-12-18, “friday” or “in 2 weeks”.'],
    [
      'close_date',
      'in 1000 years',
      '“in 1000 years” isn’t a date. Write one like 2026-12-18, “friday” or “in 2 weeks”.',
    ],
    ['next_step_on', '3026-03-02', 'The date 3026-03-02 is a long way from today. Check the year.'],
    ['close_date', '31.12.2062', 'The date 2062-12-31 is a long way from today. Check the year.'],
    ['value', '5 all', '“5 all” isn’t an amount. If you mean the currency, write ALL in capitals.'],
    ['value', '2 lak', '“2 lak” isn’t an amount. If you mean the currency, write LAK in capitals.'],
    ['probability', '0.4', '“0.4” is less than one percent. Write 40, or 0.4% if you mean that.'],
    ['probability', '0,4', '“0,4” is less than one percent. Write 40, or 0,4% if you mean that.'],
    ['close_date', '03/04/2026', '“03/04/2026” may be 2026-04-03 or 2026-03-04. Write the one you mean.'],
    ['renewal_on', '03/04/2026', '“03/04/2026” may be 2026-04-03 or 2026-03-04. Write the one you mean.'],
    ['renewal_on', '3/4/26', '“3/4/26” may be 2026-04-03 or 2026-03-04. Write the one you mean.'],
    ['value', '$48k', '“$48k” may be in USD, CAD, AUD or NZD. Write the code of the one you mean.'],
    ['currency', 'kr', '“kr” may be in SEK, NOK, DKK or ISK. Write the code of the one you mean.'],
    ['value', '30k/week', '“30k/week” isn’t an amount. Write one like 48k or 48 000 EUR.'],
    ['value_period', 'weekly', '“weekly” isn’t a period. Write month, quarter or year.'],
    ['term', '1.5', '“1.5” isn’t a number of periods. Write a whole number, such as 24.'],
    ['value', 'a lot', '“a lot” isn’t an amount. Write one like 48k or 48 000 EUR.'],
    ['probability', '101', '“101” isn’t a percentage. Write a number from 0 to 100.'],
    ['currency', 'beads', '“beads” isn’t a currency. Write a code such as EUR.'],
    ['forecast', 'sure', '“sure” isn’t a forecast category. Write pipeline, best_case, commit or omitted.'],
    ['a: b', 'x', '“a: b” can’t be the name of a field. Use letters, digits and _.'],
    ['1st', 'x', '“1st” can’t be the name of a field. Use letters, digits and _.'],
    ['x!', 'x', '“x!” can’t be the name of a field. Use letters, digits and _.'],
    ['contacts', 'Dana', 'Each contact has a name, a role and an email. Edit them in the file.'],
    ['stage', 'closing', 'The stage is set by moving the deal. Use advance, back or move.'],
    ['Status', 'won', 'The status is set by moving the deal. Use win, stop or reopen.'],
    ['history', '', 'The history is set by moving the deal. Use advance, back, move, win, stop or reopen.'],
    ['closed on', '2026-03-02', 'The close day is set by moving the deal. Use win or stop.'],
    ['lost_reason', 'price', 'The lost reason is set by moving the deal. Use stop.'],
    ['lost_note', 'x', 'The note on a loss is set by moving the deal. Use stop.'],
  ] as const) {
    it(`is refused, with what to do: ${key} “${value}”`, async () => {
      const { refused, isSame } = await set(key, value);
      assert.deepEqual([refused, isSame], [[why], true]);
    });
  }

  it('is refused without a year too, where the editor doesn’t say which comes first, and read as people say it', async () => {
    const either = '“10/11” may be 2026-11-10 or 2026-10-11. Write the one you mean.';
    assert.deepEqual((await set('close_date', '10/11', { language: 'en' })).refused, [either]);
    assert.deepEqual((await set('close_date', '10/11', { language: 'en-GB' })).lines, [
      'close_date: 2026-11-10',
    ]);
    assert.deepEqual((await set('close_date', '10/11', { language: 'en-US' })).lines, [
      'close_date: 2026-10-11',
    ]);
    const spaced = await set('close_date', '10. 11. 2026', { language: 'en' });
    assert.deepEqual(spaced.lines, ['close_date: 2026-11-10']);
  });

  it('is no beginning that is still to come, or decades ago', async () => {
    for (const [typed, why] of [
      ['next friday', 'It can’t have happened on 2026-03-13, which is still to come. Check the date.'],
      ['2062-03-02', 'It can’t have happened on 2062-03-02, which is still to come. Check the date.'],
      ['0206-03-02', 'It can’t have happened on 0206-03-02, decades ago. Check the year.'],
    ] as const)
      assert.deepEqual((await set('created', typed)).refused, [why]);
    assert.deepEqual((await set('close_date', '2030-03-02')).lines, ['close_date: 2030-03-02']);
  });

  it('is a day of which the order is known, with or without a year', async () => {
    for (const [language, day] of [
      ['en-US', '2026-05-06'],
      ['en-GB', '2026-06-05'],
      ['de', '2026-06-05'],
    ] as const)
      assert.deepEqual((await set('close_date', '5/6', { language })).lines, [`close_date: ${day}`]);
    // English is spoken where the day comes first, and where the month does.
    for (const language of ['en', 'und'])
      assert.deepEqual((await set('close_date', '5/6', { language })).refused, [
        '“5/6” may be 2026-06-05 or 2026-05-06. Write the one you mean.',
      ]);
    assert.deepEqual((await set('close_date', '25/6', { language: 'en' })).lines, ['close_date: 2026-06-25']);
    assert.deepEqual((await set('close_date', '5/5', { language: 'en' })).lines, ['close_date: 2026-05-05']);
    assert.deepEqual((await set('close_date', '5.6.', { language: 'en' })).lines, ['close_date: 2026-06-05']);
  });

  it('is a day in the language of the person', async () => {
    assert.deepEqual((await set('close_date', 'morgen', { language: 'de' })).lines, [
      'close_date: 2026-03-03',
    ]);
    assert.equal((await set('close_date', 'morgen', { language: 'en' })).refused.length, 1);
  });

  it('may be set in several deals at once, each by the rules of its pipeline', async () => {
    const { workspace, write, all } = memoryWorld();
    const outer = write('a.md', OPEN);
    write('north/sales-process.yaml', 'fields: { value: amount }\n');
    const inner = write('north/b.md', OPEN);
    await setField(workspace, [outer, inner], { key: 'value', value: '5k', language: 'en' });
    assert.match(all()['a.md']!, /^value: 5000$/m);
    assert.match(all()['north/b.md']!, /^value: 5k$/m);
  });
});

describe('an amount', () => {
  const EUR = openDeal('A', 'currency: EUR\n');
  for (const [what, value, options, lines] of [
    ['has no currency where none is named', '9k', {}, ['value: 9000']],
    ['has the currency that is named', '9k usd', {}, ['value: 9000', 'currency: USD']],
    ['leaves a currency that the file has', '9k €', { text: EUR }, ['value: 9000']],
    [
      'leaves it in whatever letters it is written',
      '9k €',
      { text: openDeal('A', 'currency: eur\n') },
      ['value: 9000'],
    ],
    ['replaces another one', '9k US$', { text: EUR }, ['value: 9000', 'currency: USD']],
    ['leaves the team’s unsaid', '9k €', { process: 'currency: EUR\n' }, ['value: 9000']],
    [
      'says another than the team’s',
      '9k US$',
      { process: 'currency: EUR\n' },
      ['value: 9000', 'currency: USD'],
    ],
    [
      'says the team’s where the team wants it said',
      '9k',
      { process: 'currency: EUR\nstages:\n  proposal: { required: [currency] }\n' },
      ['value: 9000', 'currency: EUR'],
    ],
    [
      'says the team’s again in no file that has it',
      '9k',
      { process: 'currency: EUR\nstages:\n  proposal: { required: [currency] }\n', text: EUR },
      ['value: 9000'],
    ],
    [
      'keeps what the file has where the team has another',
      '9k',
      {
        process: 'currency: EUR\nstages:\n  proposal: { required: [currency] }\n',
        text: openDeal('A', 'currency: usd\n'),
      },
      ['value: 9000'],
    ],
    [
      'replaces the team’s where the file says that',
      '9k US$',
      { process: 'currency: USD\n', text: EUR },
      ['value: 9000', 'currency: USD'],
    ],
    [
      'fills in a currency that is there without a value',
      '9k €',
      {
        process: 'currency: EUR\nstages:\n  proposal: { required: [currency] }\n',
        text: openDeal('A', 'currency:\n'),
      },
      ['value: 9000', 'currency: EUR'],
    ],
    [
      'fills in a currency that is there as an empty text',
      '9k',
      {
        process: 'currency: EUR\nstages:\n  proposal: { required: [currency] }\n',
        text: openDeal('A', 'currency: ""\n'),
      },
      ['value: 9000', 'currency: "EUR"'],
    ],
    [
      'replaces what is no currency',
      '9k',
      {
        process: 'currency: EUR\nstages:\n  proposal: { required: [currency] }\n',
        text: openDeal('A', 'currency: 12\n'),
      },
      ['value: 9000', 'currency: EUR'],
    ],
    [
      'has none where the team wants one and has none',
      '9k',
      { process: 'stages:\n  proposal: { required: [currency] }\n' },
      ['value: 9000'],
    ],
  ] as const) {
    it(what, async () => assert.deepEqual((await set('value', value, options)).lines, lines));
  }
});

describe('a field that is set', () => {
  it('is told by its new value, as the file names it', async () => {
    const process = 'fields: { value: amount }\n';
    assert.deepEqual((await set('amount', '5k US$', { process })).fields, { amount: 5000, currency: 'USD' });
    assert.deepEqual((await set('owner', 'Lee', { text: openDeal('A', 'owner: Lee\n') })).fields, {});
    const { fields } = await set('owner', '', { text: openDeal('A', 'owner: Lee\n') });
    assert.deepEqual(fields, { owner: undefined });
    assert.ok(Object.hasOwn(fields!, 'owner'));
  });

  it('goes where nothing is typed, be it ours or the team’s own', async () => {
    for (const key of ['owner', 'region', 'value', 'close_date', 'tags', 'forecast', 'renewal_on']) {
      const { world } = await set(key, '  ', { text: openDeal('A', `${key}: x\n`) });
      assert.equal(world.all()['a.md'], OPEN, key);
    }
  });

  it('takes the title along into the heading of the notes', async () => {
    const { lines, refused } = await set('title', ' Acme,  depot ', { text: openDeal('A', '', '# A\n') });
    assert.deepEqual([lines, refused], [["title: 'Acme, depot'", '# Acme, depot'], []]);
    assert.deepEqual((await set('title', '')).fields, { title: undefined });
  });

  for (const [key, options, meant] of [
    ['clsoe_date', {}, ['“clsoe_date” is a new key. Did you mean “close_date”?']],
    ['valeu', { process: 'fields: { value: amount }\n' }, []],
    ['amuont', { process: 'fields: { value: amount }\n' }, ['“amuont” is a new key. Did you mean “amount”?']],
    ['value', { process: 'fields: { value: amount }\n' }, ['“value” is a new key. Did you mean “amount”?']],
    ['clsoe_date', { text: openDeal('A', 'clsoe_date: 2026-04-01\n') }, []],
    ['warehouse', {}, []],
    ['owner', {}, []],
  ] as const) {
    it(`asks what is meant by a key only if it is new and like another: ${key} ${JSON.stringify(options)}`, async () => {
      assert.deepEqual((await set(key, '2026-05-01', options)).warnings, meant);
    });
  }

  for (const [key, value, options] of [
    ['statuss', 'won', {}],
    ['Sta tus', 'Lost', {}],
    ['deal_status', 'won', {}],
    ['stgae', 'proposal', {}],
    ['st\u0430ge', 'proposal', {}],
    [
      'Status',
      'won',
      { process: 'fields: { status: state }\n', text: '---\nstage: lead\nstate: open\n---\n' },
    ],
  ] as const)
    it(`is not what only moves write, under a key that is nearly that: ${key}`, async () => {
      const { refused, isSame } = await set(key, value, options);
      assert.deepEqual([refused.length, isSame], [1, true]);
      assert.match(refused[0]!, /is set by moving the deal\. Use (?:win|advance)/);
    });

  it('is the team’s own where its value says neither, or the file has it already', async () => {
    assert.deepEqual((await set('stages', '3')).fields, { stages: 3 });
    assert.deepEqual((await set('statuss', 'won', { text: openDeal('A', 'statuss: open\n') })).fields, {
      statuss: 'won',
    });
  });

  it('is not asked about where nothing was written', async () => {
    assert.deepEqual((await set('clsoe_date', '')).warnings, []);
  });

  it('is not set in a file that has no deal', async () => {
    for (const text of ['# Note\n', '---\nstage: "x\n---\n', '---\nowner: dana\n---\n']) {
      const { refused, isSame } = await set('owner', 'Lee', { text });
      assert.deepEqual([refused.length, isSame], [1, true]);
    }
  });
});
