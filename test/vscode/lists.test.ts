import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { showList } from '../../src/files/editor/showList';
import { until } from './support/until';
import { clear, deal, extension, writeDeal } from './support/workspace';

describe('a list that opens', () => {
  beforeEach(clear);
  after(clear);

  /** A list that VS Code closes as soon as it is shown, so often. */
  function closedTimes(times: number): { readonly shown: () => number; readonly isGone: () => boolean } {
    const hide = new vscode.EventEmitter<void>();
    let shown = 0;
    let isGone = false;
    const show = () => {
      if (++shown <= times) hide.fire();
    };
    showList({ onDidHide: hide.event, show } as vscode.QuickPick<vscode.QuickPickItem>, () => {
      isGone = true;
    });
    return { shown: () => shown, isGone: () => isGone };
  }

  async function pageInFront(): Promise<void> {
    await extension();
    await writeDeal('acme.md', deal('proposal'));
    await vscode.commands.executeCommand('dealNotes.openFunnel');
    const isInFront = () =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview;
    await until('the page is in front', isInFront);
  }

  it('is shown once more where a page in front takes the focus from it', async () => {
    await pageInFront();
    const list = closedTimes(1);
    assert.deepEqual([list.shown(), list.isGone()], [2, false]);
  });

  it('is gone at the second time, as the person may want it so', async () => {
    await pageInFront();
    const list = closedTimes(2);
    assert.deepEqual([list.shown(), list.isGone()], [2, true]);
  });

  it('is gone at once where no page is in front', () => {
    const list = closedTimes(1);
    assert.deepEqual([list.shown(), list.isGone()], [1, true]);
  });
});
