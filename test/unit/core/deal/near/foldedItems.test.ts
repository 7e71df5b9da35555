import assert from 'node:assert/strict';
import { offered } from '../fixes/support/offered';
import { file } from '../../../support/deals';
import { waysOut } from './support';

describe('items of a list that YAML takes for more of the text above', () => {
  for (const [what, yaml, place, after] of [
    [
      'further in than the one above',
      'stage: x\ncontacts:\n  - R. Lee\n    - T. Ray\n    - K. Lo\n  - B. Kim',
      '5:5-13 hint',
      'stage: x\ncontacts:\n  - R. Lee\n  - T. Ray\n  - K. Lo\n  - B. Kim',
    ],
    [
      'below one that does not stand in',
      'stage: x\ntags:\n- a\n  - b',
      '5:3-6 hint',
      'stage: x\ntags:\n- a\n- b',
    ],
    [
      'below one behind the key',
      'stage: x\ncontacts: R. Day\n  - R. Lee\n  - T. Ray\nowner: d',
      '4:3-11 hint',
      'stage: x\ncontacts:\n  - R. Day\n  - R. Lee\n  - T. Ray\nowner: d',
    ],
    [
      'below one beside a group',
      'stage: x\ncontacts:\n  - name: X\n    role: y\n  - R. Lee\n    - T. Ray',
      '7:5-13 hint',
      'stage: x\ncontacts:\n  - name: X\n    role: y\n  - R. Lee\n  - T. Ray',
    ],
    [
      'below one that stands more than a blank behind the key',
      'stage: x\ncontacts:  R. Day\n  - R. Lee',
      '4:3-11 hint',
      'stage: x\ncontacts:\n  - R. Day\n  - R. Lee',
    ],
    [
      'once, also where another item has the words of two',
      'stage: x\ntags:\n  - a\n    - b\n    - c\n  - a - c',
      '5:5-8 hint',
      'stage: x\ntags:\n  - a\n  - b\n  - c\n  - a - c',
    ],
  ] as const)
    it(`are told, and put in line: ${what}`, () =>
      assert.deepEqual(waysOut(yaml, 'several-in-one'), [{ place, after: [after] }]));

  it('are put in line with the line ends of the file', () => {
    const text = file('stage: x\ncontacts: R. Day\n  - R. Lee').replaceAll('\n', '\r\n');
    const [fix] = offered(text, 'several-in-one');
    assert.equal(fix![2], file('stage: x\ncontacts:\n  - R. Day\n  - R. Lee').replaceAll('\n', '\r\n'));
  });

  for (const yaml of [
    'contacts:\n  - R. Lee\n  - T. Ray',
    'contacts:\n  - name: R. Lee\n    role: buyer\n  - T. Ray',
    'lost_note: |\n  - a\n    - b',
    'next_step: call\n  - and write',
    'mine:\n  - a\n    - b',
    'contacts:\n  - R. Lee - T. Ray',
    'contacts:\n  - R. Lee\n  - T. Ray\n  - R. Lee - T. Ray',
    'tags:\n  - x - y\n  - |\n    - a\n      - b',
    'tags:\n  - a\nmine:\n  - b\n    - c',
  ])
    it(`are none in what is read as it stands, or is the team’s own: ${JSON.stringify(yaml)}`, () =>
      assert.deepEqual(waysOut(`stage: x\n${yaml}`, 'several-in-one'), []));
});
