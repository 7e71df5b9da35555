import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { readProcess } from '../../../../src/core/process/processFile';
import { PROCESS_SCHEMA } from '../../support/schema';

describe('the process file that Create Process File writes', () => {
  const text = readFileSync('media/process/template.yaml', 'utf8');
  const { process, problems } = readProcess(text);

  it('has no problem', () => {
    assert.deepEqual(problems, []);
    const validate = new Ajv({ strict: false }).compile(PROCESS_SCHEMA);
    assert.ok(validate(parse(text)), JSON.stringify(validate.errors));
  });

  it('says what is built in, and what to ask and to reach in each stage', () => {
    const stages = process.stages.map(({ guidance: _, ...stage }) => ({
      ...stage,
      exitCriteria: [],
      questions: [],
    }));
    const builtIn = DEFAULT_PROCESS.stages.map(({ guidance: _, ...stage }) => stage);
    assert.deepEqual(stages, builtIn);
    assert.deepEqual({ ...process, stages: [] }, { ...DEFAULT_PROCESS, stages: [] });
    for (const { id, guidance, exitCriteria, questions } of process.stages) {
      assert.ok(guidance && guidance.length > 100, id);
      assert.ok(exitCriteria.length >= 3 && exitCriteria.length <= 5, id);
      assert.ok(questions.length >= 3 && questions.every(question => question.endsWith('?')), id);
    }
    const ids = process.stages.flatMap(({ exitCriteria }) => exitCriteria.map(({ id }) => id));
    assert.equal(new Set(ids).size, ids.length);
  });

  it('has examples that hold once the # is taken away', () => {
    const examples = text
      .replace(/^( *)# ((?:[a-z_]+|2026-Q4):| {2}- \{)/gm, '$1$2')
      .replace('#   2026', '  2026')
      .replace('#   - {', '  - {');
    const { process: own, problems: wrong } = readProcess(examples);
    assert.deepEqual(wrong, []);
    assert.equal(own.currency, 'EUR');
    assert.deepEqual([own.rates.size, own.quota.size, own.views.length, own.fields.size], [2, 1, 1, 2]);
    assert.ok(own.stages.some(({ label }) => label === 'Offer'));
  });
});
