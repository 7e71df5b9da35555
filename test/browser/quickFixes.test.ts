import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { asked, openFile, runCommand } from './support/palette';
import { useEditor } from './support/suite';
import { appears, until } from './support/until';

/** Ten slips: no closing line, tabs, a colon, an at sign, a key twice, a stage, an amount, a currency, two dates. */
const BROKEN = `---
title: Brennhof: handhelds
owner: @dana
stage: propsal
value: "48k"
currency: €
close_date: 18.12.2030
created: 2026/9/1
tags:
\t- hardware
\t- renewal
source: referral
source: referral
next_step: Call back

# Brennhof

They want an answer this month.
`;

const MENDED = `---
title: 'Brennhof: handhelds'
owner: '@dana'
stage: proposal
value: 48000
currency: EUR
close_date: 2030-12-18
created: 2026-09-01
tags:
  - hardware
  - renewal
source: referral
next_step: Call back
---

# Brennhof

They want an answer this month.
`;

/** As plain git leaves it: a question of the stage and one of the value, and two entries of the log that nobody has to decide. */
const IN_CONFLICT = `---
title: Brennhof
<<<<<<< HEAD
stage: closing
value: 12000
=======
stage: negotiation
value: 15000
>>>>>>> tom
---

## Log

<<<<<<< HEAD
- 2026-02-02 mail from Mia
=======
- 2026-02-01 call with Jo
>>>>>>> tom
`;

const RESOLVED = `---
title: Brennhof
stage: closing
value: 15000
---

## Log

- 2026-02-02 mail from Mia
- 2026-02-01 call with Jo
`;

const LAST_LINE = 'They want an answer this month.\n';

describe('a deal in trouble', () => {
  const editor = useEditor();

  it('is mended by a new user by quick fixes alone, without a mouse', async function () {
    // Ten times a whole way through the editor.
    this.timeout(180_000);
    const { page } = editor();
    const file = join(editor().folder, 'deals', 'broken.md');
    await writeFile(file, BROKEN);
    await openFile(page, 'broken.md');
    for (let fixes = 0; fixes < 14; fixes++) {
      const before = await readFile(file, 'utf8');
      if (before === MENDED) break;
      await nextProblem(page);
      if (fixes === 0) await editor().screenshot('quick-fixes');
      await page.keyboard.press('Control+s');
      // The editor empties the file before it writes it.
      await until('the fix is saved', async () => {
        const now = await readFile(file, 'utf8');
        return now !== before && now.endsWith(LAST_LINE);
      });
    }
    assert.equal(await readFile(file, 'utf8'), MENDED);
    await runCommand(page, 'Problems: Focus on Problems View');
    await page.locator('.markers-panel', { hasText: 'No problems have been detected' }).waitFor();
    await editor().screenshot('quick-fixes-done');
  });

  it('of which git has left two versions is settled with two keys', async () => {
    const { page } = editor();
    const file = join(editor().folder, 'deals', 'in-conflict.md');
    await writeFile(file, IN_CONFLICT);
    await openFile(page, 'in-conflict.md');
    await runCommand(page, 'Deals: Resolve Conflict…');
    await asked(page, 'Brennhof: stage (1 of 2)');
    await editor().screenshot('resolve-stage');
    await page.keyboard.press('Enter');
    await asked(page, 'Brennhof: value (2 of 2)');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await until('it is written', async () => !(await readFile(file, 'utf8')).includes('<<<<<<<'));
    assert.equal(await readFile(file, 'utf8'), RESOLVED);
  });
});

/** Goes to the next problem, opens the menu of the light bulb and takes what it has first. */
async function nextProblem(page: Page): Promise<void> {
  await page
    .locator('.editor-instance .squiggly-error, .editor-instance .squiggly-warning')
    .first()
    .waitFor();
  const fix = page.locator('.action-widget .monaco-list-row.action').first();
  // The editor closes both by itself when it learns of problems anew; then one asks again.
  const opensMenu = async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('F8');
    if (!(await appears(page.locator('.marker-widget'), 3000))) return false;
    await page.keyboard.press('Control+.');
    return appears(fix, 3000);
  };
  await until('the menu of fixes', opensMenu, 30_000);
  await page.keyboard.press('Enter');
  await fix.waitFor({ state: 'detached' });
}
