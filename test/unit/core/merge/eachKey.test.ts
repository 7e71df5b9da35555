import assert from 'node:assert/strict';
import { mergeCalls } from '../../../../src/core/merge/mergeCalls';
import { mergeDeal } from '../../../../src/core/merge/mergeDeal';
import { resolutionBetween } from '../../../../src/core/merge/resolve/resolution';

const deal = (...lines: readonly string[]) => ['---', 'stage: proposal', ...lines, '---', ''].join('\n');
type Lines = readonly string[];

/** What comes of both, the same whichever side is named first. */
function merged(base: Lines, ours: Lines, theirs: Lines) {
  const [from, mine, others] = [base, ours, theirs].map(lines => deal(...lines)) as [string, string, string];
  const one = mergeDeal({ base: from, ours: mine, theirs: others });
  const other = mergeDeal({ base: from, ours: others, theirs: mine });
  assert.ok(one.kind === 'merged' && other.kind === 'merged');
  if (!one.conflicts.length) assert.equal(other.text, one.text);
  return { text: one.text, told: one.conflicts.map(({ keys }) => keys.join()) };
}

describe('what both sides have changed of one key', () => {
  const united: readonly (readonly [string, Lines, Lines, Lines, Lines])[] = [
    [
      'all keys in braces are gone, of which each has taken out one',
      ['site: { a: 1, b: 2 }'],
      ['site: { a: 1 }'],
      ['site: { b: 2 }'],
      ['site: {}'],
    ],
    [
      'all keys in braces on several lines are gone, and the last comma with them',
      ['site: {', '  a: 1,', '  b: 2,', '}'],
      ['site: {', '  a: 1,', '}'],
      ['site: {', '  b: 2,', '}'],
      ['site: {}'],
    ],
    [
      'an item that both have added in braces has the keys of both',
      ['contacts:', '  - {name: X}'],
      ['contacts:', '  - {name: X}', '  - {name: R. Lee, role: buyer}'],
      ['contacts:', '  - {name: X}', '  - {name: R. Lee, mail: lee@acme.example}'],
      ['contacts:', '  - {name: X}', '  - {name: R. Lee, mail: lee@acme.example, role: buyer}'],
    ],
    [
      'an item with lines of its own has the new comment above it, too',
      ['contacts:', '  # A buyer', '  - name: R. Lee', '    role: buyer'],
      ['contacts:', '  # A boss', '  - name: R. Lee', '    role: boss'],
      ['contacts:', '  # A buyer', '  - name: R. Lee', '    role: buyer', '    phone: 5'],
      ['contacts:', '  # A boss', '  - name: R. Lee', '    role: boss', '    phone: 5'],
    ],
  ];
  for (const [what, base, ours, theirs, expected] of united)
    it(`is united: ${what}`, () => {
      const { text, told } = merged(base, ours, theirs);
      assert.deepEqual(told, [], text);
      assert.equal(text, deal(...expected));
    });

  it('is told, each side to the letter, in a group with a comment that stands further left than its keys', () => {
    const group = (a: number, b: number) => ['site:', `    a: ${a}`, '  # here', `    b: ${b}`];
    const { text, told } = merged(group(1, 1), [...group(2, 1)], [...group(3, 2)]);
    assert.deepEqual(told, ['site']);
    for (const side of [group(2, 1), group(3, 2)]) assert.ok(text.includes(side.join('\n')), text);
  });
});

describe('a comment beside the stage', () => {
  it('stays where the other side has moved the deal', () => {
    const history = ['history:', '  - {on: 2026-01-05, stage: proposal}'];
    const text = (stage: string, ...lines: readonly string[]) =>
      ['---', `stage: ${stage}`, ...lines, '---', ''].join('\n');
    const base = text('proposal', ...history);
    const ours = text('closing', ...history, '  - {on: 2026-02-02, stage: closing}');
    const won = ['status: won', 'closed_on: 2026-02-05'];
    const theirs = text('proposal # asked', ...won, ...history, '  - {on: 2026-02-05, status: won}');
    for (const versions of [
      { base, ours, theirs },
      { base, ours: theirs, theirs: ours },
    ]) {
      const one = mergeDeal(versions);
      assert.ok(one.kind === 'merged');
      assert.deepEqual(one.conflicts, []);
      assert.match(one.text, /^---\nstage: closing # asked\nstatus: won\n/);
    }
  });
});

describe('calls with lines of their own for their keys', () => {
  it('are united as those in braces', () => {
    const call = (day: string, amount: number) =>
      `  - on: 2026-10-${day}\n    period: 2026-Q4\n    amount: ${amount}\n`;
    const [first, mine, others] = [call('05', 1), call('20', 2), call('12', 3)];
    const form = { size: 7, labels: { base: 'base', ours: 'ours', theirs: 'theirs' }, withBase: false };
    const [base, ours, theirs] = ['', mine, others].map(more => `dana:\n${first}${more}`) as [
      string,
      string,
      string,
    ];
    const expected = { text: `dana:\n${first}${others}${mine}`, conflicts: [] };
    assert.deepEqual(mergeCalls({ base, ours, theirs }, form), expected);
    assert.deepEqual(mergeCalls({ base, ours: theirs, theirs: ours }, form), expected);
  });
});

describe('a question about a conflict', () => {
  const contact = (role: string) => `contacts:\n  - {name: R. Lee, role: ${role}}`;
  for (const [what, mayKeepBoth, base, ours, theirs] of [
    ['a field', false, 'owner: dana', 'owner: lee', 'owner: kim'],
    ['an item of a list', true, contact('buyer'), contact('boss'), contact('clerk')],
  ] as const)
    it(`of ${what} ${mayKeepBoth ? 'may' : 'can’t'} be answered with both`, () => {
      const texts = { base: deal(base), ours: deal(ours), theirs: deal(theirs) };
      const merged = mergeDeal(texts);
      assert.ok(merged.kind === 'merged');
      const { questions } = resolutionBetween(texts, { ours: 'main', theirs: 'quotes' })!;
      assert.deepEqual(
        questions.map(one => one.mayKeepBoth),
        [mayKeepBoth],
      );
    });
});
