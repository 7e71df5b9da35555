import assert from 'node:assert/strict';
import { LastFew } from '../../../src/core/lastFew';

describe('the last few', () => {
  const fewOf = (most: number) => new LastFew<{ name: string }>(most, ({ name }) => name);

  it('are found again by what they say', () => {
    const few = fewOf(2);
    const [a, b] = [{ name: 'a' }, { name: 'b' }];
    assert.equal(few.theSame(a), a);
    assert.equal(few.theSame(b), b);
    assert.equal(few.theSame({ name: 'a' }), a);
    assert.equal(few.theSame({ name: 'b' }), b);
  });

  it('are those that were asked for last', () => {
    const few = fewOf(2);
    const [a, b, c, other] = ['a', 'b', 'c', 'b'].map(name => ({ name }));
    for (const one of [a, b, a, c]) few.theSame(one!);
    assert.equal(few.theSame({ name: 'a' }), a);
    assert.equal(few.theSame(other!), other);
  });
});
