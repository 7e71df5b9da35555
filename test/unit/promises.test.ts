import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const LIST = 'src/core/frontMatter/edit/editFrontMatter.ts';

describe('what we promise about deal files', () => {
  const promised = [...readFileSync(LIST, 'utf8').matchAll(/^ \* {3}(test\/\S+\.test\.ts): (.+)$/gm)];

  it('is a list of tests', () => assert.ok(promised.length > 20));

  for (const [, file, title] of promised) {
    it(`is held by “${title}” in ${file}`, () => {
      const titles = [...readFileSync(file!, 'utf8').matchAll(/\b(?:describe|it)\(\s*(['`])(.*?)\1,/gs)];
      assert.ok(titles.some(([, , text]) => text!.includes(title!)));
    });
  }
});
