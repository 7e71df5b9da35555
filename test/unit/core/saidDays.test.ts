import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { addDays, daysBetween, isCalendarDate, type CalendarDate } from '../../../src/core/calendar';
import { readDate } from '../../../src/core/peopleDates';
import { date } from '../support/deals';
import { forAll } from '../support/property';

/** The phrases of a language, each with a today and the day that it means; `undefined` where it is none for certain. */
function phrasesOf(language: string) {
  let today: string | undefined;
  return readFileSync(`test/fixtures/saidDays/${language}.txt`, 'utf8')
    .split('\n')
    .filter(line => line && !line.startsWith('#'))
    .flatMap(line => {
      const [, from] = /^today (\d{4}-\d\d-\d\d)/.exec(line) ?? [];
      if (from) today = from;
      if (from) return [];
      const [, said, day] = /^(.+) = (-|\d{4}-\d\d-\d\d)$/.exec(line) ?? assert.fail(line);
      assert.ok(isCalendarDate(today), line);
      return [{ today, said: said!, day: day === '-' ? undefined : day }];
    });
}

describe('days as people say them', () => {
  for (const language of ['en', 'de', 'fr', 'es']) {
    it(`are read in a table of the language ${language}`, () => {
      const phrases = phrasesOf(language);
      assert.ok(new Set(phrases.map(({ said }) => said)).size >= 200);
      const read = phrases.map(({ today, said }) => readDate(said, today, language));
      const lines = (days: readonly (CalendarDate | string | undefined)[]) =>
        phrases.map(({ today, said }, at) => `${said} = ${days[at]} on ${today}`);
      assert.deepEqual(lines(read), lines(phrases.map(({ day }) => day)));
    });
  }
});

const MONTHS = {
  en: 'january february march april may june july august september october november december',
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
};
const WEEKDAYS = {
  en: 'monday tuesday wednesday thursday friday saturday sunday',
  de: 'Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag',
  fr: 'lundi mardi mercredi jeudi vendredi samedi dimanche',
  es: 'lunes martes miércoles jueves viernes sábado domingo',
};
const LANGUAGES = ['en', 'de', 'fr', 'es'] as const;

const utc = (day: string) => new Date(`${day}T00:00Z`);
const isLastOfMonth = (day: string) => new Date(+utc(day) + 86_400_000).getUTCDate() === 1;
const days = fc.integer({ min: 0, max: 12_000 }).map(days => addDays(date('2020-01-01'), days));
const language = fc.constantFrom(...LANGUAGES);

describe('a day that is said', () => {
  it('is itself where it is written as a date, in any language', () => {
    forAll(
      fc.tuple(days, days, fc.constantFrom('en', 'de', 'fr', 'es', 'ja', 'en-gb')),
      ([day, today, name]) => assert.equal(readDate(day, today, name), day),
    );
  });

  it('is, of a month that is named, its last day, within a year and never past', () => {
    forAll(fc.tuple(days, language, fc.nat(11)), ([today, name, month]) => {
      const said = MONTHS[name].split(' ')[month]!;
      const day = readDate(said, today, name)!;
      assert.ok(isLastOfMonth(day) && utc(day).getUTCMonth() === month, `${said} is ${day} on ${today}`);
      assert.ok(day >= today && +utc(day) - +utc(today) < 366 * 86_400_000, `${said} is ${day} on ${today}`);
    });
  });

  it('is, of a quarter or a year that is named, its last day and never past', () => {
    forAll(fc.tuple(days, language, fc.constantFrom(1, 2, 3, 4)), ([today, name, quarter]) => {
      const day = readDate(`q${quarter}`, today, name)!;
      assert.ok(isLastOfMonth(day) && utc(day).getUTCMonth() === quarter * 3 - 1 && day >= today, day);
      const year = today.slice(0, 4);
      assert.equal(readDate(year, today, name), `${year}-12-31`);
    });
  });

  it('is by the name of a weekday such a day, in the week to come or the week that was', () => {
    const coming = { en: ['', 'coming '], de: ['', 'kommenden '], fr: [''], es: [''] };
    const last = { en: 'last %', de: 'letzten %', fr: '% dernier', es: 'el % pasado' };
    forAll(fc.tuple(days, language, fc.nat(6)), ([today, name, weekday]) => {
      const said = WEEKDAYS[name].split(' ')[weekday]!;
      const away = (phrase: string) => {
        const day = readDate(phrase, today, name)!;
        assert.equal((utc(day).getUTCDay() + 6) % 7, weekday, `${phrase} is ${day}`);
        return daysBetween(today, day);
      };
      for (const word of coming[name]) assert.ok(away(word + said) >= 1 && away(word + said) <= 7, said);
      assert.ok(away(last[name].replace('%', said)) <= -1 && away(last[name].replace('%', said)) >= -7, said);
    });
  });

  it('is some months later the same day, or the last of a shorter month', () => {
    const inMonths = { en: 'in % months', de: 'in % Monaten', fr: 'dans % mois', es: 'en % meses' };
    forAll(fc.tuple(days, language, fc.integer({ min: 2, max: 40 })), ([today, name, n]) => {
      const day = readDate(inMonths[name].replace('%', String(n)), today, name)!;
      const monthOf = (one: string) => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7));
      assert.equal(monthOf(day) - monthOf(today), n);
      const isSame = day.slice(8) === today.slice(8);
      assert.ok(isSame || (isLastOfMonth(day) && day.slice(8) < today.slice(8)), `${today} ${n} ${day}`);
    });
  });

  it('is, where it may be either of two in numbers, one of them, and where it has a year never one that is past', () => {
    const two = fc.integer({ min: 1, max: 31 });
    forAll(
      fc.tuple(days, two, two, fc.integer({ min: 0, max: 9 }), fc.constantFrom('en', 'en-gb', 'de')),
      ([today, a, b, ahead, name]) => {
        const year = Number(today.slice(0, 4)) + ahead;
        const both = [`${a}-${b}`, `${b}-${a}`].map(parts => {
          const [month, day] = parts.split('-').map(part => part.padStart(2, '0'));
          return `${year}-${month}-${day}`;
        });
        const day = readDate(`${a}/${b}/${String(year).slice(2)}`, today, name);
        assert.equal(day, readDate(`${a}/${b}/${year}`, today, name));
        assert.ok(day === undefined || both.includes(day), day);
        assert.ok(
          name !== 'en' || !day || day >= today || both.filter(isCalendarDate).length === 1 || a === b,
        );
      },
    );
  });

  it('is one that exists, in any words that it may be made of', () => {
    const phrases = LANGUAGES.flatMap(phrasesOf).flatMap(({ said }) => said.split(' '));
    const words = fc.constantFrom(...new Set(phrases));
    forAll(
      fc.tuple(fc.array(words, { minLength: 1, maxLength: 5 }), days, language),
      ([some, today, name]) => {
        const day = readDate(some.join(' '), today, name);
        assert.ok(day === undefined || isCalendarDate(day), some.join(' '));
      },
      2000,
    );
  });
});
