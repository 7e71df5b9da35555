import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync, type Dirent } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { ForTests } from '../../../src/extension';
import { until } from './until';

const [root] = vscode.workspace.workspaceFolders ?? [];
assert.ok(root, 'the tests need a workspace folder');
const deals = join(root.uri.fsPath, 'deals');

/** The running extension, whatever it has found so far. */
async function activated(): Promise<ForTests> {
  const found = vscode.extensions.getExtension<ForTests>('deal-notes.deal-notes');
  assert.ok(found, 'the extension is not installed');
  return found.activate();
}

/** The running extension, with its pipeline read. */
export async function extension(): Promise<ForTests> {
  const api = await activated();
  await until(
    'the pipeline is read',
    () => api.pipelines.folders.length > 0 && !api.pipelines.folders[0]!.isLoading,
  );
  return api;
}

export function uriOf(name: string): vscode.Uri {
  return vscode.Uri.file(join(deals, name));
}

/** The names of all files in a folder and below it, also while some of them, as locks, come and go. */
export function namesBelow(folder: string): string[] {
  return entriesIn(folder).flatMap(entry =>
    entry.isDirectory() ? namesBelow(join(folder, entry.name)) : [entry.name],
  );
}

function entriesIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cause;
  }
}

/** Writes a file as another program would, and waits until the pipeline shows it, and an editor that has it open. */
export async function writeDeal(name: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const path = join(deals, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  const { pipelines } = await activated();
  await pipelines.refresh();
  await until(`${name} is known`, () => pipelines.entryAt(uriOf(name)) !== undefined);
  let lastWritten = Date.now();
  // Where a folder was made anew just before, VS Code may miss what is written in it.
  const writtenAgain = () => {
    if (Date.now() - lastWritten < 2000) return false;
    writeFileSync(path, content);
    lastWritten = Date.now();
    return false;
  };
  if (typeof content === 'string')
    await until(
      () =>
        `${name} is read again, which the editor has as ${JSON.stringify(documentOf(uriOf(name))?.getText())}`,
      () => showsText(uriOf(name), content) || writtenAgain(),
    );
  return uriOf(name);
}

/** The editor keeps documents of files for a while after they were closed or even deleted, and then shows what was there. */
function showsText(uri: vscode.Uri, content: string): boolean {
  const plain = (text: string) => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const document = documentOf(uri);
  return !document || document.isDirty || plain(document.getText()) === plain(content);
}

function documentOf(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(one => one.uri.toString() === uri.toString());
}

/** Writes the team's process as another program would, and waits until it counts. */
export async function writeProcess(content: string): Promise<void> {
  writeFileSync(join(deals, 'sales-process.yaml'), content);
  await (await activated()).pipelines.refresh();
}

export function bytesOf(name: string): Buffer {
  return readFileSync(join(deals, name));
}

export function textOf(name: string): string {
  return bytesOf(name).toString('utf8');
}

/** Takes away all files that tests have written. */
export async function clear(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  mkdirSync(deals, { recursive: true });
  // The folder itself stays: in one that is made anew, the editor misses files that are written at once.
  for (const name of readdirSync(deals)) rmSync(join(deals, name), { recursive: true, force: true });
  const { pipelines } = await activated();
  await pipelines.refresh();
}

/** A deal file; what is given comes before the history. */
export function deal(stage: string, more = ''): string {
  return `---\ntitle: Acme, scanners\naccount: Acme Corp\nstage: ${stage}\n${more}history:\n  - {on: 2026-01-12, stage: ${stage}}\n---\nNotes.\n`;
}

/** The lines of `after` that are not in `before`, and the other way round. */
export function changedLines(before: string, after: string): { added: string[]; removed: string[] } {
  const without = (lines: string[], others: string[]) => {
    const left = [...others];
    return lines.filter(line => {
      const at = left.indexOf(line);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  };
  const [old, now] = [before.split('\n'), after.split('\n')];
  return { added: without(now, old), removed: without(old, now) };
}
