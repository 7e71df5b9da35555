import assert from 'node:assert/strict';
import fc from 'fast-check';
import { firstHeading } from '../../../../src/core/notes/heading';
import { loggedIn, unclearDays } from '../../../../src/core/notes/log';
import { saidBehind } from '../../../../src/core/notes/logDay';
import { plainLog } from '../../../../src/core/notes/plainLog';
import { readNotes } from '../../../../src/core/notes/readNotes';
import { assertEnough, forAll } from '../../support/property';

/** What both readers answer to. */
function plainly(text: string, start: number) {
  const log = plainLog(text, start);
  return (
    log && {
      title: log.title,
      logged: log.entries.map(({ date, line, from, to }) => [date, line, saidBehind(text.slice(from, to))]),
    }
  );
}

function byMarkdown(text: string, start: number) {
  const notes = readNotes(text, start);
  return {
    title: firstHeading(notes)?.title,
    logged: loggedIn(notes).map(({ line, activity }) => [activity().on, line, activity().what]),
  };
}

/** More than a call has room for as arguments. */
const VERY_MANY = 150_000;

describe('the reader of plain logs', () => {
  it('reads as many lines as a program may write', () => {
    for (const heading of ['## Log\n', '## Activities\n'])
      assert.equal(
        plainLog(`${heading}${'- 2026-11-20 call\n'.repeat(VERY_MANY)}`, 0)!.entries.length,
        VERY_MANY,
      );
  });

  for (const [what, notes, logged] of [
    ['items', '## Log\n\n- 2026-11-20 call: a\n- 2026-11-18 mail\n', ['call: a', 'mail']],
    ['items with a colon behind the day', '## Log\n- 2026-11-20: call\n', ['call']],
    ['items that go on', '## Log\n- 2026-11-20 call\n  and more\nand more\n', ['call']],
    ['items without a day', '## Log\n- first words\n- 2026-11-20 call\n', ['call']],
    ['the newest at the end', '# A\n\nWords.\n\n## Log\n- 2026-11-18 a\n- 2026-11-20 b\n', ['b', 'a']],
    [
      'other sections',
      '## Plan\n- [ ] ask\n1. first\n## Log\n- 2026-11-20 a\n## Then\n- 2026-11-21 b\n',
      ['a'],
    ],
    ['what may be a log where there is none', '## Activities\n- 2026-11-20 a\n', ['a']],
    ['no log', 'Words.\n', []],
  ] as const)
    it(`reads ${what}`, () =>
      assert.deepEqual(
        plainly(notes, 0)?.logged.map(([, , said]) => said),
        logged,
      ));

  for (const [what, notes] of [
    ['code', '```\n## Log\n```\n'],
    ['a comment', '<!--\n## Log\n-->\n'],
    ['an underlined heading', 'Log\n---\n- 2026-11-20 a\n'],
    ['a day that does not exist', '## Log\n- 2026-11-31 a\n'],
    ['a day in another form', '## Log\n- 20.11.2026 a\n'],
    ['a list within another', '## Log\n- a\n  - 2026-11-20 b\n'],
    ['a quote', '## Log\n> 2026-11-20 b\n'],
    ['two logs in one', '## Log\n### Log\n- 2026-11-20 b\n'],
    ['line ends of Windows', '## Log\r\n- 2026-11-20 b\r\n'],
  ] as const)
    it(`leaves ${what} to Markdown`, () => assert.equal(plainLog(notes, 0), undefined));

  it('reads nothing otherwise than Markdown does', () => {
    const line = fc.oneof(
      {
        arbitrary: fc.constantFrom('## Log', '- 2026-11-20 call: a', '- 2026-11-18: b', '', 'words'),
        weight: 3,
      },
      fc.constantFrom(
        ...[
          '# Title',
          '### Log',
          '## Log ##',
          '## **Log**',
          '## Activity',
          '# Logs',
          '## Plan',
          '### 2026-11-01',
        ],
        ...[
          '- 2026-11-19 two  blanks ',
          '- 2026-11-19 \u2014 c',
          '- 2026-11-19',
          '- 2026-11-19 ',
          '-  2026-11-19 d',
        ],
        ...['* 2026-11-19 e', '+ 2026-11-19 f', '1. 2026-11-19 g', '- - 2026-11-19 h', '  - 2026-11-19 i'],
        ...['- 2026-02-30 k', '- 19.11.2026 l', '- **2026-11-19** m', '- [x] 2026-11-19 n', '(2026-11-19) o'],
        ...['2026-11-19 p', '  2026-11-19 q', '> 2026-11-19 r', '- # Log', '  ## Log', '#log', '####### Log'],
        ...[
          '---',
          '===',
          '-',
          '- =',
          '--- s',
          '***',
          '> - t',
          '    u',
          '      - v',
          '[a]: b',
          '- w',
          '  - x',
        ],
        ...['  y', '- \u00e9', '`z`', '|a|b|', '- ---', '- ===', '#', '## '],
      ),
    );
    const notes = fc.tuple(fc.array(line, { maxLength: 9 }), fc.constantFrom('', '---\nstage: lead\n---\n'));
    let read = 0;
    forAll(
      notes,
      ([lines, head]) => {
        const text = head + lines.join('\n');
        const plain = plainly(text, head.length);
        if (!plain) return;
        read++;
        assert.deepEqual(plain, byMarkdown(text, head.length));
        assert.deepEqual(unclearDays(readNotes(text, head.length)), []);
      },
      4000,
    );
    assertEnough(read, 500);
  });
});
