// Builds everything that runs: the extension, the command line, the funnel page and, if asked, the tests.
//   node esbuild.mjs            minified, for release
//   node esbuild.mjs --tests    also the tests, bundled under out/
//   node esbuild.mjs --watch    unminified, again at each change
import { build, context } from 'esbuild';
import { existsSync } from 'node:fs';
import { chmod, readdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
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
 * What the extension wants only now and then: the exact YAML parser, when a file is edited or has a problem; and what
 * reads the words that people type, or front matter between fences that are not plain. Each file is read when the first of these names of its packages is used.
 * @type {Record<string, Record<string, string[]>>}
 */
const LAZY = {
  'yaml.js': {
    yaml: [
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
    ],
  },
  'words.js': {
    'chrono-node/de': ['casual'],
    'chrono-node/en': ['GB', 'casual'],
    'chrono-node/es': ['casual'],
    'chrono-node/fr': ['casual'],
    '@sindresorhus/slugify': ['default'],
  },
  // Front matter between plain fences needs no cutting, and the funnel is opened now and then.
  'matter.js': {
    'gray-matter': ['default'],
  },
  'figures.js': {
    'd3-array': ['group', 'mean', 'median', 'quantileSorted', 'rollup', 'sum'],
  },
  'near.js': {
    'fastest-levenshtein': ['closest', 'distance'],
  },
  'csv.js': {
    papaparse: ['unparse'],
  },
  'search.js': {
    '@leeoniya/ufuzzy': ['default'],
  },
};

/** Rooms of our own that are read when they are first asked for, by `import(…)`; each is a file that stands alone. */
const LATER = {
  'help.js': 'src/editor/help/help.ts',
  'processHelp.js': 'src/editor/process/help.ts',
  'funnel.js': 'src/funnel/funnelPanel.ts',
  'fixes.js': 'src/editor/quickFixes.ts',
  'filter.js': 'src/tree/filterPicker.ts',
  'saveView.js': 'src/tree/saveView.ts',
  'tooltips.js': 'src/tree/tooltips.ts',
  'sample.js': 'src/commands/createSample.ts',
};

/** The code of such a file: an object a package. */
const contentsOf = (/** @type {Record<string, string[]>} */ packages) =>
  Object.entries(packages)
    .map(([name, taken], at) => {
      const names = taken.map((one, index) => `${one} as _${at}_${index}`).join(', ');
      const values = taken.map((one, index) => `${one}: _${at}_${index}`).join(', ');
      return `import { ${names} } from '${name}';\nexport const package${at} = { ${values} };`;
    })
    .join('\n');

const lazy = {
  name: 'lazy',
  setup(/** @type {import('esbuild').PluginBuild} */ builder) {
    for (const [file, packages] of Object.entries(LAZY)) {
      for (const [at, [name, taken]] of Object.entries(packages).entries()) {
        const isIt = new RegExp(`^${name}$`);
        builder.onResolve({ filter: isIt }, () => ({ path: name, namespace: 'lazy' }));
        builder.onLoad({ filter: isIt, namespace: 'lazy' }, () => ({
          contents: `let taken;
            const get = name => ({ enumerable: true, get: () => (taken ??= require('./${file}').package${at})[name] });
            Object.defineProperty(exports, '__esModule', { value: true });
            for (const name of ${JSON.stringify(taken)}) Object.defineProperty(exports, name, get(name));`,
        }));
      }
    }
    builder.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      const meant = Object.entries(LATER).find(
        ([, entry]) => resolve(entry) === `${resolve(resolveDir, path)}.ts`,
      );
      return meant && { path: `./${meant[0]}`, external: true };
    });
    builder.onResolve({ filter: /^\.\//, namespace: 'lazy' }, ({ path }) => ({ path, external: true }));
  },
};
const node = { ...common, platform: 'node', target: 'node20', format: 'cjs' };

const targets = [
  {
    ...node,
    alias: { 'js-yaml': alias['js-yaml'] },
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
    plugins: [lazy],
  },
  ...Object.entries(LATER).map(([file, entry]) => ({
    ...node,
    alias: { 'js-yaml': alias['js-yaml'] },
    entryPoints: [entry],
    outfile: `dist/${file}`,
    external: ['vscode'],
    plugins: [lazy],
  })),
  ...Object.entries(LAZY).map(([file, packages]) => ({
    ...node,
    alias,
    stdin: { contents: contentsOf(packages), resolveDir: '.' },
    outfile: `dist/${file}`,
  })),
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
  targets.push(
    { ...bundled, entryPoints: await suites('test/unit'), outdir: 'out/unit', outbase: 'test/unit' },
    {
      ...bundled,
      entryPoints: [...(await suites('test/page')), 'test/page/pictures.ts'],
      outdir: 'out/page',
      outbase: 'test/page',
    },
    {
      ...bundled,
      entryPoints: [
        ...(await suites('test/browser')),
        'test/browser/screenshots.ts',
        'test/browser/bench.ts',
      ],
      outdir: 'out/browser',
      outbase: 'test/browser',
    },
    {
      ...bundled,
      entryPoints: ['test/vscode/index.ts', ...(await suites('test/vscode')), 'test/vscode/bench.ts'],
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
