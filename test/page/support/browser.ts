import type { Browser } from 'playwright-core';
import { launchChrome } from '../../launch/chrome.mjs';

let shared: Promise<Browser> | undefined;

/** For use inside `describe`: the browser of all suites of the process, which ends with that; what the tests open is closed after them. */
export function useBrowser(): () => Browser {
  let browser: Browser;
  before(async () => {
    browser = await (shared ??= launchChrome());
  });
  after(() => Promise.all(browser.contexts().map(context => context.close())));
  return () => browser;
}
