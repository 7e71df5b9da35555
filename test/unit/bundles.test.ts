import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';

const KB = 1024;

describe('what is shipped', () => {
  for (const [file, limit] of [
    ['dist/extension.js', 250],
    ['dist/webview/funnel.js', 100],
  ] as const) {
    it(`${file} is smaller than ${limit} KB`, () => assert.ok(statSync(file).size < limit * KB));
  }

  it('the funnel page runs no text as code', () => {
    const page = readFileSync('dist/webview/funnel.js', 'utf8');
    assert.equal(/\beval\(|\bnew Function\b/.test(page), false);
  });
});
