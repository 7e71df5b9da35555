import { runHostTests } from './host.mjs';
import { runBrowserTests, runPageTests, runUnitTests } from './node-tests.mjs';
import { byWindow } from './windows.mjs';

/**
 * What one lane does at a time.
 * @typedef {object} Job
 * @property {string} part what it is summed up under
 * @property {boolean} [computes] whether it needs no VS Code and no browser, for which it would wait
 * @property {(lane: import('./lanes.mjs').Lane) => Promise<import('./results.mjs').Results>} run
 */

/** @typedef {import('./versions.mjs').Version} Version */

/** So many unit tests go together that starting a process for them hardly counts, and so few that lanes end together. */
const GROUPS = 8;

/** The suites of the page have a browser for each group. */
const PAGE_GROUPS = 4;

/** @param {readonly string[]} files built suites @returns {Job[]} */
export function unitJobs(files) {
  return dealtOut(files, GROUPS).map(group => ({
    part: 'unit',
    computes: true,
    run: lane => runUnitTests(group, lane),
  }));
}

/** @param {readonly string[]} files built suites @returns {Job[]} */
export function pageJobs(files) {
  return dealtOut(files, PAGE_GROUPS).map(group => ({
    part: 'page',
    run: lane => runPageTests(group, lane),
  }));
}

/** Neighbours take alike long: each goes into another group. @param {readonly string[]} files @param {number} count */
function dealtOut(files, count) {
  return Array.from({ length: count }, (_, group) => files.filter((_, at) => at % count === group)).filter(
    group => group.length > 0,
  );
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
  return byWindow(files).map(group => ({ part, run: lane => runBrowserTests(servers, group, lane) }));
}
