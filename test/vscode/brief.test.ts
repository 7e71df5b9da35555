import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './support/until';
import { clear, extension, uriOf, writeDeal } from './support/workspace';

const text = (title: string, ...lines: string[]) =>
  ['---', `title: ${title}`, 'stage: proposal', ...lines, '---', '## Log', '', '- 2026-01-12 call', ''].join(
    '\n',
  );

describe('the brief of a deal', () => {
  before(async () => {
    await clear();
    await extension();
  });
  after(clear);

  const labels = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
  const page = () =>
    vscode.workspace.textDocuments
      .findLast(({ uri }) => uri.path.startsWith('/Brief of Acme, 1 2 5'))
      ?.getText() ?? '';

  it('is one page in the Markdown preview, of the deal that is meant, and new each time', async () => {
    const acme = await writeDeal('brief-acme.md', text('Acme, 1/2#5', 'account: Acme'));
    await writeDeal('brief-next.md', text('Acme, more', 'account: ACME'));
    await vscode.commands.executeCommand('dealNotes.openBrief', acme);
    await until(
      () => `its tab is there among ${labels().join('; ')}`,
      () => labels().includes('Preview Brief of Acme, 1 2 5.md'),
    );
    await until('its text is there', () => page() !== '');
    assert.match(page(), /^# Brief: Acme, 1\/2\\#5\n[^]*^- 2026-01-12 call\n[^]*^- Acme, more: Proposal$/m);
    await writeDeal('brief-acme.md', text('Acme, 1/2#5', 'account: Acme', 'next_step: Ring <b>them</b>'));
    await vscode.commands.executeCommand('dealNotes.openBrief', acme);
    await until('the page has what is new', () => page().includes('- Next step: Ring \\<b\\>them\\</b\\>\n'));
    assert.equal(labels().filter(label => label.startsWith('Preview Brief')).length, 1);
  });

  it('is of the deal in front, where none is named', async () => {
    await writeDeal('brief-front.md', text('In front'));
    await vscode.window.showTextDocument(uriOf('brief-front.md'));
    await vscode.commands.executeCommand('dealNotes.openBrief');
    await until('its tab is there', () => labels().includes('Preview Brief of In front.md'));
  });
});
