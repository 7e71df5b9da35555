import assert from 'node:assert/strict';
import { median } from 'd3-array';
import { addDays, daysBetween, type CalendarDate } from '../../../../src/core/calendar';
import { makeReport } from '../../../../src/core/metrics/report';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { isSparing } from '../../../launch/sparing.mjs';
import { Importing, TODAY } from './support/importing';

/** Maven's table has 8,800; what they become is the same in a part of them. */
const ROWS = isSparing() ? 1100 : 8800;
const STAGES = ['Won', 'Lost', 'Engaging', 'Won', 'Prospecting', 'Lost', 'Won'] as const;
const BEGIN = '2016-10-20' as CalendarDate;

interface Row {
  readonly stage: (typeof STAGES)[number];
  readonly engaged: string;
  readonly closed: string;
  readonly value: number | undefined;
}

/** Rows in the shape of Maven's table, of which each figure is known. */
const rows = Array.from({ length: ROWS }, (_, at): Row => {
  const stage = STAGES[at % STAGES.length]!;
  const isClosed = stage === 'Won' || stage === 'Lost';
  const engaged = addDays(BEGIN, at % 400);
  return {
    stage,
    engaged: stage === 'Prospecting' ? '' : engaged,
    closed: isClosed ? addDays(engaged, 1 + (at % 130)) : '',
    value: isClosed ? (stage === 'Won' ? 40 + (at % 3000) : 0) : undefined,
  };
});

const csv = [
  'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value',
  ...rows.map(({ stage, engaged, closed, value }, at) => {
    const account = stage === 'Engaging' && at % 3 ? '' : `Account ${at % 85}`;
    return `${at.toString(36).toUpperCase().padStart(8, '0')},Agent ${at % 30},GTX ${at % 7},${account},${stage},${engaged},${closed},${value ?? ''}`;
  }),
].join('\n');

describe('Maven’s “CRM sales opportunities”', function () {
  // Nine thousand files, read twice.
  this.timeout(120_000);

  it('is imported without a mapping, and its figures are right', async () => {
    const into = new Importing();
    const { plan } = await into.take('sales_pipeline.csv', csv);
    assert.equal(plan.proposed.mapping.kind, 'maven');
    assert.deepEqual([plan.notTaken, plan.noted], [[], []]);
    const deals = into.deals;
    assert.equal(deals.length, ROWS);
    const count = (is: (deal: (typeof deals)[number]) => boolean) => deals.filter(is).length;
    const rowsOf = (stage: string) => rows.filter(row => row.stage === stage);
    assert.equal(
      count(({ status }) => status === 'won'),
      rowsOf('Won').length,
    );
    assert.equal(
      count(({ status }) => status === 'lost'),
      rowsOf('Lost').length,
    );
    assert.equal(
      count(({ status, stage }) => status === 'open' && stage === 'qualification'),
      rowsOf('Engaging').length,
    );
    assert.equal(
      count(({ status, stage }) => status === 'open' && stage === 'prospecting'),
      rowsOf('Prospecting').length,
    );
    assert.equal(
      count(({ stageNotKnown }) => stageNotKnown === true),
      rowsOf('Won').length + rowsOf('Lost').length,
    );
    const won = deals.filter(({ status }) => status === 'won');
    assert.equal(
      won.reduce((sum, { value }) => sum + value!.amount, 0),
      rowsOf('Won').reduce((sum, { value }) => sum + value!, 0),
    );
    const days = (all: readonly (string | undefined)[]) => all.filter(day => day).sort();
    assert.deepEqual(days(deals.map(({ created }) => created)), days(rows.map(({ engaged }) => engaged)));
    assert.deepEqual(days(deals.map(({ closedOn }) => closedOn)), days(rows.map(({ closed }) => closed)));
    assert.deepEqual(
      [...new Set(won.map(({ title }) => title.split(', ').length))],
      [2],
      'not called after account and product',
    );
    const figures = makeReport({
      deals,
      files: { needsAttention: 0, otherNotes: 0 },
      process: DEFAULT_PROCESS,
      asOf: TODAY,
    });
    const [wins, losses] = [rowsOf('Won'), rowsOf('Lost')];
    assert.equal(figures.winRate.count, wins.length / (wins.length + losses.length));
    assert.deepEqual(figures.outcomes.won.value, { XXX: wins.reduce((sum, { value }) => sum + value!, 0) });
    assert.equal(
      figures.cycle.median,
      median(wins, ({ engaged, closed }) => daysBetween(engaged as CalendarDate, closed as CalendarDate)),
    );
    assert.deepEqual(
      figures.stages.flatMap(({ stage, open }) => (open.count ? [[stage, open.count]] : [])),
      [
        ['prospecting', rowsOf('Prospecting').length],
        ['qualification', rowsOf('Engaging').length],
      ],
    );
    const again = await into.plan('sales_pipeline.csv', csv);
    assert.ok(again.ok);
    assert.deepEqual([again.fresh.length, again.matched.length], [0, ROWS]);
  });
});
