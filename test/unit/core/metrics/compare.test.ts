import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Deal } from '../../../../src/core/deal/deal';
import { compareReports, type Comparison } from '../../../../src/core/metrics/compare';
import { makeReport } from '../../../../src/core/metrics/report';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { STAGE_IDS } from '../../../../src/core/process/stages';
import { dealWith } from '../../support/deals';
import { anyPipeline } from '../../support/pipelines';
import { forAll } from '../../support/property';
import { AS_OF, workedExample } from '../../support/workedExample';

const reportOf = (deals: readonly Deal[]) =>
  makeReport({
    ...{ deals, asOf: AS_OF, process: DEFAULT_PROCESS },
    files: { needsAttention: 0, otherNotes: 0 },
  });

const compare = (left: readonly Deal[], right: readonly Deal[], minSample = 5) =>
  compareReports(reportOf(left), reportOf(right), minSample);

const minus = (a: number | null, b: number | null) => (a === null || b === null ? null : a - b);

describe('two reports side by side', () => {
  it('have the win rate, the conversion of each stage, the cycle and the stays of each stage', () => {
    forAll(
      fc.tuple(anyPipeline, anyPipeline),
      ([left, right]) => {
        const { rates, times } = compare(left, right);
        const [a, b] = [reportOf(left), reportOf(right)];
        assert.deepEqual(
          rates.map(({ figure, stage }) => [figure, stage]),
          [['winRate', null], ...STAGE_IDS.map(stage => ['conversion', stage])],
        );
        assert.deepEqual(
          times.map(({ figure, stage }) => [figure, stage]),
          [['cycle', null], ...STAGE_IDS.map(stage => ['stay', stage])],
        );
        for (const [side, report] of [['left', a] as const, ['right', b] as const]) {
          const { winRate, files, stages, cycle, headline } = report;
          assert.deepEqual(
            rates.map(one => one[side]),
            [
              {
                rate: winRate.count,
                n: files.won + files.lost,
                seen: files.won + files.lost,
                interval: winRate.interval,
              },
              ...stages.map(({ conversion, n, touched, interval }) => ({
                ...{ rate: conversion, n, interval },
                seen: Math.min(n, touched),
              })),
            ],
          );
          assert.deepEqual(
            times.map(one => one[side]),
            [
              { median: cycle.median, n: headline.now.cycle.n },
              ...stages.map(({ stays: { median, completed, open, kaplanMeierMedian } }) => ({
                ...{ median, n: completed },
                ...(open > 0 &&
                  median !== null &&
                  median !== kaplanMeierMedian && { withOpen: kaplanMeierMedian }),
              })),
            ],
          );
        }
        const isEnough = (one: number, other: number) => one >= 5 && other >= 5;
        for (const { left, right, difference } of rates)
          assert.equal(difference, isEnough(left.seen, right.seen) ? minus(right.rate, left.rate) : null);
        for (const { left, right, difference } of times)
          assert.equal(difference, isEnough(left.n, right.n) ? minus(right.median, left.median) : null);
      },
      200,
    );
  });

  it('of the worked example and its won deals differ by what was lost and what is open', () => {
    const { rates, times } = compare(workedExample(), workedExample().slice(0, 2), 1);
    assert.deepEqual(
      rates.map(({ difference }) => difference && +difference.toFixed(4)),
      [0.5, 0, 0.1667, 0, 0, 0.25, 0, 0],
    );
    assert.deepEqual(
      times.map(({ difference }) => difference),
      // A and B: L 2 4, P 3 2, Q 5 10, N 10, R 10 10, O 8, C 2 4.
      [0, -0.5, -1, -0.5, 1, 2, 0, 0],
    );
  });

  it('have no difference where one of them rests on too few deals', () => {
    const won = (count: number) =>
      Array.from({ length: count }, (_, k) => dealWith('L0 P2 won9', { path: `${k}.md` }));
    const differing = ({ rates, times }: Comparison) =>
      [...rates, ...times].flatMap(({ figure, stage, difference }) =>
        difference === null ? [] : [stage ?? figure],
      );
    const all = ['winRate', 'lead-generation', 'prospecting', 'cycle', 'lead-generation', 'prospecting'];
    assert.deepEqual(differing(compare(won(5), won(5))).slice(0, 3), all.slice(0, 3));
    assert.deepEqual(differing(compare(won(5), won(5))).slice(-3), all.slice(-3));
    assert.deepEqual(differing(compare(won(4), won(5))), []);
    assert.deepEqual(differing(compare(won(5), won(4))), []);
  });

  it('have no difference in a stage that few of the deals were ever in', () => {
    const through = (count: number) =>
      Array.from({ length: 5 }, (_, k) =>
        dealWith(k < count ? 'L0 P1 Q2 won9' : 'L0 Q2 won9', { path: `${k}.md` }),
      );
    const inProspecting = (comparison: Comparison) =>
      comparison.rates.find(({ stage }) => stage === 'prospecting')!;
    assert.equal(inProspecting(compare(through(5), through(5))).difference, 0);
    assert.equal(inProspecting(compare(through(4), through(5))).difference, null);
    assert.equal(inProspecting(compare(through(5), through(4))).clear, false);
  });

  it('have no difference where one of them has no figure', () => {
    const won = [dealWith('L0 P2 won9')];
    for (const { rates, times } of [compare(won, [], 0), compare([], won, 0), compare([], [], 0)]) {
      assert.ok([...rates, ...times].every(({ difference }) => difference === null));
    }
  });

  it('differ as clearly from either side', () => {
    const all = (outcome: string, count: number) =>
      Array.from({ length: count }, (_, k) => dealWith(`L0 ${outcome}9`, { path: `${k}.md` }));
    const clear = ({ rates }: Comparison) =>
      rates.flatMap(({ figure, stage, clear }) => (clear ? [stage ?? figure] : []));
    // Who wins all gets all through the first stage, and through those behind it, where nobody else comes.
    assert.deepEqual(clear(compare(all('won', 8), all('lost', 8))), ['winRate', 'lead-generation']);
    assert.deepEqual(clear(compare(all('lost', 8), all('won', 8))), ['winRate', 'lead-generation']);
    assert.deepEqual(clear(compare(all('won', 8), all('won', 8))), []);
    assert.deepEqual(clear(compare(all('won', 8), [], 0)), []);
    assert.deepEqual(clear(compare([], all('won', 8), 0)), []);
  });
});
