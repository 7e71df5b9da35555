import { type Page } from 'playwright-core';
import { isSparing } from '../../launch/sparing.mjs';
import { pick, runCommand } from './palette';

export type Theme = keyof typeof themes;

/** VS Code's own themes: the label in the picker, and the class that the window carries once the theme is applied. */
const themes = {
  light: { label: 'Light Modern', className: 'vs' },
  dark: { label: 'Dark Modern', className: 'vs-dark' },
  'hc-dark': { label: 'Dark High Contrast', className: 'hc-black' },
  'hc-light': { label: 'Light High Contrast', className: 'hc-light' },
};

export const themeNames = Object.keys(themes) as Theme[];

/** For what is the same in every theme but for its picture: one of them, unless all is asked for. */
export const pictured: readonly Theme[] = isSparing() ? ['dark'] : themeNames;

/** Changes the theme as a user does: a change of the settings file on disk is not noticed by a VS Code in a browser. */
export async function setTheme(page: Page, theme: Theme): Promise<void> {
  const { label, className } = themes[theme];
  await pickTheme(page, label);
  await page.locator(`.monaco-workbench.${className}`).waitFor();
}

export async function pickTheme(page: Page, label: string): Promise<void> {
  await runCommand(page, 'Preferences: Color Theme');
  await pick(page, label);
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** All that the picker offers, without what only leads elsewhere. */
export async function themeLabels(page: Page): Promise<string[]> {
  await runCommand(page, 'Preferences: Color Theme');
  const rows = page.locator('.quick-input-list .monaco-list-row');
  await rows.first().waitFor();
  const labels = await rows.evaluateAll(all =>
    all.map(row => row.querySelector('.label-name')?.textContent ?? ''),
  );
  await page.keyboard.press('Escape');
  return labels.filter(label => label && !/…|\.\.\./.test(label));
}
