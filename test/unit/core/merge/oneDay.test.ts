import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sidesOf } from '../../../../src/core/frontMatter/conflict';
import { mergeDeal } from '../../../../src/core/merge/mergeDeal';
import { answered, resolutionOf } from '../../../../src/core/merge/resolve/resolution';
import { assertEnough, forAll } from '../../support/property';

const STAGES = ['qualification', 'proposal', 'negotiation'];

interface Place {
  readonly stage: string;
  readonly status: string;
  readonly history: readonly string[];
}

/** A deal that was moved and closed as far as it could be: each number chooses one of what can be done next. */
function worked(start: Place, choices: readonly (readonly [choice: number, isNextDay: boolean])[]): Place {
  let [place, day] = [start, 11];
  for (const [choice, isNextDay] of choices) {
    if (isNextDay) day++;
    const { stage, status, history } = place;
    const on = (what: string) => [...history, `  - {on: 2026-01-${day}, ${what}}`];
    const moves = STAGES.filter(one => one !== stage).map(one => ({
      ...{ stage: one, status, history: on(`stage: ${one}`) },
    }));
    const to = (one: string) => ({ stage, status: one, history: on(`status: ${one}`) });
    const all = status === 'open' ? [...moves, to('won'), to('lost')] : [to('open')];
    place = all[choice % all.length]!;
  }
  return place;
}

const written = ({ stage, status, history }: Place) =>
  `---\nstage: ${stage}\nstatus: ${status}\nhistory:\n${history.join('\n')}\n---\n`;

function placeIn(text: string): Place {
  const value = (key: string) => new RegExp(`^${key}: (.*)$`, 'm').exec(text)![1]!;
  return { stage: value('stage'), status: value('status'), history: text.match(/^ {2}- .*$/gm)! };
}

/** Where the history of a deal leads, and whether it goes on after an outcome. */
function led({ history }: Place): { stage: string; status: string; goesOnClosed: boolean } {
  let [stage, status, goesOnClosed] = ['', 'open', false];
  for (const line of history) {
    const [, key, value] = /(stage|status): ([a-z]+)/.exec(line)!;
    if (key === 'status') status = value!;
    else [stage, goesOnClosed] = [value!, goesOnClosed || status !== 'open'];
  }
  return { stage, status, goesOnClosed };
}

const choices = (most: number, isNextDay: fc.Arbitrary<boolean>) =>
  fc.array(fc.tuple(fc.nat(11), isNextDay), { maxLength: most });
const start: Place = {
  ...{ stage: 'qualification', status: 'open' },
  history: ['  - {on: 2026-01-02, stage: qualification}'],
};
/** What was done before, by one; then by both alike; then by each. Mostly of one day, and so the same lines come often. */
const courses = fc
  .record({
    before: choices(2, fc.constant(false)),
    mine: choices(
      5,
      fc.nat(5).map(one => one === 0),
    ),
    others: choices(
      5,
      fc.nat(5).map(one => one === 0),
    ),
  })
  .map(({ before, mine, others }) => {
    const base = worked(start, before);
    return { base, ours: worked(base, mine), theirs: worked(base, others) };
  });

describe('moves and outcomes of one day on both sides', () => {
  it('leave histories that lead to where the deal stands, with either side taken, and a side that is taken as it was', () => {
    let [told, shared] = [0, 0];
    forAll(
      courses,
      ({ base, ours, theirs }) => {
        const texts = { base: written(base), ours: written(ours), theirs: written(theirs) };
        const merged = mergeDeal(texts, { markers: { withBase: true } });
        assert.ok(merged.kind === 'merged');
        const sides = sidesOf(merged.text);
        for (const one of sides ? [sides.ours.text, sides.theirs.text] : [merged.text]) {
          const { stage, status } = placeIn(one);
          assert.deepEqual(led(placeIn(one)), { stage, status, goesOnClosed: false }, merged.text);
        }
        if (!sides || !merged.conflicts.some(({ keys }) => keys.includes('history'))) return;
        told++;
        const news = ours.history.slice(base.history.length);
        if (theirs.history.slice(base.history.length).some(line => news.includes(line))) shared++;
        assert.deepEqual(placeIn(sides.ours.text), ours, merged.text);
        assert.deepEqual(placeIn(sides.theirs.text), theirs, merged.text);
        const was = placeIn(sides.base!.text).history.slice(0, base.history.length);
        assert.deepEqual(was, base.history, merged.text);
        const kept = resolutionOf(merged.text, texts)!;
        assert.equal(kept.questions.length, 1);
        assert.deepEqual(placeIn(answered(kept, ['theirs'])), theirs, merged.text);
      },
      1000,
    );
    assertEnough(told, 100);
    assertEnough(shared, 30);
  });
});
