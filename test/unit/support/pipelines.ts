import fc from 'fast-check';
import type { Deal, HistoryEvent } from '../../../src/core/deal/deal';
import type { Entry } from '../../../src/core/deal/entry';
import { error } from '../../../src/core/problem';
import { STAGE_IDS } from '../../../src/core/process/stages';
import { STATUSES } from '../../../src/core/process/outcome';
import { day, makeDeal } from './deals';
import { say as sayText } from '../../../src/core/frontMatter/say';

const stage = fc.constantFrom(...STAGE_IDS);
const status = fc.constantFrom(...STATUSES);
/** Days close together, so that many meet. */
const on = fc.integer({ min: 0, max: 60 }).map(day);
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });

const line = fc.oneof(
  { weight: 5, arbitrary: fc.record({ on, stage, status: fc.constant(undefined) }) },
  { weight: 1, arbitrary: fc.record({ on, stage: fc.constant(undefined), status }) },
  { weight: 1, arbitrary: fc.record({ on, stage, status }) },
);

/** Some say which stage was left; that is never the one that they enter. */
const event: fc.Arbitrary<HistoryEvent> = fc
  .tuple(line, fc.option(stage, { freq: 2, nil: undefined }))
  .map(([one, from]) => (from && from !== one.stage ? { ...one, from } : one));

/** Any history: jumps, returns, closes and reopenings, by hand and in no particular sense, but by their days. */
const history = fc
  .array(event, { maxLength: 7 })
  .map(events => events.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)));

const money = fc.record(
  {
    amount: fc.integer({ min: 0, max: 50_000 }),
    currency: fc.constantFrom('EUR', 'USD', 'XXX'),
  },
  { noNullPrototype: true },
);

const path = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'A', 'B').map(name => `${name}.md`);

/** Any deal that can be read from a file, also one that somebody changed by hand. */
export const anyDeal: fc.Arbitrary<Deal> = fc
  .record({
    path,
    title: fc.constantFrom('Acme', 'acme', 'Beta 2', 'Beta 10', 'Zoë'),
    stage,
    status,
    owner: maybe(fc.constantFrom('dana', 'Dana', 'ben')),
    account: maybe(fc.constantFrom('Acme', 'acme')),
    closeDate: maybe(on),
    value: maybe(money),
    probability: maybe(fc.integer({ min: 0, max: 100 })),
    created: maybe(on),
    closedOn: maybe(on),
    history,
  })
  .map(makeDeal);

export const anyDeals = fc.array(anyDeal, { maxLength: 12 });

export const anyEntry: fc.Arbitrary<Entry> = fc.oneof(
  {
    weight: 6,
    arbitrary: anyDeal.map(deal => ({ kind: 'deal' as const, path: deal.path, deal, problems: [] })),
  },
  { weight: 1, arbitrary: path.map(at => ({ kind: 'note' as const, path: at })) },
  {
    weight: 1,
    arbitrary: path.map(at => ({
      kind: 'attention' as const,
      path: at,
      title: at,
      problem: error('invalid-yaml', sayText('tabIndentation')),
    })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(anyDeal, maybe(anyDeal)).map(([deal, other]) => ({
      kind: 'deal' as const,
      path: deal.path,
      deal: { ...deal, conflict: { line: 2, counts: 'first' as const, other } },
      problems: [error('conflict-markers', sayText('conflictMarkers'), 2)],
    })),
  },
);

const withCloseDates = fc
  .record({ deal: anyDeal, dates: fc.array(maybe(on), { maxLength: 7 }) })
  .map(({ deal, dates }) => ({
    ...deal,
    history: deal.history.map((event, at) => (dates[at] ? { ...event, closeDate: dates[at] } : event)),
  }));

/** Any deals of one pipeline, each with a path of its own and with all that a report may ask for. */
export const anyPipeline: fc.Arbitrary<Deal[]> = fc
  .array(
    fc.record({
      deal: withCloseDates,
      more: fc.record({
        source: maybe(fc.constantFrom('referral', 'Referral', 'fair')),
        tags: fc.subarray(['hardware', 'renewal', 'Hardware']),
        forecast: maybe(fc.constantFrom('pipeline', 'best_case', 'commit', 'omitted')),
        nextStep: maybe(fc.constant('Call')),
        nextStepOn: maybe(on),
        lostReason: maybe(fc.constantFrom('price', 'Price', 'no budget', 'no-budget', ' ')),
        checks: fc.subarray(['budget', 'authority']),
        lastActivity: maybe(on.map(day => ({ on: day, what: 'call' }))),
      }),
    }),
    { maxLength: 10 },
  )
  .map(all => all.map(({ deal, more }, at): Deal => ({ ...deal, ...more, path: `deal-${at}.md` })));
