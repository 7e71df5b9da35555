import assert from 'node:assert/strict';
import { stageElsewhere } from '../../../../src/core/adopt/adoption';
import { readInline } from '../../../../src/core/adopt/inlineNote';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { applyEdits } from '../../../../src/core/textEdit';

const read = (...lines: readonly string[]) => {
  const text = lines.join('\n');
  const inline = readInline(text, DEFAULT_PROCESS);
  return inline && { ...inline, after: applyEdits(text, inline.edits).split('\n') };
};

describe('the lines of a note that move into its front matter', () => {
  const deal = ['---', 'stage: proposal', 'account: Acme', '---'];

  it('are none of a note that has no stage, in lines or above them', () => {
    assert.equal(read('Company:: Acme', 'Amount:: 5', ''), undefined);
    assert.equal(read('---', 'mood: good', '---', 'Company:: Acme', ''), undefined);
    assert.equal(read('Met at [company:: Acme].', ''), undefined);
    assert.deepEqual(read('Stage:: proposal', 'Amount:: 5', '')!.data, { stage: 'proposal', value: 5 });
  });

  it('are not those whose key is there already; one of another key for the same field keeps that', () => {
    const { data, after } = read(...deal, 'value:: 5', 'account:: Other', 'Amount:: 6', 'Words.', '')!;
    assert.deepEqual(data, { value: 5, Amount: 6 });
    assert.deepEqual(after, [
      ...['---', 'stage: proposal', 'account: Acme', 'value: 5', 'Amount: 6', '---'],
      ...['account:: Other', 'Words.', ''],
    ]);
  });

  it('leave one blank line of two around them, and each gap elsewhere', () => {
    const words = ['First.', '', '', 'Second.', '', '', '', 'Third.', ''];
    assert.deepEqual(read(...deal, 'Hello.', '', 'value:: 5', '', ...words)!.after, [
      ...['---', 'stage: proposal', 'account: Acme', 'value: 5', '---', 'Hello.', ''],
      ...words,
    ]);
    assert.deepEqual(read('', 'Stage:: proposal', '', ...words)!.after, [
      ...['---', 'stage: proposal', '---'],
      ...words,
    ]);
  });
});

describe('the key that has a stage where the key of the pipeline has none', () => {
  for (const [data, key] of [
    [{ stage: 'proposal' }, 'stage'],
    [{ Stage: 'anything' }, 'Stage'],
    [{ status: 'Proposal' }, 'status'],
    [{ company: 'Acme', state: 'closing' }, 'state'],
    [{ status: 'active' }, undefined],
    [{ mood: 'proposal' }, undefined],
    [{ stage: '' }, undefined],
    [{ stage: 5 }, undefined],
    [{ phase: 'beta', stage: 'proposal' }, undefined],
  ] as const)
    it(`of ${JSON.stringify(data)} is ${key ?? 'none'}`, () =>
      assert.equal(stageElsewhere(data, 'phase', DEFAULT_PROCESS), key));
});
