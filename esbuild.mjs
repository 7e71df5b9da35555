// Builds everything that runs: the extension, the command line, the funnel page and, if asked, the tests.
//   node esbuild.mjs            minified, for release
//   node esbuild.mjs --tests    also the tests, bundled under out/
//   node esbuild.mjs --watch    unminified, again at each change; with --tests also these
//   node esbuild.mjs --unless-built   nothing where DEAL_NOTES_IS_BUILT says that all is as it was built
import { build, context } from 'esbuild';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { coreVersion } from './build/coreVersion.mjs';
import { inParts, withTheirParts } from './build/inParts.mjs';
import { alias, buildLate, lateFrom, lateWithin } from './build/late.mjs';
import { notices } from './build/notices.mjs';
import { programs } from './build/programs.mjs';

if (process.argv.includes('--unless-built') && process.env.DEAL_NOTES_IS_BUILT === '1') process.exit();

const load = createRequire(import.meta.url);
const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');

const common = {
  bundle: true,
  minify: !watch,
  sourcemap: watch ? 'inline' : false,
  legalComments: 'none',
  // All that reads these files reads UTF-8, in which a letter takes a third of the space that its number would.
  charset: 'utf8',
  logLevel: 'warning',
  mainFields: ['module', 'main'],
};

const define = { CORE_VERSION: JSON.stringify(coreVersion('src/core')) };
const node = { ...common, define, platform: 'node', target: 'node20', format: 'cjs' };
const shipped = { ...node, alias, metafile: true };

const RARE = {
  ...alias,
  'gray-matter': load.resolve('gray-matter'),
  '/core/merge/mergeCalls': 'src/core/merge/mergeCalls.ts',
  '/core/process/processFile': 'src/core/process/processFile.ts',
};

const LETTERS = {
  'postal-mime': 'node_modules/postal-mime/dist/esm/postal-mime.js',
  'ical.js': 'node_modules/ical.js/dist/ical.js',
};

const EXCEL = {
  fflate: 'node_modules/fflate/esm/index.mjs',
  'read-excel-file/universal': 'node_modules/read-excel-file/universal/index.js',
  'write-excel-file/universal': 'node_modules/write-excel-file/universal/index.js',
};

// All ASCII, of which Node makes text in half the time.
const asText = /** @type {const} */ ({ ...shipped, charset: 'ascii' });

await rm('dist', { recursive: true, force: true });
const late = await buildLate('dist', shipped);

// Rooms that are imported late by `import(…)` stand in the same file, and run when they are first asked for.
const extension = /** @type {const} */ ({ ...asText, external: ['vscode'], plugins: [lateFrom('dist')] });

const targets = [
  {
    ...extension,
    // Not as text while somebody works at it: then a debugger knows its lines.
    entryPoints: [watch ? 'src/extension.ts' : 'src/start.ts'],
    outfile: 'dist/extension.js',
    ...(!watch && { plugins: [programs(extension, { isApart: true })] }),
  },
  {
    // One file that needs no other: teams put a copy of it into their repositories.
    ...asText,
    entryPoints: ['src/cli/start.ts'],
    outfile: 'dist/cli.js',
    // What reads mails and invitations, and what reads and writes Excel files, which few calls do.
    plugins: [programs({ ...asText, plugins: [lateWithin({ ...LETTERS, ...EXCEL }, asText)] })],
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    // One file too, which git starts for each deal that both sides have changed: nearly none needs these parts.
    ...asText,
    entryPoints: ['src/cli/mergeStart.ts'],
    outfile: 'dist/merge.js',
    plugins: [programs({ ...asText, plugins: [lateWithin(RARE, asText)] })],
  },
  {
    ...common,
    metafile: true,
    entryPoints: ['src/webview/funnel.tsx', 'src/webview/funnel.css'],
    outdir: 'dist/webview',
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  },
];

const shippedTargets = targets.length;

if (tests) {
  // Packages stay outside the bundles: tests run beside node_modules and start faster so.
  const bundled = {
    ...node,
    minify: false,
    // Beside them, for who debugs: in them each process would read three quarters more.
    sourcemap: 'linked',
    packages: 'external',
    external: ['vscode'],
    metafile: true,
  };
  // What several suites import is built once, and read once by a process that runs several. Only modules can be parted so.
  const parted = { ...bundled, ...inParts };
  targets.push(
    { ...parted, entryPoints: await suites('test/unit'), outdir: 'out/unit', outbase: 'test/unit' },
    {
      ...parted,
      entryPoints: [...(await suites('test/page')), 'test/page/pictures.ts'],
      outdir: 'out/page',
      outbase: 'test/page',
    },
    {
      ...parted,
      entryPoints: [
        ...(await suites('test/browser')),
        'test/browser/screenshots.ts',
        'test/browser/dumpColours.ts',
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
    { ...bundled, entryPoints: ['src/core/sample/refresh.ts'], outfile: 'out/core/sample.js' },
    { ...bundled, entryPoints: ['test/mocha/main.ts'], outfile: 'out/mocha/main.js' },
    {
      ...bundled,
      entryPoints: await suites('test/bench', '.bench.ts'),
      outdir: 'out/bench',
      outbase: 'test/bench',
    },
  );
  await rm('out', { recursive: true, force: true });
  for (const folder of ['unit', 'page', 'browser']) {
    await mkdir(`out/${folder}`, { recursive: true });
    await writeFile(`out/${folder}/package.json`, '{ "type": "module" }');
  }
}

if (watch) {
  const plugin = tellWatcher();
  const contexts = await Promise.all(
    targets.map(({ plugins = [], ...target }) =>
      context({ ...target, plugins: [...plugins, plugin], logLevel: 'silent' }),
    ),
  );
  await Promise.all(contexts.map(one => one.watch()));
} else {
  const results = await Promise.all(targets.map(target => build(target)));
  await chmod('dist/cli.js', 0o755);
  const metafiles = [...late, ...results.slice(0, shippedTargets)].map(({ metafile }) => metafile);
  await writeFile('dist/third-party-notices.txt', notices(metafiles));
  if (tests) await tellInputs([...late, ...results]);
}

async function suites(folder, ending = '.test.ts') {
  const names = existsSync(folder) ? await readdir(folder, { recursive: true }) : [];
  return names.filter(name => name.endsWith(ending)).map(name => `${folder}/${name}`);
}

/** Says when builds begin and end, and an error a line, in the form that .vscode/tasks.json knows. */
function tellWatcher() {
  let building = 0;
  return {
    name: 'tell the watcher',
    setup(builder) {
      builder.onStart(() => {
        if (building++ === 0) console.log('Building …');
      });
      builder.onEnd(({ errors }) => {
        for (const { location, text } of errors)
          console.log(`${location?.file}:${location?.line}:${(location?.column ?? 0) + 1}: error: ${text}`);
        if (--building === 0) console.log('Built; watching for changes.');
      });
    },
  };
}

/** Which source files stand in which built ones: for the tests, and for those who choose among them. */
async function tellInputs(results) {
  const outputs = Object.assign({}, ...results.map(({ metafile }) => metafile?.outputs));
  await mkdir('out', { recursive: true });
  await writeFile('out/outputs.json', JSON.stringify(withTheirParts(outputs)));
}
