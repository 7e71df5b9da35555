import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays } from '../../../src/core/calendar';
import type { ToDoReason } from '../../../src/core/metrics/today/whatToDo';
import { agendaParts } from '../../../src/words/day';
import { reportWords } from '../../../src/words/report';
import { saidNeeds } from '../../../src/words/needs';
import { makeReport } from '../../../src/core/metrics/report';
import { DEFAULT_PROCESS } from '../../../src/core/process/process';
import { STAGES } from '../../../src/core/process/stages';
import { formatsIn } from '../../../src/words/formats';
import { joined, mixed, type Mixed } from '../../../src/words/mixed';
import { pageWords } from '../../../src/words/page';
import { pluralIn } from '../../../src/words/plural';
import { forAll } from '../support/property';
import { AS_OF, WORKED_EXAMPLE } from '../support/workedExample';
import { date, dealWith } from '../support/deals';

const english = pageWords('en', formatsIn('en'));

describe('a sentence with parts that are no text', () => {
  const parts = fc.array(fc.oneof(fc.string(), fc.integer()), { maxLength: 4 });

  it('has its texts and parts in their order, and nothing that is empty', () =>
    forAll(fc.tuple(parts, parts), ([a, b]) => {
      const inner: Mixed<number> = mixed<number>`(${a as Mixed<number>})`;
      const all = mixed<number>`from ${inner} to ${b as Mixed<number>}`;
      assert.equal(all.join(''), `from (${a.join('')}) to ${b.join('')}`);
      assert.ok(!all.includes(''));
      const numbers = (of: readonly unknown[]) => of.filter(part => typeof part === 'number');
      assert.deepEqual(numbers(all), numbers([...a, ...b]));
    }));

  it('is joined to others by what stands between them', () => {
    assert.deepEqual(joined([[1], ['two', 2], [3]], ', ').join(''), '1, two2, 3');
    assert.deepEqual(joined([], ', '), []);
  });
});

describe('plurals', () => {
  it('follow what is shown: with one decimal at most', () => {
    const plural = pluralIn('en');
    const word = (n: number) => plural(n, { one: 'day', other: 'days' });
    assert.deepEqual([0, 1, 1.04, 1.5, 2].map(word), ['days', 'day', 'day', 'days', 'days']);
  });

  it('fall back on the form for all others', () => {
    assert.equal(pluralIn('pl')(3, { one: 'dzień', other: 'dni' }), 'dni');
  });
});

describe('numbers on the page', () => {
  const { say } = english;

  it('are whole, of one decimal, or of two digits where they are small', () => {
    assert.deepEqual(
      [say.count(1200), say.number(3.456), say.anySize(0.0384), say.anySize(-12.34), say.rate(null)],
      ['1,200', '3.5', '0.038', '-12.3', 'n/a'],
    );
    assert.deepEqual(
      [say.rateOf(0.5, 4, 5), say.rateOf(0.5, 5, 5), say.rateOf(null, 0, 5)],
      ['too few', '50%', 'n/a'],
    );
    assert.deepEqual([say.signed(2.5), say.signed(-2.5), say.signed(0)], ['+2.5', '−2.5', '0']);
    assert.deepEqual([say.times(1), say.times(2)], ['once', '2 times']);
  });

  it('have a currency, also in little room, or none where they have none', () => {
    assert.deepEqual(
      [say.amount(48_000, 'EUR'), say.shortAmount(1_234_000, 'EUR'), say.shortAmount(1_234_000, 'XXX')],
      ['€48,000', '€1.2M', '1.2M'],
    );
  });

  it('are months and quarters', () => {
    assert.deepEqual([say.period('2026-11'), say.period('2026-Q4')], ['Nov 2026', 'Q4 2026']);
  });

  it('are written as in the language of the reader, with our words', () => {
    const { say: german } = pageWords('en', formatsIn('de'));
    assert.deepEqual([german.some(1200, { one: 'deal', other: 'deals' })], ['1.200 deals']);
  });
});

describe('why something is to be done about a deal', () => {
  const { reason, when } = english.today.todo;

  it('is said in a few words', () => {
    const on = AS_OF;
    const ids = ['a', 'b'];
    const reasons: readonly ToDoReason[] = [
      { kind: 'stalled', days: 47, limit: 21 },
      { kind: 'unusual', days: 47, p90: 35, n: 21 },
      { kind: 'idle', days: 30, limit: 14 },
      { kind: 'noNextStep' },
      { kind: 'nextStepOverdue', on, days: 3 },
      { kind: 'nextStepDue', on },
      { kind: 'todoOverdue', on, days: 3 },
      { kind: 'todoDue', on },
      { kind: 'closeDatePassed', on, days: 3 },
      { kind: 'closeDateNear', on, days: 3, ids: ['a'] },
      { kind: 'pushed', times: 2 },
      { kind: 'criteriaOpen', ids },
    ];
    assert.deepEqual(
      saidNeeds(reasons).map(one => reason(one, AS_OF)),
      [
        '47 d in stage, limit 21',
        'no activity for 30 d',
        'no next step',
        'next step overdue since 1 Mar',
        'next step due today',
        'to-do overdue since 1 Mar',
        'to-do due today',
        'close date passed: 1 Mar',
        'closes on 1 Mar',
        'close date pushed 2 times',
        '2 criteria open',
      ],
    );
  });

  it('has one name for a rule on the page, in the agenda and on the command line', () => {
    const { today } = reportWords('en');
    const { overdue, today: due, none, week } = agendaParts('en');
    const { rules, next } = english.today.todo;
    assert.deepEqual([rules, next], [today.rules, today.next]);
    assert.deepEqual([rules.overdue, rules.due, rules.no_next_step, next], [overdue, due, none, week]);
  });

  it('begins with when: so many days late, today, a day, or nothing', () => {
    const today = AS_OF;
    const due = (days: number) => when(addDays(today, days), -days, today);
    assert.deepEqual(
      [due(-37), due(0), due(2), when(null, null, today)],
      ['37 d late', 'today', '3 Mar', '–'],
    );
  });
});

describe('the definitions', () => {
  const report = makeReport({
    deals: WORKED_EXAMPLE,
    files: { needsAttention: 0, otherNotes: 0 },
    process: DEFAULT_PROCESS,
    asOf: AS_OF,
    against: 'month',
  });
  const stages = STAGES.map(({ id: stage, label, purpose }) => ({ stage, label, purpose, stalledAfter: 21 }));
  const definitions = english.definitions({ report, stages, minSample: 5 });

  it('are sentences, each with what it is called', () => {
    for (const [key, { term, text, lines = [] }] of definitions) {
      assert.match(term, /^\p{Lu}/u, key);
      for (const sentence of [text, ...lines]) {
        assert.match(sentence, /^[\p{Lu}\d(“].*[\p{L}\d.)%]$/su, `${key}: ${sentence}`);
        assert.doesNotMatch(sentence, /undefined|NaN|null|\[object/, `${key}: ${sentence}`);
      }
    }
  });

  it('have the figures of the pipeline in them', () => {
    const { lines } = definitions.get('stage-prospecting')!;
    assert.deepEqual(lines, [
      '6 deals reached it: 5 reached Qualification, 0 still open, 1 lost here.',
      'Conversion: 5 ÷ (6 − 0 still open) = 83%',
    ]);
    const sure = { path: 'sure.md', created: date('2025-12-01') };
    const withOneMore = makeReport({
      deals: [...WORKED_EXAMPLE, dealWith('C5 won9', sure)],
      ...{ files: { needsAttention: 0, otherNotes: 0 }, process: DEFAULT_PROCESS, asOf: AS_OF },
    });
    const closing = english.definitions({ report: withOneMore, stages, minSample: 2 }).get('stage-closing')!;
    // One more is won, but nobody can tell which stages it went through.
    assert.equal(withOneMore.files.won, 3);
    assert.deepEqual(closing.lines, [
      '2 deals reached it: 2 were won, 0 still open, 0 lost here.',
      'Conversion: 2 ÷ (2 − 0 still open) = 100%',
    ]);
    const few = english.definitions({ report, stages, minSample: 3 }).get('stage-closing')!;
    assert.match(few.lines![1]!, /= too few$/);
    assert.match(definitions.get('openValue')!.lines![0]!, /^The change is since \d+ \w+ 20\d\d\.$/);
    assert.match(definitions.get('coverage')!.lines![0]!, /^Needed: 1 ÷ win rate = 1 ÷ 50% = 2 \(n = 4\)\.$/);
  });
});
