import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays } from '../../../src/core/calendar';
import { readLogged } from '../../../src/core/loggedDay';
import { oneLine } from '../../../src/core/oneLine';
import { date } from '../support/deals';
import { forAll } from '../support/property';

/** A Sunday. */
const TODAY = date('2026-11-29');

describe('a line for the log', () => {
  for (const [language, typed, day, what] of [
    ['en', 'yesterday: mail to Haas', '2026-11-28', 'mail to Haas'],
    ['en', 'Yesterday mail to Haas', '2026-11-28', 'mail to Haas'],
    ['en', 'yesterday:mail', '2026-11-28', 'mail'],
    ['en', 'yesterday - mail to Haas', '2026-11-28', 'mail to Haas'],
    ['en', 'the day before yesterday: mail', '2026-11-27', 'mail'],
    ['en', '2 days ago call', '2026-11-27', 'call'],
    ['en', 'a week ago: call', '2026-11-22', 'call'],
    ['en', 'fri call R. Lee', '2026-11-27', 'call R. Lee'],
    ['en', 'Fri. call: they want a demo', '2026-11-27', 'call: they want a demo'],
    ['en', 'friday, call', '2026-11-27', 'call'],
    ['en', 'on Friday: call', '2026-11-27', 'call'],
    ['en', 'last friday call', '2026-11-27', 'call'],
    ['en', 'monday call', '2026-11-23', 'call'],
    ['en', 'sunday: mail', '2026-11-29', 'mail'],
    ['en', 'today: mail', '2026-11-29', 'mail'],
    ['en', 'friday morning: demo', '2026-11-27', 'morning: demo'],
    ['en', 'yesterday 14:30 call', '2026-11-28', '14:30 call'],
    ['en', 'fri 27 nov call', '2026-11-27', 'call'],
    ['en', 'Friday, 27 November 2026: call', '2026-11-27', 'call'],
    ['en', 'nov 27 call', '2026-11-27', 'call'],
    ['en', '2026-11-27 call: forgot', '2026-11-27', 'call: forgot'],
    ['en', '2026-11-27: call', '2026-11-27', 'call'],
    ['en', '27.11. call', '2026-11-27', 'call'],
    ['en', '27.11: call', '2026-11-27', 'call'],
    ['en', 'fri 27/11: call', '2026-11-27', 'call'],
    ['en', '11/27/2026 call', '2026-11-27', 'call'],
    ['en', '12/11/2026: call', '2026-11-12', 'call'],
    ['en-us', '10/11: call', '2026-10-11', 'call'],
    ['en-gb', '10/11: call', '2026-11-10', 'call'],
    ['en', '30 may: call', '2026-05-30', 'call'],
    ['en', 'fri, 27/11: call', '2026-11-27', 'call'],
    ['en', 'fri. 27.11. call', '2026-11-27', 'call'],
    ['en', '27.11.25 call', '2025-11-27', 'call'],
    ['en', "nov 27 '25: call", '2025-11-27', 'call'],
    ['en', '4 december last year: call', '2025-12-04', 'call'],
    ['en', 'friday last week: call', '2026-11-20', 'call'],
    ['en', '3 weeks ago: call', '2026-11-08', 'call'],
    ['en', 'sat: call', '2026-11-28', 'call'],
    ['de', 'gestern Mail an Haas', '2026-11-28', 'Mail an Haas'],
    ['de', 'am Freitag: Anruf', '2026-11-27', 'Anruf'],
    ['de', 'Fr: Anruf', '2026-11-27', 'Anruf'],
    ['de', 'Freitag Anruf', '2026-11-27', 'Anruf'],
    ['de', 'yesterday: call', '2026-11-28', 'call'],
    ['fr', 'hier appel avec Haas', '2026-11-28', 'appel avec Haas'],
    ['es', 'el viernes: llamada', '2026-11-27', 'llamada'],
  ] as const) {
    it(`“${typed}” (${language}) is of ${day}`, () =>
      assert.deepEqual(readLogged(typed, TODAY, language), { on: day, what }));
  }

  for (const [language, typed] of [
    ['en', 'call: asked for a reference customer'],
    ['en', 'yesterday'],
    ['en', 'yesterday:'],
    ['en', 'tomorrow: call'],
    ['en', 'next friday: demo'],
    ['en', '2026-12-05: demo'],
    ['en', 'in 2 weeks: demo'],
    ['en', '4 weeks delay agreed'],
    ['en', '3 months ago they bought from others'],
    ['en', 'friday works for them'],
    ['en', 'Friday is fine'],
    ['en', 'Friday or Monday, they will say'],
    ['en', 'mon tue both fine'],
    ['en', 'Monday, Tuesday and Friday are fine'],
    ['en', 'by friday they decide'],
    ['en', 'friday’s call was moved'],
    ['en', 'fri 28 nov: call'],
    ['en', 'sat down with the CFO'],
    ['en', 'november: budget is spent'],
    ['en', 'last week: two calls'],
    ['en', '2026: new budget'],
    ['en', '2026-11 numbers sent'],
    ['en', 'q3: numbers sent'],
    ['en', 'first call with R. Lee'],
    ['en', '2nd: demo'],
    ['en', '2 calls'],
    ['en', '12.5 k offered'],
    ['en', '3/4 of them agreed'],
    ['en', '24/7 support asked for'],
    ['en', '10/11: call'],
    ['en', '1/2/2026: call'],
    ['en', 'may 5 people join?'],
    ['en', '29 may: call'],
    ['en', 'thu 27/11: call'],
    ['en', 'the call fri 27/11: moved'],
    ['en', 'box 27/11: call'],
    ['en', '2026-10: numbers sent'],
    ['en', '3 weeks ago they called'],
    ['en', 'today they called'],
    ['en', 'sat call'],
    ['en', '27 dec: call'],
    ['en', '10:30 call'],
    ['en', 'now they want a discount'],
    ['de', 'Fr. Müller rief an'],
    ['de', 'so geht es nicht'],
    ['de', 'morgen: Anruf'],
    ['fr', 'mon contact rappelle'],
    ['fr', 'sam: a rappelé'],
    ['es', 'mi llamada'],
  ] as const) {
    it(`“${typed}” (${language}) stays as it is, of today`, () =>
      assert.deepEqual(readLogged(typed, TODAY, language), { on: TODAY, what: oneLine(typed) }));
  }

  it('is of May only where nothing else may be meant', () => {
    const july = date('2026-07-01');
    for (const typed of ['May 5 people join', '2 may come', 'may 5'])
      assert.deepEqual(readLogged(typed, july, 'en'), { on: july, what: typed });
    for (const typed of ['may 5: call', '5 may 2026 call', 'tue 5 may call'])
      assert.deepEqual(readLogged(typed, july, 'en'), { on: '2026-05-05', what: 'call' });
    assert.equal(readLogged('june 5 call', july, 'en').on, '2026-06-05');
  });

  it('is of no day to come, and what is left is the end of what was typed, whatever that is', () => {
    const parts = [
      'fri',
      'yesterday',
      '27.11.',
      '2026-11-27',
      'nov',
      '27',
      ':',
      ',',
      '-',
      'call',
      'last',
      'the',
      '3 days ago',
    ];
    const typed = fc
      .array(fc.oneof(fc.constantFrom(...parts), fc.string()), { maxLength: 8 })
      .map(all => all.join(' '));
    const today = fc.integer({ min: 0, max: 3000 }).map(days => addDays(TODAY, days));
    forAll(
      fc.tuple(typed, today, fc.constantFrom('en', 'en-gb', 'de', 'fr', 'es')),
      ([text, day, language]) => {
        const { on, what } = readLogged(text, day, language);
        assert.ok(on <= day);
        assert.ok(oneLine(text).endsWith(what));
        assert.equal(what === '', oneLine(text) === '');
      },
    );
  });
});
