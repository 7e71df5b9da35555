import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isCalendarDate } from '../../../../src/core/calendar';
import { entriesIn, lastActivity, mayHaveLog } from '../../../../src/core/notes/log';
import { logActivity } from '../../../../src/core/notes/logActivity';
import { sectionOf } from '../../../../src/core/notes/notes';
import { readNotes } from '../../../../src/core/notes/readNotes';
import { applyEdits } from '../../../../src/core/textEdit';
import { TODAY } from '../../support/edits';
import { forAll } from '../../support/property';

const last = (body: string) => (mayHaveLog(body, 0) ? lastActivity(readNotes(body, 0)) : undefined);

describe('the last activity', () => {
  for (const [what, body, expected] of [
    ['is the first of a log that has the newest first', '## Log\n- 2026-11-18 b\n- 2026-11-02 a\n', '18 b'],
    ['is the last of a log that has the newest last', '## Log\n\n- 2026-11-02 a\n- 2026-11-18 b', '18 b'],
    [
      'is the newest of a log in no order',
      '## Log\n- 2026-11-02 a\n- 2026-11-18 b\n- 2026-11-01 c\n',
      '18 b',
    ],
    [
      'is the newest of a log in which one is out of order at the end',
      '## Log\n- 2026-11-01 c\n- 2026-11-02 a\n- 2026-11-18 b\n- 2026-11-05 d\n',
      '18 b',
    ],
    ['is the first of one day', '## Log\n- 2026-11-18 b\n- 2026-11-18 a\n- 2026-11-02 c\n', '18 b'],
    ['is the last of one day', '## Log\n- 2026-11-02 c\n- 2026-11-18 a\n- 2026-11-18 b\n', '18 b'],
    ['may have a colon behind its day', '# log #\r\n* 2026-11-18:  call \r\n', '18 call'],
    ['may say nothing', '## Activity log\n- 2026-11-18\n', '18 '],
    ['is not one of another section', '## Log\n\n- 2026-11-02 a\n\n## Plan\n\n- 2026-11-18 b\n', '02 a'],
    ['may be below a heading of the log', '## Log\n### Calls\n- 2026-11-18 b\n', '18 b'],
    ['is not one of a block of code', '```\n## Log\n- 2026-11-18 b\n```\n## Log\n- 2026-11-02 a\n', '02 a'],
    ['is not one of a comment', '<!--\n## Log\n- 2026-11-18 b\n-->\n', undefined],
    ['is not one of a list within another', '## Log\n- 2026-11-02 a\n  - 2026-11-18 b\n', '02 a'],
    ['is not one of a quote', '## Log\n> - 2026-11-18 b\n\n- 2026-11-02 a\n', '02 a'],
    ['may be one of a numbered list', '## Log\n1. 2026-11-18 b\n\n- 2026-11-02 a\n', '18 b'],
    ['is not one in code that an item begins with', '## Log\n-     2026-11-18 b\n- 2026-11-02 a\n', '02 a'],
    ['is not one in code that stands in', '## Log\n\n    - 2026-11-18 b\n\n- 2026-11-02 a\n', '02 a'],
    [
      'is not one in a fence of four',
      '````\n```\n## Log\n- 2026-11-18 b\n````\n## Log\n- 2026-11-02 a\n',
      '02 a',
    ],
    ['is not one in a fence of a list', '- x\n  ```\n  ## Log\n- 2026-11-18 b\n', undefined],
    ['is not below a heading in a list', '- ## Log\n- 2026-11-18 b\n', undefined],
    ['is not below a heading in a quote', '> ## Log\n\n- 2026-11-18 b\n', undefined],
    ['may be below a heading that is underlined', 'Log\n---\n- 2026-11-18 b\n', '18 b'],
    [
      'is not below the next heading that is underlined',
      '## Log\n- 2026-11-02 a\n\nPlan\n===\n- 2026-11-18 b',
      '02 a',
    ],
    ['is below a rule', '## Log\n- 2026-11-02 a\n\n---\n- 2026-11-18 b\n', '18 b'],
    ['may be below HTML', '<details>\n\n## Log\n- 2026-11-18 b\n', '18 b'],
    ['has a day that exists', '## Log\n- 2026-11-31 b\n- 2026-11-02 a\n', '02 a'],
    ['may be below a blank first line', '\n## Log\n- 2026-11-18 b\n', '18 b'],
    ['needs a log', '- 2026-11-18 b\n', undefined],
  ] as const) {
    it(what, () => {
      const found = last(body);
      assert.equal(found && `${found.on.slice(8)} ${found.what}`, expected);
    });
  }

  it('is the one that was just logged, in any notes', () => {
    const line = fc.constantFrom(
      '## Log',
      '# Log',
      '   ### log ##',
      '# Other',
      '- 2026-11-02 a',
      '* 2026-11-19 b',
      '  - 2026-11-20 nested',
      '```',
      '~~~',
      '<!--',
      '-->',
      '#',
      'text # Log',
      '',
    );
    const eol = fc.constantFrom('\n', '\r\n');
    forAll(fc.tuple(fc.array(line, { maxLength: 14 }), eol), ([lines, end]) => {
      const body = lines.join(end);
      const [{ on, what } = { on: undefined, what: undefined }] = [
        last(applyEdits(body, logActivity(body, TODAY, 'call: yes'))),
      ];
      assert.deepEqual([on, what], [TODAY, 'call: yes']);
      assert.equal(last(body)?.on, slowlyRead(body));
    });
  });

  it('takes no longer where a line is endless', () => {
    for (const line of ['#'.repeat(500_000), '   #'.repeat(200_000), `# log ${'#'.repeat(500_000)} x`]) {
      assert.equal(last(`${line}\n${line}`), undefined);
    }
  });
});

/** The newest day, by going through all lines. */
function slowlyRead(body: string): string | undefined {
  const notes = readNotes(body, 0);
  return notes.headings
    .filter(({ title }) => title.toLowerCase() === 'log')
    .flatMap(heading => entriesIn(notes, sectionOf(notes, heading)))
    .map(({ date }) => date)
    .filter(isCalendarDate)
    .sort()
    .at(-1);
}
