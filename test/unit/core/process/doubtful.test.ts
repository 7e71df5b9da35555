import assert from 'node:assert/strict';
import { readProcess } from '../../../../src/core/process/processFile';

describe('numbers in a process file that were probably meant otherwise', () => {
  const told = (yaml: string) =>
    readProcess(yaml).problems.map(({ code, line, severity }) => `${code} ${line} ${severity}`);

  it('are told at their line, and count as they stand', () => {
    assert.deepEqual(told('stages:\n  proposal:\n    probability: 0.4'), ['doubtful-probability 3 warning']);
    assert.deepEqual(told('currency: EUR\nquota:\n  2026-Q4: 450.000'), ['doubtful-value 3 warning']);
    assert.deepEqual(told('currency: EUR\nquota:\n  2026-Q4: {amount: 450.000}'), [
      'doubtful-value 3 warning',
    ]);
    assert.equal(
      readProcess('stages:\n  proposal:\n    probability: 0.4').process.stages.find(
        ({ id }) => id === 'proposal',
      )!.probability,
      0.4,
    );
  });

  it('are not those that can only mean one thing', () => {
    assert.deepEqual(told('stages:\n  proposal:\n    probability: 0\n  closing:\n    probability: 1.5'), []);
    assert.deepEqual(told('currency: EUR\nquota:\n  2026-Q4: 450000\n  2027-Q1: 450.5'), []);
  });
});
