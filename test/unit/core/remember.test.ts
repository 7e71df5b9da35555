import assert from 'node:assert/strict';
import { remembered, rememberedByName } from '../../../src/core/remember';

describe('what is remembered', () => {
  it('is made once of an object, and anew where another argument counts', () => {
    const made: string[] = [];
    const name = remembered((deal: { title: string }, day: string) => {
      made.push(`${deal.title} ${day}`);
      return made.length;
    });
    const [a, b] = [{ title: 'A' }, { title: 'A' }];
    assert.deepEqual([name(a, 'Mon'), name(a, 'Mon'), name(b, 'Mon')], [1, 1, 2]);
    assert.deepEqual([name(a, 'Tue'), name(b, 'Mon'), name(a, 'Mon')], [3, 2, 4]);
    assert.deepEqual(made, ['A Mon', 'A Mon', 'A Tue', 'A Mon']);
  });

  it('may be that there is nothing', () => {
    let count = 0;
    const none = remembered((_: object) => void count++);
    const nothing = rememberedByName(() => void count++);
    const key = {};
    none(key);
    none(key);
    nothing('EUR');
    nothing('EUR');
    assert.equal(count, 2);
  });
});
