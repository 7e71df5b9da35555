import assert from 'node:assert/strict';
import {
  htmlText,
  linkTarget,
  markdownLink,
  markdownText,
  plainLine,
  plainText,
  withoutFormulas,
  withoutIcons,
  withoutLinks,
} from '../../../src/core/escape';

describe('a text of a file in a row or a message', () => {
  for (const [what, text, shown] of [
    ['is one line', 'Acme\r\nscanners\n\n\nand more', 'Acme scanners and more'],
    ['has no blanks around it, and single ones in it', '  Acme   scanners \t', 'Acme scanners'],
    ['does not steer a terminal', 'Acme\u001b[31m\u0007\u0000 scanners', 'Acme [31m scanners'],
    ['does not turn the direction', 'Acme\u202e\u2066 srennacs', 'Acme srennacs'],
    ['has no line of Unicode’s own', 'Acme\u2028scanners\u2029more', 'Acme scanners more'],
    ['keeps letters of all scripts and signs', 'Ромашка 🚀 – 5 % & “more”', 'Ромашка 🚀 – 5 % & “more”'],
  ] as const)
    it(what, () => assert.equal(plainText(text), shown));

  it('is cut where it is longer than there is room for, and says so', () => {
    assert.equal(plainText('x'.repeat(200)), 'x'.repeat(200));
    assert.equal(plainText('x'.repeat(201)), `${'x'.repeat(199)}…`);
    assert.equal(plainText('Acme scanners', 13), 'Acme scanners');
    assert.equal(plainText('Acme scanners', 12), 'Acme scanne…');
  });

  it('is never cut through a character', () => {
    assert.equal(plainText('ab🚀cd', 4), 'ab…');
    assert.equal(plainText('ab🚀cd', 5), 'ab🚀…');
    assert.equal(plainText('🚀abcdef', 5), '🚀ab…');
  });

  it('is measured without what is not shown, as far as anybody would read', () => {
    assert.equal(plainText(`${'\n'.repeat(20)}Acme`, 8), 'Acme');
    assert.equal(plainText(`${'\n'.repeat(40)}Acme`, 8), '');
  });

  it('keeps its blanks where they have a meaning, and its length', () => {
    assert.equal(plainLine('a   b\tc\u001b\u0007d\u202e \u2028e'), 'a   b\tc  d   e');
  });
});

describe('a text of a file among what VS Code reads signs in', () => {
  it('draws no icon', () => {
    assert.equal(withoutIcons('$(bug) and $(flame), $5 (net)'), '\\$(bug) and \\$(flame), $5 (net)');
  });

  it('makes no link of a message', () => {
    assert.equal(withoutLinks('[a](command:x) [b](y) [c] (d)'), '[a] (command:x) [b] (y) [c] (d)');
  });

  it('is text in Markdown, with every sign of ASCII', () => {
    const signs = '!"#%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
    assert.equal(markdownText(signs), [...signs].map(sign => `\\${sign}`).join(''));
    assert.equal(markdownText('Zoë 12 €'), 'Zoë 12 €');
    assert.equal(markdownText('$(bug)'), '\\\\\\$\\(bug\\)');
  });

  it('is text in HTML, between tags and in quotes', () => {
    assert.equal(htmlText(`<a href="x" id='y'>&`), '&#60;a href=&#34;x&#34; id=&#39;y&#39;&#62;&#38;');
    assert.equal(htmlText('Zoë $5'), 'Zoë $5');
  });
});

describe('a link to a file', () => {
  it('has the title as text, and the path as links have it', () => {
    assert.equal(markdownLink('Acme', '../closed/acme.md'), '[Acme](../closed/acme.md)');
    assert.equal(
      markdownLink('A\n[b] <c> `d` *e* _f_ !g &h $i \\j ~~k~~', 'x.md'),
      '[A \\[b\\] \\<c\\> \\`d\\` \\*e\\* \\_f\\_ \\!g \\&h \\$i \\\\j \\~\\~k\\~\\~](x.md)',
    );
  });

  it('leads there from any path', () => {
    assert.equal(linkTarget('a b/Zoë (2)#1?.md'), 'a%20b/Zo%C3%AB%20%282%29%231%3F.md');
    assert.equal(decodeURIComponent(linkTarget('((a)) 100%/ß.md')), '((a)) 100%/ß.md');
  });
});

describe('a cell that a spreadsheet would work out', () => {
  for (const sign of '=+-@＝＋－＠') {
    it(`is text: ${sign}`, () => {
      assert.equal(withoutFormulas(`${sign}1+1`), `'${sign}1+1`);
      assert.equal(withoutFormulas(` \u200b\t${sign}1`), `' \u200b\t${sign}1`);
      assert.equal(withoutFormulas(`Acme;${sign}1;\u200b${sign}2`), `Acme;'${sign}1;'\u200b${sign}2`);
    });
  }

  it('gets one apostrophe more than it has', () =>
    assert.equal(withoutFormulas("'=1;'=2;'tis"), "''=1;''=2;'tis"));

  it('and any other stays as it is', () => {
    for (const cell of ['Acme', '1-1', 'a=b', 'a; =b', '', 'a@b.example'])
      assert.equal(withoutFormulas(cell), cell);
  });
});
