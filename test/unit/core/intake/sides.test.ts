import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isSame, listOf, outcomeOf, peopleOf } from '../../../../src/core/intake/again/sides';
import { withoutKnownUsual } from '../../../../src/core/intake/again/usual';
import type { IncomingDeal } from '../../../../src/core/intake/incoming';
import { forAll } from '../../support/property';
import { dealOf } from './support/table';

describe('a field on two sides since an import', () => {
  for (const [what, known, here, there, outcome] of [
    ['is the same', 'a', 'b', 'b', 'same'],
    ['is the same where both have nothing', 'a', undefined, '', 'same'],
    ['was changed here', 'a', 'b', 'a', 'hereOnly'],
    ['was changed there', 'a', 'a', 'b', 'thereOnly'],
    ['was changed on both', 'a', 'b', 'c', 'both'],
    ['was removed here', 'a', undefined, 'a', 'hereOnly'],
    ['came there', undefined, undefined, 'a', 'thereOnly'],
    ['has blanks around it alone', 'a', ' a ', 'a', 'same'],
    ['is a number or its text', '5', 5, '6', 'thereOnly'],
    ['is a list in another order', ['a', 'b'], ['b', 'a'], ['a', 'b', 'c'], 'thereOnly'],
    ['is an empty list or nothing', [], undefined, ['a'], 'thereOnly'],
    ['is a list with another text', ['a'], ['b'], ['a'], 'hereOnly'],
    [
      'is a list of people whose keys stand in another order',
      [{ name: 'a', email: 'b' }],
      [{ email: 'b', name: 'a' }],
      [],
      'thereOnly',
    ],
  ] as const)
    it(what, () => assert.equal(outcomeOf({ base: known as never }, here as never, there as never), outcome));

  it('is of both where no import wrote it and they differ', () => {
    assert.equal(outcomeOf(undefined, 'a', 'b'), 'both');
    assert.equal(outcomeOf(undefined, 'a', 'a'), 'same');
    assert.ok(isSame(null, undefined) && isSame([], '') && !isSame(0, undefined));
  });
});

describe('texts of a list on two sides', () => {
  it('are those of both, without what either has taken away, each once', () => {
    const list = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 });
    forAll(fc.tuple(list, list, list), ([base, here, there]) => {
      const both = listOf(base, here, there);
      for (const one of ['a', 'b', 'c', 'd'] as const) {
        const [was, isHere, isThere] = [base, here, there].map(all => all.includes(one));
        const meant = was ? isHere && isThere : isHere || isThere;
        assert.equal(both.filter(text => text === one).length, Number(meant), one);
      }
    });
  });
});

describe('people on two sides', () => {
  const people = (...args: Parameters<typeof peopleOf>) => {
    const { people: all, differs } = peopleOf(...args);
    return [all, differs];
  };
  const rita = { name: 'Rita', email: 'rita@acme.example' };

  it('are one by their address or their name, however it is written', () => {
    assert.deepEqual(people([], [{ name: ' RITA ' }], [rita]), [[{ name: 'Rita', email: rita.email }], true]);
    assert.deepEqual(
      people([], [{ email: 'Rita@Acme.example' }], [{ ...rita, email: 'Rita@Acme.example' }]),
      [[{ email: 'Rita@Acme.example', name: 'Rita' }], false],
    );
    assert.deepEqual(people([], [{ role: 'buyer' }], [{ role: 'buyer' }]), [
      [{ role: 'buyer' }, { role: 'buyer' }],
      false,
    ]);
  });

  it('have what either side has of them, and what was changed on one', () => {
    assert.deepEqual(people([rita], [{ ...rita, role: 'buyer' }], [rita]), [
      [{ ...rita, role: 'buyer' }],
      false,
    ]);
    const moved = { ...rita, email: 'rita@globex.example' };
    assert.deepEqual(people([rita], [rita], [moved]), [[moved], false]);
    assert.deepEqual(people([rita], [moved], [rita]), [[moved], false]);
    const other = { ...rita, email: 'rita@initech.example' };
    assert.deepEqual(people([rita], [moved], [other]), [[other], true]);
    assert.deepEqual(people(undefined, [moved], [other]), [[other], true]);
    assert.deepEqual(people(undefined, [{ name: 'Rita' }], [rita]), [[rita], false]);
  });

  it('stay where the other side doesn’t name them, and don’t come back where they were taken away', () => {
    const tom = { name: 'Tom' };
    assert.deepEqual(people([], [rita], [tom]), [[rita, tom], false]);
    assert.deepEqual(people([tom], [rita], [tom]), [[rita], false]);
    assert.deepEqual(people([rita], [rita], []), [[rita], false]);
  });
});

describe('a probability that an import has found to be that of a stage', () => {
  const written = (stage: string, usual: string | undefined) =>
    new Map([['x', { fields: { stage }, ...(usual !== undefined && { usual }) }]]) as never;
  const told = (deals: readonly IncomingDeal[], ...of: Parameters<typeof written>) =>
    withoutKnownUsual(deals, written(...of)).map(({ fields, usual }) => [fields['probability'], usual]);
  const deal = dealOf({ probability: '40' });
  const usual = String(deal.fields['probability']);

  it('is none of a deal in that stage, and stays one in another or with another', () => {
    assert.deepEqual(told([deal], 'proposal', usual), [[undefined, deal.fields['probability']]]);
    assert.deepEqual(told([deal], 'closing', usual), [[deal.fields['probability'], undefined]]);
    assert.deepEqual(told([deal], 'proposal', '60'), [[deal.fields['probability'], undefined]]);
    assert.deepEqual(told([deal], 'proposal', undefined), [[deal.fields['probability'], undefined]]);
    const none = dealOf({});
    assert.deepEqual(told([none], 'proposal', 'undefined'), [[undefined, undefined]]);
  });
});
