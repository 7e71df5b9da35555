import assert from 'node:assert/strict';
import fc from 'fast-check';
import ICAL from 'ical.js';
import type { Deal } from '../../../../src/core/deal/deal';
import { plainText } from '../../../../src/core/escape';
import { NO_CURRENCIES, moneyIn } from '../../../../src/core/moneyFormat';
import * as planned from '../../../../src/core/planned/planned';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { asICalendar } from '../../../../src/core/text/iCalendar';
import { calendarDays } from '../../../../src/words/calendar';
import { date, makeDeal } from '../../support/deals';
import { HOSTILE, wellFormed } from '../../support/hostile';
import { forAll } from '../../support/property';

const NOW = Date.UTC(2026, 10, 30, 12);
const plannedIn = (deals: readonly Deal[]) => planned.plannedIn(deals, date('2026-11-30')).things;

describe('what is planned', () => {
  const todo = (on: string, what: string) => ({ on: date(on), what, who: undefined, line: 9 });

  it('is next steps, to-dos and close dates by their days, and nothing of deals that are closed', () => {
    const deal = makeDeal({
      ...{ nextStep: 'Ring', nextStepOn: date('2026-12-02'), closeDate: date('2026-12-24') },
      todos: [todo('2026-12-01', 'Ask')],
    });
    assert.deepEqual(
      plannedIn([deal, { ...deal, path: 'won.md', status: 'won' }]).map(({ kind, on, what }) => [
        kind,
        on,
        what,
      ]),
      [
        ['todo', '2026-12-01', 'Ask'],
        ['step', '2026-12-02', 'Ring'],
        ['close', '2026-12-24', ''],
      ],
    );
  });

  it('may have a day alone', () => {
    const [step] = plannedIn([makeDeal({ nextStepOn: date('2026-12-02') })]);
    assert.equal(step!.what, '');
  });

  it('is apart where a year was mistyped', () => {
    const deal = makeDeal({
      ...{ nextStepOn: date('2206-12-02'), closeDate: date('0206-12-24') },
      todos: [todo('2056-12-01', 'Ask'), todo('2057-01-01', 'Ask')],
    });
    const { things, mistyped } = planned.plannedIn([deal], date('2026-11-30'));
    assert.deepEqual(
      [things, mistyped].map(some => some.map(({ on }) => on)),
      [['2056-12-01'], ['0206-12-24', '2057-01-01', '2206-12-02']],
    );
  });

  it('is nothing that a deal on hold has before that day', () => {
    const deal = makeDeal({
      nextStepOn: date('2026-12-02'),
      closeDate: date('2026-12-24'),
      onHoldUntil: date('2026-12-24'),
    });
    assert.deepEqual(
      plannedIn([deal]).map(({ kind }) => kind),
      ['close'],
    );
  });

  it('is of one day always in the same order', () => {
    const some = ['b.md', 'c.md', 'a.md'].map(path =>
      makeDeal({ path, closeDate: date('2026-12-24'), nextStepOn: date('2026-12-24') }),
    );
    const order = (deals: typeof some) => plannedIn(deals).map(({ kind, deal }) => `${kind} ${deal.path}`);
    const expected = ['close', 'step'].flatMap(kind =>
      ['a.md', 'b.md', 'c.md'].map(path => `${kind} ${path}`),
    );
    assert.deepEqual(order(some), expected);
    assert.deepEqual(order(some.toReversed()), expected);
  });

  it('keeps its id on another day and with other words, and two to-dos of the same words have their own', () => {
    const ids = (day: string, step: string) =>
      plannedIn([
        makeDeal({
          ...{ nextStep: step, nextStepOn: date(day), closeDate: date(day) },
          todos: [todo(day, 'Ask'), todo(day, 'Ask')],
        }),
      ]).map(({ id }) => id);
    assert.deepEqual(ids('2026-12-01', 'Ring'), ids('2027-01-31', 'Write'));
    // Calendars know them by these.
    assert.deepEqual(ids('2026-12-01', 'Ring'), [
      ...['close:acme.md', 'step:acme.md', 'todo:1:Ask:acme.md', 'todo:2:Ask:acme.md'],
    ]);
  });
});

describe('a file for calendars', () => {
  const fileOf = (title: string, step = 'Ring') => {
    const deal = makeDeal({
      title,
      account: title,
      owner: title,
      nextStep: step,
      nextStepOn: date('2026-12-02'),
    });
    const days = calendarDays(plannedIn([deal]), '/team/deals', DEFAULT_PROCESS, moneyIn(NO_CURRENCIES));
    return asICalendar(days, 'Deals', NOW);
  };
  const eventsIn = (text: string) =>
    new ICAL.Component(ICAL.parse(text) as unknown[])
      .getAllSubcomponents('vevent')
      .map(one => new ICAL.Event(one));

  it('has whole days, which leave the day free', () => {
    const text = fileOf('Acme');
    assert.match(text, /\r\nDTSTART;VALUE=DATE:20261202\r\n/);
    assert.match(text, /\r\nTRANSP:TRANSPARENT\r\n/);
    assert.match(text, /\r\nDTSTAMP:20261130T120000Z\r\n/);
    assert.match(text, /^BEGIN:VCALENDAR\r\n[^]*\r\nEND:VCALENDAR\r\n$/);
    const [event] = eventsIn(text);
    assert.equal(event!.summary, 'Acme: Ring');
    assert.equal(event!.description, 'Account: Acme\nOwner: Acme\nStage: Lead generation\nFile: acme.md');
  });

  it('says any day in eight digits, and asks nobody to come', () => {
    for (const on of ['0001-01-01', '0206-12-18', '2026-12-02', '9999-12-31']) {
      const text = asICalendar([{ uid: 'a', on: date(on), summary: 'Acme', description: [] }], 'Deals', NOW);
      assert.ok(text.includes(`\r\nDTSTART;VALUE=DATE:${on.replaceAll('-', '')}\r\n`), text);
      // Those who publish events name an organizer (RFC 5546, 3.2.1).
      assert.doesNotMatch(text, /METHOD/);
    }
  });

  it('is a calendar without a day, too', () => {
    const text = asICalendar([], 'Deals', NOW);
    const parts = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents();
    assert.deepEqual(
      parts.map(({ name }) => name),
      ['vtimezone'],
    );
    assert.match(
      text,
      /\r\nTZID:UTC\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:[+]0000\r\nTZOFFSETTO:[+]0000\r\n/,
    );
  });

  const assertReadBack = (text: string) => {
    const file = fileOf(text, text);
    for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.doesNotMatch(file.replaceAll('\r\n', ''), /[\r\n]/);
    const events = eventsIn(file);
    assert.equal(events.length, 1);
    const said = plainText(wellFormed(text));
    assert.equal(
      events[0]!.summary,
      plainText(said ? `${plainText(text, 80)}: ${said}` : `${plainText(text, 80)}: next step`, 300),
    );
  };

  for (const [name, text] of Object.entries(HOSTILE))
    if (name !== 'half characters')
      it(`says what a deal says, and no more: ${name}`, () => assertReadBack(text));

  it('says what a deal says, whatever that is, in lines of 75 bytes', () => {
    forAll(fc.string({ unit: 'grapheme', maxLength: 120 }), assertReadBack);
    forAll(
      fc.array(fc.constantFrom('\\', ',', ';', ':', '\\n', 'é', '🚀', '"', ' ', '^', 'x'), { maxLength: 90 }),
      parts => assertReadBack(parts.join('')),
    );
  });
});
