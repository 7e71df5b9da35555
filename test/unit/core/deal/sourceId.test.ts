import assert from 'node:assert/strict';
import { sourceIdIn, sourceIdsIn } from '../../../../src/core/deal/sourceId';

describe('what another program calls a deal', () => {
  for (const [text, id] of [
    ['---\nstage: proposal\nsource_id: 006A1\n---\n', '006A1'],
    ['\uFEFF--- \r\nsource_id : "006 A1" \r\n---\r\n', '006 A1'],
    ["---\nsource_id: '7'\n---\n", '7'],
    ['---\nsource_id:\n---\n', undefined],
    ['---\nsource_id: ""\n---\n', undefined],
    ['---\nmy_source_id: 7\n---\n', undefined],
    ['---\nstage: proposal\n---\nsource_id: 7\n', undefined],
    ['Notes\n---\nsource_id: 7\n---\n', undefined],
    ['source_id: 7\n', undefined],
    ['', undefined],
  ] as const)
    it(`is ${id ?? 'nothing'} in ${JSON.stringify(text)}`, () => assert.equal(sourceIdIn(text), id));

  it('is one for each side of a conflict', () =>
    assert.deepEqual(sourceIdsIn('---\n<<<<<<< a\nsource_id: 7\n=======\nsource_id: "8"\n>>>>>>> b\n---\n'), [
      '7',
      '8',
    ]));

  it('is known where front matter is JSON, or its keys are in quotes', () => {
    for (const block of [
      '{title: F, stage: proposal, source_id: "deals:6"}',
      '{"title": "F", "source_id":"deals:6", "stage":"proposal"}',
      'title: F\n"source_id" : deals:6',
      "'source_id': 'deals:6'",
    ])
      assert.equal(sourceIdIn(`---\n${block}\n---\n`), 'deals:6', block);
    for (const block of [
      '{title: F, note: "source_id: x"}',
      '{more: {source_id: x}}',
      'title: no source_id: x',
    ])
      assert.equal(sourceIdIn(`---\n${block}\n---\n`), undefined, block);
  });
});
