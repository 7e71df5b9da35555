import assert from 'node:assert/strict';
import fc from 'fast-check';
import { explain, explainAt, suggestAt } from '../../../../src/core/process/processHelp';
import type { Schema } from '../../../../src/core/process/schema';
import { STAGE_IDS } from '../../../../src/core/process/stages';
import { readProcess } from '../../../../src/core/process/processFile';
import { forAll } from '../../support/property';
import { PROCESS_SCHEMA } from '../../support/schema';
import { sentenceOf } from '../../../../src/words/sentence';

/** The labels that are suggested at `|`. */
function suggested(marked: string): string[] {
  const offset = marked.indexOf('|');
  const { suggestions } = suggestAt(marked.replace('|', ''), offset, PROCESS_SCHEMA);
  return suggestions.map(({ label }) => label);
}

/** The text once the suggestion of that name is taken, with `|` where one goes on. */
function taken(marked: string, label: string): string {
  const [offset, text] = [marked.indexOf('|'), marked.replace('|', '')];
  const { start, end, suggestions } = suggestAt(text, offset, PROCESS_SCHEMA);
  const { snippet } = suggestions.find(one => one.label === label)!;
  const indent = /^ */.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))![0];
  const inserted = snippet
    .replaceAll('\n', `\n${indent}`)
    .replaceAll('\t', '  ')
    .replace('$1', '|')
    .replace('$0', '');
  return text.slice(0, start) + inserted + text.slice(end);
}

describe('in sales-process.yaml is suggested', () => {
  for (const [where, has, hasNot] of [
    ['|', ['currency', 'skip', 'stages', 'fields'], ['label']],
    ['currency: EUR\nsk|', ['skip'], ['currency']],
    ['sk|\ncurrency: EUR\n', ['skip'], ['currency']],
    ['stages:\n  |', [...STAGE_IDS], ['skip']],
    ['stages:\n  closing:\n  pro|', ['proposal'], ['closing']],
    ['stages:\n  closing:\n    |', ['label', 'probability'], ['closing']],
    ['stages:\n  closing:\n    label: x\n    |\n    aliases: []\n', ['probability'], ['label', 'aliases']],
    ['stages:\n  closing: { lab| }', ['label'], []],
    ['stages:\n  closing:\n    exit_criteria:\n      - id: a\n        |', ['text'], ['id']],
    ['stages:\n  closing:\n    exit_criteria:\n      |', ['- id:'], []],
    ['views:\n  - { name: Mine, | }', ['sort', 'no_next_step'], ['name']],
    ['fields:\n  |', ['value', 'account'], []],
  ] as const) {
    it(`the keys that may stand there: ${JSON.stringify(where)}`, () => {
      const labels = suggested(where);
      for (const label of has) assert.ok(labels.includes(label), `${label} in ${labels.join()}`);
      for (const label of hasNot) assert.ok(!labels.includes(label), `no ${label} in ${labels.join()}`);
    });
  }

  for (const [where, values] of [
    ['skip: |', ['allow', 'warn', 'block']],
    ['skip: wa|', ['allow', 'warn', 'block']],
    ['back:|\n', []],
    ['stages:\n  closing:\n    forecast: |\n  proposal:\n', ['pipeline', 'best_case', 'commit', 'omitted']],
    ['views:\n  - { name: Mine, stalled: | }', ['true', 'false']],
    ['views:\n  - { name: Mine, status: [open, |] }', ['open', 'won', 'lost']],
    ['views:\n  - name: Mine\n    closing: |', ['month', 'quarter']],
  ] as const) {
    it(`the values that may stand there: ${JSON.stringify(where)}`, () =>
      assert.deepEqual(suggested(where), values));
  }

  for (const where of [
    '# |',
    'skip: warn # |',
    'label: |',
    'stages: |',
    'stages:\n  closing: |',
    'colour:\n  |',
    'currency:\n  |',
    'lost_reasons:\n  |',
    'skip:\n  wa|: x',
    '{ views: | }',
    'stages:\n  closing:\n    guidance: Send it |',
    'stages:\n  closing:\n    guidance: |-\n      Send |',
  ]) {
    it(`nothing: ${JSON.stringify(where)}`, () => {
      const offset = where.lastIndexOf('|');
      const text = where.slice(0, offset) + where.slice(offset + 1);
      assert.deepEqual(suggestAt(text, offset, PROCESS_SCHEMA).suggestions, []);
    });
  }

  it('so that what is taken can be gone on with', () => {
    assert.equal(taken('sta|', 'stages'), 'stages:\n  ');
    assert.equal(taken('sk|', 'skip'), 'skip: ');
    assert.equal(taken('sk|: warn', 'skip'), 'skip: warn');
    assert.equal(
      taken('stages:\n  closing:\n    ex|', 'exit_criteria'),
      'stages:\n  closing:\n    exit_criteria:\n      - id: |\n        text: ',
    );
    assert.equal(taken('views:\n  - { na| }', 'name'), 'views:\n  - { name:  }');
    assert.equal(taken('lo|', 'lost_reasons'), 'lost_reasons:\n  - ');
  });

  for (const [where, label, snippet, kind, goesOn] of [
    ['|', 'currency', 'currency: ', 'key', false],
    ['|', 'skip', 'skip: ', 'key', true],
    ['|', 'rates', 'rates:\n\t$0', 'key', false],
    ['|', 'stages', 'stages:\n\t$0', 'key', false],
    ['|', 'views', 'views:\n\t- name: $0', 'key', false],
    ['|', 'lost_reasons', 'lost_reasons:\n\t- $0', 'key', false],
    ['sk|\nback: warn', 'skip', 'skip: ', 'key', true],
    ['sk|\t: warn', 'skip', 'skip', 'key', false],
    ['quota:\n  2026-Q4:\n    |', 'amount', 'amount: ', 'key', false],
    ['stages:\n  closing:\n    |', 'required', 'required: ', 'key', false],
    ['views:\n  - { name: A, | }', 'status', 'status: ', 'key', true],
    ['views:\n  - { name: A, | }', 'stalled', 'stalled: ', 'key', true],
    ['views:\n  |', '- name:', '- name: $0', 'key', false],
    ['stages:\n  closing:\n    exit_criteria:\n      |', '- id:', '- id: $1\n  text: $0', 'key', false],
    ['skip: |', 'warn', 'warn', 'value', false],
    ['views:\n  - { name: A, status: | }', 'lost', 'lost', 'value', false],
  ] as const) {
    it(`with what comes behind it: ${label} in ${JSON.stringify(where)}`, () => {
      const { suggestions } = suggestAt(where.replace('|', ''), where.indexOf('|'), PROCESS_SCHEMA);
      const found = suggestions.find(one => one.label === label)!;
      assert.deepEqual([found.snippet, found.kind, found.goesOn], [snippet, kind, goesOn]);
    });
  }

  it('with what it means', () => {
    const of = (where: string, label: string) =>
      suggestAt(where.replace('|', ''), where.indexOf('|'), PROCESS_SCHEMA).suggestions.find(
        one => one.label === label,
      )!.explained;
    assert.equal(of('|', 'min_sample').range, '1–1000');
    assert.equal(of('stages:\n  closing:\n    |', 'probability').byDefault, '90');
    assert.match(of('views:\n  |', '- name:').description, /^A view/);
    assert.deepEqual(of('skip: |', 'block'), {
      description: 'Refuses the move.',
      byDefault: undefined,
      range: undefined,
      values: [],
    });
    assert.equal(of('views:\n  - { name: A, status: | }', 'won').description, '');
  });

  it('what is understood: each key that is suggested is known', () => {
    for (const where of ['|', 'stages:\n  |', 'fields:\n  |', 'views:\n  - name: A\n    |']) {
      for (const label of suggested(where)) {
        const { problems } = readProcess(where.replace('|', `${label}:`));
        assert.deepEqual(
          problems.filter(problem => sentenceOf(problem).includes('no setting')),
          [],
          label,
        );
      }
    }
  });

  it('or nothing, whatever the text is', () => {
    const text = fc
      .array(
        fc.constantFrom(
          'stages',
          ':',
          ' ',
          '\n',
          '  ',
          '- ',
          '{',
          '}',
          '[',
          'closing',
          '"',
          '#',
          '&a',
          '*a',
          '|',
          'x',
        ),
        { maxLength: 20 },
      )
      .map(parts => parts.join(''));
    forAll(
      fc.tuple(text, fc.nat(40)),
      ([source, at]) => {
        const offset = Math.min(at, source.length);
        const { start, end } = suggestAt(source, offset, PROCESS_SCHEMA);
        assert.ok(start <= offset && offset <= end && end <= source.length);
        explainAt(source, offset, PROCESS_SCHEMA);
      },
      300,
    );
  });
});

describe('a setting is explained', () => {
  const explained = (text: string, word: string) =>
    explainAt(text, text.indexOf(word) + 1, PROCESS_SCHEMA)?.explained;

  it('with its default, its range and its values', () => {
    const min = explained('min_sample: 4', 'min_sample');
    assert.match(min!.description, /“too few”/);
    assert.deepEqual([min!.byDefault, min!.range], ['5', '1–1000']);
    assert.deepEqual(
      explained('skip: warn', 'skip')!.values.map(({ value }) => value),
      ['allow', 'warn', 'block'],
    );
  });

  it('with a default and a range only where it has one', () => {
    const at = (text: string, word: string) => {
      const { byDefault, range, values } = explained(text, word)!;
      return [byDefault, range, values.length];
    };
    assert.deepEqual(at('currency: EUR', 'currency'), [undefined, undefined, 0]);
    assert.deepEqual(at('views: []', 'views'), [undefined, undefined, 0]);
    assert.deepEqual(at('quota: {2026-Q4: 5}', '2026'), [undefined, undefined, 0]);
    assert.deepEqual(at('views: [{reversed: true}]', 'reversed'), ['false', undefined, 0]);
    assert.equal(
      explained('lost_reasons: []', 'lost')!.byDefault,
      'price, competitor, no budget, no decision, bad fit, timing, lost contact',
    );
  });

  it('where it stands, from its first character to its last', () => {
    const text = 'back: warn\nskip: block\n';
    const places = [11, 15, 17, 22].map(offset => {
      const { start, end, explained } = explainAt(text, offset, PROCESS_SCHEMA)!;
      return [text.slice(start, end), explained.description.slice(0, 7)];
    });
    assert.deepEqual(places, [
      ['skip', 'What ha'],
      ['skip', 'What ha'],
      ['block', 'Refuses'],
      ['block', 'Refuses'],
    ]);
    assert.match(explained('skip: nonsense', 'nonsense')!.description, /^What happens when a move skips/);
  });

  it('with the default of its own stage', () => {
    const text = 'stages:\n  proposal:\n    probability: 40\n  closing: {probability: 80}';
    assert.equal(explained(text, 'probability: 40')!.byDefault, '50');
    assert.equal(explained(text, 'probability: 80')!.byDefault, '90');
    assert.match(explained(text, 'proposal')!.description, /Suggest a solution/);
  });

  it('at its value, too; and a value by what it does', () => {
    assert.match(explained('min_sample: 4', '4')!.description, /too few/);
    assert.equal(explained('skip: block', 'block')!.description, 'Refuses the move.');
    assert.equal(explained('colour: red', 'red'), undefined);
    assert.equal(explained('# skip', 'skip'), undefined);
  });
});

describe('what is known of a setting', () => {
  it('is a range where it has two ends that say something', () => {
    const range = (schema: Schema) => explain(schema).range;
    assert.equal(range({ minimum: 0, maximum: 999_999 }), '0–999999');
    for (const none of [{}, { minimum: 0 }, { maximum: 5 }, { minimum: 0, maximum: 1e6 }])
      assert.equal(range(none), undefined);
  });

  it('is nothing where the schema says nothing', () => {
    assert.deepEqual(explain({ enum: ['a'] }), {
      description: '',
      byDefault: undefined,
      range: undefined,
      values: [{ value: 'a', description: undefined }],
    });
    assert.equal(explainAt('a: 1', 0, { properties: { a: { type: 'number' } } }), undefined);
  });
});
