import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays } from '../../../../src/core/calendar';
import { diagnose } from '../../../../src/core/deal/fixes/fixes';
import type { Wish } from '../../../../src/core/deal/transition';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { sentence, sentenceOf } from '../../../../src/words/sentence';
import { date, file } from '../../support/deals';
import { move, moved, TODAY } from '../../support/edits';
import { forAll } from '../../support/property';

const advance: Wish = { kind: 'advance' };
const back: Wish = { kind: 'back' };
const win: Wish = { kind: 'win' };
const reopen: Wish = { kind: 'reopen' };

describe('a move', () => {
  describe('on a day that a person has chosen', () => {
    const HISTORY = 'history:\n  - {on: 2026-03-01, stage: proposal}';
    const at = (text: string, day: string, wish: Wish = advance) =>
      move(text, wish, undefined, { today: TODAY, chosen: date(day) });

    for (const [what, text, day, wish, says] of [
      [
        'the history has',
        file(`title: A\nstage: proposal\n${HISTORY}`),
        '2026-02-28',
        advance,
        'The history of A has an entry for 2026-03-01, so it can’t be moved on 2026-02-28. Choose 2026-03-01 or a later day, or correct the file.',
      ],
      [
        'it was created on',
        file('title: A\nstage: proposal\ncreated: 2026-09-01'),
        '2026-08-31',
        win,
        'A was created on 2026-09-01, so it can’t be moved on 2026-08-31. Choose 2026-09-01 or a later day, or correct the file.',
      ],
      [
        'it was created on, after its history',
        file(`title: A\nstage: proposal\ncreated: 2026-03-02\n${HISTORY}`),
        '2026-03-01',
        win,
        'A was created on 2026-03-02, so it can’t be moved on 2026-03-01. Choose 2026-03-02 or a later day, or correct the file.',
      ],
      [
        'it was closed on',
        file('title: A\nstage: proposal\nstatus: won\nclosed_on: 2026-09-01'),
        '2026-08-31',
        reopen,
        'A was closed on 2026-09-01, so it can’t be moved on 2026-08-31. Choose 2026-09-01 or a later day, or correct the file.',
      ],
    ] as const)
      it(`is refused before the last that ${what}`, () => {
        const refusal = at(text, day, wish);
        assert.ok(!refusal.ok);
        assert.equal(sentenceOf(refusal.problem), says);
        assert.ok(at(text, '2026-09-01', wish).ok);
      });

    it('is taken whatever the file has of days that can’t be', () => {
      for (const text of [
        file('stage: proposal\ncreated: 2062-01-01'),
        file('stage: proposal\nhistory:\n  - {on: 2062-03-01, stage: proposal}'),
        file('stage: proposal\nclosed_on: 2026-11-19'),
      ])
        assert.ok(at(text, '2026-02-28').ok, text);
    });

    it('leaves no problem in the file that was not there', () => {
      const day = fc.integer({ min: 0, max: 20 }).map(days => addDays(date('2026-10-25'), days));
      const wish = fc.constantFrom<Wish>(advance, back, win, { kind: 'stop', reason: 'price' });
      forAll(
        fc.tuple(fc.option(day), fc.array(day, { maxLength: 3 }), day, wish),
        ([created, days, chosen, wanted]) => {
          const lines = days.toSorted().map(on => `\n  - {on: ${on}, stage: proposal}`);
          const text = file(
            `stage: proposal${created ? `\ncreated: ${created}` : ''}${lines.length ? `\nhistory:${lines.join('')}` : ''}`,
          );
          const transition = at(text, chosen, wanted);
          const isEarly = [...days, ...(created ? [created] : [])].some(known => chosen < known);
          assert.equal(transition.ok, !isEarly);
          if (!('edited' in transition)) return;
          const codes = (some: string) =>
            diagnose({ path: 'a.md', process: DEFAULT_PROCESS, today: TODAY, alike: [], text: some })
              .problems.map(({ code }) => code)
              .filter(code => /order|future|early|closed-before|mismatch/.test(code));
          assert.deepEqual(
            codes(transition.edited.text).filter(code => !codes(text).includes(code)),
            [],
          );
        },
      );
    });
  });

  it('today is dated like what was written further east, where it is tomorrow already', () => {
    for (const known of ['created: 2026-11-21', 'history:\n  - {on: 2026-11-21, stage: proposal}']) {
      const { text, warnings } = moved(file(`stage: proposal\n${known}`), win);
      assert.match(text, /closed_on: 2026-11-21/);
      assert.match(warnings.map(sentence).join(), /2026-11-21, so this move is dated the same day/);
    }
  });
});
