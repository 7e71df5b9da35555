import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { copyToPackage } from './packaging.mjs';
import { root } from './paths.mjs';
import { npm, run } from './processes.mjs';
import { temporaryFolder } from './workspace.mjs';

/** Installs the packages of package-lock.json unless just these are installed. */
export async function installDependencies() {
  if (areInstalled()) return;
  console.log('Installing the packages of package-lock.json …');
  await run(...npm('ci', '--no-audit', '--no-fund'), {
    failure: 'The packages could not be installed. Is the npm registry reachable? `npm ci` shows it in full.',
  });
}

/** npm writes down, at the end of an install, what it has installed; optional packages may be for other systems. */
function areInstalled() {
  const installed = lockedPackages(join(root, 'node_modules', '.package-lock.json'));
  const wanted = lockedPackages(join(root, 'package-lock.json'));
  return Object.entries(wanted).every(
    ([path, { optional, integrity }]) => path === '' || optional || installed[path]?.integrity === integrity,
  );
}

/** @param {string} file @returns {Record<string, { optional?: boolean, integrity?: string }>} */
function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return {};
  }
}

/** @param {{ tests?: boolean }} [options] */
export async function build({ tests = false } = {}) {
  console.log(tests ? 'Building the extension and its tests …' : 'Building the extension …');
  await run(process.execPath, ['esbuild.mjs', ...(tests ? ['--tests'] : [])], {
    failure: 'The build failed.',
  });
}

/**
 * Packages the extension as `build` has left it, once; returns the path of the .vsix. Nothing is built anew, as tests may be
 * reading what is built.
 */
export function packageExtension() {
  return (packaged ??= runPackaging());
}
/** @type {Promise<string> | undefined} */
let packaged;

async function runPackaging() {
  const file = join(root, 'out', 'deal-notes.vsix');
  await mkdir(join(root, 'out'), { recursive: true });
  const { folder, remove } = await temporaryFolder();
  await run(...npm('run', 'package', '--', '--out', file), {
    failure: 'The extension could not be packaged.',
    cwd: await copyToPackage(join(folder, 'project')),
    env: { ...process.env, DEAL_NOTES_IS_BUILT: '1' },
  });
  await remove();
  return file;
}
