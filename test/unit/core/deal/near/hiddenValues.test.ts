import assert from 'node:assert/strict';
import { readDeal } from '../../../../../src/core/deal/readDeal';
import { DEFAULT_PROCESS, makeProcess } from '../../../../../src/core/process/process';
import { sentenceOf } from '../../../../../src/words/sentence';
import { file } from '../../../support/deals';
import { waysOut } from './support';

describe('a value that a comment hides', () => {
  for (const [yaml, code, place, after] of [
    ['title: A\nstage: #proposal', 'unknown-stage', '3:1-6 error', 'title: A\nstage: proposal'],
    ['stage: proposal\nstatus: #won', 'unknown-status', '3:1-7 error', 'stage: proposal\nstatus: won'],
  ] as const)
    it(`is told, and loses its sign: ${JSON.stringify(yaml)}`, () =>
      assert.deepEqual(waysOut(yaml, code), [{ place, after: [after] }]));

  it('is none where the comment is no name of a stage or a status', () => {
    const [told] = waysOut('stage: # proposal', 'unknown-stage');
    assert.equal(told!.after.length, 7);
    assert.deepEqual(waysOut('stage: proposal\nstatus: #later', 'unknown-status'), []);
  });
});

describe('a value whose first word YAML takes for an anchor', () => {
  it('is told, and put in quotes', () => {
    assert.deepEqual(waysOut('stage: proposal\naccount: &acme', 'invalid-text'), [
      { place: '3:10-15 warning', after: ["stage: proposal\naccount: '&acme'"] },
    ]);
    assert.deepEqual(waysOut('stage: proposal\naccount: &acme Corp # x', 'invalid-text'), [
      { place: '3:10-20 warning', after: ["stage: proposal\naccount: '&acme Corp' # x"] },
    ]);
  });

  for (const [line, after, place] of [
    ['title: &Co Renewal', "title: '&Co Renewal'", '3:8-19'],
    ['next_step: &call', "next_step: '&call'", '3:12-17'],
    ['status: lost\nlost_reason: &price', "status: lost\nlost_reason: '&price'", '4:14-20'],
    ['account : &acme', "account : '&acme'", '3:11-16'],
  ] as const)
    it(`is told in every field of words: ${JSON.stringify(line)}`, () =>
      assert.deepEqual(waysOut(`stage: proposal\n${line}`, 'invalid-text'), [
        { place: `${place} warning`, after: [`stage: proposal\n${after}`] },
      ]));

  it('is told also beside one that stands below its key, which is left alone', () =>
    assert.deepEqual(waysOut('stage: proposal\nowner: &dana\naccount:\n  &acme', 'invalid-text'), [
      { place: '3:8-13 warning', after: ["stage: proposal\nowner: '&dana'\naccount:\n  &acme"] },
    ]));

  for (const yaml of [
    'account: &a Acme\nsource: *a',
    'account: R&D',
    'account: A & B',
    'mine: &x',
    'tags: &t [a]',
    'account: &a "Acme"',
  ])
    it(`is left alone where it is one, or none: ${JSON.stringify(yaml)}`, () =>
      assert.deepEqual(waysOut(`stage: proposal\n${yaml}`, 'invalid-text'), []));
});

describe('a placeholder that a template left', () => {
  const told = (yaml: string, process = DEFAULT_PROCESS) => {
    const entry = readDeal('acme.md', file(yaml), process);
    const problems =
      entry.kind === 'deal'
        ? entry.problems
        : entry.kind === 'attention'
          ? [entry.problem, ...(entry.others ?? [])]
          : [];
    return problems.map(one => `${one.code} ${one.line}: ${sentenceOf(one)}`);
  };
  const says = (key: string, placeholder: string) =>
    `“${key}” still has “${placeholder}”, a placeholder of a template. Write the value itself.`;

  for (const [yaml, code, line, key, placeholder] of [
    ['stage: proposal\naccount: {{account}}', 'invalid-text', 3, 'account', '{{account}}'],
    ['stage: proposal\nowner: "{{ owner }}"', 'invalid-text', 3, 'owner', '{{ owner }}'],
    ['title: <% tp.file.title %>\nstage: proposal', 'invalid-text', 2, 'title', '<% tp.file.title %>'],
    ['stage: proposal\ncreated: <% tp.date.now() %>', 'invalid-date', 3, 'created', '<% tp.date.now() %>'],
    ['stage: proposal\ntags: [{{tag}}]', 'invalid-text', 3, 'tags', '{{tag}}'],
    ['title: A\nstage: {{stage}}', 'unknown-stage', 3, 'stage', '{{stage}}'],
    ['title: {{title}} deal\nstage: proposal', 'invalid-yaml', 2, 'title', '{{title}}'],
  ] as const)
    it(`is told once, at its line: ${JSON.stringify(yaml)}`, () =>
      assert.deepEqual(told(yaml), [`${code} ${line}: ${says(key, placeholder)}`]));

  it('is never put into quotes', () =>
    assert.deepEqual(
      waysOut('title: {{title}} deal\nstage: proposal', 'invalid-yaml').flatMap(one => one.after),
      [],
    ));

  it('is told by the name that the team gives the field, and of no key of its own', () => {
    const process = makeProcess({ fields: new Map([['account', 'customer']]) });
    assert.deepEqual(told('stage: proposal\ncustomer: {{x}}\naccount: {{y}}', process), [
      `invalid-text 3: ${says('customer', '{{x}}')}`,
    ]);
    assert.deepEqual(told('stage: proposal\nlost_note: "they use {{x}}"\nmine: "<% x %>"'), []);
  });
});
