import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { plainText } from '../../../../src/core/escape';
import { markdownTable, prose } from '../../../../src/core/text/markdown';
import { HOSTILE, wellFormed } from '../../support/hostile';
import { forAll } from '../../support/property';

/** What a well-kept reader of Markdown makes of a text: kinds of nodes from the outside in, and what the innermost says. */
function readOf(markdown: string): string[] {
  const extensions = { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] };
  const kinds: string[] = [];
  type Node = { type: string; children?: readonly Node[]; value?: string };
  const look = ({ type, children, value }: Node) => {
    kinds.push(value === undefined ? type : `${type}: ${value}`);
    children?.forEach(look);
  };
  look(fromMarkdown(markdown, extensions) as Node);
  return kinds;
}

/** The parser has an end of a line, and blanks at its ends, as it likes. */
const shown = (text: string) => plainText(wellFormed(text)).trim();

function assertText(text: string): void {
  const said = shown(text);
  // Unicode’s own blanks are text for us, and nothing for a reader of Markdown at the ends of a line.
  if (!said || said !== said.replace(/^\s+|\s+$/g, '')) return;
  assert.deepEqual(readOf(`- ${prose(wellFormed(text))}`), [
    ...['root', 'list', 'listItem', 'paragraph'],
    `text: ${said}`,
  ]);
  assert.deepEqual(readOf(`## ${prose(wellFormed(text))}`), ['root', 'heading', `text: ${said}`]);
  const cells = readOf(markdownTable([['a'], [prose(wellFormed(text))]], 'l').join('\n'));
  assert.deepEqual(cells.slice(5), ['tableRow', 'tableCell', `text: ${said}`]);
}

const SIGNS = [
  ...'\\`*_[]<>|~#$@&:/-+=.)(!"\'^{} 1aw',
  'www.',
  '://',
  '&amp;',
  '1.',
  '\t',
  'http',
  'mailto:',
];

describe('a text of a file in Markdown that is read as it is, too', () => {
  for (const [name, text] of Object.entries(HOSTILE)) {
    it(`is text: ${name}`, () => assertText(text));
  }

  it('is text, whatever it is', () => {
    forAll(fc.array(fc.constantFrom(...SIGNS), { maxLength: 12 }), parts => assertText(parts.join('')), 500);
    forAll(fc.string({ unit: 'binary' }), assertText, 100);
  });

  it('keeps its looks where a sign means nothing', () => {
    const plain = 'call: Rosalind (buyer), 3.5 % off – 10:30, “yes, if it’s in by May”; R&D agrees!';
    assert.equal(prose(plain), plain);
    assert.equal(prose('- 5 items'), '\\- 5 items');
    assert.equal(prose('2026. A year'), '2026\\. A year');
  });

  it('makes no link of an address', () => {
    assert.equal(prose('see https://evil.example'), 'see https\\:\\/\\/evil.example');
    assert.equal(prose('www.evil.example, a@b.example'), 'www\\.evil.example, a\\@b.example');
  });
});
