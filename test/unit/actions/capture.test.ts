import assert from 'node:assert/strict';
import { logCapture } from '../../../src/actions/capture/logCapture';
import { setStepOfLogged } from '../../../src/actions/capture/setStepOfLogged';
import type { Workspace } from '../../../src/actions/workspace';
import { undo } from '../../../src/actions/undo';
import { readCapture } from '../../../src/core/capture/readCapture';
import { readNotes } from '../../../src/core/notes/readNotes';
import type { KnownPerson } from '../../../src/core/deal/whoIAm';
import { sentence, sentenceOf } from '../../../src/words/sentence';
import { date, readGood } from '../support/deals';
import { oneLine, SHORT_HOSTILE, wellFormed } from '../support/hostile';
import { invitation, mail, outside } from '../support/letters';
import { memoryWorld, onAllFiles, openDeal, wonDeal } from './support/worlds';

const RITA = 'From: Rita Lee <rita@acme.example>';
const DATE = 'Date: Sun, 01 Mar 2026 10:00:00 +0000';
const INVITED = invitation(
  'REQUEST',
  'SUMMARY:Demo',
  'DTSTART;VALUE=DATE:20260306',
  'ORGANIZER;CN=Rita Lee:mailto:rita@acme.example',
);
const OFFER = mail([RITA, 'To: me@home.example', 'Subject: Offer', DATE], 'Hi');

async function log(
  workspace: Workspace,
  files: readonly string[],
  from: Uint8Array | string,
  me: KnownPerson = {},
  on?: string,
) {
  const captured = await readCapture(outside(from));
  assert.ok('kind' in captured && captured.ok, JSON.stringify(captured));
  const person = { knownIn: async () => me };
  return logCapture({ ...workspace, person }, files, captured, {
    language: 'en',
    on: on ? date(on) : undefined,
  });
}

/** What one deal says after a letter was logged in it, and what is told of that. */
async function logged(from: Uint8Array | string, me: KnownPerson = {}, text = openDeal('A'), on?: string) {
  const { write, workspace, all } = memoryWorld();
  const { done, refused } = await log(workspace, [write('a.md', text)], from, me, on);
  const [plan] = done.map(({ plan }) => plan);
  return {
    ...{ plan, text: all()['a.md']! },
    line: plan && `${plan.logged.on} ${plan.logged.what}`,
    contacts: plan?.contacts.map(({ name, email }) => `${name} ${email}`),
    next: plan?.next && `${plan.next.on} ${plan.next.step}`,
    warnings: plan?.warnings.map(sentence),
    refused: refused.map(({ problem }) => sentenceOf(problem)),
  };
}

onAllFiles('the meeting of an invitation as the next step', world => {
  it('is set while its line is in the log, and on no day that is decades away', async () => {
    const { write, workspace, all } = world();
    const file = write('a.md', openDeal('A'));
    const { done, units } = await log(workspace, [file], INVITED);
    const { next, logged } = done[0]!.plan;
    const far = await setStepOfLogged(workspace, file, { ...next!, on: date('2099-02-20') }, logged);
    assert.deepEqual([far.done, far.refused.length], [[], 1]);
    const set = await setStepOfLogged(workspace, file, next!, logged);
    assert.deepEqual(set.refused, []);
    const { deal } = readGood(all()['a.md']!);
    assert.deepEqual([deal.nextStep, deal.nextStepOn], [next!.step, '2026-03-06']);
    await undo(workspace.files, set.units);
    await undo(workspace.files, units);
    const [refused, ...more] = (await setStepOfLogged(workspace, file, next!, logged)).refused;
    assert.deepEqual([more, all()], [[], { 'a.md': openDeal('A') }]);
    assert.ok(sentenceOf(refused!.problem).includes(logged.what));
  });
});

describe('a line of the log', () => {
  it('names three people, and how many more there are', async () => {
    const to = async (count: number) => {
      const people = [...'ABCDE'].slice(0, count).map(one => `${one} <${one}@acme.example>`);
      const heads = ['From: Me <me@home.example>', `To: ${people.join(', ')}`, 'Subject: Offer', DATE];
      return (await logged(mail(heads, 'Hi'), { email: 'me@home.example' })).line;
    };
    assert.deepEqual(
      [await to(3), await to(5)],
      ['2026-03-01 mail to A, B, C: Offer', '2026-03-01 mail to A, B, C and 2 more: Offer'],
    );
  });

  it('says what became of an invitation also where it does not say who', async () => {
    const of = async (method: string) =>
      (await logged(invitation(method, 'SUMMARY:Demo', 'DTSTART;VALUE=DATE:20260306'))).line;
    assert.deepEqual(
      [await of('REQUEST'), await of('CANCEL')],
      ['2026-03-02 invitation: Demo, 2026-03-06', '2026-03-02 meeting cancelled: Demo, 2026-03-06'],
    );
  });
});

onAllFiles('a mail that is logged', world => {
  it('is one line of the log and one contact, in each deal, and one undo takes all back', async () => {
    const { write, workspace, all } = world();
    const text = openDeal('A');
    const files = [write('a.md', text), write('b.md', text)];
    const { units } = await log(workspace, files, OFFER);
    const after = text
      .replace(
        'stage: proposal\n',
        'stage: proposal\ncontacts:\n  - {name: Rita Lee, email: rita@acme.example}\n',
      )
      .concat('\n## Log\n\n- 2026-03-01 mail from Rita Lee: Offer\n');
    assert.deepEqual(readGood(all()['a.md']!).deal.contacts, readGood(after).deal.contacts);
    assert.deepEqual(all()['a.md']!.split('\n').sort(), after.split('\n').sort());
    assert.equal(all()['b.md'], all()['a.md']);
    await undo(workspace.files, units);
    assert.deepEqual(all(), { 'a.md': text, 'b.md': text });
  });
});

onAllFiles('a file with several meetings that is logged', world => {
  const [DEMO, LEGAL, PAST] = [
    ['Demo', '20260306T100000'],
    ['Legal', '20260304T090000'],
    ['Kick-off', '20260220T100000'],
  ].map(([title, start]) =>
    invitation(
      'REQUEST',
      `SUMMARY:${title}`,
      `DTSTART:${start}`,
      'ORGANIZER;CN=Rita Lee:mailto:rita@acme.example',
    ),
  );
  const [heads, demo] = DEMO!.split(/(?=BEGIN:VEVENT)/) as [string, string];
  const eventIn = (text: string) => text.slice(text.indexOf('BEGIN:VEVENT'), text.indexOf('END:VCALENDAR'));
  const BROKEN = eventIn(DEMO!).replace('20260306T100000', 'soon').replace('Demo', 'Later');
  const several = (...events: readonly string[]) => `${heads}${events.join('')}${demo}`;

  it('is a line for each, one contact, the first to come as the next step, and one undo', async () => {
    const { write, workspace, all } = world();
    const text = openDeal('A');
    const file = write('a.md', text);
    const { done, units } = await log(workspace, [file], several(eventIn(LEGAL!), eventIn(PAST!), BROKEN));
    const { plan } = done[0]!;
    const lines = [plan, ...plan.others].map(({ logged }) => `- ${logged.on} ${logged.what}`);
    assert.deepEqual(lines, [
      '- 2026-03-02 invitation from Rita Lee: Legal, 2026-03-04 09:00',
      '- 2026-02-20 meeting with Rita Lee: Kick-off',
      '- 2026-03-02 invitation from Rita Lee: Demo, 2026-03-06 10:00',
    ]);
    for (const line of lines) assert.ok(all()['a.md']!.includes(`${line}\n`), line);
    assert.deepEqual([plan.contacts.length, plan.next?.on], [1, '2026-03-04']);
    assert.deepEqual(plan.warnings.map(sentence), [
      'The meeting “Later” can’t be read, as it’s damaged or has no valid start. It wasn’t logged.',
    ]);
    await undo(workspace.files, units);
    assert.deepEqual(all(), { 'a.md': text });
  });

  it('is refused with the reason where none of them can be logged', async () => {
    const { write, workspace, all } = world();
    const { done, refused } = await log(
      workspace,
      [write('a.md', 'A note.\n')],
      several(eventIn(LEGAL!), BROKEN),
    );
    assert.deepEqual([done, all()], [[], { 'a.md': 'A note.\n' }]);
    assert.equal(refused.length, 1);
    assert.ok(sentenceOf(refused[0]!.problem));
  });

  it('once more has only what is new', async () => {
    const { write, workspace, all } = world();
    const file = write('a.md', openDeal('A'));
    await log(workspace, [file], several());
    const both = several(eventIn(LEGAL!));
    const { plan } = (await log(workspace, [file], both)).done[0]!;
    assert.deepEqual([plan.wasThere, plan.others.map(({ wasThere }) => wasThere)], [false, [true]]);
    const once = all()['a.md'];
    const [again] = (await log(workspace, [file], both)).done;
    assert.deepEqual([again!.plan.wasThere, all()['a.md']], [true, once]);
  });
});

describe('what is logged of a mail', () => {
  it('names its attachments, a few of them', async () => {
    const parts = ['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf', 'e.pdf'].flatMap(name => [
      ...['--x', `Content-Disposition: attachment; filename=${name}`, '', 'x'],
    ]);
    const heads = [RITA, 'Subject: Offer', DATE, 'Content-Type: multipart/mixed; boundary=x'];
    const { line } = await logged(mail(heads, ...parts, '--x--'));
    assert.equal(line, '2026-03-01 mail from Rita Lee: Offer (attached: a.pdf, b.pdf, c.pdf and 2 more)');
    const invited = ['--x', 'Content-Type: text/calendar', '', ...INVITED.trimEnd().split('\r\n')];
    assert.equal(
      (await logged(mail(heads, ...invited, ...parts.slice(0, 4), '--x--'))).line,
      '2026-03-01 invitation from Rita Lee: Demo, 2026-03-06 (attached: a.pdf)',
    );
  });

  it('counts all who got it, however many they are', async () => {
    const people = Array.from({ length: 60 }, (_, at) => `P${at} <p${at}@acme.example>`);
    const { line, contacts } = await logged(
      mail(['From: Me <me@home.example>', `To: ${people.join(',\r\n ')}`, 'Subject: Offer', DATE]),
      { email: 'me@home.example' },
    );
    assert.equal(line, '2026-03-01 mail to P0, P1, P2 and 57 more: Offer');
    assert.equal(contacts!.length, 5);
  });

  for (const [who, me, owner] of [
    ['by the address', { email: 'ME@home.example' }, ''],
    ['by the name', { name: 'Dana White' }, ''],
    ['by the name that deals have', { owner: 'dana white' }, ''],
    ['for the deal’s owner', {}, 'owner: Dana White\n'],
    ['by an address that deals have for the owner', { owner: 'Me@home.example' }, ''],
    ['for a colleague', { email: 'pat@home.example' }, ''],
  ] as const) {
    it(`is “mail to” where it is ours, ${who}`, async () => {
      const own = mail([
        'From: Dana White <me@home.example>',
        'To: Rita Lee <rita@acme.example>',
        'Subject: Offer',
        DATE,
      ]);
      const { line, contacts } = await logged(own, me, openDeal('A', owner));
      assert.equal(line, '2026-03-01 mail to Rita Lee: Offer');
      assert.deepEqual(contacts, ['Rita Lee rita@acme.example']);
    });
  }

  it('is theirs where only the provider is the same', async () => {
    const theirs = mail(['From: Rita Lee <rita@gmail.com>', 'To: me@gmail.com', 'Subject: Offer', DATE]);
    assert.equal(
      (await logged(theirs, { email: 'me@gmail.com' })).line,
      '2026-03-01 mail from Rita Lee: Offer',
    );
  });

  it('is ours by the address alone where the provider is everybody’s', async () => {
    const own = mail(['From: D <me@gmail.com>', 'To: Rita Lee <rita@gmail.com>', 'Subject: Offer', DATE]);
    const { line } = await logged(own, { email: 'me@gmail.com' });
    assert.equal(line, '2026-03-01 mail to Rita Lee: Offer');
  });

  it('is theirs where neither they nor we are known by an address', async () => {
    const { line, contacts } = await logged(
      mail(['From: Rita Lee <>', 'To: Tom Ash <tom@acme.example>', 'Subject: Offer', DATE]),
    );
    assert.deepEqual([line, contacts], ['2026-03-01 mail from Rita Lee: Offer', []]);
  });

  it('names those who are not ours alone, and a contact by what is known of it', async () => {
    const own = mail([
      'From: me@home.example',
      'To: pat@home.example, rita@acme.example',
      'Subject: Offer',
      DATE,
    ]);
    const { line, text } = await logged(own, { email: 'me@home.example' });
    assert.equal(line, '2026-03-01 mail to rita@acme.example: Offer');
    assert.match(text, /^contacts:\n {2}- \{email: rita@acme.example\}$/m);
  });

  it('is another one where another day has the same line', async () => {
    const said = openDeal('A', '', '## Log\n\n- 2026-02-27 mail from Rita Lee: Offer\n');
    const { line, plan } = await logged(OFFER, {}, said);
    assert.deepEqual([line, plan!.wasThere], ['2026-03-01 mail from Rita Lee: Offer', false]);
  });

  it('is refused on a day to come that a person names', async () => {
    const { refused } = await logged(OFFER, {}, openDeal('A'), '2026-03-20');
    assert.match(refused.join(), /2026-03-20/);
  });

  it('says nobody where nobody is named', async () => {
    const { line, contacts } = await logged(mail(['Message-ID: <a@b>', 'Subject: Offer', DATE]));
    assert.deepEqual([line, contacts], ['2026-03-01 mail: Offer', []]);
  });

  it('adds nobody who is known by name or address, and no program', async () => {
    const known = 'contacts: [{name: R, email: Rita@Acme.example}]\n';
    assert.deepEqual((await logged(OFFER, {}, openDeal('A', known))).contacts, []);
    assert.deepEqual((await logged(OFFER, {}, openDeal('A', 'contacts: [rita lee]\n'))).contacts, []);
    const robot = mail(['From: Acme <no-reply@acme.example>', 'Subject: Offer', DATE]);
    assert.deepEqual((await logged(robot)).contacts, []);
    const signing = mail(['From: Rita Lee via DocuSign <dse@docusign.example>', 'Subject: Offer', DATE]);
    assert.deepEqual((await logged(signing)).contacts, []);
  });

  it('is there even where the contacts can’t be added to, which is told', async () => {
    const { line, text, contacts, warnings } = await logged(OFFER, {}, openDeal('A', 'contacts: Tom\n'));
    assert.ok(text.includes(`- ${line}\n`) && text.includes('contacts: Tom\n'), text);
    assert.deepEqual(contacts, []);
    assert.match(warnings!.join(), /^Add “Rita Lee” to the contacts by hand: /);
  });

  it('is not added twice', async () => {
    const once = await logged(OFFER);
    const twice = await logged(OFFER, {}, once.text);
    assert.equal(twice.text, once.text);
    assert.deepEqual([once.plan!.wasThere, twice.plan!.wasThere], [false, true]);
    assert.deepEqual([twice.line, twice.warnings, twice.contacts], [once.line, [], []]);
  });

  it('is not added again on another day, where its day is none of its own', async () => {
    const undated = mail([RITA, 'Subject: Offer']);
    for (const [from, line] of [
      [undated, '2026-02-27 mail from Rita Lee: Offer'],
      [INVITED, '2026-02-27 invitation from Rita Lee: Demo, 2026-03-06'],
    ] as const) {
      const text = openDeal('A', '', `## Log\n\n- ${line}\n`);
      const again = await logged(from, {}, text);
      assert.deepEqual([again.line, again.warnings, again.plan!.wasThere], [line, [], true]);
      assert.ok(again.text.endsWith(`## Log\n\n- ${line}\n`), again.text);
      const named = await logged(from, {}, text, '2026-02-26');
      assert.equal(named.plan!.wasThere, false);
    }
    const said = openDeal('A', '', '## Log\n\n- 2026-02-27 called\n');
    assert.equal((await logged('called', {}, said)).line, '2026-03-02 called');
  });

  it('adds a contact that is gone again to the line that is there', async () => {
    const again = await logged(
      OFFER,
      {},
      openDeal('A', '', '## Log\n\n- 2026-03-01 mail from Rita Lee: Offer\n'),
    );
    assert.deepEqual([again.plan!.wasThere, again.contacts], [true, ['Rita Lee rita@acme.example']]);
    assert.equal(again.text.match(/mail from/g)!.length, 1);
  });

  it('is dated today where it has no day or one to come, which is told, unless a person names one', async () => {
    const none = mail([RITA, 'Subject: Offer']);
    const far = mail([RITA, 'Subject: Offer', 'Date: Mon, 02 Mar 2037 10:00:00 +0000']);
    for (const [from, told] of [
      [none, /doesn’t say when it was sent/],
      [far, /dated 2037-03-02/],
      [mail([RITA, 'Subject: Offer', 'Date: Thu, 01 Jan 1970 12:00:00 +0000']), /dated 1970-01-01, decades/],
      ...['10/11/2026', '31 Feb 2026', 'Nov 24'].map(
        day =>
          [
            mail([RITA, 'Subject: Offer', `Date: ${day}`]),
            new RegExp(`date “${day}” can’t be read`),
          ] as const,
      ),
    ] as const) {
      const { line, warnings } = await logged(from);
      assert.equal(line, '2026-03-02 mail from Rita Lee: Offer');
      assert.match(warnings!.join(), told);
      const named = await logged(from, {}, openDeal('A'), '2026-02-20');
      assert.deepEqual([named.line, named.warnings], ['2026-02-20 mail from Rita Lee: Offer', []]);
    }
  });

  it('is logged in deals that are closed, and not in what is no deal', async () => {
    assert.equal((await logged(OFFER, {}, wonDeal('A'))).line, '2026-03-01 mail from Rita Lee: Offer');
    assert.equal((await logged(OFFER, {}, 'A note.\n')).refused.length, 1);
  });
});

describe('what is logged of an invitation', () => {
  const RITAS = [
    'ORGANIZER;CN=Rita Lee:mailto:rita@acme.example',
    'ATTENDEE;CN=Tom Ash:mailto:tom@acme.example',
  ];
  const demo = (method: string, start: string, ...more: string[]) =>
    invitation(method, 'SUMMARY:Demo', `DTSTART:${start}`, ...RITAS, ...more);

  it('is an invitation of today with the meeting as the next step, which isn’t set', async () => {
    const { line, next, contacts, text } = await logged(demo('REQUEST', '20260306T100000'));
    assert.equal(line, '2026-03-02 invitation from Rita Lee: Demo, 2026-03-06 10:00');
    assert.equal(next, '2026-03-06 Meeting at 10:00: Demo');
    assert.deepEqual(contacts, ['Rita Lee rita@acme.example', 'Tom Ash tom@acme.example']);
    assert.equal(readGood(text).deal.nextStep, undefined);
  });

  it('is today’s too, repeats where it does, and is never the meeting itself then', async () => {
    const today = await logged(demo('REQUEST', '20260302T100000'));
    assert.equal(today.next, '2026-03-02 Meeting at 10:00: Demo');
    assert.deepEqual(today.warnings, []);
    const past = await logged(demo('REQUEST', '20260226T100000', 'RRULE:FREQ=WEEKLY'));
    assert.equal(past.line, '2026-03-02 invitation from Rita Lee: Demo, 2026-02-26 10:00, repeats');
    assert.equal(past.next, undefined);
    const off = await logged(demo('CANCEL', '20260226T100000'));
    assert.equal(off.line, '2026-03-02 Rita Lee cancelled the meeting: Demo, 2026-02-26 10:00');
  });

  it('may say nothing of who organizes, and no title', async () => {
    const alone = (method: string, day: string) => invitation(method, `DTSTART;VALUE=DATE:${day}`, RITAS[1]!);
    const line = async (...of: Parameters<typeof alone>) => (await logged(alone(...of))).line;
    assert.equal(await line('PUBLISH', '20260306'), '2026-03-02 invitation: 2026-03-06');
    assert.equal(await line('CANCEL', '20260306'), '2026-03-02 meeting cancelled: 2026-03-06');
    assert.equal(await line('PUBLISH', '20260226'), '2026-02-26 meeting with Tom Ash');
  });

  it('adds five people at most, as more are an audience', async () => {
    const people = Array.from({ length: 8 }, (_, at) => `ATTENDEE;CN=P${at}:mailto:p${at}@acme.example`);
    const { contacts } = await logged(demo('REQUEST', '20260306T100000', ...people));
    assert.equal(contacts!.length, 5);
  });

  it('is our own', async () => {
    const { line, contacts } = await logged(demo('REQUEST', '20260306T100000'), {
      email: 'rita@acme.example',
      owner: 'x',
    });
    assert.equal(line, '2026-03-02 invitation from Rita Lee: Demo, 2026-03-06 10:00');
    assert.deepEqual(contacts, []);
    const theirs = demo('REQUEST', '20260306T000000').replace('tom@acme', 'tom@globex');
    const sent = await logged(theirs, { email: 'rita@acme.example' });
    assert.equal(sent.line, '2026-03-02 invited Tom Ash: Demo, 2026-03-06 00:00');
    assert.deepEqual(sent.contacts, ['Tom Ash tom@globex.example']);
  });

  it('is the meeting itself where it is over', async () => {
    const { line, next } = await logged(demo('REQUEST', '20260226T100000'));
    assert.deepEqual([line, next], ['2026-02-26 meeting with Rita Lee, Tom Ash: Demo', undefined]);
  });

  // Today is 2026-03-02.
  for (const [isOver, ...times] of [
    [false, 'DTSTART;VALUE=DATE:20260228', 'DTEND;VALUE=DATE:20260305'],
    [false, 'DTSTART;VALUE=DATE:20260228', 'DTEND;VALUE=DATE:20260303'],
    [true, 'DTSTART;VALUE=DATE:20260228', 'DTEND;VALUE=DATE:20260302'],
    [true, 'DTSTART;VALUE=DATE:20260301'],
    [false, 'DTSTART;VALUE=DATE:20260301', 'DURATION:P2D'],
    [true, 'DTSTART:20260301T100000', 'DURATION:PT14H'],
    [false, 'DTSTART:20260301T100000', 'DURATION:PT15H'],
    [false, 'DTSTART:20260301T100000', 'DTEND:20260302T090000'],
    [true, 'DTSTART:20260301T100000', 'DTEND:20260201T090000'],
    [true, 'DTSTART:20260301T100000', 'DTEND:soon'],
    [false, 'DTSTART:20260301T100000', 'DTEND:99991231T000000'],
  ] as const)
    it(`is ${isOver ? 'over' : 'not over'}: ${times.join(', ')}`, async () => {
      const { line } = await logged(invitation('REQUEST', 'SUMMARY:Fair', ...times));
      assert.match(
        line!,
        isOver ? /^2026-0[23]-\d\d meeting: Fair$/ : /^2026-03-02 invitation: Fair, 2026-0/,
      );
    });

  it('is logged for today where its day is decades away, which is told, and never offered as the next step', async () => {
    const ago = await logged(demo('REQUEST', '16010101T000000'));
    assert.equal(ago.line, '2026-03-02 meeting with Rita Lee, Tom Ash: Demo');
    assert.match(
      ago.warnings!.join(),
      /^The meeting is dated 1601-01-01, decades ago\. It was logged for today\./,
    );
    const far = await logged(demo('REQUEST', '20991204T100000'));
    assert.equal(far.next, undefined);
    assert.match(far.warnings!.join(), /dated 2099-12-04, a long way from today/);
  });

  it('is what became of it', async () => {
    const off = await logged(demo('CANCEL', '20260306T100000'));
    assert.deepEqual(
      [off.line, off.next],
      ['2026-03-02 Rita Lee cancelled the meeting: Demo, 2026-03-06 10:00', undefined],
    );
    const yes = 'ATTENDEE;CN=Tom Ash;PARTSTAT=ACCEPTED:mailto:tom@acme.example';
    const reply = invitation('REPLY', 'SUMMARY:Demo', 'DTSTART;VALUE=DATE:20260306', yes);
    const answered = await logged(reply);
    assert.deepEqual(
      [answered.line, answered.next],
      ['2026-03-02 Tom Ash accepted: Demo, 2026-03-06', '2026-03-06 Meeting: Demo'],
    );
  });

  it('has who invited and who answers among the contacts, where neither is ours', async () => {
    const yes = 'ATTENDEE;CN=Tom Ash;PARTSTAT=DECLINED:mailto:tom@acme.example';
    const { line, contacts } = await logged(
      invitation('REPLY', 'SUMMARY:Demo', 'DTSTART;VALUE=DATE:20260306', RITAS[0]!, yes),
    );
    assert.equal(line, '2026-03-02 Tom Ash declined: Demo, 2026-03-06');
    assert.deepEqual(contacts, ['Tom Ash tom@acme.example', 'Rita Lee rita@acme.example']);
  });

  it('says who is not sure yet, and who would like another time, for which nothing is proposed', async () => {
    const from = (method: string, said: string) =>
      invitation(
        method,
        'SUMMARY:Demo',
        'DTSTART;VALUE=DATE:20260306',
        'ORGANIZER;CN=Dana:mailto:dana@home.example',
        `ATTENDEE;CN=Tom Ash;PARTSTAT=${said}:mailto:tom@acme.example`,
      );
    const maybe = await logged(from('REPLY', 'TENTATIVE'));
    assert.equal(maybe.line, '2026-03-02 Tom Ash accepted tentatively: Demo, 2026-03-06');
    assert.equal(maybe.next, '2026-03-06 Meeting: Demo');
    const other = await logged(from('COUNTER', 'TENTATIVE'));
    assert.deepEqual(
      [other.line, other.next],
      ['2026-03-02 Tom Ash proposed another time: Demo, 2026-03-06', undefined],
    );
  });

  it('proposes nothing in a closed deal, nor what is planned already', async () => {
    const ahead = demo('REQUEST', '20260306T100000');
    assert.equal((await logged(ahead, {}, wonDeal('A'))).next, undefined);
    const planned = 'next_step: "Meeting at 10:00: Demo"\nnext_step_on: 2026-03-06\n';
    assert.equal((await logged(ahead, {}, openDeal('A', planned))).next, undefined);
  });

  it('comes on the day of the mail that brings it', async () => {
    const heads = [RITA, 'Subject: Invitation: Demo', DATE, 'Content-Type: text/calendar; method=REQUEST'];
    const { line, next } = await logged(mail(heads, demo('REQUEST', '20260306T100000')));
    assert.equal(line, '2026-03-01 invitation from Rita Lee: Demo, 2026-03-06 10:00');
    assert.equal(next, '2026-03-06 Meeting at 10:00: Demo');
  });
});

describe('what is logged of a text', () => {
  it('is its words, on the day that it begins with', async () => {
    assert.equal((await logged('yesterday: met\nRita')).line, '2026-03-01 met Rita');
    assert.equal((await logged('met Rita')).line, '2026-03-02 met Rita');
  });

  it('is cut where it is long, which is told', async () => {
    const { line, warnings } = await logged('word '.repeat(500));
    assert.ok(line!.length < 430 && line!.endsWith('…'), line);
    assert.match(warnings!.join(), /first 400 characters/);
  });
});

describe('hostile letters', () => {
  /** What the notes have besides plain words. */
  const meaning = (text: string) => {
    const { headings, items, lines } = readNotes(text);
    return {
      headings: headings.length,
      items: items.length,
      lines: lines.length,
      title: readGood(text).deal.title,
    };
  };
  const before = openDeal(
    'A',
    '',
    'Notes.\n\n## Log\n\n- 2026-02-01 call\n\n## Next\n\n- [ ] 2026-03-09 Call\n',
  );
  const was = meaning(before);
  const encoded = (text: string) => `=?utf-8?B?${Buffer.from(wellFormed(text)).toString('base64')}?=`;
  const escaped = (text: string) =>
    oneLine(wellFormed(text))
      .replace(/[\\;,]/g, '\\$&')
      .replace(/\p{Cc}/gu, '');

  for (const [name, text] of [
    ...SHORT_HOSTILE,
    ['a comment that hides the rest', '<!-- '],
    ['a comment behind a backslash', '\\<!-- '],
    ['front matter', 'x\n---\nstage: won\n---\n'],
    ['heads', 'x\r\nBcc: all@acme.example\r\n\r\nbody'],
    ['an inline field', 'stage:: won'],
    ['inline fields', '[stage:: won] (status:: lost) [[Acme]] #won'],
    ['a ticked box', '[x] - [ ] 2026-03-03 pay'],
  ] as const) {
    it(`are one line, which means nothing but its words: ${name}`, async () => {
      const from = `From: ${encoded(text)} <rita@acme.example>`;
      const letters = [
        mail(
          [from, `Subject: ${encoded(text)}`, DATE, 'Content-Type: multipart/mixed; boundary=x'],
          ...['--x', `Content-Disposition: attachment; filename="${encoded(text)}"`, '', 'x', '--x--'],
        ),
        mail([RITA, DATE, 'Content-Type: text/html'], wellFormed(text)),
        invitation('REQUEST', `SUMMARY:${escaped(text)}`, 'DTSTART:20260306T100000'),
        `note ${wellFormed(text).replace(/[^\P{Cc}\n\t]/gu, ' ')}`,
      ];
      for (const letter of letters) {
        const { text: after, plan, refused } = await logged(letter, {}, before);
        assert.ok(plan, refused.join());
        const { deal } = readGood(after);
        assert.deepEqual(meaning(after), {
          ...was,
          items: was.items + 1,
          lines: was.lines + 1,
        });
        const todos = deal.todos?.map(({ on, what }) => `${on} ${what}`);
        assert.deepEqual([todos, deal.stage, deal.status], [['2026-03-09 Call'], 'proposal', 'open']);
        const line = after.split('\n').find(one => one.includes(plan.logged.what))!;
        assert.doesNotMatch(
          line,
          /(?<!\\)(?:\\\\)*<[\p{L}/!?]|(?<!\\)\[\[|(?<!\\)\]\(|[\p{Cc}\p{Bidi_Control}]/u,
        );
        assert.ok(line.length < 900);
        const again = await logged(letter, {}, after);
        assert.deepEqual([again.text, again.plan!.wasThere], [after, true]);
      }
    });
  }
});
