import assert from 'node:assert/strict';
import { offered } from './support/offered';

/** How it is offered to close a front matter, and the text with it. */
const closed = (text: string) => {
  const [, manner, after] = offered(text, 'unclosed-front-matter')[0]!;
  return [manner, after];
};

describe('a front matter that is not closed', () => {
  it('is closed unasked only where it can be read then', () => {
    const [head, notes] = ['---\ntitle: Acme\nstage: closing\n', '\nNotes.\n'];
    assert.deepEqual(closed(`${head}${notes}`), ['safe', `${head}---\n${notes}`]);
    const broken = head.replace('Acme', 'Acme: x');
    assert.deepEqual(closed(`${broken}${notes}`), ['preferred', `${broken}---\n${notes}`]);
  });

  for (const header of ['|', '>', '>-', '|2', '|+2', '| # as said', '  |', '|-  ']) {
    it(`is closed below a text that is begun with “${header}”, blank lines and all`, () => {
      const head = `---\nstage: closing\nnext_step: ${header}\n  Call them.\n\n  Ask again.\n`;
      assert.equal(closed(`${head}\nNotes.\n`)[1], `${head}---\n\nNotes.\n`);
    });
  }

  for (const value of ['a | b', 'x', '|x', '| x']) {
    it(`is closed above a blank line where no text is begun: “${value}”`, () => {
      const head = `---\nstage: closing\nnext_step: ${value}\n`;
      assert.equal(closed(`${head}\n  Notes that stand in.\n`)[1], `${head}---\n\n  Notes that stand in.\n`);
    });
  }

  it('has no text before its first key, though that stands in', () => {
    const [head, notes] = ['---\n  stage: closing\n', '\n  Notes that stand in.\n'];
    assert.equal(closed(`${head}${notes}`)[1], `${head}---\n${notes}`);
  });
});

describe('tabs before keys', () => {
  it('are as wide as it takes, unasked where that is of no matter', () => {
    const text = (indent: string) => `---\nstage: closing\ncontacts:\n${indent}- name: Lee\n---\n`;
    assert.deepEqual(
      offered(text('\t'), 'tab-indentation').map(([, manner]) => manner),
      ['safe'],
    );
  });

  it('are offered where their width makes a difference', () => {
    const text = '---\nstage: closing\nmine:\n  a:\n\tb: 1\n---\n';
    assert.deepEqual(
      offered(text, 'tab-indentation').map(([, manner]) => manner),
      ['preferred', 'offered', 'offered'],
    );
  });
});
