import assert from 'node:assert/strict';
import { diagnose } from '../../../../../src/core/deal/fixes/fixes';
import { readDeal } from '../../../../../src/core/deal/readDeal';
import { DEFAULT_PROCESS, type Process } from '../../../../../src/core/process/process';
import { sentenceOf } from '../../../../../src/words/sentence';
import { file } from '../../../support/deals';
import { TODAY } from '../../../support/edits';
import { fixed } from '../fixes/support/offered';

const told = (text: string, process: Process = DEFAULT_PROCESS) => {
  const { problems, fixesOf } = diagnose({ path: 'a.md', process, today: TODAY, alike: [], text });
  return problems
    .filter(({ code }) => code === 'misplaced-front-matter')
    .map(problem => ({
      ...{ line: problem.line, severity: problem.severity, says: sentenceOf(problem) },
      offered: fixesOf(problem).map(one => fixed(text, one)),
      isSafe: fixesOf(problem).some(({ isSafe }) => isSafe),
    }));
};
const kindOf = (text: string) => readDeal('a.md', text, DEFAULT_PROCESS).kind;

const HIDDEN =
  'This file isn’t counted as a deal: the keys below “deal” aren’t read. Move them out of it, to the start of the line.';

describe('fields of a deal in a group', () => {
  for (const [what, before, after, line] of [
    ['alone', 'deal:\n  stage: proposal\n  value: 5000', 'stage: proposal\nvalue: 5000', 2],
    [
      'beside others',
      'title: A\ndeal:\n    stage: proposal\n    tags:\n      - hot\nowner: dana',
      'title: A\nstage: proposal\ntags:\n  - hot\nowner: dana',
      3,
    ],
    [
      'with a text in lines',
      'deal:\n  stage: proposal\n  next_step: |\n    a\n\n    b\n',
      'stage: proposal\nnext_step: |\n  a\n\n  b\n',
      2,
    ],
  ] as const)
    it(`hide it, which is told at the line, and can be moved out: ${what}`, () => {
      assert.equal(kindOf(file(before)), 'attention');
      assert.deepEqual(told(file(before)), [
        { line, severity: 'error', says: HIDDEN, offered: [file(after)], isSafe: false },
      ]);
      assert.equal(kindOf(file(after)), 'deal');
    });

  it('are told with CRLF, too, and of another name', () => {
    const text = file('crm:\n  stage: proposal\n').replaceAll('\n', '\r\n');
    const [problem] = told(text);
    assert.match(problem!.says, /below “crm”/);
    assert.deepEqual(problem!.offered, [file('stage: proposal\n').replaceAll('\n', '\r\n')]);
  });

  it('beside a stage are not read, and a warning', () => {
    const [problem, ...others] = told(file('stage: proposal\ndeal:\n  value: 5000\n  owner: dana'));
    assert.deepEqual(others, []);
    assert.equal(problem!.severity, 'warning');
    assert.equal(
      problem!.says,
      'The keys below “deal” aren’t read. Move them out of it, to the start of the line.',
    );
    assert.deepEqual(problem!.offered, [file('stage: proposal\nvalue: 5000\nowner: dana')]);
  });

  it('are not moved out where one stands outside already, or a comment or braces would be lost', () => {
    for (const head of [
      'stage: proposal\ndeal:\n  stage: closing',
      'deal: # ours\n  stage: proposal',
      'deal: {stage: proposal}',
      'deal: &a\n  stage: proposal',
    ]) {
      const [problem] = told(file(head));
      assert.deepEqual(problem?.offered, [], head);
    }
  });

  it('are left alone where they are something else', () => {
    for (const head of [
      'deal: acme',
      'deal: [a, b]',
      'deal:\n  title: Acme',
      'deal:\n  stage: nowhere',
      'crm:\n  stage: nowhere',
      'deal:\n  name: Acme\n  link: x',
      'type: account\ncrm:\n  stage: proposal',
      'stage: proposal\nbefore:\n  stage: closing\n  value: 5',
      'stage: proposal\ncontacts:\n  - name: R. Lee',
    ])
      assert.deepEqual(told(file(head)), [], head);
  });
});
