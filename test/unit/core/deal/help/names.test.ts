import assert from 'node:assert/strict';
import { nameAt, namedDeals, placesOf, type SharedKind } from '../../../../../src/core/deal/help/names';
import { namesInUse } from '../../../../../src/core/deal/help/inUse';
import { partsOf } from '../../../../../src/core/frontMatter/scan/spot';
import type { FieldNames } from '../../../../../src/core/process/fieldNames';
import { NO_CURRENCY } from '../../../../../src/core/money';
import { file, makeDeal } from '../../../support/deals';

/** The front matter with the places of a name between `«` and `»`. */
function marked(head: string, kind: SharedKind, name: string, names?: FieldNames): string {
  const text = file(head);
  const marks = placesOf(text, { kind, name }, names).flatMap(({ start, end }) => [
    [start, '«'] as const,
    [end, '»'] as const,
  ]);
  let [out, at] = ['', 0];
  for (const [offset, mark] of marks) {
    out += text.slice(at, offset) + mark;
    at = offset;
  }
  return out + text.slice(at);
}

describe('a name that deals share', () => {
  for (const [kind, name, expected] of [
    ['owner', 'dana', 'owner: «dana»'],
    ['owner', 'dana', 'owner: "«dana»" # dana'],
    ['owner', 'dana', "owner: '«dana»'"],
    // While it is being written.
    ['owner', 'dana', 'owner: "«dana»'],
    ['owner', '"', "owner: '«\"»'"],
    ['owner', 'dana lee', 'owner: «dana  lee»'],
    ['owner', 'owner', 'owner: «owner»'],
    ['owner', 'Lee, R.', 'owner: «Lee, R.»'],
    ['account', 'Acme', 'account: "[[«Acme»]]"'],
    ['account', 'Acme', "account: '[[Accounts/«Acme».md#People]]'"],
    ['account', 'Acme', 'account: "[[Acme Corp|«Acme»]]"'],
    ['tag', 'a, b', 'tags: ["«a, b»", a]'],
    ['account', 'x', 'owner: x\naccount: «x»\ntitle: x\nsource: x\nstage: x'],
    ['tag', 'a', 'tags: [«a», b, "«a»", ab]'],
    ['tag', 'a', "tags:\n  - «a»\n  - '«a»'\nowner: a"],
    // A text with commas is several.
    ['tag', 'a', 'tags: «a», b ,  «a»'],
    ['tag', 'a b', 'tags: " «a b» ,b"'],
    ['tag', 'a', 'tags: "«a»'],
    // Of two tags only one is meant, also where both stand in a text.
    ['tag', 'b', 'tags: a, «b»'],
  ] as const) {
    it(`is found in ${JSON.stringify(expected)}`, () =>
      assert.equal(marked(expected.replaceAll(/[«»]/g, ''), kind, name), file(expected)));
  }

  for (const [kind, name, head] of [
    ['owner', 'dana', 'owner: [dana]'],
    ['owner', 'dana', 'owner: {dana: x}'],
    ['owner', 'dana', 'owner: {name: dana}'],
    ['owner', 'dana', 'owner: |\n  dana'],
    ['owner', '|', 'owner: |\n  dana'],
    // A text of several lines.
    ['owner', 'dana', 'owner: dana\n  lee'],
    ['owner', 'dana', 'mine: {owner: dana}\ncontacts: [{name: dana}]'],
    ['owner', 'Dana', 'owner: dana'],
    ['owner', '', 'owner: " "'],
    ['owner', '', 'owner: ""'],
    ['owner', '', 'owner: "'],
    ['tag', '', 'tags: , a,'],
    ['tag', '', 'tags: [" ", a]'],
  ] as const) {
    it(`is not there in ${JSON.stringify(head)}`, () => assert.equal(marked(head, kind, name), file(head)));
  }

  it('is found under the team’s own key', () => {
    const names: FieldNames = new Map([['owner', 'rep']]);
    assert.equal(marked('rep: dana\nowner: dana', 'owner', 'dana', names), file('rep: «dana»\nowner: dana'));
  });

  it('is the one that the cursor is in, or beside', () => {
    const head = 'tags: "a, bc"';
    const text = file(head);
    const part = partsOf(text).find(({ kind }) => kind === 'value')!;
    const names = [...'"a, bc"', 'behind'].map(
      (_, index) => nameAt(part, text, text.indexOf('"') + index)?.name,
    );
    assert.deepEqual(names, [undefined, 'a', 'a', undefined, 'bc', 'bc', 'bc', undefined]);
    const title = file('title: dana');
    const [, value] = partsOf(title);
    assert.equal(nameAt(value!, title, title.indexOf('dana')), undefined);
  });

  it('is that of the deals that have it, as it is written', () => {
    const deals = [
      makeDeal({ path: '1.md', owner: 'dana', tags: ['dana', 'x'] }),
      makeDeal({ path: '2.md', owner: 'Dana', account: 'dana', tags: [] }),
      makeDeal({ path: '3.md', owner: undefined, tags: ['x'] }),
    ];
    const paths = (kind: SharedKind, name: string) =>
      namedDeals(deals, { kind, name }).map(({ path }) => path);
    assert.deepEqual(paths('owner', 'dana'), ['1.md']);
    assert.deepEqual(paths('account', 'dana'), ['2.md']);
    assert.deepEqual(paths('tag', 'x'), ['1.md', '3.md']);
    assert.deepEqual(paths('tag', 'dana'), ['1.md']);
  });
});

describe('names in use', () => {
  const contact = (name: string, role: string | undefined) => ({ name, role, email: undefined });
  const deals = [
    makeDeal({ path: '1.md', value: { amount: 1, currency: NO_CURRENCY }, contacts: [contact('a', 'user')] }),
    makeDeal({
      path: '2.md',
      value: { amount: 1, currency: 'SEK' },
      contacts: [contact('b', 'buyer'), contact('c', undefined), contact('d', 'buyer')],
    }),
  ];

  it('are the roles of contacts, those that are used most first', () =>
    assert.deepEqual(namesInUse(deals, 'role', ''), ['buyer', 'user']));

  it('are the currencies, where there is one', () =>
    assert.deepEqual(namesInUse(deals, 'currency', ''), ['SEK']));
});
