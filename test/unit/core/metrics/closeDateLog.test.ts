import assert from 'node:assert/strict';
import { readCloseDateLog } from '../../../../src/core/metrics/closeDateLog';

/** A commit as git tells it, with the changes of each file. */
function commit(day: string, files: Record<string, readonly string[]>): string {
  const patches = Object.entries(files).map(
    ([path, lines]) =>
      `diff --git a/${path} b/${path}\nindex 1..2 100644\n--- a/${path}\n+++ b/${path}\n@@ -4 +4 @@\n${lines.join('\n')}\n`,
  );
  return `\0${day}\n\n${patches.join('')}`;
}
const read = (log: string, key = 'close_date') => Object.fromEntries(readCloseDateLog(log, key));

describe('what git knows of close dates', () => {
  it('is each date that a file named, from the day of its commit on', () => {
    const log =
      commit('2026-01-05', {
        'a.md': ['+title: A', '+close_date: 2026-02-01'],
        'b/c.md': ['+close_date: 2026-03-01'],
      }) + commit('2026-02-10', { 'a.md': ['-close_date: 2026-02-01', '+close_date: 2026-04-01'] });
    assert.deepEqual(read(log), {
      'a.md': [
        { on: '2026-01-05', closeDate: '2026-02-01' },
        { on: '2026-02-10', closeDate: '2026-04-01' },
      ],
      'b/c.md': [{ on: '2026-01-05', closeDate: '2026-03-01' }],
    });
  });

  it('is none where the date was taken away, or is none', () => {
    const log =
      commit('2026-01-05', { 'a.md': ['-close_date: 2026-02-01'] }) +
      commit('2026-01-06', { 'a.md': ['+close_date: soon'] });
    assert.deepEqual(read(log)['a.md'], [
      { on: '2026-01-05', closeDate: undefined },
      { on: '2026-01-06', closeDate: undefined },
    ]);
  });

  it('is read through quotes, comments and the team’s own key', () => {
    const log = commit('2026-01-05', { 'a.md': ['+"Close by": \'2026-02-01\' # at last'] });
    assert.deepEqual(read(log, 'Close by'), { 'a.md': [{ on: '2026-01-05', closeDate: '2026-02-01' }] });
  });

  it('is no key of something else, and nothing of another file', () => {
    const log = commit('2026-01-05', {
      'a.md': [
        '+  close_date: 2026-02-01',
        '+next_close_date: 2026-02-01',
        '+- {on: 2026-01-05, close_date: 2026-02-01}',
      ],
    });
    assert.deepEqual(read(log), {});
  });

  it('is the date of the front matter, not one that the notes have below it', () => {
    const log = commit('2026-01-05', {
      'a.md': ['+close_date: 2026-02-01', '+---', '+close_date: 2026-09-01'],
    });
    assert.deepEqual(read(log)['a.md'], [{ on: '2026-01-05', closeDate: '2026-02-01' }]);
  });

  it('is in the order of the days, whatever the clocks said', () => {
    const log =
      commit('2026-03-01', { 'a.md': ['+close_date: 2026-04-01'] }) +
      commit('2026-02-01', { 'a.md': ['-close_date: 2026-04-01', '+close_date: 2026-05-01'] });
    assert.deepEqual(
      read(log)['a.md']!.map(({ on }) => on),
      ['2026-02-01', '2026-03-01'],
    );
  });

  it('is nothing where there is no log', () => {
    assert.deepEqual(read(''), {});
    assert.deepEqual(read('fatal: not a git repository'), {});
  });
});
