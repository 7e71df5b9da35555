import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { npm, run } from './processes.mjs';

const stamp = join(root, 'node_modules', '.deal-notes-installed');

/** Installs the packages of package-lock.json unless just these are installed. */
export async function installDependencies() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (read(stamp) === wanted) return;
  console.log('Installing the packages of package-lock.json …');
  await run(...npm('ci', '--no-audit', '--no-fund'), {
    failure: 'The packages could not be installed. Is the npm registry reachable? `npm ci` shows it in full.',
  });
  writeFileSync(stamp, wanted);
}

/** @param {{ tests?: boolean }} [options] */
export async function build({ tests = false } = {}) {
  console.log(tests ? 'Building the extension and its tests …' : 'Building the extension …');
  await run(process.execPath, ['esbuild.mjs', ...(tests ? ['--tests'] : [])], {
    failure: 'The build failed.',
  });
}

/** Packages the built extension; returns the path of the .vsix. */
export async function packageExtension() {
  console.log('Packaging the extension …');
  const file = join(root, 'out', 'deal-notes.vsix');
  await run(...npm('run', 'package', '--', '--out', file), {
    failure: 'The extension could not be packaged.',
  });
  return file;
}

function read(/** @type {string} */ file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
