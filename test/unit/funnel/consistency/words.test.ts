import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wilsonInterval } from '../../../../src/core/metrics/statistics';
import type { Fate } from '../../../../src/core/metrics/fate';
import { journeyOf } from '../../../../src/core/metrics/journey';
import { STAGE_IDS, STAGES, type StageId } from '../../../../src/core/process/stages';
import { glyphOf } from '../../../../src/webview/parts/consistency/glyph';
import { leaders } from '../../../../src/webview/parts/consistency/leaders';
import { turnsOf, variantWords } from '../../../../src/webview/parts/consistency/variantWords';
import { compareFates } from '../../../../src/webview/parts/consistency/verdict';
import { formatsIn } from '../../../../src/words/formats';
import { pageWords } from '../../../../src/words/page';
import { dealWith, stageAt } from '../../support/deals';
import { AS_OF } from '../../support/workedExample';
import { forAll } from '../../support/property';

const stagesOf = (letters: string) => [...letters].map(stageAt);
const wordsOf = (letters: string) =>
  variantWords(
    stagesOf(letters),
    id => STAGES.find(stage => stage.id === id)!.label,
    pageWords('en', formatsIn('en')).consistency.variants,
  );

/** As a deal can go: never from a stage to itself. */
const ways = fc
  .array(fc.constantFrom(...STAGE_IDS), { minLength: 1, maxLength: 12 })
  .map(stages => stages.filter((stage, k) => stage !== stages[k - 1]) as StageId[]);

describe('the words for a way through the stages', () => {
  for (const [letters, words] of [
    ['LPQNROC', 'Stepwise through all seven'],
    ['L', 'Lead generation only'],
    ['LPQ', 'Stepwise to Qualification'],
    ['Q', 'Starts at Qualification; reached Qualification'],
    ['LPNR', 'Skips Qualification; reached Proposal'],
    ['LPRO', 'Skips Qualification and Needs analysis; reached Objections and negotiations'],
    ['LPQNRN', 'Back from Proposal to Needs analysis; reached Needs analysis'],
  ] as const) {
    it(`of ${letters}: ${words}`, () => assert.equal(wordsOf(letters), words));
  }

  it('name a skip and a move back for each one that the figures count', () =>
    forAll(ways, stages => {
      const letters = stages.map((stage, k) => `${'LPQNROC'[STAGE_IDS.indexOf(stage)]}${k}`);
      const { moves } = journeyOf(dealWith(letters.join(' ')), AS_OF);
      const turns = turnsOf(stages);
      for (const [kind, move] of [
        ['skips', 'skip'],
        ['back', 'back'],
      ] as const) {
        assert.equal(
          turns.filter(turn => turn.kind === kind).length,
          moves.filter(one => one === move).length,
        );
      }
      assert.equal(
        turns.some(({ kind }) => kind === 'begins'),
        stages[0] !== STAGE_IDS[0],
      );
    }));
});

describe('a way in small', () => {
  it('has seven dots, and a ring about a stage that was entered twice', () => {
    const { dots, lines } = glyphOf(stagesOf('LPQNRNR'));
    assert.deepEqual(
      dots.map(({ times }) => times),
      [1, 1, 1, 2, 2, 0, 0],
    );
    assert.deepEqual(
      lines.map(({ kind }) => kind),
      ['step', 'step', 'step', 'step', 'back'],
    );
  });
});

describe('the fate of deals that left the path', () => {
  const fate = (won: number, lost: number): Fate => ({
    ...{ n: won + lost, won, lost, open: 0, winRate: won / (won + lost) },
    interval: wilsonInterval(won, won + lost),
  });

  it('is not compared where too few are decided, on either side', () => {
    assert.equal(compareFates(fate(4, 0), fate(50, 50), 5), 'tooFew');
    assert.equal(compareFates(fate(50, 50), fate(0, 4), 5), 'tooFew');
    assert.equal(compareFates(fate(0, 0), fate(50, 50), 0), 'tooFew');
  });

  it('is alike where the intervals meet, and else better or worse', () => {
    assert.equal(compareFates(fate(6, 4), fate(5, 5), 5), 'alike');
    assert.equal(compareFates(fate(90, 10), fate(30, 70), 5), 'higher');
    assert.equal(compareFates(fate(3, 97), fate(30, 70), 5), 'lower');
  });
});

describe('what stands out', () => {
  it('is the first, or two that share it; never a crowd, and never nothing', () => {
    const of = (...counts: number[]) => leaders(counts, count => count);
    assert.deepEqual(of(1, 3, 2), [3]);
    assert.deepEqual(of(3, 3, 2), [3, 3]);
    assert.deepEqual(of(1, 1, 1), []);
    assert.deepEqual(of(0), []);
    assert.deepEqual(of(), []);
  });
});
