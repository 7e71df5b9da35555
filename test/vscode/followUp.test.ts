import assert from 'node:assert/strict';
import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { localDay } from '../../src/core/calendar';
import { messages } from './support/answers';
import { typing } from './support/typing';
import { until } from './support/until';
import { clear, deal, extension, textOf, uriOf, writeDeal } from './support/workspace';

const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(`dealNotes.${command}`, ...args);
const today = () => localDay(new Date());
const files = () => readdirSync(dirname(uriOf('x').fsPath)).toSorted();

const before = deal(
  'closing',
  'status: won\nowner: dana\nsource: referral\ncurrency: USD\ncontacts:\n  - {name: R. Lee, phone: 0049} # mornings\n',
);
const logged = (text: string) =>
  `${text}\n## Log\n\n- ${today()} new deal: [Acme, second site](../acme-second-site.md)\n`;

describe('a new deal for the account of another', () => {
  const { said } = messages();
  const { answer, offered, understood, lists } = typing();
  beforeEach(clear);
  after(clear);

  it('is written and opened, the two lead to each other, and both are taken back', async () => {
    const uri = await writeDeal('closed/acme.md', before);
    answer('Acme, second site', '9k', '3  ');
    await run('newDealForAccount', uri);
    assert.equal(
      textOf('acme-second-site.md'),
      `---\ntitle: 'Acme, second site'\naccount: Acme Corp\nowner: dana\n\nstage: qualification\nsource: referral\n\nvalue: 9000\ncurrency: USD\n\ncontacts:\n  - {name: R. Lee, phone: 0049} # mornings\ncreated: ${today()}\n\nhistory:\n  - {on: ${today()}, stage: qualification}\n---\n\nFollows [Acme, scanners](closed/acme.md).\n\n\n\n## Log\n`,
    );
    assert.equal(textOf('closed/acme.md'), logged(before));
    assert.equal(offered.length, 2, 'who buys it is known');
    assert.equal(understood[1], '9,000');
    assert.equal(lists[0]!.length, 7);
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document.uri.fsPath, uriOf('acme-second-site.md').fsPath);
    assert.equal(editor.document.lineAt(editor.selection.active.line + 2).text, '## Log');
    const { pipelines } = await extension();
    const entry = pipelines.entryAt(editor.document.uri);
    assert.ok(entry?.kind === 'deal');
    assert.deepEqual(entry.problems, []);
    assert.equal(pipelines.entryAt(uri)?.kind, 'deal');
    await until('it is told', () => said.length > 0);
    assert.deepEqual(said, ['New deal: Acme, second site, follows “Acme, scanners”']);
    await run('undoMove');
    assert.deepEqual(files(), ['closed']);
    assert.equal(textOf('closed/acme.md'), before);
  });

  it('is made for the open deal, whose unsaved text counts and stays unsaved', async () => {
    const document = await vscode.workspace.openTextDocument(
      await writeDeal('open-deal.md', deal('proposal')),
    );
    await vscode.window.showTextDocument(document, { preview: false });
    const typed = new vscode.WorkspaceEdit();
    typed.insert(document.uri, new vscode.Position(3, 0), 'contacts: [T. Bo]\n');
    assert.ok(await vscode.workspace.applyEdit(typed));
    answer('Acme, second site', '', '1  ');
    await run('newDealForAccount');
    assert.match(textOf('acme-second-site.md'), /^contacts: \[T\. Bo\]\n/m);
    assert.equal(document.isDirty, true);
    assert.match(
      document.getText(),
      /- \d{4}-\d\d-\d\d new deal: \[Acme, second site\]\(acme-second-site\.md\)\n$/,
    );
    await run('undoMove');
    assert.deepEqual(files(), ['open-deal.md']);
    assert.equal(document.getText(), deal('proposal').replace('stage:', 'contacts: [T. Bo]\nstage:'));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('asks who buys it where that is not known', async () => {
    const uri = await writeDeal('acme.md', '---\nstage: lead\n---\n# Acme\n');
    answer('Acme, second site', 'Acme Corp', '', '1  ');
    await run('newDealForAccount', uri);
    assert.match(textOf('acme-second-site.md'), /^title: .*\naccount: Acme Corp\n\nstage: /m);
  });

  it('is not left behind where the other deal cannot be written', async () => {
    const uri = await writeDeal('acme.md', before);
    chmodSync(uri.fsPath, 0o444);
    answer('Acme, second site', '', '1  ');
    await run('newDealForAccount', uri);
    chmodSync(uri.fsPath, 0o644);
    assert.deepEqual(files(), ['acme.md']);
    assert.equal(textOf('acme.md'), before);
    await until('it is told', () => said.some(message => message.startsWith('deals/acme.md:')));
  });

  it('is not taken back in part once somebody has written in it', async () => {
    const uri = await writeDeal('closed/acme.md', before);
    answer('Acme, second site', '', '1  ');
    await run('newDealForAccount', uri);
    const written = `${textOf('acme-second-site.md')}Called.\n`;
    writeFileSync(uriOf('acme-second-site.md').fsPath, written);
    await run('undoMove');
    assert.equal(textOf('acme-second-site.md'), written);
    assert.equal(textOf('closed/acme.md'), logged(before));
    assert.match(said.at(-1)!, /It has changed since, so it wasn’t deleted\./);
  });

  it('is not made of a file that needs attention, and nothing is asked', async () => {
    const uri = await writeDeal('acme.md', '---\nstage: nowhere\n---\n');
    await run('newDealForAccount', uri);
    assert.deepEqual(offered, []);
    assert.match(said.at(-1)!, /There is no stage “nowhere”/);
  });

  it('is not written where the person gives up', async () => {
    const uri = await writeDeal('acme.md', before);
    for (const answers of [[undefined], [' '], ['Acme', undefined], ['Acme', '', undefined]]) {
      answer(...answers);
      await run('newDealForAccount', uri);
    }
    assert.deepEqual(files(), ['acme.md']);
    assert.equal(textOf('acme.md'), before);
  });
});
