import assert from 'node:assert/strict';
import fc from 'fast-check';
import { makeProcess } from '../../../../../src/core/process/process';
import { file, readGood } from '../../../support/deals';
import { forAll } from '../../../support/property';
import { waysOut } from './support';

describe('a text that YAML cuts at “ #”', () => {
  const CASES: readonly (readonly [line: string, place: string, after: string])[] = [
    ['title: Acme #2', '3:8-15 hint', "title: 'Acme #2'"],
    ['title: #1 deal', '3:8-15 hint', "title: '#1 deal'"],
    ['title:  #1 deal', '3:9-16 hint', "title:  '#1 deal'"],
    ['account: Acme #2 # since May', '3:10-17 hint', "account: 'Acme #2' # since May"],
    ['next_step: Call about ticket #533', '3:12-34 hint', "next_step: 'Call about ticket #533'"],
    ["next_step: Lee's ticket #533", '3:12-29 hint', "next_step: 'Lee''s ticket #533'"],
    ['owner: #dana', '3:8-13 hint', "owner: '#dana'"],
    ['lost_note: see #12', '3:12-19 hint', "lost_note: 'see #12'"],
    ['tags: #hardware, #renewal', '3:7-26 hint', 'tags: [hardware, renewal]'],
    ['tags: hardware #renewal', '3:7-24 hint', 'tags: [hardware, renewal]'],
    ['tags: #renewal', '3:7-15 hint', 'tags: [renewal]'],
    ['tags:\n  - hardware\n  - #renewal', '5:5-13 hint', 'tags:\n  - hardware\n  - renewal'],
    ['contacts: R. Lee #2', '3:11-20 hint', "contacts: 'R. Lee #2'"],
    [
      'contacts:\n  - name: R. Lee #2\n    role: buyer',
      '4:11-20 hint',
      "contacts:\n  - name: 'R. Lee #2'\n    role: buyer",
    ],
    [
      'history:\n  - on: 2026-01-02\n    status: open\n    reason: see #7',
      '6:13-19 hint',
      "history:\n  - on: 2026-01-02\n    status: open\n    reason: 'see #7'",
    ],
  ];
  for (const [line, place, after] of CASES)
    it(`is told and kept whole: ${line.replaceAll('\n', ' | ')}`, () => {
      const [told, ...others] = waysOut(`stage: proposal\n${line}`, 'cut-by-comment');
      assert.equal(told?.place, place);
      assert.deepEqual([told.after, others], [[`stage: proposal\n${after}`], []]);
      assert.deepEqual(waysOut(told.after[0]!, 'cut-by-comment'), []);
    });

  for (const line of [
    'title: Acme # the second',
    'title: "Acme" #2',
    'title: Acme#2',
    '#title: old',
    'owner: dana\n#old: 7',
    'value: 48000 #net',
    'close_date: 2026-12-18 #asked',
    'tags: [hardware] #all',
    'ticket: #533',
    'title: |\n  Acme #2',
  ])
    it(`is not what is a comment, or whole: ${line.replaceAll('\n', ' | ')}`, () =>
      assert.deepEqual(waysOut(`stage: proposal\n${line}`, 'cut-by-comment'), []));

  it('is found by the team’s names', () => {
    const process = makeProcess({ fields: new Map([['title', 'name']]) });
    const [told] = waysOut('stage: proposal\nname: Acme #2', 'cut-by-comment', process);
    assert.deepEqual(told?.after, ["stage: proposal\nname: 'Acme #2'"]);
  });

  it('says all that stands there once it is kept whole', () =>
    forAll(
      fc.array(fc.constantFrom('Acme', 'x', '#2', "Lee's", '"A"', '€', 'a: b'.slice(0, 1), '#533', '-'), {
        minLength: 1,
      }),
      words => {
        const title = words.join(' ');
        const [told] = waysOut(`stage: proposal\ntitle: ${title}`, 'cut-by-comment');
        if (!told) return;
        assert.equal(readGood(file(told.after[0]!)).deal.title, title);
      },
      300,
    ));
});
