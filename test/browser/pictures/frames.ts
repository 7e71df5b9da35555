import { execFileSync } from 'node:child_process';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CalendarDate } from '../../../src/core/calendar';
import { refreshSample } from '../../../src/core/sample/refresh';
import { temporaryFolder } from '../../launch/workspace.mjs';
import { openFile, runCommand } from '../support/palette';
import { setTheme } from '../support/theme';
import { treeRow, widenSideBar } from '../support/tree';
import { fold, inWindow, leave } from './window';

/** The deal that moves, as of the day of the sample: nothing is open in its stage. */
const DEAL = `---
title: Acme, warehouse scanners
account: Acme
owner: dana
stage: proposal
value: 48000
currency: EUR
close_date: 2027-01-29
next_step: Send the revised quote
next_step_on: 2026-11-26
checks: [proposal-presented, value-agreed]
created: 2026-09-01
history:
  - {on: 2026-09-01, stage: lead-generation}
  - {on: 2026-10-06, stage: qualification}
  - {on: 2026-11-06, stage: proposal}
---
Counting stock by hand, four sites.

## Log

- 2026-11-18 call: R. Lee, they want to start in March
`;

/** Above the deal's stage in the view, and folded there. */
const STAGES_BEFORE = ['Lead generation', 'Prospecting', 'Qualification', 'Needs analysis'];

/** What is pressed is shown in large letters, by VS Code itself; a comparison fits a narrow window, and marks only what has changed. */
const SETTINGS = {
  'screencastMode.fontSize': 40,
  'screencastMode.verticalOffset': 12,
  'screencastMode.keyboardOverlayTimeout': 5000,
  'screencastMode.keyboardOptions': { showKeys: true, showCommands: false, showKeybindings: true },
  'diffEditor.renderSideBySide': false,
  'editor.occurrencesHighlight': 'off',
  'editor.renderValidationDecorations': 'off',
};

/**
 * Takes what the moving picture is made of, in the order of the names: one key moves a deal, and git shows the two lines
 * that have changed.
 */
export async function takeFrames(sample: string, pathOf: (name: string) => string): Promise<void> {
  const temporary = await temporaryFolder();
  try {
    const folder = join(temporary.folder, 'sales');
    await cp(sample, folder, { recursive: true });
    const today = new Date().toLocaleDateString('sv') as CalendarDate;
    await writeFile(join(folder, 'deals', 'acme.md'), refreshSample(DEAL, today));
    await inWindow({ folder, settings: SETTINGS, size: { width: 960, height: 600 } }, async editor => {
      const { page } = editor;
      commitAll(editor.folder);
      await setTheme(page, 'dark');
      await widenSideBar(page, 300);
      await fold(page, 'Agenda');
      for (const stage of STAGES_BEFORE) await treeRow(page, 'Pipeline', stage).first().click();
      await leave(page);
      await openFile(page, 'acme.md');
      await page.locator('.editor-instance .codelens-decoration', { hasText: 'Advance' }).waitFor();
      await treeRow(page, 'Pipeline', 'Acme').waitFor();
      await leave(page);
      await page.screenshot({ path: pathOf('1-before') });
      await runCommand(page, 'Developer: Toggle Screencast Mode');
      await page
        .locator('.editor-instance .view-lines')
        .first()
        .click({ position: { x: 300, y: 380 } });
      await leave(page);
      await page.keyboard.press('Alt+.');
      await page.locator('.view-line', { hasText: 'stage: negotiation' }).first().waitFor();
      await page.locator('.statusbar', { hasText: 'Undo' }).waitFor();
      await page.screenshot({ path: pathOf('2-moved') });
      await runCommand(page, 'Developer: Toggle Screencast Mode');
      // Before VS Code's git knows of the change it has nothing to open.
      await page.locator('.tab.active .tab-label[aria-label$="Modified"]').waitFor();
      await runCommand(page, 'Git: Open Changes');
      await page.locator('.editor-instance .line-insert').nth(1).waitFor();
      await page.screenshot({ path: pathOf('3-changes') });
    });
  } finally {
    await temporary.remove();
  }
}

function commitAll(folder: string): void {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'pipe' });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git(
    '-c',
    'user.name=Dana',
    '-c',
    'user.email=dana@acme.example',
    'commit',
    '--quiet',
    '--message',
    'Deals',
  );
}
