import { chmod, copyFile, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { scratch } from './paths.mjs';
import { Problem } from './problem.mjs';
import { freePort, npm, run, start, stop, untilItSays } from './processes.mjs';
import { ripgrep } from './versions.mjs';

/**
 * A VS Code from the npm registry: the package `code-server`, which holds VS Code's own server, workbench and Node extension host.
 * @typedef {{ node: string, folder: string }} Installed the Node to run it with, and the folder of the package
 */

/** @type {Map<string, Promise<Installed>>} */
const installs = new Map();

/**
 * Installs one unless it is there already. Two lanes may ask at once.
 * @param {import('./versions.mjs').Version} version
 * @returns {Promise<Installed>}
 */
export function installCodeServer(version) {
  const installing = installs.get(version.codeServer) ?? install(version);
  installs.set(version.codeServer, installing);
  return installing;
}

/** @param {import('./versions.mjs').Version} version @returns {Promise<Installed>} */
async function install(version) {
  const home = join(scratch, `code-server-${version.codeServer}`);
  const folder = join(home, 'node_modules', 'code-server');
  const vscode = join(folder, 'lib', 'vscode');
  // Written last, so that an install that was interrupted is done again.
  const stamp = join(home, 'installed');
  const node = nodeFor(version, home);
  if (existsSync(stamp) && existsSync(node.path)) return { node: node.path, folder };

  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    throw new Problem(
      `There is no VS Code for ${process.platform}-${process.arch} on the npm registry. Here the desktop VS Code is needed: ` +
        'make sure that https://update.code.visualstudio.com can be reached, then run this again.',
    );
  }
  console.log(`Installing VS Code ${version.vscode} from the npm registry (about 400 MB, takes a minute) …`);
  await rm(home, { recursive: true, force: true });
  await mkdir(home, { recursive: true });
  await writeFile(join(home, 'package.json'), '{ "private": true }\n');
  const failure = `VS Code ${version.vscode} could not be installed. Is the npm registry reachable, is the disk full?`;
  // Native modules need not be built, VS Code only logs that they are missing; hence no scripts.
  const npmInstall = (/** @type {string} */ cwd, /** @type {string[]} */ ...packages) =>
    run(
      ...npm(
        'install',
        ...packages,
        '--omit=dev',
        '--ignore-scripts',
        '--engine-strict=false',
        '--no-audit',
        '--no-fund',
      ),
      { cwd, failure },
    );
  await npmInstall(
    home,
    `code-server@${version.codeServer}`,
    ...node.packages,
    `@vscode/ripgrep-${platform}@${ripgrep}`,
  );
  await npmInstall(vscode);
  await npmInstall(join(vscode, 'extensions'));
  await addRipgrep(home, vscode);
  await writeFile(stamp, '');
  return { node: node.path, folder };
}

const platform = `${process.platform}-${process.arch}`;

function nodeFor(/** @type {import('./versions.mjs').Version} */ version, /** @type {string} */ home) {
  const major = (/** @type {string} */ text) => text.split('.')[0];
  if (major(process.versions.node) === major(version.node)) return { path: process.execPath, packages: [] };
  return {
    path: join(home, 'node_modules', `node-${platform}`, 'bin', 'node'),
    packages: [`node-${platform}@${version.node}`],
  };
}

/** Older builds download ripgrep in a script; without it `workspace.findFiles` and `workspaceContains:` find nothing. */
async function addRipgrep(/** @type {string} */ home, /** @type {string} */ vscode) {
  if (!existsSync(join(vscode, 'node_modules', '@vscode', 'ripgrep', 'lib', 'postinstall.js'))) return;
  const target = join(vscode, 'node_modules', '@vscode', 'ripgrep', 'bin', 'rg');
  if (existsSync(target)) return;
  await mkdir(join(target, '..'), { recursive: true });
  await copyFile(join(home, 'node_modules', '@vscode', `ripgrep-${platform}`, 'bin', 'rg'), target);
  await chmod(target, 0o755);
}

/**
 * @typedef {{ home: string, extensions?: string | undefined, builtIn?: string | undefined }} Places `home` is the folder for all that VS Code keeps;
 * extensions are in it too, unless they have a folder of their own; of VS Code’s own extensions there are all, unless
 * `builtIn` is a folder of some
 */

/**
 * Starts VS Code's server. Its own one, not that of the package around it: that one adds nothing that is needed here, and in
 * older versions wants a native module.
 * @param {Installed} installed
 * @param {Places & { args?: string[], env?: NodeJS.ProcessEnv }} options
 */
export async function startServer(installed, { home, extensions, builtIn, args = [], env }) {
  await makeExtensionsFolder(extensions ?? join(home, 'extensions'));
  const port = await freePort();
  const server = start(
    installed.node,
    [
      main(installed),
      ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
      ...['--accept-server-license-terms', '--disable-workspace-trust', '--telemetry-level', 'off'],
      ...folders({ home, extensions, builtIn }),
      ...args,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } },
  );
  await untilItSays(server, /Extension host agent listening on/, { name: 'The VS Code server' });
  return { server, authority: `127.0.0.1:${port}`, stop: () => stop(server) };
}

/**
 * Installs a packaged extension for the servers that use the same folder of extensions.
 * @param {Installed} installed
 * @param {Places & { vsix: string }} options
 */
export async function installExtension(installed, { vsix, ...places }) {
  await run(installed.node, [main(installed), ...folders(places), '--install-extension', vsix], {
    failure: 'The packaged extension could not be installed in VS Code.',
  });
}

/**
 * Makes a folder with some of VS Code’s own extensions, those that this version has.
 * @param {Installed} installed
 * @param {{ names: readonly string[], folder: string }} options
 */
export async function linkBuiltIn(installed, { names, folder }) {
  const all = join(installed.folder, 'lib', 'vscode', 'extensions');
  await mkdir(folder, { recursive: true });
  // Some take packages from a folder that all share.
  const there = [...names, 'node_modules'].filter(name => existsSync(join(all, name)));
  await Promise.all(there.map(name => symlink(join(all, name), join(folder, name))));
}

/**
 * VS Code would make it too, but while it is already reading it: at times it then finds not even the extension under test.
 * @param {string} folder
 */
async function makeExtensionsFolder(folder) {
  const list = join(folder, 'extensions.json');
  if (existsSync(list)) return;
  await mkdir(folder, { recursive: true });
  await writeFile(list, '[]');
}

/** @param {Installed} installed */
function main(installed) {
  return join(installed.folder, 'lib', 'vscode', 'out', 'server-main.js');
}

/** @param {Places} places */
function folders({ home, extensions = join(home, 'extensions'), builtIn }) {
  return [
    ...['--server-data-dir', join(home, 'server'), '--user-data-dir', join(home, 'user')],
    ...['--extensions-dir', extensions],
    ...(builtIn === undefined ? [] : ['--builtin-extensions-dir', builtIn]),
  ];
}
