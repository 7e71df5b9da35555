import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { readProcess } from '../../../../src/core/process/processFile';
import {
  CLOSINGS,
  DEFAULT_VIEW,
  GROUPINGS,
  SORT_KEYS,
  viewAsItem,
  type SavedView,
} from '../../../../src/core/process/view';
import { assertProblem } from '../../support/deals';
import { forAll } from '../../support/property';

describe('the views of a team', () => {
  it('are read with all that they may say', () => {
    const { process, problems } = readProcess(`views:
  - {name: Mine, owner: dana}
  - name: Big ones in trouble
    group: close_month
    sort: days_in_stage
    reversed: true
    text: nord
    owner: [dana, marek]
    tag: hardware, renewal
    status: [open, won]
    currency: eur
    stalled: true
    idle: true
    no_next_step: true
    closing: quarter
    archived: true
`);
    assert.deepEqual(problems, []);
    assert.deepEqual(process.views, [
      { name: 'Mine', view: { ...DEFAULT_VIEW, filter: { owner: ['dana'] } } },
      {
        name: 'Big ones in trouble',
        view: {
          group: 'close_month',
          sort: 'days_in_stage',
          reversed: true,
          filter: {
            text: 'nord',
            owner: ['dana', 'marek'],
            tag: ['hardware', 'renewal'],
            status: ['open', 'won'],
            currency: ['EUR'],
            stalled: true,
            idle: true,
            noNextStep: true,
            closing: 'quarter',
            archived: true,
          },
        },
      },
    ]);
  });

  for (const [text, code, line, words] of [
    ['views: {name: Mine}', 'wrong-type', 1, /a list of views/],
    ['views:\n  - {owner: dana}', 'wrong-type', 2, /a view with a `name`/],
    ['views:\n  - Mine', 'wrong-type', 2, /“Mine”; expected is a view/],
    ['views:\n  - {name: A}\n  - {name: A}', 'duplicate-key', 3, /two views “A”/],
    ['views:\n  - {name: A, sort: valeu}', 'wrong-type', 2, /one of value, close_date/],
    ['views:\n  - {name: A, stage: proposal}', 'unknown-key', 2, /no setting “stage”/],
    ['views:\n  - {name: A, stalled: often}', 'wrong-type', 2, /true or false/],
    ['views:\n  - {name: A, status: pending}', 'wrong-type', 2, /open, won, lost/],
    ['views:\n  - {name: A, currency: [EUR, euro]}', 'wrong-type', 2, /currency codes/],
    ['views:\n  - {name: A, owner: [dana, [x]]}', 'wrong-type', 2, /a name, or a list of names/],
    ['views:\n  - {name: A, owner: ~}', 'wrong-type', 2, /a name, or a list of names/],
  ] as const) {
    it(`are told of, and the rest counts: ${JSON.stringify(text)}`, () => {
      const { problems } = readProcess(text);
      assert.equal(problems.length, 1);
      assertProblem(problems[0], code, line, words);
    });
  }

  it('are read again as they were saved', () => {
    const name = fc.constantFrom('dana', 'Mai Ling', '0042', 'true', 'a: b', '#x', 'Lee, Dana');
    const names = fc.option(fc.uniqueArray(name, { minLength: 1, maxLength: 3 }), { nil: undefined });
    const flag = fc.constantFrom(true, undefined);
    const saved: fc.Arbitrary<SavedView> = fc
      .record({
        name,
        view: fc.record({
          sort: fc.constantFrom(...SORT_KEYS),
          reversed: fc.boolean(),
          group: fc.constantFrom(...GROUPINGS),
          filter: fc.record({
            text: fc.constantFrom('nord', undefined),
            owner: names,
            tag: names,
            status: fc.constantFrom(['open'] as const, ['won', 'lost'] as const, undefined),
            currency: fc.constantFrom(['EUR'], undefined),
            stalled: flag,
            idle: flag,
            noNextStep: flag,
            closing: fc.constantFrom(...CLOSINGS, undefined),
            archived: flag,
          }),
        }),
      })
      .map(one => JSON.parse(JSON.stringify(one)) as SavedView);
    forAll(saved, one => {
      const { process, problems } = readProcess(stringify({ views: [viewAsItem(one)] }));
      assert.deepEqual({ views: process.views, problems }, { views: [one], problems: [] });
    });
  });
});
