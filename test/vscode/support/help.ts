import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { writeDeal } from './workspace';

let files = 0;

/**
 * A deal with a mark `|` in it, as somebody types it: its document, and the place of the mark. Each has a name of its
 * own, as the editor keeps the text of a file for a while after that is gone.
 */
export async function typed(marked: string) {
  const uri = await writeDeal(`here-${++files}.md`, marked.replace('|', ''));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return { uri, document, position: document.positionAt(marked.indexOf('|')) };
}

export const head = (yaml: string) => `---\n${yaml}\n---\nNotes.\n`;
export const proposal = (more: string) => head(`title: Acme, scanners\nstage: proposal\n${more}`);

/** The completions at the mark that are ours, and a way to accept one as the editor does. */
export async function completions(marked: string, trigger?: string) {
  const { uri, document, position } = await typed(marked);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    position,
    trigger,
  );
  const nameOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);
  const items = list.items.filter(
    ({ filterText, kind }) => filterText && kind !== vscode.CompletionItemKind.Text,
  );
  const accept = async (name: string) => {
    const item = items.find(one => nameOf(one) === name);
    assert.ok(item, `no ${name} among ${items.map(nameOf).join(', ')}`);
    const { insertText, range } = item;
    assert.ok(range instanceof vscode.Range);
    const edit = new vscode.WorkspaceEdit();
    const text = typeof insertText === 'string' ? insertText : insertText!.value.replace(/\$\d/g, '');
    edit.replace(uri, range, text);
    await vscode.workspace.applyEdit(edit);
    return document.getText();
  };
  return { items, names: items.map(nameOf), accept };
}

export async function lensesOf(uri: vscode.Uri): Promise<vscode.Command[]> {
  await vscode.workspace.openTextDocument(uri);
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    uri,
    9,
  );
  return lenses.map(({ command }) => command!);
}

export const titles = async (uri: vscode.Uri) => (await lensesOf(uri)).map(({ title }) => title);
