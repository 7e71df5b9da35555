import assert from 'node:assert/strict';
import { placeForKey } from '../../../../../src/core/deal/help/placeForKey';
import type { FieldNames } from '../../../../../src/core/process/fieldNames';
import { file } from '../../../support/deals';

/** The text with the cursor as `|`; what stands there already is marked as it would be selected. */
function placed(frontMatter: string, key: string, names?: FieldNames): string {
  const text = file(frontMatter);
  const place = placeForKey(text, key, names);
  assert.ok(!('code' in place), JSON.stringify(place));
  const { start, end, before, after, written } = place;
  return text.slice(0, start) + before + (written ? `[${written}]` : '|') + after + text.slice(end);
}

describe('the place of a value that is missing', () => {
  for (const [head, key, expected] of [
    ['stage: proposal\nhistory: []', 'value', 'stage: proposal\nvalue: |\nhistory: []'],
    ['stage: proposal\nvalue:', 'value', 'stage: proposal\nvalue: |'],
    ['stage: proposal\nvalue: 48k # hm', 'value', 'stage: proposal\nvalue: [48k] # hm'],
    ['{"stage": "proposal"}', 'value', '{"stage": "proposal", "value": |}'],
    ['stage: proposal', 'region', 'stage: proposal\nregion: |'],
  ] as const) {
    it(`of ${key} in ${head.replaceAll('\n', '⏎')} is where people write it`, () => {
      assert.equal(placed(head, key), file(expected));
    });
  }

  it('is that of the team’s own key', () => {
    const names: FieldNames = new Map([['close_date', 'closes']]);
    assert.equal(placed('stage: proposal', 'close_date', names), file('stage: proposal\ncloses: |'));
    assert.equal(placed('closes: soon', 'close_date', names), file('closes: [soon]'));
  });

  it('is not within a value of several', () => {
    for (const head of ['value: {amount: 5}', 'value: {value: 5}', 'value: [5]'])
      assert.ok('code' in placeForKey(file(`stage: proposal\n${head}`), 'value'), head);
  });

  it('is not in a file that cannot be edited safely', () => {
    const place = placeForKey(file('stage: proposal\nstage: proposal'), 'value');
    assert.ok('code' in place && place.code === 'duplicate-key');
  });
});
