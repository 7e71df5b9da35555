import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Deal } from '../../../../src/core/deal/deal';
import type { Entry } from '../../../../src/core/deal/entry';
import type { DealFilter } from '../../../../src/core/filter/table';
import { Pipeline, type GroupId } from '../../../../src/core/pipeline/pipeline';
import { sortEntries } from '../../../../src/core/pipeline/sort';
import { PipelineView, type ViewGroup } from '../../../../src/core/pipeline/view';
import { DEFAULT_PROCESS, makeProcess, type Process } from '../../../../src/core/process/process';
import { STAGE_IDS } from '../../../../src/core/process/stages';
import { DEFAULT_VIEW, GROUPINGS, SORT_KEYS, type View } from '../../../../src/core/process/view';
import { date, day, makeDeal } from '../../support/deals';
import { anyEntry } from '../../support/pipelines';
import { forAll } from '../../support/property';
import { say as sayText } from '../../../../src/core/frontMatter/say';

const TODAY = date('2026-11-24');

function entry(path: string, given: Partial<Deal> = {}): Entry {
  return { kind: 'deal', path, deal: makeDeal({ path, title: path, ...given }), problems: [] };
}

function viewOf(entries: readonly Entry[], view: Partial<View> = {}): PipelineView {
  const pipeline = new Pipeline(DEFAULT_PROCESS);
  for (const one of entries) pipeline.set(one);
  return new PipelineView(pipeline, { ...DEFAULT_VIEW, ...view }, TODAY);
}

const paths = (entries: Iterable<Entry>) => [...entries].map(({ path }) => path).join(' ');
const told = (view: PipelineView) =>
  view.groups.filter(({ totals }) => totals.count).map(group => `${group.name}: ${paths(group.entries)}`);
const euros = (amount: number) => ({ value: { amount, currency: 'EUR' } });

describe('deals are sorted', () => {
  it('by value at the team’s rates, where it has any, in a view and in the pipeline', () => {
    const of = (path: string, amount: number, currency: string) =>
      entry(path, { value: { amount, currency } });
    const entries = [of('crowns', 9000, 'SEK'), of('euros', 8000, 'EUR'), of('pounds', 7000, 'GBP')];
    const order = (process: Process) => {
      const pipeline = new Pipeline(process);
      for (const one of entries) pipeline.set(one);
      const inView = paths(sortEntries(entries, 'value', process, TODAY));
      assert.equal(paths(pipeline.group(STAGE_IDS[0]!)), inView);
      return inView;
    };
    const rates = new Map([
      ['GBP', 1.17],
      ['SEK', 0.09],
    ]);
    assert.equal(order(DEFAULT_PROCESS), 'crowns euros pounds');
    assert.equal(order(makeProcess({ currency: 'EUR', rates })), 'pounds euros crowns');
  });

  const sorted = (sort: View['sort'], reversed: boolean, ...entries: Entry[]) =>
    paths(sortEntries(entries, sort, DEFAULT_PROCESS, TODAY, reversed));
  const cases: Record<View['sort'], readonly (readonly [string, Partial<Deal>])[]> = {
    value: [
      ['a', euros(90)],
      ['b', euros(5)],
    ],
    close_date: [
      ['a', { closeDate: date('2026-11-30') }],
      ['b', { closeDate: date('2027-01-02') }],
    ],
    days_in_stage: [
      ['a', { created: date('2026-01-01') }],
      ['b', { created: date('2026-11-01') }],
    ],
    next_step: [
      ['a', { nextStepOn: date('2026-11-20') }],
      ['b', { nextStepOn: date('2026-12-01') }],
    ],
    title: [
      ['a', { title: 'Deal 9' }],
      ['b', { title: 'Éclair' }],
    ],
    last_touch: [
      ['a', { created: date('2026-01-01') }],
      ['b', { lastActivity: { on: date('2026-11-01'), what: 'call' } }],
    ],
  };
  for (const sort of SORT_KEYS) {
    it(`by ${sort}, and the other way round, with those that have none at the end`, () => {
      const [first, second] = cases[sort].map(([path, given]) => entry(path, { title: 'Acme', ...given }));
      const none = sort === 'title' ? [] : [entry('c', { title: 'Aaa' })];
      const end = none.length ? ' c' : '';
      assert.equal(sorted(sort, false, ...none, second!, first!), `a b${end}`);
      assert.equal(sorted(sort, true, ...none, first!, second!), `b a${end}`);
    });
  }

  it('by close_date has closed deals where they were closed, not where that was planned', () => {
    const closed = (status: Deal['status'], closeDate: string, closedOn?: string): Partial<Deal> => ({
      ...{ status, closeDate: date(closeDate) },
      ...(closedOn && { closedOn: date(closedOn) }),
    });
    const entries = [
      entry('won late', closed('won', '2026-01-05', '2026-12-01')),
      entry('lost early', closed('lost', '2026-12-05', '2026-02-01')),
      entry('open', closed('open', '2026-06-01')),
      entry('won, nobody knows when', closed('won', '2026-07-01')),
    ];
    assert.deepEqual(
      sortEntries(entries, 'close_date', DEFAULT_PROCESS, TODAY).map(({ path }) => path),
      ['lost early', 'open', 'won, nobody knows when', 'won late'],
    );
  });

  it('by title where the key says nothing', () => {
    const entries = [entry('c', { title: 'deal 10' }), entry('a', { title: 'Deal 9' }), entry('b', euros(1))];
    assert.equal(sorted('value', false, ...entries), 'b a c');
    assert.equal(sorted('value', true, ...entries), 'b a c');
  });
});

describe('a view', () => {
  const broken: Entry = {
    ...{ kind: 'attention', path: 'x', title: 'x' },
    problem: {
      code: 'invalid-yaml',
      severity: 'error',
      says: sayText('tabIndentation'),
      line: 1,
    },
  };
  const entries = [
    entry('a', { owner: 'dana', closeDate: date('2027-01-15'), stage: 'closing', account: 'Beta' }),
    entry('b', { owner: 'Dana', closeDate: date('2026-12-15'), ...euros(7), account: 'Alpha' }),
    entry('c', { owner: 'dana', stage: 'negotiation', forecast: 'omitted' }),
    entry('d', { owner: 'ben', stage: 'proposal', account: 'Beta' }),
    entry('e', { owner: 'dana', status: 'won' }),
  ];

  for (const [group, expected] of [
    ['stage', ['lead-generation: b', 'proposal: d', 'negotiation: c', 'closing: a']],
    ['owner', ['ben: d', 'dana: b a c']],
    ['account', ['Alpha: b', 'Beta: a d', 'undefined: c']],
    ['close_month', ['2026-12: b', '2027-01: a', 'undefined: c d']],
    ['forecast', ['commit: a', 'best_case: d', 'pipeline: b', 'omitted: c']],
  ] as const) {
    it(`groups open deals by ${group}, and the won ones below`, () => {
      assert.deepEqual(told(viewOf(entries, { group })), [...expected, 'undefined: e']);
    });
  }

  it('shows all stages, though empty, unless it is filtered', () => {
    assert.deepEqual(
      viewOf(entries)
        .groups.map(({ id }) => id)
        .slice(-3),
      ['closing', 'won', 'lost'],
    );
    const filtered = viewOf(entries, { filter: { owner: ['ben'] } });
    assert.deepEqual(
      filtered.groups.map(({ id }) => id),
      ['proposal'],
    );
    assert.deepEqual(filtered.openDeals, { shown: 1, all: 4 });
  });

  it('knows its groups by their ids, which stay, and what kind each is', () => {
    const ids = (group: View['group']) =>
      viewOf(entries, { group }).groups.map(({ id, kind }) => `${id} ${kind}`);
    assert.deepEqual(ids('owner'), ['owner:ben owner', 'owner:dana owner', 'won won', 'lost lost']);
    assert.deepEqual(ids('account').slice(0, 3), [
      'account:alpha account',
      'account:beta account',
      'account: account',
    ]);
    assert.deepEqual(ids('stage').slice(-3), ['closing stage', 'won won', 'lost lost']);
    const view = viewOf(entries);
    assert.equal(paths(view.group('proposal')!.entries), 'd');
    assert.equal(view.group('owner:ben'), undefined);
  });

  it('counts the open deals that it shows, and no others', () => {
    assert.deepEqual(viewOf(entries).openDeals, { shown: 4, all: 4 });
    assert.deepEqual(viewOf(entries, { group: 'owner' }).openDeals, { shown: 4, all: 4 });
    const won = viewOf(entries, { filter: { status: ['won'] } });
    assert.deepEqual(won.openDeals, { shown: 0, all: 4 });
  });

  it('has its groups by name, numbers by their size, those without one at the end, in whatever order deals are read', () => {
    const named = (account?: string) => entry(account ?? 'none', account === undefined ? {} : { account });
    const all = ['Zoe', undefined, 'Site 10', 'Zoë', 'Site 9', 'vega'].map(named);
    for (const some of [all, all.toReversed()])
      assert.deepEqual(
        viewOf(some, { group: 'account' }).groups.flatMap(({ name, kind }) =>
          kind === 'account' ? [name] : [],
        ),
        ['Site 9', 'Site 10', 'vega', 'Zoe', 'Zoë', undefined],
      );
  });

  it('shows files that need attention whatever the filter', () => {
    assert.deepEqual(
      viewOf([...entries, broken], { filter: { text: 'nothing' } }).groups.map(({ id }) => id),
      ['attention'],
    );
  });

  it('sums what it shows, and counts what is stalled', () => {
    const view = viewOf([...entries, entry('f', { ...euros(3), created: day(0) })], {
      filter: { currency: ['EUR'] },
    });
    const [group] = view.groups;
    assert.deepEqual(group!.totals, { count: 2, value: { EUR: 10 }, weighted: { EUR: 0.5 } });
    assert.equal(group!.stalled, 1);
    assert.equal(view.groupOf('f'), group);
    assert.equal(view.groupOf('d'), undefined);
  });

  it('tells which groups a change touches', () => {
    const pipeline = new Pipeline(DEFAULT_PROCESS);
    for (const one of entries) pipeline.set(one);
    for (const [group, changed, expected] of [
      ['stage', entry('d', { stage: 'closing' }), ['proposal', 'closing']],
      ['owner', entry('d', { owner: 'dana', stage: 'closing' }), undefined],
      ['owner', entry('b', { owner: 'dana', closeDate: date('2026-12-15'), ...euros(8) }), ['owner:dana']],
      ['close_month', entry('b', { closeDate: date('2026-12-16') }), ['close_month:2026 12']],
    ] as const) {
      const view = new PipelineView(pipeline, { ...DEFAULT_VIEW, group }, TODAY);
      assert.deepEqual(view.update(new Set(pipeline.set(changed))), expected, group);
    }
  });

  it('looks again only at stages in which something changed', () => {
    const looked: GroupId[] = [];
    class Watched extends Pipeline {
      override unsorted(id: GroupId): Iterable<Entry> {
        looked.push(id);
        return super.unsorted(id);
      }
    }
    const pipeline = new Watched(DEFAULT_PROCESS, [...entries, broken]);
    const view = new PipelineView(pipeline, DEFAULT_VIEW, TODAY);
    const closing = view.group('closing');
    looked.length = 0;
    const changed = pipeline.set(entry('d', { stage: 'negotiation' }));
    assert.deepEqual(view.update(new Set(changed)), ['proposal', 'negotiation']);
    assert.deepEqual(looked, ['proposal', 'negotiation']);
    assert.equal(view.group('closing'), closing);
  });

  it('shows the same after any changes as one that is made anew, and tells of all that differ', () => {
    const filters = fc.constantFrom<DealFilter>(
      {},
      { text: 'acme' },
      { stalled: true },
      { status: ['open', 'won'] },
    );
    const views = fc.record({
      sort: fc.constantFrom(...SORT_KEYS),
      reversed: fc.boolean(),
      group: fc.constantFrom(...GROUPINGS),
      filter: filters,
    });
    const changes = fc.array(fc.array(anyEntry, { minLength: 1, maxLength: 4 }), { maxLength: 8 });
    forAll(fc.tuple(views, changes), ([options, bursts]) => {
      const pipeline = new Pipeline(DEFAULT_PROCESS);
      const view = new PipelineView(pipeline, options, TODAY);
      for (const burst of bursts) {
        const before = new Map(view.groups.map(group => [group.id, look(group)]));
        const touched = view.update(new Set(burst.flatMap((one): readonly GroupId[] => pipeline.set(one))));
        const now = view.groups.map(group => [group.id, look(group)] as const);
        const anew = new PipelineView(pipeline, options, TODAY).groups;
        assert.deepEqual(
          now,
          anew.map(group => [group.id, look(group)]),
        );
        assert.equal(touched === undefined, now.map(([id]) => id).join() !== [...before.keys()].join());
        for (const [id, shown] of touched ? now : []) {
          if (!touched!.includes(id)) assert.deepEqual(shown, before.get(id));
        }
      }
    });
  });
});

/** All that is seen of a group. */
function look({ id, kind, name, entries, totals, stalled }: ViewGroup) {
  return {
    id,
    kind,
    name: id.startsWith('owner') ? undefined : name,
    paths: paths(entries),
    totals,
    stalled,
  };
}
