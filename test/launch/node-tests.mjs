import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findOrInstallChrome } from './chrome.mjs';
import { runAloud } from './processes.mjs';
import { readResults, resultsVariable } from './results.mjs';
import { seedOf } from './seed.mjs';
import { isSparing } from './sparing.mjs';
import { temporaryFolder } from './workspace.mjs';

/** @typedef {import('./results.mjs').Results} Results */
/** @typedef {import('./lanes.mjs').Lane} Lane */

const seconds = 1000;
const minutes = 60 * seconds;

/** How many times as many cases as a test names: a quarter of them, unless all is asked for. */
function propertyRuns() {
  return process.env.PROPERTY_RUNS ?? (isSparing() ? '0.25' : '1');
}

/**
 * Some tests that need no editor; `PROPERTY_RUNS` makes some of them try more cases, and take longer.
 * @param {readonly string[]} files
 * @param {Lane} lane
 */
export async function runUnitTests(files, lane) {
  const runs = propertyRuns();
  const share = Math.max(1, Number(runs));
  const options = { timeout: 60 * seconds * share };
  const { PROPERTY_SEED: seed = await seedOf(['src', 'test']) } = process.env;
  lane.write(`PROPERTY_SEED=${seed} PROPERTY_RUNS=${runs}\n`);
  return runMocha(files, lane, {
    limit: 30 * minutes * share,
    options,
    env: { PROPERTY_SEED: seed, PROPERTY_RUNS: runs },
  });
}

/**
 * Tests of the funnel page by itself, in one browser for all of them and without a VS Code.
 * @param {readonly string[]} files
 * @param {Lane} lane
 */
export async function runPageTests(files, lane) {
  const env = async () => ({ CHROME_PATH: await findOrInstallChrome() });
  return tryFiles(files, lane, { tries: 2, env });
}

/**
 * Tests that use a VS Code as a person does, in a browser.
 * @param {import('./browser-servers.mjs').BrowserServers} servers
 * @param {readonly string[]} files
 * @param {Lane} lane
 */
export async function runBrowserTests(servers, files, lane) {
  return tryFiles(files, lane, {
    tries: 3,
    env: () => servers.environment(lane.number),
    renew: () => servers.stop(lane.number),
  });
}

/** The built suites in a folder and below it. @param {string} folder @returns {Promise<string[]>} */
export async function suitesIn(folder) {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter(name => name.endsWith('.test.js'))
    .sort()
    .map(name => join(folder, name));
}

/**
 * Runs built suites by themselves. On a busy machine a browser now and then loses a key or a move of the mouse, and what
 * comes after goes astray: then the whole of them is tried again, with all that they start begun anew.
 * @param {readonly string[]} files
 * @param {Lane} lane
 * @param {{ tries: number, env: () => Promise<Record<string, string>>, renew?: () => Promise<void> }} how
 * @returns {Promise<Results>}
 */
async function tryFiles(files, lane, { tries, env, renew }) {
  const isLast = tries === 1;
  // Long enough for a machine that does much else: a test that is given up goes on, and types between the keys of the next.
  const options = { timeout: 120 * seconds, bail: !isLast };
  // All themes and tabs are several times as many.
  const limit = (isSparing() ? 10 : 30) * minutes;
  const results = await runMocha(files, lane, { limit, options, env: await env() });
  if (!results.failed || isLast) return results;
  lane.write(`↻ ${files.join(' ')} failed and is tried again, from its beginning.\n`);
  await renew?.();
  const again = await tryFiles(files, lane, { tries: tries - 1, env, ...(renew && { renew }) });
  return { ...again, triedAgain: [...whatFailed(files, results), ...(again.triedAgain ?? [])] };
}

/** A run may fail without a test that did. @param {readonly string[]} files @param {Results} results */
function whatFailed(files, { failures, problem }) {
  return failures.length ? failures : [{ title: files.join(' '), error: problem ?? 'it failed' }];
}

/**
 * Runs built suites with mocha in a process of its own.
 * @param {readonly string[]} files
 * @param {Lane} lane
 * @param {{ limit: number, options: import('mocha').MochaOptions, env: Record<string, string> }} how with a limit for all, in ms
 */
async function runMocha(files, { write }, { limit, options, env }) {
  const temporary = await temporaryFolder();
  try {
    const results = join(temporary.folder, 'results.json');
    const code = await runAloud(process.execPath, ['out/mocha/main.js', ...files, JSON.stringify(options)], {
      timeout: limit,
      env: { ...process.env, ...env, [resultsVariable]: results },
      write,
    });
    return await readResults(results, runProblem(files, code, limit));
  } finally {
    await temporary.remove();
  }
}

/** @param {readonly string[]} files @param {number | null} code @param {number} limit */
function runProblem(files, code, limit) {
  if (code === null) return `${files.join(' ')} did not end within ${limit / seconds} s`;
  return code === 0 ? undefined : `mocha ended with ${code} at ${files.join(' ')}`;
}
