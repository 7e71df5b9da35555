import assert from 'node:assert/strict';
import { schemaAt, typesOf, type Schema } from '../../../../src/core/process/schema';

const ROOT: Schema = {
  definitions: {
    stage: {
      description: 'A stage.',
      properties: { label: { type: 'string' }, days: { default: 21, minimum: 0 } },
    },
    day: { type: 'string', description: 'A day.' },
  },
  properties: {
    skip: { enum: ['allow', 'block'], default: 'allow' },
    closing: {
      description: 'The last one.',
      allOf: [{ $ref: '#/definitions/stage' }],
      properties: { days: { default: 14 }, more: { type: 'number' } },
    },
    plain: { $ref: '#/definitions/stage' },
    first: { $ref: '#/definitions/day', description: 'The first day.' },
    list: { items: { $ref: '#/definitions/stage' } },
    quota: { patternProperties: { '^\\d{4}-Q[1-4]$': { type: ['number', 'object'] } } },
    letters: { patternProperties: { '^\\p{Lu}$': { type: 'string' } } },
    nowhere: { $ref: '#/definitions/none', type: 'string' },
  },
};
const at = (...path: (string | number)[]) => schemaAt(ROOT, path);

describe('what the schema says of a place', () => {
  it('is what is written there', () => {
    assert.deepEqual(at(), { ...ROOT });
    assert.deepEqual(at('skip'), { enum: ['allow', 'block'], default: 'allow' });
  });

  it('is also what it refers to, and its own goes before that', () => {
    assert.equal(at('plain')!.description, 'A stage.');
    assert.deepEqual(at('plain', 'label'), { type: 'string' });
    assert.deepEqual(at('first'), { type: 'string', description: 'The first day.' });
    assert.equal(at('closing')!.description, 'The last one.');
    assert.deepEqual(Object.keys(at('closing')!.properties!).sort(), ['days', 'label', 'more']);
    assert.deepEqual(at('closing', 'days'), { default: 14, minimum: 0 });
    assert.deepEqual(at('nowhere'), { type: 'string' });
    const bare: Schema = { properties: { a: { $ref: '#/definitions/x', minimum: 1 } } };
    assert.deepEqual(schemaAt(bare, ['a']), { minimum: 1 });
  });

  it('is the same for each item of a list, and for each key of a pattern', () => {
    assert.deepEqual(at('list', 3, 'days'), { default: 21, minimum: 0 });
    assert.deepEqual(at('quota', '2026-Q4'), { type: ['number', 'object'] });
    assert.deepEqual(at('letters', 'É'), { type: 'string' });
  });

  it('is nothing where nothing may stand', () => {
    for (const path of [
      ['other'],
      ['skip', 'x'],
      ['skip', 0],
      ['quota', '2026'],
      ['list', 'days'],
      ['closing', 0],
      ['toString'],
      ['other', 'x', 0],
    ])
      assert.equal(at(...path), undefined, path.join());
  });
});

describe('the kinds of values of a setting', () => {
  it('are none, one or several', () => {
    assert.deepEqual([{}, { type: 'string' }, { type: ['number', 'object'] }].map(typesOf), [
      [],
      ['string'],
      ['number', 'object'],
    ]);
  });
});
