import { join } from 'node:path';
import { findOrInstallChrome } from './chrome.mjs';
import { installCodeServer, installExtension, startServer } from './code-server.mjs';
import { temporaryFolder } from './workspace.mjs';

/** @typedef {Awaited<ReturnType<typeof startServer>>} Server */

/**
 * VS Codes that serve a browser, with the packaged extension installed once for all of them: one a lane, started when
 * the lane first asks for it.
 */
export class BrowserServers {
  /** @type {Promise<{ folder: string, remove: () => Promise<void>, installed: import('./code-server.mjs').Installed }> | undefined} */
  #home;
  /** @type {Map<number, Promise<Server & { home: string }>>} */
  #servers = new Map();

  /**
   * @param {import('./versions.mjs').Version} version
   * @param {string} vsix the packaged extension
   */
  constructor(version, vsix) {
    this.version = version;
    this.vsix = vsix;
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
    return { ...(await startServer(installed, { home, extensions: extensionsIn(folder) })), home };
  }

  async #install() {
    const installed = await installCodeServer(this.version);
    const { folder, remove } = await temporaryFolder();
    const home = join(folder, 'installing');
    await installExtension(installed, { home, extensions: extensionsIn(folder), vsix: this.vsix });
    return { folder, remove, installed };
  }
}

/** @param {string} folder */
function extensionsIn(folder) {
  return join(folder, 'extensions');
}
