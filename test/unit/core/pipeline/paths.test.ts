import assert from 'node:assert/strict';
import { fileTitle, isDealPath, isReadme, nameMeant } from '../../../../src/core/pipeline/paths';

describe('a path in a pipeline’s folder', () => {
  for (const [path, isMeant] of [
    ['acme.md', true],
    ['Acme & Co (2).MD', true],
    ['emea/2026/acme.md', true],
    ['acme.markdown', true],
    ['acme.md.txt', true],
    ['acme.txt', false],
    ['acme.mdx', false],
    ['acme', false],
    ['readme.md', false],
    ['emea/README.markdown', false],
    ['readme-acme.md', true],
    ['.acme.md', false],
    ['_template.md', false],
    ['.trash/acme.md', false],
    ['_old/acme.md', false],
    ['emea/.git/acme.md', false],
    ['node_modules/acme.md', false],
    ['emea/node_modules/x/acme.md', false],
    ['node_modules.old/acme.md', true],
    ['node_modules.md', true],
  ] as const)
    it(`${isMeant ? 'can' : 'can’t'} be a deal’s: ${path}`, () => assert.equal(isDealPath(path), isMeant));

  for (const [path, title, to, ending] of [
    ['emea/acme.md', 'acme'],
    ['emea/Acme.v2.md', 'Acme.v2'],
    ['emea/acme.md.txt', 'acme', 'acme.md', '.txt'],
    ['acme.markdown', 'acme', 'acme.md', '.markdown'],
    ['acme.markdown.text', 'acme', 'acme.md', '.text'],
  ] as const)
    it(`is a title, and perhaps meant to be another: ${path}`, () => {
      assert.equal(fileTitle(path), title);
      assert.deepEqual(nameMeant(path), to && { to, ending });
    });

  it('is what the folder says of itself, in Markdown of any name', () => {
    assert.deepEqual(['README.md', 'Readme.markdown', 'README', 'readme.txt', 'readme2.md'].map(isReadme), [
      ...[true, true, false, false, false],
    ]);
  });
});
