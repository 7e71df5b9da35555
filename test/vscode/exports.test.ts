import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { messages } from './support/answers';
import { until } from './support/until';
import { clear, extension, writeDeal } from './support/workspace';

const root = vscode.workspace.workspaceFolders![0]!.uri.fsPath;

describe('what goes out of the pipeline', () => {
  const { said } = messages();
  const original = vscode.window.showSaveDialog;
  const target = (name: string) => join(root, name);
  /** The person saves the next file under this name. */
  const saveAs = (name: string) =>
    Object.assign(vscode.window, { showSaveDialog: () => Promise.resolve(vscode.Uri.file(target(name))) });

  before(async () => {
    await clear();
    await extension();
  });
  afterEach(() => {
    Object.assign(vscode.window, { showSaveDialog: original });
    rmSync(target('exported.ics'), { force: true });
  });
  after(clear);

  it('is what is planned, as a file for calendars', async () => {
    await writeDeal(
      'export-acme.md',
      '---\ntitle: Acme\nstage: proposal\nnext_step: Ring\nnext_step_on: 2026-01-12\nclose_date: 2026-02-01\n---\nNotes.\n',
    );
    saveAs('exported.ics');
    await vscode.commands.executeCommand('dealNotes.exportCalendar');
    await until('it is said', () => said.length > 0);
    const text = readFileSync(target('exported.ics'), 'utf8');
    assert.match(text, /DTSTART;VALUE=DATE:20260112\r\nSUMMARY:Acme: Ring\r\n/);
    assert.match(text, /DTSTART;VALUE=DATE:20260201\r\nSUMMARY:Acme closes\r\n/);
    assert.deepEqual(said, ['Saved as “exported.ics”']);
  });
});
