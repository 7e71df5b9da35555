// How long it takes in the extension host until all deals are there: ours, the floor, and what others do.
import matter from 'gray-matter';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { PipelineFolder } from '../../src/files/pipelineFolder';
import { makeDeals } from '../bench/support/deals';
import { line, longestBlock, median } from '../bench/support/measure';
import { print } from '../mocha/print';

export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension('deal-notes.deal-notes')!;
  if (extension.isActive) throw new Error('The folder that is open is to have no pipeline.');
  const asked = performance.now();
  await extension.activate();
  print(line('the extension is read and activated, by VS Code', performance.now() - asked));
  for (const count of [1000, 10_000]) {
    const { folder, remove } = makeDeals(count);
    const uri = vscode.Uri.file(folder);
    try {
      const floor = await median(() =>
        readdirSync(folder).map(name => readFileSync(join(folder, name), 'utf8')),
      );
      print(`${count} deals of 2 KB`);
      print(line('  floor: list and read the files', floor));
      const first = performance.now();
      const stages = new PipelineFolder(uri);
      print(line('  the seven stages are there', performance.now() - first));
      await stages.load();
      print(line('  all deals are there, the first time', performance.now() - first));
      stages.dispose();
      print(line('  all deals are there, the median', await median(() => index(uri), 3)));
      print(line('  the longest block meanwhile', await longestBlock(() => index(uri))));
      await lookAgain(uri);
      print(line('  findFiles, workspace.fs.readFile, gray-matter', await median(() => asOthersDo(uri), 1)));
    } finally {
      remove();
    }
  }
}

/** What it costs to look whether anything was missed where nothing was. */
async function lookAgain(uri: vscode.Uri): Promise<void> {
  // Younger files are read again, as their stamps are not to be trusted.
  await new Promise(resolve => setTimeout(resolve, 4000));
  const folder = new PipelineFolder(uri);
  await folder.load();
  print(line('  nothing was missed', await median(() => folder.reconcile())));
  print(line('  the longest block meanwhile', await longestBlock(() => folder.reconcile())));
  folder.dispose();
}

async function index(uri: vscode.Uri): Promise<void> {
  const folder = new PipelineFolder(uri);
  await folder.load();
  folder.dispose();
}

/** 64 files at once, which is faster than one by one and than all. */
async function asOthersDo(folder: vscode.Uri): Promise<void> {
  const files = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, '**/*.md'));
  for (let at = 0; at < files.length; at += 64) {
    const portion = files.slice(at, at + 64).map(uri => vscode.workspace.fs.readFile(uri));
    for (const bytes of await Promise.all(portion)) matter(new TextDecoder().decode(bytes), {});
  }
}
