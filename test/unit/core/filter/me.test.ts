import assert from 'node:assert/strict';
import { isAboutMe, isAboutOnly, meantByMe, withNames } from '../../../../src/core/filter/me';

describe('“me” in a filter', () => {
  it('stands for the names of whoever looks, beside others, in any case', () => {
    const filter = { owner: ['Me', 'tom'], stalled: true };
    assert.ok(isAboutMe(filter));
    assert.deepEqual(withNames(filter, ['dana', 'tom']), { owner: ['dana', 'tom'], stalled: true });
  });

  it('leaves a filter as it is that isn’t about them', () => {
    for (const filter of [{}, { owner: ['menno'] }, { tag: ['me'] }]) {
      assert.equal(isAboutMe(filter), false);
      assert.equal(withNames(filter, ['dana']), filter);
    }
  });

  it('is also an owner who is called that', () => {
    assert.deepEqual(meantByMe(['dana'], ['tom', 'Me', 'menno']), ['dana', 'Me']);
  });

  it('is told from a filter that leaves others too, or asks for no owner', () => {
    assert.ok(isAboutOnly({ owner: ['Dana', 'dana'], stalled: true }, ['dana']));
    assert.equal(isAboutOnly({ owner: ['dana', 'tom'] }, ['dana']), false);
    assert.equal(isAboutOnly({ owner: ['dana'] }, ['dana', 'Dana Smith']), false);
    assert.equal(isAboutOnly({}, []), false);
  });
});
