import assert from 'node:assert/strict';
import type { FunnelReport } from '../../../src/core/metrics/funnel';
import { run, runJson } from './support/cli';

const EXAMPLE = ['funnel', 'test/fixtures/worked-example', '--as-of', '2026-03-01'];

/** Figures as people compare them: to four decimals, as the definitions of the metrics print them. */
function round(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1e4) / 1e4;
}

function hasKeys(of: object, keys: readonly string[]): void {
  for (const key of keys) assert.ok(key in of, key);
}

describe('funnel --json of the worked example', () => {
  let report: FunnelReport;
  before(async () => {
    report = await runJson<FunnelReport>('.', ...EXAMPLE);
  });
  const each = <T>(pick: (stage: FunnelReport['stages'][number]) => T) => report.stages.map(pick);

  it('has the keys that are published, and some more', () => {
    assert.deepEqual(Object.keys(report).slice(0, 11), [
      'version',
      'asOf',
      'files',
      'stages',
      'paths',
      'chain',
      'winRate',
      'cycle',
      'open',
      'velocity',
      'consistency',
    ]);
    for (const stage of report.stages) {
      hasKeys(stage, [
        'conversion',
        'headroom',
        'load',
        'lost',
        'lostIn',
        'open',
        'pending',
        'reached',
        'stage',
        'stays',
        'touched',
      ]);
      assert.deepEqual(Object.keys(stage.stays).sort(), [
        'completed',
        'kaplanMeierMedian',
        'mean',
        'median',
        'open',
        'p25',
        'p75',
        'p90',
        'totalDays',
      ]);
    }
    assert.deepEqual(Object.keys(report.winRate), ['count', 'interval', 'value', 'cohort']);
    assert.deepEqual(Object.keys(report.open), ['count', 'value', 'weighted', 'stageNotKnown']);
  });

  it('names the seven stages in order', () => {
    assert.deepEqual(
      each(({ stage }) => stage),
      [
        'lead-generation',
        'prospecting',
        'qualification',
        'needs-analysis',
        'proposal',
        'negotiation',
        'closing',
      ],
    );
  });

  it('reconciles the files', () => {
    assert.equal(report.asOf, '2026-03-01');
    assert.deepEqual(report.files, {
      total: 6,
      open: 2,
      won: 2,
      lost: 2,
      needsAttention: 0,
      otherNotes: 0,
    });
  });

  it('counts reach, pending, lost and touched', () => {
    assert.deepEqual(
      each(({ reached }) => reached),
      [6, 6, 5, 5, 4, 3, 2],
    );
    assert.deepEqual(
      each(({ pending }) => pending),
      [0, 0, 0, 1, 0, 1, 0],
    );
    assert.deepEqual(
      each(({ lost }) => lost),
      [0, 1, 0, 0, 1, 0, 0],
    );
    assert.deepEqual(
      each(({ touched }) => touched),
      [6, 6, 5, 4, 4, 2, 2],
    );
  });

  it('computes conversion, chain and headroom', () => {
    assert.deepEqual(
      each(({ conversion }) => round(conversion)),
      [1, 0.8333, 1, 1, 0.75, 1, 1],
    );
    assert.equal(round(report.chain), 0.625);
    assert.deepEqual(
      each(({ headroom }) => round(headroom)),
      [0, 0.125, 0, 0, 0.2083, 0, 0],
    );
  });

  it('measures completed and open stays', () => {
    assert.deepEqual(
      each(({ stays }) => stays.completed),
      [6, 6, 5, 4, 5, 1, 2],
    );
    assert.deepEqual(
      each(({ stays }) => stays.open),
      [0, 0, 0, 1, 0, 1, 0],
    );
    assert.deepEqual(
      each(({ stays }) => stays.totalDays),
      [23, 31, 40, 49, 40, 12, 6],
    );
    assert.deepEqual(
      each(({ stays }) => stays.median),
      [3.5, 3.5, 8, 9, 8, 8, 3],
    );
    assert.deepEqual(
      each(({ stays }) => stays.kaplanMeierMedian),
      [null, null, null, 10, null, 8, null],
    );
    const [lead] = report.stages;
    assert.deepEqual(
      [lead!.stays.mean, lead!.stays.p75, lead!.stays.p90].map(figure => round(figure)),
      [3.8333, 4.75, 5.5],
    );
    assert.deepEqual([round(lead!.load), round(report.stages[3]!.load)], [0.1144, 0.2438]);
  });

  it('tells where deals were lost', () => {
    assert.deepEqual(
      each(({ lostIn }) => lostIn.count),
      [0, 1, 0, 0, 1, 0, 0],
    );
    assert.deepEqual(report.stages[4]!.lostIn.value, { EUR: 8000 });
  });

  it('computes win rates, cycle, open pipeline and velocity', () => {
    assert.equal(report.winRate.count, 0.5);
    assert.deepEqual(
      report.winRate.interval!.map(bound => Math.round(bound * 1000) / 1000),
      [0.15, 0.85],
    );
    assert.deepEqual(report.winRate.value, { EUR: 0.6 });
    assert.equal(round(report.winRate.cohort), 0.3333);
    assert.deepEqual(report.cycle, { mean: 35, median: 35 });
    assert.deepEqual(report.open, {
      ...{ count: 2, value: { EUR: 30000 }, weighted: { EUR: 18000 } },
      stageNotKnown: 0,
    });
    assert.deepEqual(Object.keys(report.velocity), ['EUR']);
    assert.equal(round(report.velocity['EUR']!), 257.1429);
  });

  it('says whether the process was followed', () => {
    const { variants, ...figures } = report.consistency;
    assert.deepEqual(figures, {
      deals: 6,
      conforming: 4,
      notMoved: 0,
      wonEarly: 0,
      moves: 25,
      steps: 22,
      skips: 2,
      backs: 1,
      reworkDeals: 1,
      reworkDays: 14,
      totalDays: 201,
    });
    assert.equal(variants.length, 6);
    const whole = variants.find(({ stages }) => stages.length === 7 && stages[6] === 'closing');
    assert.deepEqual(
      { ...whole, stages: whole!.stages.length },
      { stages: 7, count: 1, won: 1, lost: 0, medianCycle: 40 },
    );
  });
});

describe('funnel as text', () => {
  it('shows the worked example with its counts, what is too few, and the reconciling line', async () => {
    const { out, code } = await run('.', EXAMPLE);
    assert.equal(code, 0);
    assert.match(out, /^Funnel as of 2026-03-01$/m);
    assert.match(out, /^Prospecting +6 +83% of 6 +0 +3\.5 days$/m);
    assert.match(out, /^Needs analysis +5 +too few \(4\) +1 +€10,000 +too few \(4\)$/m);
    assert.match(
      out,
      /^Win rate +too few \(4\)\n +by value in EUR too few \(2 won, 2 lost\)\nCycle +too few \(2\)$/m,
    );
    assert.match(out, /^Velocity +too few \(4\)$/m);
    assert.match(out, /^6 files = 2 open \+ 2 won \+ 2 lost \+ 0 needs attention \+ 0 other notes$/m);
  });

  it('shows an empty pipeline as n/a, never as 0%', async () => {
    const { out, code } = await run('test/fixtures/worked-example', ['funnel', '--as-of', '2025-12-31']);
    assert.equal(code, 0);
    assert.match(out, /^Lead generation +0 +n\/a/m);
    assert.match(out, /^Win rate +n\/a$/m);
    assert.match(out, /^0 files = /m);
  });

  it('takes the deals back to the end of an earlier day', async () => {
    const report = await runJson<FunnelReport>(
      '.',
      'funnel',
      'test/fixtures/worked-example',
      '--as-of',
      '2026-01-31',
    );
    // Day 30: A entered Objections, B was won, C entered Proposal, D was lost on day 23, E entered Qualification.
    assert.deepEqual(report.files, { total: 6, open: 4, won: 1, lost: 1, needsAttention: 0, otherNotes: 0 });
    assert.deepEqual(
      report.stages.map(({ open }) => open.count),
      [0, 1, 1, 0, 1, 1, 0],
    );
  });
});
