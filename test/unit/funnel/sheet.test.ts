import assert from 'node:assert/strict';
import type { Deal } from '../../../src/core/deal/deal';
import type { DealFilter } from '../../../src/core/filter/table';
import { dealsBehind } from '../../../src/core/metrics/dealsBehind';
import { Pipeline } from '../../../src/core/pipeline/pipeline';
import { error } from '../../../src/core/problem';
import { DEFAULT_PROCESS, makeProcess } from '../../../src/core/process/process';
import { STAGE_IDS } from '../../../src/core/process/stages';
import { funnelSheet, questionFor } from '../../../src/funnel/sheet';
import { isFromPage } from '../../../src/shared/fromPage';
import { isToPage } from '../../../src/shared/toPage';
import { EVERYTHING } from '../../../src/shared/funnelQuestion';
import type { FunnelSheet } from '../../../src/shared/funnelSheet';
import { funnelSteps } from '../../../src/webview/conversion';
import { day, dealWith, makeDeal } from '../support/deals';
import { AS_OF, WORKED_EXAMPLE } from '../support/workedExample';
import { say as sayProcess } from '../../../src/core/process/say';

function pipelineOf(deals: readonly Deal[], process = DEFAULT_PROCESS): Pipeline {
  const pipeline = new Pipeline(process);
  for (const deal of deals) pipeline.set({ kind: 'deal', path: deal.path, deal, problems: [] });
  return pipeline;
}

function conversionsIn({ report, minSample }: FunnelSheet) {
  return funnelSteps(report, 'count', 'reached', minSample).flatMap(({ conversion }) => conversion ?? []);
}

describe('the sheet of the worked example', () => {
  const sheet = funnelSheet(pipelineOf(WORKED_EXAMPLE), EVERYTHING, AS_OF);

  it('has its figures', () => {
    assert.deepEqual(
      sheet.report.stages.map(({ reached, pending, lost }) => [reached, pending, lost]),
      [
        [6, 0, 0],
        [6, 0, 1],
        [5, 0, 0],
        [5, 1, 0],
        [4, 0, 1],
        [3, 1, 0],
        [2, 0, 0],
      ],
    );
    assert.deepEqual(sheet.report.open, {
      ...{ count: 2, value: { EUR: 30_000 }, weighted: { EUR: 18_000 } },
      stageNotKnown: 0,
    });
    assert.deepEqual(sheet.report.outcomes.won, { count: 2, value: { EUR: 18_000 } });
    assert.equal(sheet.report.winRate.count, 0.5);
    assert.equal(sheet.report.chain?.toFixed(3), '0.625');
  });

  it('has the team’s rule for what is too few', () => {
    assert.deepEqual(
      conversionsIn(sheet).map(({ wentOn, decided, isTooFew }) => [wentOn, decided, isTooFew]),
      [
        [6, 6, false],
        [5, 6, false],
        [5, 5, false],
        [4, 4, true],
        [3, 4, true],
        [2, 2, true],
        [2, 2, true],
      ],
    );
  });

  it('is a message that the page takes', () => {
    const message = { type: 'show', pipelines: [], content: { kind: 'sheet', sheet } };
    assert.ok(isToPage(JSON.parse(JSON.stringify(message))));
  });
});

describe('the sheet', () => {
  it('offers only what the page can ask for, however long the names in files are', () => {
    const names = ['dana', 'x'.repeat(1000), 'x'.repeat(1001), 'x'.repeat(1_000_000)];
    const deals = names.map((name, at) =>
      makeDeal({ path: `${at}.md`, owner: name, source: name, tags: [name] }),
    );
    const sheet = funnelSheet(pipelineOf(deals), EVERYTHING, AS_OF);
    const message = { type: 'show', pipelines: [], content: { kind: 'sheet', sheet } };
    assert.ok(isToPage(JSON.parse(JSON.stringify(message))));
    const { owner, source, tag } = sheet.choices;
    assert.deepEqual([owner.length, source.length, tag.length], [2, 2, 2]);
    for (const filter of [{ owner }, { source }, { tag }])
      assert.ok(isFromPage({ type: 'ask', asked: { ...EVERYTHING, filter } }));
  });

  it('asked for again finds what was added up for the same deals, and for no others', () => {
    const pipeline = pipelineOf(WORKED_EXAMPLE);
    const keyOf = (filter: DealFilter) => questionFor(pipeline, EVERYTHING, filter, AS_OF).filter;
    const [all, dana] = [keyOf({}), keyOf({ owner: ['dana'] })];
    assert.equal(keyOf({}), all);
    assert.equal(keyOf({ owner: ['dana'] }), dana);
    assert.deepEqual(keyOf({ owner: ['dana', 'tom'] }), { owner: ['dana', 'tom'] });
    const picked = (path: string) => ({ picked: { words: 'Lost', home: '', paths: new Set([path]) } });
    keyOf(picked('a.md'));
    assert.deepEqual(keyOf(picked('b.md')), picked('b.md'));
  });

  it('of no deals has nothing to divide by', () => {
    const sheet = funnelSheet(pipelineOf([]), EVERYTHING, AS_OF);
    assert.deepEqual(
      [sheet.report.chain, sheet.report.winRate.count, sheet.report.cycle.median],
      [null, null, null],
    );
    assert.ok(conversionsIn(sheet).every(({ rate, isTooFew }) => rate === null && !isTooFew));
  });

  it('names the stages as the team does, on one line and cut', () => {
    const label = `Offer\u202e\n${'very '.repeat(100)}long`;
    const process = makeProcess({ stages: { proposal: { label } } });
    const shown = funnelSheet(pipelineOf([], process), EVERYTHING, AS_OF).stages[4]!.label;
    assert.match(shown, /^Offer very .*…$/);
    assert.ok(shown.length <= 80);
  });

  it('lists fifty files that need attention, and counts them all', () => {
    const pipeline = pipelineOf([]);
    for (let i = 0; i < 60; i++) {
      const problem = error(
        'unknown-stage',
        sayProcess('noSuchStage', { name: 'x\nAt all', stages: ['Closing'] }),
        3,
      );
      pipeline.set({ kind: 'attention', path: `${i}.md`, title: `${i}`, problem });
    }
    const { attention, report } = funnelSheet(pipeline, EVERYTHING, AS_OF);
    assert.equal(attention.length, 50);
    assert.equal(report.files.needsAttention, 60);
    assert.deepEqual(attention[0], {
      path: '0.md',
      reason: 'There is no stage “x At all”. The stages are Closing.',
      line: 3,
    });
  });

  it('lists the most frequent reasons only', () => {
    const deals = Array.from({ length: 30 }, (_, i) =>
      makeDeal({ path: `${i}.md`, status: 'lost', lostReason: i < 10 ? 'price' : `reason ${i}` }),
    );
    const { reasons } = funnelSheet(pipelineOf(deals), EVERYTHING, AS_OF).report.outcomes.lost;
    assert.equal(reasons.length, 8);
    assert.deepEqual([reasons[0]!.reason, reasons[0]!.count], ['price', 10]);
  });

  it('counts what is to be done by its rules, however little of it the page draws', () => {
    const late = Array.from({ length: 300 }, (_, i) =>
      dealWith('L0', {
        path: `late-${i}.md`,
        nextStep: 'Call',
        nextStepOn: day(50),
        value: { amount: 10, currency: i % 3 ? 'EUR' : 'GBP' },
      }),
    );
    const due = dealWith('L0', { path: 'due.md', nextStep: 'Call', nextStepOn: AS_OF });
    const soon = Array.from({ length: 250 }, (_, i) =>
      dealWith('L58', {
        path: `soon-${i}.md`,
        nextStep: 'Call',
        nextStepOn: day(61),
        value: { amount: 2, currency: 'EUR' },
      }),
    );
    const { report, toDo, toCome } = funnelSheet(pipelineOf([...late, due, ...soon]), EVERYTHING, AS_OF);
    assert.deepEqual(toDo, {
      overdue: { count: 300, value: { EUR: 2000, GBP: 1000 } },
      due: { count: 1, value: {} },
    });
    assert.deepEqual(toCome, { count: 250, value: { EUR: 500 } });
    assert.ok(report.today.toDo.now.length < 300);
    assert.ok(report.today.toDo.next.length < 250);
  });
});

describe('how the open deals of each stage stand', () => {
  it('is counted over all of them, however few the page draws', () => {
    const deals = [
      ...Array.from({ length: 1600 }, (_, i) => dealWith('L0', { path: `${i}.md` })),
      makeDeal({ path: 'undated.md' }),
    ];
    const { report, standing } = funnelSheet(pipelineOf(deals), EVERYTHING, AS_OF);
    assert.equal(report.openDeals.length, 100);
    assert.deepEqual(standing[0], { stalled: 1600, unusual: 0, idle: 1600, undated: 1 });
    assert.deepEqual(standing[1], { stalled: 0, unusual: 0, idle: 0, undated: 0 });
  });

  it('is drawn evenly from the shortest stay to the longest where a stage is full, and whole in the others', () => {
    const full = Array.from({ length: 250 }, (_, i) =>
      makeDeal({ path: `full-${i}.md`, created: day(-30 - i) }),
    );
    const other = dealWith('L0 P58', { path: 'other.md' });
    const { report } = funnelSheet(pipelineOf([...full, other]), EVERYTHING, AS_OF);
    const days = report.openDeals.filter(({ stage }) => stage === 'lead-generation').map(({ days }) => days!);
    assert.equal(days.length, 100);
    assert.deepEqual([Math.min(...days), Math.max(...days)], [89, 338]);
    const sorted = days.toSorted((a, b) => a - b);
    assert.ok(sorted.every((one, k) => !k || (one > sorted[k - 1]! && one - sorted[k - 1]! <= 3)));
    assert.equal(report.openDeals.at(-1)!.path, 'other.md');
  });

  it('is as many as the deals behind each of these figures', () => {
    const { standing } = funnelSheet(pipelineOf(WORKED_EXAMPLE), EVERYTHING, AS_OF);
    for (const [k, stage] of STAGE_IDS.entries()) {
      for (const is of ['stalled', 'unusual', 'idle'] as const) {
        const question = questionFor(pipelineOf(WORKED_EXAMPLE), EVERYTHING, {}, AS_OF);
        const behind = dealsBehind({ kind: 'condition', is, stage }, question);
        assert.equal(standing[k]![is], behind.length, `${is} in ${stage}`);
      }
    }
  });
});
