import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergeDeal } from '../../../../src/core/merge/mergeDeal';
import { latestActivities } from '../../../../src/core/notes/log';
import { readNotes } from '../../../../src/core/notes/readNotes';
import { assertEnough, forAll } from '../../support/property';

interface Line {
  readonly on: string;
  readonly what: string;
}

/** A log of paragraphs: each entry by itself or all below each other, on one line or on two. */
interface Style {
  readonly isApart: boolean;
  readonly isWrapped: boolean;
  readonly isNewestLast: boolean;
}

const BASE: readonly Line[] = [
  { on: '2026-01-09', what: 'call: second talk' },
  { on: '2026-01-05', what: 'call: first talk' },
];

function write(log: readonly Line[], { isApart, isWrapped, isNewestLast }: Style): string {
  const lines = log.map(({ on, what }) => `${on} ${what}${isWrapped ? '\nwith more to say' : ''}`);
  if (isNewestLast) lines.reverse();
  const between = isApart || isWrapped ? '\n\n' : '\n';
  return `---\nstage: proposal\n---\nNotes.\n\n## Log\n\n${lines.join(between)}\n`;
}

const style: fc.Arbitrary<Style> = fc.record({
  isApart: fc.boolean(),
  isWrapped: fc.boolean(),
  isNewestLast: fc.boolean(),
});
const added = fc.array(
  fc.record({
    on: fc.integer({ min: 10, max: 28 }).map(number => `2026-01-${number}`),
    what: fc.constantFrom('call: prices', 'mail: the offer', 'visit: both sites', 'call: legal'),
  }),
  { minLength: 1, maxLength: 3 },
);
const newestFirst = (log: readonly Line[]) =>
  [...log].sort((a, b) => Number(b.on > a.on) - Number(b.on < a.on));

function activitiesIn(text: string): string[] {
  return latestActivities(readNotes(text, text.indexOf('Notes.')), 100).map(
    ({ on, what }) => `${on} ${what}`,
  );
}

describe('logs of dated paragraphs without bullets', () => {
  it('are united entry by entry, and every entry still counts', () => {
    let count = 0;
    forAll(
      fc.record({ mine: added, others: added, how: style }),
      ({ mine, others, how }) => {
        const [base, ours, theirs] = [BASE, [...mine, ...BASE], [...others, ...BASE]].map(log =>
          write(newestFirst(log), how),
        );
        const merged = mergeDeal({ base: base!, ours: ours!, theirs: theirs! });
        assert.ok(merged.kind === 'merged');
        assert.deepEqual(merged.conflicts, [], merged.text);
        const found = activitiesIn(merged.text);
        for (const one of [...activitiesIn(ours!), ...activitiesIn(theirs!)])
          assert.ok(found.includes(one), `${one}\n${merged.text}`);
        const days = found.map(one => one.slice(0, 10));
        assert.deepEqual(days, [...days].sort().reverse());
        if (mine.length + others.length > 2) count++;
        const written = merged.text.split('\n').flatMap(line => /^2026-\S+/.exec(line)?.[0] ?? []);
        assert.equal(written.length, found.length, 'none is hidden in another');
      },
      300,
    );
    assertEnough(count, 50);
  });

  it('are left to a person where something stands between them that has no day', () => {
    const log = (lines: string) => `---\nstage: proposal\n---\n\n## Log\n\n${lines}`;
    const merged = mergeDeal({
      base: log('2026-01-05 call\n'),
      ours: log('2026-01-07 call: a\n\nThey were in a hurry.\n\n2026-01-05 call\n'),
      theirs: log('2026-01-08 call: b\n\n2026-01-05 call\n'),
    });
    assert.ok(merged.kind === 'merged');
    assert.equal(merged.conflicts.length, 1);
    assert.match(merged.text, /2026-01-07 call: a\n\nThey were in a hurry\./);
  });

  it('are not put among the items of the other side', () => {
    const log = (lines: string) => `---\nstage: proposal\n---\n\n## Log\n\n${lines}`;
    const merged = mergeDeal({
      base: log(''),
      ours: log('- 2026-01-07 call: a\n'),
      theirs: log('2026-01-08 call: b\n'),
    });
    assert.ok(merged.kind === 'merged');
    assert.equal(merged.conflicts.length, 1);
  });
});
