import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { messages } from './support/answers';
import { typing } from './support/typing';
import { until } from './support/until';
import { clear, deal, extension, textOf, uriOf, writeDeal } from './support/workspace';

const archive = (...args: unknown[]) => vscode.commands.executeCommand('dealNotes.archive', ...args);
const undo = () => vscode.commands.executeCommand('dealNotes.undoMove');
const isThere = (name: string) => existsSync(uriOf(name).fsPath);
const closed = (status: 'won' | 'lost') => deal('proposal', `status: ${status}\nclosed_on: 2026-01-30\n`);

describe('a deal that is archived', () => {
  const { said } = messages();
  const { answer, lists } = typing();
  beforeEach(clear);
  after(clear);

  it('is put away as it is, still counts, and is taken back', async () => {
    const uri = await writeDeal('acme.md', closed('won'));
    await archive(uri);
    assert.equal(isThere('acme.md'), false);
    assert.equal(textOf('archive/acme.md'), closed('won'));
    const { pipelines } = await extension();
    assert.deepEqual(
      [...pipelines.deals()].map(({ deal: { path, status } }) => [path, status]),
      [['archive/acme.md', 'won']],
    );
    await until('it is told', () => said.length === 1);
    assert.deepEqual(said, ['Archived: Acme, scanners. It still counts in the funnel.']);
    await undo();
    assert.equal(textOf('acme.md'), closed('won'));
    assert.equal(isThere('archive'), false);
    assert.equal(pipelines.entryAt(uri)?.kind, 'deal');
  });

  it('keeps its links, and those of the deal that it leads to, until that is taken back', async () => {
    const before = {
      'acme.md': `${closed('won')}- 2026-02-01 [Follow up](next%20one.md#log), [map](../maps/x.png) [x](https://acme.example/next.md)\n`,
      'next one.md': `${deal('proposal')}Follows [Acme](acme.md).\n`,
      'archive/old.md': closed('lost'),
    };
    for (const [name, text] of Object.entries(before)) await writeDeal(name, text);
    await archive(uriOf('acme.md'));
    assert.equal(
      textOf('archive/acme.md'),
      before['acme.md'].replace('(next', '(../next').replace('(../maps', '(../../maps'),
    );
    assert.equal(textOf('next one.md'), before['next one.md'].replace('(acme.md)', '(archive/acme.md)'));
    await undo();
    for (const [name, text] of Object.entries(before)) assert.equal(textOf(name), text);
  });

  it('goes with all that are selected, each beside those of its name', async () => {
    await writeDeal('archive/acme.md', closed('lost'));
    const nodes = [
      { uri: await writeDeal('acme.md', closed('won')) },
      { uri: await writeDeal('2026/ACME.md', closed('lost')) },
    ];
    await archive(nodes[0], nodes);
    assert.equal(textOf('archive/acme.md'), closed('lost'));
    assert.equal(textOf('archive/acme-2.md'), closed('won'));
    assert.equal(textOf('archive/ACME-3.md'), closed('lost'));
    await until('it is told', () => said.includes('Archived: 2 deals. They still count in the funnel.'));
    await undo();
    assert.equal(textOf('acme.md'), closed('won'));
    assert.equal(textOf('2026/ACME.md'), closed('lost'));
    assert.equal(isThere('archive/acme-2.md'), false);
  });

  it('stays where it is while it is open, or archived already, which is told', async () => {
    const open = await writeDeal('open.md', deal('proposal'));
    const old = await writeDeal('archive/old.md', closed('won'));
    await archive(open);
    await until('it is told', () => /open\.md: .*Mark it won or lost/.test(said[0] ?? ''));
    await archive(old);
    await until('it is told', () => /old\.md: .*already archived/.test(said[1] ?? ''));
    assert.equal(textOf('open.md'), deal('proposal'));
    assert.equal(textOf('archive/old.md'), closed('won'));
  });

  it('is asked for among closed ones, and stays if the person gives up', async () => {
    await writeDeal('open.md', deal('proposal'));
    await writeDeal('acme.md', closed('won').replace('Acme, scanners', 'Closed one'));
    answer(undefined);
    await archive();
    assert.deepEqual(lists, [['Closed one']]);
    assert.equal(isThere('acme.md'), true);
    assert.deepEqual(said, []);
  });

  it('is not put back over a file that has taken its place', async () => {
    const uri = await writeDeal('acme.md', closed('won'));
    await archive(uri);
    writeFileSync(uri.fsPath, 'mine');
    await undo();
    assert.equal(textOf('acme.md'), 'mine');
    assert.equal(textOf('archive/acme.md'), closed('won'));
    assert.match(said.at(-1)!, /A file “acme\.md” already exists/);
  });
});
