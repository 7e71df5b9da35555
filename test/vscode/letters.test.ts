import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { editorWorkspace } from '../../src/files/editor/workspace';
import { planned, tellOfLetters } from '../../src/commands/letterPlan';
import { addDays, localDay } from '../../src/core/calendar';
import { applyEdits } from '../../src/core/textEdit';
import { messages } from './support/answers';
import { typing } from './support/typing';
import { until } from './support/until';
import { clear, deal, extension, textOf, uriOf, writeDeal } from './support/workspace';

const inDays = (days: number) => addDays(localDay(new Date()), days);
const MAIL = [
  'From: Rita Lee <rita@acme.example>',
  'Subject: Offer',
  `Date: ${inDays(-1)}T12:00:00`,
  '',
  'Hi',
].join('\r\n');
const DEMO = [
  ...['BEGIN:VCALENDAR', 'METHOD:REQUEST', 'BEGIN:VEVENT', 'UID:1', 'SUMMARY:Demo'],
  `DTSTART;VALUE=DATE:${inDays(3).replaceAll('-', '')}`,
  ...['ORGANIZER;CN=Rita Lee:mailto:rita@acme.example', 'END:VEVENT', 'END:VCALENDAR', ''],
].join('\r\n');

describe('mails and invitations', () => {
  const { answer, lists } = typing();
  const run = (...args: unknown[]) => vscode.commands.executeCommand('dealNotes.logFrom', ...args);
  const runWithFile = (...args: unknown[]) => {
    answer('Choose a File');
    return run(...args);
  };
  const { said, press } = messages();
  const { showOpenDialog } = vscode.window;
  let folder: string;

  const choose = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    const uri = vscode.Uri.file(join(folder, name));
    Object.assign(vscode.window, { showOpenDialog: () => Promise.resolve([uri]) });
    return uri;
  };
  const dropped = (...uris: readonly vscode.Uri[]) => {
    const data = new vscode.DataTransfer();
    data.set('text/uri-list', new vscode.DataTransferItem(uris.join('\r\n')));
    return data;
  };

  before(() => (folder = mkdtempSync(join(tmpdir(), 'deal-notes-letters-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(async () => {
    await clear();
    await extension();
    await vscode.env.clipboard.writeText('');
    await writeDeal('letters.md', deal('proposal'));
  });
  afterEach(async () => {
    Object.assign(vscode.window, { showOpenDialog });
    await clear();
  });

  it('are logged from a file, with the contact, and one undo takes all back', async () => {
    choose('mail.eml', MAIL);
    await runWithFile(uriOf('letters.md'));
    assert.match(textOf('letters.md'), new RegExp(`\n- ${inDays(-1)} mail from Rita Lee: Offer\n`));
    assert.match(textOf('letters.md'), /\n {2}- \{name: Rita Lee, email: rita@acme\.example\}\n/);
    await vscode.commands.executeCommand('dealNotes.undoMove');
    assert.equal(textOf('letters.md'), deal('proposal'));
  });

  it('are logged from the clipboard, and the meeting becomes the next step if the person says so', async () => {
    await vscode.env.clipboard.writeText(DEMO);
    answer('From the Clipboard');
    press('Set Next Step');
    await run(uriOf('letters.md'));
    assert.deepEqual(
      lists[0]!.map(label => label.replace(/^\$\(\w+\) /, '')),
      ['Choose a File…', 'From the Clipboard'],
    );
    await until('the next step is set', () =>
      /^next_step: ['"]Meeting: Demo['"]$/m.test(textOf('letters.md')),
    );
    assert.ok(textOf('letters.md').includes(`next_step_on: ${inDays(3)}\n`));
    assert.match(
      textOf('letters.md'),
      new RegExp(`\n- ${inDays(0)} invitation from Rita Lee: Demo, ${inDays(3)}\n`),
    );
  });

  it('set no next step where they were undone while the question stood there', async () => {
    choose('demo.ics', DEMO);
    const { showInformationMessage } = vscode.window;
    let press = (_: string) => {};
    const later = new Promise<string>(resolve => (press = resolve));
    const ask = (message: string, ...buttons: string[]) => {
      void showInformationMessage(message, ...buttons);
      return buttons.includes('Set Next Step') ? later : Promise.resolve(undefined);
    };
    Object.assign(vscode.window, { showInformationMessage: ask });
    await runWithFile(uriOf('letters.md'));
    await vscode.commands.executeCommand('dealNotes.undoMove');
    assert.equal(textOf('letters.md'), deal('proposal'));
    press('Set Next Step');
    const told = new RegExp(`The log no longer has “invitation from Rita Lee: Demo, ${inDays(3)}”`);
    await until('it is said', () => said.some(one => told.test(one)));
    assert.equal(textOf('letters.md'), deal('proposal'));
  });

  it('leave nothing where the person presses Escape, at whichever question', async () => {
    const canceled = () => Object.assign(vscode.window, { showOpenDialog: () => Promise.resolve(undefined) });
    answer(undefined);
    await run();
    assert.equal(lists.length, 1);
    answer(undefined);
    await run(uriOf('letters.md'));
    canceled();
    await runWithFile(uriOf('letters.md'));
    assert.equal(lists.length, 3);
    assert.deepEqual(said, []);
    assert.equal(textOf('letters.md'), deal('proposal'));
  });

  it('propose the next step of the deal that has the meeting, where another one could not be logged in', async () => {
    await writeDeal('broken.md', deal('proposal', 'value: "5\n'));
    choose('demo.ics', DEMO);
    press('Set Next Step');
    answer('Choose a File');
    await run({ uri: uriOf('broken.md') }, [{ uri: uriOf('broken.md') }, { uri: uriOf('letters.md') }]);
    await until('the next step is set', () => textOf('letters.md').includes(`next_step_on: ${inDays(3)}\n`));
  });

  it('are asked for before the clipboard is read, as a browser asks the person then, and an empty one is told', async () => {
    answer('From the Clipboard');
    await run(uriOf('letters.md'));
    assert.equal(lists[0]!.length, 2);
    assert.match(said.join('\n'), /^Clipboard: There is nothing in it to log\.$/);
    assert.equal(textOf('letters.md'), deal('proposal'));
  });

  it('leave the next step alone unless the person says so, and say why nothing can be logged', async () => {
    choose('demo.ics', DEMO);
    await runWithFile(uriOf('letters.md'));
    assert.doesNotMatch(textOf('letters.md'), /next_step/);
    const before = textOf('letters.md');
    choose('broken.ics', 'BEGIN:VCALENDAR\r\nnonsense');
    await runWithFile(uriOf('letters.md'));
    assert.match(said.join('\n'), /broken\.ics: This invitation can’t be read/);
    assert.equal(textOf('letters.md'), before);
  });

  it('are logged in the deal on whose row they are dropped, and nowhere else', async () => {
    const { drag, tree, pipelines } = await extension();
    const [home] = pipelines.folders;
    const data = dropped(choose('mail.eml', MAIL));
    await drag.handleDrop({ kind: 'group', folder: home!, group: 'proposal' } as never, data);
    assert.match(said.join(), /Drop a mail or an invitation on the deal/);
    assert.equal(textOf('letters.md'), deal('proposal'));
    await drag.handleDrop(tree.dealNode(home!, 'letters.md')! as never, data);
    assert.match(textOf('letters.md'), /mail from Rita Lee: Offer/);
  });

  it('are told apart from files that can be none of a deal, which are named, dropped from wherever', async () => {
    const { drag, tree, pipelines } = await extension();
    const row = tree.dealNode(pipelines.folders[0]!, 'letters.md')!;
    const outside = new vscode.DataTransfer();
    const item = new vscode.DataTransferItem('');
    const file = { name: 'notes.docx', data: () => Promise.resolve(new Uint8Array()) };
    outside.set('files', Object.assign(item, { asFile: () => file }));
    const inside = dropped(vscode.Uri.file(join(folder, 'offer.pdf')));
    for (const data of [outside, inside])
      for (const target of [row, undefined]) await drag.handleDrop(target as never, data);
    const names = said.map(words => /^(\S+) can’t be dropped here\. Tables /.exec(words)?.[1]);
    assert.deepEqual(names, ['notes.docx', 'notes.docx', 'offer.pdf', 'offer.pdf']);
    assert.equal(textOf('letters.md'), deal('proposal'));
  });

  it('are told to be there already, in one sentence, where they are logged again, and undo takes back the first time', async () => {
    choose('mail.eml', MAIL);
    await runWithFile(uriOf('letters.md'));
    const once = textOf('letters.md');
    said.length = 0;
    await runWithFile(uriOf('letters.md'));
    assert.equal(textOf('letters.md'), once);
    assert.deepEqual(said, [
      `Acme, scanners: already logged on ${inDays(-1)}, not added again: “mail from Rita Lee: Offer”`,
    ]);
    await vscode.commands.executeCommand('dealNotes.undoMove');
    assert.equal(textOf('letters.md'), deal('proposal'));
  });

  it('are all logged where several are dropped, and those that can’t be are told', async () => {
    const { pipelines } = await extension();
    const workspace = editorWorkspace(pipelines, { knownIn: async () => ({}) });
    const document = await vscode.workspace.openTextDocument(uriOf('letters.md'));
    const uris = [
      choose('mail.eml', MAIL),
      choose('broken.ics', 'BEGIN:VCALENDAR\r\nnonsense'),
      choose('demo.ics', DEMO),
      choose('again.eml', MAIL),
    ];
    const all = await planned(pipelines, workspace, document, dropped(...uris));
    assert.deepEqual(
      all!.plans.map(({ logged, wasThere }) => [logged.what, wasThere]),
      [
        ['mail from Rita Lee: Offer', false],
        [`invitation from Rita Lee: Demo, ${inDays(3)}`, false],
        ['mail from Rita Lee: Offer', true],
      ],
    );
    const after = applyEdits(document.getText(), all!.edits);
    assert.equal(after.match(/mail from Rita Lee: Offer/g)!.length, 1);
    assert.match(after, /invitation from Rita Lee: Demo/);
    tellOfLetters(all!);
    assert.match(said.join('\n'), /broken\.ics: This invitation can’t be read.*\n.*already logged on/);
  });

  it('are planned for the deal into whose editor they are dropped, and not for any other text', async () => {
    const { pipelines } = await extension();
    const workspace = editorWorkspace(pipelines, { knownIn: async () => ({}) });
    const data = dropped(choose('mail.eml', MAIL));
    const document = await vscode.workspace.openTextDocument(uriOf('letters.md'));
    const plan = await planned(pipelines, workspace, document, data);
    assert.match(plan!.edits.map(({ text }) => text).join(), /mail from Rita Lee: Offer/);
    const other = await vscode.workspace.openTextDocument({ language: 'markdown', content: '# Note' });
    assert.equal(await planned(pipelines, workspace, other, data), undefined);
    assert.equal(await planned(pipelines, workspace, document, dropped(uriOf('letters.md'))), undefined);
  });
});
