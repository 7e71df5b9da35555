import assert from 'node:assert/strict';
import { insertChecklist } from '../../../../src/core/deal/insertChecklist';
import { STAGE_IDS } from '../../../../src/core/process/stages';
import { makeProcess, type ExitCriterion, type Process } from '../../../../src/core/process/process';
import { applyEdits } from '../../../../src/core/textEdit';
import { file, readGood } from '../../support/deals';

const withCriteria = (...exitCriteria: readonly ExitCriterion[]) =>
  makeProcess({ stages: { qualification: { label: 'Fit: yes or no', aliases: ['bant'], exitCriteria } } });
const BUDGET = withCriteria({ id: 'budget', text: 'We know the budget' });

const met = (body: string, process: Process = BUDGET) =>
  readGood(file('stage: qualification', body), process).deal.checks;

describe('a stage is named by a heading', () => {
  for (const title of [
    ...[
      '**Bant**',
      '*bant*',
      '`Bant`',
      '~~bant~~',
      '**Bant: **',
      'bant:',
      'Fit: yes or no',
      'Fit: Yes or No:',
    ],
    ...['4. Bant', '12. Bant', '4) bant', '4.  Bant:', '**4. Bant**'],
  ])
    it(`such as “${title}”`, () => assert.deepEqual(met(`## ${title}\n- [x] budget`), ['budget']));

  for (const title of ['Q4. Bant', 'a) Bant', 'Bant 4. Bant', 'Ba4. nt', 'Bant: late', 'Fit yes or no'])
    it(`but not by “${title}”`, () => assert.deepEqual(met(`## ${title}\n- [x] budget`), []));

  it('and what is ticked above it is not the stage’s', () => {
    assert.deepEqual(met('- [x] budget\n\n## Notes\n\n- [x] budget\n\n## Bant\n\nText.\n'), []);
    assert.deepEqual(met('- [x] other\n\n## Bant\n\n- [x] budget\n'), ['budget']);
  });
});

describe('a criterion is met by its box', () => {
  it('also where each stage of the team has criteria', () => {
    const stages = Object.fromEntries(
      STAGE_IDS.map(id => [id, { exitCriteria: [{ id, text: `Done: ${id}` }] }]),
    );
    assert.deepEqual(met('## Qualification\n- [x] Done: qualification', makeProcess({ stages })), [
      'qualification',
    ]);
  });

  it('by as much of its words as there is a criterion for', () => {
    const process = withCriteria(
      { id: 'signs', text: 'We know who signs' },
      { id: 'one', text: 'We know who signs: one person' },
    );
    assert.deepEqual(met('## Bant\n- [x] We know who signs: one person: Lee', process), ['one']);
    assert.deepEqual(met('## Bant\n- [x] We know who signs: two people', process), ['signs']);
  });

  it('with or without the full stop behind it, but with those within', () => {
    const process = withCriteria(
      { id: 'two', text: 'No. 2 is signed' },
      { id: 'three', text: 'No 3 is signed.' },
    );
    assert.deepEqual(met('## Bant\n- [x] No. 2 is signed.\n- [x] No 3 is signed', process), ['two', 'three']);
    assert.deepEqual(met('## Bant\n- [x] No 2 is signed', process), []);
  });

  it('also where its words go on and on', () => {
    const text = 'The *buyer* agrees. '.repeat(40).trim();
    assert.deepEqual(met(`## Bant\n- [x] ${text}`, withCriteria({ id: 'long', text })), ['long']);
  });
});

describe('a criterion goes into a checklist', () => {
  const inserted = (process: Process) => {
    const text = file('stage: qualification', '');
    const { deal } = readGood(text, process);
    return applyEdits(text, insertChecklist(text, deal, 'qualification', process)).slice(text.length);
  };

  it('by its text, or by its id where its text would be taken for another one', () => {
    const process = withCriteria(
      { id: 'a', text: 'Signed' },
      { id: 'signed', text: 'Signed' },
      { id: 'c', text: 'A' },
    );
    assert.equal(inserted(process), '## Fit: yes or no\n\n- [ ] a\n- [ ] Signed\n- [ ] c\n');
  });

  it('under the label of its stage, or the id where the label would be taken for another one', () => {
    const exitCriteria = [{ id: 'budget', text: 'We know the budget' }];
    const called = (label: string) =>
      inserted(makeProcess({ stages: { qualification: { label, exitCriteria } } })).split('\n')[0];
    assert.equal(called('Is it\n for us?'), '## Is it for us?');
    assert.equal(called('Proposal'), '## qualification');
  });
});
