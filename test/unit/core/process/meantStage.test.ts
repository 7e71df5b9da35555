import assert from 'node:assert/strict';
import { fieldOfSameName } from '../../../../src/core/process/fieldNames';
import { meantStages } from '../../../../src/core/process/meantStages';
import { noSuchStage } from '../../../../src/core/process/noSuchStage';
import { DEFAULT_PROCESS, makeProcess } from '../../../../src/core/process/process';
import { waitsFor } from '../../../../src/core/process/processFile';
import { warning } from '../../../../src/core/problem';
import { sentenceOf } from '../../../../src/words/sentence';

const meant = (written: unknown) => meantStages(written, DEFAULT_PROCESS);
const OFFER = makeProcess({ stages: { proposal: { label: 'Offer' } } });

describe('what is no stage was meant as one', () => {
  it('by its number', () => {
    assert.deepEqual(meant(1), ['lead-generation']);
    assert.deepEqual(meant(3), ['qualification']);
    assert.deepEqual(meant(7), ['closing']);
    for (const none of [0, 8, -1, 2.5, NaN]) assert.deepEqual(meant(none), [], String(none));
  });

  it('by a name that is near, each stage once', () => {
    assert.deepEqual(meant('Propsal'), ['proposal']);
    assert.deepEqual(meant('NEGOTIATION_'), ['negotiation']);
    assert.deepEqual(meantStages('ofer', OFFER), ['proposal']);
    assert.deepEqual(meant('prospec').slice(0, 1), ['prospecting']);
    assert.equal(new Set(meant('proposl')).size, meant('proposl').length);
  });

  it('by names within a longer text, in its order, where they are words of it', () => {
    for (const [written, ...stages] of [
      ['Proposal sent', 'proposal'],
      ['we sent our proposal', 'proposal'],
      ['Closing / Proposal', 'closing', 'proposal'],
      ['stage 4: needs analysis (done)', 'needs-analysis'],
      ['counterproposal sent', ''],
      ['disclosing it', ''],
      ['counterproposal, our proposal', 'proposal'],
      ['proposal2 sent', ''],
      ['proposalé sent', ''],
    ] as const)
      assert.deepEqual(meant(written), stages.filter(Boolean), written);
  });

  it('by the longest name where one holds another', () => {
    const process = makeProcess({ stages: { qualification: { aliases: ['analysis'] } } });
    assert.deepEqual(meantStages('the needs analysis is done', process), ['needs-analysis']);
    assert.deepEqual(meantStages('an analysis is done', process), ['qualification']);
    assert.deepEqual(meantStages('an analysis, then needs analysis', process), [
      'qualification',
      'needs-analysis',
    ]);
  });

  it('or not at all', () => {
    for (const none of ['somewhere', '', null, undefined, true, ['proposal'], {}])
      assert.deepEqual(meant(none), []);
  });

  it('and who names it is told which, or all seven', () => {
    const told = (name: string) => sentenceOf({ says: noSuchStage(name, OFFER) });
    assert.equal(told('ofer'), 'There is no stage “ofer”. Did you mean “proposal”?');
    assert.equal(
      told('closing or offer'),
      'There is no stage “closing or offer”. Did you mean “closing” or “proposal”?',
    );
    assert.equal(
      told('demo'),
      'There is no stage “demo”. The stages are Lead generation, Prospecting, Qualification, Needs analysis, Offer, Objections and negotiations, Closing.',
    );
  });
});

describe('a name of a field', () => {
  it('may be that of another, which is in the way', () => {
    const names = new Map([
      ['value', 'amount'],
      ['account', 'amount'],
      ['owner', 'title'],
    ] as const);
    assert.equal(fieldOfSameName(names, 'value'), 'account');
    assert.equal(fieldOfSameName(names, 'account'), 'value');
    assert.equal(fieldOfSameName(names, 'owner'), 'title');
    assert.equal(fieldOfSameName(names, 'stage'), undefined);
  });
});

describe('a move that waits for the process file', () => {
  it('says where to mend it, and whether it can be forced', () => {
    const problem = warning('wrong-type', { say: 'x', args: {} }, 4);
    assert.equal(
      sentenceOf({ says: waitsFor(problem) }),
      'Can’t check your team’s rules. Fix sales-process.yaml, line 4, then try again.',
    );
    assert.match(sentenceOf({ says: waitsFor(problem, true) }), /then try again, or use --force\.$/);
  });
});
