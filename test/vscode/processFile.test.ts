import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { stageOf } from '../../src/core/process/process';
import { COMMANDS } from '../../src/ids';
import { messages } from './support/answers';
import { until } from './support/until';
import { clear, deal, extension, textOf, uriOf, writeDeal, writeProcess } from './support/workspace';

const FILE = 'sales-process.yaml';

const folder = async () => (await extension()).pipelines.folders[0]!;

/** The process file in an editor, with the cursor at `|`. */
async function opened(marked: string): Promise<{ editor: vscode.TextEditor; position: vscode.Position }> {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  await writeProcess(text);
  const document = await vscode.workspace.openTextDocument(uriOf(FILE));
  const editor = await vscode.window.showTextDocument(document);
  // The editor may still show what the test before has written.
  if (document.getText() !== text) await vscode.commands.executeCommand('workbench.action.files.revert');
  await until('the file is shown', () => document.getText() === text);
  return { editor, position: document.positionAt(offset) };
}

async function type(editor: vscode.TextEditor, text: string): Promise<void> {
  const { document } = editor;
  const all = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  assert.ok(await editor.edit(edit => edit.replace(all, text)));
}

const problems = () =>
  vscode.languages.getDiagnostics(uriOf(FILE)).map(({ message, range: { start, end } }) => ({
    message,
    at: `${start.line}:${start.character}-${end.line}:${end.character}`,
  }));

describe('the process file in the editor', () => {
  beforeEach(clear);
  after(clear);

  it('shows each mistake at its exact place', async () => {
    await writeDeal('a.md', deal('proposal'));
    await writeProcess('skip: warn\nstages:\n  proposal:\n    probability: 500 # sure\n');
    await until('the problem is shown', () => problems().length === 1);
    assert.equal(problems()[0]!.at, '3:17-3:20');
    assert.match(problems()[0]!.message, /Expected a number from 0 to 100.*, but found 500/);
  });

  it('offers keys and values that may stand there', async () => {
    const { position } = await opened('skip: |\nstages:\n');
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uriOf(FILE),
      position,
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    for (const rule of ['allow', 'warn', 'block']) assert.ok(labels.includes(rule), labels.join());
  });

  it('offers the seven stages below “stages”, each once', async () => {
    const { position } = await opened('stages:\n  proposal:\n    label: Offer\n  |\n');
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uriOf(FILE),
      position,
    );
    const keys = list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Property);
    const labels = keys.map(({ label }) => label);
    assert.ok(labels.includes('closing') && !labels.includes('proposal'), labels.join());
    assert.equal(labels.length, 6);
  });

  it('says what a setting means, with its default', async () => {
    const { position } = await opened('stages:\n  closing:\n    probab|ility: 80\n');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uriOf(FILE),
      position,
    );
    const words = hovers.flatMap(({ contents }) => contents.map(one => (one as vscode.MarkdownString).value));
    assert.match(words.join('\n'), /Chance of winning a deal in this stage[^]*0–100[^]*Default: `90`/);
  });
});

describe('the process counts', () => {
  beforeEach(clear);
  after(clear);

  const label = async () => stageOf((await folder()).pipeline.process, 'proposal').label;

  it('as it stands in the editor, saved or not', async () => {
    await writeDeal('a.md', deal('Offer'));
    const { pipelines } = await extension();
    assert.equal(pipelines.entryAt(uriOf('a.md'))?.kind, 'attention');
    const { editor } = await opened('|# Ours\n');
    await type(editor, 'stages:\n  proposal:\n    label: Offer\n');
    await until('the deal is read by it', () => pipelines.entryAt(uriOf('a.md'))?.kind === 'deal');
    assert.equal(editor.document.isDirty, true);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until('the file counts again', () => pipelines.entryAt(uriOf('a.md'))?.kind === 'attention');
  });

  it('as it was before, while it is no YAML, which is told at the line', async () => {
    await writeDeal('a.md', deal('proposal'));
    await writeProcess('stages:\n  proposal:\n    label: Offer\n');
    assert.equal(await label(), 'Offer');
    await writeProcess('stages:\n  proposal:\n    label: Offer: sent\n');
    await until('the problem is shown', () => problems().length === 1);
    assert.match(
      problems()[0]!.message,
      /isn’t valid YAML[^]*The previous settings stay in effect until this is fixed\./,
    );
    assert.match(problems()[0]!.at, /^2:/);
    assert.equal(await label(), 'Offer');
    await writeProcess('stages:\n  proposal:\n    label: Quote\n');
    await until('the problem is gone', () => problems().length === 0);
    assert.equal(await label(), 'Quote');
  });

  it('not by what cannot be read as text, which is told', async () => {
    await writeDeal('a.md', deal('proposal'));
    await writeProcess('stages:\n  proposal:\n    label: Offer\n');
    writeFileSync(uriOf(FILE).fsPath, Buffer.from([0xff, 0xfe, 0x41, 0x00]));
    await (await extension()).pipelines.refresh();
    await until('the problem is shown', () => problems().length === 1);
    assert.match(problems()[0]!.message, /UTF-16[^]*The previous settings stay in effect/);
    assert.equal(await label(), 'Offer');
  });

  it('with the team’s own names for fields, which are written, too', async () => {
    await writeProcess('fields: {stage: phase, value: amount}\n');
    await writeDeal('a.md', '---\nphase: proposal\namount: 5\n---\n');
    const entry = (await folder()).entryAt(uriOf('a.md'));
    assert.equal(entry?.kind === 'deal' && entry.deal.value?.amount, 5);
    await vscode.commands.executeCommand(COMMANDS.advanceStage, uriOf('a.md'));
    assert.match(textOf('a.md'), /^---\nphase: negotiation\namount: 5\nhistory:\n/);
  });
});

describe('Create Process File', () => {
  beforeEach(clear);
  after(clear);
  const { said } = messages();

  it('writes the seven stages out, opens the file, and has no problem', async () => {
    await writeDeal('a.md', deal('proposal'));
    await vscode.commands.executeCommand(COMMANDS.createProcess);
    const template = readFileSync(
      vscode.Uri.joinPath(
        vscode.extensions.getExtension('deal-notes.deal-notes')!.extensionUri,
        'media',
        'process',
        'template.yaml',
      ).fsPath,
      'utf8',
    );
    assert.equal(textOf(FILE), template);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uriOf(FILE).toString());
    const { pipeline, processProblems } = await folder();
    assert.deepEqual(processProblems, []);
    assert.ok(stageOf(pipeline.process, 'proposal').exitCriteria.length >= 3);
    assert.match(said.join(), /“deals” now uses this process\. .*each stage has exit criteria/);
  });

  it('never writes over one that is there: it opens that', async () => {
    await writeDeal('a.md', deal('proposal'));
    await writeProcess('# Ours\n');
    await vscode.commands.executeCommand(COMMANDS.createProcess);
    assert.equal(textOf(FILE), '# Ours\n');
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uriOf(FILE).toString());
    assert.match(said.join(), /already has a process file/);
  });

  it('tells of one that is no file, and moves no deal', async () => {
    const uri = await writeDeal('a.md', deal('proposal'));
    for (const [put, told] of [
      [file => mkdirSync(file), /folder, not a file/],
      [file => symlinkSync(FILE, file), /circle/],
      [file => symlinkSync('no/such/file.yaml', file), /doesn’t exist/],
    ] satisfies [(file: string) => void, RegExp][]) {
      const file = uriOf(FILE).fsPath;
      rmSync(file, { recursive: true, force: true });
      put(file);
      await (await extension()).pipelines.refresh();
      await until('the problem is shown', () => problems().some(({ message }) => told.test(message)));
      await vscode.commands.executeCommand(COMMANDS.moveBack, uri);
      assert.equal(await textOf('a.md'), deal('proposal'));
    }
    rmSync(uriOf(FILE).fsPath, { force: true });
  });

  it('tells of one by another name, until that is right', async () => {
    await writeDeal('a.md', deal('proposal'));
    const other = uriOf('Sales-Process.yml');
    writeFileSync(other.fsPath, 'back: block\n');
    const told = () => vscode.languages.getDiagnostics(other).map(({ message }) => message);
    await until('the problem is shown', () => /Rename it to sales-process.yaml/.test(told().join()));
    rmSync(other.fsPath);
    await until('the problem is gone', () => told().length === 0);
  });
});
