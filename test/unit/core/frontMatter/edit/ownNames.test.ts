import assert from 'node:assert/strict';
import { bothChanges } from '../../../../../src/core/frontMatter/edit/change';
import { copyKey, pasteKey } from '../../../../../src/core/frontMatter/edit/copyKey';
import { editFrontMatter } from '../../../../../src/core/frontMatter/edit/editFrontMatter';
import { parseFrontMatter } from '../../../../../src/core/frontMatter/parse';
import { partsOf, spotAt } from '../../../../../src/core/frontMatter/scan/spot';
import { file } from '../../../support/deals';

/** A team that calls the value `amount`, the history `log` and the stage `status`. */
const NAMES = new Map([
  ['value', 'amount'],
  ['history', 'log'],
  ['stage', 'status'],
]);

describe('a team’s own names for keys', () => {
  const before = 'title: Acme\nstatus: lead\namount: 5\nvalue: hers\ntags: [a]\nlog:\n  - {on: a}';

  it('are read as the standard ones, and what only looks like one is left out', () => {
    const parsed = parseFrontMatter(
      file('title: A\nstatus: lead\namount: 5\nvalue: hers\n__proto__: x'),
      NAMES,
    );
    assert.ok(parsed.kind === 'found');
    assert.deepEqual(Object.entries(parsed.data), [
      ['title', 'A'],
      ['stage', 'lead'],
      ['value', 5],
      ['__proto__', 'x'],
    ]);
  });

  for (const [what, change, from, to] of [
    ['set', { set: { value: 7, stage: 'closing' } }, 'status: lead\namount: 5', 'status: closing\namount: 7'],
    ['cleared', { clear: ['value'] }, 'amount: 5\n', ''],
    ['appended to', { append: { history: { on: 'b' } } }, '{on: a}', '{on: a}\n  - {on: b}'],
    ['given texts', { texts: { tags: ['b'] } }, '[a]', '[b]'],
    ['changed within', { replace: [{ at: ['history', 0, 'on'], value: 'c' }] }, '{on: a}', '{on: c}'],
    ['added before', { set: { owner: 'dana' } }, 'status: lead\n', 'owner: dana\nstatus: lead\n'],
    ['added before the history', { set: { x: 1 } }, 'log:', 'x: 1\nlog:'],
  ] as const) {
    it(`are ${what}`, () => {
      const edited = editFrontMatter(file(before), change, NAMES);
      assert.ok(edited.ok, JSON.stringify(edited));
      assert.equal(edited.text, file(before.replace(from, to)));
    });
  }

  it('are added where people write those, and in their order', () => {
    const edited = editFrontMatter(
      file('owner: dana'),
      { append: { history: 'x' }, set: { title: 'A', other: 1, value: 5, stage: 'lead' } },
      NAMES,
    );
    assert.ok(edited.ok);
    assert.equal(edited.text, file('title: A\nowner: dana\nstatus: lead\namount: 5\nother: 1\nlog:\n  - x'));
  });

  it('are taken over to where people write those', () => {
    const copied = copyKey(file('amount: 5 # net'), 'amount')!;
    assert.equal(
      pasteKey(file('title: A\ntags: [b]'), copied, NAMES),
      file('title: A\namount: 5 # net\ntags: [b]'),
    );
  });

  it('are told by the standard ones at the cursor', () => {
    const text = file('amount: 5\nvalue: hers\nlog: [{on: a}]\nother: x');
    const told = partsOf(text, NAMES).map(
      ({ kind, path, text: words }) => `${kind} ${path.join('.')} ${words}`,
    );
    assert.deepEqual(told, [
      'key  value',
      'value value 5',
      'key  ',
      'value  hers',
      'key  history',
      'key history on',
      'value history.on a',
      'key  other',
      'value other x',
    ]);
    assert.deepEqual(spotAt(text, text.indexOf('5'), NAMES)!.part.path, ['value']);
  });
});

it('two changes are one, in which the second counts where they are about the same key', () => {
  const at = ['x', 0];
  assert.deepEqual(
    bothChanges(
      {
        set: { a: 1, b: 1, ['__proto__']: 1 },
        clear: ['c', 'd'],
        append: { e: 1, f: 1 },
        insert: { i: [{ at: 0, item: 1 }], j: [{ at: 0, item: 1 }] },
        texts: { g: ['1'], h: ['1'] },
        replace: [{ at, value: 1 }],
        fill: [{ at, value: 3 }],
      },
      {
        set: { c: 2, e: 2 },
        clear: ['b'],
        append: { g: 2 },
        insert: { j: [{ at: 1, item: 2 }] },
        texts: { f: ['2'] },
        replace: [{ at, value: 2 }],
      },
    ),
    {
      set: { a: 1, ['__proto__']: 1, c: 2, e: 2 },
      clear: ['d', 'b'],
      append: { g: 2 },
      insert: { i: [{ at: 0, item: 1 }], j: [{ at: 1, item: 2 }] },
      texts: { h: ['1'], f: ['2'] },
      replace: [
        { at, value: 1 },
        { at, value: 2 },
      ],
      fill: [{ at, value: 3 }],
    },
  );
  const nothing = { set: {}, clear: [], append: {}, insert: {}, texts: {}, replace: [], fill: [] };
  assert.deepEqual(bothChanges({}, {}), nothing);
  assert.deepEqual(bothChanges({ set: { a: 1 } }, {}), { ...nothing, set: { a: 1 } });
});
