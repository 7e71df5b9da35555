import { build } from 'esbuild';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { Problem } from './problem.mjs';
import { run } from './processes.mjs';
import { suitesTouched } from './reach.mjs';

/** A module that a test builds by itself, for another process: `builtModule('…')`. */
const BUILT_BY_TEST = /\bbuiltModule\(\s*'([^']+)'/g;

/**
 * The files that differ from a commit, whether they are committed, staged, new or none of that.
 * @param {string} base
 */
async function changedSince(base) {
  const git = async (/** @type {string[]} */ ...args) => {
    const said = await run('git', args, {
      cwd: root,
      failure: `git cannot tell what changed since “${base}”.`,
    });
    return said.split('\0').filter(Boolean);
  };
  const [commit] = (await git('merge-base', base, 'HEAD')).map(text => text.trim());
  const [known, unknown] = await Promise.all([
    git('diff', '--name-only', '--no-renames', '-z', commit ?? base),
    git('ls-files', '--others', '--exclude-standard', '-z'),
  ]);
  return [...known, ...unknown];
}

/**
 * Tells which suites may feel what has changed since a commit.
 * @param {string} base
 * @returns {Promise<(suites: readonly string[], where: { inVsCode: boolean }) => string[]>}
 */
export async function suitesTouchedSince(base) {
  const changed = await changedSince(base);
  /** @type {import('./reach.mjs').Outputs} */
  const built = JSON.parse(readFileSync(join(root, 'out', 'outputs.json'), 'utf8'));
  const textOf = (/** @type {string} */ file) => readFileSync(join(root, file), 'utf8');
  const tests = new Set(Object.values(built).flatMap(({ inputs }) => Object.keys(inputs)));
  const modules = [...tests]
    .filter(file => file.startsWith('test/'))
    .flatMap(file => [...textOf(file).matchAll(BUILT_BY_TEST)].map(([, module]) => module ?? ''))
    .filter(module => existsSync(join(root, module)));
  const outputs = { ...built, ...(await outputsOf(modules)) };
  return (suites, where) => suitesTouched(suites, changed, { outputs, textOf, ...where });
}

/** @param {readonly string[]} modules @returns {Promise<import('./reach.mjs').Outputs>} */
async function outputsOf(modules) {
  const { metafile } = await build({
    entryPoints: [...new Set(modules)],
    outdir: 'out/modules',
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    packages: 'external',
    logLevel: 'silent',
  }).catch(() => {
    throw new Problem('A module that tests build by themselves cannot be built.');
  });
  return Object.fromEntries(
    Object.values(metafile.outputs).flatMap(output =>
      output.entryPoint ? [[output.entryPoint, output]] : [],
    ),
  );
}
