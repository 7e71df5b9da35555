import assert from 'node:assert/strict';
import { Pipeline } from '../../../src/core/pipeline/pipeline';
import { DEFAULT_PROCESS } from '../../../src/core/process/process';
import { funnelSheet } from '../../../src/funnel/sheet';
import { EVERYTHING } from '../../../src/shared/funnelSheet';
import { isFromPage, isFunnelState, isToPage } from '../../../src/shared/funnelMessages';
import { AS_OF } from '../support/workedExample';

/** What anybody may send, and nobody should get anywhere with. */
const junk: unknown[] = [
  undefined,
  null,
  0,
  'ready',
  true,
  [],
  {},
  [{ type: 'ready' }],
  { type: 'constructor' },
  { type: '__proto__' },
  { type: 'toString' },
  { type: ['ready'] },
  { type: { toString: () => 'ready' } },
  Object.create({ type: 'ready' }),
  JSON.parse('{"__proto__": {"type": "ready"}}'),
];

const list = (figure: object) => ({ type: 'list', figure, words: 'Lost', beside: false });

describe('messages of the funnel page', () => {
  it('are taken', () => {
    for (const message of [
      { type: 'ready' },
      { type: 'createSample' },
      { type: 'choosePipeline', id: 'file:///deals' },
      { type: 'openFile', path: 'acme.md' },
      { type: 'ask', asked: EVERYTHING },
      { type: 'ask', asked: { ...EVERYTHING, filter: { owner: ['dana'], from: '2026-01-01', minValue: 5 } } },
      list({ kind: 'stage', of: 'lost', stage: 'proposal' }),
      list({ kind: 'lostFor', reason: null }),
      list({ kind: 'variant', stages: ['proposal', 'closing'] }),
      list({ kind: 'forecast', period: '2026-Q4', of: 'commit' }),
      { type: 'act', action: 'setNextStep', path: 'acme.md' },
      { type: 'copy' },
      { type: 'save', format: 'csv', content: '' },
    ]) {
      assert.ok(isFromPage(message), JSON.stringify(message));
    }
  });

  it('are refused where they make no sense', () => {
    const wrong = [
      ...junk,
      { type: 'openFile' },
      { type: 'openFile', path: 1 },
      { type: 'openFile', path: ['acme.md'] },
      { type: 'openFile', path: null },
      Object.assign(Object.create({ path: 'acme.md' }), { type: 'openFile' }),
      { type: 'choosePipeline', id: {} },
      { type: 'show' },
      { type: 'ask' },
      { type: 'ask', asked: { ...EVERYTHING, filter: { owner: 'dana' } } },
      { type: 'ask', asked: { ...EVERYTHING, asOf: 'yesterday' } },
      list({ kind: 'stage', of: 'lost', stage: 'won' }),
      list({ kind: 'constructor' }),
      list({ kind: 'variant', stages: 'proposal' }),
      { type: 'act', action: 'archive', path: 'acme.md' },
      { type: 'act', action: 'constructor', path: 'acme.md' },
      { type: 'save', format: 'exe', content: '' },
    ];
    for (const message of wrong) assert.equal(isFromPage(message), false, JSON.stringify(message));
  });
});

describe('messages to the funnel page', () => {
  const sheet = funnelSheet(new Pipeline(DEFAULT_PROCESS), EVERYTHING, AS_OF);
  const show = (content: unknown, more: object = {}) => ({
    type: 'show',
    pipelines: [{ id: 'file:///deals', name: 'deals' }],
    chosen: 'file:///deals',
    content,
    ...more,
  });

  it('are taken', () => {
    for (const content of [
      { kind: 'noPipeline' },
      { kind: 'loading', filesRead: 0 },
      { kind: 'unreadable', reason: 'No such folder.' },
      { kind: 'sheet', sheet },
    ]) {
      assert.ok(isToPage(show(content)), content.kind);
    }
  });

  it('are refused where they make no sense', () => {
    const stages = sheet.stages;
    const wrong = [
      ...junk,
      ...junk.map(content => show(content)),
      show({ kind: 'loading', filesRead: -1 }),
      show({ kind: 'loading', filesRead: 1.5 }),
      show({ kind: 'noPipeline' }, { pipelines: [{ id: 'a' }] }),
      show({ kind: 'noPipeline' }, { chosen: 3 }),
      show({ kind: 'sheet' }),
      show({ kind: 'sheet', sheet: { ...sheet, stages: [] } }),
      show({ kind: 'sheet', sheet: { ...sheet, stages: stages.toReversed() } }),
      show({ kind: 'sheet', sheet: { ...sheet, stages: stages.map(stage => ({ ...stage, label: 1 })) } }),
      show({ kind: 'sheet', sheet: { ...sheet, report: undefined } }),
      show({ kind: 'sheet', sheet: { ...sheet, minSample: undefined } }),
      show({ kind: 'sheet', sheet: { ...sheet, report: { ...sheet.report, asOf: 'today' } } }),
      show({ kind: 'sheet', sheet: { ...sheet, asked: { ...sheet.asked, against: 'year' } } }),
      show({ kind: 'sheet', sheet: { ...sheet, asked: { ...sheet.asked, asOf: '2026-02-30' } } }),
    ];
    for (const message of wrong) assert.equal(isToPage(message), false, JSON.stringify(message));
  });
});

describe('the state of the funnel page', () => {
  it('is a choice of a pipeline, or none', () => {
    assert.ok(isFunnelState({ pipeline: 'file:///deals' }));
    assert.ok(isFunnelState({}));
    for (const state of [undefined, null, 'file:///deals', [], { pipeline: 1 }, { pipeline: null }]) {
      assert.equal(isFunnelState(state), false, JSON.stringify(state));
    }
  });
});
