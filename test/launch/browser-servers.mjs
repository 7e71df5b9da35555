import { join } from 'node:path';
import { findOrInstallChrome } from './chrome.mjs';
import { installCodeServer, installExtension, linkBuiltIn, startServer } from './code-server.mjs';
import { packageExtension } from './dependencies.mjs';
import { countedVariable } from './results.mjs';
import { isSparing } from './sparing.mjs';
import { temporaryFolder } from './workspace.mjs';

/** @typedef {Awaited<ReturnType<typeof startServer>>} Server */

/**
 * VS Codes that serve a browser, with the packaged extension installed once for all of them: one a lane, started when
 * the lane first asks for it. Needs the build.
 */
export class BrowserServers {
  /** @type {Promise<{ folder: string, remove: () => Promise<void>, installed: import('./code-server.mjs').Installed }> | undefined} */
  #home;
  /** @type {Map<number, Promise<Server & { home: string }>>} */
  #servers = new Map();

  /** @param {import('./versions.mjs').Version} version */
  constructor(version) {
    this.version = version;
  }

  /**
   * What test/browser/support reads from the environment.
   * @param {number} [lane]
   * @returns {Promise<Record<string, string>>}
   */
  async environment(lane = 0) {
    const running = this.#servers.get(lane) ?? this.#start(lane);
    this.#servers.set(lane, running);
    const { server, authority, home } = await running.catch(error => {
      this.#servers.delete(lane);
      throw error;
    });
    // One that has crashed must not fail all the files that come after.
    if (server.exitCode !== null || server.signalCode !== null) {
      await this.stop(lane);
      return this.environment(lane);
    }
    return {
      DEAL_NOTES_VSCODE: this.version.name,
      DEAL_NOTES_SERVER: authority,
      DEAL_NOTES_HOME: home,
      [countedVariable]: home,
      CHROME_PATH: await findOrInstallChrome(),
    };
  }

  /** Stops the server of a lane, which gets a new one when it asks again. @param {number} lane */
  async stop(lane) {
    const running = this.#servers.get(lane);
    this.#servers.delete(lane);
    await running?.then(({ stop }) => stop());
  }

  async stopAll() {
    await Promise.all([...this.#servers.keys()].map(lane => this.stop(lane)));
    await this.#home?.then(({ remove }) => remove());
  }

  async #start(/** @type {number} */ lane) {
    const { folder, installed } = await (this.#home ??= this.#install());
    const home = join(folder, String(lane));
    const builtIn = isSparing() ? builtInOf(folder) : undefined;
    // What a Node from 22 on makes of VS Code's code is kept: an extension host takes a third less to start.
    const env = { NODE_COMPILE_CACHE: join(folder, 'compiled') };
    return {
      ...(await startServer(installed, { home, extensions: extensionsIn(folder), builtIn, env })),
      home,
    };
  }

  async #install() {
    const installed = await installCodeServer(this.version);
    const { folder, remove } = await temporaryFolder();
    const home = join(folder, 'installing');
    const vsix = await packageExtension();
    await installExtension(installed, { home, extensions: extensionsIn(folder), vsix });
    await linkBuiltIn(installed, { names: takingPart, folder: builtInOf(folder) });
    return { folder, remove, installed };
  }
}

/**
 * Those of VS Code’s own extensions that a deal, its preview, a theme or git meets. A window with all hundred of them takes
 * half as long again to open. Beside all of them ours runs in the tests of the host, and with `npm run test:all` here too.
 */
const takingPart = [
  ...['configuration-editing', 'git', 'git-base', 'json', 'merge-conflict', 'yaml', 'search-result'],
  ...['markdown-basics', 'markdown-language-features', 'markdown-math', 'mermaid-markdown-features'],
  ...['theme-defaults', 'theme-seti', 'references-view'],
];

/** @param {string} folder */
function builtInOf(folder) {
  return join(folder, 'built-in');
}

/** @param {string} folder */
function extensionsIn(folder) {
  return join(folder, 'extensions');
}
