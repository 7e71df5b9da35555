import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseFrontMatter } from '../../../../../src/core/frontMatter/parse';
import { assertEnough, forAll } from '../../../support/property';
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

  for (const [what, value] of [
    ['a text on several lines', 'Call them\n  and ask\n\n  again.'],
    ['a text with a sign of YAML in it', 'a | b\n\n  again.'],
    ['quotes', '"Call them\n\n  and: ask"'],
    ['a text below its key', '\n  Call them\n\n  again'],
    ['a list with blank lines', '\n  - a\n\n  - b\n\n  - c'],
    ['a list with blank lines that does not stand in', '\n- a\n\n- b'],
    ['a list of groups with blank lines', '\n  - name: a\n\n    role: b\n\n  - name: c'],
    ['brackets', '[a,\n\n  b,\n]'],
    ['a group', '\n  a: 1\n\n  b: 2'],
  ] as const) {
    it(`is closed below ${what}`, () => {
      for (const after of ['', 'industry: steel\n', '\nowner: dana\n', '# paid\n\nOwn: 1\nvalue: 5\n']) {
        const head = `---\nstage: closing\nmine: ${value}\n${after}`;
        assert.equal(closed(`${head}\nNotes.\n`)[1], `${head}---\n\nNotes.\n`);
      }
    });
  }

  it('is closed below what is written too far left', () => {
    for (const value of ["'Call them\n\nand ask'", '[a,\n\nb]']) {
      const head = `---\nstage: closing\nmine: ${value}\nvalue: 5\n`;
      assert.deepEqual(closed(`${head}\nNotes.\n`), ['preferred', `${head}---\n\nNotes.\n`]);
    }
  });

  it('has no offer where keys of ours stand below what may not be of it', () => {
    for (const text of ['text, and\nvalue: 5\n', '\nNotes of theirs.\n\nvalue: 5\n'])
      assert.deepEqual(offered(`---\nstage: closing\n${text}`, 'unclosed-front-matter'), []);
    const split = '---\nstage: closing\nnext_step: "Call\n  them\n---- again"\nvalue: 5\n';
    assert.deepEqual(offered(split, 'unclosed-front-matter'), []);
  });

  it('reads, closed as it is offered, as all that stood in it', () => {
    const word = fc.constantFrom('Call', 'them', 'it’s', 'a|b', '50 %', '“now”');
    const words = fc.array(word, { minLength: 1, maxLength: 3 }).map(all => all.join(' '));
    const gap = fc.constantFrom('\n', '\n\n', '\n  \n', '\n\n\n');
    const lines = fc
      .tuple(words, fc.array(fc.tuple(gap, words), { maxLength: 3 }))
      .map(([first, more]) => first + more.map(([parted, next]) => `${parted}  ${next}`).join(''));
    const items = fc.array(
      fc.tuple(
        gap,
        fc.oneof(
          words,
          words.map(one => `{name: ${one}}`),
        ),
      ),
      {
        minLength: 1,
        maxLength: 3,
      },
    );
    const list = fc
      .tuple(items, fc.constantFrom('', '  '))
      .map(([all, indent]) =>
        all.map(([parted, one], at) => `${at ? parted : '\n'}${indent}- ${one}`).join(''),
      );
    const value = fc.oneof(
      lines.map(one => ` ${one}`),
      lines.map(one => ` "${one}"`),
      lines.map(one => ` '${one.replaceAll("'", "''")}'`),
      fc.tuple(fc.constantFrom('|', '>-', '|+'), lines).map(([sign, one]) => ` ${sign}\n  ${one}`),
      items.map(all => ` [${all.map(([parted, one], at) => `${at ? `,${parted}  ` : ''}${one}`).join('')}]`),
      list,
    );
    const key = fc.constantFrom(
      'title',
      'next_step',
      'tags',
      'checks',
      'lost_note',
      'industry',
      'x-id',
      'Region',
    );
    const front = fc.uniqueArray(
      fc.tuple(key, value, fc.constantFrom('', '\n', '# kept\n', '\n# kept\n\n')),
      {
        minLength: 1,
        maxLength: 6,
        selector: ([name]) => name,
      },
    );
    const notes = fc.constantFrom(
      '',
      '\nNotes.\n',
      '\n# Acme\n\n- They call.\n',
      '\nThey call: soon.\n',
      '# Acme\n',
    );
    let [count, all] = [0, 0];
    const check = ([fields, below, isWindows]: readonly [
      readonly (readonly [string, string, string])[],
      string,
      boolean,
    ]) => {
      const head = fields.map(([name, said, between]) => `${name}:${said}\n${between}`).join('');
      // Below a blank line nobody can tell a key with a capital letter from notes, if no key of ours follows.
      const text = `stage: closing\n${head}owner: dana\n`;
      const onEnd = (some: string) => (isWindows ? some.replaceAll('\n', '\r\n') : some);
      const meant = parseFrontMatter(onEnd(`---\n${text}---\n`));
      if (meant.kind !== 'found') return;
      all++;
      for (const [, , after] of offered(onEnd(`---\n${text}${below}`), 'unclosed-front-matter')) {
        const read = parseFrontMatter(after);
        assert.ok(read.kind === 'found', after);
        assert.deepEqual(read.data, meant.data);
        count++;
      }
    };
    forAll(fc.tuple(front, notes, fc.boolean()), check, 300);
    assertEnough(count, 250);
    assert.equal(count, all, 'it is offered wherever it can be told');
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
