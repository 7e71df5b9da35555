import assert from 'node:assert/strict';
import { stageLine } from '../../../../src/core/process/stageLine';

describe('the line of a stage in a sales-process.yaml', () => {
  const text = `# Ours
currency: EUR
stages:
  # What we are good at
  proposal:
    label: Offer
  Needs Analysis: { probability: 30 }
  closing:
`;

  it('is that of its key, whichever of its names stands there', () => {
    assert.equal(stageLine(text, 'proposal'), 5);
    assert.equal(stageLine(text, 'needs-analysis'), 7);
    assert.equal(stageLine(text, 'closing'), 8);
    assert.equal(stageLine(text.replaceAll('\n', '\r\n'), 'closing'), 8);
  });

  it('is none where the file says nothing of the stage', () => {
    assert.equal(stageLine(text, 'negotiation'), undefined);
    for (const other of [
      '',
      'currency: EUR',
      'stages: [proposal]',
      'proposal: {}',
      '- stages',
      '['.repeat(500),
    ]) {
      assert.equal(stageLine(other, 'proposal'), undefined);
    }
  });

  it('is found above a mistake', () => {
    assert.equal(stageLine('skip: maybe\nstages:\n  proposal:\n    label: "x', 'proposal'), 3);
  });
});
