import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays } from '../../../../src/core/calendar';
import { activeDays, lastDone, lastTouch } from '../../../../src/core/deal/deal';
import { diagnose } from '../../../../src/core/deal/fixes/fixes';
import { rewindDeal } from '../../../../src/core/deal/rewind';
import { activitiesIn } from '../../../../src/core/metrics/today/changes';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { sentenceOf } from '../../../../src/words/sentence';
import { date, readGood } from '../../support/deals';
import { TODAY } from '../../support/edits';
import { forAll } from '../../support/property';
import { fixed } from './fixes/support/offered';

const withLog = (...lines: readonly string[]) =>
  `---\nstage: proposal\ncreated: 2026-09-01\n---\n## Log\n\n${lines.map(line => `- ${line}\n`).join('')}`;
/** The line of the first of them in the file. */
const FIRST = 7;

const diagnosed = (text: string) =>
  diagnose({ path: 'a.md', process: DEFAULT_PROCESS, today: TODAY, alike: [], text });
/** What is said of days, with the line, and what is offered for it. */
function told(text: string) {
  const { problems, fixesOf } = diagnosed(text);
  return problems
    .filter(({ code }) => code.endsWith('-date'))
    .map(problem => ({
      ...{ code: problem.code, line: problem.line, says: sentenceOf(problem) },
      offered: fixesOf(problem).map(one => fixed(text, one).split('\n')[problem.line - 1]),
    }));
}

describe('the last activity', () => {
  it('is the newest that is not dated later than tomorrow, and has not happened decades ago', () => {
    for (const [lines, expected] of [
      [['2062-11-18 call: slip', '2026-11-18 call: real', '2026-11-02 mail'], '2026-11-18 call: real'],
      [['2026-11-02 mail', '2026-11-18 call: real', '2062-11-18 call: slip'], '2026-11-18 call: real'],
      [['2026-11-21 call: further east', '2026-11-18 mail'], '2026-11-21 call: further east'],
      [['2026-11-22 meeting: planned', '2026-11-18 mail'], '2026-11-18 mail'],
      [['1926-11-18 mail'], undefined],
      [['2062-01-01 a', '2062-01-02 b', '2062-01-03 c', '2026-11-18 mail'], '2026-11-18 mail'],
    ] as const) {
      const { deal } = readGood(withLog(...lines));
      const last = lastDone(deal, TODAY);
      assert.equal(last && `${last.on} ${last.what}`, expected);
    }
  });

  it('is the day of the last touch at most, whatever lines there are, and whatever day is asked about', () => {
    const day = fc.integer({ min: -40, max: 40 }).map(days => addDays(TODAY, days));
    forAll(fc.tuple(fc.array(day, { maxLength: 8 }), day), ([days, asOf]) => {
      const { deal } = readGood(withLog(...days.map((on, at) => `${on} call ${at}`)));
      const known = days.filter(on => on <= addDays(asOf, 1)).toSorted();
      assert.equal(lastDone(deal, asOf)?.on, known.at(-1));
      if (known.length) assert.equal(lastTouch(deal, asOf), known.at(-1));
      assert.deepEqual(activeDays(deal), days.toSorted().toReversed());
      const then = rewindDeal(deal, asOf)!;
      const until = days.filter(on => on <= asOf);
      assert.equal(lastDone(then, asOf)?.on, until.toSorted().at(-1));
      assert.equal(activitiesIn(then, addDays(asOf, -100), asOf), until.length);
    });
  });

  it('says the same on an earlier day as it did then', () => {
    const lines = ['2026-11-18 call: c', '2026-11-11 mail: b', '2026-11-04 met: a'];
    const { deal } = readGood(withLog(...lines));
    const then = rewindDeal(deal, date('2026-11-12'))!;
    assert.deepEqual(lastDone(then, date('2026-11-12')), { on: '2026-11-11', what: 'mail: b' });
    const before = rewindDeal(deal, date('2026-11-05'))!;
    assert.deepEqual(lastDone(before, date('2026-11-05')), { on: '2026-11-04', what: 'met: a' });
  });
});

describe('a day in the log that can’t be', () => {
  for (const [written, code, says, offered] of [
    ['2062-11-18', 'future-date', '2062-11-18, which is still to come', ['2026-11-18']],
    ['18.11.2062', 'future-date', '2062-11-18, which is still to come', ['2026-11-18']],
    ['2026-11-22', 'future-date', '2026-11-22, which is still to come', ['2025-11-22']],
    ['1926-03-01', 'doubtful-date', '1926-03-01, decades ago', ['2026-03-01']],
    ['2026-02-30', 'invalid-date', '2026-02-30, which isn’t a date', ['2026-02-28']],
    ['2026-13-01', 'invalid-date', '2026-13-01, which isn’t a date', ['2026-01-13']],
    ['31.11.2026', 'invalid-date', '31.11.2026, which isn’t a date', []],
    ['32/13/2026', 'invalid-date', '32/13/2026, which isn’t a date', []],
    [
      '10/11/2026',
      'invalid-date',
      '10/11/2026, which may be 2026-11-10 or 2026-10-11',
      ['2026-11-10', '2026-10-11'],
    ],
    [
      '10-11-2026',
      'invalid-date',
      '10-11-2026, which may be 2026-11-10 or 2026-10-11',
      ['2026-11-10', '2026-10-11'],
    ],
    ['18.11.26', 'invalid-date', '18.11.26, which isn’t counted as activity', ['2026-11-18']],
    ['11/18/26', 'invalid-date', 'If you mean 2026-11-18, write it so', ['2026-11-18']],
    [
      '10/11/26',
      'invalid-date',
      '10/11/26, which may be 2026-11-10 or 2026-10-11',
      ['2026-11-10', '2026-10-11'],
    ],
    [
      '25-11-20',
      'invalid-date',
      '25-11-20, which may be 2025-11-20 or 2020-11-25',
      ['2025-11-20', '2020-11-25'],
    ],
    [
      '**10/11/2026**',
      'invalid-date',
      '10/11/2026, which may be 2026-11-10 or 2026-10-11',
      ['2026-11-10', '2026-10-11'],
    ],
  ] as const)
    it(`is told at its line, with the days that may be meant: ${written}`, () => {
      const text = withLog('2026-11-02 met', `${written} call`, '2026-10-02 mail');
      const [problem, ...others] = told(text);
      assert.deepEqual(others, []);
      assert.deepEqual([problem?.code, problem?.line], [code, FIRST + 1]);
      assert.ok(problem?.says.includes(says), problem?.says);
      const [mark, bare] = written.startsWith('*') ? ['**', written.slice(2, -2)] : ['', written];
      assert.ok(text.includes(bare));
      assert.deepEqual(
        problem?.offered,
        offered.map(day => `- ${mark}${day}${mark} call`),
      );
    });

  it('is told of each line, also where no line has a day that can be', () => {
    const text = withLog('2062-11-18 a', '2063-11-18 b', '10/11/2026 c', '2026-02-30 d');
    assert.deepEqual(
      told(text)
        .map(({ line }) => line)
        .toSorted((a, b) => a - b),
      [FIRST, FIRST + 1, FIRST + 2, FIRST + 3],
    );
    assert.equal(lastDone(readGood(text).deal, TODAY), undefined);
  });

  it('is none where it can be read, stands elsewhere, or is no day', () => {
    for (const line of [
      '2026-11-18 call',
      '18.11.2026 call',
      '11/11/2026 call',
      '11/18/2026 call',
      '2026-11-21 call',
      '2026-11-18T10:00 call',
      '2026-11-18: they want it by 10/11/2026',
      'call on 10/11/2026',
      '1.2.3.2026',
      '1.2.10 was shown to them',
      '10/11/26/5',
      '10/11 of 20',
      '```\n  10/11/2026\n  ```',
    ])
      assert.deepEqual(told(withLog(line)), [], line);
    assert.deepEqual(
      told(withLog('x').replace('## Log', '## Notes').replace('- x', '- 10/11/2026 call')),
      [],
    );
  });

  it('is told once, as that of a to-do, where it is one', () => {
    const codes = told(withLog('[ ] 10/11/2026 call')).map(({ code }) => code);
    assert.deepEqual(codes, ['invalid-todo-date']);
  });

  it('and time of the day that has no zone is a day', () => {
    const { deal } = readGood(withLog('2026-11-18T10:00 call: at ten'));
    assert.deepEqual(lastDone(deal, TODAY), { on: '2026-11-18', what: 'call: at ten' });
  });
});
