import { type FrameLocator, type Page } from 'playwright-core';

/** The page inside the webview that is shown: VS Code puts it two frames deep. */
export function webview(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}
