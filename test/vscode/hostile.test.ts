import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { writeFileSync } from 'node:fs';
import { dealOf, doubtfulDeal, HOSTILE, processOf, unreadableDeals, UNSAFE } from '../unit/support/hostile';
import { clear, extension, uriOf, writeDeal } from './support/workspace';
import { typing } from './support/typing';
import { until } from './support/until';

const TEXTS = Object.entries(HOSTILE);

/** What the editor shows of Markdown, once it has read its escapes: the punctuation that they stand before. */
const unescaped = (markdown: string) => markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1');
/** The punctuation that the editor reads as Markdown. */
const syntaxOf = (markdown: string) => markdown.replace(/\\[!-/:-@[-`{-~]/g, '');

/** What of a row is a text: all that is shown, read aloud or matched. */
function wordsOf(item: vscode.TreeItem): string[] {
  const { label, description, accessibilityInformation, contextValue } = item;
  return [label, description, accessibilityInformation?.label, contextValue].map(text => String(text ?? ''));
}

function assertPlain(text: string, what: string): void {
  assert.doesNotMatch(text, UNSAFE, what);
  assert.doesNotMatch(text, /[\n\r\t]/, what);
  assert.ok(text.length < 1000, `${what}: ${text.length} characters`);
}

/** Only what we write ourselves may be Markdown: bold headings, lists and our own icons. */
function assertTooltip(tooltip: vscode.TreeItem['tooltip'], what: string): string {
  assert.ok(tooltip instanceof vscode.MarkdownString, what);
  assert.ok(!tooltip.isTrusted, what);
  assert.ok(!tooltip.supportHtml, what);
  assert.equal(tooltip.baseUri, undefined);
  assert.doesNotMatch(tooltip.value, UNSAFE, what);
  const ours = syntaxOf(tooltip.value)
    .replace(/^\*\*(.*)\*\*$/gm, '$1')
    .replace(/^\$\((?:target|arrow-right|calendar|warning|error|comment|person|tag|clockface)\) /gm, '')
    .replace(/^- /gm, '');
  assert.doesNotMatch(ours, /[!-/:-@[-`{-~]/, what);
  return unescaped(tooltip.value);
}

describe('hostile texts', () => {
  before(async function () {
    this.timeout(60_000);
    await clear();
    const deals = uriOf('.').fsPath;
    for (const [k, [, text]] of TEXTS.entries()) {
      writeFileSync(`${deals}/${k} deal.md`, dealOf(text));
      writeFileSync(`${deals}/${k} doubtful.md`, doubtfulDeal(text));
      for (const [what, content] of Object.entries(unreadableDeals(text)))
        writeFileSync(`${deals}/${k} ${what}.md`, content);
    }
    await writeDeal('last.md', '---\nstage: closing\n---\n');
  });
  after(clear);

  it('are rows of one line, and tooltips without a link, an image, a command or HTML', async () => {
    const { tree, pipelines } = await extension();
    const folder = pipelines.folders[0]!;
    let rows = 0;
    for (const group of tree.getChildren()) {
      for (const node of [group, ...tree.getChildren(group)]) {
        const item = tree.getTreeItem(node);
        const what = String(item.id).replace(folder.uri.toString(), '').slice(0, 100);
        for (const words of wordsOf(item)) assertPlain(words, what);
        const resolved = await tree.resolveTreeItem(item, node);
        if (resolved?.tooltip) assertTooltip(resolved.tooltip, what);
        rows++;
      }
    }
    assert.ok(rows > TEXTS.length * 5, `${rows} rows`);
  });

  it('are shown in tooltips as they are', async () => {
    const { tree, pipelines } = await extension();
    for (const [k, [name, text]] of TEXTS.entries()) {
      const node = tree.dealNode(pipelines.folders[0]!, `${k} deal.md`)!;
      const item = await tree.resolveTreeItem(tree.getTreeItem(node), node);
      const shown = assertTooltip(item?.tooltip, name);
      const plain = text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029\s]+/gu, ' ').trim();
      // A backslash keeps an icon from being drawn; the editor takes it away.
      if (text.length < 190 && !/[\ud800-\udfff]/.test(text) && !text.includes('\u0300'))
        assert.ok(shown.replaceAll('\\$(', '$(').includes(plain), `${name}: ${shown}`);
    }
  });

  it('are diagnostics of one line, and link to nothing', async () => {
    const found = () => TEXTS.map((_, k) => vscode.languages.getDiagnostics(uriOf(`${k} doubtful.md`)));
    await until('all are told', () => found().every(some => some.length > 5));
    for (const { message, code, relatedInformation } of found().flat()) {
      assertPlain(message, String(code));
      assert.equal(typeof code, 'string');
      assert.equal(relatedInformation, undefined);
    }
  });

  it('are the names of stages', async () => {
    // All the other files would be read anew for each of the texts.
    await clear();
    await writeDeal('last.md', '---\nstage: closing\n---\n');
    const { tree, pipelines } = await extension();
    for (const [name, text] of TEXTS) {
      writeFileSync(uriOf('sales-process.yaml').fsPath, processOf(text));
      await pipelines.refresh();
      await until('it is read', () => !pipelines.folders[0]!.isLoading);
      const stages = tree.getChildren();
      for (const node of stages) {
        const item = await tree.resolveTreeItem(tree.getTreeItem(node), node);
        for (const words of wordsOf(item!)) assertPlain(words, name);
        if (item?.tooltip) assertTooltip(item.tooltip, name);
      }
      for (const { message } of vscode.languages.getDiagnostics(uriOf('sales-process.yaml')))
        assertPlain(message, name);
    }
  });
});

describe('hostile texts in quick picks', () => {
  const { shown: picks } = typing();

  before(clear);
  after(clear);

  it('are items of one line without icons', async () => {
    const deals = uriOf('.').fsPath;
    for (const [k, [, text]] of TEXTS.entries()) writeFileSync(`${deals}/${k}.md`, dealOf(text));
    writeFileSync(`${deals}/sales-process.yaml`, processOf(HOSTILE['icons']!));
    const uri = await writeDeal('last.md', '---\nstage: closing\n---\n');
    await extension();
    await vscode.commands.executeCommand('dealNotes.advanceStage');
    await vscode.commands.executeCommand('dealNotes.setStage', uri);
    await vscode.commands.executeCommand('dealNotes.stopPursuing', uri);
    assert.ok(
      picks.length >= 3 && picks[0]!.length > TEXTS.length,
      `${picks.map(some => some.length).join(', ')}`,
    );
    for (const { label, description = '', detail = '' } of picks.flat()) {
      for (const shown of [label, description, detail]) {
        assertPlain(shown, label);
        assert.doesNotMatch(shown, /(^|[^\\])\$\(/, label);
      }
    }
  });
});
