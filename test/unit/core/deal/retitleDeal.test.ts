import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changeDeal } from '../../../../src/core/deal/changeDeal';
import { readDeal } from '../../../../src/core/deal/readDeal';
import { retitleDeal } from '../../../../src/core/deal/retitleDeal';
import { oneLine } from '../../../../src/core/oneLine';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { applyEdits, invertEdits } from '../../../../src/core/textEdit';
import { file } from '../../support/deals';
import { SHORT_HOSTILE, wellFormed } from '../../support/hostile';
import { forAll } from '../../support/property';
import { sentenceOf } from '../../../../src/words/sentence';

/** The text after it, checked for what every edit has to be; or why there is none. */
function renamed(text: string, title: string): string {
  const changed = changeDeal('acme.md', text, DEFAULT_PROCESS, (opened, now) =>
    retitleDeal(opened, now, title),
  );
  if (!changed.ok) return sentenceOf(changed.problem);
  const { edits, text: after } = changed.edited;
  assert.equal(applyEdits(text, edits), after);
  assert.equal(applyEdits(after, invertEdits(text, edits)), text);
  return after;
}

function titleOf(text: string): string | undefined {
  const entry = readDeal('acme.md', text, DEFAULT_PROCESS);
  return entry.kind === 'deal' ? entry.deal.title : undefined;
}

describe('a new title', () => {
  for (const [where, before, after] of [
    [
      'replaces the key, in its quotes and with its comment',
      file('title: "Acme" # ours\nstage: proposal', '# About Acme\n'),
      file('title: "New, title" # ours\nstage: proposal', '# About Acme\n'),
    ],
    [
      'replaces the key and the heading that says the same',
      file('title: Acme\nstage: proposal', 'Hello\n\n#  Acme ##\n\n# Acme\n'),
      file('title: New, title\nstage: proposal', 'Hello\n\n#  New, title ##\n\n# Acme\n'),
    ],
    [
      'replaces the heading where there is no key',
      file('stage: proposal', '```\n# no title\n```\n# Acme, *x*\r\n\r\n# Next\n'),
      file('stage: proposal', '```\n# no title\n```\n# New, title\r\n\r\n# Next\n'),
    ],
    [
      'replaces the heading where the key is empty',
      file('title:\nstage: proposal', '# Acme\n'),
      file('title:\nstage: proposal', '# New, title\n'),
    ],
    [
      'is a new key where there is neither',
      file('stage: proposal', '## Log\n'),
      file('title: New, title\nstage: proposal', '## Log\n'),
    ],
    [
      'fills in an empty key',
      file('title: # which?\nstage: proposal', ''),
      file('title: New, title # which?\nstage: proposal', ''),
    ],
    [
      'leaves a heading alone that is the log’s',
      file('stage: proposal', '# Log\n\n- 2026-01-01 call\n'),
      file('title: New, title\nstage: proposal', '# Log\n\n- 2026-01-01 call\n'),
    ],
  ] as const) {
    it(where, () => {
      const now = renamed(before, 'New, title').replaceAll("'New, title'", 'New, title');
      assert.equal(now, after);
      assert.equal(titleOf(now), 'New, title');
    });
  }

  it('is a key where the heading could not say it', () => {
    const now = renamed(file('stage: proposal', '# Acme\n'), 'C #');
    assert.equal(now, file("title: 'C #'\nstage: proposal", '# Acme\n'));
    assert.equal(titleOf(now), 'C #');
    assert.equal(
      renamed(file('stage: proposal', '# Acme\n'), '#'),
      file("title: '#'\nstage: proposal", '# Acme\n'),
    );
  });

  it('is a key where the heading goes on beyond where a title is looked for', () => {
    const long = `${'x\n'.repeat(990)}# ${'Acme '.repeat(20)}\n`;
    assert.equal(titleOf(renamed(file('stage: proposal', long), 'New')), 'New');
  });

  it('is refused where the key holds something else', () => {
    assert.match(renamed(file('title: [a]\nstage: proposal', ''), 'New'), /“title” holds a list/);
  });

  for (const [name, text] of SHORT_HOSTILE) {
    it(`may be anything: ${name}`, () => {
      const title = oneLine(wellFormed(text));
      for (const before of [
        file('title: Acme\nstage: proposal', '# Acme\n'),
        file('stage: proposal', '# Acme\n'),
        file('stage: proposal', ''),
      ])
        assert.equal(titleOf(renamed(before, title)), title);
    });
  }

  it('may be any text, and changes no other line', () => {
    const bodies = fc.constantFrom('', '# Acme\n', 'x\n# Acme #\r\ny\n', '# Other\n', '~~~\n# Acme\n~~~\n');
    const heads = fc.constantFrom(
      '',
      'title: Acme\n',
      "title: 'Acme' # c\n",
      'title:\n',
      'title: |\n  Acme\n',
    );
    const titles = fc
      .oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ unit: 'grapheme', maxLength: 30 }))
      .map(text => oneLine(wellFormed(text)))
      .filter(text => text !== '');
    forAll(
      fc.tuple(heads, bodies, titles),
      ([head, body, title]) => {
        const before = file(`${head}stage: proposal # here`, body);
        const after = renamed(before, title);
        assert.equal(titleOf(after), title);
        const others = (text: string) =>
          text.split('\n').filter(line => !/^title:|^ {2}Acme$|^# /.test(line));
        assert.deepEqual(others(after), others(before));
      },
      300,
    );
  });
});
