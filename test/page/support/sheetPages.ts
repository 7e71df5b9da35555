import type { Page } from 'playwright-core';
import { useBrowser } from './browser';
import { openSheetPage, type SheetPage } from './sheetPage';
import type { ThemeName } from './themeColours';

export interface OpenPage {
  readonly page: Page;
  readonly sheetPage: SheetPage;
}

export interface PageOptions {
  /** In pixels. */
  readonly width?: number;
  readonly language?: string;
  /** As who wants no motion has it. */
  readonly calm?: boolean;
}

/**
 * For use inside `describe`: what opens the page as if for the first time. To load a page
 * again takes a fraction of the time of a new one.
 */
export function useSheetPages(): (
  theme: ThemeName,
  options: PageOptions & NonNullable<Parameters<typeof openSheetPage>[2]>,
) => Promise<OpenPage> {
  const browser = useBrowser();
  const pages = new Map<string, OpenPage>();
  return async (theme, { width = 1100, calm = false, ...asked }) => {
    const key = JSON.stringify([theme, width, calm, asked]);
    const known = pages.get(key);
    if (known) {
      // Where it was left it would point at something.
      await known.page.mouse.move(0, 0);
      await known.sheetPage.loadAgain();
      return known;
    }
    const page = await browser().newPage({
      viewport: { width, height: 900 },
      ...(calm && { reducedMotion: 'reduce' }),
    });
    const open = { page, sheetPage: await openSheetPage(page, theme, asked) };
    pages.set(key, open);
    return open;
  };
}
