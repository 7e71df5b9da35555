import { runHostTests } from './host.mjs';
import { runBrowserTests, runPageTests, runUnitTests } from './node-tests.mjs';

/**
 * What one lane does at a time.
 * @typedef {object} Job
 * @property {string} part what it is summed up under
 * @property {(lane: import('./lanes.mjs').Lane) => Promise<import('./results.mjs').Results>} run
 */

/** @typedef {import('./versions.mjs').Version} Version */

/** So many unit tests go together that starting a process for them hardly counts, and so few that lanes end together. */
const GROUPS = 8;

/** @param {readonly string[]} files built suites @returns {Job[]} */
export function unitJobs(files) {
  // Neighbours take alike long: they are dealt out.
  const groups = Array.from({ length: GROUPS }, (_, group) =>
    files.filter((_, at) => at % GROUPS === group),
  ).filter(group => group.length > 0);
  return groups.map(group => ({ part: 'unit', run: lane => runUnitTests(group, lane) }));
}

/** @param {readonly string[]} files built suites @returns {Job[]} */
export function pageJobs(files) {
  return files.map(file => ({ part: 'page', run: lane => runPageTests(file, lane) }));
}

/** @param {Version} version @param {readonly string[]} files built suites @returns {Job[]} */
export function hostJobs(version, files) {
  if (!files.length) return [];
  return [
    { part: `host, ${version.name} VS Code`, run: ({ write }) => runHostTests(version, { files, write }) },
  ];
}

/**
 * @param {import('./browser-servers.mjs').BrowserServers} servers
 * @param {readonly string[]} files built suites
 * @returns {Job[]}
 */
export function browserJobs(servers, files) {
  const part = `browser, ${servers.version.name} VS Code`;
  return files.map(file => ({ part, run: lane => runBrowserTests(servers, file, lane) }));
}
