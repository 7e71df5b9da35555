import assert from 'node:assert/strict';
import { hintsFor } from '../../../../src/core/deal/problems/hints';
import { makeProcess, type Process } from '../../../../src/core/process/process';
import { readGood } from '../../support/deals';
import { TODAY } from '../../support/edits';

const team = (rules: Partial<Process>) =>
  makeProcess({
    ...rules,
    stages: {
      qualification: { required: ['value'], exitCriteria: [{ id: 'budget', text: 'We know the budget' }] },
      proposal: { required: ['po_number'] },
    },
  });

describe('what a deal has left undone', () => {
  const told = (rules: Partial<Process>, line = '') => {
    const process = team(rules);
    const text = `---\ntitle: Acme\nstage: proposal\nnext_step: Call\nhistory:\n  - {on: 2026-01-12, stage: qualification}\n  - {on: 2026-02-12, stage: proposal${line}}\n---\n`;
    return hintsFor(readGood(text, process).deal, { process, today: TODAY, alike: [] }).map(
      ({ severity, meant }) => `${severity} ${meant?.join()}`,
    );
  };

  it('is nothing where the team wants nothing', () => {
    assert.deepEqual(told({ missingFields: 'allow', unmetCriteria: 'allow' }), []);
  });

  it('is a hint where the team only warns, as is what its stage wants next', () => {
    const rules = { missingFields: 'warn', unmetCriteria: 'warn' } as const;
    assert.deepEqual(told(rules), ['hint value', 'hint po_number', 'hint budget']);
  });

  it('is a warning where the team blocks, for then it was moved by hand', () => {
    const rules = { missingFields: 'block', unmetCriteria: 'block' } as const;
    assert.deepEqual(told(rules), ['warning value', 'hint po_number', 'warning budget']);
  });

  it('is a hint again where the history says that it was moved in spite of that', () => {
    const rules = { missingFields: 'block', unmetCriteria: 'block' } as const;
    assert.deepEqual(told(rules, ', override: true'), ['hint value', 'hint po_number', 'hint budget']);
  });
});
