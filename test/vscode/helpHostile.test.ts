import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { dealOf, processOf, SHORT_HOSTILE, UNSAFE } from '../unit/support/hostile';
import { completions, proposal, titles, typed } from './support/help';
import { clear, uriOf, writeProcess } from './support/workspace';

describe('hostile texts in the help', () => {
  before(clear);
  after(clear);

  it('are names of one line that are offered as they are, in quotes that hold them', async () => {
    for (const [k, [, text]] of SHORT_HOSTILE.entries())
      writeFileSync(uriOf(`hostile-${k}.md`).fsPath, dealOf(text));
    const { items, names } = await completions(proposal('account: |'));
    assert.ok(names.length > SHORT_HOSTILE.length / 2, `${names.length}`);
    for (const [k, name] of names.entries()) {
      assert.doesNotMatch(name, UNSAFE);
      assert.doesNotMatch(name, /[\n\r\t]/);
      assert.doesNotMatch(String(items[k]!.insertText), /[\n\r]/);
    }
  });

  it('are stages that are told without a link, an image, a command or HTML', async () => {
    const { uri, position } = await typed(proposal('').replace('stage: pro', 'stage: pro|'));
    for (const [name, text] of SHORT_HOSTILE) {
      await writeProcess(processOf(text));
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        uri,
        position,
      );
      const [content] = hovers.flatMap(({ contents }) => contents) as vscode.MarkdownString[];
      assert.ok(content && !content.isTrusted && !content.supportHtml, name);
      assert.doesNotMatch(content.value, UNSAFE, name);
      const ours = content.value
        .replace(/\\[!-/:-@[-`{-~]/g, '')
        .replace(/^\*\*(.*)\*\*/gm, '$1')
        .replace(/^- /gm, '');
      assert.doesNotMatch(ours, /[!-/:-@[-`{-~]/, name);
      for (const title of await titles(uri)) assert.doesNotMatch(title, /(^|[^\\])\$\(|[\n\r\t]/, name);
    }
  }).timeout(120_000);
});
