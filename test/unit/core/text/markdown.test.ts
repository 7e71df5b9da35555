import assert from 'node:assert/strict';
import { linkInCell, markdownTable, untrusted } from '../../../../src/core/text/markdown';
import { searchable } from '../../../../src/core/text/searchable';

describe('Markdown for people', () => {
  it('has a table with its numbers on the right', () => {
    assert.deepEqual(
      markdownTable(
        [
          ['Stage', 'Deals', '€'],
          ['Proposal', '2', '5'],
          ['Closing', '1', '–'],
        ],
        'lrr',
      ),
      ['| Stage | Deals | € |', '| --- | --: | --: |', '| Proposal | 2 | 5 |', '| Closing | 1 | – |'],
    );
    assert.deepEqual(markdownTable([['Stage']], 'l'), ['| Stage |', '| --- |']);
  });

  it('has what comes from files as text, on one line, as long as there is room', () => {
    assert.equal(untrusted('*A*\n|b|'), '\\*A\\* \\|b\\|');
    assert.equal(untrusted('Acme scanners', 5), 'Acme…');
  });

  it('has links that stay in their cell', () => {
    assert.equal(linkInCell('A | B | C', 'a|b.md'), '[A \\| B \\| C](a%7Cb.md)');
  });
});

describe('what is searched', () => {
  it('is alike where only case, accents and blanks differ', () => {
    assert.equal(searchable('  Zoë \n\t ÉCLAIR  e\u0301 '), 'zoe eclair e');
    assert.equal(searchable('СКЛАД Ångström'), searchable('склад angstrom'));
    assert.equal(searchable('a-b'), 'a-b');
  });
});
