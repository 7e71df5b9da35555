import assert from 'node:assert/strict';
import { asCsv } from '../../../../src/core/text/csv';

describe('a table as CSV', () => {
  it('has a line for each row, with quotes where a cell needs them', () => {
    const rows = [
      ['title', 'value'],
      ['Acme, "scanners"', 5],
      ['Zoë', 0.5],
    ];
    assert.equal(asCsv(rows), 'title,value\r\n"Acme, ""scanners""",5\r\nZoë,0.5\r\n');
  });

  it('with semicolons has a comma before decimals, and quotes where a cell has a semicolon', () => {
    const rows = [
      ['title', 'value', 'share'],
      ['Acme, "x"; y', 48000.5, -0.25],
      ['1.5', 1200, undefined],
    ];
    assert.equal(asCsv(rows, ';'), 'title;value;share\r\n"Acme, ""x""; y";48000,5;-0,25\r\n1.5;1200;\r\n');
  });

  it('has empty cells for what there is not', () => {
    assert.equal(asCsv([['a', null, undefined, '', 'b']]), 'a,,,,b\r\n');
  });

  it('has texts on one line, as texts, and numbers as numbers', () => {
    assert.equal(asCsv([['a\nb\tc', '-5', -5, '=1+1']]), "a b c,'-5,-5,'=1+1\r\n");
  });
});
