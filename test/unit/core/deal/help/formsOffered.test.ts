import assert from 'node:assert/strict';
import { kindAt, keysIn } from '../../../../../src/core/deal/help/fields';
import { inSnippet, type Offer, type OfferContext } from '../../../../../src/core/deal/help/offer';
import { offersAt } from '../../../../../src/core/deal/help/offers';
import { makeProcess } from '../../../../../src/core/process/process';
import { date, file } from '../../../support/deals';

const known: OfferContext = {
  process: makeProcess(),
  names: kind => (kind === 'tag' ? ['a', 'b'] : []),
  today: date('2026-11-20'),
  language: 'en',
  isAsked: false,
};

/** What is offered at the mark `¦`. */
function offersIn(marked: string, given: Partial<OfferContext> = {}): readonly Offer[] {
  const text = file(marked);
  return offersAt(text.replace('¦', ''), text.indexOf('¦'), { ...known, ...given }).offers;
}
const values = (marked: string, given?: Partial<OfferContext>) =>
  offersIn(marked, given).map(({ value }) => value);
const textOf = (marked: string, label: string) =>
  offersIn(marked).find(one => one.label === label)?.edit.text;

describe('stages are offered in the form', () => {
  const isLabels = (marked: string) => {
    const offered = values(marked);
    assert.equal(offered.length, 7);
    assert.ok(offered.includes('Closing') || offered.includes('closing'));
    return offered.includes('Closing');
  };
  for (const [what, marked, expected] of [
    ['of the stage that stands there', 'stage: x\nhistory: [{stage: Clo¦sing}, {stage: proposal}]', false],
    [
      'of labels, where one stands there',
      'stage: x\nhistory: [{stage: Needs analysis¦}, {stage: proposal}]',
      true,
    ],
    [
      'of a stage in a place of the same kind',
      'stage: proposal\nhistory: [{stage: Needs analysis}, {stage: ¦}]',
      true,
    ],
    ['of the stage that another line left', 'stage: x\nhistory: [{from: Needs analysis}, {stage: ¦}]', true],
    [
      'of ids, where a stage only stands in a key',
      'stage: {Needs analysis: x}\nhistory: [{stage: ¦}]',
      false,
    ],
    [
      'of ids, where one only stands behind another key',
      'title: Needs analysis\nhistory: [{reason: Needs analysis}, {stage: ¦}]',
      false,
    ],
  ] as const) {
    it(what, () => assert.equal(isLabels(marked.replace('Clo¦sing', 'clo¦sing')), expected));
  }
});

describe('nothing is offered', () => {
  for (const marked of [
    'stage: |¦\n  closing',
    'stage: >¦',
    'tags: a, ¦',
    'tags: a, b¦',
    'contacts:\n  - name:\n      role: ¦',
    'mine: {stage: ¦}',
    'owner: [¦]',
  ])
    it(`at ${JSON.stringify(marked)}`, () => assert.deepEqual(values(marked), []));

  it('for what lies deeper than the fields of a deal', () => {
    assert.equal(kindAt([]), undefined);
    assert.equal(kindAt(['contacts', 'role']), 'role');
    assert.equal(kindAt(['contacts', 'name', 'role']), undefined);
    assert.deepEqual([keysIn(['contacts']).length > 0, keysIn(['contacts', 'name'])], [true, []]);
  });
});

describe('names are offered', () => {
  const owners = (count: number): Partial<OfferContext> => ({
    names: () => Array.from({ length: count }, (_, at) => `Owner ${at}`),
  });

  it('all of them up to a hundred; of more, those that have what is typed', () => {
    assert.equal(values('owner: 99¦', owners(100)).length, 100);
    assert.deepEqual(values('owner: r 99¦', owners(101)), ['Owner 99']);
    assert.deepEqual(values('owner: OWNER 100¦', owners(101)), ['Owner 100']);
    assert.deepEqual(values('owner: lost¦', owners(101)), []);
    assert.equal(values('owner: ¦', owners(101)).length, 100);
  });
});

describe('what stands there as a whole is no beginning of another', () => {
  it('also where it is another name of a stage', () => {
    for (const written of ['proposals', 'Proposal', 'proposal'])
      for (const { filter } of offersIn(`stage: ${written}¦`, { isAsked: true }))
        assert.equal(filter, written);
    for (const { filter } of offersIn('stage: propos¦', { isAsked: true })) assert.notEqual(filter, 'propos');
  });
});

describe('a new list', () => {
  const LINE = '{on: 2026-11-20, stage: closing}';

  it('stands in further than its key', () => {
    assert.equal(textOf('stage: closing\n¦', 'history'), `history:\n  - ${LINE}`);
    assert.equal(textOf('  stage: closing\n  ¦', 'history'), `history:\n    - ${LINE}`);
    assert.equal(textOf('stage: closing\ntags:\n- a\n¦', 'history'), `history:\n- ${LINE}`);
  });

  it('names the stage as the history does', () => {
    assert.equal(
      textOf('stage: "closing"\ntitle: x\n¦', 'history'),
      'history:\n  - {on: 2026-11-20, stage: closing}',
    );
  });

  it('has all keys of a contact, whatever other groups have', () => {
    const labels = offersIn('name: x\nmine: {role: x}\ncontacts:\n  - ¦').map(({ label }) => label);
    assert.deepEqual(labels, ['contacts', 'name', 'role', 'email', 'phone']);
  });
});

describe('a key is written', () => {
  for (const [what, marked, written] of [
    ['in the quotes of the keys beside it', '{"title": "x", ¦}', '"owner": '],
    ['without quotes where the keys beside it have none', '{title: "x", ¦}', 'owner: '],
    ['not as one that has no value yet', '{"a", title: x, ¦}', 'owner: '],
  ] as const) {
    it(what, () => assert.equal(textOf(marked, 'owner'), written));
  }

  it('not as those of another group', () => {
    assert.equal(textOf('{"title": "x", contacts: [{name: x, ¦}]}', 'role'), 'role: ');
  });
});

describe('a text in a snippet', () => {
  it('says of each sign that it means itself', () => {
    assert.equal(inSnippet('a$1 {b} c\\d'), 'a\\$1 {b\\} c\\\\d');
    assert.equal(inSnippet('plain'), 'plain');
  });
});
