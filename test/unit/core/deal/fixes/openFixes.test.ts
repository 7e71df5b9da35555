import { offers } from './support/offered';

const CLOSE = 'Close the quote at the end of the line';
const BRACKETS = 'Close the brackets';
const ALIGN = 'Align it with the entry above';
const quote = (text: string) => `Put quotes around it: ${text}`;

describe('a text with a quote too many', () => {
  offers([
    [
      'invalid-yaml',
      "stage: x\nnext_step: 'Don't call'",
      [quote(`"Don't call"`), 'preferred', `stage: x\nnext_step: "Don't call"`],
    ],
    [
      'invalid-yaml',
      "stage: x\nnext_step: 'Don't call # now",
      [quote(`"Don't call"`), 'preferred', `stage: x\nnext_step: "Don't call" # now`],
    ],
    [
      'invalid-yaml',
      'stage: x\nnext_step: "Say "yes" now"',
      [quote(`'Say "yes" now'`), 'preferred', `stage: x\nnext_step: 'Say "yes" now'`],
    ],
    // Here the quotes are a part of it.
    [
      'invalid-yaml',
      'stage: x\nnext_step: "Dana" and "Tom"',
      [quote(`'"Dana" and "Tom"'`), 'preferred', `stage: x\nnext_step: '"Dana" and "Tom"'`],
    ],
    ['invalid-yaml', "title: 'Don''t call\nstage: x", [CLOSE, 'preferred', "title: 'Don''t call'\nstage: x"]],
  ]);
});

describe('a list that is not closed', () => {
  offers([
    ['invalid-yaml', 'stage: x\ntags: [a, b', [BRACKETS, 'preferred', 'stage: x\ntags: [a, b]']],
    [
      'invalid-yaml',
      'tags: [a, b # mine\nstage: x',
      [BRACKETS, 'preferred', 'tags: [a, b] # mine\nstage: x'],
    ],
    ['invalid-yaml', 'tags: [a,\n  b\nstage: x', [BRACKETS, 'preferred', 'tags: [a,\n  b]\nstage: x']],
    [
      'invalid-yaml',
      'stage: x\ncontacts: [{name: R. Lee}\nowner: d',
      [BRACKETS, 'preferred', 'stage: x\ncontacts: [{name: R. Lee}]\nowner: d'],
    ],
    [
      'invalid-yaml',
      'history:\n  - {on: 2026-01-02, stage: lead\n  - {on: 2026-02-02, stage: x}\nstage: x',
      [
        BRACKETS,
        'preferred',
        'history:\n  - {on: 2026-01-02, stage: lead}\n  - {on: 2026-02-02, stage: x}\nstage: x',
      ],
    ],
    // A text may begin with a bracket; nothing makes sense of a list that is closed otherwise.
    ['invalid-yaml', 'stage: x\ntitle: [Acme', [quote("'[Acme'"), 'preferred', "stage: x\ntitle: '[Acme'"]],
    ['invalid-yaml', 'stage: x\ntags: [a, b}'],
    ['invalid-yaml', 'stage: x\nchecks: {a, b'],
    ['invalid-yaml', 'stage: x\ncontacts: - R. Lee'],
  ]);
});

describe('items of a list that stand in otherwise', () => {
  offers([
    [
      'invalid-yaml',
      'contacts:\n  - R. Lee\n - T. Ray\n - K. Lo\nstage: x',
      [ALIGN, 'preferred', 'contacts:\n  - R. Lee\n  - T. Ray\n  - K. Lo\nstage: x'],
    ],
  ]);
});
