import assert from 'node:assert/strict';
import type { Answer, Wish } from '../../../../src/core/deal/transition';
import { error } from '../../../../src/core/problem';
import { makeProcess } from '../../../../src/core/process/process';
import { say as sayProcess } from '../../../../src/core/process/say';
import { file } from '../../support/deals';
import { dataIn, move, moved, refused } from '../../support/edits';
import { sentenceOf, sentence } from '../../../../src/words/sentence';

const advance: Wish = { kind: 'advance' };
const strict = makeProcess({
  skip: 'block',
  stages: {
    proposal: { required: ['value'], exitCriteria: [{ id: 'shown', text: 'We showed it' }] },
  },
});
const text = file('title: Acme\nstage: proposal');

describe('a move is refused', () => {
  it('while nobody knows the team’s rules, unless those are overruled', () => {
    const unknownRules = error('invalid-yaml', sayProcess('noSuchStage', { name: 'x', stages: [] }), 3);
    const process = makeProcess({});
    const broken = { ...process, unknownRules };
    for (const answer of [undefined, { despite: 'warnings' }] as const)
      assert.equal(refused(text, advance, broken, answer).code, 'not-allowed');
    assert.equal(moved(text, advance, broken, undefined, { despite: 'rules' }).to.stage, 'negotiation');
    assert.equal(moved(text, advance, process).to.stage, 'negotiation');
  });

  it('before anybody is asked what to fill in, where a text is no deal', () => {
    let asked = 0;
    const fill = () => ({ frontMatter: { set: { value: ++asked } } });
    assert.match(sentenceOf(refused('# A note\n', advance, undefined, { fill })), /isn’t a deal/);
    assert.equal(asked, 0);
  });

  it('where what is filled in cannot be written, for that reason', () => {
    const fill: Answer['fill'] = () => ({ frontMatter: { set: { title: 'New' } } });
    const problem = refused(file('title: [a]\nstage: proposal'), advance, strict, { fill });
    assert.match(sentenceOf(problem), /“title” holds a list/);
  });

  it('for all reasons at once, each in its sentence', () => {
    const process = makeProcess({
      back: 'warn',
      skip: 'warn',
      stages: { proposal: { required: ['value'] } },
    });
    const several = refused(text, { kind: 'set', stage: 'closing' }, process);
    assert.equal(several.code, 'needs-answer');
    const one = refused(text, advance, process);
    assert.match(sentenceOf(one), /“value” is empty/);
    assert.match(sentenceOf(several), /skip.*from Proposal to Closing.*“value” is empty/);
  });
});

describe('a move that is made', () => {
  it('ends where it says, with what was filled in', () => {
    const fill: Answer['fill'] = () => ({ frontMatter: { set: { value: 5 }, texts: { checks: ['shown'] } } });
    const { text: after, from, to, warnings } = moved(text, advance, strict, undefined, { fill });
    assert.deepEqual(
      [from, to, warnings],
      [{ stage: 'proposal', status: 'open' }, { stage: 'negotiation', status: 'open' }, []],
    );
    assert.deepEqual([dataIn(after)['value'], dataIn(after)['checks']], [5, ['shown']]);
    const reopened = moved(file('stage: proposal\nstatus: lost'), { kind: 'reopen' });
    assert.deepEqual(reopened.to, { stage: 'proposal', status: 'open' });
  });

  it('moves no deal by what is filled in', () => {
    const fill: Answer['fill'] = () => ({ frontMatter: { set: { status: 'won' } } });
    const transition = move(text, advance, makeProcess(), undefined, { fill });
    assert.ok(transition.ok, JSON.stringify(transition));
    assert.deepEqual(transition.to, { stage: 'negotiation', status: 'open' });
  });

  it('says what it was made in spite of', () => {
    const { warnings } = moved(
      text,
      advance,
      makeProcess({ stages: { proposal: { required: ['value'] } } }),
      undefined,
      {
        despite: 'warnings',
      },
    );
    assert.deepEqual(warnings.map(sentence), [
      'Acme moved to Objections and negotiations, although “value” is empty.',
    ]);
  });
});

describe('the line of a move names stages as the history does', () => {
  const added = (head: string, ...history: readonly string[]) =>
    moved(file(`${head}\nhistory:\n${history.map(line => `  - ${line}\n`).join('')}`), {
      kind: 'back',
    })
      .text.match(/- \{.*\}/g)!
      .at(-1);

  it('by an alias too, where it goes back to that stage', () => {
    assert.equal(
      added('stage: needs-analysis', '{on: 2026-09-01, stage: qualify}'),
      '- {on: 2026-11-20, stage: qualify, from: needs-analysis}',
    );
  });

  it('whatever other lines stand below', () => {
    const labels = '{on: 2026-09-01, stage: Needs analysis}';
    const line = '- {on: 2026-11-20, stage: Qualification}';
    assert.equal(added('stage: needs-analysis', labels), line);
    assert.equal(added('stage: needs-analysis', labels, 'words'), line);
    assert.equal(added('stage: needs-analysis', labels, '{on: 2026-09-02, status: open}'), line);
    assert.equal(added('stage: needs-analysis', labels, '{on: 2026-09-02, stage: 5}'), line);
  });
});
