import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { withSettings } from './support/settings';
import { until } from './support/until';
import { clear, deal, textOf, uriOf, writeDeal } from './support/workspace';

const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(`dealNotes.${command}`, ...args);

/** A message as it stands there, until a button of it is pressed. */
interface Message {
  readonly text: string;
  readonly buttons: readonly string[];
  readonly press: (button: string) => void;
}

describe('what a command has done', () => {
  const { createStatusBarItem, showInformationMessage, showWarningMessage } = vscode.window;
  let items: vscode.StatusBarItem[] = [];
  let messages: Message[] = [];
  const texts = () => items.map(({ text }) => text);
  beforeEach(async () => {
    await clear();
    [items, messages] = [[], []];
    const created = (id: string, alignment: vscode.StatusBarAlignment, priority: number) => {
      const item = createStatusBarItem(id, alignment, priority);
      const { dispose } = item;
      item.dispose = () => {
        items = items.filter(one => one !== item);
        dispose.call(item);
      };
      items.push(item);
      return item;
    };
    const told = (text: string, ...buttons: string[]) =>
      new Promise(press => messages.push({ text, buttons, press }));
    Object.assign(vscode.window, {
      createStatusBarItem: created,
      showInformationMessage: told,
      showWarningMessage: told,
    });
  });
  afterEach(() =>
    Object.assign(vscode.window, { createStatusBarItem, showInformationMessage, showWarningMessage }),
  );
  after(clear);

  it('is said in the status bar, once, with an Undo that goes when it is undone', () =>
    withSettings({ 'dealNotes.messages': 'statusBar' }, async () => {
      await writeDeal('a.md', deal('proposal').replace('Acme, scanners', '$(x) Acme'));
      await run('advanceStage', uriOf('a.md'));
      await run('advanceStage', uriOf('a.md'));
      assert.deepEqual(texts(), ['$(check) \\$(x) Acme → Closing $(discard) Undo']);
      assert.equal(items[0]!.command, 'dealNotes.undoMove');
      await run('undoMove');
      assert.deepEqual(texts(), ['$(check) Undone: \\$(x) Acme']);
      assert.equal(items[0]!.command, undefined);
      assert.match(textOf('a.md'), /^stage: negotiation$/m);
      assert.deepEqual(messages, []);
    }));

  it('is said no longer where the editor has taken it back', () =>
    withSettings({ 'dealNotes.messages': 'statusBar' }, async () => {
      const document = await vscode.workspace.openTextDocument(await writeDeal('a.md', deal('proposal')));
      await vscode.window.showTextDocument(document);
      await run('advanceStage');
      assert.equal(items.length, 1);
      await vscode.commands.executeCommand('undo');
      await until('it is gone', () => !items.length);
      assert.equal(document.getText(), deal('proposal'));
    }));

  it('is a notification where it is about several, or where that is chosen', async () => {
    const nodes = [
      { uri: await writeDeal('a.md', deal('proposal')) },
      { uri: await writeDeal('b.md', deal('proposal')) },
    ];
    await withSettings({ 'dealNotes.messages': 'statusBar' }, async () => {
      await run('advanceStage', nodes[0], nodes);
    });
    await run('advanceStage', nodes[0]);
    await until('both are told', () => messages.length === 2);
    assert.deepEqual(
      messages.map(({ text, buttons }) => [text, ...buttons]),
      [
        ['2 deals → Objections and negotiations', 'Undo', 'Show All…'],
        ['Acme, scanners → Closing', 'Undo'],
      ],
    );
    assert.deepEqual(items, []);
  });

  it('is said to be undone already, where the Undo of an old message is pressed', async () => {
    await writeDeal('a.md', deal('proposal'));
    await run('advanceStage', uriOf('a.md'));
    await until('it is told', () => messages.length === 1);
    await run('undoMove');
    messages[0]!.press('Undo');
    await until('that is told too', () => messages.length === 3);
    assert.equal(messages[2]!.text, 'This is undone already.');
    assert.equal(textOf('a.md'), deal('proposal'));
  });

  it('is plain where there was nothing to do', async () => {
    await writeDeal('a.md', deal('proposal'));
    await run('reopen', uriOf('a.md'));
    await until('it is told', () => messages.length === 1);
    assert.match(messages[0]!.text, /^Acme, scanners is already open\.$/);
    assert.deepEqual(messages[0]!.buttons, []);
  });
});
