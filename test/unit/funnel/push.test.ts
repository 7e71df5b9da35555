import assert from 'node:assert/strict';
import fc from 'fast-check';
import { expectation, type WhatIfBase } from '../../../src/core/metrics/whatIf';
import { makeReport } from '../../../src/core/metrics/report';
import { DEFAULT_PROCESS } from '../../../src/core/process/process';
import { STAGE_IDS } from '../../../src/core/process/stages';
import {
  flowOf,
  isChanged,
  weakSteps,
  withEntries,
  withStage,
} from '../../../src/webview/parts/push/changes';
import { dialFor, PERCENT, positionOf, turned } from '../../../src/webview/parts/push/dial';
import { resultsOf } from '../../../src/webview/parts/push/expected';
import { rankStages } from '../../../src/webview/parts/push/rank';
import { bestStep } from '../../../src/webview/parts/push/whichStep';
import { moreDealsIn, type ExpectedFigure } from '../../../src/words/en/page/push';
import { formatsIn } from '../../../src/words/formats';
import { pageWords } from '../../../src/words/page';
import { dealWith } from '../support/deals';
import { forAll } from '../support/property';
import { AS_OF, WORKED_EXAMPLE } from '../support/workedExample';

const FILES = { needsAttention: 0, otherNotes: 0 };

function baseOf(deals = WORKED_EXAMPLE): WhatIfBase {
  return makeReport({ deals, files: FILES, process: DEFAULT_PROCESS, asOf: AS_OF }).whatIf;
}

describe('the order of the stages that hold back most', () => {
  const ranked = [
    { stage: 'needs-analysis', figure: 4, n: 9, seen: 4 },
    { stage: 'proposal', figure: 3, n: 2, seen: 2 },
    { stage: 'closing', figure: 2, n: 9, seen: 9 },
    { stage: 'prospecting', figure: 2, n: 5, seen: 5 },
    { stage: 'qualification', figure: 1, n: 5, seen: 5 },
    { stage: 'negotiation', figure: 0, n: 0, seen: 0 },
  ] as const;

  it('has the worst first, then what rests on too few, then what is not known', () => {
    assert.deepEqual(
      rankStages(ranked, 5).map(({ stage, figure, n }) => [stage, figure, n]),
      [
        ['closing', 2, 9],
        ['prospecting', 2, 5],
        ['qualification', 1, 5],
        ['needs-analysis', null, 9],
        ['proposal', null, 2],
        ['lead-generation', null, null],
        ['negotiation', null, null],
      ],
    );
  });

  it('marks all that are equally bad, and none where nothing is', () => {
    const worst = (of: Parameters<typeof rankStages>[0]) =>
      rankStages(of, 5).flatMap(({ isWorst, stage }) => (isWorst ? [stage] : []));
    assert.deepEqual(worst(ranked), ['closing', 'prospecting']);
    assert.deepEqual(worst([{ stage: 'closing', figure: 0, n: 9, seen: 9 }]), []);
  });
});

describe('a slider', () => {
  const size = fc.oneof(fc.constant(0), fc.double({ min: 1e-4, max: 1e9, noNaN: true }));

  it('has a round end with room above, and some dozens of steps', () => {
    forAll(size, largest => {
      const { max, step } = dialFor(largest);
      assert.ok(max >= largest * 2 && max / step >= 10 && max / step <= 101, `${max} by ${step}`);
    });
  });

  it('stands on a step within its ends, and at its place assumes nothing', () => {
    forAll(
      fc.record({ largest: size, share: fc.double({ min: 0, max: 1, noNaN: true }) }),
      ({ largest, share }) => {
        const dial = { was: largest * share, wanted: undefined, ...dialFor(largest) };
        const at = positionOf(dial);
        assert.ok(at >= 0 && at <= dial.max);
        assert.ok(Math.abs(at - dial.was) <= dial.step / 2 + 1e-6 * dial.max);
        assert.equal(turned(dial, at), undefined);
      },
    );
  });

  it('assumes what it is turned to; where nothing is known, also the middle', () => {
    const dial = { was: 97.2, wanted: undefined, ...PERCENT };
    assert.equal(positionOf(dial), 97);
    assert.equal(turned(dial, 98), 98);
    const unknown = { was: null, wanted: undefined, ...PERCENT };
    assert.equal(positionOf(unknown), 50);
    assert.equal(turned(unknown, 50), 50);
  });
});

describe('what is assumed', () => {
  const step = fc.record({
    key: fc.constantFrom('conversion' as const, 'stay' as const),
    stage: fc.constantFrom(...STAGE_IDS),
    value: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
  });

  it('is nothing again when each of it is taken back', () => {
    forAll(fc.array(step), steps => {
      let change = withEntries({}, 1);
      for (const { key, stage, value } of steps) change = withStage(change, key, stage, value);
      for (const { key, stage } of steps) change = withStage(change, key, stage, undefined);
      assert.equal(isChanged(change), true);
      assert.deepEqual(withEntries(change, undefined), {});
    });
  });

  it('lets as many deals through to the win as the model expects', () => {
    forAll(
      fc.array(step),
      steps => {
        const base = baseOf();
        let change = {};
        for (const { key, stage, value } of steps) change = withStage(change, key, stage, value);
        const perDay = flowOf(base, change).at(-1)! / (365.2425 / 12);
        assert.ok(Math.abs(perDay - expectation(base, change).winsPerDay!) < 1e-9);
      },
      30,
    );
  });

  it('stands for itself, however few deals were there before', () => {
    const base = baseOf();
    assert.deepEqual(weakSteps(base, {}, 5), ['needs-analysis', 'proposal', 'negotiation', 'closing']);
    const change = withStage({}, 'conversion', 'closing', 0.5);
    assert.deepEqual(weakSteps(base, change, 5), ['needs-analysis', 'proposal', 'negotiation']);
  });
});

describe('what is to be expected', () => {
  it('is told as too little where its cases are too few', () => {
    const told = resultsOf(baseOf(), {}, 4).map(({ kind, n, isTooFew }) => [kind, n, isTooFew]);
    assert.deepEqual(told, [
      ['wins', 2, true],
      ['value', 2, true],
      ['velocity', 2, true],
      ['cycle', 2, true],
      ['winRate', 4, false],
    ]);
  });
});

describe('which step pays most', () => {
  const deals = (...histories: string[]) =>
    histories.map((history, k) => dealWith(history, { path: `${k}.md` }));
  const through = 'L0 P1 Q2 N3 R4 O5 C6 won9';

  it('is the one that needs the fewest deals, of those with enough cases', () => {
    const all = bestStep(baseOf(), 1);
    assert.ok(all.kind === 'step');
    assert.deepEqual([all.payoff.stage, all.uncertain, all.equals], ['proposal', [], 1]);
    const enough = bestStep(baseOf(), 5);
    assert.ok(enough.kind === 'step');
    assert.deepEqual(
      [enough.payoff.stage, enough.uncertain, enough.equals],
      ['prospecting', ['proposal'], 0],
    );
  });

  it('cannot be told where the chain is not known, is broken, loses nobody, or rests on too few', () => {
    const best = (minSample: number, ...histories: string[]) =>
      bestStep(baseOf(deals(...histories)), minSample);
    assert.deepEqual(best(1), { kind: 'noDays' });
    assert.equal(best(1, 'L0 P1').kind, 'unknown');
    assert.deepEqual(best(1, 'L0 P1 Q2 N3 R4 O5 C6 lost9'), { kind: 'blocked', stages: ['closing'] });
    assert.deepEqual(best(1, through), { kind: 'noLoss' });
    assert.deepEqual(best(5, through, 'L0 lost3'), { kind: 'tooFew' });
    // Six were decided in a stage that one of them was ever in.
    const past = Array.from({ length: 5 }, () => 'L0 P1 Q2 N3 O5 C6 won9');
    assert.deepEqual(best(2, ...past, 'L0 P1 Q2 N3 R4 lost9'), { kind: 'tooFew' });
    assert.equal(best(1, ...past, 'L0 P1 Q2 N3 R4 lost9').kind, 'step');
  });
});

const { whatIf } = pageWords('en', formatsIn('en')).push;

describe('the words of what if', () => {
  it('tell more deals by a time in which there is at least one', () => {
    assert.deepEqual([0.1, 0.01, 0.001].map(moreDealsIn(formatsIn('en').number)), [
      ...['3 more deals per month', '3.7 more deals per year', '1 more deal in 2.7 years'],
    ]);
  });

  it('tell a difference of rates in points, and others with their share', () => {
    const results = [
      { kind: 'winRate', before: 0.5, after: 0.55 },
      { kind: 'wins', before: 2, after: 1 },
      { kind: 'cycle', before: 100, after: 90 },
      { kind: 'wins', before: 0, after: 1 },
      { kind: 'wins', before: null, after: 1 },
      { kind: 'wins', before: 1, after: 1 },
    ] as const;
    assert.deepEqual(results.map(whatIf.difference), [
      ...['+5 points', '−1 (−50%)', '−10 days (−10%)', '+1', '', ''],
    ]);
  });

  it('keep small numbers readable', () => {
    const results: [ExpectedFigure, number | null][] = [
      [{ kind: 'wins' }, 0.0384],
      [{ kind: 'wins' }, 12.34],
      [{ kind: 'value', currency: 'EUR' }, 1234.5],
      [{ kind: 'cycle' }, null],
    ];
    assert.deepEqual(
      results.map(([kind, of]) => whatIf.result(kind, of)),
      [...['0.038', '12.3', '€1,235', 'n/a']],
    );
  });
});
