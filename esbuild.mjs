// Builds everything that runs: the extension, the command line, the funnel page and, if asked, the tests.
//   node esbuild.mjs            minified, for release
//   node esbuild.mjs --tests    also the tests, bundled under out/
//   node esbuild.mjs --watch    unminified, again at each change
import { build, context } from 'esbuild';
import { existsSync } from 'node:fs';
import { chmod, readdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');

const common = {
  bundle: true,
  minify: !watch,
  sourcemap: watch ? 'inline' : false,
  legalComments: 'none',
  logLevel: 'warning',
  mainFields: ['module', 'main'],
};

/** One copy of js-yaml, which gray-matter asks for in another form than we do; and the form of yaml that can be shaken. */
const alias = {
  'js-yaml': fileURLToPath(import.meta.resolve('js-yaml')),
  yaml: fileURLToPath(new URL('node_modules/yaml/browser/index.js', import.meta.url)),
};

/**
 * The exact YAML parser is wanted when a file is edited or has a problem, and not at the start: in the extension it has
 * a file of its own, which is read when the first of its names is used.
 */
const EXACT_YAML = [
  'Composer',
  'Lexer',
  'LineCounter',
  'Parser',
  'YAMLParseError',
  'isAlias',
  'isCollection',
  'isMap',
  'isScalar',
  'isSeq',
  'parse',
  'visit',
];
const lazyYaml = {
  name: 'lazy-yaml',
  setup(/** @type {import('esbuild').PluginBuild} */ builder) {
    builder.onResolve({ filter: /^yaml$/ }, () => ({ path: 'yaml', namespace: 'lazy' }));
    builder.onResolve({ filter: /^\.\/yaml\.js$/ }, ({ path }) => ({ path, external: true }));
    builder.onLoad({ filter: /.*/, namespace: 'lazy' }, () => ({
      contents: `let yaml;
        const get = name => ({ enumerable: true, get: () => (yaml ??= require('./yaml.js'))[name] });
        for (const name of ${JSON.stringify(EXACT_YAML)}) Object.defineProperty(exports, name, get(name));`,
    }));
  },
};
const node = { ...common, platform: 'node', target: 'node20', format: 'cjs' };

/** What the extension imports only when it is asked for is a file of its own beside it. */
const onDemand = {
  name: 'on-demand',
  setup: (/** @type {import('esbuild').PluginBuild} */ { onResolve }) =>
    onResolve({ filter: /^\.\/onDemand\/main$/ }, () => ({ path: './onDemand.js', external: true })),
};

const targets = [
  {
    ...node,
    alias: { 'js-yaml': alias['js-yaml'] },
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
    plugins: [lazyYaml, onDemand],
    // The editor gives `vscode` to what is required.
    supported: { 'dynamic-import': false },
  },
  {
    ...node,
    alias,
    stdin: { contents: `export { ${EXACT_YAML.join(', ')} } from 'yaml';`, resolveDir: '.' },
    outfile: 'dist/yaml.js',
  },
  {
    ...node,
    alias,
    entryPoints: ['src/commands/onDemand/main.ts'],
    outfile: 'dist/onDemand.js',
    external: ['vscode'],
  },
  {
    ...node,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...common,
    entryPoints: ['src/webview/funnel.tsx', 'src/webview/funnel.css'],
    outdir: 'dist/webview',
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  },
];

if (tests) {
  // Packages stay outside the bundles: tests run beside node_modules and start faster so.
  const bundled = { ...node, minify: false, sourcemap: 'inline', packages: 'external', external: ['vscode'] };
  const hostBench = existsSync('test/vscode/bench.ts') ? ['test/vscode/bench.ts'] : [];
  targets.push(
    { ...bundled, entryPoints: await suites('test/unit'), outdir: 'out/unit', outbase: 'test/unit' },
    {
      ...bundled,
      entryPoints: [...(await suites('test/browser')), 'test/browser/screenshots.ts'],
      outdir: 'out/browser',
      outbase: 'test/browser',
    },
    {
      ...bundled,
      entryPoints: ['test/vscode/index.ts', ...(await suites('test/vscode')), ...hostBench],
      outdir: 'out/test',
    },
    // The launchers move the dates of the sample as the extension does.
    { ...bundled, entryPoints: ['src/core/sample.ts'], outfile: 'out/core/sample.js' },
    { ...bundled, entryPoints: ['test/mocha/main.ts'], outfile: 'out/mocha/main.js' },
    {
      ...bundled,
      entryPoints: await suites('test/bench', '.bench.ts'),
      outdir: 'out/bench',
      outbase: 'test/bench',
    },
  );
  await rm('out', { recursive: true, force: true });
}
await rm('dist', { recursive: true, force: true });

if (watch) {
  for (const target of targets) await (await context(target)).watch();
  console.log('Built; watching for changes.');
} else {
  await Promise.all(targets.map(target => build(target)));
  await chmod('dist/cli.js', 0o755);
}

async function suites(folder, ending = '.test.ts') {
  const names = existsSync(folder) ? await readdir(folder, { recursive: true }) : [];
  return names.filter(name => name.endsWith(ending)).map(name => `${folder}/${name}`);
}
