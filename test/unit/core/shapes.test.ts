import assert from 'node:assert/strict';
import {
  amount,
  count,
  day,
  flag,
  listOf,
  literal,
  mapOf,
  nameIn,
  nullable,
  number,
  object,
  optional,
  text,
  textUpTo,
  variants,
  type Shape,
} from '../../../src/core/shapes';

const deal = object({ title: text, owner: optional(text) });
const most = Number.MAX_SAFE_INTEGER;

describe('what comes from outside has a shape or not', () => {
  for (const [what, shape, good, bad] of [
    ['a text', text, ['', 'a', 'x'.repeat(10_000)], ['x'.repeat(10_001), 5, null, undefined, ['a'], {}]],
    ['a text up to a length', textUpTo(2), ['', 'ab'], ['abc', 12]],
    ['a count', count, [0, 1, most], [-1, 0.5, NaN, Infinity, most + 1, '1', null, undefined, [1], []]],
    ['yes or no', flag, [true, false], ['true', 0, 1, null, undefined]],
    ['a day', day, ['2026-02-28'], ['2026-02-29', '2026-2-8', '', 20260228, null, ['2026-02-28']]],
    ['a number', number, [0, -0.5, 1e300], [NaN, Infinity, -Infinity, '5', null, undefined]],
    ['an amount', amount, [0, 0.5, most], [-0.01, most * 2, NaN, Infinity, '5', null]],
    ['one of some texts', literal('won', 'lost'), ['won', 'lost'], ['open', '', 0, null, undefined, ['won']]],
    [
      'a name of a table',
      nameIn({ won: true, lost: true }),
      ['won', 'lost'],
      ['toString', '', 1, null, ['won']],
    ],
    ['something or null', nullable(flag), [null, true], [undefined, 0]],
    ['something or nothing', optional(flag), [undefined, true], [null, 0]],
    ['a list', listOf(flag), [[], [true], [true, false]], [[true, 1], [null], {}, { length: 0 }, 'a', null]],
    [
      'a map',
      mapOf(flag),
      [{}, { a: true, b: false }],
      [{ a: true, b: 1 }, [], [true], null, 'a', undefined],
    ],
    [
      'an object',
      deal,
      [{ title: 'a' }, { title: 'a', owner: 'b', more: 1 }],
      [{}, { owner: 'b' }, { title: 1 }, { title: 'a', owner: null }, [], null, 'a'],
    ],
  ] as const satisfies readonly (readonly [
    string,
    Shape<unknown>,
    readonly unknown[],
    readonly unknown[],
  ])[]) {
    it(what, () => {
      for (const value of good) assert.equal(shape(value), true, JSON.stringify(value)?.slice(0, 50));
      for (const value of bad) assert.equal(shape(value), false, JSON.stringify(value)?.slice(0, 50));
    });
  }

  it('has an end', () => {
    const ten = Array.from({ length: 10_000 }, () => true);
    const keys = (flags: readonly boolean[]) => Object.fromEntries(flags.map((one, at) => [`k${at}`, one]));
    assert.deepEqual([listOf(flag)(ten), listOf(flag)([...ten, true])], [true, false]);
    assert.deepEqual([mapOf(flag)(keys(ten)), mapOf(flag)(keys([...ten, true]))], [true, false]);
  });

  it('and what an object inherits does not count', () => {
    assert.equal(deal(Object.create({ title: 'a' })), false);
    assert.equal(object({ constructor: optional(text) })({}), true);
    assert.equal(deal(Object.assign(Object.create({ owner: 5 }) as object, { title: 'a' })), true);
  });
});

describe('an object of several kinds', () => {
  const message = variants('type', { ready: {}, ask: { text } });

  it('has what its kind has', () => {
    for (const good of [{ type: 'ready' }, { type: 'ready', more: 1 }, { type: 'ask', text: 'a' }])
      assert.equal(message(good), true, JSON.stringify(good));
    for (const bad of [
      { type: 'ask' },
      { type: 'ask', text: 1 },
      { type: 'other' },
      {},
      { type: ['ready'] },
      'ready',
      null,
      [],
      undefined,
    ])
      assert.equal(message(bad), false, JSON.stringify(bad));
    assert.equal(message(Object.create({ type: 'ready' })), false);
  });

  it('is one of those that are named', () => assert.deepEqual(message.kinds, ['ready', 'ask']));
});
