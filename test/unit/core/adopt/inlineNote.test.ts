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

  it('are not told of in a sentence whose key is there already', () =>
    assert.equal(read(...deal, 'Met [account:: Other] here.', ''), undefined));

  it('are those of a note whose stage is known, by the name of the stage or one that people use for it', () => {
    assert.equal(read('Mood: proposal', 'Amount: 5', ''), undefined);
    assert.equal(read(...deal, 'Phase: closing', 'Amount: 5', ''), undefined);
    const said = ['Mood: proposal', 'Owner: dana', '', 'Met [stage:: proposal].', ''];
    assert.deepEqual(read(...said)!.after, said);
    assert.deepEqual(read('Phase: proposal', 'Amount: 5', '')!.data, { stage: 'proposal', value: 5 });
  });

  it('have our keys, however they write them, and those that mean no field their own', () =>
    assert.deepEqual(
      read(...deal, 'On Hold Until:: 2027-01-15', 'Checks:: budget', 'Mood:: good', '')!.after,
      [
        ...['---', 'stage: proposal', 'account: Acme', 'on_hold_until: 2027-01-15', 'checks: budget'],
        ...['Mood: good', '---', ''],
      ],
    ));

  it('are the rows of a table without its head', () =>
    assert.deepEqual(
      read('| Field | Value |', '|---|---|', '| Stage | Proposal |', '| Owner | dana |', 'Words.', '')!.after,
      ['---', 'stage: Proposal', 'owner: dana', '---', 'Words.', ''],
    ));

  it('leave one blank line of two around them, and each gap elsewhere', () => {
    const words = ['First.', '', '', 'Second.', '', '', '', 'Third.', ''];
    assert.deepEqual(read(...deal, 'Hello.', '', 'value:: 5', '', ...words)!.after, [
      ...['---', 'stage: proposal', 'account: Acme', 'value: 5', '---', 'Hello.', ''],
      ...words,
    ]);
    assert.deepEqual(read(...deal, 'Hello.', 'value:: 5', '', 'More.', '')!.after, [
      ...['---', 'stage: proposal', 'account: Acme', 'value: 5', '---', 'Hello.', '', 'More.', ''],
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
