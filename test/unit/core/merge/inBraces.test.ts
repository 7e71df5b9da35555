import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseFrontMatter } from '../../../../src/core/frontMatter/parse';
import { mergeDeal } from '../../../../src/core/merge/mergeDeal';
import { assertEnough, forAll } from '../../support/property';

type Group = Readonly<Record<string, string>>;

const text = (part: string) => `---\nstage: proposal\n${part}\n---\n`;
const pairs = (group: Group) =>
  Object.entries(group).map(([key, value]) => `${key}: ${/^[\w ]+$/.test(value) ? value : `"${value}"`}`);
/** Groups of keys as people write them, of which the first is a person. */
const WAYS: readonly ((group: Group) => string)[] = [
  group => `site: {${pairs(group).join(', ')}}`,
  group => `site: { ${pairs(group).join(' ,  ')} } # ours`,
  group =>
    `site: {\n${pairs(group)
      .map(pair => `  ${pair},\n`)
      .join('')}}`,
  group => `contacts:\n  # The buyer\n  - {${pairs(group).join(', ')}}\n  - {name: X}`,
  group => `contacts:\n- {${pairs(group).join(',\n   ')}}`,
  group => `contacts: [{${pairs(group).join(', ')}}, {name: X}]`,
  group => `contacts: [\n  {name: X},\n  {${pairs(group).join(',\n   ')}}\n]`,
  group => `site:\n  plan: {${pairs(group).join(', ')}}\n  city: Bern`,
];

const KEYS = ['role', 'mail', 'phone', 'floor'];
const WORDS = ['a', 'b c', '{x, y}', 'it’s: 1', "d'e", ''];

describe('keys in braces that both sides have changed', () => {
  it('are merged one by one where each has changed others, whichever side is named first', () => {
    let united = 0;
    const value = fc.constantFrom(...WORDS);
    const change = fc.tuple(fc.constantFrom(...KEYS), fc.option(value, { nil: undefined }));
    const changes = fc.uniqueArray(change, { minLength: 1, maxLength: 3, selector: ([key]) => key });
    forAll(
      fc.record({
        way: fc.constantFrom(...WAYS),
        base: fc.dictionary(fc.constantFrom(...KEYS), value),
        ours: changes,
        theirs: changes,
      }),
      ({ way, base, ours, theirs }) => {
        const start: Group = { name: 'R. Lee', ...base };
        const mine = new Set(ours.map(([key]) => key));
        const others = theirs.filter(([key]) => !mine.has(key));
        const after = (group: Group, made: typeof ours) => {
          const all = new Map(Object.entries(group));
          for (const [key, is] of made)
            if (is === undefined) all.delete(key);
            else all.set(key, is);
          return Object.fromEntries(all);
        };
        const versions = [start, after(start, ours), after(start, others)].map(group => text(way(group)));
        const [from, one, other] = versions as [string, string, string];
        const merged = mergeDeal({ base: from, ours: one, theirs: other });
        assert.ok(merged.kind === 'merged');
        assert.deepEqual(merged.conflicts, [], merged.text);
        const said = (whole: string) => {
          const parsed = parseFrontMatter(whole);
          assert.ok(parsed.kind === 'found', whole);
          return parsed.data;
        };
        assert.deepEqual(said(merged.text), said(text(way(after(after(start, ours), others)))));
        const turned = mergeDeal({ base: from, ours: other, theirs: one });
        assert.equal(turned.kind === 'merged' && turned.text, merged.text);
        if (one !== from && other !== from && one !== other) united++;
      },
      200,
    );
    assertEnough(united, 50);
  });

  it('keep their lines, and what each side has written', () => {
    const merged = mergeDeal({
      base: text('contacts:\n  - {name: R. Lee,\n     mail: lee@acme.example}'),
      ours: text('contacts:\n  - {name: R. Lee,\n     mail: r.lee@acme.example}'),
      theirs: text('contacts:\n  - {name: R. Lee,\n     role: "buyer",\n     mail: lee@acme.example}'),
    });
    assert.ok(merged.kind === 'merged');
    assert.equal(
      merged.text,
      text('contacts:\n  - {name: R. Lee,\n     role: "buyer",\n     mail: r.lee@acme.example}'),
    );
  });

  it('are asked about where both have changed one differently, or comments stand between them', () => {
    for (const [base, ours, theirs] of [
      ['site: {a: 1, b: 1}', 'site: {a: 2, b: 1}', 'site: {a: 3, b: 1}'],
      ['site: {a: 1, b: 1}', 'site: {b: 1}', 'site: {a: 3, b: 1}'],
      [
        'site: {\n  a: 1, # x\n  b: 1\n}',
        'site: {\n  a: 2, # x\n  b: 1\n}',
        'site: {\n  a: 1, # x\n  b: 2\n}',
      ],
      ['site: {a: 1, b: 1}', 'site: {a: 2, b: 1} # x', 'site: {a: 1, b: 2} # y'],
    ] as const) {
      const merged = mergeDeal({ base: text(base), ours: text(ours), theirs: text(theirs) });
      assert.ok(merged.kind === 'merged');
      assert.deepEqual(
        merged.conflicts.map(({ keys }) => keys),
        [['site']],
        merged.text,
      );
      for (const side of [ours, theirs]) assert.ok(merged.text.includes(`${side}\n`), merged.text);
    }
  });
});

describe('keys of a group in lines that both sides have changed', () => {
  it('are united also where a line with nothing but blanks stands above or between them', () => {
    for (const [above, between] of [
      ['      \n', ''],
      ['', ' \n'],
    ] as const) {
      const of = (plan: string, city: string) =>
        text(`site:\n${above}  plan: ${plan}\n  floor: 1\n${between}  city: ${city}`);
      const merged = mergeDeal({ base: of('a', 'b'), ours: of('c', 'b'), theirs: of('a', 'd') });
      assert.ok(merged.kind === 'merged');
      assert.deepEqual([merged.conflicts, merged.text], [[], of('c', 'd')]);
    }
  });
});
