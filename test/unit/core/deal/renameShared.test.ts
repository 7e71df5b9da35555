import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changeDeal } from '../../../../src/core/deal/changeDeal';
import { nameAt, namedDeals, placesOf, SHARED_KINDS } from '../../../../src/core/deal/help/names';
import { spotAt } from '../../../../src/core/frontMatter/scan/spot';
import { parseFrontMatter } from '../../../../src/core/frontMatter/parse';
import { readShared, renameShared } from '../../../../src/core/deal/renameShared';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { file, read, readGood } from '../../support/deals';
import { dataIn } from '../../support/edits';
import { assertEnough, forAll } from '../../support/property';
import { sentenceOf } from '../../../../src/words/sentence';

const names = ['dana', 'Dana', 'Zoë: Q', 'no', '012', "it's", '"x"', '#1', 'R. Lee', '🚀 go'];
const name = fc.constantFrom(...names);

const quoted = (text: string) => JSON.stringify(text);
const single = (text: string) => `'${text.replaceAll("'", "''")}'`;
const quote = fc.constantFrom(quoted, single);
const comment = fc.constantFrom('', '', ' # says dana');

/** One of the three fields, in one of the ways in which people write it. */
const scalar = (key: string) =>
  fc.tuple(name, quote, comment).map(([text, write, end]) => `${key}: ${write(text)}${end}`);
const tags = fc
  .tuple(
    fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
    quote,
    comment,
    fc.constantFrom('flow', 'block', 'level'),
  )
  .map(([some, write, end, form]) => {
    if (form === 'flow') return `tags: [${some.map(write).join(', ')}]${end}`;
    const indent = form === 'block' ? '  ' : '';
    return ['tags:', ...some.map(text => `${indent}- ${write(text)}${end}`)].join('\n');
  });
const fields = fc
  .tuple(
    scalar('account'),
    scalar('owner'),
    tags,
    fc.shuffledSubarray([0, 1, 2]),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([account, owner, list, order, newline]) => {
    const some = order.map(at => [account, owner, list][at]!);
    const text = file(
      ['stage: proposal', ...some, 'next_step: ask dana', 'note: {owner: dana, tags: [dana]}'].join('\n'),
      '# dana\n\n- owner: dana\n',
    );
    return text.replaceAll('\n', newline);
  });

describe('a tag that a deal does not have', () => {
  it('changes nothing in it, not even tags that it has twice', () => {
    const text = file('stage: proposal\ntags: [a, a, b]');
    const changed = changeDeal('a.md', text, DEFAULT_PROCESS, opened =>
      renameShared(opened, { kind: 'tag', name: 'x' }, 'y'),
    );
    assert.equal(changed.ok && changed.edited.text, text);
  });
});

describe('a shared name', () => {
  for (const [written, renamed] of [
    ['"[[Acme]]"', 'Zorro GmbH'],
    ["'[[Accounts/Acme.md]]'", 'Zorro'],
    ['"[[Acme Corp|Acme]]"', 'Zorro'],
  ] as const) {
    it(`keeps the link that it is in: ${written}`, () => {
      const text = file(`stage: proposal\naccount: ${written}\n`);
      const changed = changeDeal('a.md', text, DEFAULT_PROCESS, opened =>
        renameShared(opened, { kind: 'account', name: 'Acme' }, renamed),
      );
      assert.ok(changed.ok);
      assert.match(changed.edited.text, /^account: ["']\[\[.*\]\]["']$/m);
      assert.equal(readGood(changed.edited.text).deal.account, renamed);
    });
  }

  it('is another one in all that have it, and nothing else in them or elsewhere is different', () => {
    let count = 0;
    forAll(
      fc.record({
        texts: fc.array(fields, { minLength: 1, maxLength: 3 }),
        kind: fc.constantFrom(...SHARED_KINDS),
        name,
        to: name,
      }),
      ({ texts, kind, name: old, to }) => {
        // The sign before a tag is no part of its name.
        if (kind === 'tag' && [old, to].some(one => one.startsWith('#'))) return;
        for (const text of texts) {
          const changed = changeDeal('a.md', text, DEFAULT_PROCESS, opened =>
            renameShared(opened, { kind, name: old }, to),
          );
          assert.ok(changed.ok, JSON.stringify(changed));
          const before = dataIn(text);
          const after = dataIn(changed.edited.text);
          const key = kind === 'tag' ? 'tags' : kind;
          const renamed = (value: unknown) => (value === old ? to : value);
          const value = before[key];
          const meant = Array.isArray(value) ? [...new Set(value.map(renamed))] : renamed(value);
          const expected =
            value === undefined ? before : { ...before, [key]: Array.isArray(meant) ? sorted(meant) : meant };
          assert.deepEqual(
            value === undefined || !Array.isArray(value)
              ? after
              : { ...after, [key]: sorted(after[key] as unknown[]) },
            expected,
          );
          // Only values of the key are different: all lines but its own are as they were. An item that goes leaves its comment.
          const ours = (line: string) => line.startsWith(key) || /^ *(- |# says)/.test(line);
          const others = (whole: string) => whole.split('\n').filter(line => !ours(line));
          assert.deepEqual(others(changed.edited.text), others(text));
          if (changed.edited.edits.length) count++;
        }
      },
      300,
    );
    assertEnough(count, 10);
  });

  it('is found where it stands, wherever the deal has it', () => {
    forAll(
      fields,
      text => {
        const entry = read(text);
        assert.ok(entry.kind === 'deal');
        const { deal } = entry;
        const shared = [
          ...(deal.account ? [{ kind: 'account', name: deal.account } as const] : []),
          ...(deal.owner ? [{ kind: 'owner', name: deal.owner } as const] : []),
          ...deal.tags.map(tag => ({ kind: 'tag', name: tag }) as const),
        ];
        for (const one of shared) {
          assert.deepEqual(namedDeals([deal], one), [deal]);
          const places = placesOf(text, one);
          assert.equal(places.length, 1, JSON.stringify({ one, text }));
          const spot = spotAt(text, places[0]!.end)!;
          assert.deepEqual(nameAt(spot.part, text, places[0]!.end), places[0]);
        }
      },
      200,
    );
  });

  for (const [head, kind, expected] of [
    ['tags: hot, x', 'tag', "tags: 'warm, x'"],
    ['tags: "x,hot"', 'tag', 'tags: "x, warm"'],
    ['tags: hot', 'tag', 'tags: warm'],
    ['tags: [hot, warm]', 'tag', 'tags: [warm]'],
    ['tags: [hot, hot]', 'tag', 'tags: [warm]'],
    ['tags: [hotel, x]', 'tag', 'tags: [hotel, x]'],
    ['owner: hot\naccount: hot', 'owner', 'owner: warm\naccount: hot'],
    ['owner: >\n  hot', 'owner', 'owner: warm'],
  ] as const) {
    it(`is renamed in ${head.replaceAll('\n', '⏎')}`, () => {
      const text = file(`stage: proposal\n${head}`);
      const changed = changeDeal('a.md', text, DEFAULT_PROCESS, opened =>
        renameShared(opened, { kind, name: 'hot' }, 'warm'),
      );
      assert.ok(changed.ok, JSON.stringify(changed));
      assert.equal(changed.edited.text, file(`stage: proposal\n${expected}`));
      assert.equal(parseFrontMatter(changed.edited.text).kind, 'found');
    });
  }

  it('is refused where that cannot be done safely', () => {
    const text = file('stage: proposal\nowner: &o dana\nwas: *o');
    const changed = changeDeal('a.md', text, DEFAULT_PROCESS, opened =>
      renameShared(opened, { kind: 'owner', name: 'dana' }, 'ines'),
    );
    assert.match(changed.ok ? '' : sentenceOf(changed.problem), /anchor that is used elsewhere/);
  });

  it('is what a person types, on one line; a tag without its sign', () => {
    assert.equal(readShared('owner', '  Dana \n Q '), 'Dana Q');
    assert.equal(readShared('owner', '#1, Lee'), '#1, Lee');
    assert.equal(readShared('tag', '#hot'), 'hot');
    for (const [kind, typed] of [
      ['tag', 'a, b'],
      ['tag', ' '],
      ['owner', ''],
    ] as const)
      assert.equal(readShared(kind, typed), undefined);
  });
});

function sorted(items: readonly unknown[]): unknown[] {
  return items.toSorted((a, b) => (String(a) < String(b) ? -1 : 1));
}
