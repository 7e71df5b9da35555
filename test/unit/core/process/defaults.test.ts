import assert from 'node:assert/strict';
import { makeProcess, stageOf } from '../../../../src/core/process/process';

describe('a process of which a team says nothing', () => {
  const process = makeProcess();

  it('has its reasons and rules', () => {
    const { lostReasons, skip, back, winEarly, unmetCriteria, missingFields, views, required } = process;
    assert.deepEqual(
      { lostReasons, skip, back, winEarly, unmetCriteria, missingFields, views, required },
      {
        lostReasons: ['price', 'competitor', 'no budget', 'no decision', 'bad fit', 'timing', 'lost contact'],
        ...{ skip: 'allow', back: 'allow', winEarly: 'allow', unmetCriteria: 'warn', missingFields: 'warn' },
        ...{ views: [], required: [] },
      },
    );
  });

  it('asks for nothing in its stages', () => {
    const { aliases, questions, exitCriteria, required } = stageOf(process, 'closing');
    assert.deepEqual(
      { aliases, questions, exitCriteria, required },
      {
        ...{ aliases: ['close'], questions: [], exitCriteria: [], required: [] },
      },
    );
  });
});

describe('a process of which a team says something', () => {
  it('has its own names beside the built-in ones, and what any stage requires, each once', () => {
    const process = makeProcess({
      fields: new Map([['value', 'amount']]),
      stages: {
        proposal: { required: ['amount', 'po_number'] },
        closing: { required: ['amount', 'owner'], aliases: ['end'] },
      },
    });
    assert.deepEqual(process.required, ['value', 'po_number', 'owner']);
    assert.deepEqual(stageOf(process, 'closing').aliases, ['close', 'end']);
  });
});
