import assert from 'node:assert/strict';
import { meantStatuses, outcomesCalled, statusesMeant } from '../../../../src/core/deal/statusNames';

describe('a word that is no status', () => {
  for (const [written, meant] of [
    ['opn', ['open']],
    ['wonn', ['won']],
    ['closed-wonn', ['won', 'lost']],
    ['active', ['open']],
    ['In Progress', ['open']],
    ['signed', ['won']],
    ['CANCELLED', ['lost']],
    ['closed', ['won', 'lost']],
    ['hm', []],
    ['', []],
    [5, []],
    [['won'], []],
    [undefined, []],
  ] as const) {
    it(`means ${meant.join(' or ') || 'nothing'}: ${JSON.stringify(written)}`, () =>
      assert.deepEqual(meantStatuses(written), meant));
  }
});

describe('what stands as a status', () => {
  for (const [written, meant] of [
    ['won', ['won']],
    ['Closed-Lost', ['lost']],
    ['closed', ['won', 'lost']],
    ['opn', ['open']],
    ['hm', []],
    [5, []],
    [['won'], []],
    [null, []],
  ] as const) {
    it(`may mean ${meant.join(' or ') || 'nothing'}: ${JSON.stringify(written)}`, () =>
      assert.deepEqual(statusesMeant(written), meant));
  }
});

describe('a word for how a deal ended', () => {
  for (const [name, outcomes] of [
    ['won', ['won']],
    ['Closed-Lost', ['lost']],
    ['sold', ['won']],
    ['closed', ['won', 'lost']],
    ['open', []],
    ['active', []],
    ['opn', []],
  ] as const) {
    it(`is ${outcomes.join(' or ') || 'none'}: ${name}`, () =>
      assert.deepEqual(outcomesCalled(name), outcomes));
  }
});
