import assert from 'node:assert/strict';
import { beingWrittenAt, lineUntil, writtenAt } from '../../../../src/core/process/places';

const TEXT = `# Ours
currency: EUR
stages:
  closing: { label: Close it, aliases: [a, "b c"] }
  proposal:
    exit_criteria:
      - id: budget
        text: Known.
      - 7
`;

describe('what stands in a sales-process.yaml', () => {
  for (const [word, path, isKey, isInline, keys] of [
    ['currency', ['currency'], true, false, ['currency', 'stages']],
    ['EUR', ['currency'], false, false, []],
    ['closing', ['stages', 'closing'], true, false, ['closing', 'proposal']],
    ['label', ['stages', 'closing', 'label'], true, true, ['label', 'aliases']],
    ['Close it', ['stages', 'closing', 'label'], false, true, []],
    ['"b c"', ['stages', 'closing', 'aliases', 1], false, true, []],
    ['exit_criteria', ['stages', 'proposal', 'exit_criteria'], true, false, ['exit_criteria']],
    ['text', ['stages', 'proposal', 'exit_criteria', 0, 'text'], true, false, ['id', 'text']],
    ['budget', ['stages', 'proposal', 'exit_criteria', 0, 'id'], false, false, []],
    ['7', ['stages', 'proposal', 'exit_criteria', 1], false, false, []],
  ] as const) {
    it(`is known from its first character to its end: ${word}`, () => {
      const start = TEXT.indexOf(word);
      const end = start + word.length;
      const found = { path, isKey, isInline, keys, text: word.replaceAll('"', ''), start, end };
      for (let at = start; at <= end; at++) assert.deepEqual(writtenAt(TEXT, at), found);
    });
  }

  it('is nothing in a comment, between words, and in what cannot be read', () => {
    for (const at of [3, TEXT.indexOf('{') - 1, TEXT.length]) assert.equal(writtenAt(TEXT, at), undefined);
    assert.equal(writtenAt('', 0), undefined);
    assert.equal(writtenAt('['.repeat(500), 3), undefined);
  });

  it('has a key without a name where a list is one', () => {
    assert.equal(writtenAt('? [a]\n: b\n', 3), undefined);
    assert.deepEqual(writtenAt('? [a]\n: b\n', 8)?.path, ['']);
  });

  it('is known up to a mistake', () => {
    assert.deepEqual(writtenAt('skip: warn\nback: "a', 7)?.path, ['skip']);
  });
});

/** What is being written at `|`. */
function beingWritten(marked: string) {
  const offset = marked.indexOf('|');
  return beingWrittenAt(marked.replace('|', ''), offset);
}

describe('what is being written in a sales-process.yaml', () => {
  for (const [marked, path, isKey, isInline, keys, text] of [
    // A word alone may become a key, or be all that there is.
    ['|', [], false, false, 1, ''],
    ['sk|', [], false, false, 1, 'sk'],
    ['currency: EUR\nsk|', ['M'], true, false, 2, 'sk'],
    ['currency: EUR\ns|k', ['M'], true, false, 2, 'sk'],
    ['currency: EUR\nsk|\r\nback: warn\r\n', ['M'], true, false, 3, 'sk'],
    ['currency: EUR\nsk| \t\nback: warn\n', ['M'], true, false, 3, 'sk'],
    ['sk|: warn', ['M'], true, false, 1, 'sk'],
    ['skip: wa|', ['skip'], false, false, 0, 'wa'],
    ['skip: |', ['skip'], false, false, 0, ''],
    ['skip: wa|rn # so', ['skip'], false, false, 0, 'warn'],
    ['stages:\n  closing:\n    |', ['stages', 'closing'], false, false, 1, ''],
    ['stages:\n  closing:\n    label: x\n    |\n', ['stages', 'closing', 'M'], true, false, 2, ''],
    ['stages:\n  closing: { lab| }', ['stages', 'closing', 'M'], true, true, 1, 'lab'],
    ['views:\n  - { name: A, status: [open, |] }', ['views', 0, 'status', 1], false, true, 0, ''],
    ['lost_reasons:\n  - pri|', ['lost_reasons', 0], false, false, 1, 'pri'],
    ['views:\n  - name: A\n  -  |\n', ['views', 1], false, false, 1, ''],
    ['a: best_case-2|', ['a'], false, false, 0, 'best_case-2'],
  ] as const) {
    it(JSON.stringify(marked), () => {
      const found = beingWritten(marked)!;
      const end = marked.indexOf('|') + /^[\w-]*/.exec(marked.slice(marked.indexOf('|') + 1))![0].length;
      assert.deepEqual(
        {
          ...found,
          path: found.path.map(step => (step === 'dealNotesCursor' ? 'M' : step)),
          keys: found.keys.length,
        },
        { path, isKey, isInline, keys, text, start: end - text.length, end },
      );
    });
  }

  it('is nothing in a comment or in a longer text', () => {
    for (const marked of ['# |', 'skip: warn # no|', 'label: send it |', 'label: >\n  send |\n'])
      assert.equal(beingWritten(marked), undefined, marked);
  });
});

describe('the line up to a place', () => {
  it('begins behind the line end before it', () => {
    assert.deepEqual(
      [0, 2, 3, 4, 5].map(at => lineUntil('ab\ncd', at)),
      ['', 'ab', '', 'c', 'cd'],
    );
    assert.equal(lineUntil('\nab', 0), '');
    assert.equal(lineUntil('\nab', 1), '');
  });
});
