import assert from 'node:assert/strict';
import { meantCurrencies } from '../../../../src/core/deal/problems/meantCurrencies';

describe('what is no code of a currency', () => {
  for (const [written, meant] of [
    ['€', ['EUR']],
    [' € ', ['EUR']],
    ['Euro', ['EUR']],
    ['euros', ['EUR']],
    ['EURO', ['EUR']],
    ['EUO', ['EUR']],
    ['us dollars', ['USD']],
    ['Swiss Franc', ['CHF']],
    ['Franc', ['CHF']],
    ['rupees', ['INR', 'PKR', 'LKR']],
    ['kr', ['SEK', 'NOK', 'DKK']],
    ['money', []],
    ['', []],
  ] as const) {
    it(`means ${meant.join(' or ') || 'none'}: “${written}”`, () =>
      assert.deepEqual(meantCurrencies(written), meant));
  }

  it('means none that nobody can pay with, also where that is the team’s', () =>
    assert.deepEqual(meantCurrencies('BTC', 'BTC'), []));

  it('means the team’s own where its sign is that of several', () => {
    assert.deepEqual(meantCurrencies('$', 'CAD').slice(0, 1), ['CAD']);
    assert.deepEqual(meantCurrencies('$').slice(0, 1), ['USD']);
    assert.ok(meantCurrencies('$').length <= 3 && meantCurrencies('krona').length <= 3);
  });
});
