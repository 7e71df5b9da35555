import assert from 'node:assert/strict';
import { isChangesFigure } from '../../../src/core/changes/figure';
import { CHOICE_KEYS, type ChoiceKey } from '../../../src/core/filter/table';
import { Pipeline } from '../../../src/core/pipeline/pipeline';
import { DEFAULT_PROCESS } from '../../../src/core/process/process';
import { funnelSheet } from '../../../src/funnel/sheet';
import { isFigure } from '../../../src/core/metrics/figure';
import { isFromPage } from '../../../src/shared/fromPage';
import { EVERYTHING } from '../../../src/shared/funnelQuestion';
import { isFunnelState } from '../../../src/shared/funnelState';
import { isFunnelContent, isToPage } from '../../../src/shared/toPage';
import { AS_OF } from '../support/workedExample';
import { CHANGES, CHANGES_FIGURES, CONTENTS, FIGURES, FROM_PAGE, QUESTION, spoilt } from './support/examples';

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
  it('are taken, of every kind', () => {
    assert.deepEqual(Object.keys(FROM_PAGE).sort(), isFromPage.kinds.toSorted());
    for (const message of Object.values(FROM_PAGE).flat()) {
      assert.ok(isFromPage(message), JSON.stringify(message));
    }
    assert.ok(isFromPage({ type: 'ask', asked: EVERYTHING }));
  });

  it('are taken about every kind of figure', () => {
    assert.deepEqual(Object.keys(FIGURES).sort(), isFigure.kinds.toSorted());
    const listed = new Set(FROM_PAGE.list.map(({ figure }) => figure.kind));
    assert.equal(listed.size, isFigure.kinds.length);
    for (const bare of [{ kind: 'deals' }, { kind: 'winRate' }, { kind: 'moves' }, { kind: 'inNeed' }]) {
      assert.ok(isFromPage(list(bare)), bare.kind);
    }
  });

  it('are taken about every kind of number of what has changed', () => {
    assert.deepEqual(Object.keys(CHANGES_FIGURES).sort(), isChangesFigure.kinds.toSorted());
    const bare = { type: 'listChanged', figure: { kind: 'bridge', number: 'up' }, words: 'Value up' };
    assert.ok(isFromPage(bare));
  });

  it('are refused with any of their values spoilt', () => {
    for (const message of Object.values(FROM_PAGE).flat()) {
      for (const wrong of spoilt(message)) assert.equal(isFromPage(wrong), false, JSON.stringify(wrong));
    }
  });

  it('are refused where they have no end', () => {
    const long = 'x'.repeat(10_001);
    const many = Array.from({ length: 10_001 }, () => 'dana');
    const asked = (filter: object) => ({ type: 'ask', asked: { ...EVERYTHING, filter } });
    const wrong = [
      { type: 'openFile', path: long },
      { type: 'choosePipeline', id: long },
      { type: 'save', format: 'svg', content: 'x'.repeat(50_000_001) },
      { ...list({ kind: 'cycle' }), words: long },
      list({ kind: 'lostFor', reason: long }),
      list({ kind: 'lostForOthers', reasons: many }),
      list({ kind: 'variant', stages: many.map(() => 'proposal') }),
      asked({ owner: [long] }),
      asked({ owner: many }),
      asked({ text: long }),
      ...[-1, -0.5, Infinity, NaN, 2 ** 53, '5'].flatMap(amount => [
        asked({ minValue: amount }),
        asked({ maxValue: amount }),
      ]),
    ];
    for (const message of wrong) assert.equal(isFromPage(message), false);
    const longest = [
      { type: 'openFile', path: long.slice(1) },
      { type: 'save', format: 'png', content: 'x'.repeat(10_000_000) },
      asked({ owner: many.slice(1), minValue: 0, maxValue: Number.MAX_SAFE_INTEGER }),
    ];
    for (const message of longest) assert.ok(isFromPage(message));
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
      list({ kind: 'stage', of: 'lost' }),
      list({ kind: 'stays', stage: 'proposal' }),
      list({ kind: 'inNeed', need: 'toString' }),
      list({ kind: 'moves', move: 'constructor' }),
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

  it('are taken, of every kind', () => {
    assert.deepEqual(isToPage.kinds, ['show', 'changes']);
    const contents = [...Object.values(CONTENTS), { kind: 'sheet', sheet }];
    assert.deepEqual(contents.map(({ kind }) => kind).sort(), isFunnelContent.kinds.toSorted());
    for (const content of contents) assert.ok(isToPage(show(content)), content.kind);
  });

  it('tell what has changed, or why nobody knows', () => {
    const changed = (changes: unknown) => ({
      type: 'changes',
      of: 'file:///deals',
      asked: QUESTION,
      changes,
    });
    const failed = { ...CHANGES, between: { kind: 'failed', reason: 'git can’t find “main”.' } };
    const nothing = { ...CHANGES.pace, usual: { won: null, open: null, inTheEnd: null } };
    for (const changes of [CHANGES, failed, { ...CHANGES, pace: nothing }])
      assert.ok(isToPage(changed(changes)), JSON.stringify(changes));
    for (const changes of [CHANGES, failed])
      for (const wrong of spoilt(changed(changes)))
        assert.equal(isToPage(wrong), false, JSON.stringify(wrong));
  });

  it('are refused with any of their values spoilt', () => {
    // Of a report only what makes it one is looked at.
    const { asOf, stages, files } = sheet.report;
    const report = {
      asOf,
      stages: stages.map(({ reached }) => ({ reached })),
      files: { total: files.total },
    };
    const comparison = { rates: [], times: [] };
    const small = {
      ...{ ...sheet, asked: QUESTION, report, beside: { report, comparison } },
      ...{ criteria: { budget: 'Budget' }, attention: [{ path: 'a.md', reason: 'No stage.', line: 1 }] },
      choices: {
        ...(Object.fromEntries(CHOICE_KEYS.map(key => [key, ['EUR']])) as Record<ChoiceKey, string[]>),
        firstDay: AS_OF,
      },
    };
    const contents = [...Object.values(CONTENTS), { kind: 'sheet', sheet: small }];
    for (const content of contents) {
      assert.ok(isToPage(show(content)), content.kind);
      for (const wrong of spoilt(show(content))) assert.equal(isToPage(wrong), false, JSON.stringify(wrong));
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
    assert.ok(isFunnelState({ pipeline: 'file:///deals', asked: QUESTION, tab: 'forecast' }));
    for (const state of [
      undefined,
      null,
      'file:///deals',
      [],
      { pipeline: 1 },
      { asked: {} },
      { pipeline: null },
    ]) {
      assert.equal(isFunnelState(state), false, JSON.stringify(state));
    }
  });
});
