import { randomInt } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findOrInstallChrome } from './chrome.mjs';
import { installCodeServer } from './code-server.mjs';
import { runAloud } from './processes.mjs';
import { readResults, resultsVariable, sumOf } from './results.mjs';
import { temporaryFolder } from './workspace.mjs';

/** @typedef {import('./results.mjs').Results} Results */

const seconds = 1000;
const minutes = 60 * seconds;

/** The tests that need no editor; `PROPERTY_RUNS` makes some of them try more cases, and take longer. */
export async function runUnitTests() {
  const { PROPERTY_RUNS = '1', PROPERTY_SEED = String(randomInt(2 ** 31)) } = process.env;
  // One seed for all properties of a run: with it the run can be repeated, whatever failed in it.
  console.log(`PROPERTY_SEED=${PROPERTY_SEED} PROPERTY_RUNS=${PROPERTY_RUNS}`);
  const share = Math.max(1, Number(PROPERTY_RUNS));
  const options = { timeout: 20 * seconds * share };
  return runMocha('out/unit', { limit: 30 * minutes * share, options, env: { PROPERTY_SEED } });
}

/** The tests of the funnel page by itself, in a browser and without a VS Code. */
export async function runPageTests() {
  return runFiles('out/page', { tries: 2, env: { CHROME_PATH: await findOrInstallChrome() } });
}

/**
 * The tests that use a VS Code as a person does, in a browser.
 * @param {import('./versions.mjs').Version} version
 * @param {string} vsix the packaged extension
 */
export async function runBrowserTests(version, vsix) {
  const env = await browserEnvironment(version, vsix);
  console.log(`VS Code ${version.vscode} as built for npm, in a headless browser:`);
  return runFiles('out/browser', { tries: 3, env });
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
 * Runs each built suite of a folder by itself. On a busy machine a browser now and then loses a key or a move of the
 * mouse, and what comes after goes astray: then the whole file is tried again, with all that it starts begun anew.
 * @param {string} folder
 * @param {{ tries: number, env: Record<string, string> }} options
 * @returns {Promise<Results>}
 */
async function runFiles(folder, { tries, env }) {
  const names = await readdir(folder);
  const all = [];
  for (const name of names.filter(name => name.endsWith('.test.js')).sort()) {
    all.push(await runFile(join(folder, name), tries, env));
  }
  return sumOf(all);
}

/** @param {string} file @param {number} tries @param {Record<string, string>} env @returns {Promise<Results>} */
async function runFile(file, tries, env) {
  const isLast = tries === 1;
  const options = { timeout: 60 * seconds, bail: !isLast };
  const results = await runMocha(file, { limit: 10 * minutes, options, env });
  if (!results.failed || isLast) return results;
  console.log(`↻ ${file} failed and is tried again, from its beginning.`);
  const again = await runFile(file, tries - 1, env);
  return { ...again, triedAgain: [...results.failures, ...(again.triedAgain ?? [])] };
}

/**
 * Runs the built suites of a folder, or those of one file, with mocha in a process of its own.
 * @param {string} path
 * @param {{ limit: number, options: import('mocha').MochaOptions, env: Record<string, string> }} how with a limit for all, in ms
 */
async function runMocha(path, { limit, options, env }) {
  const temporary = await temporaryFolder();
  try {
    const results = join(temporary.folder, 'results.json');
    const code = await runAloud(process.execPath, ['out/mocha/main.js', path, JSON.stringify(options)], {
      timeout: limit,
      env: { ...process.env, ...env, [resultsVariable]: results },
    });
    return await readResults(results, runProblem(path, code, limit));
  } finally {
    await temporary.remove();
  }
}

/** @param {string} path @param {number | null} code @param {number} limit */
function runProblem(path, code, limit) {
  if (code === null) return `${path} did not end within ${limit / seconds} s`;
  return code === 0 ? undefined : `mocha ended with ${code} at ${path}`;
}
