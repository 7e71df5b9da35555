import assert from 'node:assert/strict';
import type { GitFacts } from '../../../../src/core/deal/gitFacts';
import { toEntry } from '../../../../src/core/deal/toEntry';
import { makeReport } from '../../../../src/core/metrics/report';
import { dealsOn } from '../../../../src/core/metrics/standing';
import { joinGit } from '../../../../src/core/pipeline/joinGit';
import { Pipeline } from '../../../../src/core/pipeline/pipeline';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { closingInGit, date, file } from '../../support/deals';

const PROCESS = DEFAULT_PROCESS;
const deal = (closeDate: string) =>
  file(`stage: lead-generation\ncreated: 2026-01-01\nclose_date: ${closeDate}`);

/** `2026-01-15:2026-02-01`: on the one day the file named the other. */
function facts(...seen: readonly string[]): GitFacts {
  return closingInGit(
    seen.map(one => {
      const [on, closeDate] = one.split(':');
      return { on: date(on!), closeDate: date(closeDate!) };
    }),
  );
}

function pipelineOf(files: Readonly<Record<string, string>>): Pipeline {
  return new Pipeline(
    PROCESS,
    Object.entries(files).map(([path, text]) => toEntry({ path, text }, PROCESS)),
  );
}

function inGit(pipeline: Pipeline): Record<string, GitFacts | undefined> {
  return Object.fromEntries([...pipeline.deals()].map(one => [one.path, one.inGit]));
}

function pushes(pipeline: Pipeline, asOf = '2026-06-01', isPast = false): number[] {
  const deals = isPast ? dealsOn(pipeline.deals(), date(asOf)) : pipeline.deals();
  const { inNeed } = makeReport({ deals, files: pipeline.files, process: PROCESS, asOf: date(asOf) });
  return inNeed.flatMap(({ needs }) => needs.flatMap(need => (need.kind === 'pushed' ? [need.times] : [])));
}

describe('what git knows of deals', () => {
  const known = new Map([
    ['a.md', facts('2026-01-05:2026-02-01', '2026-02-03:2026-03-01', '2026-03-10:2026-05-01')],
    ['note.md', facts('2026-01-05:2026-02-01')],
    ['gone.md', facts('2026-01-05:2026-02-01')],
  ]);
  const files = { 'a.md': deal('2026-05-01'), 'b.md': deal('2026-05-01'), 'note.md': '# Note\n' };

  it('is joined to those that it names, and counts in their figures', () => {
    const pipeline = pipelineOf(files);
    assert.deepEqual(pushes(pipeline), []);
    assert.equal(joinGit(pipeline, known), true);
    assert.deepEqual(inGit(pipeline), { 'a.md': known.get('a.md'), 'b.md': undefined });
    assert.deepEqual(pipeline.get('note.md'), { kind: 'note', path: 'note.md' });
    assert.equal(pipeline.get('gone.md'), undefined);
    assert.deepEqual(pushes(pipeline), [2]);
  });

  it('stays with a deal that is taken back to a day', () => {
    const pipeline = pipelineOf(files);
    joinGit(pipeline, known);
    const then = dealsOn(pipeline.deals(), date('2026-02-20')).find(({ path }) => path === 'a.md');
    assert.deepEqual([then!.closeDate, then!.inGit], ['2026-03-01', known.get('a.md')]);
    assert.deepEqual(pushes(pipeline, '2026-02-20', true), [1]);
    // The headline takes those of that day back once more.
    const before = dealsOn([then!], date('2026-01-20'));
    assert.equal(before[0]!.closeDate, '2026-02-01');
  });

  it('replaces only the deals that it is news of', () => {
    const pipeline = pipelineOf(files);
    joinGit(pipeline, known);
    const before = new Map([...pipeline.all()].map(entry => [entry.path, entry]));
    assert.equal(joinGit(pipeline, new Map([...known].map(([path, one]) => [path, { ...one }]))), false);
    assert.ok([...pipeline.all()].every(entry => entry === before.get(entry.path)));
    const more = new Map([...known, ['b.md', facts('2026-01-05:2026-05-01')]]);
    assert.equal(joinGit(pipeline, more), true);
    assert.equal(pipeline.get('a.md'), before.get('a.md'));
    assert.deepEqual(inGit(pipeline)['b.md'], more.get('b.md'));
  });

  it('is gone where git knows the file no more', () => {
    const pipeline = pipelineOf(files);
    joinGit(pipeline, known);
    assert.equal(joinGit(pipeline, new Map()), true);
    const fresh = pipelineOf(files);
    for (const path of Object.keys(files)) assert.deepEqual(pipeline.get(path), fresh.get(path));
  });

  it('is in the entry of a file that is read again', () => {
    const entry = toEntry({ path: 'a.md', text: files['a.md'] }, PROCESS, known.get('a.md'));
    assert.deepEqual(entry.kind === 'deal' && entry.deal.inGit, known.get('a.md'));
    const without = toEntry({ path: 'a.md', text: '# Note\n' }, PROCESS, known.get('a.md'));
    assert.deepEqual(without, { kind: 'note', path: 'a.md' });
  });
});
