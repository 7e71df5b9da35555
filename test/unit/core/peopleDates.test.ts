import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, isCalendarDate } from '../../../src/core/calendar';
import {
  dayInWords,
  describeDate,
  readDate,
  readInAnyLanguage,
  readPlan,
} from '../../../src/core/peopleDates';
import { date } from '../support/deals';
import { forAll } from '../support/property';
import { inZone } from '../support/zone';

/** A Monday. */
const TODAY = date('2026-11-23');

describe('a day that is decades away', () => {
  for (const [language, typed] of [
    ['en', 'in 1000 years'],
    ['en', '31 years'],
    ['en', 'in 9999 weeks'],
    ['en', '4 december 2999'],
    ['en', 'q1 2999'],
    ['en', '40 years ago'],
    ['de', 'in 100 Jahren'],
    ['fr', 'dans 1000 ans'],
    ['es', 'en 1000 años'],
  ] as const)
    it(`is not understood in words: “${typed}”`, () =>
      assert.equal(readDate(typed, TODAY, language), undefined));

  it('may be written as a date to look for it, and not to plan for it', () => {
    for (const far of ['3026-11-23', '31.12.2062', '1926-11-23']) {
      assert.notEqual(readDate(far, TODAY, 'de'), undefined);
      assert.equal(readPlan(far, TODAY, 'de'), undefined);
    }
    assert.equal(readPlan('in 30 years', TODAY, 'en'), '2056-11-23');
  });
});

describe('a text in whichever language', () => {
  it('is of each day that it means in one of them, and of none where it is unsure in all', () => {
    const days = (text: string) => readInAnyLanguage(text, TODAY);
    assert.deepEqual(days('vendredi'), ['2026-11-27']);
    assert.deepEqual(days('Freitag'), ['2026-11-27']);
    assert.deepEqual(days('viernes'), ['2026-11-27']);
    assert.deepEqual(days('friday'), ['2026-11-27']);
    assert.deepEqual(days('1/2/2027'), ['2027-01-02', '2027-02-01']);
    assert.deepEqual(days('soon'), []);
  });
});

describe('a date as people say it', () => {
  for (const [language, typed, day] of [
    ['en', '2026-12-18', '2026-12-18'],
    ['en', 'today', '2026-11-23'],
    ['en', 'Tomorrow', '2026-11-24'],
    ['en', 'friday', '2026-11-27'],
    ['en', 'by Friday', '2026-11-27'],
    ['en', 'monday', '2026-11-30'],
    ['en', 'next friday', '2026-12-04'],
    ['en', 'in 2 weeks', '2026-12-07'],
    ['en', '2w', '2026-12-07'],
    ['en', 'in  3 months ', '2027-02-23'],
    ['en', '3 days ago', '2026-11-20'],
    ['en', '20 nov', '2027-11-20'],
    ['en', 'Friday, 4 December 2026', '2026-12-04'],
    ['en', '12/31', '2026-12-31'],
    ['en', '1/2', '2027-01-02'],
    ['en-gb', '1/2', '2027-02-01'],
    ['de', '1/2', '2027-02-01'],
    ['en', '31.12.', '2026-12-31'],
    ['en', '1.2', '2027-02-01'],
    ['en', '31.12.2026', '2026-12-31'],
    ['de', '1. 2.', '2027-02-01'],
    ['en', '29.2.', '2028-02-29'],
    ['en', '23.11.', '2026-11-23'],
    ['en', 'the 15th', '2026-12-15'],
    ['en', '30.', '2026-11-30'],
    ['en', 'end of month', '2026-11-30'],
    ['en', 'end of next month', '2026-12-31'],
    ['en', 'end of the quarter', '2026-12-31'],
    ['en', 'end of next quarter', '2027-03-31'],
    ['en', 'end of week', '2026-11-27'],
    ['en', 'eoy', '2026-12-31'],
    ['en', 'Q1', '2027-03-31'],
    ['en', 'q4', '2026-12-31'],
    ['en', 'q2 2028', '2028-06-30'],
    ['de', 'Freitag', '2026-11-27'],
    ['de', 'nächsten Freitag', '2026-12-04'],
    ['de', 'in 2 Wochen', '2026-12-07'],
    ['de', 'übermorgen', '2026-11-25'],
    ['de', 'Monatsende', '2026-11-30'],
    ['de', 'next friday', '2026-12-04'],
    ['fr', 'vendredi', '2026-11-27'],
    ['es', 'mañana', '2026-11-24'],
    ['ja', 'friday', '2026-11-27'],
    ['en', 'Friday, 4.12.', '2026-12-04'],
    ['en', 'Fri 4.12.', '2026-12-04'],
    ['de', 'am 4.12.', '2026-12-04'],
    ['en', 'by 31.12.', '2026-12-31'],
    ['en-us', '1/2', '2027-01-02'],
    ['en-us', '1/2/2026', '2026-01-02'],
    ['en-us', '31/12/2026', '2026-12-31'],
    ['en', '12/1/2026', '2026-12-01'],
    ['en-gb', '12/31/2026', '2026-12-31'],
    ['en', '2026W49', '2026-12-04'],
    ['en', '2026-W49', '2026-12-04'],
    ['en', 'tomorrow,', '2026-11-24'],
    ['de-AT', 'Freitag', '2026-11-27'],
  ] as const) {
    it(`${typed} (${language}) is ${day}`, () => assert.equal(readDate(typed, TODAY, language), day));
  }

  for (const [today, typed, day] of [
    ['2026-12-05', 'q4', '2026-12-31'],
    ['2026-12-31', 'q4', '2026-12-31'],
    ['2027-01-01', 'q4', '2027-12-31'],
    ['2026-09-30', 'q3', '2026-09-30'],
    ['2026-10-01', 'q3', '2027-09-30'],
    ['2026-12-05', 'end of q1', '2027-03-31'],
    ['2026-12-05', 'q4 2025', '2025-12-31'],
    ['2026-12-05', 'end of the quarter', '2026-12-31'],
    ['2026-12-31', 'end of next quarter', '2027-03-31'],
    ['2026-10-01', 'end of the quarter', '2026-12-31'],
    ['2026-09-30', 'eoq', '2026-09-30'],
    ['2026-12-31', 'end of next month', '2027-01-31'],
    ['2027-01-31', 'end of next month', '2027-02-28'],
    ['2028-02-01', 'end of month', '2028-02-29'],
    ['2026-12-31', 'eoy', '2026-12-31'],
    ['2026-11-27', 'end of week', '2026-11-27'],
    ['2026-11-28', 'end of week', '2026-12-04'],
    ['2026-12-31', '31.12.', '2026-12-31'],
    ['2027-01-01', '31.12.', '2027-12-31'],
    ['2026-11-30', '30.', '2026-11-30'],
    ['2026-12-31', '1.', '2027-01-01'],
    ['2026-12-01', '12/1/2026', '2026-12-01'],
  ] as const) {
    it(`${typed} is ${day} on ${today}`, () => assert.equal(readDate(typed, date(today), 'en'), day));
  }

  for (const [typed, day] of [
    // A year of two digits may stand first: 2026-12-18, or 26 December 2018.
    ['26-12-18', undefined],
    ['26/12/18', undefined],
    ['26-12-27', undefined],
    // Here it can't, or nobody would mean it.
    ['31-12-26', '2026-12-31'],
    ['31/12/26', '2026-12-31'],
    ['26/12/27', '2027-12-26'],
    ['26.12.18', '2018-12-26'],
    ['26-12-26', '2026-12-26'],
    ['26-02-30', '2030-02-26'],
    ['24-12-18', '2018-12-24'],
    ['25-12-18', undefined],
    ['28-12-18', undefined],
    ['29-12-18', '2018-12-29'],
    // The last year's is no slip of the pen.
    ['26/12/25', '2025-12-26'],
    ['26/12/24', undefined],
    ['31.12.16', '2016-12-31'],
    ['31.12.15', undefined],
    ['31.12.46', '2046-12-31'],
    ['31.12.47', undefined],
  ] as const) {
    it(`${typed} is ${day ?? 'no day that is sure'}`, () => assert.equal(readDate(typed, TODAY, 'de'), day));
  }

  it('is by the name of a quarter the end of the next one that is not over, on any day', () => {
    for (let days = 0; days < 800; days++) {
      const today = addDays(TODAY, days);
      for (const [quarter, end] of Object.entries({ q1: '03-31', q2: '06-30', q3: '09-30', q4: '12-31' })) {
        const year = Number(today.slice(0, 4)) + (today.slice(5) > end ? 1 : 0);
        assert.equal(readDate(quarter, today, 'en'), `${year}-${end}`, `${quarter} on ${today}`);
      }
    }
  });

  for (const typed of [
    ...['', ' ', 'soon', '2026-02-30', '2026-13-01', '2026-1-32', '31.13.', '32.1.', '30.2.', '48000', '5'],
    ...['monday - friday', 'friday in two weeks', 'call them on friday', 'q5', 'in 99999999 years', '0.0.'],
    ...['mon, 4.12.', 'call 31.12.', 'friday call 4.12.', 'call friday 4.12.', '4.12. x', '1/2/2026'],
    ...['2026-W49x', 'x2026-w49'],
    ...['friday'.repeat(100), '__proto__', 'constructor'],
  ]) {
    it(`is not “${typed.slice(0, 30)}”`, () => assert.equal(readDate(typed, TODAY, 'en'), undefined));
  }

  it('is told in words, with its year where that is another one', () => {
    assert.match(dayInWords(date('2026-12-01'), TODAY, 'en'), /^Tuesday,? 1 December$/);
    assert.match(dayInWords(date('2027-12-01'), TODAY, 'en'), /^Wednesday,? 1 December 2027$/);
    assert.equal(dayInWords(date('2026-12-01'), TODAY, 'de'), 'Dienstag, 1. Dezember');
  });

  it('is a day that exists, and never throws', () => {
    const words = fc.constantFrom(
      ...[
        'next',
        'in',
        '2',
        '31',
        'friday',
        'weeks',
        '.',
        '/',
        '12',
        'end of',
        'month',
        'dec',
        'ago',
        '2026',
        'q4',
      ],
    );
    const typed = fc.oneof(
      fc.array(words, { maxLength: 5 }).map(some => some.join(' ')),
      fc.array(words, { maxLength: 5 }).map(some => some.join('')),
      fc.string({ unit: 'binary' }),
    );
    forAll(
      fc.tuple(typed, fc.nat(3000), fc.constantFrom('en', 'de', 'xx', 'fr')),
      ([text, days, language]) => {
        const found = readDate(text, addDays(TODAY, days), language);
        assert.ok(found === undefined || isCalendarDate(found), text);
      },
    );
  });

  it('is what a weekday says, on any day: one to seven days ahead', () => {
    for (let days = 0; days < 400; days++) {
      const today = addDays(TODAY, days);
      const friday = readDate('friday', today, 'en')!;
      assert.equal(friday, addDays(date('2026-11-27'), 7 * Math.ceil((days - 3) / 7)));
    }
  });

  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Santiago', 'Europe/Berlin']) {
    it(`is the same in ${zone}`, () =>
      inZone(zone, () => {
        for (let days = 0; days < 366; days++) {
          const today = addDays(TODAY, days);
          assert.equal(readDate('tomorrow', today, 'en'), addDays(today, 1));
          assert.equal(readDate('in 2 weeks', today, 'en'), addDays(today, 14));
        }
        assert.match(describeDate(date('2026-12-04'), TODAY, 'en'), /^Friday,? 4 December 2026, in 11 days$/);
      }));
  }

  it('is told as it was understood', () => {
    assert.match(describeDate(date('2026-12-04'), TODAY, 'en'), /^Friday,? 4 December 2026, in 11 days$/);
    assert.match(describeDate(date('2026-11-24'), TODAY, 'en'), /, tomorrow$/);
    assert.match(describeDate(date('2026-11-20'), TODAY, 'en'), /, 3 days ago$/);
    assert.match(describeDate(date('2026-12-04'), TODAY, 'de'), /^Freitag, 4\. Dezember 2026, in 11 Tagen$/);
  });
});
