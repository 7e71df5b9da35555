import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCapture } from '../../../../src/core/capture/readCapture';
import { sentOn } from '../../../../src/core/capture/sentOn';
import { sentenceOf } from '../../../../src/words/sentence';
import { invitation, mail, outside } from '../../support/letters';
import { forAll } from '../../support/property';

const FROM = 'From: Rita Lee <rita@acme.example>';

async function dayOf(date: string) {
  const read = await readCapture(outside(mail([FROM, `Date: ${date}`, 'Subject: Offer'], 'Hello')));
  assert.ok('kind' in read && read.kind === 'mail');
  return read.mail.on;
}

describe('the day of a mail', () => {
  for (const written of [
    'Tue, 24 Nov 2026 12:00:00 +0000',
    '24 Nov 26 12:00:00 GMT',
    'Tue Nov 24 12:00:00 2026',
    'Tuesday, November 24, 2026 12:00 PM',
    '24-Nov-2026 12:00',
    '2026-11-24T12:00:00Z',
  ])
    it(`is ${written}`, async () => assert.equal(await dayOf(written), '2026-11-24'));

  for (const written of [
    '10/11/2026 09:00',
    'Nov 24',
    'Tue, 31 Feb 2026 09:00:00 +0000',
    'February 31, 2026 09:00',
    '2026-02-31 09:00',
    'Tue, 24 Foo 2026 09:00:00 +0000',
    'soon',
  ])
    it(`is none that nothing says clearly: ${written}`, async () =>
      assert.equal(await dayOf(written), undefined));

  it('is there for each date as mails are sent, and for no day that isn’t', () => {
    const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
    forAll(
      fc.record({
        day: fc.integer({ min: 1, max: 31 }),
        month: fc.nat(11),
        year: fc.integer({ min: 1990, max: 2060 }),
      }),
      ({ day, month, year }) => {
        const at = new Date(year, month, day, 12);
        const is = at.getMonth() === month;
        const on = sentOn(`${day} ${months[month]!} ${year} 12:00:00`);
        assert.equal(on !== undefined, is);
        if (is) assert.equal(Number(on!.slice(8)), day);
      },
    );
  });
});

describe('the day of a meeting', () => {
  for (const start of ['20261131T100000', '20260229T100000', '20261130T991000'])
    it(`isn’t one that no calendar has: ${start}`, async () => {
      const read = await readCapture(outside(invitation('REQUEST', `DTSTART:${start}`, 'SUMMARY:Demo')));
      assert.ok('problem' in read);
      assert.match(sentenceOf(read.problem), /no valid start/);
    });
});

describe('a file of mails', () => {
  const one = `From - Tue Nov 24 09:00:00 2026\r\n${FROM}\r\nDate: Tue, 24 Nov 2026 12:00:00 +0000\r\nSubject: Offer\r\n\r\nHello\r\n\r\n`;

  it('with several isn’t read as the first of them', async () => {
    for (const text of [one + one + one, (one + one + one).replaceAll('\r', '')]) {
      const read = await readCapture(outside(text));
      assert.ok('problem' in read);
      assert.match(sentenceOf(read.problem), /^This file has 3 mails\. Save the one/);
    }
  });

  it('with one is read, whatever the text of that begins its lines with', async () => {
    const quoted = `${one}He wrote:\r\nFrom - Tue Nov 24 09:00:00 2026\r\nSubject: Old\r\n`;
    const said = `${one}From 9:00 on 24 Nov 2026\r\nwe are there\r\n`;
    for (const text of [one, said, quoted, one.slice(33) + one]) {
      const read = await readCapture(outside(text));
      assert.ok('kind' in read && read.kind === 'mail', JSON.stringify(read));
      assert.equal(read.mail.subject, 'Offer');
    }
  });
});

describe('a mail or an invitation that a program saved in its own way', () => {
  const heads = [FROM, 'Date: Tue, 24 Nov 2026 12:00:00 +0000', 'Subject: Größe ✓'];
  const text = Buffer.from(mail(heads, 'Hello')).toString();
  const turned = (all: Buffer) => Buffer.from(all).swap16();
  for (const [name, bytes] of [
    ['in UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['in UTF-16 the other way round', turned(Buffer.from(`\uFEFF${text}`, 'utf16le'))],
    ['in UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['with lines that end with CR alone', Buffer.from(text.replaceAll('\n', ''))],
  ] as const)
    it(`is read ${name}`, async () => {
      const read = await readCapture(outside(bytes));
      assert.ok('kind' in read && read.kind === 'mail', JSON.stringify(read));
      assert.deepEqual(
        [read.mail.subject, read.mail.from?.name, read.mail.on],
        ['Größe ✓', 'Rita Lee', '2026-11-24'],
      );
    });

  it('is an invitation in UTF-16, too', async () => {
    const all = invitation('REQUEST', 'DTSTART:20261204T100000', 'SUMMARY:Größe');
    for (const bytes of [Buffer.from(`\uFEFF${all}`, 'utf16le'), Buffer.from(all.replaceAll('\n', ''))]) {
      const read = await readCapture(outside(bytes));
      assert.ok('kind' in read && read.kind === 'meeting', JSON.stringify(read));
      assert.equal(read.meeting.title, 'Größe');
    }
  });
});
