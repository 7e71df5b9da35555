import assert from 'node:assert/strict';
import { pastOf } from '../../../../../src/core/deal/past/events';
import { stateKey } from '../../../../../src/core/deal/past/fileState';
import { makeProcess } from '../../../../../src/core/process/process';
import { closeDatesIn } from '../../../../../src/core/deal/past/stateOn';
import { addDays } from '../../../../../src/core/calendar';
import { FIRST } from '../../../git/past/support/branches';
import { knownWithoutGit } from '../../../git/past/support/inMemory';
import { file, makeDeal } from '../../../support/deals';

/** What git knows of a deal whose file said these things, each for a day. */
function factsOf(...said: readonly string[]) {
  const commits = said.map((lines, at) => ({
    on: addDays(FIRST, at),
    parents: at ? [at - 1] : [],
    files: new Map([['acme.md', file(`title: Acme\nstage: proposal\n${lines}`)]]),
  }));
  return knownWithoutGit(commits).get('acme.md')!;
}

describe('what versions of a deal’s file say', () => {
  it('is the value of the whole contract, and nothing new where another way to write it comes to the same', () => {
    const facts = factsOf(
      'value: 100\ncurrency: EUR\nvalue_period: month\nterm: 24',
      'value: 2400\ncurrency: EUR',
      'value: 2400\ncurrency: USD',
      'currency: USD',
    );
    const values = pastOf(makeDeal({ inGit: facts })).map(({ on, from, to }) => [on, from, to]);
    const [eur, usd] = ['EUR', 'USD'].map(currency => ({ value: { amount: 2400, currency } }));
    assert.deepEqual(values, [
      [addDays(FIRST, 2), eur, usd],
      [addDays(FIRST, 3), usd, { value: undefined }],
    ]);
    assert.equal(facts.first.state.value?.amount, 2400);
  });

  it('is the same to processes that read all files alike, and to no others', () => {
    const other = makeProcess({ fields: new Map([['account', 'customer']]) });
    const keys = [makeProcess({}), makeProcess({}), other, makeProcess({ currency: 'EUR' })].map(stateKey);
    assert.equal(keys[0], keys[1]);
    assert.equal(new Set(keys).size, 3);
  });

  it('is a close date from the days on which it changed alone', () => {
    const facts = factsOf('close_date: 2026-03-01', 'close_date: 2026-03-01\nowner: dana', 'owner: dana');
    assert.deepEqual(closeDatesIn(facts), [
      { on: FIRST, closeDate: '2026-03-01' },
      { on: addDays(FIRST, 2), closeDate: undefined },
    ]);
    assert.deepEqual(closeDatesIn(factsOf('', 'owner: dana')), []);
  });
});
