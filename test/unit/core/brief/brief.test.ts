import assert from 'node:assert/strict';
import { briefOf } from '../../../../src/core/brief/brief';
import { changesOfTerms } from '../../../../src/core/brief/changesOfTerms';
import type { FileState } from '../../../../src/core/deal/past/fileState';
import { makeProcess } from '../../../../src/core/process/process';
import { date, makeDeal } from '../../support/deals';
import { readDeal } from '../../../../src/core/deal/readDeal';
import { dealOf } from '../../../../src/core/deal/entry';

const TODAY = date('2026-11-30');
const process = makeProcess({
  stages: {
    proposal: {
      questions: ['Who signs?'],
      exitCriteria: [
        { id: 'seen', text: 'They have seen it' },
        { id: 'price', text: 'They know the price' },
      ],
      required: ['close_date'],
    },
  },
});

const TEXT = `---
title: Acme
account: Acme Ltd
stage: proposal
value: 5000
currency: EUR
checks: [seen]
contacts:
  - {name: Rosalind, role: buyer, email: r@acme.example, phone: "+44 20 7946 0000"}
history:
  - {on: 2026-10-01, stage: proposal, close_date: 2026-11-15}
  - {on: 2026-11-02, close_date: 2026-12-15}
---
- [ ] 2026-12-03 Legal review @buyer

## Log

- 2026-12-24 call: planned
- 2026-11-20 call: wants a discount
- 2026-11-10 visit: six people
`;

function brief(text = TEXT, deals: readonly ReturnType<typeof makeDeal>[] = []) {
  const deal = dealOf(readDeal('acme.md', text, process))!;
  return briefOf({ deal, text, deals: [deal, ...deals], process, asOf: TODAY, reasons: [] });
}

describe('a brief', () => {
  it('has what is open in the stage, what to ask, and how long the deal has been there', () => {
    const { stage, days, open, met, absent, questions, todos } = brief();
    assert.deepEqual([stage?.id, days], ['proposal', 60]);
    assert.deepEqual(
      [met.map(({ id }) => id), open.map(({ id }) => id), absent],
      [['seen'], ['price'], ['close_date']],
    );
    assert.deepEqual(questions, ['Who signs?']);
    const unchecked = brief(TEXT.replace('checks: [seen]\n', ''));
    assert.deepEqual([unchecked.met, unchecked.open.length], [[], 2]);
    assert.deepEqual(
      todos.map(({ what, who }) => [what, who]),
      [['Legal review', 'buyer']],
    );
  });

  it('has whom to call, and what was logged last, without what is only planned', () => {
    const { people, log } = brief();
    assert.deepEqual(people, [
      { name: 'Rosalind', role: 'buyer', email: 'r@acme.example', phone: '+44 20 7946 0000' },
    ]);
    assert.deepEqual(
      log.map(({ on, what }) => `${on} ${what}`),
      ['2026-11-20 call: wants a discount', '2026-11-10 visit: six people'],
    );
  });

  it('has the other deals of the account, however that is written, the open ones first', () => {
    const other = (path: string, account: string, status: 'open' | 'won') =>
      makeDeal({ path, account, status });
    const { others } = brief(TEXT, [
      other('won.md', 'ACME  ltd', 'won'),
      other('next.md', 'Acme Ltd', 'open'),
      other('else.md', 'Globex', 'open'),
    ]);
    assert.deepEqual(
      others.map(({ path }) => path),
      ['next.md', 'won.md'],
    );
    assert.deepEqual(brief(TEXT.replace('account: Acme Ltd\n', ''), [makeDeal({ path: 'b.md' })]).others, []);
  });

  it('asks nothing of a deal that is closed', () => {
    const { stage, open, questions, todos, absent } = brief(
      TEXT.replace('stage: proposal\n', 'stage: proposal\nstatus: won\n'),
    );
    assert.deepEqual([stage, open, questions, todos, absent], [undefined, [], [], [], []]);
  });

  it('reads the side of a conflict that counts', () => {
    const text = TEXT.replace(
      'value: 5000\n',
      '<<<<<<< ours\nvalue: 5000\n=======\nvalue: 7000\n>>>>>>> theirs\n',
    );
    const { deal, people, log } = brief(text);
    assert.deepEqual([deal.value?.amount, people[0]?.phone, log.length], [5000, '+44 20 7946 0000', 2]);
  });
});

describe('how value and close date moved', () => {
  it('is told from the history where git is not there, up to what the file says now', () => {
    const deal = dealOf(
      readDeal('acme.md', TEXT.replace('currency', 'close_date: 2027-01-31\ncurrency'), process),
    )!;
    assert.deepEqual(changesOfTerms(deal), [
      { kind: 'closeDate', on: undefined, from: '2026-12-15', to: '2027-01-31' },
      { kind: 'closeDate', on: '2026-11-02', from: '2026-11-15', to: '2026-12-15' },
    ]);
    const more = TEXT.replace(/(2026-11-02, .*\n)/, '$1  - {on: 2026-11-09, close_date: 2026-12-20}\n');
    assert.deepEqual(changesOfTerms(dealOf(readDeal('acme.md', more, process))!)[0], {
      ...{ kind: 'closeDate', on: undefined, from: '2026-12-20', to: undefined },
    });
  });

  it('is told from git, the newest first, with what is not committed yet above', () => {
    const on = (day: string) => ({ on: date(day), by: 'Dana', commit: 'c' });
    const eur = (amount: number) => ({ amount, currency: 'EUR' });
    const state: FileState = {
      ...{ title: 'Acme', account: undefined, sourceId: undefined, created: undefined },
      ...{ stage: 'proposal', status: 'open', value: eur(100), closeDate: date('2026-11-15') },
      ...{ owner: undefined, nextStep: undefined, nextStepOn: undefined, closedOn: undefined },
      lostReason: undefined,
    };
    const deal = makeDeal({
      value: eur(300),
      closeDate: date('2026-12-31'),
      inGit: {
        first: { ...on('2026-10-01'), state },
        changes: [
          { ...on('2026-10-10'), set: { value: eur(200), closeDate: date('2026-12-31') } },
          { ...on('2026-10-20'), set: { owner: 'dana' } },
        ],
      },
    });
    assert.deepEqual(
      changesOfTerms(deal).map(change => [change.kind, change.on, change.to]),
      [
        ['value', undefined, eur(300)],
        ['closeDate', '2026-10-10', '2026-12-31'],
        ['value', '2026-10-10', eur(200)],
      ],
    );
  });

  it('is nothing where nothing is known', () => {
    assert.deepEqual(changesOfTerms(makeDeal({ closeDate: date('2026-12-31') })), []);
  });
});
