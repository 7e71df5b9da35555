import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Entry } from '../../../../src/core/deal/entry';
import { toEntry } from '../../../../src/core/deal/toEntry';
import { isDealPath } from '../../../../src/core/pipeline/paths';
import { groupOf, GROUP_IDS, Pipeline } from '../../../../src/core/pipeline/pipeline';
import { ownDealPaths } from '../../../../src/core/pipeline/ownPaths';
import { DEFAULT_PROCESS, makeProcess } from '../../../../src/core/process/process';
import { makeDeal, read } from '../../support/deals';
import { anyEntry } from '../../support/pipelines';
import { forAll } from '../../support/property';
import { rounded } from '../../support/rounded';

function entry(path: string, given: Parameters<typeof makeDeal>[0] = {}): Entry {
  return { kind: 'deal', path, deal: makeDeal({ path, ...given }), problems: [] };
}

const note = (path: string): Entry => ({ kind: 'note', path });
const inConflict = (path: string) =>
  toEntry(
    {
      path,
      text: '---\nstage: proposal\n<<<<<<< a\ncurrency: EUR\nvalue: 3\n=======\nvalue: 7\n>>>>>>> b\n---\n',
    },
    DEFAULT_PROCESS,
  );
const broken = (path: string) => read('---\nstage: [\n---\n', DEFAULT_PROCESS, path);

function pipelineOf(...entries: readonly Entry[]): Pipeline {
  const pipeline = new Pipeline(DEFAULT_PROCESS);
  for (const one of entries) pipeline.set(one);
  return pipeline;
}

/** All that a view shows of a pipeline. */
function view(pipeline: Pipeline) {
  return {
    files: pipeline.files,
    groups: GROUP_IDS.map(id => ({ id, entries: pipeline.group(id), totals: pipeline.totals(id) })),
  };
}

describe('a pipeline', () => {
  it('groups its files by stage, outcome, and need of attention, each once, in conflict or not', () => {
    const pipeline = pipelineOf(
      entry('a.md', { stage: 'proposal', value: { amount: 10, currency: 'EUR' } }),
      entry('b.md', { stage: 'proposal', value: { amount: 5, currency: 'USD' }, probability: 100 }),
      entry('c.md', { stage: 'proposal', status: 'won', value: { amount: 7, currency: 'EUR' } }),
      entry('d.md', { stage: 'closing', status: 'lost' }),
      broken('e.md'),
      inConflict('g.md'),
      note('f.md'),
    );
    assert.deepEqual(pipeline.files, {
      total: 7,
      open: 3,
      won: 1,
      lost: 1,
      needsAttention: 1,
      otherNotes: 1,
    });
    assert.deepEqual(pipeline.totals('proposal'), {
      count: 3,
      value: { EUR: 13, USD: 5 },
      weighted: { EUR: 6.5, USD: 5 },
    });
    assert.deepEqual(pipeline.totals('won'), { count: 1, value: { EUR: 7 }, weighted: { EUR: 3.5 } });
    assert.deepEqual(
      (['closing', 'won', 'lost', 'attention'] as const).map(id =>
        pipeline.group(id).map(({ path }) => path),
      ),
      [[], ['c.md'], ['d.md'], ['e.md']],
    );
    assert.deepEqual(
      [...pipeline.deals()].map(({ path }) => path),
      ['a.md', 'b.md', 'c.md', 'd.md', 'g.md'],
    );
  });

  it('tells which groups a change touches, and no others', () => {
    const pipeline = pipelineOf();
    assert.deepEqual(pipeline.set(entry('a.md', { stage: 'proposal' })), ['proposal']);
    assert.deepEqual(pipeline.set(entry('a.md', { stage: 'proposal', title: 'B' })), ['proposal']);
    assert.deepEqual(pipeline.set(entry('a.md', { stage: 'closing' })), ['proposal', 'closing']);
    assert.deepEqual(pipeline.set(entry('a.md', { stage: 'closing', status: 'won' })), ['closing', 'won']);
    assert.deepEqual(pipeline.set(broken('a.md')), ['won', 'attention']);
    assert.deepEqual(pipeline.set(note('a.md')), ['attention']);
    assert.deepEqual(pipeline.set(note('a.md')), []);
    assert.equal(pipeline.files.otherNotes, 1);
    assert.deepEqual(pipeline.delete('a.md'), []);
    assert.equal(pipeline.files.otherNotes, 0);
    assert.deepEqual(pipeline.delete('nowhere.md'), []);
    assert.deepEqual(pipeline.files.total, 0);
  });

  it('is the same with entries that are looked up late, each once, whatever is done to it', () => {
    const paths = fc.constantFrom('a.md', 'b.md', 'c.md');
    const step = fc.oneof(
      fc.record({ kind: fc.constantFrom('set', 'late'), entry: anyEntry }),
      fc.record({ kind: fc.constantFrom('delete', 'get'), path: paths }),
    );
    forAll(fc.array(step, { maxLength: 20 }), steps => {
      const [plain, late] = [new Pipeline(DEFAULT_PROCESS), new Pipeline(DEFAULT_PROCESS)];
      const looked = new Set<object>();
      for (const one of steps) {
        if ('path' in one) {
          if (one.kind === 'get') assert.equal(late.get(one.path), plain.get(one.path));
          else assert.deepEqual(late.delete(one.path), plain.delete(one.path));
          continue;
        }
        const { entry: read } = one;
        const key = {};
        const look = () => {
          assert.ok(!looked.has(key), 'looked up twice');
          looked.add(key);
          return read;
        };
        const touched =
          one.kind === 'set' ? late.set(read) : late.setLate({ path: read.path, group: groupOf(read), look });
        assert.deepEqual(touched, plain.set(read));
        assert.deepEqual(late.files, plain.files);
        if (one.kind === 'set') assert.deepEqual([...late.dealTree], [...plain.dealTree]);
      }
      assert.deepEqual(view(late), view(plain));
      assert.deepEqual([...late.all()], [...plain.all()]);
      assert.ok(late.isWhole);
    });
  });

  it('leaves a group that is not touched as it is', () => {
    const pipeline = pipelineOf(entry('a.md', { stage: 'proposal' }), entry('b.md', { stage: 'closing' }));
    const before = pipeline.group('proposal');
    pipeline.set(entry('b.md', { stage: 'negotiation' }));
    assert.equal(pipeline.group('proposal'), before);
  });

  it('sorts by value, then by title, numbers by their size', () => {
    const value = (amount: number) => ({ value: { amount, currency: 'EUR' } });
    const pipeline = pipelineOf(
      entry('1.md', { title: 'Deal 10' }),
      entry('2.md', { title: 'deal 9' }),
      entry('3.md', { title: 'Zoë', ...value(5) }),
      entry('4.md', { title: 'Éclair', ...value(7) }),
      entry('5.md', { title: 'alpha', ...value(7) }),
      entry('6.md', { title: 'Alpha', ...value(7) }),
    );
    assert.deepEqual(
      pipeline.group('lead-generation').map(({ path }) => path),
      ['5.md', '6.md', '4.md', '3.md', '2.md', '1.md'],
    );
  });

  it('sorts files that differ only in the case of their names in one order, however they were read', () => {
    const [small, large] = [entry('a.md'), entry('A.md')];
    const orders = [pipelineOf(small, large), pipelineOf(large, small)].map(one =>
      one.group('lead-generation'),
    );
    assert.deepEqual(orders, [
      [large, small],
      [large, small],
    ]);
  });

  it('has the currencies of its team and of its deals, as they are now', () => {
    const pipeline = new Pipeline(makeProcess({ currency: 'CHF' }));
    pipeline.set(entry('a.md', { value: { amount: 10, currency: 'USD' } }));
    pipeline.set(entry('b.md', { value: { amount: 10, currency: 'EUR' } }));
    assert.deepEqual([pipeline.currencies.own, pipeline.currencies.used], ['CHF', ['CHF', 'EUR', 'USD']]);
    pipeline.delete('a.md');
    assert.deepEqual(pipeline.currencies.used, ['CHF', 'EUR']);
    assert.deepEqual(pipelineOf(entry('a.md')).currencies, { own: null, rates: {}, used: [] });
  });

  it('shows the same after any changes as one that is read anew', () => {
    const change = fc.oneof(
      { weight: 3, arbitrary: anyEntry.map(one => ({ set: one, path: one.path })) },
      { weight: 1, arbitrary: anyEntry.map(({ path }) => ({ set: undefined, path })) },
    );
    forAll(fc.array(change, { maxLength: 30 }), changes => {
      const pipeline = new Pipeline(DEFAULT_PROCESS);
      for (const { set, path } of changes) {
        const before = view(pipeline);
        const touched = set ? pipeline.set(set) : pipeline.delete(path);
        assert.equal(new Set(touched).size, touched.length);
        for (const [index, now] of view(pipeline).groups.entries()) {
          if (!touched.includes(now.id)) assert.deepEqual(now, before.groups[index]);
        }
      }
      const left = [...pipeline.all()];
      assert.deepEqual(rounded(view(pipeline)), rounded(view(pipelineOf(...left.toReversed()))));
      const { total, open, won, lost, needsAttention, otherNotes } = pipeline.files;
      assert.deepEqual([left.length, [...pipeline.paths].length], [total, total]);
      assert.equal(total, open + won + lost + needsAttention + otherNotes);
      for (const id of GROUP_IDS) {
        assert.equal(pipeline.totals(id).count, left.filter(one => groupOf(one) === id).length);
      }
    });
  });
});

describe('the deals of a folder', () => {
  it('are those below it that are in no folder with a process of its own, be it a link', () => {
    const paths = ['a.md', 'sub/b.md', 'sub/deep/c.md', 'other/d.md', 'submarine/e.md', 'sales-process.yaml'];
    const own = (...more: string[]) => ownDealPaths([...paths, ...more]);
    assert.deepEqual(own(), paths.slice(0, -1));
    assert.deepEqual(own('sub/sales-process.yaml'), ['a.md', 'other/d.md', 'submarine/e.md']);
    assert.deepEqual(ownDealPaths(paths, ['other/sales-process.yaml']), [
      ...['a.md', 'sub/b.md', 'sub/deep/c.md', 'submarine/e.md'],
    ]);
  });
});

describe('a file may be a deal', () => {
  for (const [path, may] of [
    ['acme.md', true],
    ['a/b/Acme Corp.MD', true],
    ['readme-first.md', true],
    ['my-readme.md', true],
    ['readme.md.md', true],
    ['v1.2/acme_corp.v2.md', true],
    ['README.md', false],
    ['a/readme.MD', false],
    ['.hidden.md', false],
    ['_template.md', false],
    ['.git/a.md', false],
    ['a/_drafts/b.md', false],
    ['a.mdx', false],
    // Told with the name that it should have.
    ['a.md.txt', true],
    ['a.markdown', true],
    ['README.mkd', false],
    ['md', false],
  ] as const) {
    it(`${path}: ${may}`, () => assert.equal(isDealPath(path), may));
  }
});
