import assert from 'node:assert/strict';
import { aboveMail, kindOf } from '../../../../src/core/capture/kindOf';

const MAIL = 'Subject: Offer\nDate: Mon, 2 Mar 2026 10:00:00 +0000\n';
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('what a file is by how it begins', () => {
  for (const [what, bytes, kind] of [
    ['a message of Outlook', [0xd0, 0xcf, 0x11, 0xe0, 1], 'outlook'],
    ['what only begins like one', [0xd0, 0xcf, 0x11, 0x41], 'binary'],
    ['what only ends like one', [0xd0, 0x41, 0x11, 0xe0], 'binary'],
    ['a text in UTF-16, with either byte first', utf16('Called'), 'text'],
    ['a text in UTF-16 of another order', utf16('Called').swap16(), 'text'],
    ['what only begins like UTF-16', [0xff, 0x41, 0], 'binary'],
    ['what only begins like the other UTF-16', [0xfe, 0x41, 0], 'binary'],
    ['what has the second byte of UTF-16 alone', [0x41, 0xfe, 0], 'binary'],
    ['what has the last bytes of Outlook alone', [0x41, 0xcf, 0x11, 0xe0], 'binary'],
    ['what has the second byte of the other UTF-16 alone', [0x41, 0xff, 0], 'binary'],
    ['nothing', '', 'nothing'],
    ['blanks', ' \r\n\t\n', 'nothing'],
    ['an invitation', 'BEGIN:VCALENDAR\n', 'calendar'],
    ['an invitation below a blank line, in small letters', '\r\n begin:vcalendar\n', 'calendar'],
    ['a text that speaks of an invitation', 'See BEGIN:VCALENDAR', 'text'],
    ['a card of a person', 'BEGIN:VCARD\nFN:Rita\n', 'binary'],
    ['a rich text', '{\\rtf1 Called}', 'binary'],
    ['a text that speaks of a rich one', 'As {\\rtf1}', 'text'],
    ['a mail', MAIL, 'mail'],
    ['a mail with lines that go on', 'Subject: Offer\n of today\nDate: soon\n', 'mail'],
    ['a mail with blanks before its colons', 'Subject : Offer\nFrom : Rita\n', 'mail'],
    ['a mail that was received, with small letters', 'received: x\nsubject: y\n', 'mail'],
    ['a mail below blank lines', `\n\n${MAIL}`, 'mail'],
    ['a mail of a mailbox', `From rita@acme.example Mon Mar 2\n${MAIL}`, 'mail'],
    ['a mail of Apple’s', `1234 \n${MAIL}`, 'mail'],
    ['one head of a mail alone', 'From: Rita\nCalled', 'text'],
    ['one head that goes on', 'From: Rita\n and Tom\n', 'text'],
    ['a note to somebody', 'To: Rita\nPrice: 5\n', 'text'],
    ['heads below other words', `Called\n${MAIL}`, 'text'],
    ['text with a tab, a page break and an escape', 'a\tb\fc\x1bd', 'text'],
    ['a zero in a text', 'a\0b', 'binary'],
    ['a bell in a text', 'a\x08b', 'binary'],
    ['other signs of machines', 'a\x0eb', 'binary'],
    ['the last of these', 'a\x1ab', 'binary'],
    ['a zero behind what is looked at', `${'a'.repeat(16 * 1024)}\0`, 'text'],
  ] as const)
    it(`${what} is “${kind}”`, () => assert.equal(kindOf(Buffer.from(bytes as string)), kind));

  it('is a mail from its first own line on, whatever stands above it', () => {
    for (const [above, bytes] of [
      ['', 0],
      ['\ufeff', 3],
      ['From rita Mon\r\n', 15],
      ['\n1234\n', 6],
      ['\ufeff\r\n', 5],
    ] as const)
      assert.equal(aboveMail(Buffer.from(above + MAIL)), bytes, JSON.stringify(above));
  });
});
