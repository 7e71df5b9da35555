import assert from 'node:assert/strict';
import fc from 'fast-check';
import { jsonText, jsonTextOfWhole } from '../../../../src/core/exchange/json/jsonText';
import { DEAL_KEYS, listAsJson } from '../../../../src/core/exchange/json/list';
import { Pipeline } from '../../../../src/core/pipeline/pipeline';
import { error } from '../../../../src/core/problem';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { day, makeDeal } from '../../support/deals';
import { anyEntry } from '../../support/pipelines';
import { forAll } from '../../support/property';

describe('a list as JSON', () => {
  it('names the files that are no deals: notes by their paths, others with what is wrong', () => {
    const problem = error('invalid-yaml', { say: 'x', args: {} }, 3);
    const pipeline = new Pipeline(DEFAULT_PROCESS, [
      { kind: 'note', path: 'b.md' },
      { kind: 'attention', path: 'odd.md', title: 'odd', problem },
      { kind: 'deal', path: 'acme.md', deal: makeDeal(), problems: [] },
      { kind: 'note', path: 'a.md' },
    ]);
    const list = listAsJson('deals', { pipeline, leftOut: 2 }, [], day(0), () => 'Broken.');
    assert.deepEqual(list.otherNotes, ['a.md', 'b.md']);
    assert.deepEqual(list.needsAttention, [
      { path: 'odd.md', line: 3, code: 'invalid-yaml', message: 'Broken.' },
    ]);
    assert.deepEqual([list.folder, list.leftOut, list.files.total], ['deals', 2, 4]);
  });

  it('has all keys of a deal, in the order in which they have always stood', () => {
    const pipeline = new Pipeline(DEFAULT_PROCESS, []);
    const list = listAsJson('deals', { pipeline, leftOut: 0 }, [makeDeal()], day(0), () => '');
    assert.deepEqual(Object.keys(list.deals[0]!), DEAL_KEYS);
  });

  it('has nothing absent in it, so that it can be written without a look at each value', () => {
    forAll(fc.array(anyEntry, { maxLength: 8 }), entries => {
      const pipeline = new Pipeline(DEFAULT_PROCESS, entries);
      const deals = pipeline.dealsInOrder();
      const list = listAsJson('deals', { pipeline, leftOut: 0 }, deals, day(0), () => 'Broken.');
      assert.equal(jsonTextOfWhole(list, 2), jsonText(list, 2));
    });
  });

  it('escapes each sign by which a terminal may be steered, and no other', () => {
    for (let code = 0x7f; code <= 0xffff; code++) {
      const sign = String.fromCharCode(code);
      if (/\p{Cs}/u.test(sign)) continue;
      const isEscaped = jsonText(sign) !== `"${sign}"`;
      assert.equal(isEscaped, /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u.test(sign), code.toString(16));
    }
  });
});
