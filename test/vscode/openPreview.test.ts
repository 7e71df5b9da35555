import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { localDay } from '../../src/core/calendar';
import { until } from './support/until';
import { clear, deal, extension, uriOf, writeDeal } from './support/workspace';

const today = (text: string) => text.replace('2026-01-12', localDay(new Date()));
const textOf = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

describe('with a Markdown preview in front', () => {
  beforeEach(async () => {
    await clear();
    await extension();
  });
  after(clear);

  async function says(text: string): Promise<void> {
    const { status } = await extension();
    await until(`the status bar says ${text}, and not ${status.text}`, () => status.text === text);
  }
  const close = () => vscode.commands.executeCommand('workbench.action.closeAllEditors');
  const preview = (uri: vscode.Uri) => vscode.commands.executeCommand('markdown.showPreview', uri);

  it('the deal that it shows is the open one, for the status bar and for commands', async () => {
    const acme = await writeDeal('acme-front.md', today(deal('qualification')));
    await writeDeal('other-front.md', today(deal('proposal')));
    await close();
    await preview(acme);
    await says('$(target) 3/7 Qualification · 0 d');
    await vscode.commands.executeCommand('dealNotes.advanceStage');
    await says('$(target) 4/7 Needs analysis · 0 d');
    assert.match(await textOf(acme), /^stage: needs-analysis$/m);
    await preview(uriOf('other-front.md'));
    await says('$(target) 5/7 Proposal · 0 d');
  });

  it('the deal is the open one where the preview is an editor of its file', async () => {
    const acme = await writeDeal('acme-editor.md', today(deal('closing')));
    await close();
    await vscode.commands.executeCommand('vscode.openWith', acme, 'vscode.markdown.preview.editor');
    await says('$(target) 7/7 Closing · 0 d');
  });

  it('no deal is taken for a note of its name, nor for another deal', async () => {
    const inFirst = await writeDeal('first/same.md', today(deal('qualification')));
    const inSecond = await writeDeal('second/same.md', today(deal('proposal')));
    const outside = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'same.md');
    await vscode.workspace.fs.writeFile(outside, new TextEncoder().encode('# Same\n'));
    await close();
    await preview(inFirst);
    await says('$(target) 3/7 Qualification · 0 d');
    await preview(outside);
    await says('$(target) 2 open');
    await preview(inSecond);
    await says('$(target) 5/7 Proposal · 0 d');
    // Two tabs of one title: which of them is in front is not told.
    await vscode.commands.executeCommand('markdown.showLockedPreviewToSide', inFirst);
    await says('$(target) 2 open');
    await close();
    await vscode.workspace.fs.delete(outside);
  });
});
