import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('activation', () => {
  it('is done by a command', async () => {
    const extension = vscode.extensions.getExtension('deal-notes.deal-notes');
    assert.ok(extension, 'the extension is not installed');
    await extension.activate();
    assert.ok(extension.isActive);
  });

  it('finds the deals of the workspace', async () => {
    const found = await vscode.workspace.findFiles('deals/*.md');
    assert.deepEqual(
      found.map(uri => vscode.workspace.asRelativePath(uri)),
      ['deals/acme.md'],
    );
  });
});
