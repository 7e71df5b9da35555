import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ThemeColours {
  /** Of the body of a webview. */
  readonly className: string;
  /** By their names, without `--vscode-`. What a theme does not set is not there. */
  readonly colours: Readonly<Record<string, string>>;
}

/** What a webview gets, by the VS Code and the theme’s own name: read from the real ones by `npm run colours`. */
export const dumpedThemes = JSON.parse(
  readFileSync(join('test', 'fixtures', 'themeColours.json'), 'utf8'),
) as Readonly<Record<'oldest' | 'newest', Readonly<Record<string, ThemeColours>>>>;

const { newest } = dumpedThemes;

/** The four in which all of the page is tried. */
export const themes = {
  dark: newest['Dark Modern']!,
  light: newest['Light Modern']!,
  'hc-dark': newest['Dark High Contrast']!,
  'hc-light': newest['Light High Contrast']!,
};

export type ThemeName = keyof typeof themes;

/** What a person sets, and no theme. */
export const FONTS = {
  'font-size': '13px',
  'font-weight': 'normal',
  'font-family': 'DejaVu Sans, sans-serif',
  'editor-font-family': 'monospace',
};
