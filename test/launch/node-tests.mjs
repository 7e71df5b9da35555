import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findOrInstallChrome } from './chrome.mjs';
import { installCodeServer } from './code-server.mjs';
import { runAloud } from './processes.mjs';
import { failure, readResults, resultsVariable } from './results.mjs';
import { temporaryFolder } from './workspace.mjs';

const seconds = 1000;
const minutes = 60 * seconds;

/** The tests that need no editor; `PROPERTY_RUNS` makes some of them try more cases, and take longer. */
export function runUnitTests() {
  const share = Math.max(1, Number(process.env.PROPERTY_RUNS ?? 1));
  return runMocha('out/unit', { timeout: 30 * minutes * share, testTimeout: 20 * seconds * share });
}

/**
 * The tests that use a VS Code as a person does, in a browser.
 * @param {import('./versions.mjs').Version} version
 * @param {string} vsix the packaged extension
 */
export async function runBrowserTests(version, vsix) {
  const env = await browserEnvironment(version, vsix);
  console.log(`VS Code ${version.vscode} as built for npm, in a headless browser:`);
  return runMocha('out/browser', { timeout: 40 * minutes, testTimeout: 60 * seconds, env });
}

/**
 * What test/browser/support reads from the environment; all that it needs is installed before.
 * @param {import('./versions.mjs').Version} version
 * @param {string} vsix
 */
export async function browserEnvironment(version, vsix) {
  await installCodeServer(version);
  return { DEAL_NOTES_VSCODE: version.name, DEAL_NOTES_VSIX: vsix, CHROME_PATH: await findOrInstallChrome() };
}

/**
 * Runs the built suites of a folder with mocha, in a process of its own.
 * @param {string} folder
 * @param {{ timeout: number, testTimeout: number, env?: Record<string, string> }} options times in ms: for all, for each test
 */
async function runMocha(folder, { timeout, testTimeout, env }) {
  if (!existsSync(folder)) return failure(`there is no test in ${folder.replace('out', 'test')}`);
  const temporary = await temporaryFolder();
  try {
    const results = join(temporary.folder, 'results.json');
    const code = await runAloud(process.execPath, ['out/mocha/main.js', folder, String(testTimeout)], {
      timeout,
      env: { ...process.env, ...env, [resultsVariable]: results },
    });
    return await readResults(results, runProblem(code, timeout));
  } finally {
    await temporary.remove();
  }
}

/** @param {number | null} code @param {number} timeout */
function runProblem(code, timeout) {
  if (code === null) return `the tests did not end within ${timeout / seconds} s`;
  return code === 0 ? undefined : `mocha ended with ${code}`;
}
