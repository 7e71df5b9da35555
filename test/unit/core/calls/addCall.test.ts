import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addCall, refuseCall } from '../../../../src/core/calls/addCall';
import type { Call } from '../../../../src/core/calls/call';
import { readCalls } from '../../../../src/core/calls/readCalls';
import { applyEdits } from '../../../../src/core/textEdit';
import { sentenceOf } from '../../../../src/words/sentence';
import { assertProblem, date } from '../../support/deals';
import { forAll } from '../../support/property';

const CALL: Call = {
  owner: 'dana',
  period: '2026-Q4',
  on: date('2026-11-20'),
  money: { amount: 115000, currency: 'EUR' },
};
const LINE = '  - {on: 2026-11-20, period: 2026-Q4, amount: 115000}';
const OLD = '  - {on: 2026-10-05, period: 2026-Q4, amount: 120000}';

function added(text: string, call = CALL): string {
  const done = addCall(text, call, 'EUR');
  assert.ok(done.ok, JSON.stringify(done));
  assert.equal(applyEdits(text, done.edited.edits), done.edited.text);
  return done.edited.text;
}

describe('a call is added to a forecast.yaml', () => {
  for (const [what, text, expected] of [
    ['that is empty', '', `dana:\n${LINE}\n`],
    ['of comments', '# Ours\n', `# Ours\n\ndana:\n${LINE}\n`],
    ['below the owner', `dana:\n${OLD}\n\nsam:\n${OLD}\n`, `dana:\n${OLD}\n${LINE}\n\nsam:\n${OLD}\n`],
    ['below the owner, in whatever case', `Dana:\n${OLD}\n`, `Dana:\n${OLD}\n${LINE}\n`],
    ['below a name without calls', 'dana:\n\nsam:\n', `dana:\n${LINE}\n\nsam:\n`],
    ['behind an empty line, of a new owner', `sam:\n${OLD}\n`, `sam:\n${OLD}\n\ndana:\n${LINE}\n`],
    ['behind the empty line that is there', `sam:\n${OLD}\n\n`, `sam:\n${OLD}\n\ndana:\n${LINE}\n`],
    ['with no line end at its end', `sam:\n${OLD}`, `sam:\n${OLD}\n\ndana:\n${LINE}\n`],
    ['with the line ends of Windows', `sam:\r\n${OLD}\r\n`, `sam:\r\n${OLD}\r\n\r\ndana:\r\n${LINE}\r\n`],
    ['behind a byte order mark that is all there is', '\uFEFF', `\uFEFFdana:\n${LINE}\n`],
    ['behind an empty line that is all there is', '\n', `\ndana:\n${LINE}\n`],
    [
      'behind an empty line, whatever empty lines are above',
      `sam:\n${OLD}\n\nmax:\nlee:\n`,
      `sam:\n${OLD}\n\nmax:\nlee:\n\ndana:\n${LINE}\n`,
    ],
    ['in braces', '{sam: []}\n', '{sam: [], dana: [{on: 2026-11-20, period: 2026-Q4, amount: 115000}]}\n'],
    ['with a byte order mark', `\uFEFFdana:\n${OLD}\n`, `\uFEFFdana:\n${OLD}\n${LINE}\n`],
    [
      'with comments, and keys of the team’s own',
      `dana: # me\n${OLD} # sure\n  # more\n\nx: [1]\n`,
      `dana: # me\n${OLD} # sure\n${LINE}\n  # more\n\nx: [1]\n`,
    ],
    [
      'that has each key on its line',
      'dana:\n- on: 2026-10-05\n  period: 2026-Q4\n  amount: 120000\n',
      'dana:\n- on: 2026-10-05\n  period: 2026-Q4\n  amount: 120000\n- on: 2026-11-20\n  period: 2026-Q4\n  amount: 115000\n',
    ],
  ] as const)
    it(what, () => assert.equal(added(text), expected));

  it('with the currency where it is another than the team’s', () => {
    const money = { amount: 9, currency: 'GBP' };
    assert.equal(
      added('', { ...CALL, money }),
      'dana:\n  - {on: 2026-11-20, period: 2026-Q4, amount: 9, currency: GBP}\n',
    );
  });

  it('in the place of another one of that day', () => {
    const text = `dana:\n${OLD}\n${LINE} # hm\n`;
    const call = { ...CALL, money: { amount: 99000.5, currency: 'EUR' } };
    const done = addCall(text, call, 'EUR');
    assert.ok(done.ok);
    assert.equal(done.edited.text, text.replace('115000', '99000.5'));
    assert.deepEqual(done.instead, { amount: 115000, currency: 'EUR' });
    const same = addCall(text, CALL, 'EUR');
    assert.ok(same.ok && same.edited.text === text);
    assert.deepEqual(same.edited.edits, []);
    // Of two spellings of a name it stands below the first.
    const twice = `Dana:\n${LINE}\ndana:\n${OLD}\n`;
    assert.equal(added(twice, call), twice.replace('115000', '99000.5'));
  });

  it('in the place of that one alone, among others of that day and of that quarter', () => {
    const others = `${OLD}\n  - {on: 2026-11-20, period: 2027-Q1, amount: 7}\n`;
    const text = `dana:\n${LINE}\n${others}sam:\n${LINE}\n? [max, lee]\n: []\n`;
    const call = { ...CALL, money: { amount: 5, currency: 'EUR' } };
    assert.equal(added(text, call), text.replace('115000', '5'));
    assert.equal(
      added(text, { ...call, owner: 'sam' }),
      `${text.slice(0, text.indexOf('sam'))}${text.slice(text.indexOf('sam')).replace('115000', '5')}`,
    );
  });

  it('unless the file can’t be read, or holds something else there', () => {
    for (const [text, code, line, words] of [
      ['dana: [\n', 'invalid-yaml', 2, /./],
      [`dana:\n${OLD}\ndana:\n`, 'duplicate-key', 3, /./],
      ['<<<<<<< a\n=======\n>>>>>>> b\n', 'conflict-markers', 1, /./],
      ['dana: 5\n', 'not-editable', 1, /./],
      ['a: &x [1]\ndana: *x\n', 'not-editable', 2, /./],
      ['sam: *nowhere\n', 'not-editable', 1, /nowhere/],
      [`dana:\n${OLD}\n---\nsam:\n`, 'invalid-yaml', 3, /./],
      [
        `dana:\n  - {on: 2026-11-20, period: 2026-Q4, amount: 5, currency: GBP}\n`,
        'not-possible',
        1,
        /in GBP/,
      ],
    ] as const) {
      const done = addCall(text, CALL, 'EUR');
      assert.ok(!done.ok, text);
      assertProblem(done.problem, code, line, words);
    }
  });

  it('so that all calls are there afterwards, and all lines that were there', () => {
    const owner = fc.oneof(
      fc.constantFrom('dana', 'Dana', 'sam', 'R. Lee', 'no', '12', 'a: b', '#x', '__proto__'),
      fc.string(),
    );
    const call = fc.record({
      owner: owner.filter(name => name.trim() === name && name !== '' && !/[\p{C}\u2028\u2029]/u.test(name)),
      period: fc.constantFrom('2026-Q3', '2026-Q4'),
      on: fc.constantFrom('2026-07-01', '2026-08-02', '2026-09-30').map(date),
      money: fc.record({ amount: fc.nat(), currency: fc.constantFrom('EUR', 'GBP') }),
    });
    const ends = fc.constantFrom('\n', '\r\n');
    forAll(fc.tuple(fc.array(call, { maxLength: 12 }), ends), ([calls, end]) => {
      let text = `# Ours${end}`;
      for (const one of calls) {
        const before = readCalls(text, 'EUR').calls;
        const done = addCall(text, one, 'EUR');
        if (!done.ok) {
          assert.match(JSON.stringify(done.problem.says), /callInOther/);
          continue;
        }
        const lines = done.edited.text.split(end);
        assert.ok(!done.edited.text.replaceAll(end, '').includes('\n'));
        const after = readCalls(done.edited.text, 'EUR');
        assert.deepEqual(after.problems, []);
        assert.equal(after.calls.length, before.length + (done.instead ? 0 : 1));
        assert.ok(
          after.calls.some(
            ({ period, on, money }) =>
              period === one.period && on === one.on && money.amount === one.money.amount,
          ),
        );
        if (!done.instead) for (const line of text.split(end)) assert.ok(lines.includes(line));
        text = done.edited.text;
      }
    });
  });
});

describe('a call', () => {
  it('is one of today or a day before, by somebody', () => {
    const today = '2026-11-20';
    assert.equal(refuseCall(CALL, today), undefined);
    const early = refuseCall({ ...CALL, on: date('2026-11-21') }, today);
    assert.match(sentenceOf(early!.problem), /2026-11-21/);
    const nobodys = refuseCall({ ...CALL, owner: ' ' }, today);
    assert.deepEqual(nobodys!.problem.says, { say: 'noCallOwner', args: { typed: ' ' } });
  });
});
