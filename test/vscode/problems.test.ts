import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { withSettings } from './support/settings';
import { until } from './support/until';
import { clear, deal, extension, textOf, uriOf, writeDeal, writeProcess } from './support/workspace';

const { DiagnosticSeverity } = vscode;

const inFile = (name: string) => vscode.languages.getDiagnostics(uriOf(name));
const codesIn = (name: string) => inFile(name).map(({ code }) => String(code));
const untilCodes = (name: string, ...codes: string[]) =>
  until(
    () => `${name} has ${codes.join(', ')}; it has ${codesIn(name).join(', ')}`,
    () => String(codesIn(name).sort()) === String(codes.sort()),
  );

/** The editor has fixes for a text only that it holds, and may still hold what an earlier test, or the first try of this one, has written. */
async function held(name: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uriOf(name));
  const written = new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(name)));
  await until(`${name} is as it was written`, () => document.getText() === written);
}

/** What the light bulb offers for a problem. */
async function offered(name: string, code: string): Promise<vscode.CodeAction[]> {
  const problem = inFile(name).find(one => one.code === code);
  assert.ok(problem, `${code} is not among ${codesIn(name).join()}`);
  await held(name);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uriOf(name),
    problem.range,
    vscode.CodeActionKind.QuickFix.value,
  );
}

/** What the light bulb offers at a place. */
async function waysOutAt(uri: vscode.Uri, at: vscode.Position): Promise<string[]> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    new vscode.Range(at, at),
  );
  return actions.map(({ title }) => title);
}

describe('problems of deal files', () => {
  beforeEach(clear);
  after(clear);

  it('are told of files that nobody has opened, at the very place', async () => {
    await writeDeal('a.md', '---\ntitle: A\nstage: propsal # hm\n---\n');
    await untilCodes('a.md', 'unknown-stage');
    const [{ range, severity, source }] = inFile('a.md') as [vscode.Diagnostic];
    assert.deepEqual([range.start.line, range.start.character, range.end.character], [2, 7, 14]);
    assert.deepEqual([severity, source], [DiagnosticSeverity.Error, 'Deal Notes']);
  });

  it('that are only missing are told in an open file, and put no warning on the deal', async () => {
    const uri = await writeDeal('quiet.md', deal('proposal'));
    await writeDeal('b.md', '---\nstage: x\n---\n');
    await untilCodes('b.md', 'unknown-stage');
    assert.deepEqual(codesIn('quiet.md'), []);
    await vscode.window.showTextDocument(uri);
    await untilCodes('quiet.md', 'no-next-step');
    assert.equal(inFile('quiet.md')[0]!.severity, DiagnosticSeverity.Hint);
    const entry = (await extension()).pipelines.entryAt(uri);
    assert.deepEqual(entry?.kind === 'deal' && entry.problems, []);
  });

  it('name the other file of a deal that is there twice, until it is another deal', async () => {
    await writeDeal('one.md', deal('proposal'));
    await writeDeal('two.md', `${deal('proposal')}More.\n`);
    await untilCodes('one.md', 'duplicate-deal');
    await untilCodes('two.md', 'duplicate-deal');
    const [{ relatedInformation, severity }] = inFile('one.md') as [vscode.Diagnostic];
    assert.equal(relatedInformation?.[0]?.location.uri.toString(), uriOf('two.md').toString());
    assert.equal(severity, DiagnosticSeverity.Information);
    await writeDeal('two.md', deal('proposal').replace('title: Acme', 'title: Globex'));
    await untilCodes('one.md');
    await untilCodes('two.md');
  });

  it('name the file of which one is a copy, and offer to compare both and to remove the copy', async () => {
    await writeDeal('one (1).md', `${deal('proposal')}More.\n`);
    await untilCodes('one (1).md');
    await writeDeal('one.md', deal('proposal'));
    await untilCodes('one (1).md', 'copied-file');
    await untilCodes('one.md');
    await held('one (1).md');
    const titles = await waysOutAt(uriOf('one (1).md'), new vscode.Position(0, 0));
    assert.ok(
      titles.includes('Compare Both Files') && titles.includes('Move This Copy to the Bin'),
      titles.join(),
    );
  });

  it('have their ways out also while the files are looked at anew', async () => {
    await writeDeal('first.md', deal('proposal'));
    const uri = await writeDeal('first (1).md', deal('proposal'));
    await until('the copy is told', () => codesIn('first (1).md').includes('copied-file'));
    const editor = await vscode.window.showTextDocument(uri);
    for (let edits = 1; edits <= 20; edits++) {
      assert.ok(await editor.edit(edit => edit.insert(new vscode.Position(8, 0), `${edits}\n`)));
      // It is looked at a moment after it was edited: all the time until then, and after.
      for (let asked = 0; asked < 10; asked++) {
        const titles = await waysOutAt(uri, new vscode.Position(0, 0));
        assert.ok(titles.includes('Compare Both Files'), `${titles.join()}, after edit ${edits}`);
      }
    }
  });

  it('that the process makes are told when there is another process', async () => {
    const skipped = deal('proposal').replace(
      '---\nNotes',
      '  - {on: 2026-01-13, stage: closing}\n---\nNotes',
    );
    await writeDeal('skipped.md', skipped.replace('stage: proposal\n', 'stage: closing\n'));
    await writeProcess('skip: block\n');
    await untilCodes('skipped.md', 'skipped-stage');
    await writeProcess('skip: allow\n');
    await untilCodes('skipped.md');
  });

  it('are told by new rules of a deal that nobody has opened or changed, and duplicates stay known', async () => {
    await writeProcess('stages: {qualification: {required: [po_number]}}\nmissing_fields: allow\n');
    const moved = deal('proposal').replace('stage: proposal}', 'stage: qualification}');
    assert.match(moved, /stage: qualification\}/);
    await writeDeal(
      'moved.md',
      moved.replace('---\nNotes', '  - {on: 2026-01-13, stage: proposal}\n---\nNotes'),
    );
    await writeDeal('b.md', '---\nstage: x\n---\n');
    await untilCodes('b.md', 'unknown-stage');
    assert.deepEqual(codesIn('moved.md'), []);
    const severity = (of: vscode.DiagnosticSeverity) =>
      until(`it is of severity ${of}`, () => inFile('moved.md')[0]?.severity === of);
    await writeProcess('stages: {qualification: {required: [po_number]}}\nmissing_fields: warn\n');
    await severity(DiagnosticSeverity.Information);
    await writeProcess('stages: {qualification: {required: [po_number]}}\nmissing_fields: block\n');
    await severity(DiagnosticSeverity.Warning);
    assert.deepEqual(codesIn('moved.md'), ['missing-field']);
    await writeDeal('again.md', moved);
    await until('it is there twice', () => codesIn('moved.md').includes('duplicate-deal'));
  });

  it('follow the text while it is typed', async () => {
    // Of a name that other tests have written too, the editor may still show what they wrote.
    const name = 'typed-in.md';
    const uri = await writeDeal(name, '---\ntitle: A\nstage: propsal\n---\n');
    const editor = await vscode.window.showTextDocument(uri);
    await untilCodes(name, 'unknown-stage');
    assert.ok(await editor.edit(edit => edit.insert(new vscode.Position(1, 0), '# first\n')));
    await until('it has moved', () => inFile(name)[0]?.range.start.line === 3);
  });
});

describe('quick fixes', () => {
  beforeEach(clear);
  after(clear);

  for (const [code, before, after] of [
    ['unknown-stage', 'stage: propsal', 'stage: proposal'],
    ['unquoted-colon', 'stage: proposal\ntitle: Acme: scanners', "stage: proposal\ntitle: 'Acme: scanners'"],
    ['tab-indentation', 'stage: proposal\ntags:\n\t- a', 'stage: proposal\ntags:\n  - a'],
    ['invalid-yaml', 'stage: proposal\nowner: @dana', "stage: proposal\nowner: '@dana'"],
    ['duplicate-key', 'stage: proposal\nvalue: 1\nvalue: 1', 'stage: proposal\nvalue: 1'],
    ['invalid-date', 'stage: proposal\ncreated: 18.12.2026', 'stage: proposal\ncreated: 2026-12-18'],
    ['invalid-value', 'stage: proposal\nvalue: "48k"', 'stage: proposal\nvalue: 48000'],
    ['invalid-currency', 'stage: proposal\ncurrency: €', 'stage: proposal\ncurrency: EUR'],
    ['invalid-probability', 'stage: proposal\nprobability: 60%', 'stage: proposal\nprobability: 60'],
    ['unknown-status', 'stage: proposal\nstatus: active', 'stage: proposal\nstatus: open'],
    [
      'history-order',
      'stage: proposal\nhistory:\n  - {on: 2026-02-01, stage: proposal}\n  - {on: 2026-01-01, stage: lead}',
      'stage: proposal\nhistory:\n  - {on: 2026-01-01, stage: lead}\n  - {on: 2026-02-01, stage: proposal}',
    ],
  ] as const) {
    it(`for ${code}`, async () => {
      const name = `${code}.md`;
      await writeDeal(name, `---\n${before}\n---\nNotes.\n`);
      await until('it is told', () => codesIn(name).includes(code));
      const actions = await offered(name, code);
      const preferred = actions.filter(({ isPreferred }) => isPreferred);
      assert.equal(preferred.length, 1, actions.map(({ title }) => title).join());
      assert.ok(await vscode.workspace.applyEdit(preferred[0]!.edit!));
      const document = await vscode.workspace.openTextDocument(uriOf(name));
      assert.equal(document.getText(), `---\n${after}\n---\nNotes.\n`);
      await until('it is no longer told', () => !codesIn(name).includes(code));
      await document.save();
    });
  }

  it('for a conflict tell what the deal is by each side', async () => {
    const text = '---\n<<<<<<< a\nstage: closing\n=======\nstage: proposal\n>>>>>>> b\n---\n';
    await writeDeal('conflict.md', text);
    await untilCodes('conflict.md', 'conflict-markers');
    const titles = (await offered('conflict.md', 'conflict-markers')).map(({ title }) => title);
    // The editor has some of its own, behind ours.
    assert.deepEqual(titles.slice(0, 2), ['Open, in Closing (a’s side)', 'Open, in Proposal (b’s side)']);
  });

  it('are there for files outside of all pipelines not at all', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: '---\nstage: propsal\n---\n',
    });
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(1, 0, 1, 5),
    );
    assert.deepEqual(
      actions.filter(({ title }) => title.includes('proposal')),
      [],
    );
  });

  it('that are safe are made on saving, if that is wished', async () => {
    const uri = await writeDeal('saved.md', '---\nstage: propsal\nvalue: "48k"\ncurrency: €\n---\nNotes.\n');
    await withSettings(
      { 'editor.codeActionsOnSave': { 'source.fixAll.dealNotes': 'explicit' } },
      async () => {
        const editor = await vscode.window.showTextDocument(uri);
        await editor.edit(edit => edit.insert(new vscode.Position(5, 0), 'More. '));
        await vscode.commands.executeCommand('workbench.action.files.save');
        await until('it is saved', () => !editor.document.isDirty);
      },
    );
    assert.equal(textOf('saved.md'), '---\nstage: propsal\nvalue: 48000\ncurrency: EUR\n---\nMore. Notes.\n');
  });
});

describe('problems of the process', () => {
  beforeEach(clear);
  after(clear);
  const NAME = 'sales-process.yaml';

  it('of a rule that is misspelled keep what was known, until the key is written as it was meant', async () => {
    await writeDeal('a.md', deal('proposal'));
    await writeProcess('currency: EUR\nSkip: block\n');
    await untilCodes(NAME, 'unknown-key');
    const all = await offered(NAME, 'unknown-key');
    const fix = all.find(({ title }) => title === 'Write “skip”');
    assert.ok(fix, all.map(({ title }) => title).join());
    assert.ok(await vscode.workspace.applyEdit(fix.edit!));
    assert.ok(await (await vscode.workspace.openTextDocument(uriOf(NAME))).save());
    await untilCodes(NAME);
    const { process } = (await extension()).pipelines.folderOf(uriOf('a.md'))!.pipeline;
    assert.deepEqual([process.skip, process.unknownRules], ['block', undefined]);
  });

  it('of a file that is called something else let no deal be moved, until it is renamed', async () => {
    await writeDeal('a.md', deal('proposal'));
    const other = 'sales-process (1).yaml';
    await vscode.workspace.fs.writeFile(uriOf(other), new TextEncoder().encode('back: block\n'));
    const { pipelines } = await extension();
    await pipelines.refresh();
    await untilCodes(other, 'misnamed-process-file');
    const rules = () => pipelines.folderOf(uriOf('a.md'))!.pipeline.process;
    assert.equal(rules().unknownRules?.code, 'misnamed-process-file');
    const all = await offered(other, 'misnamed-process-file');
    const fix = all.find(({ title }) => title === 'Rename the File to sales-process.yaml');
    assert.ok(await vscode.workspace.applyEdit(fix!.edit!));
    await until('it is the process', () => rules().back === 'block' && !rules().unknownRules);
    await untilCodes(other);
  });

  it('of calls in a file that is called something else is told, until it is renamed', async () => {
    await writeDeal('a.md', deal('proposal'));
    const other = 'forecast.yml';
    const calls = 'dana:\n  - {on: 2026-10-05, period: 2026-Q4, amount: 120000}\n';
    await vscode.workspace.fs.writeFile(uriOf(other), new TextEncoder().encode(calls));
    const { pipelines } = await extension();
    await pipelines.refresh();
    await untilCodes(other, 'misnamed-calls-file');
    const { pipeline } = pipelines.folderOf(uriOf('a.md'))!;
    assert.equal(pipeline.calls.length, 0);
    const all = await offered(other, 'misnamed-calls-file');
    const fix = all.find(({ title }) => title === 'Rename the File to forecast.yaml');
    assert.ok(await vscode.workspace.applyEdit(fix!.edit!));
    await until('its calls count', () => pipeline.calls.length === 1);
    await untilCodes(other);
    await vscode.workspace.fs.delete(uriOf('forecast.yaml'));
  });
});
