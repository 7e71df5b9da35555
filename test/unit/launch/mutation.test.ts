import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { roomOf, ROOMS, testsOf } from '../../mutation/rooms.mjs';
import { isChosen } from '../../mutation/sample.mjs';

const CODE = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map(name => name.replaceAll('\\', '/'))
  .filter(name => name.endsWith('.ts') && /^(core|actions|shared)\//.test(name));
const TESTS = readdirSync('test/unit', { recursive: true, encoding: 'utf8' }).map(name =>
  name.replaceAll('\\', '/'),
);

describe('the rooms in whose code faults are laid', () => {
  it('are all of core, actions and shared', () => {
    assert.deepEqual(
      CODE.filter(name => !roomOf(name)),
      [],
    );
  });

  for (const [room, { code, tests }] of Object.entries(ROOMS)) {
    it(`have code and tests where they say so: ${room}`, () => {
      for (const folder of code)
        assert.ok(
          CODE.some(name => name.startsWith(folder) && roomOf(name) === room),
          folder,
        );
      for (const test of tests)
        assert.ok(
          TESTS.some(name => name === `${test}.test.ts` || name.startsWith(test.replace(/\/?$/, '/'))),
          test,
        );
      assert.ok(testsOf(room, TESTS).length);
    });
  }

  it('are each a folder that says so, even within another', () => {
    assert.equal(roomOf('core/deal/readDeal.ts'), 'deal');
    assert.equal(roomOf('core/deal/fixes/fixAll.ts'), 'fixes');
    assert.equal(roomOf('core/money.ts'), 'core');
    assert.equal(roomOf('core/nobodyKnows/this.ts'), undefined);
  });
});

describe('a sample of faults', () => {
  const FAULTS = Array.from({ length: 10_000 }, (_, line) => ({
    file: 'src/core/money.ts',
    replacement: 'true',
    location: { start: { line, column: 7 } },
  }));
  const chosen = (share: string, seed = '1') =>
    FAULTS.filter(fault => isChosen(fault, { SAMPLE: share, SAMPLE_SEED: seed }));

  it('has about the share that is asked for', () => {
    // Five standard deviations of a binomial distribution.
    assert.ok(Math.abs(chosen('3').length - 300) < 5 * Math.sqrt(10_000 * 0.03 * 0.97));
    assert.equal(chosen('100').length, FAULTS.length);
  });

  it('is the same again with the same seed, another with another, and part of a larger one', () => {
    assert.deepEqual(chosen('3'), chosen('3'));
    assert.notDeepEqual(chosen('3'), chosen('3', '2'));
    const larger = new Set(chosen('6'));
    assert.ok(chosen('3').every(fault => larger.has(fault)));
  });
});
