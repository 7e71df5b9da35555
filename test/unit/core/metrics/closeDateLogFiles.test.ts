import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCloseDateLog } from '../../../../src/core/metrics/closeDateLog';
import { forAll } from '../../support/property';

const read = (log: string) => Object.fromEntries(readCloseDateLog(log, 'close_date'));

/** What git says of one file: its name is followed by a tab where there is a space in it. */
function patch(before: string | null, after: string | null, lines: readonly string[]): string {
  const name = (side: string, path: string | null) =>
    path === null ? '/dev/null' : `${side}/${path}${path.includes(' ') ? '\t' : ''}`;
  const [a, b] = [before ?? after, after ?? before];
  return [
    `diff --git a/${a} b/${b}`,
    ...['index 1..2 100644', `--- ${name('a', before)}`, `+++ ${name('b', after)}`],
    ...['@@ -4 +4 @@', ...lines, ''],
  ].join('\n');
}

const commit = (day: string, ...patches: readonly string[]) => `\0${day}\n\n${patches.join('')}`;
const added = (...lines: readonly string[]) => commit('2026-01-05', patch('a.md', 'a.md', lines));

/** The only date that `a.md` named in a log; `null` where it named none, `undefined` where nothing is said of it. */
function dateIn(log: string): string | null | undefined {
  const [first, ...more] = read(log)['a.md'] ?? [];
  assert.deepEqual(more, []);
  return first && (first.closeDate ?? null);
}

describe('the file that git names', () => {
  it('is found by its path, whatever characters that has, when it is new, changed or deleted', () => {
    const path = fc
      .array(fc.constantFrom('a', 'b/', '+++ b', '--- a', '/x', ' ', '@@', '.', 'é'), { minLength: 1 })
      .map(parts => `deals/${parts.join('')}.md`);
    forAll(
      path,
      path => {
        const log = [
          commit('2026-01-05', patch(null, path, ['+close_date: 2026-02-01'])),
          commit('2026-01-06', patch(path, path, ['+close_date: 2026-03-01'])),
          commit('2026-01-07', patch(path, null, ['-close_date: 2026-03-01'])),
        ].join('');
        assert.deepEqual(read(log), {
          [path]: [
            { on: '2026-01-05', closeDate: '2026-02-01' },
            { on: '2026-01-06', closeDate: '2026-03-01' },
            { on: '2026-01-07', closeDate: undefined },
          ],
        });
      },
      500,
    );
  });

  it('is none where git puts it in quotes, whatever the notes of the file say', () => {
    const quoted = [
      'diff --git "a/a\\tb.md" "b/a\\tb.md"',
      ...['--- "a/a\\tb.md"', '+++ "b/a\\tb.md"', '@@ -4 +4 @@'],
      ...['+close_date: 2026-02-01', '+++ b/other.md', '--- a/another.md', ''],
    ].join('\n');
    assert.deepEqual(read(commit('2026-01-05', quoted)), {});
  });

  it('is the one whose patch it is, also where a line of it looks like the begin of another', () => {
    assert.equal(dateIn(added('+title: diff --git a/b.md b/b.md', '+close_date: 2026-02-01')), '2026-02-01');
  });
});

describe('the date that a line names', () => {
  for (const [line, expected] of [
    ['close_date: 2026-02-01', '2026-02-01'],
    ['close_date:2026-02-01', '2026-02-01'],
    ['close_date : 2026-02-01', '2026-02-01'],
    ['"close_date": "2026-02-01"', '2026-02-01'],
    ["'close_date': 2026-02-01   ", '2026-02-01'],
    ['close_date: 2026-02-01 # moved # twice', '2026-02-01'],
    ['close_date: 2026-02-01\t# moved', '2026-02-01'],
    // In a file with the line ends of Windows.
    ['close_date: 2026-02-01\r', '2026-02-01'],
    ['close_date: 2026-02-01 # moved\r', '2026-02-01'],
    ['close_date: 2026-02-01#moved', null],
    ['close_date: "2026-02-01', null],
    ['close_date: 2026-"02-01"', null],
    ['close_date: "2026-02"-01', null],
    ['close_date: 2026-02-30', null],
    ['close_date:', null],
    ['close_date', undefined],
    ['close_dates', undefined],
    ['close_date, as agreed', undefined],
    ['"close_date: 2026-02-01', undefined],
    ['the close_date: 2026-02-01', undefined],
    ['\tclose_date: 2026-02-01', undefined],
  ] as const) {
    it(`${JSON.stringify(line)} is ${expected ?? (expected === null ? 'no date' : 'no close date at all')}`, () => {
      assert.equal(dateIn(added(`+${line}`)), expected);
    });
  }

  it('is none of a line that has not changed', () => {
    assert.deepEqual(read(added(' close_date: 2026-02-01', '+title: A')), {});
  });
});

describe('the day of a date', () => {
  it('has several dates in the order of their commits', () => {
    const log = ['2026-01-05', '2026-01-05', '2026-01-05', '2026-01-04']
      .map((day, at) => commit(day, patch('a.md', 'a.md', [`+close_date: 2026-02-0${at + 1}`])))
      .join('');
    assert.deepEqual(
      read(log)['a.md']!.map(({ closeDate }) => closeDate),
      ['2026-02-04', '2026-02-01', '2026-02-02', '2026-02-03'],
    );
  });

  it('is that of the commit: one whose day is none counts nothing', () => {
    assert.deepEqual(read(commit('0000-00-00', patch('a.md', 'a.md', ['+close_date: 2026-02-01']))), {});
  });
});
