import assert from 'node:assert/strict';
import fc from 'fast-check';
import { quietLine } from '../../../../src/core/capture/quietLine';
import { lastActivity, latestActivities } from '../../../../src/core/notes/log';
import { readNotes } from '../../../../src/core/notes/readNotes';
import { oneLine } from '../../../../src/core/oneLine';
import { readGood } from '../../support/deals';
import { forAll } from '../../support/property';

const latest = (lines: readonly string[], most = 3) =>
  latestActivities(readNotes(`# Acme\n\n## Log\n\n${lines.join('\n')}\n`), most).map(
    ({ on, what }) => `${on} ${what}`,
  );

describe('the newest lines of the log', () => {
  const DOWN = ['- 2026-11-20 call: c', '- 2026-11-20 mail: b', '- 2026-11-02 mail: a'];
  const SAID = ['2026-11-20 call: c', '2026-11-20 mail: b', '2026-11-02 mail: a'];

  it('are said with the newest first, whichever way the log runs', () => {
    assert.deepEqual(latest(DOWN), SAID);
    assert.deepEqual(latest(DOWN.toReversed()), SAID);
  });

  it('are as many as are asked for, and no line without a day', () => {
    assert.deepEqual(latest(['- no day', ...DOWN], 2), SAID.slice(0, 2));
    assert.deepEqual(latest(['- 2026-13-40 never', ...DOWN]), SAID);
    assert.deepEqual(latest([]), []);
  });

  it('begin with the day of the last activity', () => {
    const day = fc.integer({ min: 10, max: 28 }).map(number => `- 2026-11-${number} call: ${number}`);
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 8 }), lines => {
        const notes = readNotes(`## Log\n\n${lines.join('\n')}\n`);
        const [first, ...others] = latestActivities(notes, 4);
        assert.deepEqual(first, lastActivity(notes));
        for (const { on } of others) assert.ok(on <= first!.on);
      }),
    );
  });

  it('say what a reader of the Markdown sees: no backslash that only makes text of a sign', () => {
    const lines = [
      '- 2026-11-20 mail: \\<b>key\\</b> \\#tag \\[\\[x]] C:\\Users',
      '- 2026-11-19 run `a\\*b` and ``c`\\_d``, not \\`e\\_f` or `g\\_h',
    ];
    assert.deepEqual(latest(lines), [
      '2026-11-20 mail: <b>key</b> #tag [[x]] C:\\Users',
      '2026-11-19 run `a\\*b` and ``c`\\_d``, not `e_f` or `g_h',
    ]);
  });

  it('say what was logged from elsewhere, whatever it is', () => {
    const text = fc.string({ unit: fc.constantFrom(...'\\\\\\`<[](:#%*_~! ab1') });
    forAll(text, said => {
      const what = quietLine(`mail: ${said}.`);
      assert.deepEqual(latest([`- 2026-11-20 ${what}`]), [`2026-11-20 ${oneLine(`mail: ${said}.`)}`]);
    });
  });

  it('say the same of a deal, however its log is read', () => {
    for (const more of ['', '- [ ] 2026-12-24 ask\n', '<b>x</b>\n']) {
      const log = ['x \\<b>', 'y \\#z'].map((what, at) => `- 2026-11-${20 - at} ${what}\n`).join('');
      const { deal: read } = readGood(`---\nstage: proposal\n---\n${more}\n## Log\n\n${log}`);
      assert.deepEqual([read.lastActivity?.what, read.saidBefore], ['x <b>', ['y #z']]);
    }
  });
});
