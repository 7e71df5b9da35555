import { type Page } from 'playwright-core';
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

/** Changes the theme as a user does: a change of the settings file on disk is not noticed by a VS Code in a browser. */
export async function setTheme(page: Page, theme: Theme): Promise<void> {
  const { label, className } = themes[theme];
  await runCommand(page, 'Preferences: Color Theme');
  await pick(page, label);
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await page.locator(`.monaco-workbench.${className}`).waitFor();
}
