import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './support/until';
import { clear, extension, uriOf, writeDeal } from './support/workspace';

describe('the weekly review', () => {
  before(async () => {
    await clear();
    await extension();
  });
  after(async () => {
    await vscode.workspace.fs.delete(uriOf('_review.md'));
    await clear();
  });

  it('is a page in the Markdown preview, by the template of the team', async () => {
    await writeDeal(
      'review-acme.md',
      '---\ntitle: Acme\nstage: proposal\nnext_step: Ring\nnext_step_on: 2026-01-12\n---\nNotes.\n',
    );
    await vscode.workspace.fs.writeFile(
      uriOf('_review.md'),
      new TextEncoder().encode('# Our week from {{since}}\n\n{{due}}\n'),
    );
    void vscode.commands.executeCommand('dealNotes.openReview');
    const page = () =>
      vscode.workspace.textDocuments.findLast(({ uri }) => uri.path.startsWith('/Weekly'))?.getText() ?? '';
    await until('the page is there', () => page().startsWith('# Our week from 2'));
    assert.match(page(), /: \[Acme\]\(\/deals\/review-acme\.md\), next step: Ring/);
    const labels = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    assert.ok(labels.includes('Preview Weekly review.md'), labels.join('; '));
  });
});
