import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BRIDGE_PARTS, type Bridge } from '../../../../src/core/changes/bridge';
import { changesBetween } from '../../../../src/core/changes/between';
import { formatsIn } from '../../../../src/words/formats';
import { bridgesByMeasure } from '../../../../src/webview/parts/changes/bridgeMeasures';
import { layOutBridge, numbersIn } from '../../../../src/webview/parts/changes/layOutBridge';
import { anyTwoPoints } from '../../core/changes/support';
import { date } from '../../support/deals';
import { forAll } from '../../support/property';

const NOTHING: Bridge = {
  ...{ from: 0, new: 0, reopened: 0, won: 0, lost: 0, removed: 0 },
  ...{ up: 0, down: 0, recurrency: 0, unread: 0, to: 0 },
};
const slipped = { day: date('2026-11-23'), period: 'quarter' } as const;
const bridgesOf = (points: Parameters<typeof changesBetween>[0]['points']) =>
  changesBetween({ points, slipped }).bridges;
const WIDTH = 400;

describe('the drawing of a bridge', () => {
  it('goes from one total to the other, each bar from where the one before has ended, and within its width', () => {
    forAll(anyTwoPoints, points => {
      for (const bridge of Object.values(bridgesOf(points))) {
        const { bars, start } = layOutBridge(bridge, WIDTH);
        assert.deepEqual(
          bars.map(({ number }) => number),
          ['from', ...BRIDGE_PARTS.filter(part => bridge[part]), 'to'],
        );
        assert.ok(start <= Math.min(bridge.from, bridge.to));
        for (const [at, { kind, x, width, end }] of bars.entries()) {
          assert.ok(x >= 0 && x + width <= WIDTH + 2, `${x} ${width}`);
          if (!at || kind === 'total') continue;
          const before = bars[at - 1]!.end;
          assert.ok(Math.min(Math.abs(x - before), Math.abs(x + width - before)) <= 2);
          assert.equal(kind === 'in', end > before || bridge[bars[at]!.number] > 0);
        }
        // What leads to the last total ends where that does.
        assert.ok(Math.abs(bars.at(-2)!.end - bars.at(-1)!.end) < 0.01);
      }
    });
  });

  it('starts at 0, unless nobody could see then what has changed', () => {
    const half = layOutBridge({ ...NOTHING, from: 100, won: -50, to: 50 }, WIDTH);
    assert.equal(half.start, 0);
    assert.equal(half.bars[2]!.width * 2, half.bars[0]!.width);
    const little = layOutBridge({ ...NOTHING, from: 1000, won: -10, to: 990 }, WIDTH);
    assert.equal(little.start, 985);
    assert.ok(little.bars[1]!.width > 100);
  });

  it('has no bar for a total of nothing', () => {
    const { bars } = layOutBridge({ ...NOTHING, new: 10, to: 10 }, WIDTH);
    assert.equal(bars[0]!.width, 0);
  });
});

describe('bridges in several currencies', () => {
  const currencies = { own: 'EUR', rates: { EUR: 1, USD: 0.5 }, used: ['EUR', 'USD', 'XXX'] };
  const formats = formatsIn('en', () => currencies);

  it('are each by itself, after one at the team’s rates that adds up too', () => {
    forAll(anyTwoPoints, points => {
      const bridges = bridgesOf(points);
      const all = bridgesByMeasure(bridges, formats);
      const each = all.filter(({ measure }) => !measure.startsWith('≈'));
      assert.deepEqual(Object.fromEntries(each.map(({ measure, bridge }) => [measure, bridge])), bridges);
      const [one] = all;
      if (!one?.measure.startsWith('≈')) return;
      const { bridge } = one;
      const sum = BRIDGE_PARTS.reduce((level, part) => level + bridge[part], bridge.from);
      const worth = (number: 'from' | 'to') =>
        (bridges['EUR']?.[number] ?? 0) + (bridges['USD']?.[number] ?? 0) / 2;
      assert.ok(Math.abs(sum - bridge.to) < 1e-3, `${sum} ${bridge.to}`);
      for (const end of ['from', 'to'] as const) assert.ok(Math.abs(worth(end) - bridge[end]) < 1e-3);
    });
  });

  it('have the numbers that one of them has something in', () => {
    fc.assert(
      fc.property(fc.constantFrom(...BRIDGE_PARTS), part => {
        assert.deepEqual(numbersIn([NOTHING, { ...NOTHING, [part]: 1 }]), ['from', part, 'to']);
      }),
    );
  });
});
