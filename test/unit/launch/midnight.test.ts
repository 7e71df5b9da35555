import assert from 'node:assert/strict';
import fc from 'fast-check';
import { zoneOfOneDay } from '../../launch/midnight.mjs';
import { forAll } from '../support/property';

const HOUR = 60 * 60_000;

describe('the day on which tests run', () => {
  const dayAt = (time: number, timeZone: string) => new Date(time).toLocaleDateString('sv', { timeZone });

  it('is one from the beginning of a run to its end, whenever that is', () => {
    let moved = 0;
    forAll(fc.integer({ min: 0, max: 365 * 24 * 60 }), minutes => {
      const begun = Date.UTC(2026, 0, 1) + minutes * 60_000;
      const zone = zoneOfOneDay(new Date(begun));
      if (zone) moved++;
      const here = zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
      assert.equal(dayAt(begun, here), dayAt(begun + 2 * HOUR, here), new Date(begun).toISOString());
    });
    assert.ok(moved > 0);
  });

  it('is that of the machine, unless it ends soon', () => {
    assert.equal(zoneOfOneDay(new Date(2026, 10, 30, 9)), undefined);
    assert.equal(zoneOfOneDay(new Date(2026, 10, 30, 21, 59)), undefined);
    assert.match(zoneOfOneDay(new Date(2026, 10, 30, 23, 59)) ?? '', /^Etc\/GMT/);
  });
});
