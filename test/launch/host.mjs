import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import querystring from 'node:querystring';
import { format } from 'node:util';
import { launchChrome } from './chrome.mjs';
import { installCodeServer, startServer } from './code-server.mjs';
import { downloadDesktop, runInDesktop } from './desktop.mjs';
import { outputVariables, splitOutput } from './output.mjs';
import { artifacts, root } from './paths.mjs';
import { countedVariable, readResults, resultsVariable } from './results.mjs';
import { plain, writeSettings } from './settings.mjs';
import { undrawn } from './undrawn.mjs';
import { freshCopy, temporaryFolder } from './workspace.mjs';

/** Which suites test/vscode/index.ts is to run, as JSON. */
const suitesVariable = 'DEAL_NOTES_TEST_SUITES';

/**
 * @typedef {object} HostRun one run of a test entry in the extension host
 * @property {string} home an empty folder for all that VS Code keeps
 * @property {string} entry the module that exports `run`
 * @property {string} workspace the folder to open
 * @property {Record<string, string>} env what the extension host finds in `process.env`
 * @property {number} timeout ms for the whole run
 * @property {(text: string) => void} write takes all that VS Code and the tests say
 */

/**
 * Runs the tests in the extension host of a real VS Code.
 * @param {import('./versions.mjs').Version} version
 * @param {{ files: readonly string[], write: (text: string) => void }} options the built suites, and who takes what they say
 */
export async function runHostTests(version, { files, write }) {
  const temporary = await temporaryFolder();
  try {
    const results = join(temporary.folder, 'results.json');
    const problem = await runEntry(version, {
      entry: join('out', 'test', 'index.js'),
      timeout: 1_500_000,
      env: {
        [resultsVariable]: results,
        [suitesVariable]: JSON.stringify(files.map(file => join(root, file))),
      },
      write,
    });
    return await readResults(results, problem);
  } finally {
    await temporary.remove();
  }
}

/**
 * Runs a module that exports `run` in the extension host of a real VS Code, in a fresh copy of a folder.
 * @param {import('./versions.mjs').Version} version
 * @param {{ entry: string, workspace?: string, timeout: number, env?: Record<string, string>, write?: (text: string) => void }} options
 * @returns {Promise<string | undefined>} what went wrong, if anything; `run` may have been called or not
 */
export async function runEntry(
  version,
  { entry, workspace = 'test/fixtures/workspace', timeout, env, write = toTerminal },
) {
  const temporary = await temporaryFolder();
  const kept = join(artifacts, version.name);
  await mkdir(kept, { recursive: true });
  const output = splitOutput(join(kept, 'host.log'), write);
  try {
    const home = join(temporary.folder, 'home');
    await writeSettings(home, plain);
    const problem = await launch(version, write, {
      home,
      entry: join(root, entry),
      workspace: await freshCopy(workspace, join(temporary.folder, 'workspace')),
      env: { ...outputVariables, [countedVariable]: home, ...env },
      timeout,
      write: output.write,
    });
    return problem && `${problem}; VS Code's own log is ${output.file}`;
  } finally {
    await output.close();
    await temporary.remove();
  }
}

/**
 * @param {import('./versions.mjs').Version} version
 * @param {(text: string) => void} tell
 * @param {HostRun} run
 * @returns {Promise<string | undefined>} what went wrong with the run, if anything
 */
async function launch(version, tell, run) {
  const program = await downloadDesktop(version.desktop);
  if (program) {
    tell(`The desktop VS Code ${version.desktop}, by @vscode/test-electron:\n`);
    return runInDesktop(program, run);
  }
  const installed = await installCodeServer(version);
  tell(`VS Code ${version.vscode} as built for npm, in a headless browser:\n`);
  return runInCodeServer(installed, run);
}

/** @param {import('./code-server.mjs').Installed} installed @param {HostRun} run */
async function runInCodeServer(installed, { home, entry, workspace, env, timeout, write }) {
  const browser = await launchChrome([`--disk-cache-dir=${join(home, 'scripts')}`]);
  const { server, authority, stop } = await startServer(installed, {
    home,
    env,
    // Without the driver a built VS Code ignores `extensionTestsPath`.
    args: ['--enable-smoke-test-driver'],
  });
  let limit;
  try {
    const page = await browser.newPage();
    const ended = new Promise(resolve => {
      limit = setTimeout(() => resolve(`the tests did not end within ${timeout / 1000} s`), timeout);
      server.once('exit', () => resolve('the VS Code server ended before the tests did'));
      page.once('crash', () => resolve('the page of VS Code crashed'));
      const end = (/** @type {number} */ code) =>
        resolve(code ? `the extension host ended with ${code}` : undefined);
      void page.exposeFunction('codeAutomationExit', end);
    });
    const log = (/** @type {string} */ _type, /** @type {unknown[]} */ args) => write(`${format(...args)}\n`);
    await page.exposeFunction('codeAutomationLog', log);
    await page.addInitScript({ content: undrawn });
    await page.goto(testAddress(authority, entry, workspace));
    return await ended;
  } finally {
    clearTimeout(limit);
    await browser.close();
    await stop();
  }
}

/** @param {string} authority @param {string} entry @param {string} workspace */
function testAddress(authority, entry, workspace) {
  const remote = (/** @type {string} */ path) => `vscode-remote://${authority}${path}`;
  const payload = [
    ['extensionDevelopmentPath', remote(root)],
    ['extensionTestsPath', remote(entry)],
    ['skipWelcome', 'true'],
  ];
  return `http://${authority}/?${querystring.stringify({ folder: workspace, payload: JSON.stringify(payload) })}`;
}

/** @param {string} text */
function toTerminal(text) {
  process.stdout.write(text);
}
