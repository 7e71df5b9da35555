import { findOrInstallChrome } from './chrome.mjs';
import { build, installDependencies } from './dependencies.mjs';

/** Makes a fresh clone ready: packages, a browser, the build. Each step does nothing if there is nothing to do. */
export async function setUp({ tests = true, browser = true } = {}) {
  await installDependencies();
  if (browser) await findOrInstallChrome();
  await build({ tests });
}
