import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { Problem } from './problem.mjs';
import { run } from './processes.mjs';

/** Chromium without a window: it draws and runs the same for half the work, as nothing of a browser stands around the page. */
const headless = 'chromium-headless-shell';

const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];

/** @type {Partial<Record<NodeJS.Platform, string[]>>} */
const programs = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(folder => folder !== undefined)
    .flatMap(folder => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]),
};

/**
 * The path of a Chromium without a window, or else of any Chrome; installed if there is none. Needs the packages of
 * package.json.
 */
export function findOrInstallChrome() {
  return (chrome ??= findOrInstall());
}
/** @type {Promise<string> | undefined} */
let chrome;

async function findOrInstall() {
  if (process.env.CHROME_PATH && !existsSync(process.env.CHROME_PATH)) {
    throw new Problem(
      `There is no browser at CHROME_PATH, ${process.env.CHROME_PATH}. Correct it or leave it empty.`,
    );
  }
  const found = process.env.CHROME_PATH || inPath([headless]);
  if (found) return found;

  // Beside another Chrome too: what it takes to install is saved by the first run.
  const problem = (await isDebianAsRoot()) ? await attempt(installFromDebian) : undefined;
  const installed = (await findChrome()) ?? (await attempt(installFromPlaywright), await findChrome());
  if (installed) return installed;
  throw new Problem(
    `No Chrome or Chromium is installed, and none could be. Install one, or set CHROME_PATH to one.${problem ? `\n${problem}` : ''}`,
  );
}

async function findChrome() {
  const others = [...(programs[process.platform] ?? []), await playwrightsOwn()];
  return inPath([headless]) ?? inPath(names) ?? others.find(existsSync);
}

/** @param {readonly string[]} programs */
function inPath(programs) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap(folder => programs.map(name => join(folder, name)))
    .find(existsSync);
}

async function playwrightsOwn() {
  const { chromium } = await import('playwright-core');
  return chromium.executablePath();
}

async function isDebianAsRoot() {
  if (process.getuid?.() !== 0) return false;
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release);
}

async function installFromDebian() {
  console.log('Installing Chromium with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Debian machines like to update themselves just when they are new.
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  await run('apt-get', [...wait, 'update'], { env });
  await run('apt-get', [...wait, 'install', '-y', '--no-install-recommends', headless, 'fonts-dejavu-core'], {
    env,
  });
}

async function installFromPlaywright() {
  console.log('Downloading Chromium with Playwright …');
  await run(process.execPath, [join('node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium'], {
    failure: 'Playwright could not download Chromium.',
    timeout: 300_000,
  });
}

/** Runs one way of installing; resolves to what went wrong, as there may be another way. */
async function attempt(/** @type {() => Promise<void>} */ install) {
  try {
    await install();
    return undefined;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    console.log(error.message);
    return error.message;
  }
}

/** A headless Chrome for tests. @param {readonly string[]} more arguments for it */
export async function launchChrome(more = []) {
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath: await findOrInstallChrome(), args: [...flags, ...more] });
}

/**
 * A headless Chrome of a new user, but for the scripts that the ones before it have fetched and compiled: without those, half
 * of a VS Code’s beginning is spent on them. Nothing that a page keeps is in there.
 * @param {string} scripts a folder for them, of one Chrome at a time
 * @param {{ readonly width: number, readonly height: number }} viewport in pixels
 */
export async function launchChromeWithScripts(scripts, viewport) {
  const { chromium } = await import('playwright-core');
  const newUser = '';
  return chromium.launchPersistentContext(newUser, {
    executablePath: await findOrInstallChrome(),
    args: [...flags, `--disk-cache-dir=${scripts}`],
    viewport,
    deviceScaleFactor: 1,
  });
}

const flags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];
