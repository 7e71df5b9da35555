import assert from 'node:assert/strict';
import { lastActivity, mayHaveLog } from '../../../../src/core/notes/log';
import { logActivity } from '../../../../src/core/notes/logActivity';
import { readNotes } from '../../../../src/core/notes/readNotes';
import { applyEdits } from '../../../../src/core/textEdit';
import { TODAY } from '../../support/edits';

describe('an activity goes where it is one, and all else stays what it was', () => {
  for (const [before, after] of [
    ['## Log\n   a\n', '## Log\n   a\n\n- X\n'],
    ['## Log\n\n   a\nb\n\n## C\n', '## Log\n\n   a\nb\n\n- X\n\n## C\n'],
    ['## Log\n\n    code\n', '## Log\n\n    code\n\n- X\n'],
    ['## Log\n\n  para\n\n    code\n\n# Next', '## Log\n\n  para\n\n    code\n\n- X\n\n# Next'],
    ['## Log\n  a\n# N', '## Log\n  a\n\n- X\n\n# N'],
    ['## Log\n\n- x\n', '## Log\n\n- X\n- x\n'],
    ['## Log\n - x\n', '## Log\n\n- X\n - x\n'],
    ['## Log\n  - x\n', '## Log\n\n-  X\n  - x\n'],
    ['## Log\n\n   - x\n\n## C', '## Log\n\n-   X\n   - x\n\n## C'],
    ['## Log\n \n a\n', '## Log\n \n- X\n\n a\n'],
    ['## Log\n\n\n   a', '## Log\n\n\n   a\n\n- X'],
    ['## Log\n   a\n\n```\nb', '## Log\n   a\n\n- X\n\n```\nb'],
    ['## Log\n   a\n<!-- b', '## Log\n   a\n\n- X\n\n<!-- b'],
    ['## Log\n   > a\n', '## Log\n   > a\n\n- X\n'],
    ['a\n\n \n', 'a\n\n \n## Log\n\n- X\n'],
    ['a\n  ', 'a\n  \n## Log\n\n- X'],
    ['```\nx', '\n## Log\n\n- X\n\n```\nx'],
    ['a\n```\n', 'a\n\n## Log\n\n- X\n\n```\n'],
    ['## Log\n- 2026-11-02 a\n- 2026-11-20 b\n', '## Log\n- 2026-11-02 a\n- 2026-11-20 b\n- X\n'],
    ['## Log\n- 2026-11-20 b\n- 2026-11-02 a\n', '## Log\n- X\n- 2026-11-20 b\n- 2026-11-02 a\n'],
    ['## Log\n1. 2026-11-02 a\n', '## Log\n\n- X\n1. 2026-11-02 a\n'],
    ['## Log\n- no date\n\ntext', '## Log\n\n- X\n- no date\n\ntext'],
    ['# A\n## Log\n# B\n## C', '# A\n## Log\n\n- X\n\n# B\n## C'],
    ['- 2026-11-02 x\n## Log\n', '- 2026-11-02 x\n## Log\n\n- X\n'],
    ['## Log\n> - 2026-11-02 x\n', '## Log\n\n- X\n\n> - 2026-11-02 x\n'],
    ['## Log\n\n\n\n## C', '## Log\n\n- X\n\n\n## C'],
    ['## Log\n- 2026-11-18 a\n  text\nmore\n\n\n\nb', '## Log\n- X\n- 2026-11-18 a\n  text\nmore\n\n\n\nb'],
    ['\t## Log\n', '\t## Log\n\n## Log\n\n- X\n'],
    ['   code\n\n    x\n', '   code\n\n    x\n\n## Log\n\n- X\n'],
    ['   \n   x\n', '   \n   x\n\n## Log\n\n- X\n'],
    ['- x\n\n## Log\ntext\n', '- x\n\n## Log\n\n- X\n\ntext\n'],
    ['## Log\n\n   # B\n', '## Log\n\n-   X\n\n   # B\n'],
    ['## Log\n\n \nx\n', '## Log\n\n- X\n \nx\n'],
    ['a\n\n```\nx', 'a\n\n## Log\n\n- X\n\n```\nx'],
  ] as const) {
    it(JSON.stringify(before), () => {
      const logged = (text: string) => applyEdits(text, logActivity(text, TODAY, 'X'));
      const written = after.replace('X', '2026-11-20 X');
      assert.equal(logged(before), written);
      assert.equal(lastActivity(readNotes(written, 0))?.on, TODAY);
      if (before.includes('\n'))
        assert.equal(logged(before.replaceAll('\n', '\r\n')), written.replaceAll('\n', '\r\n'));
    });
  }
});

describe('the last activity', () => {
  const last = (text: string) => lastActivity(readNotes(text, 0));
  for (const [what, text, expected] of [
    ['is not one above the log', '- 2026-11-30 x\n\n## Log\n- 2026-11-02 a\n', '2026-11-02 a'],
    [
      'is the newest where one below it is out of order',
      '## Log\n- 2026-11-01 a\n- 2026-11-18 b\n- 2026-11-19 c\n- 2026-11-03 d\n',
      '2026-11-19 c',
    ],
    ['has a day', '## Log\n- call\n- 2026-11-02 a\n- undefined\n', '2026-11-02 a'],
    ['may have a colon right before its words', '## Log\n- 2026-11-02:a\n', '2026-11-02 a'],
    ['has the colon within its words', '## Log\n- 2026-11-02 : a: b\n', '2026-11-02 a: b'],
    [
      'is the first of two on one day, in a log of one day',
      '## Log\n- 2026-11-02 a\n- 2026-11-02 b\n',
      '2026-11-02 a',
    ],
    [
      'is not the last of one day where the newest stands first',
      '## Log\n- 2026-11-03 a\n- 2026-11-03 b\n- 2026-11-02 c\n',
      '2026-11-03 a',
    ],
  ] as const) {
    it(what, () => {
      const found = last(text);
      assert.equal(found && `${found.on} ${found.what}`, expected);
    });
  }
});

it('a text may have a log from a place on', () => {
  const text = '## Log\n\nx\n';
  assert.deepEqual(
    [mayHaveLog(text, 0), mayHaveLog(text, 7), mayHaveLog('# Logins\n', 0)],
    [true, false, false],
  );
});
