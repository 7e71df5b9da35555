import assert from 'node:assert/strict';
import { formatTable } from '../../../../src/core/text/textTable';

describe('a table in a terminal', () => {
  const right = { align: 'right' } as const;

  for (const [what, rows, columns, lines] of [
    [
      'has its cells below each other',
      [
        ['a', 'bb', 'c'],
        ['dddd', 'e', 'f'],
      ],
      [{}, {}, {}],
      ['a     bb  c', 'dddd  e   f'],
    ],
    [
      'has no blanks at the ends of its lines',
      [
        ['a', ''],
        ['bb', 'c'],
      ],
      [{}, {}],
      ['a', 'bb  c'],
    ],
    [
      'may have numbers at the right',
      [
        ['a', '7'],
        ['b', '1000'],
      ],
      [{}, right],
      ['a     7', 'b  1000'],
    ],
    [
      'may have them before other cells',
      [
        ['7', 'a'],
        ['1000', 'b'],
      ],
      [right, {}],
      ['   7  a', '1000  b'],
    ],
    [
      'cuts what is longer than its column',
      [
        ['abcdef', 'x'],
        ['ab', 'y'],
      ],
      [{ maxWidth: 4 }, {}],
      ['abc…  x', 'ab    y'],
    ],
    ['leaves what just fits', [['abcd', 'x']], [{ maxWidth: 4 }, {}], ['abcd  x']],
    ['cuts the last cell too', [['a', 'abcdef']], [{}, { maxWidth: 4 }], ['a  abc…']],
    ['has a last cell of any length', [['a', 'x'.repeat(300)]], [{}, {}], [`a  ${'x'.repeat(300)}`]],
    [
      'gives a Chinese character two columns',
      [
        ['提案', 'x'],
        ['abcd', 'y'],
      ],
      [{}, {}],
      ['提案  x', 'abcd  y'],
    ],
    ['cuts no such character in two', [['提案提案', 'x']], [{ maxWidth: 4 }, {}], ['提…  x']],
    [
      'gives a currency sign and a letter with its accent one',
      [
        ['€é', 'x'],
        ['ab', 'y'],
      ],
      [{}, {}],
      ['€é  x', 'ab  y'],
    ],
    [
      'gives an accent of its own none',
      [
        ['e\u0301', 'x'],
        ['a', 'y'],
      ],
      [{}, {}],
      ['e\u0301  x', 'a  y'],
    ],
    ['has no lines where there are no rows', [], [{}], []],
  ] as const)
    it(what, () => assert.deepEqual(formatTable(rows, columns), lines));
});
