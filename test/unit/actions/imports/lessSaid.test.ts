import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { MappingSaid } from '../../../../src/core/intake/mapping';
import { sentence } from '../../../../src/words/sentence';
import { forAllInTime } from '../../support/property';
import { FOLDER, Importing } from './support/importing';

const cell = (...some: readonly string[]) => fc.constantFrom('', ...some);
const amount = fc.constantFrom('', '100', '250.5', '$200', '€300', '48000');

/** How a deal stands: in the columns of outcomes, or as its stage. */
const standing = fc.oneof(
  fc.record({ stage: fc.constantFrom('Proposal', 'Demo'), status: cell('Open') }),
  fc.record({
    stage: fc.constantFrom('Proposal', 'Demo'),
    status: fc.constant('Won'),
    won: cell('2026-10-01'),
  }),
  fc.record({
    ...{ stage: fc.constantFrom('Proposal', 'Demo'), status: fc.constant('Lost') },
    ...{ lost: cell('2026-10-02'), reason: cell('too dear') },
  }),
  fc.record({
    stage: fc.constantFrom('Closed Lost - price', 'Closed Won'),
    status: fc.constant(''),
    reason: cell('too dear'),
  }),
);

const COLUMNS = {
  'Deal Name': 'title',
  Company: 'account',
  Owner: 'owner',
  Stage: 'stage',
  Status: 'status',
  'Won time': 'won',
  'Lost time': 'lost',
  'Lost reason': 'reason',
  'Last stage': 'last',
  Value: 'value',
  Currency: 'currency',
  'Close Date': 'close',
  Created: 'created',
  Probability: 'probability',
  Forecast: 'forecast',
  Term: 'term',
  'Billing period': 'period',
  'Next step': 'step',
  Contact: 'contact',
  Email: 'email',
  Phone: 'phone',
  Tags: 'tags',
  Labels: 'labels',
  Notes: 'notes',
  Comments: 'comments',
  Region: 'region',
} as const;
type Head = keyof typeof COLUMNS;
const HEADS = Object.keys(COLUMNS) as Head[];
/** Of two columns of notes, an empty cell takes its part out. */
const EMPTIED = HEADS.filter(head => head !== 'Notes' && head !== 'Comments');
type Row = Readonly<Partial<Record<(typeof COLUMNS)[Head], string>>>;

const row: fc.Arbitrary<Row> = fc
  .tuple(
    standing,
    fc.record({
      ...{
        title: cell('Scanners', 'Robots'),
        account: fc.constantFrom('Acme', 'Globex'),
        owner: cell('dana', 'ben'),
      },
      ...{
        last: cell('Demo'),
        value: amount,
        currency: cell('USD', 'CAD'),
        close: cell('2026-12-18', '2026-10-05'),
      },
      ...{
        created: cell('2026-09-01'),
        probability: cell('30', '40'),
        forecast: cell('commit'),
        term: cell('12', 'long'),
      },
      ...{
        period: cell('monthly'),
        step: cell('Call'),
        contact: cell('R. Lee'),
        email: cell('lee@acme.example'),
      },
      ...{
        phone: cell('+49 30 1'),
        tags: cell('hardware', 'a;b'),
        labels: cell('hot'),
        notes: cell('Two sites.'),
      },
      ...{ comments: cell('They like it.'), region: cell('North', '7') },
    }),
  )
  // A sign that contradicts the currency beside it says what its own cell says.
  .map(([stands, more]) => ({ ...more, ...stands, ...(more.value === '€300' && { currency: '' }) }));

/** In the first row no column is empty: of an empty one nobody has decided what it becomes. */
const FULL: Row = {
  ...{
    title: 'Full',
    account: 'Full',
    owner: 'dana',
    stage: 'Proposal',
    status: 'Lost',
    won: '',
    lost: '2026-10-02',
  },
  ...{
    reason: 'too dear',
    last: 'Demo',
    value: '1',
    currency: 'USD',
    close: '2026-10-05',
    created: '2026-09-01',
  },
  ...{
    probability: '35',
    forecast: 'commit',
    term: '12',
    period: 'monthly',
    step: 'Call',
    contact: 'R. Lee',
  },
  ...{
    email: 'lee@acme.example',
    phone: '1',
    tags: 'x',
    labels: 'y',
    notes: 'N.',
    comments: 'C.',
    region: 'South',
  },
};
const WON: Row = { ...FULL, title: 'Won', status: 'Won', won: '2026-10-01', lost: '' };

function tableOf(rows: readonly Row[], heads: readonly Head[]): string {
  const quote = (text: string) => `"${text}"`;
  return [
    ['Deal ID', ...heads].join(','),
    ...rows.map((one, at) =>
      [String(at), ...heads.map(head => one[COLUMNS[head]] ?? '')].map(quote).join(','),
    ),
  ].join('\n');
}

function dealsIn({ files }: Importing): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files.all).filter(([file]) => file.endsWith('.md')));
}

/** Lines of a file that no empty cell may change. */
function keptLines(text: string): readonly string[] {
  return text
    .replace(/^tags:\n(?: .*\n)*/m, '')
    .split('\n')
    .filter(line =>
      /^(?:title|stage|status|currency|created|closed_on|lost_reason|contacts|history|# |[ -]| |\w.*\.$)/.test(
        line,
      ),
    );
}

const SAID: MappingSaid = { currency: 'EUR', owner: 'zoe', closedStage: 'closing' };

/** Imports a table; one without stages or titles is refused, and changes nothing. */
async function takeIfRead(into: Importing, table: string): Promise<void> {
  if ((await into.plan('crm.csv', table)).ok) await into.take('crm.csv', table);
}

describe('a later table that says less', function () {
  this.timeout(60_000);

  it('changes nothing of what its missing columns would say, and the whole one after it changes nothing either', () =>
    forAllInTime(
      fc.tuple(
        fc.array(row, { minLength: 1, maxLength: 5 }),
        fc.subarray(HEADS, { minLength: 1, maxLength: 12 }),
        fc.subarray(HEADS, { minLength: 1, maxLength: 4 }),
      ),
      async ([some, without, missing]) => {
        const rows = [FULL, WON, ...some];
        const columns = HEADS.filter(
          head => !without.includes(head) || head === 'Company' || head === 'Stage',
        );
        const into = new Importing();
        await into.take('crm.csv', tableOf(rows, columns), SAID);
        const before = dealsIn(into);
        await takeIfRead(
          into,
          tableOf(
            rows,
            columns.filter(head => !missing.includes(head)),
          ),
        );
        assert.deepEqual(dealsIn(into), before);
        await into.take('crm.csv', tableOf(rows, columns));
        assert.deepEqual(dealsIn(into), before);
      },
      30,
    ));

  it('empties no title, stage, outcome, currency, reason, people or notes with empty cells', () =>
    forAllInTime(
      fc.tuple(
        fc.array(row, { minLength: 1, maxLength: 4 }),
        fc.subarray(EMPTIED, { minLength: 1, maxLength: 5 }),
        fc.subarray(HEADS, { maxLength: 2 }),
      ),
      async ([some, emptied, missing]) => {
        const rows = [FULL, WON, ...some];
        const into = new Importing();
        await into.take('crm.csv', tableOf(rows, HEADS), SAID);
        const before = dealsIn(into);
        const empty = Object.fromEntries(emptied.map(head => [COLUMNS[head], '']));
        const heads = HEADS.filter(head => !missing.includes(head));
        await takeIfRead(into, tableOf([FULL, WON, ...some.map(one => ({ ...one, ...empty }))], heads));
        const after = dealsIn(into);
        assert.deepEqual(Object.keys(after), Object.keys(before));
        for (const [file, text] of Object.entries(before))
          assert.deepEqual(keptLines(after[file]!), keptLines(text), file);
      },
      30,
    ));
});

const CRM = 'Deal ID,Deal Name,Company,Owner,Stage,Value,Currency';

describe('what an import assumes', () => {
  const table = `${CRM}\n1,Scanners,Acme,Dana,Proposal,100,\n2,Robots,Globex,,Proposal,€300,\n3,Cranes,Initech,Dana,Proposal,$200,CAD`;
  const worth = (into: Importing) => into.deals.map(({ owner, value }) => `${owner} ${value?.currency}`);

  it('is said otherwise later for what was assumed alone, and never for what a table or a person has said', async () => {
    const into = new Importing();
    await into.take('crm.csv', table, { currency: 'EUR', owner: 'zoe' });
    assert.deepEqual(worth(into), ['Dana CAD', 'zoe EUR', 'Dana EUR']);
    const bare = `${CRM.replace('Owner,', '').replace(',Currency', '')}\n1,Scanners,Acme,Proposal,100\n2,Robots,Globex,Proposal,300\n3,Cranes,Initech,Proposal,$200`;
    await into.take('crm.csv', bare, { currency: 'USD', owner: 'max' });
    assert.deepEqual(worth(into), ['Dana CAD', 'zoe EUR', 'Dana USD']);
  });

  it('fills what is empty here', async () => {
    const into = new Importing();
    const rows = 'Deal ID,Deal Name,Stage,Value\n1,Scanners,Proposal,100';
    await into.take('crm.csv', rows);
    await into.take('crm.csv', rows, { currency: 'USD', owner: 'max' });
    assert.deepEqual(worth(into), ['max USD']);
  });

  it('leaves won a deal that somebody has won here before any import, where the table has no outcomes', async () => {
    const into = new Importing({
      'a.md': '---\nstage: proposal\nstatus: won\nclosed_on: 2026-10-01\nsource_id: crm:1\n---\n# Scanners\n',
    });
    const before = dealsIn(into);
    const { plan } = await into.take(
      'crm.csv',
      'Deal ID,Deal Name,Stage,Close Date\n1,Scanners,Proposal,2026-12-18',
    );
    assert.deepEqual(plan.matched[0]!.differences, []);
    assert.deepEqual(dealsIn(into), before);
  });

  it('is not that a deal is won no more, where the outcomes are stages', async () => {
    const into = new Importing();
    const rows = (stage: string) => `Deal ID,Deal Name,Stage\n1,Scanners,${stage}\n2,Robots,Closed Won`;
    await into.take('crm.csv', rows('Closed Won'));
    await into.take('crm.csv', rows('Negotiation'));
    assert.deepEqual(
      into.deals.map(({ stage, status }) => `${stage} ${status}`),
      ['lead-generation won', 'negotiation open'],
    );
  });
});

describe('a column that a newer table calls otherwise', () => {
  const first = 'Deal ID,Deal Name,Stage,Close Date\n1,Scanners,Demo,2026-12-18';

  it('is read as what the mapping has in its place, which is said', async () => {
    const into = new Importing();
    await into.take('crm.csv', first);
    const { plan } = await into.take(
      'crm.csv',
      'Deal ID,Opportunity,Stage,Closing Date\n1,Scanners,Demo,2027-01-31\n2,Robots,Demo,',
    );
    assert.deepEqual(
      into.deals.map(({ title, closeDate }) => [title, closeDate]),
      [
        ['Robots', undefined],
        ['Scanners', '2027-01-31'],
      ],
    );
    assert.deepEqual(plan.remarks.map(sentence).slice(0, 2), [
      'This table has no “Deal Name”, so “Opportunity” is read instead. Add below the mapping’s columns: “Opportunity: title”, or let it become nothing there.',
      'This table has no “Close Date”, so “Closing Date” is read instead. Add below the mapping’s columns: “Closing Date: close_day”, or let it become nothing there.',
    ]);
    assert.ok(into.files.all[`${FOLDER}/_import/crm.yaml`]!.includes('Deal Name: title'));
  });

  it('is left out where the table still has the one that the mapping knows', async () => {
    const into = new Importing();
    await into.take('crm.csv', first);
    const { plan } = await into.take('crm.csv', 'Deal ID,Deal Name,Stage,Opportunity\n1,Scanners,Demo,X');
    assert.deepEqual(plan.proposed.renamed, []);
    assert.deepEqual(Object.keys(into.told), ['Scanners']);
  });
});
