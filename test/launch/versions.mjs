import { manifest } from './paths.mjs';
import { Problem } from './problem.mjs';

/**
 * The VS Codes that everything is tested in: the only place that names them.
 * `desktop` is what Microsoft's download calls it; `codeServer` is the same VS Code as the npm package `code-server`, and
 * `node` the Node that this build wants, taken from npm too where ours is another one.
 * @typedef {{ name: 'oldest' | 'newest', vscode: string, desktop: string, codeServer: string, node: string }} Version
 * @type {Record<'oldest' | 'newest', Version>}
 */
const versions = {
  oldest: { name: 'oldest', vscode: '1.100.3', desktop: '1.100.3', codeServer: '4.100.3', node: '20.20.2' },
  newest: { name: 'newest', vscode: '1.139.1', desktop: 'stable', codeServer: '4.139.1', node: '24.21.0' },
};

/** ripgrep, VS Code's file search: builds that bring none get this one. */
export const ripgrep = '1.18.0';

/** @param {'oldest' | 'newest'} name */
export function version(name) {
  const engines = manifest.engines.vscode;
  const oldest = /^\^?(\d+\.\d+)\.\d+$/.exec(engines)?.[1];
  if (!oldest || !versions.oldest.vscode.startsWith(`${oldest}.`)) {
    throw new Problem(
      `package.json allows VS Code ${engines}, but the oldest one tested is ${versions.oldest.vscode}: ` +
        'bring `oldest` in test/launch/versions.mjs in line with engines.vscode.',
    );
  }
  return versions[name];
}
