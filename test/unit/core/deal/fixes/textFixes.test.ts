import assert from 'node:assert/strict';
import { file } from '../../../support/deals';
import { offered, offers } from './support/offered';

const COLON = 'Add a colon and a space after the key';
const CLOSE = 'Close the quote at the end of the line';
const LEFT = 'Move the key left, in line with the others';
const BLANKS = 'Indent with spaces';
const quote = (text: string) => `Put quotes around it: ${text}`;

describe('a value with a colon in it', () => {
  offers([
    ['unquoted-colon', 'title: A: b\nstage: x', [quote("'A: b'"), 'safe', "title: 'A: b'\nstage: x"]],
    [
      'unquoted-colon',
      'stage: x\nsource:  a: b: c  # d',
      [quote("'a: b: c'"), 'safe', "stage: x\nsource:  'a: b: c'  # d"],
    ],
    [
      'unquoted-colon',
      'stage: x\nhistory:\n  - {on: 2026-01-05, note: a: b}\nowner: c',
      [quote("'a: b'"), 'safe', "stage: x\nhistory:\n  - {on: 2026-01-05, note: 'a: b'}\nowner: c"],
    ],
    [
      'unquoted-colon',
      'stage: x\ntags:\n  -  a: b: c\n',
      [quote("'b: c'"), 'safe', "stage: x\ntags:\n  -  a: 'b: c'\n"],
    ],
  ]);
});

describe('what may be read in several ways', () => {
  offers([
    // The other key is lost in a quote.
    [
      'unquoted-colon',
      'title: Acme stage: proposal',
      [quote("'Acme stage: proposal'"), 'preferred', "title: 'Acme stage: proposal'"],
      ['Put the second key on a line of its own', 'offered', 'title: Acme\nstage: proposal'],
    ],
    [
      'unquoted-colon',
      'stage: x\ntitle: Acme region: b',
      [quote("'Acme region: b'"), 'safe', "stage: x\ntitle: 'Acme region: b'"],
    ],
  ]);
});

describe('a key without its colon', () => {
  offers([
    ['not-a-map', 'stage:proposal', [COLON, 'safe', 'stage: proposal']],
    ['not-a-map', 'stage proposal', [COLON, 'preferred', 'stage: proposal']],
    ['not-a-map', '- a\n- stage'],
    ['invalid-yaml', 'stage: x\nvalue:5', [COLON, 'safe', 'stage: x\nvalue: 5']],
    ['invalid-yaml', 'owner:dana\nstage: x', [COLON, 'safe', 'owner: dana\nstage: x']],
    ['invalid-yaml', 'owner dana\nstage: x', [COLON, 'preferred', 'owner: dana\nstage: x']],
    [
      'invalid-yaml',
      'stage: x\nowner\tdana\ntags: [a]',
      [COLON, 'preferred', 'stage: x\nowner:\tdana\ntags: [a]'],
    ],
    // Below the fault is where the parser sees it.
    [
      'invalid-yaml',
      'stage: x\nowner:dana\n\nvalue: 5',
      [COLON, 'safe', 'stage: x\nowner: dana\n\nvalue: 5'],
    ],
    // Names that no field has may be words.
    ['invalid-yaml', 'stage: x\nmine:dana\nvalue: 5'],
    ['invalid-yaml', 'stage: x\nmine dana\nvalue: 5'],
    ['invalid-yaml', 'stage: x\nowner'],
    ['invalid-yaml', 'stage: x\nowner \nvalue: 5'],
    ['invalid-yaml', 'stage: x\nowner  \nvalue: 5'],
    ['invalid-yaml', 'stage: x\nowner a:b\nvalue: 5', [COLON, 'preferred', 'stage: x\nowner: a:b\nvalue: 5']],
    ['invalid-yaml', 'stage: x\n"owner":dana'],
    ['invalid-yaml', 'stage: x\nthe owner:dana\nvalue: 5'],
  ]);
});

describe('a value that begins with what YAML keeps for itself', () => {
  offers([
    [
      'invalid-yaml',
      'stage: x\nowner:   @dana   # hm',
      [quote("'@dana'"), 'preferred', "stage: x\nowner:   '@dana'   # hm"],
    ],
    [
      'invalid-yaml',
      'stage: x\nowner : `dana`  ',
      [quote("'`dana`'"), 'preferred', "stage: x\nowner : '`dana`'  "],
    ],
    ['invalid-yaml', 'owner: @dana\nstage: @x', [quote("'@dana'"), 'preferred', "owner: '@dana'\nstage: @x"]],
    [
      'invalid-yaml',
      'stage: x\ntags:\n  -  @dana # hm\n  - %x',
      [quote("'@dana'"), 'preferred', "stage: x\ntags:\n  -  '@dana' # hm\n  - %x"],
    ],
    [
      'invalid-yaml',
      'stage: x\ntags:\n  - - @dana\n    - b',
      [quote("'@dana'"), 'preferred', "stage: x\ntags:\n  - - '@dana'\n    - b"],
    ],
    [
      'invalid-yaml',
      'stage: x\ncontacts:\n  - name: @dana\n',
      [quote("'@dana'"), 'preferred', "stage: x\ncontacts:\n  - name: '@dana'\n"],
    ],
    [
      'invalid-yaml',
      'stage: x\nowner:\n  @dana',
      [quote("'@dana'"), 'preferred', "stage: x\nowner:\n  '@dana'"],
    ],
    // Nobody can tell what words without a key are.
    ['invalid-yaml', 'stage: x\n@dana'],
  ]);
});

describe('a quote that is not closed', () => {
  offers([
    ['invalid-yaml', 'stage: x\ntitle: "Acme', [CLOSE, 'preferred', 'stage: x\ntitle: "Acme"']],
    ['invalid-yaml', "stage: x\ntags:\n  - 'a b  ", [CLOSE, 'preferred', "stage: x\ntags:\n  - 'a b'  "]],
    // Far above the end, where it is missed.
    [
      'invalid-yaml',
      'title: "Acme # x\nowner: "a"\nstage: x',
      [CLOSE, 'preferred', 'title: "Acme # x"\nowner: "a"\nstage: x'],
      [quote("'Acme'"), 'offered', 'title: \'Acme\' # x\nowner: "a"\nstage: x'],
    ],
    [
      'invalid-yaml',
      'title: "in two\n  lines"\ncontacts:\n  - name : \'Lee\n    role: buyer\nstage: x',
      [
        CLOSE,
        'preferred',
        'title: "in two\n  lines"\ncontacts:\n  - name : \'Lee\'\n    role: buyer\nstage: x',
      ],
    ],
  ]);

  it('is closed before the line end', () => {
    const text = file('title: "Acme\nstage: x').replaceAll('\n', '\r\n');
    assert.deepEqual(offered(text, 'invalid-yaml')[0], [CLOSE, 'preferred', text.replace('Acme', 'Acme"')]);
  });
});

describe('a line that stands in too far', () => {
  offers([
    ['invalid-yaml', 'stage: x\n  value: 5', [LEFT, 'preferred', 'stage: x\nvalue: 5']],
    ['invalid-yaml', 'stage: x\n  value:', [LEFT, 'preferred', 'stage: x\nvalue:']],
    ['invalid-yaml', 'stage: x\n   mine: 5'],
    ['tab-indentation', 'stage: x\n\tvalue: 5', [BLANKS, 'safe', 'stage: x\nvalue: 5']],
    [
      'tab-indentation',
      'stage: x\ntags:\n\t- a\tb\n\t- c',
      [BLANKS, 'safe', 'stage: x\ntags:\n  - a\tb\n  - c'],
    ],
    [
      'tab-indentation',
      'stage: x\nhistory:\n \t- on: 2026-01-05\n \t  stage: x',
      [BLANKS, 'safe', 'stage: x\nhistory:\n   - on: 2026-01-05\n     stage: x'],
    ],
    [
      'tab-indentation',
      'stage: x\nhistory:\n    - on: 2026-01-05\n\t  stage: x',
      [BLANKS, 'safe', 'stage: x\nhistory:\n    - on: 2026-01-05\n      stage: x'],
    ],
  ]);

  it('is put where its like are, however far they stand in', () => {
    const list = (tabs: string) =>
      file(`stage: x\nhistory:\n        - on: 2026-01-05\n${tabs}  stage: x\n${tabs}\t- x`);
    const [, , after] = offered(list('\t'), 'tab-indentation')[0] ?? [];
    assert.equal(after, list('        ').replaceAll('\t', '        '));
  });

  it('leaves the tabs of the notes alone', () => {
    const notes = 'Notes:\n\n\t- a\n';
    assert.deepEqual(offered(file('stage: x\ntags:\n\t- a', notes), 'tab-indentation'), [
      [BLANKS, 'safe', file('stage: x\ntags:\n  - a', notes)],
    ]);
  });
});

describe('brackets that were meant as a text', () => {
  offers([
    [
      'invalid-text',
      'stage: x\ntitle: [Acme, b] # hm',
      [quote('[Acme, b]'), 'preferred', "stage: x\ntitle: '[Acme, b]' # hm"],
    ],
    ['invalid-text', 'stage: x\nowner: {a: "b"}', ['Change to “b”', 'preferred', 'stage: x\nowner: b']],
    [
      'invalid-text',
      'stage: x\ncontacts: [[a]]',
      [quote('[[a]]'), 'preferred', "stage: x\ncontacts: '[[a]]'"],
    ],
    ['invalid-text', 'stage: x\ntags: [[a b]]', [quote('[[a b]]'), 'preferred', "stage: x\ntags: '[[a b]]'"]],
    ['invalid-text', 'stage: x\ntitle: [Acme,\n  b]'],
    ['invalid-text', 'stage: x\ntitle:\n  - Acme'],
    ['invalid-text', 'stage: x\ntitle: &a [Acme]\nowner: *a'],
    ['invalid-text', 'stage: x\ntags: [[a], b]'],
    ['invalid-text', 'stage: x\ncontacts: [[a], {name: b}]'],
  ]);
});
