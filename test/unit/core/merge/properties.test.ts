import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sidesOf } from '../../../../src/core/frontMatter/conflict';
import { parseFrontMatter, type Data } from '../../../../src/core/frontMatter/parse';
import { mergeDeal, type DealMerge } from '../../../../src/core/merge/mergeDeal';
import { isDeal } from '../../../../src/core/deal/entry';
import { read } from '../../support/deals';
import { assertEnough, forAll } from '../../support/property';
import { after, BASE, change, style, write, type DealChange, type DealStyle } from './support/dealModel';

type Merged = Extract<DealMerge, { kind: 'merged' }>;

interface TwoSides {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  readonly mine: readonly DealChange[];
  readonly others: readonly DealChange[];
  readonly how: DealStyle;
}

const changes = fc.array(change, { minLength: 1, maxLength: 5 });
const twoSides: fc.Arbitrary<TwoSides> = fc
  .record({ mine: changes, others: changes, how: style })
  .map(given => {
    const { mine, others, how } = given;
    return {
      ...given,
      base: write(BASE, how),
      ours: write(after(mine, how), how),
      theirs: write(after(others, how), how),
    };
  });

function merge({ base, ours, theirs }: Pick<TwoSides, 'base' | 'ours' | 'theirs'>): Merged {
  const merged = mergeDeal({ base, ours, theirs });
  assert.ok(merged.kind === 'merged');
  return merged;
}

function dataOf(text: string): Data {
  const parsed = parseFrontMatter(text);
  assert.ok(parsed.kind === 'found', JSON.stringify(parsed));
  return parsed.data;
}

function linesNot(text: string, other: string): string[] {
  const known = new Set(other.split('\n'));
  return text.split('\n').filter(line => !known.has(line));
}

/** With a comment behind some lines of its front matter, or above them. */
function commented(
  text: string,
  places: readonly { readonly at: number; readonly isOwnLine: boolean }[],
  who: string,
): string {
  const lines = text.split('\n');
  const count = lines.indexOf('---', 1) - 1;
  for (const [number, { at, isOwnLine }] of places.entries()) {
    const line = 1 + (at % count);
    const comment = `# ${who} ${number}`;
    if (isOwnLine) lines[line] = `${/^ */.exec(lines[line]!)![0]}${comment}\n${lines[line]!}`;
    else if (!lines[line]!.includes('#')) lines[line] += ` ${comment}`;
  }
  return lines.join('\n');
}

const STANDING = new Set(['stage', 'status', 'closed_on', 'lost_reason']);

describe('merging two versions of any deal', () => {
  it('reads in the end, or reads with either side taken; and no key is there twice', () => {
    let told = 0;
    forAll(
      twoSides,
      given => {
        const { text, conflicts } = merge(given);
        if (conflicts.length) told++;
        const sides = conflicts.length ? sidesOf(text) : undefined;
        assert.equal(sides === undefined, conflicts.length === 0);
        for (const one of sides ? [sides.ours.text, sides.theirs.text] : [text]) {
          assert.ok(isDeal(read(one)), one);
          assert.doesNotMatch(one, /<<<<<<<|>>>>>>>/);
        }
      },
      500,
    );
    assertEnough(told, 30);
  });

  it('loses nothing that either side has changed', () => {
    forAll(
      twoSides,
      given => {
        const { text, conflicts, united } = merge(given);
        const lines = text.split('\n');
        for (const [side, other] of [
          [given.ours, given.theirs],
          [given.theirs, given.ours],
        ] as const) {
          const [was, is, elsewhere] = [dataOf(given.base), dataOf(side), dataOf(other)];
          // A list on one line is looked at item by item below.
          const isList = /^tags:/;
          const isWon = (line: string) => united.includes('standing') && STANDING.has(line.split(':')[0]!);
          for (const line of linesNot(side, given.base))
            if (!isList.test(line) && !isWon(line)) assert.ok(lines.includes(line), `${line}\n${text}`);
          if (conflicts.some(({ keys }) => keys.includes('tags'))) continue;
          const tags = (data: Data) => (data['tags'] ?? []) as string[];
          const result = tags(dataOf(sidesOf(text)?.ours.text ?? text));
          for (const tag of tags(is)) if (!tags(was).includes(tag)) assert.ok(result.includes(tag));
          for (const tag of tags(was)) {
            const isGone = !tags(is).includes(tag);
            if (isGone && !tags(elsewhere).includes(tag)) assert.ok(!result.includes(tag));
            if (isGone) assert.ok(!result.includes(tag), `${tag} has come back\n${text}`);
          }
        }
      },
      500,
    );
  });

  it('loses no comment that either side has written', () => {
    const places = fc.array(fc.record({ at: fc.nat(40), isOwnLine: fc.boolean() }), { maxLength: 4 });
    forAll(
      fc.tuple(twoSides, places, places),
      ([{ base, ours, theirs }, mine, others]) => {
        const [first, second] = [commented(ours, mine, 'one'), commented(theirs, others, 'two')];
        const { text } = merge({ base, ours: first, theirs: second });
        for (const comment of `${first}${second}`.match(/# (?:one|two) \d+$/gm) ?? [])
          assert.ok(text.includes(`${comment}\n`), `${comment}\n${text}`);
      },
      500,
    );
  });

  it('is the same whichever side is named first', () => {
    forAll(
      twoSides,
      given => {
        const one = merge(given);
        const other = merge({ base: given.base, ours: given.theirs, theirs: given.ours });
        const about = ({ conflicts }: Merged) =>
          conflicts.map(({ keys, about: what }) => [what, ...keys].join()).sort();
        assert.deepEqual(about(one), about(other));
        const sorted = ({ text }: Merged) =>
          text
            .replaceAll(/^(?:<{7}|={7}|>{7}).*\n/gm, '')
            .replaceAll(/^tags: \[(.*)\]$/gm, (_, tags: string) => tags.split(', ').sort().join())
            .split('\n')
            .sort();
        assert.deepEqual(sorted(one), sorted(other));
      },
      500,
    );
  });

  it('asks nobody where the sides have changed different things', () => {
    let count = 0;
    forAll(
      twoSides,
      given => {
        const FREE = new Set(['log', 'tags', 'contacts', 'tasks']);
        const touched = new Set(given.mine.map(({ touches }) => touches));
        if (given.others.some(({ touches }) => touched.has(touches) && !FREE.has(touches))) return;
        count++;
        const { conflicts, text } = merge(given);
        assert.deepEqual(conflicts, [], text);
      },
      800,
    );
    assertEnough(count, 30);
  });

  it('tells of nothing that both have changed alike', () => {
    const given = fc.record({ same: changes, mine: changes, how: style });
    forAll(
      given,
      ({ same, mine, how }) => {
        const [base, theirs] = [write(BASE, how), write(after(same, how), how)];
        assert.equal(merge({ base, ours: theirs, theirs }).text, theirs);
        // One goes on where both are.
        const touched = new Set(same.map(({ touches }) => touches));
        const others = mine.filter(({ touches }) => !touched.has(touches));
        const ours = write(after([...same, ...others], how), how);
        const { text, conflicts } = merge({ base, ours, theirs });
        assert.deepEqual(conflicts, [], text);
        assert.deepEqual(dataOf(text), dataOf(ours));
      },
      300,
    );
  });

  it('gives the bytes of the other side where one has changed nothing', () => {
    forAll(twoSides, ({ base, ours }) => {
      const written = ours.replaceAll('\n', '\r\n');
      assert.equal(merge({ base, ours: written, theirs: base }).text, written);
      assert.equal(merge({ base, ours: base, theirs: written }).text, written);
    });
  });

  it('ends the history in the stage that the file says', () => {
    forAll(
      twoSides,
      given => {
        const { text } = merge(given);
        const sides = sidesOf(text);
        for (const one of sides ? [sides.ours.text, sides.theirs.text] : [text]) {
          const { stage, status, history } = dataOf(one) as {
            stage: string;
            status: string;
            history: Data[];
          };
          assert.equal(history.findLast(line => line['stage'])?.['stage'], stage, one);
          assert.equal(history.findLast(line => line['status'])?.['status'] ?? 'open', status, one);
        }
      },
      500,
    );
  });

  it('keeps line ends, a byte order mark and a missing last line end as one side has them', () => {
    const forms: readonly ((text: string) => string)[] = [
      text => text.replaceAll('\n', '\r\n'),
      text => `\uFEFF${text}`,
      text => text.replace(/\n$/, ''),
    ];
    forAll(
      fc.tuple(twoSides, fc.constantFrom(...forms)),
      ([{ base, ours, theirs }, form]) => {
        const merged = merge({ base, ours, theirs });
        const isOpenEnd = form('a\n') === 'a' && merged.text.trimEnd().endsWith('>>>>>>> theirs');
        const meant = isOpenEnd ? merged.text : form(merged.text);
        if (ours === base || theirs === base || ours === theirs) return;
        assert.equal(merge({ base, ours: form(ours), theirs }).text, meant);
        assert.equal(merge({ base, ours, theirs: form(theirs) }).text, meant);
        assert.equal(merge({ base: form(base), ours: form(ours), theirs: form(theirs) }).text, meant);
      },
      200,
    );
  });
});
