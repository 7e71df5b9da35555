import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { readProcess } from '../../../../src/core/process/processFile';
import { DEFAULT_VIEW, GROUPINGS, SORT_KEYS, viewAsItem } from '../../../../src/core/process/view';
import { assertProblem } from '../../support/deals';
import { anyFilter } from '../../support/filters';
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
    account: Nordhavel
    source: fair
    stage: proposal, closing
    from: 2026-01-01
    to: 2026-12-31
    min_value: 5000
    max_value: 90000.5
    overdue: true
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
            account: ['Nordhavel'],
            source: ['fair'],
            stage: ['proposal', 'closing'],
            from: '2026-01-01',
            to: '2026-12-31',
            minValue: 5000,
            maxValue: 90000.5,
            overdue: true,
          },
        },
      },
    ]);
  });

  for (const [text, code, line, words] of [
    ['views: {name: Mine}', 'wrong-type', 1, /a list of views/],
    ['views:\n  - {owner: dana}', 'wrong-type', 2, /a view with a `name`/],
    ['views:\n  - Mine', 'wrong-type', 2, /Expected a view.*, but found “Mine”/],
    ['views:\n  - {name: A}\n  - {name: A}', 'duplicate-key', 3, /two views “A”/],
    ['views:\n  - {name: A, sort: valeu}', 'wrong-type', 2, /Expected value, close_date/],
    ['views:\n  - {name: A, colour: red}', 'unknown-key', 2, /no setting “colour”/],
    ['views:\n  - {name: A, stage: offer}', 'wrong-type', 2, /lead-generation, prospecting/],
    ['views:\n  - {name: A, from: yesterday}', 'wrong-type', 2, /a date, such as/],
    ['views:\n  - {name: A, from: 2026-02-30}', 'invalid-date', 2, /no day 2026-02-30/],
    ['views:\n  - {name: A, min_value: much}', 'wrong-type', 2, /an amount, such as 5000/],
    ['views:\n  - {name: A, stalled: often}', 'wrong-type', 2, /true or false/],
    ['views:\n  - {name: A, status: pending}', 'wrong-type', 2, /open, won, lost/],
    ['views:\n  - {name: A, currency: [EUR, euro]}', 'wrong-type', 2, /currency codes/],
    ['views:\n  - {name: A, owner: [dana, [x]]}', 'wrong-type', 2, /a name or a list of names/],
    ['views:\n  - {name: A, owner: ~}', 'wrong-type', 2, /a name or a list of names/],
  ] as const) {
    it(`are told of, and the rest counts: ${JSON.stringify(text)}`, () => {
      const { problems } = readProcess(text);
      assert.equal(problems.length, 1);
      assertProblem(problems[0], code, line, words);
    });
  }

  it('are read again as they were saved', () => {
    const saved = fc.record({
      name: fc.constantFrom('dana', 'Mai Ling', '0042', 'true', 'a: b', '#x', 'Lee, Dana'),
      sort: fc.constantFrom(...SORT_KEYS),
      reversed: fc.boolean(),
      group: fc.constantFrom(...GROUPINGS),
      filter: anyFilter,
    });
    forAll(saved, ({ name, sort, reversed, group, filter }) => {
      const one = { name, view: { sort, reversed, group, filter } };
      const { process, problems } = readProcess(stringify({ views: [viewAsItem(one)] }));
      assert.deepEqual({ views: process.views, problems }, { views: [one], problems: [] });
    });
  });
});
