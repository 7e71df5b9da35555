// Builds the unit tests of the copy of the project in which Stryker has laid its faults; run by Stryker, in that copy.
import { build } from 'esbuild';
import { readdir } from 'node:fs/promises';
import { testsOf } from './rooms.mjs';

const names = await readdir('test/unit', { recursive: true });
await build({
  entryPoints: testsOf(process.env.ROOM ?? '', names).map(name => `test/unit/${name}`),
  outdir: 'out/unit',
  outbase: 'test/unit',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  packages: 'external',
  external: ['vscode'],
  logLevel: 'warning',
});
