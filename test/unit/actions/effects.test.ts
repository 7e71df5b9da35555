import assert from 'node:assert/strict';
import fc from 'fast-check';
import { asUnit, changedEffects } from '../../../src/actions/effects';
import type { Written, Plan } from '../../../src/actions/ports/files';
import type { Effect } from '../../../src/actions/result';
import { forAll } from '../support/property';

type Texts = Map<string, string>;

const FILES = ['a.md', 'b.md', 'c.md'] as const;

/** One thing that happens to files: what it is, to which, and what the file says then. */
const happenings = fc.array(
  fc.record({
    kind: fc.constantFrom('changed' as const, 'created' as const, 'renamed' as const),
    file: fc.constantFrom(...FILES),
    text: fc.constantFrom('one', 'two', 'three'),
  }),
  { maxLength: 8 },
);

/** What happens is told as effects only where it can happen; each name is used once, as actions do. */
function effectsOf(wished: readonly { kind: Effect['kind']; file: string; text: string }[], texts: Texts) {
  const effects: Effect[] = [];
  const isNew = new Set<string>();
  for (const { kind, file, text } of wished) {
    const before = texts.get(file);
    if (kind === 'changed' && before !== undefined) effects.push({ kind, file, before, after: text });
    else if (kind === 'created' && before === undefined) effects.push({ kind, file, after: text });
    else if (kind === 'renamed' && before === undefined && !isNew.has(file)) {
      effects.push({ kind, file, from: `old-${file}`, after: text });
    } else continue;
    isNew.add(file);
    texts.set(file, text);
  }
  return effects;
}

const written = (before: string, after: string, planned = after): Written<Plan> => ({
  file: 'a.md',
  before,
  after,
  plan: { ok: true, edited: { edits: [{ start: 0, end: before.length, text: planned }], text: planned } },
});

describe('effects of one action as a unit', () => {
  it('say of each file where it began and where it ended, once', () =>
    forAll(happenings, wished => {
      const begin = new Map([['a.md', 'one']]);
      const end = new Map(begin);
      const effects = effectsOf(wished, end);
      const unit = asUnit(effects);
      for (const file of FILES) {
        const own = unit.filter(one => one.file === file);
        const made = effects.find(one => one.file === file && one.kind !== 'changed');
        const first = effects.find(one => one.file === file && one.kind === 'changed');
        const before = first?.kind === 'changed' ? first.before : undefined;
        const after = end.get(file)!;
        const isChanged = before !== undefined && before !== after && made?.kind !== 'created';
        assert.deepEqual(own, [
          ...(made ? [{ ...made, after }] : []),
          ...(isChanged ? [{ kind: 'changed', file, before, after }] : []),
        ]);
      }
    }));

  it('are that of making alone where a file was made and written in', () => {
    const made = { kind: 'created', file: 'a.md', after: 'one' } as const;
    const change = { kind: 'changed', file: 'a.md', before: 'one', after: 'two' } as const;
    const other = { ...change, file: 'b.md' };
    assert.deepEqual(asUnit([made, change, other]), [{ ...made, after: 'two' }, other]);
  });

  it('are those of renaming and of writing where a file was renamed and written in', () => {
    const renamed = { kind: 'renamed', file: 'a.md', from: 'b.md', after: 'one' } as const;
    const change = { kind: 'changed', file: 'a.md', before: 'one', after: 'two' } as const;
    assert.deepEqual(asUnit([renamed, change]), [{ ...renamed, after: 'two' }, change]);
  });

  it('keep the edits of a change that came alone', () => {
    const edits = [{ start: 0, end: 3, text: 'two' }];
    const change = { kind: 'changed', file: 'a.md', before: 'one', after: 'two', edits } as const;
    assert.deepEqual(asUnit([change]), [change]);
  });

  it('have no edits of a file that was changed twice, as neither change made the whole', () => {
    const edits = [{ start: 0, end: 3, text: 'two' }];
    const first = { kind: 'changed', file: 'a.md', before: 'one', after: 'two', edits } as const;
    const second = { kind: 'changed', file: 'a.md', before: 'two', after: 'six' } as const;
    assert.deepEqual(asUnit([first, second]), [
      { kind: 'changed', file: 'a.md', before: 'one', after: 'six' },
    ]);
  });

  it('are none of a file that says what it said before', () => {
    assert.deepEqual(changedEffects([written('one', 'one')]), []);
  });

  it('have edits only where nothing else had a hand in what the file says', () => {
    const change = { kind: 'changed', file: 'a.md', before: 'one' };
    assert.deepEqual(changedEffects([written('one', 'two')]), [
      { ...change, after: 'two', edits: [{ start: 0, end: 3, text: 'two' }] },
    ]);
    assert.deepEqual(changedEffects([written('one', 'two, formatted', 'two')]), [
      { ...change, after: 'two, formatted' },
    ]);
  });
});
