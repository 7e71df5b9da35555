import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseFrontMatter } from '../../../../src/core/frontMatter/parse';
import { mergeDeal } from '../../../../src/core/merge/mergeDeal';
import { assertEnough, forAll } from '../../support/property';

/** Tags as people write them: with capitals or without, with one blank or two. */
const FORMS = ['renewal', 'Renewal', 'big deal', 'Big  Deal', 'BIG DEAL', '2026', 'Größe', 'GRÖSSE', 'größe'];
const folded = (tag: unknown) => String(tag).replace(/\s+/g, ' ').toLowerCase();

type Written = (tags: readonly string[]) => string;
const WAYS: readonly Written[] = [
  tags => `tags: [${tags.map(tag => (tag === '2026' ? '"2026"' : tag)).join(', ')}]`,
  tags => `tags: [ ${tags.join(' ,  ')} ]`,
  tags => `tags: [\n${tags.map(tag => `  "${tag}",\n`).join('')}]`,
  tags => `tags:\n  [ ${tags.join(',\n    ')}\n  ]`,
  tags => `tags: [${tags.map((tag, at) => (at % 2 ? `\n  ${tag}` : tag)).join(', ')}]`,
  tags => ['tags:', ...tags.map(tag => `  - '${tag}'`)].join('\n'),
  tags => ['tags:', ...tags.map(tag => `- ${tag}`)].join('\n'),
];

const text = (tags: string) => `---\nstage: proposal\n${tags}\n---\n`;

function mergedTags(base: string, ours: string, theirs: string): string[] {
  const merged = mergeDeal({ base: text(base), ours: text(ours), theirs: text(theirs) });
  assert.ok(merged.kind === 'merged');
  assert.deepEqual(merged.conflicts, [], merged.text);
  const parsed = parseFrontMatter(merged.text);
  assert.ok(parsed.kind === 'found', merged.text);
  return (parsed.data['tags'] as unknown[]).map(String);
}

function howOften(tags: readonly unknown[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const tag of tags) counts.set(folded(tag), (counts.get(folded(tag)) ?? 0) + 1);
  return counts;
}

describe('tags in a form that can’t be taken apart', () => {
  const FORMS_LEFT: readonly Written[] = [
    tags => `tags: # ours\n  [${tags.join(', # why\n   ')}]`,
    tags => ['tags: &all', ...tags.map(tag => `  - ${tag}`)].join('\n'),
    tags => ['tags: !!seq', ...tags.map(tag => `  - ${tag}`)].join('\n'),
  ];
  for (const way of FORMS_LEFT)
    it(`are asked about, both sides whole: ${way(['a', 'b']).replaceAll('\n', ' | ')}`, () => {
      const [ours, theirs] = [way(['a', 'b', 'c']), way(['a', 'b', 'd'])];
      const merged = mergeDeal({ base: text(way(['a', 'b'])), ours: text(ours), theirs: text(theirs) });
      assert.ok(merged.kind === 'merged');
      assert.deepEqual(
        merged.conflicts.map(({ keys }) => keys),
        [['tags']],
      );
      assert.ok(merged.text.includes(`\n${ours}\n=======\n${theirs}\n`), merged.text);
    });
});

describe('tags that both sides have changed', () => {
  it('never have one more often than a side has it, however it is written', () => {
    let count = 0;
    const tags = fc.array(fc.constantFrom(...FORMS), { minLength: 1, maxLength: 5 });
    const version = fc
      .tuple(tags, fc.constantFrom(...WAYS))
      .map(([some, way]) => ({ some, text: way(some) }));
    forAll(
      fc.record({ base: version, ours: version, theirs: version }),
      ({ base, ours, theirs }) => {
        const result = mergedTags(base.text, ours.text, theirs.text);
        const [is, was, mine, others] = [result, base.some, ours.some, theirs.some].map(howOften);
        for (const [tag, times] of is!)
          assert.ok(times <= Math.max(mine!.get(tag) ?? 0, others!.get(tag) ?? 0), result.join());
        for (const tag of new Set(FORMS.map(folded))) {
          const [before, here, there] = [was, mine, others].map(counts => counts!.get(tag) ?? 0);
          if (before! > 1 || here! > 1 || there! > 1) continue;
          if (here && there) count++;
          const isMeant = here === there ? here === 1 : !before;
          assert.equal(is!.has(tag), isMeant, `${tag}: ${result.join()}`);
        }
        const other = mergedTags(base.text, theirs.text, ours.text);
        assert.deepEqual([...other].sort(), [...result].sort());
      },
      300,
    );
    assertEnough(count, 100);
  });

  it('lose no comment that stands among them, in brackets over several lines', () => {
    let asked = 0;
    const tags = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 });
    const commented = (who: string) =>
      fc.tuple(tags, fc.option(fc.nat(3)), fc.constantFrom('', ',')).map(([some, at, last]) => {
        const lines = some.map((tag, i) => `  ${tag}${i < some.length - 1 ? ',' : last}`);
        if (at !== null && lines[at]) lines[at] += ` # ${who} ]`;
        return `tags: [\n${lines.join('\n')}\n]`;
      });
    forAll(
      fc.tuple(commented('base'), commented('one'), commented('two')),
      ([base, ours, theirs]) => {
        const merged = mergeDeal({ base: text(base), ours: text(ours), theirs: text(theirs) });
        assert.ok(merged.kind === 'merged');
        if (merged.conflicts.length) asked++;
        for (const comment of `${ours}${theirs}`.match(/# (?:one|two) \]$/gm) ?? [])
          assert.ok(merged.text.includes(`${comment}\n`), merged.text);
        if (![base, ours, theirs].join().includes('#')) assert.equal(merged.conflicts.length, 0, merged.text);
      },
      300,
    );
    assertEnough(asked, 50);
  });

  it('have one that both have added once, as it’s written on one side', () => {
    assert.deepEqual(mergedTags('tags: [a]', 'tags: [a, Renewal]', 'tags: [a, b, renewal ]'), [
      'a',
      'b',
      'Renewal',
    ]);
  });

  it('don’t have one that stood twice, and that both have taken out once', () => {
    assert.deepEqual(mergedTags('tags: [a, A, b]', 'tags: [a, b]', 'tags: [A, b, c]'), ['A', 'b', 'c']);
  });

  it('have none that one side has taken out where the other has only written it differently', () => {
    assert.deepEqual(mergedTags('tags: [a, Renewal]', 'tags: [a]', 'tags: [a, renewal, b]'), ['a', 'b']);
  });
});
