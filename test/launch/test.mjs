// `npm test`: makes everything ready, runs all tests and sums them up.
//   npm test -- unit host page browser   only some of the four
//   npm test -- --oldest | --newest      only one of the two VS Codes, and all that there is in it
//   npm test -- --all                    everything in both, also what hardly depends on the VS Code
//   npm test -- --changed[=COMMIT]       only what can feel the changes since a commit, by default since the branch left main
// Four jobs run side by side on two cores; LANES=1 runs one after the other and shows what each says at once.
import { build, installDependencies } from './dependencies.mjs';
import { inLanes, laneCount } from './lanes.mjs';
import { keepOneDay } from './midnight.mjs';
import { plan } from './plan.mjs';
import { Problem, runMain } from './problem.mjs';
import { failure, ofSomeTests, sumOf } from './results.mjs';
import { beSparing } from './sparing.mjs';
import { sumUp } from './summary.mjs';
import { keepTemporaryFilesInMemory } from './temporary.mjs';
import { version } from './versions.mjs';

/** @typedef {import('./results.mjs').Results} Results */
/** @typedef {import('./jobs.mjs').Job} Job */

/** @type {readonly import('./plan.mjs').Part[]} */
const parts = ['unit', 'host', 'page', 'browser'];

await runMain(async () => {
  const args = process.argv.slice(2);
  const chosen = readArguments(args);
  if (!args.includes('--all')) beSparing();
  keepTemporaryFilesInMemory();
  keepOneDay();
  try {
    await installDependencies();
    await build({ tests: true });
  } catch (error) {
    const text = asText(error);
    console.error(text);
    return sumUp([{ part: 'set-up', results: failure(firstLine(text)), seconds: 0 }]);
  }
  /** @type {import('./browser-servers.mjs').BrowserServers[]} */
  const servers = [];
  try {
    const jobs = await plan(chosen, servers);
    if (jobs.length || chosen.since === undefined) return await runJobs(jobs);
    console.log(`No test can feel what has changed since ${chosen.since}.`);
    return 0;
  } finally {
    await Promise.all(servers.map(one => one.stopAll()));
  }
});

/** @param {string[]} args @returns {import('./plan.mjs').Asked} */
function readArguments(args) {
  const known = [...parts, '--oldest', '--newest', '--all', '--changed', '--changed=COMMIT'];
  const since = args.map(arg => /^--changed(?:=(.+))?$/.exec(arg)).find(found => found !== null);
  const unknown = args.find(arg => !known.includes(arg) && !/^--changed=./.test(arg));
  if (unknown) throw new Problem(`"${unknown}" is not known. \`npm test -- …\` takes: ${known.join(' ')}`);
  const named = parts.filter(part => args.includes(part));
  const versions = [version('newest'), version('oldest')];
  const asked = versions.filter(({ name }) => args.includes(`--${name}`));
  return {
    parts: new Set(named.length ? named : parts),
    versions: asked.length ? asked : versions,
    everywhere: asked.length > 0 || args.includes('--all'),
    ...(since && { since: since[1] ?? 'main' }),
  };
}

/** Runs the jobs; however one fails, the others are still run. @param {readonly Job[]} jobs */
async function runJobs(jobs) {
  const start = Date.now();
  /** @type {Map<string, { results: Results[], seconds: number }>} */
  const all = new Map(jobs.map(({ part }) => [part, { results: [], seconds: 0 }]));
  await inLanes(jobs, async ({ part, run }, lane) => {
    const begun = Date.now();
    const results = await run(lane).catch(error => {
      const text = asText(error);
      lane.write(`${text}\n`);
      return failure(firstLine(text));
    });
    const sum = all.get(part);
    sum?.results.push(results);
    if (sum) sum.seconds += (Date.now() - begun) / 1000;
  });
  return sumUp(
    [...all].map(([part, { results, seconds }]) => ({
      part,
      results: ofSomeTests(sumOf(results)),
      seconds,
    })),
    { seconds: (Date.now() - start) / 1000, lanes: laneCount() },
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
