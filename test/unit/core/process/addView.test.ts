import assert from 'node:assert/strict';
import { addView } from '../../../../src/core/process/addView';
import { DEFAULT_VIEW, type SavedView } from '../../../../src/core/process/view';
import { applyEdits } from '../../../../src/core/textEdit';
import { assertProblem } from '../../support/deals';

const MINE: SavedView = { name: 'Mine', view: { ...DEFAULT_VIEW, filter: { owner: ['dana'] } } };
const LINE = '  - {name: Mine, owner: dana}';

describe('a view is added to a sales-process.yaml', () => {
  for (const [what, text, expected] of [
    ['that is empty', '', `views:\n${LINE}\n`],
    ['that has none yet', 'currency: EUR\n', `currency: EUR\nviews:\n${LINE}\n`],
    ['with no line end at its end', 'currency: EUR', `currency: EUR\nviews:\n${LINE}`],
    ['of comments', '# Ours\n', `# Ours\nviews:\n${LINE}\n`],
    ['with the line ends of Windows', 'skip: warn\r\n', `skip: warn\r\nviews:\r\n${LINE}\r\n`],
    [
      'with them, but for the last line',
      'skip: warn\r\nback: warn',
      `skip: warn\r\nback: warn\r\nviews:\r\n${LINE}`,
    ],
    ['with a byte order mark', '\uFEFFskip: warn\n', `\uFEFFskip: warn\nviews:\n${LINE}\n`],
    ['with a byte order mark and no line end', '\uFEFFskip: warn', `\uFEFFskip: warn\nviews:\n${LINE}`],
    [
      'with a byte order mark before them',
      '\uFEFFviews:\n  - {name: A}\n',
      `\uFEFFviews:\n  - {name: A}\n${LINE}\n`,
    ],
    ['that has some', 'views:\n  - {name: A}\nskip: warn\n', `views:\n  - {name: A}\n${LINE}\nskip: warn\n`],
    ['that has some at its end', 'views:\n  - {name: A}', `views:\n  - {name: A}\n${LINE}`],
    ['that has them in brackets', 'views: [{name: A}]', 'views: [{name: A}, {name: Mine, owner: dana}]'],
    [
      'that has each key on its line',
      'views:\n  - name: A\n    sort: title\n',
      'views:\n  - name: A\n    sort: title\n  - name: Mine\n    owner: dana\n',
    ],
  ] as const) {
    it(what, () => {
      const added = addView(text, MINE);
      assert.ok(added.ok);
      assert.equal(added.edited.text, expected);
      assert.equal(applyEdits(text, added.edited.edits), expected);
    });
  }

  it('unless it holds several documents', () => {
    for (const text of [
      'skip: warn\n---\nback: warn\n',
      'skip: warn\n---\n',
      'skip: warn\r\n---\r\nback: warn',
    ]) {
      const added = addView(text, MINE);
      assert.ok(!added.ok, text);
      assertProblem(added.problem, 'not-possible', 1, /^sales-process\.yaml holds several documents/);
    }
  });

  for (const [text, code, line] of [
    ['skip: a: b', 'unquoted-colon', 1],
    ['currency: EUR\nskip: [\n', 'invalid-yaml', 3],
    ['skip: warn\nskip: block\n', 'duplicate-key', 2],
    ['views: {name: A}\n', 'not-editable', 1],
  ] as const) {
    it(`unless something is wrong with it, which is told at its line: ${JSON.stringify(text)}`, () => {
      const added = addView(text, MINE);
      assert.ok(!added.ok);
      assert.deepEqual([added.problem.code, added.problem.line], [code, line]);
      assert.ok(!added.problem.end || added.problem.end.line >= line);
    });
  }

  it('and a place in it is that of the file', () => {
    const added = addView('currency: EUR\nskip: a: b\n', MINE);
    const { line, column, end } = added.ok ? assert.fail() : added.problem;
    assert.deepEqual({ line, column, end }, { line: 2, column: 7, end: { line: 2, column: 11 } });
  });
});
