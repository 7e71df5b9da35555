// How long it takes to load the extension, each time in a Node of its own: `require` and `activate`, with something in the
// place of VS Code's API that takes every call. The bench in the extension host has the real one, once.
import { spawnSync } from 'node:child_process';
import Module, { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { hold } from '../launch/goals.mjs';
import { anything } from '../unit/support/anything';
import { line, middle } from './support/measure';

const TIMES = 21;

function main(): void {
  const runs = Array.from({ length: TIMES }, () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [__filename, 'once'], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as Loaded;
  });
  console.log(`the extension, in ${TIMES} processes, the medians`);
  console.log(line('  require', middle(runs.map(run => run.require))));
  console.log(line('  activate', middle(runs.map(run => run.activate))));
  const both = middle(runs.map(run => run.require + run.activate));
  console.log(line('  both', both));
  hold('load', both);
}

interface Loaded {
  readonly require: number;
  readonly activate: number;
}

function loadOnce(): Loaded {
  const modules = Module as unknown as { _load(request: string, ...others: unknown[]): unknown };
  const load = modules._load;
  const api = anything({ workspace: anything({ workspaceFolders: undefined }) });
  modules._load = (request, ...others) => (request === 'vscode' ? api : load(request, ...others));
  const file = resolve('dist/extension.js');
  const start = performance.now();
  const { activate } = createRequire(file)(file) as { activate(context: unknown): unknown };
  const loaded = performance.now();
  activate(anything({ subscriptions: [] }));
  return { require: loaded - start, activate: performance.now() - loaded };
}

if (process.argv[2] === 'once') {
  console.log(JSON.stringify(loadOnce()));
  process.exit();
}
main();
