// How long it takes in the extension host until all deals are there: ours, the floor, and what others do.
import matter from 'gray-matter';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { PipelineFolder } from '../../src/files/pipelineFolder';
import { dealText, makeDeals } from '../bench/support/deals';
import { line, longestBlock, median, middle } from '../bench/support/measure';
import { hold } from '../launch/goals.mjs';
import { print } from '../mocha/print';

const PAIRS = 5;
/** Of these the goals are. */
const MANY = 10_000;

export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension('deal-notes.deal-notes')!;
  if (extension.isActive) throw new Error('The folder that is open is to have no pipeline.');
  const asked = performance.now();
  await extension.activate();
  print(line('the extension is read and activated, by VS Code', performance.now() - asked));
  for (const count of [1000, MANY]) {
    const { folder, remove } = makeDeals(count);
    const cache = mkdtempSync(join(tmpdir(), 'deal-notes-bench-cache-'));
    process.env['XDG_CACHE_HOME'] = cache;
    try {
      print(`${count} deals of 2 KB`);
      // The stamps of younger files are not to be trusted: nothing would be kept of them.
      await new Promise(resolve => setTimeout(resolve, 4000));
      await coldly(folder, cache, count);
      await warmly(folder, cache, count);
      await lookAgain(folder, count);
      await switchBranch(folder, count);
    } finally {
      remove();
      rmSync(cache, { recursive: true, force: true });
    }
  }
}

/** With nothing kept of an earlier time, pair by pair with the floor; the first pair warms up disk and code. */
async function coldly(folder: string, cache: string, count: number): Promise<void> {
  const uri = vscode.Uri.file(folder);
  const first = performance.now();
  const stages = new PipelineFolder(uri);
  print(line('  the seven stages are there', performance.now() - first));
  await stages.load();
  print(line('  all deals are there, the first time', performance.now() - first));
  stages.dispose();
  await keptIn(cache);
  const pairs: { floor: number; ours: number }[] = [];
  for (let at = 0; at < PAIRS; at++) {
    const floor = await timed(() =>
      readdirSync(folder).map(name => readFileSync(join(folder, name), 'utf8')),
    );
    rmSync(cache, { recursive: true, force: true });
    pairs.push({ floor, ours: await timed(() => load(uri)) });
    await keptIn(cache);
  }
  const ratio = middle(pairs.map(({ floor, ours }) => ours / floor));
  const ours = middle(pairs.map(pair => pair.ours));
  print(line('  floor: list and read the files', middle(pairs.map(({ floor }) => floor))));
  print(line('  all deals are there, cold', ours, `${ratio.toFixed(1)} × the floor`));
  rmSync(cache, { recursive: true, force: true });
  const block = await longestBlock(async () => {
    await load(uri);
    await keptIn(cache);
  });
  print(line('  the longest block meanwhile', block));
  const others = await median(() => asOthersDo(uri), 1);
  print(
    line(
      '  findFiles, workspace.fs.readFile, gray-matter',
      others,
      `${(others / ours).toFixed(1)} × ours, cold`,
    ),
  );
  if (count !== MANY) return;
  hold('cold', ratio);
  hold('block', block);
  hold('usual', others / ours);
}

/** As a window that is opened again: all is kept, and of some files it's out of date. */
async function warmly(folder: string, cache: string, count: number): Promise<void> {
  const uri = vscode.Uri.file(folder);
  await load(uri);
  await keptIn(cache);
  const pairs: { floor: number; ours: number }[] = [];
  for (let at = 0; at < PAIRS; at++) {
    for (let number = 0; number < 20; number++) change(folder, number, at + 1);
    const floor = await timed(() => readdirSync(folder).map(name => statSync(join(folder, name))));
    pairs.push({ floor, ours: await timed(() => load(uri)) });
  }
  const ratio = middle(pairs.map(({ floor, ours }) => ours / floor));
  print(line('  floor: list the files and ask for their stamps', middle(pairs.map(({ floor }) => floor))));
  print(
    line(
      '  all deals are there, warm, 20 changed meanwhile',
      middle(pairs.map(({ ours }) => ours)),
      `${ratio.toFixed(1)} × the floor`,
    ),
  );
  print(line('  and the views are told', await median(() => told(uri))));
  const block = await longestBlock(() => told(uri));
  print(line('  the longest block meanwhile', block));
  if (count !== MANY) return;
  hold('warm', ratio);
  hold('block', block);
}

/** What it costs to look whether anything was missed where nothing was. */
async function lookAgain(folder: string, count: number): Promise<void> {
  // What `warmly` has changed is read again until it's old enough.
  await new Promise(resolve => setTimeout(resolve, 4000));
  const pipeline = new PipelineFolder(vscode.Uri.file(folder));
  await pipeline.load();
  print(line('  nothing was missed', await median(() => pipeline.reconcile())));
  const block = await longestBlock(() => pipeline.reconcile());
  print(line('  the longest block meanwhile', block));
  if (count === MANY) hold('block', block);
  pipeline.dispose();
}

/** As after git has put other files there: a tenth of all, of which the watcher has told nothing. */
async function switchBranch(folder: string, count: number): Promise<void> {
  const pipeline = new PipelineFolder(vscode.Uri.file(folder));
  await pipeline.load();
  const changed = Array.from({ length: count / 10 }, (_, at) => at * 10);
  const pairs: { floor: number; ours: number }[] = [];
  for (let at = 0; at < PAIRS; at++) {
    for (const number of changed) change(folder, number, at + 2);
    const names = changed.map(number => join(folder, `deal-${number}.md`));
    const floor = await timed(() => names.map(name => readFileSync(name, 'utf8')));
    pairs.push({ floor, ours: await timed(() => pipeline.reconcile()) });
  }
  const told: number[] = [];
  for (let at = 0; at < PAIRS; at++) {
    for (const number of changed) change(folder, number, at + 2 + PAIRS);
    told.push(await timed(() => pipeline.update(changed.map(number => `deal-${number}.md`))));
  }
  const ratio = middle(pairs.map(({ floor, ours }) => ours / floor));
  print(
    line(
      `  floor: read the ${changed.length} files that are others`,
      middle(pairs.map(({ floor }) => floor)),
    ),
  );
  print(
    line(
      '  the pipeline is that of the branch',
      middle(pairs.map(({ ours }) => ours)),
      `${ratio.toFixed(1)} × the floor`,
    ),
  );
  print(line('  the same where the watcher has told of each file', middle(told)));
  if (count === MANY) hold('branch', ratio);
  pipeline.dispose();
}

function change(folder: string, number: number, version: number): void {
  const text = dealText(number).replace(/^value: .*/m, `value: ${number + 100_000 * version}`);
  writeFileSync(join(folder, `deal-${number}.md`), text);
}

/** What was read is kept once all deals are there, and takes a moment. */
async function keptIn(cache: string): Promise<void> {
  const entries = join(cache, 'deal-notes', 'entries');
  const isKept = () => existsSync(entries) && readdirSync(entries).some(name => !name.includes('.'));
  while (!isKept()) await new Promise(resolve => setTimeout(resolve, 10));
}

async function load(uri: vscode.Uri): Promise<void> {
  const folder = new PipelineFolder(uri);
  await folder.load();
  folder.dispose();
}

/** Until whoever shows the deals has all of them at hand. */
async function told(uri: vscode.Uri): Promise<void> {
  const folder = new PipelineFolder(uri);
  const all = new Promise<void>(resolve =>
    folder.onDidChange(() => {
      if (!folder.isLoading && folder.pipeline.isWhole) resolve();
    }),
  );
  await folder.load();
  await all;
  folder.dispose();
}

async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** 64 files at once, which is faster than one by one and than all. */
async function asOthersDo(folder: vscode.Uri): Promise<void> {
  const files = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, '**/*.md'));
  for (let at = 0; at < files.length; at += 64) {
    const portion = files.slice(at, at + 64).map(uri => vscode.workspace.fs.readFile(uri));
    for (const bytes of await Promise.all(portion)) matter(new TextDecoder().decode(bytes), {});
  }
}
