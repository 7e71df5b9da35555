import assert from 'node:assert/strict';
import { isOfOthers } from '../../mocha/others';

describe('an error that nobody catches', () => {
  const thrownIn = (file: string) =>
    Object.assign(new Error('write EPIPE'), { stack: `Error: write EPIPE\n    at run (${file}:66:494)` });

  it('is not that of a test where an extension of VS Code’s own has thrown it', () => {
    assert.ok(isOfOthers(thrownIn('/code/lib/vscode/extensions/git/dist/main.js')));
    assert.ok(isOfOthers(thrownIn('C:\\code\\resources\\app\\extensions\\markdown-math\\dist\\x.js')));
  });

  it('is that of a test where we have thrown it', () => {
    assert.ok(!isOfOthers(thrownIn('/repository/dist/extension.js')));
    assert.ok(!isOfOthers(thrownIn('/repository/out/test/edits.test.js')));
    assert.ok(!isOfOthers('write EPIPE'));
  });
});
