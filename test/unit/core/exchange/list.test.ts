import assert from 'node:assert/strict';
import { listAsJson } from '../../../../src/core/exchange/json/list';
import { Pipeline } from '../../../../src/core/pipeline/pipeline';
import { error } from '../../../../src/core/problem';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { day, makeDeal } from '../../support/deals';

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
});
