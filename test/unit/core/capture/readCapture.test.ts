import assert from 'node:assert/strict';
import type { Captured, Mail, Meeting } from '../../../../src/core/capture/captured';
import { inUtf8 } from '../../../../src/core/capture/inUtf8';
import { readCapture } from '../../../../src/core/capture/readCapture';
import { sentenceOf } from '../../../../src/words/sentence';
import { textOf } from '../../../../src/files/disk/anyText';
import { invitation, mail, outside } from '../../support/letters';
import { whileInZone } from '../../support/zone';

const RITA = 'From: Rita Lee <rita@acme.example>';
const DATE = 'Date: Mon, 02 Mar 2026 10:00:00 +0000';

async function read(from: Uint8Array | string): Promise<Captured> {
  const captured = await readCapture(outside(from));
  assert.ok('kind' in captured && captured.ok, JSON.stringify(captured));
  return captured;
}

async function readMail(from: Uint8Array | string): Promise<Mail> {
  const captured = await read(from);
  assert.ok(captured.kind === 'mail', captured.kind);
  return captured.mail;
}

async function readMeeting(from: Uint8Array | string): Promise<Meeting> {
  const captured = await read(from);
  assert.ok(captured.kind === 'meeting', captured.kind);
  return captured.meeting;
}

async function refusal(from: Uint8Array | string): Promise<string> {
  const captured = await readCapture(outside(from));
  assert.ok('problem' in captured, JSON.stringify(captured));
  return sentenceOf(captured.problem);
}

describe('a mail that is read to be logged', () => {
  it('has its sender, its receivers, its subject and the names of its attachments', async () => {
    const read = await readMail(
      mail(
        [
          'From: =?iso-8859-1?Q?Ren=E9e_Lee?= <renee@acme.example>',
          'To: "Ash, Tom" <tom@acme.example>, me@home.example',
          'Subject: =?utf-8?B?w4RuZGVydW5n?= of the',
          ' offer',
          DATE,
          'Content-Type: multipart/mixed; boundary=x',
        ],
        ...['--x', 'Content-Type: text/plain', '', 'Hello', '--x'],
        ...[
          'Content-Type: application/pdf',
          'Content-Disposition: attachment; filename="offer.pdf"',
          '',
          'x',
        ],
        ...[
          '--x',
          'Content-Type: image/png',
          'Content-Disposition: inline',
          'Content-Id: <a>',
          '',
          'x',
          '--x--',
        ],
      ),
    );
    assert.deepEqual(read, {
      on: '2026-03-02',
      from: { name: 'Renée Lee', email: 'renee@acme.example' },
      to: [
        { name: 'Ash, Tom', email: 'tom@acme.example' },
        { name: undefined, email: 'me@home.example' },
      ],
      subject: 'Änderung of the offer',
      attachments: ['offer.pdf'],
      meeting: undefined,
    });
  });

  it('has the day that the person’s own calendar shows, whichever zone its servers write', async () => {
    const late = mail([RITA, 'Subject: Late', 'Date: Tue, 03 Mar 2026 01:30:00 +0000']);
    const days: unknown[] = [];
    for (const zone of ['America/Los_Angeles', 'UTC', 'Asia/Tokyo'])
      days.push(await whileInZone(zone, async () => (await readMail(late)).on));
    assert.deepEqual(days, ['2026-03-02', '2026-03-03', '2026-03-03']);
  });

  it('is told by its first words where it has no subject, HTML or not', async () => {
    const html = ['<style>p {}</style><p>Hi &amp; <b>bye</b>,</p>', '<script>x()</script><p>Rita</p>'];
    assert.equal(
      (await readMail(mail([RITA, DATE, 'Content-Type: text/html'], ...html))).subject,
      'Hi & bye, Rita',
    );
    assert.equal((await readMail(mail([RITA, DATE], 'Yes,', 'do it.'))).subject, 'Yes, do it.');
  });

  it('is told by the words of a page, not by its title', async () => {
    const page = '<html><head><title>T</title></head><body><p>Hello</p></body></html>';
    assert.equal((await readMail(mail([RITA, DATE, 'Content-Type: text/html'], page))).subject, 'Hello');
  });

  it('keeps heads that are UTF-8 as they are, and takes others for the code page that they look like', async () => {
    const heads = (encoding: BufferEncoding) =>
      Buffer.from(`From: Jürgen <j@acme.example>\r\nSubject: Größe für Köln\r\n${DATE}\r\n\r\nü`, encoding);
    for (const encoding of ['utf8', 'latin1'] as const) {
      const { from, subject } = await readMail(heads(encoding));
      assert.deepEqual([from?.name, subject], ['Jürgen', 'Größe für Köln'], encoding);
    }
    const alone = Buffer.from('From: Jürgen <j@acme.example>\r\nSubject: Größe\r\n', 'latin1');
    assert.equal((await readMail(alone)).subject, 'Größe');
    const bytes = inUtf8(heads('latin1'), textOf);
    assert.ok(Buffer.from(bytes).toString().endsWith(`${DATE}\r\n\r\nü`));
    const said = Buffer.concat([heads('latin1'), Buffer.from('\r\nContent-Type: x; charset=latin1')]);
    assert.ok(Buffer.from(inUtf8(said, textOf)).includes(0xfc));
    // What stands below them is in another one.
    const mixed = Buffer.concat([
      Buffer.from(`${RITA}\nSubject: Größe\n${DATE}\n\n`),
      Buffer.from('für Köln', 'latin1'),
    ]);
    assert.equal((await readMail(mixed)).subject, 'Größe');
    const { subject } = await readMail(mail([RITA, 'Subject: 提案 👍', DATE]));
    assert.equal(subject, '提案 👍');
  });

  for (const [what, bytes, subject] of [
    ['in Windows-1252', [0x93, 0x33, 0x20, 0x80, 0x94, 0x20, 0xfc], '“3 €” ü'],
    ['in Windows-1250', [0x57, 0x61, 0xb3, 0xea, 0x73, 0x61, 0x20, 0x9f], 'Wałęsa ź'],
    ['in UTF-8 with a broken byte', [...Buffer.from('Größe '), 0xff, ...Buffer.from('€')], 'Größe \uFFFD€'],
  ] as const) {
    const raw = Buffer.from(bytes);
    it(`keeps the signs of a subject ${what}`, async () => {
      const heads = Buffer.from(`${RITA}\r\n${DATE}\r\nTo: Zoë <z@acme.example>\r\nSubject: `);
      const read = await readMail(Buffer.concat([heads, raw, Buffer.from('\r\n\r\nx')]));
      assert.deepEqual([read.subject, read.to[0]?.name], [subject, 'Zoë']);
    });

    it(`keeps the signs of its own words ${what}, where nothing names their encoding`, async () => {
      for (const type of ['', 'Content-Type: text/html\r\n']) {
        const heads = Buffer.from(`${RITA}\r\n${DATE}\r\n${type}\r\n`);
        assert.equal((await readMail(Buffer.concat([heads, raw]))).subject, subject, type);
      }
    });

    it(`keeps the signs of a text and of an invitation ${what}`, async () => {
      const captured = await read(Buffer.concat([Buffer.from('call: '), raw]));
      assert.equal(captured.kind === 'text' && captured.text, `call: ${subject}`);
      const [before, after] = invitation('REQUEST', 'SUMMARY:@', 'DTSTART:20260304T100000').split('@');
      const file = Buffer.concat([Buffer.from(before!), raw, Buffer.from(after!)]);
      assert.equal((await readMeeting(file)).title, subject);
      const parts = ['Content-Type: text/calendar; method=REQUEST', ''].join('\r\n');
      const all = [Buffer.from(`${RITA}\r\nSubject: x\r\n${DATE}\r\n${parts}\r\n`), file];
      assert.equal((await readMail(Buffer.concat(all))).meeting?.title, subject);
    });
  }

  it('keeps the signs of Windows-1252 that it says it is in', async () => {
    const { from, subject, attachments } = await readMail(
      mail(
        [
          'From: =?windows-1252?Q?=93Ren=E9e=94?= <r@acme.example>',
          'Subject: =?iso-8859-1?Q?3_=80?=',
          DATE,
          'Content-Type: application/pdf',
          'Content-Disposition: attachment; filename="=?windows-1252?Q?3_=80.pdf?="',
        ],
        'x',
      ),
    );
    assert.deepEqual([from?.name, subject, attachments], ['“Renée”', '3 €', ['3 €.pdf']]);
    const words = mail([RITA, DATE, 'Content-Type: text/plain; charset=windows-1252'], '@');
    const at = Buffer.from(words).lastIndexOf('@');
    words.set([0x80], at);
    assert.equal((await readMail(words)).subject, '€');
  });

  it('names those of a group one by one, however many, and nobody where there is no address', async () => {
    const to = async (line: string) =>
      (await readMail(mail([RITA, DATE, `To: ${line}`], 'x'))).to.map(({ name, email }) => name ?? email);
    assert.deepEqual(await to('Team: Tom Ash <tom@acme.example>, eve@acme.example;'), [
      'Tom Ash',
      'eve@acme.example',
    ]);
    assert.deepEqual(await to('undisclosed-recipients:;'), []);
    assert.deepEqual(await to('<>'), []);
    assert.deepEqual(await to('"tom@acme.example" <tom@acme.example>'), ['tom@acme.example']);
    const many = Array.from({ length: 60 }, (_, at) => `p${at}@acme.example`);
    assert.deepEqual(await to(many.join(', ')), many);
  });

  it('has no subject where it has no words at all', async () => {
    const parts = ['--x', 'Content-Disposition: attachment; filename=a.pdf', '', 'x', '--x--'];
    const file = mail([RITA, DATE, 'Content-Type: multipart/mixed; boundary=x'], ...parts);
    const { subject, attachments } = await readMail(file);
    assert.deepEqual([subject, attachments], ['', ['a.pdf']]);
  });

  it('has no signature among its attachments', async () => {
    const parts = [
      ['application/pdf', 'offer.pdf'],
      ['application/pkcs7-signature', 'smime.p7s'],
      ['application/pgp-signature', 'signature.asc'],
    ].flatMap(([type, name]) => [
      ...['--x', `Content-Type: ${type}`, `Content-Disposition: attachment; filename=${name}`, '', 'x'],
    ]);
    const signed = mail(
      [RITA, 'Subject: x', DATE, 'Content-Type: multipart/signed; boundary=x'],
      ...parts,
      '--x--',
    );
    assert.deepEqual((await readMail(signed)).attachments, ['offer.pdf']);
  });

  it('may lack anything, or have it in a form that means nothing', async () => {
    const bare = await readMail(mail(['Message-ID: <a@b>', 'Subject: x', 'From: ', 'Date: soon']));
    assert.deepEqual(bare, {
      on: undefined,
      unreadDay: 'soon',
      from: undefined,
      to: [],
      subject: 'x',
      attachments: [],
      meeting: undefined,
    });
    assert.equal((await readMail(mail([RITA, 'Subject: x', 'Sent: 03/04/2026 10:00']))).on, undefined);
    assert.equal(
      (await readMail(mail([RITA, 'Sent: Monday, March 2, 2026 10:00 AM', 'Subject: x']))).on,
      '2026-03-02',
    );
  });

  it('is known below what mailboxes and Apple’s Mail write above it, in any charset', async () => {
    for (const above of ['From rita@acme.example Mon Mar 2 10:00:00 2026\n', '1234\n', '\ufeff', '\r\n'])
      assert.equal((await readMail(`${above}${RITA}\nSubject: Offer\n${DATE}\n\nHi`)).subject, 'Offer');
    const odd = await readMail(
      mail(
        [
          RITA,
          'Subject: =?x-unknown?Q?Offer_=FF?= and =?utf-8?Q?',
          DATE,
          'Content-Type: text/plain; charset=nonsense',
        ],
        'x',
      ),
    );
    assert.match(odd.subject, /Offer/);
    const raw = Buffer.from(`${RITA}\r\nSubject: Angebot f\xfcr Sie\r\n${DATE}\r\n\r\nx`, 'latin1');
    assert.equal((await readMail(raw)).subject, 'Angebot für Sie');
  });

  it('brings the invitation that came with it', async () => {
    const { meeting } = await readMail(
      mail(
        [RITA, 'Subject: Invitation: Demo', DATE, 'Content-Type: multipart/alternative; boundary=x'],
        ...['--x', 'Content-Type: text/plain', '', 'Join us', '--x'],
        ...['Content-Type: text/calendar; method=REQUEST; charset=utf-8', ''],
        invitation('REQUEST', 'SUMMARY:Demo', 'DTSTART;VALUE=DATE:20260304'),
        '--x--',
      ),
    );
    assert.deepEqual([meeting?.title, meeting?.on, meeting?.state], ['Demo', '2026-03-04', 'invited']);
  });

  it('is refused where its parts have no end, and read in any size that servers take', async () => {
    const nested = Array.from({ length: 400 }, (_, at) => [
      `Content-Type: multipart/mixed; boundary=b${at}`,
      '',
      `--b${at}`,
    ]).flat();
    assert.match(await refusal(mail([RITA, 'Subject: x'].concat(nested))), /^This mail can’t be read/);
    const large = mail([RITA, 'Subject: Large', DATE], `${'x'.repeat(76)}\r\n`.repeat(100_000));
    assert.equal((await readMail(large)).subject, 'Large');
  });
});

describe('an invitation that is read to be logged', () => {
  const PEOPLE = [
    'ORGANIZER;CN="Lee, Rita":mailto:rita@acme.example',
    'ATTENDEE;CN=Rita:MAILTO:rita@acme.example',
    'ATTENDEE;CN=Tom Ash:mailto:tom@acme.example',
    'ATTENDEE;CUTYPE=ROOM;CN=Room 4:mailto:room4@acme.example',
  ];

  it('is read in one piece where its lines are folded within a letter', async () => {
    const file = Buffer.from(invitation('REQUEST', 'SUMMARY:Größe', 'DTSTART:20260304T100000'));
    const at = file.indexOf('ö') + 1;
    for (const fold of ['\r\n ', '\n\t']) {
      const folded = Buffer.concat([file.subarray(0, at), Buffer.from(fold), file.subarray(at)]);
      assert.equal((await readMeeting(folded)).title, 'Größe');
    }
  });

  it('has its title, its people without rooms, and where it stands', async () => {
    const lines = ['SUMMARY:Demo\\, with\\n Q&A', 'DTSTART:20260304T100000', ...PEOPLE];
    assert.deepEqual(await readMeeting(invitation('REQUEST', ...lines)), {
      state: 'invited',
      until: '2026-03-04',
      title: 'Demo, with Q&A',
      ...{ on: '2026-03-04', time: '10:00' },
      by: { name: 'Lee, Rita', email: 'rita@acme.example' },
      others: [{ name: 'Tom Ash', email: 'tom@acme.example' }],
      isSeries: false,
    });
  });

  for (const [method, more, state, by] of [
    ['CANCEL', [], 'cancelled', 'Lee, Rita'],
    ['PUBLISH', ['STATUS:CANCELLED'], 'cancelled', 'Lee, Rita'],
    ['PUBLISH', [], 'invited', 'Lee, Rita'],
  ] as const) {
    it(`is ${state} by ${method} and ${more.join() || 'nothing else'}`, async () => {
      const meeting = await readMeeting(invitation(method, 'DTSTART:20260304T100000', ...PEOPLE, ...more));
      assert.deepEqual([meeting.state, meeting.by?.name], [state, by]);
    });
  }

  for (const [said, state] of [
    ['ACCEPTED', 'accepted'],
    ['TENTATIVE', 'tentative'],
    ['DECLINED', 'declined'],
  ] as const) {
    it(`is ${state} by who answers ${said}`, async () => {
      const answer = `ATTENDEE;CN=Tom Ash;PARTSTAT=${said}:mailto:tom@acme.example`;
      const lines = ['DTSTART:20260304T100000', PEOPLE[0]!, answer];
      const { by, ...meeting } = await readMeeting(invitation('REPLY', ...lines));
      assert.deepEqual([meeting.state, by?.name], [state, 'Tom Ash']);
    });
  }

  it('is another time by who proposes one', async () => {
    const { by, ...meeting } = await readMeeting(
      invitation(
        'COUNTER',
        'DTSTART:20260304T100000',
        PEOPLE[0]!,
        'ATTENDEE;CN=Tom Ash:mailto:tom@acme.example',
      ),
    );
    assert.deepEqual([meeting.state, by?.name], ['countered', 'Tom Ash']);
  });

  it('is on the day of the person’s own calendar by the name of a zone alone, in summer and winter', async () => {
    const at = (zone: string, start: string) =>
      readMeeting(invitation('REQUEST', `DTSTART;TZID=${zone}:${start}`));
    await whileInZone('UTC', async () => {
      for (const [zone, start, on, time] of [
        ['America/Los_Angeles', '20260304T170000', '2026-03-05', '01:00'],
        ['America/Los_Angeles', '20260704T170000', '2026-07-05', '00:00'],
        ['Europe/Tallinn', '20260304T003000', '2026-03-03', '22:30'],
        ['Asia/Kolkata', '20260304T100000', '2026-03-04', '04:30'],
        ['America/Los_Angeles', '20260308T013000', '2026-03-08', '09:30'],
        ['America/Los_Angeles', '20260308T033000', '2026-03-08', '10:30'],
        ['Europe/Berlin', '20260329T033000', '2026-03-29', '01:30'],
        ['"Pacific Standard Time"', '20260304T170000', '2026-03-04', '17:00'],
      ] as const) {
        const meeting = await at(zone, start);
        assert.deepEqual([meeting.on, meeting.time], [on, time], `${zone} ${start}`);
      }
    });
  });

  it('is on the day of the person’s own calendar, by UTC or by the zone that it describes', async () => {
    const zone = [
      ...['BEGIN:VTIMEZONE', 'TZID:Here', 'BEGIN:STANDARD', 'DTSTART:16010101T000000'],
      ...['TZOFFSETFROM:+0100', 'TZOFFSETTO:+0100', 'END:STANDARD', 'END:VTIMEZONE', 'BEGIN:VEVENT'],
    ].join('\r\n');
    const own = invitation('REQUEST', 'DTSTART;TZID=Here:20260304T003000').replace('BEGIN:VEVENT', zone);
    const read = await readCapture(outside(own));
    assert.deepEqual('kind' in read && read.kind === 'meeting' && read.unread, []);
    const utc = invitation('REQUEST', 'DTSTART:20260303T233000Z');
    for (const text of [own, utc]) {
      const at = (place: string) =>
        whileInZone(place, async () => {
          const { on, time } = await readMeeting(text);
          return `${on} ${time}`;
        });
      assert.equal(await at('Europe/Berlin'), '2026-03-04 00:30');
      assert.equal(await at('America/New_York'), '2026-03-03 18:30');
    }
    const unknown = invitation('REQUEST', 'DTSTART;TZID=Nowhere:20260304T100000');
    assert.equal((await whileInZone('Asia/Tokyo', () => readMeeting(unknown))).time, '10:00');
  });

  it('is the first of a series, whose rule is not followed', async () => {
    const lines = ['DTSTART:20260304T100000', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31'];
    const { on, isSeries } = await readMeeting(invitation('REQUEST', ...lines));
    assert.deepEqual([on, isSeries], ['2026-03-04', true]);
    const days = ['DTSTART:20260304T100000', 'RDATE:20260311T100000'];
    assert.equal((await readMeeting(invitation('REQUEST', ...days))).isSeries, true);
    assert.equal((await readMeeting(invitation('REQUEST', days[0]!))).isSeries, false);
  });

  it('is that of the organizer where nobody is said to have answered', async () => {
    const at = 'DTSTART:20260304T100000';
    for (const lines of [
      [at, PEOPLE[0]!],
      [at, 'ATTENDEE;CN=Lee\\, Rita;PARTSTAT=NEEDS-ACTION:mailto:rita@acme.example'],
    ]) {
      const { state, by, title } = await readMeeting(invitation('REPLY', ...lines));
      assert.deepEqual([state, by?.email, title], ['invited', 'rita@acme.example', '']);
    }
  });

  it('is refused with the reason where there is no meeting in it, or a whole calendar', async () => {
    const one = invitation('REQUEST', 'DTSTART:20260304T100000');
    const many = Array.from({ length: 11 }, (_, at) => eventsOf(one.replace('UID:4711', `UID:${at}`)));
    assert.match(await refusal(calendarOf(...many)), /has 11 meetings, and 10 can be logged at once/);
    assert.match(await refusal(invitation('REQUEST', 'DTSTART:00000304T100000')), /no valid start/);
    assert.match(await refusal('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'), /no meeting/);
    assert.match(await refusal(invitation('REQUEST', 'SUMMARY:No start')), /no valid start/);
    assert.match(await refusal(invitation('REQUEST', 'DTSTART:soon')), /no valid start/);
    assert.match(await refusal('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nnonsense'), /damaged/);
  });
});

/** What stands between the heads of a calendar and its end. */
const eventsOf = (calendar: string) =>
  calendar.slice(calendar.indexOf('BEGIN:VEVENT'), calendar.indexOf('END:VCALENDAR'));
const calendarOf = (...events: readonly string[]) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\n${events.join('')}END:VCALENDAR\r\n`;

describe('a file with several events', () => {
  const event = (id: string, title: string, start: string, ...more: readonly string[]) =>
    eventsOf(invitation('REQUEST', `SUMMARY:${title}`, `DTSTART:${start}`, ...more)).replace(
      'UID:4711\r\n',
      id && `UID:${id}\r\n`,
    );
  const read = async (...events: readonly string[]) => {
    const captured = await readCapture(outside(calendarOf(...events)));
    assert.ok('kind' in captured && captured.kind === 'meeting');
    const { meeting, others, unread } = captured;
    return { all: [meeting, ...others].map(({ title, on }) => `${on} ${title}`), unread };
  };
  const [DEMO, LEGAL] = ['20260304T100000', '20260305T100000'];
  const BOTH = ['2026-03-04 Demo', '2026-03-05 Legal'];

  for (const [what, ids] of [
    ['ids of their own', ['1', '2']],
    ['no ids', ['', '']],
    ['one id', ['1', '1']],
  ] as const)
    it(`has each of those with ${what}`, async () => {
      const { all } = await read(event(ids[0], 'Demo', DEMO), event(ids[1], 'Legal', LEGAL));
      assert.deepEqual(all, BOTH);
    });

  it('has a series once, whatever is changed of single days, and these where the series isn’t there', async () => {
    const series = event('1', 'Weekly', DEMO, 'RRULE:FREQ=WEEKLY');
    const changed = event('1', 'Weekly, moved', LEGAL, 'RECURRENCE-ID:20260311T100000');
    const another = event('1', 'Weekly, moved', '20260319T100000', 'RECURRENCE-ID:20260318T100000');
    const other = event('2', 'Legal', LEGAL);
    for (const events of [
      [series, changed, other],
      [changed, other, series],
    ])
      assert.deepEqual((await read(...events)).all.toSorted(), ['2026-03-04 Weekly', '2026-03-05 Legal']);
    assert.deepEqual((await read(changed, another, changed)).all, [
      '2026-03-05 Weekly, moved',
      '2026-03-19 Weekly, moved',
    ]);
  });

  it('has the newest version of an event, and what stands there twice once', async () => {
    const first = event('1', 'Demo', DEMO);
    const newer = event('1', 'Legal', LEGAL, 'SEQUENCE:2');
    for (const events of [
      [first, newer],
      [newer, first],
    ])
      assert.deepEqual((await read(...events)).all, ['2026-03-05 Legal']);
    assert.deepEqual((await read(first, first)).all, ['2026-03-04 Demo']);
  });

  it('names those that can’t be read, and has the others', async () => {
    assert.deepEqual(
      await read(event('1', 'Someday', 'soon'), event('2', 'Demo', DEMO), event('3', 'Legal', LEGAL)),
      { all: BOTH, unread: ['Someday'] },
    );
  });

  it('that comes with a mail is no meeting of it: the mail is told by its subject', async () => {
    const heads = [RITA, 'Subject: Two dates', DATE, 'Content-Type: text/calendar; method=REQUEST'];
    const both = calendarOf(event('1', 'Demo', DEMO), event('2', 'Legal', LEGAL));
    const { subject, meeting } = await readMail(mail(heads, both));
    assert.deepEqual([subject, meeting], ['Two dates', undefined]);
  });
});

describe('a text that is read to be logged', () => {
  it('is one line', async () => {
    assert.deepEqual(await read('call:\r\n  asked for a\treference\n'), {
      ...{ ok: true, kind: 'text', isCut: false },
      text: 'call: asked for a reference',
    });
  });

  it('is cut where it is longer than a line of a log', async () => {
    for (const [length, isCut] of [
      [400, false],
      [401, true],
    ] as const) {
      const captured = await read('x'.repeat(length));
      assert.ok(captured.kind === 'text');
      assert.equal(captured.isCut, isCut);
    }
  });

  it('is no mail by a colon alone', async () => {
    assert.equal((await read('To: Rita\nPrice: 5k\n')).kind, 'text');
    assert.equal((await read('From: here on\n\nto there\n')).kind, 'text');
  });

  it('is refused where there is none, or what stands there is something else', async () => {
    assert.match(await refusal(''), /nothing in it/);
    assert.match(await refusal(' \r\n\t'), /nothing in it/);
    assert.match(await refusal(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])), /Outlook/);
    assert.match(await refusal(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0')), /no mail, invitation or text/);
    const most = 4 * 1024 * 1024;
    assert.equal((await read(Buffer.alloc(most, 'x '))).kind, 'text');
    assert.match(await refusal(Buffer.alloc(most + 1, 'x ')), /larger than 4 MB/);
  });
});

describe('other files', () => {
  it('are refused where only programs read them', async () => {
    for (const text of ['{\\rtf1\\ansi Hello}', 'BEGIN:VCARD\nFN:Rita Lee\nEND:VCARD\n'])
      assert.match(await refusal(text), /^This is no mail, invitation or text/);
  });

  it('are the words of a page, where a mail was saved as one', async () => {
    const page =
      '<!DOCTYPE html>\n<html><head><title>T</title></head><body><p>Met &amp; agreed</p></body></html>';
    const captured = await read(page);
    assert.deepEqual(captured.kind === 'text' && captured.text, 'Met & agreed');
  });
});
