import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { shellWord, withoutShellSigns } from '../../../src/cli/shellWord';
import { date } from '../support/deals';
import { HOSTILE } from '../support/hostile';
import { invitation, mail } from '../support/letters';
import { openDeal, temporaryFolder } from './support/folder';
import { runIn } from './support/terminal';

const clock = { today: () => date('2026-03-02'), now: () => 0 };
const OFFER = mail([
  'From: Rita Lee <rita@acme.example>',
  'Subject: Offer',
  'Date: Sun, 01 Mar 2026 10:00:00 +0000',
]);
const DEMO = invitation(
  'REQUEST',
  'SUMMARY:Demo "$(x)"',
  'DTSTART:20260306T100000',
  'ORGANIZER;CN=Rita Lee:mailto:rita@acme.example',
);

describe('deal-notes log --from', () => {
  const folder = temporaryFolder();
  const run = (...args: string[]) => runIn(folder.root, args, { clock, input: async () => OFFER });
  beforeEach(() => folder.write('acme.md', openDeal('Acme', 'proposal')));

  it('logs a mail and tells who is a new contact', async () => {
    folder.write('mail.eml', OFFER);
    assert.deepEqual(await run('log', 'acme.md', '--from', 'mail.eml'), {
      code: 0,
      out: 'Acme: logged on 2026-03-01: mail from Rita Lee: Offer\nNew contact: Rita Lee, rita@acme.example\n',
      err: '',
    });
    assert.match(folder.read('acme.md'), /\n- 2026-03-01 mail from Rita Lee: Offer\n$/);
    assert.equal((await run('undo')).code, 0);
    assert.equal(folder.read('acme.md'), openDeal('Acme', 'proposal'));
  });

  it('says in one sentence that a mail is there already, changes nothing, and undo takes back the first time', async () => {
    folder.write('mail.eml', OFFER);
    await run('log', 'acme.md', '--from', 'mail.eml');
    const once = folder.read('acme.md');
    assert.deepEqual(await run('log', 'acme.md', '--from', 'mail.eml'), {
      code: 0,
      out: 'Acme: already logged on 2026-03-01, not added again: mail from Rita Lee: Offer\n',
      err: '',
    });
    const { code, out } = await run('log', 'acme.md', '--from', 'mail.eml', '--json');
    const [told] = JSON.parse(out) as Record<string, unknown>[];
    assert.deepEqual([code, told!['wasThere'], told!['warnings']], [0, true, []]);
    assert.equal(folder.read('acme.md'), once);
    assert.equal((await run('undo')).code, 0);
    assert.equal(folder.read('acme.md'), openDeal('Acme', 'proposal'));
  });

  it('logs each meeting of a file, names the one that can’t be read, and prints the same for scripts', async () => {
    const event = (id: number, title: string, start: string) => [
      'BEGIN:VEVENT',
      `UID:${id}`,
      `SUMMARY:${title}`,
      `DTSTART:${start}`,
      'END:VEVENT',
    ];
    const events = [
      ...event(1, 'Demo', '20260306T100000'),
      ...event(2, 'Later', 'soon'),
      ...event(3, 'Legal', '20260304T090000'),
    ];
    folder.write('both.ics', ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR', ''].join('\r\n'));
    const tried = await run('log', 'acme.md', '--from', 'both.ics', '--dry-run', '--json');
    const [{ logged, others, nextStep }] = JSON.parse(tried.out) as [Record<string, unknown>];
    assert.deepEqual(
      [logged, others, nextStep],
      [
        { on: '2026-03-02', what: 'invitation: Demo, 2026-03-06 10:00' },
        [{ on: '2026-03-02', what: 'invitation: Legal, 2026-03-04 09:00', wasThere: false }],
        { step: 'Meeting at 09:00: Legal', on: '2026-03-04' },
      ],
    );
    const { code, out, err } = await run('log', 'acme.md', '--from', 'both.ics');
    assert.equal(code, 0);
    assert.match(err, /^acme\.md: warning: The meeting “Later” can’t be read/);
    assert.match(out, /^Acme: logged on .*Demo.*\nAcme: logged on .*Legal.*\nNext step, not set yet: /);
    for (const line of [/Demo, 2026-03-06 10:00$/m, /Legal, 2026-03-04 09:00$/m])
      assert.match(folder.read('acme.md'), line);
  });

  it('reads standard input, on the day that --on names', async () => {
    const { out } = await run('log', 'acme.md', '--from', '-', '--on', '2026-02-20');
    assert.match(out, /^Acme: logged on 2026-02-20: mail from/);
  });

  it('prints the command that sets the next step, which nothing in the mail can make do more', async () => {
    folder.write('demo.ics', DEMO);
    const { out } = await run('log', 'acme.md', '--from', 'demo.ics');
    const [command] = out.trimEnd().split('\n').slice(-1);
    assert.equal(command, 'deal-notes next acme.md "Meeting at 10:00: Demo (x)" --on 2026-03-06');
    assert.doesNotMatch(folder.read('acme.md'), /next_step/);
  });

  it('tells all of it as JSON, and writes nothing with --dry-run', async () => {
    folder.write('demo.ics', DEMO);
    const before = folder.read('acme.md');
    const { out } = await run('log', 'acme.md', '--from', 'demo.ics', '--json', '--dry-run');
    const [told] = JSON.parse(out) as Record<string, unknown>[];
    assert.deepEqual(told!['logged'], {
      on: '2026-03-02',
      what: 'invitation from Rita Lee: Demo "$(x)", 2026-03-06 10:00',
    });
    assert.deepEqual(told!['contacts'], [{ name: 'Rita Lee', email: 'rita@acme.example' }]);
    assert.deepEqual(told!['nextStep'], { step: 'Meeting at 10:00: Demo "$(x)"', on: '2026-03-06' });
    assert.equal(folder.read('acme.md'), before);
  });

  it('says what is wrong with a file of which nothing can be logged, and writes nothing', async () => {
    folder.write('empty.eml', '');
    for (const [file, told] of [
      ['empty.eml', /^empty\.eml: There is nothing in it to log\.\n$/],
      ['gone.eml', /^gone\.eml: /],
      ['.', /^\.: /],
    ] as const) {
      const { code, out, err } = await run('log', 'acme.md', '--from', file);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, told);
    }
    assert.equal(folder.read('acme.md'), openDeal('Acme', 'proposal'));
  });

  it('wants either a text or a file', async () => {
    for (const args of [[], ['call', '--from', '-']]) {
      const { code, err } = await run('log', 'acme.md', ...args);
      assert.equal(code, 2);
      assert.match(err, /either TEXT/);
    }
  });

  it('writes words of commands that a shell reads as they are', () => {
    const texts = [
      ...Object.values(HOSTILE),
      `$(touch "${folder.path('pwned')}")`,
      "it's `x`",
      '-rf',
      'a b',
      '*',
      '~',
    ];
    for (const text of texts.map(one => one.replace(/[\0\n\r]/g, ' ').slice(0, 500))) {
      for (const word of [text, withoutShellSigns(text)]) {
        const out = execFileSync('sh', ['-c', `printf %s ${shellWord(word)}`], { cwd: folder.root });
        assert.equal(out.toString(), Buffer.from(word).toString());
      }
    }
    assert.equal(existsSync(folder.path('pwned')), false);
  });

  it('the built program reads mails and invitations too', () => {
    const log = (input: Uint8Array | string) =>
      execFileSync(process.execPath, [`${process.cwd()}/dist/cli.js`, 'log', 'acme.md', '--from', '-'], {
        cwd: folder.root,
        input,
        encoding: 'utf8',
      });
    assert.match(log(OFFER), /mail from Rita Lee: Offer/);
    assert.match(log(DEMO), /Demo/);
  });
});
