import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './paths.mjs';
import { Problem } from './problem.mjs';
import { run, runAloud, start, stop, untilItSays } from './processes.mjs';

/** Whether Microsoft's VS Code can be downloaded and shown here. Asked once; a network that blocks it must not cost time. */
function desktopIsPossible() {
  return (answer ??= canShowWindows() ? microsoftAnswers() : Promise.resolve(false));
}
/** @type {Promise<boolean> | undefined} */
let answer;

/** Whether a window can be opened for the user to see. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** @param {string} name @returns {string | undefined} */
export function onPath(name) {
  const endings = process.platform === 'win32' ? ['.cmd', '.exe'] : [''];
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap(folder => endings.map(ending => join(folder, name + ending)))
    .find(existsSync);
}

function canShowWindows() {
  return hasDisplay() || onPath('Xvfb') !== undefined;
}

async function microsoftAnswers() {
  try {
    const signal = AbortSignal.timeout(4000);
    return (await fetch('https://update.code.visualstudio.com/api/releases/stable', { signal })).ok;
  } catch {
    return false;
  }
}

/**
 * The program of a desktop VS Code, downloaded unless that is done already; undefined where it cannot be had or shown.
 * @param {string} version as Microsoft calls it
 */
export async function downloadDesktop(version) {
  if (!(await desktopIsPossible())) return undefined;
  console.log(`Getting the desktop VS Code ${version} ready …`);
  try {
    const said = await run(process.execPath, ['test/launch/desktop-download.mjs', version], {
      timeout: 300_000,
    });
    return said.trim().split('\n').at(-1);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    console.log('It could not be downloaded.');
    return undefined;
  }
}

/**
 * Runs tests in the desktop VS Code. In a process of its own, as @vscode/test-electron can't be told to give up.
 * @param {string} program
 * @param {import('./host.mjs').HostRun} run
 * @returns {Promise<string | undefined>} what went wrong, if anything
 */
export async function runInDesktop(program, { home, entry, workspace, env, timeout, write }) {
  const screen = hasDisplay() ? undefined : await virtualDisplay();
  try {
    const options = {
      vscodeExecutablePath: program,
      extensionDevelopmentPath: root,
      extensionTestsPath: entry,
      extensionTestsEnv: { ...env, ...screen?.env },
      launchArgs: [
        workspace,
        ...['--user-data-dir', join(home, 'user'), '--extensions-dir', join(home, 'extensions')],
        ...['--disable-workspace-trust', '--disable-updates', '--skip-welcome', '--skip-release-notes'],
      ],
    };
    const code = await runAloud(process.execPath, ['test/launch/desktop-run.mjs', JSON.stringify(options)], {
      timeout,
      write,
    });
    if (code === null) return `the tests did not end within ${timeout / 1000} s`;
    return code === 0 ? undefined : `exit code ${code}`;
  } finally {
    await screen?.stop();
  }
}

async function virtualDisplay() {
  const server = start('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x800x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const number = (await untilItSays(server, /\d+\n/, { name: 'Xvfb' })).trim();
  return { env: { DISPLAY: `:${number}` }, stop: () => stop(server) };
}
