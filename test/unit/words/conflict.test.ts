import assert from 'node:assert/strict';
import { readDeal } from '../../../src/core/deal/readDeal';
import { dealOf } from '../../../src/core/deal/entry';
import { moneyIn } from '../../../src/core/moneyFormat';
import { DEFAULT_PROCESS } from '../../../src/core/process/process';
import { inConflict, sidesInWords } from '../../../src/words/conflict';
import { file } from '../support/deals';

const money = moneyIn({ own: 'EUR', rates: {}, used: ['EUR'] }, 'en-US');

const conflict = (ours: string, theirs: string) =>
  `<<<<<<< HEAD\n${ours}\n=======\n${theirs}\n>>>>>>> main\n`;

const dealIn = (text: string) => dealOf(readDeal('a.md', text, DEFAULT_PROCESS))!;
const saying = (head: string, notes = '') => {
  const deal = dealIn(file(`currency: EUR\n${head}`, notes));
  return sidesInWords(deal, DEFAULT_PROCESS, money);
};

describe('a conflict in words', () => {
  for (const [what, said, words] of [
    [
      'has stage and value of both sides',
      saying(conflict('stage: proposal\nvalue: 12000', 'stage: closing\nvalue: 15000')),
      'Proposal ↔ Closing, €12,000 ↔ €15,000',
    ],
    [
      'has how both stand where one is closed',
      saying(`stage: proposal\n${conflict('status: won', 'status: lost')}`),
      'Won ↔ Lost in Proposal',
    ],
    [
      'says where one has no value',
      saying(`stage: proposal\n${conflict('value: 5', 'owner: dana')}`),
      '€5 ↔ no value',
    ],
    [
      'names the fields where stage and value are the same',
      saying(`stage: proposal\n${conflict('owner: dana\nnext_step: Call', 'owner: tom\nnext_step: Write')}`),
      'owner, next step',
    ],
    ['is about the notes', saying('stage: proposal', conflict('a', 'b')), 'notes'],
    [
      'says which side cannot be read',
      saying(conflict('stage: proposal', 'stage: [')),
      'Proposal ↔ unreadable',
    ],
    ['the first too', saying(conflict('stage: [', 'stage: closing')), 'unreadable ↔ Closing'],
    ['is nothing without one', saying('stage: proposal'), ''],
  ] as const) {
    it(what, () => assert.equal(said, words));
  }

  it('is told as one where no mark is seen', () => {
    const deal = dealIn(file('stage: proposal', conflict('a', 'b')));
    assert.equal(inConflict(deal, DEFAULT_PROCESS, money), 'In conflict: notes');
    assert.equal(inConflict(dealIn(file('stage: proposal')), DEFAULT_PROCESS, money), '');
  });
});
