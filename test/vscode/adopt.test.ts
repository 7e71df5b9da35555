import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { messages } from './support/answers';
import { typing } from './support/typing';
import { until } from './support/until';
import { clear, deal, extension, uriOf, writeDeal } from './support/workspace';

describe('a folder of notes that is adopted', () => {
  const { answer, lists } = typing();
  const { said, press } = messages();
  const { showOpenDialog } = vscode.window;
  const previews: string[] = [];
  let folder: string;
  let listener: vscode.Disposable;

  const path = (name: string) => join(folder, name);
  const adopt = () => {
    Object.assign(vscode.window, { showOpenDialog: () => Promise.resolve([vscode.Uri.file(folder)]) });
    return vscode.commands.executeCommand('dealNotes.adoptNotes');
  };

  before(() => {
    listener = vscode.workspace.onDidOpenTextDocument(document => {
      if (document.uri.scheme === 'deal-notes-import') previews.push(document.getText().trimStart());
    });
  });
  after(() => listener.dispose());
  beforeEach(async () => {
    previews.length = 0;
    await clear();
    await extension();
    const around = join(uriOf('.').fsPath, '..');
    folder = mkdtempSync(join(around, 'vault-'));
    mkdirSync(folder, { recursive: true });
    writeFileSync(path('scanners.md'), '# Scanners\n\nphase:: Demo\ncompany:: Acme\n');
    writeFileSync(path('depot.md'), '---\nphase: Proposal\ncompany: Globex\n---\nNotes.\n');
  });
  afterEach(async () => {
    Object.assign(vscode.window, { showOpenDialog });
    rmSync(folder, { recursive: true, force: true });
    const { pipelines } = await extension();
    await pipelines.refresh();
    await clear();
  });

  it('is shown before, becomes a pipeline, and one undo takes all back', async () => {
    answer('Adopt 2 Notes');
    press('Undo');
    let there = '';
    const watched = vscode.workspace.onDidCreateFiles(() => (there ||= 'made'));
    await adopt();
    watched.dispose();
    assert.match(previews[0]!, /: 2 notes with a stage in “phase”\nNothing is written before/);
    assert.match(previews[0]!, /^company is read as account$/m);
    assert.match(previews[0]!, /^== sales-process\.yaml ==\nfields:\n {2}stage: phase\n/m);
    assert.match(previews[0]!, /^== scanners\.md ==\n---\nphase: Demo\ncompany: Acme\n---\n# Scanners$/m);
    assert.deepEqual(lists[0], [
      '$(check) Adopt 2 Notes',
      '$(check) Adopt 1 Note, Change No Note',
      '$(x) Cancel',
    ]);
    assert.match(said[0]!, /^2 notes adopted from vault-.*; the fields of 1 note moved into front matter\.$/);
    await until('all is taken back', () => !existsSync(path('sales-process.yaml')));
    await until('the note is as it was', () =>
      readFileSync(path('scanners.md'), 'utf8').startsWith('# Scanners'),
    );
  });

  it('has notes named that are no deals by it', async () => {
    writeFileSync(path('other.md'), '---\nStage: Demo\n---\n');
    writeFileSync(path('said.md'), 'Now [stage:: proposal].\n');
    answer('Adopt 2 Notes');
    await adopt();
    assert.match(
      previews[0]!,
      /^== Notes that aren’t deals yet: rename the key of their stage to “phase” ==\nother\.md \(Stage\)$/m,
    );
    assert.match(previews[0]!, /move into front matter by hand ==\nsaid\.md$/m);
    assert.match(said[0]!, /1 note left out, with the stage under another key than “phase”: other\.md/);
    assert.match(said[0]!, /1 note with fields in the text, which aren’t read: said\.md\.$/);
    await vscode.commands.executeCommand('dealNotes.undoMove');
  });

  it('says how many of its notes need attention, as nobody knows their stage', async () => {
    for (const name of ['a', 'b']) writeFileSync(path(`${name}.md`), '---\nphase: Weird\n---\n');
    answer('Adopt 4 Notes');
    await adopt();
    assert.match(said[0]!, /; 2 notes under Needs attention, as their stage isn’t known: Weird\.$/);
    const { pipelines } = await extension();
    const pipeline = pipelines.folders.find(({ uri }) => uri.fsPath === folder)!.pipeline;
    await until('they stand there', () => pipeline.files.needsAttention === 2);
    await vscode.commands.executeCommand('dealNotes.undoMove');
  });

  it('has notes named that can’t be read, with the reason', async () => {
    writeFileSync(path('old.md'), Buffer.from('---\nphase: Demo\ncompany: Café\n---\n', 'latin1'));
    writeFileSync(path('unclosed.md'), '---\nphase: "Demo\n---\n');
    answer('Adopt 2 Notes');
    press('Show All');
    await adopt();
    await until('all are shown', () => previews.length > 1);
    assert.match(previews[1]!, /^old\.md, line 1: .*\nunclosed\.md, line 2: /);
    assert.match(
      previews[0]!,
      /^== Notes that can’t be read ==\nold\.md, line 1: This file is not in UTF-8\..*$/m,
    );
    assert.match(previews[0]!, /^unclosed\.md, line 2: /m);
    assert.ok(said.some(one => /^2 notes of vault-.* can’t be read: old\.md, line 1: /.test(one)));
    await vscode.commands.executeCommand('dealNotes.undoMove');
  });

  it('is offered where most notes have their stage under another key, in the view and at each of them, and in an empty view', async () => {
    const { views, pipelines } = await extension();
    await writeDeal('one.md', '---\ndeal-stage: closing\n---\n');
    assert.ok(!views.pipeline.message);
    const uri = await writeDeal('two.md', '---\ndeal-stage: Proposal\n---\n');
    const told =
      '2 notes have their stage in “deal-stage”. To read them as they are, run Deals: Adopt Notes…';
    await until('the view says it', () => views.pipeline.message === told);
    const actions = () =>
      vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        new vscode.Range(1, 0, 1, 0),
      );
    await vscode.workspace.openTextDocument(uri);
    const { command } = (await actions()).find(({ title }) => title === 'Adopt Notes…')!;
    assert.equal(command!.command, 'dealNotes.adoptNotes');
    assert.equal(String(command!.arguments![0]), String(pipelines.folders[0]!.uri));
    for (const name of ['a.md', 'b.md']) await writeDeal(name, deal('proposal'));
    await until('it is said no longer', () => !views.pipeline.message);
    assert.ok(!(await actions()).some(({ title }) => title === 'Adopt Notes…'));
    const { contributes } = vscode.extensions.getExtension('deal-notes.deal-notes')!.packageJSON as {
      contributes: { viewsWelcome: { contents: string }[] };
    };
    const offering = contributes.viewsWelcome.filter(({ contents }) =>
      contents.includes('(command:dealNotes.adoptNotes)'),
    );
    assert.deepEqual(
      offering.map(({ contents }) => contents.split('\n')[0]),
      ['No deals here yet.', 'No deals in this pipeline yet.'],
    );
  });

  it('changes no note where the person wants it so, and nothing where they think better of it', async () => {
    answer('Cancel');
    await adopt();
    assert.equal(existsSync(path('sales-process.yaml')), false);
    const before = readFileSync(path('scanners.md'), 'utf8');
    answer('Change No Note');
    await adopt();
    assert.equal(readFileSync(path('scanners.md'), 'utf8'), before);
    assert.match(readFileSync(path('sales-process.yaml'), 'utf8'), /^ {2}account: company$/m);
    const { pipelines } = await extension();
    await until('the pipeline is found', () =>
      pipelines.folders.some(({ uri }) => uri.fsPath === vscode.Uri.file(folder).fsPath),
    );
  });
});
