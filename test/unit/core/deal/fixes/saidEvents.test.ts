import assert from 'node:assert/strict';
import fc from 'fast-check';
import { saidEvent, saidEvents } from '../../../../../src/core/deal/fixes/saidEvents';
import { DEFAULT_PROCESS } from '../../../../../src/core/process/process';
import { STAGE_IDS } from '../../../../../src/core/process/stages';
import { forAll } from '../../../support/property';
import { offers } from './support/offered';
import { TODAY } from './support/offered';

const event = (item: unknown) => saidEvent(item, DEFAULT_PROCESS, TODAY);

describe('an entry of the history in other words', () => {
  for (const [item, said] of [
    ['2026-01-05 proposal', { on: '2026-01-05', stage: 'proposal' }],
    ['2026-01-05: Needs analysis', { on: '2026-01-05', stage: 'Needs analysis' }],
    ['Proposal (2026-01-05)', { on: '2026-01-05', stage: 'Proposal' }],
    ['moved to proposal on 2026/1/5', { on: '2026-01-05', stage: 'proposal' }],
    ['stage: proposal, 5.1.2026', { on: '2026-01-05', stage: 'proposal' }],
    ['to lead-generation since 2026-01-05', { on: '2026-01-05', stage: 'lead-generation' }],
    ['2026-01-05 lead -> proposal', { on: '2026-01-05', stage: 'proposal', from: 'lead' }],
    ['2026-01-05 won', { on: '2026-01-05', status: 'won' }],
    ['2026-03-01 lost (no budget)', { on: '2026-03-01', status: 'lost', reason: 'no budget' }],
    ['lost: price 2026-03-01', { on: '2026-03-01', status: 'lost', reason: 'price' }],
    [['2026-01-05', 'proposal'], { on: '2026-01-05', stage: 'proposal' }],
    [{ '2026-01-05': 'proposal' }, { on: '2026-01-05', stage: 'proposal' }],
    [{ proposal: '2026-01-05' }, { on: '2026-01-05', stage: 'proposal' }],
    // A word would be lost, or nobody can tell what it says.
    ['2026-01-05 proposal, sent by mail', undefined],
    ['proposal 2026-01-05 closing', undefined],
    ['2026-01-05 2026-01-06 proposal', undefined],
    ['1/5/2026 proposal', undefined],
    ['2026-02-30 proposal', undefined],
    ['2026-01-05', undefined],
    ['proposal', undefined],
    ['2026-01-05 proposal -> proposal', undefined],
    ['2026-01-05 demo', undefined],
    [{ '2026-01-05': 'proposal', note: 'a' }, undefined],
    [{ on: '2026-01-05' }, undefined],
    [['2026-01-05', 'proposal', 'x'], undefined],
    [['2026-01-05', ['proposal']], undefined],
    [5, undefined],
    [null, undefined],
  ] as const) {
    it(`${JSON.stringify(item)} ${said ? 'is understood' : 'is not'}`, () =>
      assert.deepEqual(event(item), said));
  }

  it('is understood with any stage, either way round and with what people put between', () =>
    forAll(
      fc.tuple(
        fc.constantFrom(...STAGE_IDS),
        fc.constantFrom(' ', ': ', ' - ', ', ', ' – ', '\t'),
        fc.boolean(),
      ),
      ([stage, between, isDayFirst]) =>
        assert.deepEqual(
          event(isDayFirst ? `2026-01-05${between}${stage}` : `${stage}${between}2026-01-05`),
          {
            on: '2026-01-05',
            stage,
          },
        ),
    ));
});

describe('a whole history in other words', () => {
  const all = (value: unknown) => saidEvents(value, DEFAULT_PROCESS, TODAY);
  const TWO = [
    { on: '2026-01-05', stage: 'lead' },
    { on: '2026-02-05', stage: 'proposal' },
  ];
  for (const value of [
    '2026-01-05 lead\n2026-02-05 proposal\n',
    '2026-01-05 lead, 2026-02-05 proposal',
    'lead 2026-01-05; proposal 2026-02-05',
    '2026-01-05 lead → 2026-02-05 proposal',
    { '2026-01-05': 'lead', '2026-02-05': 'proposal' },
    { lead: '2026-01-05', proposal: '2026-02-05' },
  ]) {
    it(`${JSON.stringify(value)} has two entries`, () => assert.deepEqual(all(value), TWO));
  }
  it('is understood as a whole or not at all', () => {
    assert.equal(all('2026-01-05 lead, 2026-02-05 demo'), undefined);
    assert.equal(all({ '2026-01-05': 'lead', note: 'x' }), undefined);
    assert.equal(all({ '2026-01-05': ['lead'] }), undefined);
    assert.equal(all('words'), undefined);
    assert.equal(all({}), undefined);
    assert.equal(all(5), undefined);
  });
  it('that is one entry without its dash is that entry', () => {
    const one = { on: '2026-01-05', stage: 'lead', note: 'x' };
    assert.deepEqual(all(one), [one]);
    assert.equal(all({ ...one, note: { a: 1 } }), undefined);
  });
});

describe('fixes of a history that is no list of entries', () => {
  offers([
    [
      'invalid-history',
      'stage: proposal\nhistory: 2026-01-05 lead # a\nowner: b',
      [
        'Write it as an entry of the history',
        'preferred',
        'stage: proposal\nhistory:\n  - {on: 2026-01-05, stage: lead} # a\nowner: b',
      ],
    ],
    [
      'invalid-history',
      'stage: proposal\nhistory:\n  2026-01-05: lead\n  2026-02-05: proposal\nowner: b',
      [
        'Write them as 2 entries of the history',
        'preferred',
        'stage: proposal\nhistory:\n  - {on: 2026-01-05, stage: lead}\n  - {on: 2026-02-05, stage: proposal}\nowner: b',
      ],
    ],
    [
      'invalid-history',
      '{stage: proposal, history: 2026-01-05 proposal}',
      [
        'Write it as an entry of the history',
        'preferred',
        '{stage: proposal, history: [{on: 2026-01-05, stage: proposal}]}',
      ],
    ],
    [
      'invalid-history',
      'stage: proposal\nhistory:\n  - 2026-01-05 lead # a\n  - words\n  - 5.2.2026 proposal',
      [
        'Write them as 2 entries of the history',
        'preferred',
        'stage: proposal\nhistory:\n  - {on: 2026-01-05, stage: lead} # a\n  - words\n  - {on: 2026-02-05, stage: proposal}',
      ],
      [
        'Change to “{on: 2026-01-05, stage: lead}”',
        'offered',
        'stage: proposal\nhistory:\n  - {on: 2026-01-05, stage: lead} # a\n  - words\n  - 5.2.2026 proposal',
      ],
    ],
    [
      'invalid-history',
      'stage: proposal\nhistory: [2026-01-05 lead]',
      [
        'Change to “{on: 2026-01-05, stage: lead}”',
        'preferred',
        'stage: proposal\nhistory: [{on: 2026-01-05, stage: lead}]',
      ],
    ],
  ]);
});
