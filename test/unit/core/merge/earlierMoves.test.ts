import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergeDeal } from '../../../../src/core/merge/mergeDeal';
import { forAll } from '../../support/property';
import { chanceFrom, linesBelow, newDeal, oneOf, work } from '../../cli/support/month';

/** A deal that stands in `proposal`, with what a history has below its first line. */
const deal = (stage: string, ...lines: readonly string[]) =>
  `---\nstage: ${stage}\nhistory:\n  - {on: 2026-01-02, stage: qualification}\n${lines
    .map(line => `  - ${line}\n`)
    .join('')}---\n`;
const LAST = '{on: 2026-01-15, stage: proposal}';
const base = deal('proposal', LAST);

const merged = (ours: string, theirs: string, from = base) => {
  const result = mergeDeal({ base: from, ours, theirs });
  assert.ok(result.kind === 'merged');
  return result;
};

const keysOf = ({ conflicts }: ReturnType<typeof merged>) => conflicts.flatMap(({ keys }) => keys);

describe('a move that is filled in above one that both have', () => {
  const filled = '{on: 2026-01-10, stage: needs-analysis}';
  const filledIn = deal('proposal', filled, LAST);

  it('has no say in where the deal stands', () => {
    for (const moves of [['{on: 2026-01-15, stage: closing}'], []]) {
      const theirs = deal('closing', LAST, ...moves);
      for (const { text, conflicts } of [merged(filledIn, theirs), merged(theirs, filledIn)]) {
        assert.deepEqual(conflicts, []);
        assert.equal(text, deal('closing', filled, LAST, ...moves));
      }
    }
  });

  it('counts as a move where its day is no earlier', () => {
    const ours = deal('proposal', '{on: 2026-01-15, stage: needs-analysis}', LAST);
    const theirs = deal('closing', LAST, '{on: 2026-01-15, stage: closing}');
    assert.deepEqual(keysOf(merged(ours, theirs)), ['stage', 'history']);
  });

  it('of both sides stands there by its day', () => {
    const [early, late] = ['{on: 2026-01-08, stage: prospecting}', '{on: 2026-01-10, stage: needs-analysis}'];
    const { text, conflicts } = merged(deal('proposal', late, LAST), deal('proposal', early, LAST));
    assert.deepEqual(conflicts, []);
    assert.equal(text, deal('proposal', early, late, LAST));
  });

  it('leaves two reasons of one outcome to be asked about', () => {
    const lost = '{on: 2026-01-20, status: lost}';
    const closed = (reason: string, ...lines: readonly string[]) =>
      deal('proposal', ...lines, LAST, lost).replace(
        'history:',
        `status: lost\nlost_reason: ${reason}\nhistory:`,
      );
    for (const both of [
      merged(closed('price', filled), closed('timing')),
      merged(closed('price'), closed('timing', filled)),
    ]) {
      assert.deepEqual(keysOf(both), ['lost_reason']);
      assert.ok(both.text.includes(filled));
    }
  });

  it('that leads to where a side stands is told with that', () => {
    const won = '{on: 2026-01-20, status: won}';
    const closed = (stage: string, ...lines: readonly string[]) =>
      deal(stage, LAST, ...lines, won).replace('history:', 'status: won\nhistory:');
    const ours = closed('closing', '{on: 2026-01-18, stage: closing}');
    const theirs = closed('negotiation', '{on: 2026-01-17, stage: negotiation}');
    const both = merged(ours, theirs, closed('proposal'));
    assert.deepEqual(keysOf(both), ['stage', 'history']);
    assert.ok(both.text.endsWith(`  - ${won}\n---\n`));
  });

  it('is in the merge as it is without it, and changes nothing else where no move is in conflict', () => {
    forAll(
      fc.record({ seed: fc.nat(1e9), form: fc.nat(3), isOurs: fc.boolean() }),
      ({ seed, form, isOurs }) => {
        const chance = chanceFrom(seed);
        let from = newDeal(form);
        for (const day of ['2026-01-05', '2026-01-09']) from = work(from, chance, day);
        const day = () => oneOf(chance, ['2026-01-09', '2026-01-10', '2026-01-11']);
        const [ours, theirs] = [work(from, chance, day()), work(from, chance, day())];
        const last = linesBelow(from, 'history').at(-1)!;
        fc.pre(!last.includes('status'));
        const place = linesBelow(from, 'history').length;
        const filled = '  - {on: 2026-01-01, stage: perception-analysis}\n';
        const fill = (text: string) => {
          let [at, line] = [text.indexOf('history:\n') + 'history:\n'.length, 1];
          for (; line < place; line++) at = text.indexOf('\n', at) + 1;
          return text.slice(0, at) + filled + text.slice(at);
        };
        const sides = isOurs ? ([fill(ours), theirs] as const) : ([ours, fill(theirs)] as const);
        const without = merged(ours, theirs, from);
        const both = merged(...sides, from);
        assert.deepEqual(keysOf(both), keysOf(without));
        assert.equal(both.text, fill(without.text));
      },
      100,
    );
  });
});
