import assert from 'node:assert/strict';
import { fixAll } from '../../../../../src/core/deal/fixes/fixAll';
import { makeProcess, type Process } from '../../../../../src/core/process/process';
import { applyEdits } from '../../../../../src/core/textEdit';
import { file } from '../../../support/deals';
import { patient } from './support/offered';

/** The text after all safe fixes, and what they were about: `code line:column-end`, by the places of the text before. */
function fixAllOf(text: string, process?: Process): [after: string, ...told: string[]] {
  const { edits, fixed } = fixAll(patient(text, process));
  return [
    applyEdits(text, edits),
    ...fixed
      .toSorted((a, b) => a.line - b.line)
      .map(({ code, line, column = '', end }) => {
        assert.equal(end?.line ?? line, line);
        return `${code} ${line}:${column}-${end?.column ?? ''}`;
      }),
  ];
}

describe('what all safe fixes are about is told', () => {
  it('by where it was before any of them', () => {
    assert.deepEqual(
      fixAllOf(
        file(
          'title: Acme: scanners\nvalue: "48k EUR"\nclose_date: 18.12.2026\nstage: proposal\nprobability: 60%',
        ),
      ),
      [
        file(
          "title: 'Acme: scanners'\nvalue: 48000\ncurrency: EUR\nclose_date: 2026-12-18\nstage: proposal\nprobability: 60",
        ),
        'unquoted-colon 2:8-22',
        'invalid-value 3:8-17',
        'invalid-date 4:13-23',
        'invalid-probability 6:14-17',
      ],
    );
  });

  it('also where it has no column, and another one stood above it', () => {
    assert.deepEqual(fixAllOf('--- # about\nstage: proposal\nvalue: "48k"\n---\n'), [
      '---\n# about\nstage: proposal\nvalue: 48000\n---\n',
      'foreign-front-matter 1:-',
      'invalid-value 3:8-13',
    ]);
  });

  it('with what went away by them', () => {
    const text = file(
      'stage: prospecting\nhistory:\n  - {on: 2026-01-04, stage: lead-generation}\n  - {on: 5.1.2026, stage: prospecting}',
    );
    assert.deepEqual(fixAllOf(text), [
      text.replace('5.1.2026', '2026-01-05'),
      'history-mismatch 2:8-19',
      'invalid-history 5:10-18',
    ]);
  });

  it('but not with what is still there', () => {
    const process = makeProcess({
      missingFields: 'block',
      stages: { 'lead-generation': { required: ['value', 'owner'] } },
    });
    const text = file(
      'stage: prospecting\nvalue: "48k"\nhistory:\n  - {on: 2026-01-04, stage: lead-generation}\n  - {on: 2026-01-05, stage: prospecting}',
    );
    const [after, ...told] = fixAllOf(text, process);
    assert.equal(after, text.replace('"48k"', '48000'));
    assert.deepEqual(told, ['missing-field 2:8-19', 'invalid-value 3:8-13']);
  });

  it('and is nothing where all is well', () => {
    const text = file('stage: proposal\nvalue: 5');
    assert.deepEqual(fixAllOf(text), [text]);
  });
});

describe('all safe fixes of one file', () => {
  it('are thirty at once', () => {
    const line = '  - {on: 5.1.2026, stage: proposal}\n';
    const text = file(`stage: proposal\nhistory:\n${line.repeat(32)}`);
    const [after, ...told] = fixAllOf(text);
    assert.equal(told.length, 30);
    assert.equal(after.split('5.1.2026').length - 1, 2);
  });

  it('are none of a file that is longer than any deal', () => {
    const long = (length: number) => file('stage: proposal\nvalue: "48k"', '').padEnd(length, 'x');
    assert.equal(fixAllOf(long(200_000)).length, 2);
    assert.deepEqual(fixAllOf(long(200_001)), [long(200_001)]);
  });
});
