import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addDays,
  canHaveHappened,
  daysBetween,
  dayNumber,
  isCalendarDate,
  isFarAhead,
  isLongAgo,
  isYetToCome,
  localDay,
} from '../../../src/core/calendar';
import { date } from '../support/deals';
import { forAll } from '../support/property';
import { inZone } from '../support/zone';

describe('calendar', () => {
  for (const text of ['2026-01-01', '2024-02-29', '2000-02-29', '9999-12-31', '0000-02-29', '0099-12-31']) {
    it(`takes ${text} as a date`, () => assert.equal(isCalendarDate(text), true));
  }

  for (const value of [
    '2026-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-5',
    '26-01-05',
    '2026-01-05T10:00:00Z',
    ' 2026-01-05',
    '2026-01-05\n',
    '٢٠٢٦-٠١-٠٥',
    '',
    20260105,
    null,
    undefined,
    new Date(0),
  ]) {
    it(`does not take ${JSON.stringify(value)} as a date`, () => assert.equal(isCalendarDate(value), false));
  }

  it('takes each day of a leap year for one, and no other', () => {
    const days = Array.from({ length: 12 * 31 }, (_, index) => {
      const [month, day] = [Math.floor(index / 31) + 1, (index % 31) + 1];
      return `2028-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    });
    assert.equal(days.filter(isCalendarDate).length, 366);
  });

  it('tells dates and counts days as the calendar of JavaScript does, in all years', () => {
    const part = (most: number, width: number) =>
      fc.nat(most).map(number => String(number).padStart(width, '0'));
    forAll(
      fc.tuple(part(9999, 4), part(14, 2), part(33, 2)).map(parts => parts.join('-')),
      text => {
        const instant = new Date(`${text}T00:00:00Z`);
        const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
        assert.equal(isCalendarDate(text), exists);
        if (exists) assert.equal(dayNumber(date(text)), instant.getTime() / 86_400_000);
      },
      2000,
    );
  });

  it('counts days over leap days, years and daylight changes', () => {
    assert.equal(daysBetween(date('2026-01-01'), date('2026-03-01')), 59);
    assert.equal(daysBetween(date('2024-02-28'), date('2024-03-01')), 2);
    assert.equal(daysBetween(date('2026-03-28'), date('2026-03-30')), 2);
    assert.equal(daysBetween(date('2026-12-31'), date('2026-01-01')), -364);
    assert.equal(dayNumber(date('1970-01-01')), 0);
  });

  it('adds days as it counts them', () => {
    const dates = fc
      .date({ min: new Date('0200-01-01'), max: new Date('9000-01-01'), noInvalidDate: true })
      .map(instant => date(instant.toISOString().slice(0, 10)));
    forAll(fc.tuple(dates, fc.integer({ min: -30_000, max: 300_000 })), ([from, days]) => {
      const to = addDays(from, days);
      assert.ok(isCalendarDate(to));
      assert.equal(daysBetween(from, to), days);
      assert.equal(addDays(to, -days), from);
    });
  });

  for (const [day, yetToCome, longAgo, farAhead] of [
    ['2026-11-23', false, false, false],
    ['2026-11-22', false, false, false],
    // A colleague further east may have written it.
    ['2026-11-24', false, false, false],
    ['2026-11-25', true, false, false],
    ['2056-12-31', true, false, false],
    ['2057-01-01', true, false, true],
    ['1996-01-01', false, false, false],
    ['1995-12-31', false, true, false],
  ] as const)
    it(`tells whether something can have happened, or can be planned, on ${day}`, () => {
      const today = date('2026-11-23');
      const told = [isYetToCome, isLongAgo, isFarAhead].map(is => is(date(day), today));
      assert.deepEqual(told, [yetToCome, longAgo, farAhead]);
      assert.equal(canHaveHappened(date(day), today), !yetToCome && !longAgo);
    });

  it('reads the day from the clock on the wall', () => {
    assert.equal(localDay(new Date(2026, 0, 5, 0, 0, 0)), '2026-01-05');
    assert.equal(localDay(new Date(2026, 10, 30, 23, 59, 59)), '2026-11-30');
  });

  for (const [zone, today] of [
    ['Pacific/Midway', '2026-03-28'],
    ['UTC', '2026-03-29'],
    ['Pacific/Kiritimati', '2026-03-29'],
    ['Europe/Berlin', '2026-03-29'],
  ]) {
    it(`shifts no date in ${zone}`, () => {
      const shown = inZone(zone!, () => {
        const spring = date('2026-03-28');
        return [
          localDay(new Date('2026-03-29T01:30:00Z')),
          addDays(spring, 1),
          addDays(spring, 2),
          daysBetween(date('2026-10-24'), date('2026-10-26')),
          isCalendarDate('2026-03-29'),
        ];
      });
      assert.deepEqual(shown, [today, '2026-03-29', '2026-03-30', 2, true]);
    });
  }
});
