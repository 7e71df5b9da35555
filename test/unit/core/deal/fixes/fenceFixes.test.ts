import assert from 'node:assert/strict';
import { offered, type Manner } from './support/offered';

const CLOSE = 'Close the front matter with a line “---”';
const MOVE = 'Move the comment below the line “---”';

describe('front matter that is not closed', () => {
  for (const [what, manner, before, after] of [
    ['with nothing below it', 'safe', '---\nstage: proposal\n', '---\nstage: proposal\n---\n'],
    ['on its last line', 'safe', '---\r\nstage: proposal', '---\r\nstage: proposal\r\n---\r\n'],
    ['with nothing in it', 'safe', '---\n', '---\n---\n'],
    ['below blank lines', 'safe', '---\n\n\nstage: x\n', '---\n\n\nstage: x\n---\n'],
    ['with a comment in it', 'safe', '---\n# Acme\nstage: x\n', '---\n# Acme\nstage: x\n---\n'],
    [
      'with words below a blank line',
      'safe',
      '---\nstage: x\n \t\nThey call back.\n',
      '---\nstage: x\n---\n \t\nThey call back.\n',
    ],
    [
      'with lists and groups of all kinds, and words that stand in',
      'preferred',
      '---\ntags: [\n  a,\n]\nmine: {\n}\nchecks:\n-\tx\n-\n   y\n\n  more\n',
      '---\ntags: [\n  a,\n]\nmine: {\n}\nchecks:\n-\tx\n-\n   y\n\n  more\n---\n',
    ],
    // What follows a blank line is a part of it only if it is a field of ours.
    [
      'with our keys below a blank line',
      'safe',
      '---\n"stage": x\n\'owner\' : y\n\nvalue:\n',
      '---\n"stage": x\n\'owner\' : y\n\nvalue:\n---\n',
    ],
    [
      'with a word and a colon below',
      'preferred',
      '---\nstage: x\n\nNote: call back\n',
      '---\nstage: x\n---\n\nNote: call back\n',
    ],
    [
      'with a colon at the end of a line',
      'preferred',
      '---\nstage: x\n\nSo far:\r\nnothing\n',
      '---\nstage: x\n---\n\nSo far:\r\nnothing\n',
    ],
    [
      'with a wide colon for one of YAML at once',
      'preferred',
      '---\nstage: x\nowner：dana\n\nNotes\n',
      '---\nstage: x\nowner：dana\n---\n\nNotes\n',
    ],
    [
      'with one below a blank line',
      'preferred',
      '---\nstage: x\n\nowner：dana\n\nNotes\n',
      '---\nstage: x\n\nowner：dana\n---\n\nNotes\n',
    ],
    [
      'with one below the notes',
      'preferred',
      '---\nstage: x\n\nNotes\nOur tag：y\n',
      '---\nstage: x\n---\n\nNotes\nOur tag：y\n',
    ],
    [
      'with a key of ours and another sign below the notes',
      'preferred',
      '---\nstage: x\n\nNotes\nOwner = dana\n',
      '---\nstage: x\n---\n\nNotes\nOwner = dana\n',
    ],
    ['with a colon at the end', 'preferred', '---\nstage: x\n\nSo:', '---\nstage: x\n---\n\nSo:'],
    ['with a heading below', 'preferred', '---\nstage: x\n\n # Acme\n', '---\nstage: x\n---\n\n # Acme\n'],
    ['with a list below', 'preferred', '---\nstage: x\n\n- one\n', '---\nstage: x\n---\n\n- one\n'],
    [
      'with a list below a blank line that follows a key of ours',
      'preferred',
      '---\nstage: x\n\nvalue: 5\n- one\n',
      '---\nstage: x\n\nvalue: 5\n---\n- one\n',
    ],
    ['with words at once and nothing else', 'preferred', '---\nstage: x\ntext', '---\nstage: x\n---\ntext'],
    [
      'with a colon in a sentence',
      'preferred',
      '---\nstage: x\nit is so: they said it\n',
      '---\nstage: x\n---\nit is so: they said it\n',
    ],
    [
      'with our keys below one of another kind',
      'preferred',
      '---\nstage: x\n\nNote: a\n# b\nstatus: open\n',
      '---\nstage: x\n\nNote: a\n# b\nstatus: open\n---\n',
    ],
    [
      'with words behind the dashes',
      'safe',
      '---\nstage: x\n--- Acme - the deal\n',
      '---\nstage: x\n---\nAcme - the deal\n',
    ],
    ['with a tab behind the dashes', 'safe', '---\nstage: x\n---\tAcme  x', '---\nstage: x\n---\nAcme  x'],
    ['with more dashes', 'safe', '---\nstage: x\n---- \t\nx\n', '---\nstage: x\n---\n---- \t\nx\n'],
    [
      'with more dashes and a key below them',
      'preferred',
      '---\r\nstage: x\r\n-----\r\nvalue: 5\r\n',
      '---\r\nstage: x\r\n---\r\n-----\r\nvalue: 5\r\n',
    ],
    ['with dashes in words', 'safe', '---\nstage: x\n---a -\n', '---\nstage: x\n---\na -\n'],
    ['with a heading on the fence', 'preferred', '---\nstage: x\n---# A\n', '---\nstage: x\n---\n# A\n'],
  ] as const satisfies readonly (readonly [string, Manner, string, string])[]) {
    it(`${what}: is closed, ${manner}`, () =>
      assert.deepEqual(offered(before, 'unclosed-front-matter'), [[CLOSE, manner, after]]));
  }
});

describe('a first line that says more than its dashes', () => {
  for (const [before, after] of [
    ['---# about\nstage: x\n---\n', '---\n# about\nstage: x\n---\n'],
    ['--- \t# about\r\nstage: x\r\n---\r\n', '---\r\n# about\r\nstage: x\r\n---\r\n'],
    ['\uFEFF--- # about\nstage: x\n---\n', '\uFEFF---\n# about\nstage: x\n---\n'],
    ['--- # about', '---\n# about'],
  ] as const) {
    it(`gives it a line of its own: ${JSON.stringify(before)}`, () =>
      assert.deepEqual(offered(before, 'foreign-front-matter'), [[MOVE, 'safe', after]]));
  }

  it('has no fix where it is the name of a language', () => {
    for (const text of ['+++\nstage = "x"\n+++\n', '--- toml\nstage = "x" --- # y\n---\n'])
      assert.deepEqual(offered(text, 'foreign-front-matter'), [], text);
  });
});
