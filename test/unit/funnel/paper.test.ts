import assert from 'node:assert/strict';
import { printablePage } from '../../../src/funnel/paper';

/** The contrast of a colour with white, from 1 to 21, as WCAG 2.2 defines it. */
function contrastWithWhite(hex: string): number {
  const digits = hex.length === 4 ? hex.slice(1).replace(/./g, '$&$&') : hex.slice(1);
  const [red, green, blue] = [0, 2, 4].map(at => {
    const part = parseInt(digits.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red! + 0.7152 * green! + 0.0722 * blue! + 0.05);
}

describe('the page that is saved for paper', () => {
  const page = printablePage('<p>Deals</p>', '.a { color: red } </style>', 'A & B </title>');
  const colours = new Map(
    [...page.matchAll(/--vscode-([\w-]+): (#[^;]*|transparent);/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );

  it('is white, and what is written or drawn on it can be read', () => {
    assert.equal(colours.get('editor-background'), '#fff');
    assert.equal(colours.get('focusBorder'), 'transparent');
    const ink = [...colours].filter(([name]) => !['editor-background', 'focusBorder'].includes(name));
    assert.ok(ink.length >= 10);
    for (const [name, value] of ink) {
      assert.match(value, /^#(?:[\da-f]{3}|[\da-f]{6})$/);
      assert.ok(contrastWithWhite(value) >= 4.5, `${name} is ${value}`);
    }
  });

  it('has what it was given, and neither title nor style can break out', () => {
    assert.match(page, /<body class="vscode-light">\n<p>Deals<\/p>\n<\/body>/);
    assert.match(page, /<title>A &amp; B &lt;\/title><\/title>/);
    assert.equal(page.match(/<\/style>/g)!.length, 1);
    assert.match(page, /Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/);
  });
});
