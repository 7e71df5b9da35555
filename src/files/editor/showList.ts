import { TabInputWebview, window, type QuickPick, type QuickPickItem } from 'vscode';

/** So long after a list has opened, VS Code may still be giving the focus back to the page in front. */
const SETTLING_MS = 1000;

/**
 * Shows a list. VS Code gives the focus back to a page in front only a moment after the palette, or the list before, has closed, and
 * so takes it from the next list, which closes (microsoft/vscode#75209, #93950): then the list is shown once more.
 *
 * @param hidden what comes once the list is gone without a choice
 */
export function showList<T extends QuickPickItem>(box: QuickPick<T>, hidden: () => void): void {
  const opened = performance.now();
  let isAgain = false;
  box.onDidHide(() => {
    const isTakenByPage = !isAgain && performance.now() - opened < SETTLING_MS && isPageInFront();
    if (!isTakenByPage) return hidden();
    isAgain = true;
    // One that was disposed of, as something was chosen from it, stays away.
    box.show();
  });
  box.show();
}

function isPageInFront(): boolean {
  return window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputWebview;
}
