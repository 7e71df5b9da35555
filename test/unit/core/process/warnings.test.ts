import assert from 'node:assert/strict';
import { readProcess } from '../../../../src/core/process/processFile';
import { stageOf } from '../../../../src/core/process/process';
import { sentenceOf } from '../../../../src/words/sentence';

const read = (text: string) => {
  const { process, problems } = readProcess(text);
  return { process, told: problems.map(({ code, line, column }) => `${line}:${column} ${code}`) };
};

describe('`warn` in a process file', () => {
  it('is of all stages, and of one before that', () => {
    const { process, told } = read(
      'warn: { contacts: 2, value: proposal, next_step: on, pushed: 2, unanswered: 3 }\n' +
        'stages:\n  closing:\n    warn: { contacts: off, decision_maker: [plant manager], value: off }\n',
    );
    assert.deepEqual(told, []);
    const all = { contacts: 2, nextStep: true, pushed: 2, unanswered: 3 };
    assert.deepEqual(stageOf(process, 'prospecting').warn, all);
    assert.deepEqual(stageOf(process, 'negotiation').warn, { ...all, value: true });
    assert.deepEqual(stageOf(process, 'closing').warn, {
      ...all,
      contacts: false,
      decisionMaker: ['plant manager'],
      value: false,
    });
  });

  for (const [written, column] of [
    ['contacts: 0', 11],
    ['contacts: 1.5', 11],
    ['contacts: many', 11],
    ['unanswered: 1', 13],
    ['unanswered: 6', 13],
    ['decision_maker: 3', 17],
    ['decision_maker: []', 17],
    ['decision_maker: [""]', 18],
    ['value: late', 8],
    ['next_step: 2', 12],
  ] as const)
    it(`tells of “${written}” at its place, and the rest counts`, () => {
      const { process, told } = read(`warn:\n  ${written}\n  pushed: 2\n`);
      assert.deepEqual(told, [`2:${column + 2} wrong-type`]);
      assert.deepEqual(stageOf(process, 'closing').warn, { pushed: 2 });
    });

  for (const [written, expected] of [
    ['next_step: 2', 'on or off, but found 2'],
    [
      'value: late',
      'on, off, lead-generation, prospecting, qualification, needs-analysis, proposal, negotiation or closing, but found “late”',
    ],
    ['contacts: many', 'a whole number from 1 to 20, or off, but found “many”'],
  ] as const)
    it(`says what “${written.split(':')[0]!}” can be`, () => {
      const [problem] = readProcess(`warn: { ${written} }\n`).problems;
      assert.equal(sentenceOf(problem!), `Expected ${expected}. Using the default.`);
    });

  it('tells of a key that there is not, and of what is no map', () => {
    assert.deepEqual(read('warn: { contact: 2 }').told, ['1:9 unknown-key']);
    assert.deepEqual(read('warn: on').told, ['1:7 wrong-type']);
    assert.deepEqual(read('stages:\n  closing:\n    warn: [value]').told, ['3:11 wrong-type']);
    assert.deepEqual(read('stages:\n  closing:\n    warn: { value: proposal }').told, ['3:20 wrong-type']);
  });
});
