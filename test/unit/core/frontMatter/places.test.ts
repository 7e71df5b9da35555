import assert from 'node:assert/strict';
import { cutFrontMatter } from '../../../../src/core/frontMatter/cut';
import { placesIn, withPlaces } from '../../../../src/core/frontMatter/places';
import { error, type At, type Place, type Problem } from '../../../../src/core/problem';
import { file } from '../../support/deals';
import { say } from '../../../../src/core/frontMatter/say';

const NAMES = new Map([['value', 'amount']]);
const TEXT = file(
  [
    'title: "Acme" # ours',
    'amount: 12',
    'stage:',
    'owner: ~',
    'tags: [a, "b c", 3]',
    'contacts:',
    '  - name: R. Lee # mornings',
    '    role: buyer',
    '    phone:',
    '  - {name: Bo, role: ""}',
    '  -',
    '  # who else?',
    'note: |',
    '  two',
    '  lines',
    '',
    '42: answer',
    'base: {deep: {deeper: [x, y]}}',
  ].join('\n'),
);

const offsetOf = (text: string, { line, column }: { line: number; column: number }) =>
  text
    .split('\n')
    .slice(0, line - 1)
    .join('\n').length +
  (line > 1 ? 1 : 0) +
  column -
  1;

const textAt = (text: string, where: Place) => text.slice(offsetOf(text, where), offsetOf(text, where.end));

function found(text: string, at: At, fallback = 'stage') {
  const cut = cutFrontMatter(text);
  assert.ok(cut.kind === 'found');
  return placesIn(text, cut.frontMatter, NAMES, fallback)(at);
}

describe('the place of a value in the front matter', () => {
  for (const [at, expected] of [
    [['title'], '"Acme"'],
    [['value'], '12'],
    [['owner'], '~'],
    [['stage'], 'stage'],
    [['tags'], '[a, "b c", 3]'],
    [['tags', 0], 'a'],
    [['tags', 1], '"b c"'],
    [['tags', 9], '[a, "b c", 3]'],
    [['contacts', 0, 'name'], 'R. Lee'],
    [['contacts', 0, 'role'], 'buyer'],
    [['contacts', 0, 'phone'], 'phone'],
    [['contacts', 0, 'mail'], 'name: R. Lee # mornings\n    role: buyer\n    phone:'],
    [['contacts', 1], '{name: Bo, role: ""}'],
    [['contacts', 1, 'role'], '""'],
    [['contacts', 1, 'role', 'deeper'], '""'],
    [['note'], '|\n  two\n  lines\n'],
    [['42'], 'answer'],
    [[42], 'answer'],
    [['base', 'deep', 'deeper', 1], 'y'],
    [['base', 'deep', 'shallow', 1], '{deeper: [x, y]}'],
    [['base', 'deep', 0], '{deeper: [x, y]}'],
    // What is not there is told at the fallback.
    [['close_date'], 'stage'],
    [['amount2', 3], 'stage'],
  ] as const) {
    it(`${JSON.stringify(at)} is ${JSON.stringify(expected)}`, () => {
      for (const text of [TEXT, TEXT.replaceAll('\n', '\r\n')]) {
        const where = found(text, at);
        assert.ok('end' in where && where.end);
        assert.equal(textAt(text, where as Place).replaceAll('\r', ''), expected);
        assert.deepEqual(where.at, at);
      }
    });
  }

  it('ends with the last dash of a list, or its key where nothing stands behind that', () => {
    for (const [yaml, expected] of [
      ['tags:\n  - a\n  -\nowner: x', '- a\n  -'],
      ['tags:\n  - a\n  - # c\nowner: x', '- a\n  -'],
      ['tags:\n  a: 1\n  # c\nowner: x', 'a: 1'],
      ['? tags\nowner: x', 'tags'],
    ] as const)
      assert.equal(textAt(file(yaml), found(file(yaml), ['tags']) as Place), expected);
  });

  it('is the first line where neither it nor the fallback is there, or nothing can be read', () => {
    assert.deepEqual(found(TEXT, ['x'], 'y'), { line: 2, at: ['x'] });
    assert.deepEqual(found(file('stage: a\nb: c: d'), ['stage']), { line: 2, at: ['stage'] });
    assert.deepEqual(found(file('- stage'), ['stage']), { line: 2, at: ['stage'] });
    assert.deepEqual(found(file(''), ['stage']), { line: 2, at: ['stage'] });
  });
});

describe('problems get their places', () => {
  const problem = (where: Parameters<typeof error>[2]) => error('invalid-date', say('sideEffect'), where);
  const placed = (text: string, problems: readonly Problem[]) => withPlaces(text, problems, NAMES, 'stage');

  it('those alone that have none yet, and know what they are about', () => {
    const end = { line: 9, column: 9 };
    const [inTitle, there, whole] = [
      problem({ line: 2, at: ['title'] }),
      problem({ line: 9, column: 3, end, at: ['title'] }),
      problem(1),
    ];
    const [first, second, third] = placed(TEXT, [inTitle, there, whole]);
    assert.deepEqual(first, { ...inTitle, line: 2, column: 8, end: { line: 2, column: 14 } });
    assert.equal(second, there);
    assert.equal(third, whole);
    const settled = [there, whole];
    assert.equal(placed(TEXT, settled), settled);
  });

  it('none in a text without front matter', () => {
    const problems = [problem({ line: 2, at: ['title'] })];
    assert.equal(placed('# Acme\n', problems), problems);
    assert.equal(placed('---\ntitle: a\n', problems), problems);
  });
});
