// `npm test`: makes everything ready, runs all tests and sums them up.
//   npm test -- unit host page browser   only some of the four
//   npm test -- --oldest | --newest      only one of the two VS Codes, and all that there is in it
//   npm test -- --all                    everything in both, also what hardly depends on the VS Code
import { join } from 'node:path';
import { BrowserServers } from './browser-servers.mjs';
import { build, installDependencies, packageExtension } from './dependencies.mjs';
import { browserJobs, hostJobs, pageJobs, unitJobs } from './jobs.mjs';
import { inLanes } from './lanes.mjs';
import { suitesIn } from './node-tests.mjs';
import { Problem, runMain } from './problem.mjs';
import { failure, ofSomeTests, sumOf } from './results.mjs';
import { suitesFor } from './selection.mjs';
import { sumUp } from './summary.mjs';
import { version } from './versions.mjs';

/** @typedef {import('./results.mjs').Results} Results */
/** @typedef {import('./jobs.mjs').Job} Job */

const parts = /** @type {const} */ (['unit', 'host', 'page', 'browser']);

await runMain(async () => {
  const chosen = readArguments(process.argv.slice(2));
  try {
    await installDependencies();
    await build({ tests: true });
  } catch (error) {
    const text = asText(error);
    console.error(text);
    return sumUp([{ part: 'set-up', results: failure(firstLine(text)), seconds: 0 }]);
  }
  /** @type {BrowserServers[]} */
  const servers = [];
  try {
    return await runJobs(await plan(chosen, servers));
  } finally {
    await Promise.all(servers.map(one => one.stopAll()));
  }
});

/** @param {string[]} args */
function readArguments(args) {
  const known = [...parts, '--oldest', '--newest', '--all'];
  const unknown = args.find(arg => !known.includes(arg));
  if (unknown) throw new Problem(`"${unknown}" is not known. \`npm test -- …\` takes: ${known.join(' ')}`);
  const named = parts.filter(part => args.includes(part));
  const versions = [version('newest'), version('oldest')];
  const asked = versions.filter(({ name }) => args.includes(`--${name}`));
  return {
    parts: new Set(named.length ? named : parts),
    versions: asked.length ? asked : versions,
    everywhere: asked.length > 0 || args.includes('--all'),
  };
}

/**
 * All jobs, in an order in which the longest are begun first.
 * @param {ReturnType<typeof readArguments>} chosen
 * @param {BrowserServers[]} servers takes those that are to be stopped at the end
 * @returns {Promise<Job[]>}
 */
async function plan({ parts, versions, everywhere }, servers) {
  const suites = async (/** @type {string} */ part, /** @type {string} */ folder = part) =>
    parts.has(/** @type {any} */ (part)) ? suitesIn(join('out', folder)) : [];
  const [unit, host, page, browser] = await Promise.all([
    suites('unit'),
    suites('host', 'test'),
    suites('page'),
    suites('browser'),
  ]);
  const inVersion = (
    /** @type {'host' | 'browser'} */ part,
    /** @type {import('./versions.mjs').Version} */ vscode,
    /** @type {string[]} */ all,
  ) => (everywhere || !all.length ? all : suitesFor(part, vscode, all));
  const jobs = [...versions.flatMap(vscode => hostJobs(vscode, inVersion('host', vscode, host)))];
  // One VS Code beside what needs none: two at once would get into each other's way more.
  jobs.splice(1, 0, ...unitJobs(unit));
  if (browser.length) {
    const vsix = await packageExtension();
    for (const vscode of versions) {
      const one = new BrowserServers(vscode, vsix);
      servers.push(one);
      jobs.push(...browserJobs(one, inVersion('browser', vscode, browser)));
    }
  }
  return [...jobs, ...pageJobs(page)];
}

/** Runs the jobs; however one fails, the others are still run. @param {readonly Job[]} jobs */
async function runJobs(jobs) {
  /** @type {Map<string, { results: Results[], seconds: number }>} */
  const all = new Map(jobs.map(({ part }) => [part, { results: [], seconds: 0 }]));
  await inLanes(jobs, async ({ part, run }, lane) => {
    const start = Date.now();
    const results = await run(lane).catch(error => {
      const text = asText(error);
      lane.write(`${text}\n`);
      return failure(firstLine(text));
    });
    const sum = all.get(part);
    sum?.results.push(results);
    if (sum) sum.seconds += (Date.now() - start) / 1000;
  });
  return sumUp(
    [...all].map(([part, { results, seconds }]) => ({
      part,
      results: ofSomeTests(sumOf(results)),
      seconds,
    })),
  );
}

/** What went wrong, in full; the summary has the first line of it. @param {unknown} error */
function asText(error) {
  if (error instanceof Problem) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** @param {string} text */
function firstLine(text) {
  return text.split('\n')[0] ?? '';
}
