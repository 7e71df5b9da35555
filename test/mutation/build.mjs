// Builds the unit tests of the copy of the project in which Stryker has laid its faults; run by Stryker, in that copy.
import { build } from 'esbuild';
import { readdir, readFile } from 'node:fs/promises';
import { inParts } from '../../build/inParts.mjs';
import { forgetting } from './forgetting.mjs';
import { LOADING, loading } from './loading.mjs';
import { codeOf, testsOf } from './rooms.mjs';

const { ROOM = '' } = process.env;
const code = codeOf(ROOM, await readdir('src', { recursive: true }));
const names = testsOf(ROOM, await readdir('test/unit', { recursive: true }));
const entries = names.map(async name => {
  // A fault is seen by the first test that fails, so those come last that start processes or try many values.
  const isDear = /^(?:cli|git)\b/.test(name) || /\bforAll/.test(await readFile(`test/unit/${name}`, 'utf8'));
  return [`${isDear ? 'last' : 'first'}/${name.replace(/\.ts$/, '')}`, `test/unit/${name}`];
});
await build({
  ...inParts,
  plugins: [loading(code), forgetting, ...inParts.plugins],
  entryPoints: { ...Object.fromEntries(await Promise.all(entries)), 'first/loading.test': LOADING },
  outdir: 'out/unit',
  bundle: true,
  platform: 'node',
  target: 'node20',
  define: { CORE_VERSION: '"with faults"' },
  packages: 'external',
  external: ['vscode'],
  logLevel: 'warning',
});
