import { takenBack } from '../../../src/actions/changes/histories';
import { addDays, type CalendarDate } from '../../../src/core/calendar';
import type { FilesThen } from '../../../src/core/changes/across';
import { changesBetween } from '../../../src/core/changes/between';
import { slipUpTo } from '../../../src/core/changes/slips';
import { isOpen, type Deal } from '../../../src/core/deal/deal';
import { dealOf, isDeal, type Entry } from '../../../src/core/deal/entry';
import { paceOf, type Pace } from '../../../src/core/metrics/pace';
import { daysOf, quarterOf } from '../../../src/core/metrics/periods';
import type { Pipeline } from '../../../src/core/pipeline/pipeline';
import { changesSheet } from '../../../src/funnel/changesSheet';
import type { ChangesSheet } from '../../../src/shared/changesSheet';
import { closingInGit } from '../../unit/support/deals';

/** What changed in the sample in the three weeks before a day: what it knows itself, and some changes that only git knows. */
export function sampleChanges(pipeline: Pipeline, today: CalendarDate): ChangesSheet {
  const quarter = daysOf(quarterOf(today));
  const pushed = [...pipeline.deals()].filter(isOpen).slice(0, 8);
  const withGit = (deal: Deal): Deal =>
    pushed.includes(deal)
      ? {
          ...deal,
          closeDate: addDays(quarter.last, 30),
          inGit: closingInGit([
            { on: addDays(quarter.first, -20), closeDate: addDays(quarter.last, -10) },
            { on: addDays(today, -2), closeDate: addDays(quarter.last, 30) },
          ]),
        }
      : deal;
  const after = new Map([...pipeline.all()].map(entry => [entry.path, changed(entry, withGit)]));
  const then = takenBack(after, addDays(today, -21));
  const before = new Map([...then].map(([path, entry], at) => [path, changed(entry, was(at))]));
  before.set('gone.md', { ...[...before.values()].find(isDeal)!, path: 'gone.md' });
  const points = { before, after, renames: new Map() } satisfies Record<
    string,
    FilesThen | Map<string, string>
  >;
  const deals = [...after.values()].flatMap(entry => dealOf(entry) ?? []);
  return changesSheet(
    {
      point: 'week',
      between: {
        changes: changesBetween({ points, slipped: { day: today, period: 'quarter' } }),
        since: 'Mon 23 Nov',
        notes: [],
      },
      slips: {
        quarter: deals.flatMap(deal => slipUpTo(deal, today, 'quarter') ?? []),
        month: deals.flatMap(deal => slipUpTo(deal, today, 'month') ?? []),
      },
      pace: lastOf(paceOf(deals, today)),
    },
    { pipeline, asOf: today, language: 'en' },
  );
}

/** What deals were before, by where they stand in the list. */
const was =
  (at: number) =>
  (deal: Deal): Deal => ({
    ...deal,
    ...(at % 9 === 0 && deal.value && { value: { ...deal.value, amount: deal.value.amount * 0.75 } }),
    ...(at % 11 === 0 && { owner: 'marek' }),
    ...(at % 13 === 0 && { nextStep: 'Call the buyer' }),
  });

function changed(entry: Entry, to: (deal: Deal) => Deal): Entry {
  return isDeal(entry) ? { ...entry, deal: to(entry.deal) } : entry;
}

function lastOf(steps: ReturnType<typeof paceOf>): Pace {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
