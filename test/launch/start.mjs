// `npm start`: opens a real VS Code with the extension and a fresh copy of the sample pipeline.
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import querystring from 'node:querystring';
import { installCodeServer, installExtension, startServer } from './code-server.mjs';
import { build, installDependencies, packageExtension } from './dependencies.mjs';
import { downloadDesktop, hasDisplay, onPath } from './desktop.mjs';
import { root, scratch } from './paths.mjs';
import { Problem, runMain } from './problem.mjs';
import { start } from './processes.mjs';
import { freshSample } from './sample.mjs';
import { writeSettings } from './settings.mjs';
import { version } from './versions.mjs';

await runMain(async () => {
  await installDependencies();
  await build({ tests: true });
  const folder = await freshSample(join(scratch, 'sample'));

  const installed = hasDisplay() && onPath('code');
  if (installed) return openDesktop(installed, folder);
  const downloaded = hasDisplay() && (await downloadDesktop('stable'));
  return downloaded ? openDesktop(downloaded, folder) : serve(folder);
});

/** @param {string} program @param {string} folder */
async function openDesktop(program, folder) {
  console.log(`Opening VS Code with Deal Notes and the sample pipeline in ${folder}`);
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, folder];
  // VS Code refuses to run as root without these.
  if (process.getuid?.() === 0)
    args.unshift('--no-sandbox', '--user-data-dir', join(scratch, 'start', 'desktop'));
  // On Windows `code` is a batch file, which takes a shell, and that takes quotes.
  const shell = program.endsWith('.cmd');
  const quote = (/** @type {string} */ text) => (shell ? `"${text}"` : text);
  const [code] = await once(start(quote(program), args.map(quote), { stdio: 'inherit', shell }), 'exit');
  if (code) throw new Problem(`VS Code ended with ${code}.`);
}

/** @param {string} folder */
async function serve(folder) {
  const vscode = version('newest');
  const installed = await installCodeServer(vscode);
  const home = join(scratch, 'start', vscode.vscode);
  if (!existsSync(home)) await writeSettings(home);
  await rm(join(home, 'extensions'), { recursive: true, force: true });
  await installExtension(installed, { home, vsix: await packageExtension() });
  const { server, authority } = await startServer(installed, { home });
  console.log(`
VS Code ${vscode.vscode} with Deal Notes and the sample pipeline runs in the browser. Open

  http://${authority}/?${querystring.stringify({ folder }, '&', '=', { encodeURIComponent: encodeURI })}

The pipeline is in ${folder}. Ctrl+C stops it.`);
  const [code] = await once(server, 'exit');
  throw new Problem(`VS Code's server ended with ${code}.`);
}
