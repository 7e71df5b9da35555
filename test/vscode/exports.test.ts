import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { DEFAULT_VIEW } from '../../src/core/process/view';
import { messages } from './support/answers';
import { until } from './support/until';
import { clear, deal, extension, writeDeal } from './support/workspace';

const root = vscode.workspace.workspaceFolders![0]!.uri.fsPath;

describe('what goes out of the pipeline', () => {
  const { said } = messages();
  const original = vscode.window.showSaveDialog;
  const target = (name: string) => join(root, name);
  /** The person saves the next file under this name. */
  const saveAs = (name: string) =>
    Object.assign(vscode.window, {
      showSaveDialog: ({ title = '' }: vscode.SaveDialogOptions) => {
        asked = title;
        return Promise.resolve(vscode.Uri.file(target(name)));
      },
    });
  /** The title of the last dialog that asked for it. */
  let asked = '';

  const { showQuickPick } = vscode.window;
  /** The lists that were shown, and what the person picks in each: some labels of one where several can be picked. */
  const lists: { readonly label: string; readonly description?: string }[][] = [];
  const pick = (...answers: (string | readonly string[] | undefined)[]) =>
    Object.assign(vscode.window, {
      showQuickPick: (items: (typeof lists)[number]) => {
        lists.push(items);
        const answer = answers.shift();
        const picked = items.filter(({ label }) => [answer].flat().includes(label));
        return Promise.resolve(typeof answer === 'string' ? picked[0] : answer && picked);
      },
    });
  const run = (command: string, ...args: unknown[]) =>
    vscode.commands.executeCommand(`dealNotes.${command}`, ...args);
  const two = async () => [
    await writeDeal('export-a.md', deal('proposal', 'owner: dana\nvalue: 5.5\n')),
    await writeDeal('export-b.md', deal('closing', 'owner: tom\n')),
  ];

  before(extension);
  beforeEach(async () => {
    await clear();
    lists.length = 0;
  });
  afterEach(() => {
    Object.assign(vscode.window, { showSaveDialog: original, showQuickPick });
    for (const name of ['exported.ics', 'exported.csv', 'exported.xlsx', 'exported.jsonl'])
      rmSync(target(name), { force: true });
  });
  after(clear);

  it('is what is planned, as a file for calendars', async () => {
    await writeDeal(
      'export-acme.md',
      '---\ntitle: Acme\nstage: proposal\nnext_step: Ring\nnext_step_on: 2026-01-12\nclose_date: 2026-02-01\n---\nNotes.\n',
    );
    saveAs('exported.ics');
    await vscode.commands.executeCommand('dealNotes.exportCalendar');
    await until('it is said', () => said.length > 0);
    assert.equal(asked, 'Save as Calendar');
    const text = readFileSync(target('exported.ics'), 'utf8');
    assert.match(text, /DTSTART;VALUE=DATE:20260112\r\nSUMMARY:Acme: Ring\r\n/);
    assert.match(text, /DTSTART;VALUE=DATE:20260201\r\nSUMMARY:Acme closes\r\n/);
    assert.deepEqual(said, ['Saved as “exported.ics”']);
  });

  it('are no deals of this pipeline where the views show some that were picked in another, and files that can’t be read are counted', async () => {
    await writeDeal('export-a.md', deal('proposal', 'close_date: 2026-02-01\n'));
    await writeDeal('export-broken.md', '---\ntitle: [A\nstage: proposal\n---\n');
    saveAs('exported.ics');
    const { state } = (await extension()).tree;
    const paths = new Set(['export-a.md']);
    state.pick({ home: 'file:///elsewhere/deals', paths, words: 'Some' });
    try {
      await run('exportCalendar');
      await until('it is said', () => said.length > 0);
      assert.doesNotMatch(readFileSync(target('exported.ics'), 'utf8'), /VEVENT/);
      assert.match(said[0]!, /so it is empty\. Left out: 1 file that cannot be read\.$/);
    } finally {
      state.set(DEFAULT_VIEW);
    }
    saveAs('exported.csv');
    pick('CSV table', ['title']);
    await run('exportDeals');
    await until('it is said again', () => said.length > 1);
    assert.equal(said[1], 'Saved as “exported.csv”. Left out: 1 file that cannot be read.');
  });

  it('are the deals that are selected, as a table with the columns that are picked', async () => {
    const [a, b] = await two();
    saveAs('exported.csv');
    pick('CSV table', ['title', 'owner', 'amount']);
    await run('exportDeals', { uri: b }, [{ uri: b }, { uri: a }]);
    await until('it is said', () => said.length > 0);
    const csv = readFileSync(target('exported.csv'), 'utf8');
    assert.equal(csv, '\ufefftitle,owner,amount\r\n"Acme, scanners",tom,\r\n"Acme, scanners",dana,5.5\r\n');
    assert.deepEqual(said, ['Saved as “exported.csv”']);
    // What was chosen last comes first.
    pick('CSV table', undefined);
    rmSync(target('exported.csv'));
    await run('exportDeals', { uri: a }, undefined);
    const [, , forms, columns] = lists;
    assert.equal(forms![0]!.label, 'CSV table');
    assert.deepEqual(
      columns!.flatMap(({ label, ...item }) => ('picked' in item && item.picked ? [label] : [])),
      ['title', 'owner', 'amount'],
    );
    assert.ok(!existsSync(target('exported.csv')), 'a person who thought better of it has a file');
  });

  it('are all deals, or those that the views show, where that makes a difference', async () => {
    await two();
    saveAs('exported.jsonl');
    pick('JSON Lines, a deal a line');
    await run('exportDeals');
    await until('it is said', () => said.length > 0);
    const titles = () => readFileSync(target('exported.jsonl'), 'utf8').trimEnd().split('\n').length;
    assert.equal(titles(), 2);
    assert.equal(lists.length, 1, 'asked which deals, though all are shown');
    const { state } = (await extension()).tree;
    state.setFilter({ owner: ['tom'] });
    try {
      pick('Those that the views show', 'JSON Lines, a deal a line');
      await run('exportDeals');
      await until('it is said again', () => said.length > 1);
      assert.equal(titles(), 1);
      assert.deepEqual(
        lists[1]!.map(({ description }) => description),
        ['1', '2'],
      );
    } finally {
      state.set(DEFAULT_VIEW);
    }
  });

  it('are all deals for who only presses Enter where the views show none, in a file that is called as the folder', async () => {
    await two();
    const offered: string[] = [];
    const showSaveDialog = ({ defaultUri }: vscode.SaveDialogOptions) => {
      offered.push(defaultUri!.path);
      return Promise.resolve(vscode.Uri.file(target('exported.jsonl')));
    };
    Object.assign(vscode.window, { showSaveDialog });
    const { tree, pipelines } = await extension();
    tree.state.setFilter({ owner: ['nobody'] });
    try {
      pick('All deals of the pipeline', 'JSON Lines, a deal a line');
      await run('exportDeals');
      await until('it is said', () => said.length > 0);
      assert.deepEqual(
        lists[0]!.map(({ label, description }) => [label, description]),
        [
          ['All deals of the pipeline', '2'],
          ['Those that the views show', '0'],
        ],
      );
    } finally {
      tree.state.set(DEFAULT_VIEW);
    }
    // Two pipelines below one folder are offered two files.
    const north = target('north');
    mkdirSync(north);
    writeFileSync(join(north, 'sales-process.yaml'), '');
    writeFileSync(join(north, 'a.md'), deal('proposal'));
    try {
      await pipelines.find();
      pick('north', 'JSON Lines, a deal a line');
      await run('exportDeals');
      pick('north');
      await run('exportCalendar');
    } finally {
      rmSync(north, { recursive: true });
      await pipelines.find();
    }
    assert.deepEqual(
      offered.map(path => path.replace(/^.*\//, '')),
      ['deals.jsonl', 'north.jsonl', 'north.ics'],
    );
  });

  it('are an Excel file, too', async () => {
    await two();
    saveAs('exported.xlsx');
    pick('Excel file', ['title', 'close_date']);
    await run('exportDeals');
    await until('it is said', () => said.length > 0);
    assert.equal(readFileSync(target('exported.xlsx')).subarray(0, 2).toString(), 'PK');
  });
});
