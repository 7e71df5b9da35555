import { join } from 'node:path';
import { BrowserServers } from './browser-servers.mjs';
import { suitesTouchedSince } from './changes.mjs';
import { browserJobs, hostJobs, pageJobs, unitJobs } from './jobs.mjs';
import { suitesIn } from './node-tests.mjs';
import { suitesFor } from './selection.mjs';

/** @typedef {import('./jobs.mjs').Job} Job */
/** @typedef {import('./versions.mjs').Version} Version */
/** @typedef {'unit' | 'host' | 'page' | 'browser'} Part */

/**
 * What a run was asked for.
 * @typedef {object} Asked
 * @property {ReadonlySet<Part>} parts
 * @property {readonly Version[]} versions
 * @property {boolean} everywhere all that there is in each version
 * @property {string} [since] only what can feel the changes since this commit
 */

/**
 * All jobs, in an order in which the longest are begun first. Needs the build with tests.
 * @param {Asked} asked
 * @param {BrowserServers[]} servers takes those that are to be stopped at the end
 * @returns {Promise<Job[]>}
 */
export async function plan(asked, servers) {
  const { versions } = asked;
  const suites = await chooser(asked);
  const jobs = [];
  for (const vscode of versions) jobs.push(...hostJobs(vscode, await suites('host', vscode)));
  jobs.push(...unitJobs(await suites('unit')));
  // Before the browser's: of those the last are short, so that lanes end together. All in the oldest goes on in one window, a long one.
  jobs.push(...pageJobs(await suites('page')));
  for (const vscode of versions.toReversed()) {
    const one = new BrowserServers(vscode);
    servers.push(one);
    jobs.push(...browserJobs(one, await suites('browser', vscode)));
  }
  return jobs;
}

/**
 * What answers with the built suites of a part that are to be run, in a VS Code where the part needs one.
 * @param {Asked} asked
 */
async function chooser({ parts, everywhere, since }) {
  const touched = since === undefined ? undefined : await suitesTouchedSince(since);
  return async (/** @type {Part} */ part, /** @type {Version | undefined} */ vscode = undefined) => {
    if (!parts.has(part)) return [];
    const all = await suitesIn(join('out', part === 'host' ? 'test' : part));
    const chosen =
      vscode && !everywhere && (part === 'host' || part === 'browser') ? suitesFor(part, vscode, all) : all;
    return touched ? touched(chosen, { inVsCode: vscode !== undefined }) : chosen;
  };
}
