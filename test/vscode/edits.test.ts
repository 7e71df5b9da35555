import assert from 'node:assert/strict';
import { chmodSync, existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { localDay } from '../../src/core/calendar';
import { messages } from './support/answers';
import { withSettings } from './support/settings';
import { listTakenBy } from './support/typing';
import { until } from './support/until';
import { bytesOf, clear, deal, extension, textOf, uriOf, writeDeal } from './support/workspace';

const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(`dealNotes.${command}`, ...args);

/** A deal in Proposal after it was advanced: one changed line and one added line. */
function advanced(before: string): string {
  const today = localDay(new Date());
  return before
    .replace('stage: proposal', 'stage: negotiation')
    .replace(/(\{on: 2026-01-12, stage: proposal\}(\r?\n))/, `$1  - {on: ${today}, stage: negotiation}$2`);
}

async function show(uri: vscode.Uri, column = vscode.ViewColumn.One): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { viewColumn: column, preview: false });
  return document;
}

/** With what savers change: blanks at the end of a line, no last line end, a list that a formatter would rewrite. */
const untidy = deal('proposal', 'tags:   [a,b]\n').replace('Notes.\n', 'Notes.   \n\n\n* a\n* b');

/** Settings that change more in a file when it is saved. */
const SAVERS = {
  'files.insertFinalNewline': true,
  'files.trimFinalNewlines': true,
  'files.trimTrailingWhitespace': true,
  'editor.formatOnSave': true,
  'files.eol': '\r\n',
};

describe('changing a deal file in the editor', () => {
  const { said, press } = messages();
  beforeEach(clear);
  after(clear);

  /** A formatter that leaves its mark at the end of each file that is formatted. */
  async function withFormatter(run: () => Promise<void>): Promise<void> {
    const formatter = vscode.languages.registerDocumentFormattingEditProvider('markdown', {
      provideDocumentFormattingEdits: document => [
        vscode.TextEdit.insert(document.positionAt(document.getText().length), 'formatted'),
      ],
    });
    try {
      await run();
    } finally {
      formatter.dispose();
    }
  }

  it('writes nothing but the change into a file that is not open, whatever the settings for saving say', async () => {
    const uri = await writeDeal('untidy.md', untidy);
    await withFormatter(() => withSettings(SAVERS, async () => void (await run('advanceStage', uri))));
    assert.equal(textOf('untidy.md'), advanced(untidy));
  });

  it('lets the formatter have its way with an open file, and undo takes back the move', async () => {
    const before = deal('proposal');
    const document = await show(await writeDeal('formatted.md', before));
    await withFormatter(() =>
      withSettings({ 'editor.formatOnSave': true }, async () => {
        await run('advanceStage');
        assert.equal(textOf('formatted.md'), `${advanced(before)}formatted`);
      }),
    );
    assert.equal(document.isDirty, false);
    await run('undoMove');
    assert.equal(textOf('formatted.md'), before);
  });

  it('lets the editor save an open file in its way, and undo takes back the whole of it', async () => {
    const uri = await writeDeal('open.md', untidy);
    const document = await show(uri);
    await withSettings({ 'files.insertFinalNewline': true, 'files.eol': '\r\n' }, async () => {
      await run('advanceStage');
      assert.equal(textOf('open.md'), `${advanced(untidy)}\n`);
      await run('undoMove');
    });
    assert.equal(document.getText().trimEnd(), untidy);
    assert.equal(document.isDirty, false);
  });

  for (const [what, prepare] of [
    ['that is not open', async () => undefined],
    ['that is open', async (uri: vscode.Uri) => void (await show(uri))],
  ] as const) {
    it(`keeps mixed line ends in a file ${what}`, async () => {
      const mixed = deal('proposal')
        .replace('title: Acme, scanners\n', 'title: Acme\r\n')
        .replace('Notes.', 'a\rb');
      const uri = await writeDeal(`mixed-${what.replaceAll(' ', '-')}.md`, mixed);
      const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
      await prepare(uri);
      await run('advanceStage', uri);
      assert.equal(textOf(name), advanced(mixed));
      await run('undoMove');
      assert.equal(textOf(name), mixed);
    });

    it(`keeps the bytes of a file ${what} where the editor reads another encoding`, async () => {
      const name = `café-${what.replaceAll(' ', '-')}.md`;
      const before = deal('proposal').replace('Notes.', 'Zoë, 見積');
      await withSettings({ 'files.encoding': 'windows1252' }, async () => {
        const uri = await writeDeal(name, before);
        await prepare(uri);
        await run('advanceStage', uri);
      });
      assert.equal(textOf(name), advanced(before));
    });
  }

  it('shows the move in all editors of a file, and undoes it in all', async () => {
    const before = deal('proposal');
    const uri = await writeDeal('two-editors.md', before);
    const document = await show(uri);
    await show(uri, vscode.ViewColumn.Two);
    assert.equal(vscode.window.visibleTextEditors.filter(editor => editor.document === document).length, 2);
    await run('advanceStage');
    for (const editor of vscode.window.visibleTextEditors) {
      assert.equal(editor.document.getText(), advanced(before));
    }
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  describe('while a person chooses', () => {
    /** Asks for a stage, does something meanwhile, and then chooses the seventh. */
    async function choosing(uri: vscode.Uri, meanwhile: () => Promise<void> | void): Promise<void> {
      const { createQuickPick } = vscode.window;
      const created = () =>
        listTakenBy(createQuickPick, async items => {
          await meanwhile();
          return items.find(item => 'stage' in item && item.stage === 'closing');
        });
      Object.assign(vscode.window, { createQuickPick: created });
      try {
        await run('setStage', uri);
      } finally {
        Object.assign(vscode.window, { createQuickPick });
      }
    }

    for (const isOpen of [false, true]) {
      it(`takes the text as another program left it, of ${isOpen ? 'an open file' : 'a file that is not open'}`, async () => {
        const uri = await writeDeal(`pulled-${isOpen}.md`, deal('proposal'));
        if (isOpen) await show(uri);
        const pulled = deal('qualification', 'owner: ines\n');
        await choosing(uri, () => writeFileSync(uri.fsPath, pulled));
        const text = textOf(`pulled-${isOpen}.md`);
        assert.match(text, /^stage: closing\nowner: ines$/m);
        assert.match(text, /^ {2}- \{on: 2026-01-12, stage: qualification\}\n.*closing\}$/m);
      });

      it(`does not bring back a file that was deleted, ${isOpen ? 'open' : 'not open'}`, async () => {
        const uri = await writeDeal(`deleted-${isOpen}.md`, deal('proposal'));
        if (isOpen) await show(uri);
        await choosing(uri, () => rmSync(uri.fsPath));
        assert.equal(existsSync(uri.fsPath), false);
        await until('it is told', () => said.length > 0);
        assert.match(said.join(), /deleted-.*(doesn’t exist|no longer exists)/);
        const { pipelines } = await extension();
        await until('the deal is gone', () => pipelines.entryAt(uri) === undefined);
      });
    }

    it('leaves a file alone that git moved elsewhere', async () => {
      const uri = await writeDeal('here.md', deal('proposal'));
      await choosing(uri, () => renameSync(uri.fsPath, uriOf('there.md').fsPath));
      assert.deepEqual(readdirSync(dirname(uri.fsPath)), ['there.md']);
      assert.equal(textOf('there.md'), deal('proposal'));
      await until('it is told', () => said.some(message => /here\.md/.test(message)));
    });
  });

  for (const isOpen of [false, true]) {
    it(`leaves a write-protected file alone, ${isOpen ? 'open' : 'not open'}, and says why`, async () => {
      const name = `protected-${isOpen}.md`;
      const uri = await writeDeal(name, deal('proposal'));
      chmodSync(uri.fsPath, 0o444);
      const document = isOpen ? await show(uri) : undefined;
      const before = statSync(uri.fsPath);
      await run('advanceStage', uri);
      assert.equal(textOf(name), deal('proposal'));
      const after = statSync(uri.fsPath);
      assert.deepEqual(
        [after.mtimeMs, after.ctimeMs, after.mode],
        [before.mtimeMs, before.ctimeMs, before.mode],
      );
      assert.notEqual(document?.isDirty, true);
      await until('it is told', () => said.length > 0);
      assert.match(said.join(), /protected-.*write-protected/);
    });
  }

  it('saves with the rest what was not saved, where the editor saves by itself', async () => {
    const uri = await writeDeal('auto.md', deal('proposal'));
    await withSettings({ 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 50 }, async () => {
      const document = await show(uri);
      const editor = vscode.window.activeTextEditor!;
      await editor.edit(edit =>
        edit.insert(document.positionAt(document.getText().length), 'Called them.\n'),
      );
      await run('advanceStage');
      await until('it is saved', () => textOf('auto.md') === advanced(`${deal('proposal')}Called them.\n`));
    });
  });

  it('leaves the bytes and the times of a file alone that it refuses', async () => {
    const uri = await writeDeal('refused.md', deal('proposal', 'stage: closing\n'));
    const before = statSync(uri.fsPath);
    await run('advanceStage', uri);
    const after = statSync(uri.fsPath);
    assert.deepEqual([after.mtimeMs, after.ctimeMs, after.ino], [before.mtimeMs, before.ctimeMs, before.ino]);
  });

  describe('many at once', () => {
    async function five(): Promise<{ uri: vscode.Uri }[]> {
      const nodes: { uri: vscode.Uri }[] = [];
      for (const name of ['a', 'b', 'c', 'd', 'e'])
        nodes.push({ uri: await writeDeal(`${name}.md`, deal('proposal')) });
      return nodes;
    }
    const texts = () => ['a', 'b', 'c', 'd', 'e'].map(name => textOf(`${name}.md`));

    it('is taken back by one undo, in open files and others', async () => {
      const nodes = await five();
      await show(nodes[0]!.uri);
      await show(nodes[3]!.uri);
      await run('advanceStage', nodes[0], nodes);
      assert.deepEqual(
        texts(),
        Array.from({ length: 5 }, () => advanced(deal('proposal'))),
      );
      await run('undoMove');
      assert.deepEqual(
        texts(),
        Array.from({ length: 5 }, () => deal('proposal')),
      );
      const isAllUndone = () => said.includes('Nothing to undo.');
      for (let move = 0; move < 20 && !isAllUndone(); move++) await run('undoMove');
      assert.ok(isAllUndone(), 'does not end');
    });

    it('is undone where nobody has changed the file since, and told of the others', async () => {
      const nodes = await five();
      await run('advanceStage', nodes[0], nodes);
      const changed = textOf('b.md').replace('Notes.', 'Notes and more.');
      writeFileSync(nodes[1]!.uri.fsPath, changed);
      await run('undoMove');
      assert.deepEqual(
        texts(),
        ['a', 'b', 'c', 'd', 'e'].map(name => (name === 'b' ? changed : deal('proposal'))),
      );
      assert.match(said.at(-1)!, /b\.md: It has changed since, so it was left as it is\./);
    });

    it('is told deal by deal, and what failed can be tried again', async () => {
      const nodes = await five();
      writeFileSync(nodes[1]!.uri.fsPath, deal('proposal', 'stage: closing\n'));
      writeFileSync(nodes[2]!.uri.fsPath, deal('proposal').replace('Acme, scanners', 'Acme: scanners'));
      const original = vscode.window.showQuickPick;
      const listed: { label: string; description?: string; detail?: string }[] = [];
      Object.assign(vscode.window, {
        showQuickPick: (items: typeof listed) => Promise.resolve(void listed.push(...items)),
      });
      press('Show All…');
      try {
        await run('advanceStage', nodes[0], nodes);
        await until('all are listed', () => listed.length > 0);
      } finally {
        Object.assign(vscode.window, { showQuickPick: original });
      }
      assert.ok(
        said.some(message => message.startsWith('3 deals → ')),
        said.join('\n'),
      );
      assert.ok(
        said.some(message => message.startsWith('2 of 5 deals weren’t changed. First: deals/b.md:5: ')),
      );
      // Whichever of the two messages the button was on, both lists are in what it shows.
      const lines = listed.map(
        ({ label, description = '', detail = '' }) => `${label} ${description} ${detail}`,
      );
      assert.ok(
        lines.some(line => /b\.md line 5 The key “stage” appears twice/.test(line)),
        lines.join('\n'),
      );
      assert.ok(lines.some(line => /c\.md line 2 This isn’t valid YAML/.test(line)));
      assert.equal(lines.filter(line => /^\$\(check\) Acme, scanners Objections/.test(line)).length, 3);

      writeFileSync(nodes[1]!.uri.fsPath, deal('prospecting'));
      said.length = 0;
      press('Try Again');
      await run('advanceStage', nodes[2], [nodes[2], nodes[1]]);
      await until('it was tried twice', () => said.filter(message => /c\.md:2/.test(message)).length === 2);
      assert.match(textOf('b.md'), /^stage: qualification$/m, 'what went well is not done twice');
    });

    it('writes a hundred files in one go', async () => {
      const { pipelines } = await extension();
      const uris = Array.from({ length: 100 }, (_, index) => uriOf(`bulk/${index}.md`));
      await writeDeal('bulk/0.md', deal('proposal'));
      for (const uri of uris) writeFileSync(uri.fsPath, deal('proposal'));
      await pipelines.refresh();
      const nodes = uris.map(uri => ({ uri }));
      await run('advanceStage', nodes[0], nodes);
      for (const uri of uris)
        assert.equal(bytesOf(`bulk/${uri.path.split('/').at(-1)}`).toString(), advanced(deal('proposal')));
      assert.equal(readdirSync(dirname(uris[0]!.fsPath)).length, 100, 'nothing is left beside them');
      await run('undoMove');
      for (const uri of uris)
        assert.equal(bytesOf(`bulk/${uri.path.split('/').at(-1)}`).toString(), deal('proposal'));
    });

    it('is taken back as a whole by who undoes it while it is still being written', async () => {
      const { pipelines } = await extension();
      await writeDeal('before.md', deal('proposal'));
      await run('advanceStage', { uri: uriOf('before.md') });
      const uris = Array.from({ length: 100 }, (_, index) => uriOf(`bulk/${index}.md`));
      await writeDeal('bulk/0.md', deal('proposal'));
      for (const uri of uris) writeFileSync(uri.fsPath, deal('proposal'));
      await pipelines.refresh();
      const nodes = uris.map(uri => ({ uri }));
      const moving = run('advanceStage', nodes[0], nodes);
      await until('the first is written', () => textOf('bulk/0.md') === advanced(deal('proposal')));
      await run('undoMove');
      await moving;
      assert.equal(textOf('before.md'), advanced(deal('proposal')), 'the change before stays');
      for (const uri of uris)
        assert.equal(bytesOf(`bulk/${uri.path.split('/').at(-1)}`).toString(), deal('proposal'));
    });
  });
});
