import assert from 'node:assert/strict';
import { readDeal } from '../../../../src/core/deal/readDeal';
import { otherStageKey } from '../../../../src/core/pipeline/otherStageKey';
import { Pipeline } from '../../../../src/core/pipeline/pipeline';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { file } from '../../support/deals';

const TEXTS = {
  deal: file('stage: proposal'),
  other: file('deal-stage: proposal'),
  phase: file('phase: proposal'),
  note: file('type: person'),
  broken: file('stage: proposal\ntitle: [x'),
};

/** What is found in a pipeline with such files. */
function found(...kinds: readonly (keyof typeof TEXTS)[]): string | undefined {
  const entries = kinds.map((kind, at) => readDeal(`${at}.md`, TEXTS[kind], DEFAULT_PROCESS));
  const other = otherStageKey(new Pipeline(DEFAULT_PROCESS, entries));
  return other && `${other.notes} ${other.key}`;
}

describe('a key of their own under which notes have their stage', () => {
  it('is told where more notes have it than there are deals, and not of one alone', () => {
    assert.equal(found(), undefined);
    assert.equal(found('other'), undefined);
    assert.equal(found('other', 'other'), '2 deal-stage');
    assert.equal(found('other', 'other', 'deal'), '2 deal-stage');
    assert.equal(found('other', 'other', 'deal', 'deal'), undefined);
    assert.equal(found('other', 'other', 'other', 'deal', 'deal'), '3 deal-stage');
  });

  it('isn’t told where the team has said already under which key it stands', () => {
    const process = { ...DEFAULT_PROCESS, fields: new Map([['stage', 'Stage'] as const]) };
    const entries = ['a', 'b', 'c'].map(name => readDeal(`${name}.md`, TEXTS.other, process));
    assert.ok(entries.every(({ kind }) => kind === 'attention'));
    assert.equal(otherStageKey(new Pipeline(process, entries)), undefined);
  });

  it('is the one that most of them have', () => {
    assert.equal(found('phase', 'other', 'other'), '3 deal-stage');
    assert.equal(found('phase', 'phase', 'other'), '3 phase');
  });

  it('has nothing to do with notes of other kinds, nor with what can’t be read for another reason', () => {
    assert.equal(found('other', 'other', 'note', 'note', 'note'), '2 deal-stage');
    assert.equal(found('other', 'broken'), undefined);
    assert.equal(found('broken', 'broken'), undefined);
    assert.equal(found('other', 'other', 'broken', 'deal', 'deal'), undefined);
  });
});
