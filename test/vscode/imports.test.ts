import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { toAddress } from '../../src/files/editor/addresses';
import { EditorFiles } from '../../src/files/editor/editorFiles';
import { localDisk } from '../../src/files/editor/workspace';
import { messages } from './support/answers';
import { typing } from './support/typing';
import { until } from './support/until';
import { clear, deal, extension, namesBelow, textOf, uriOf, writeDeal } from './support/workspace';

const HEADS = 'Record ID,Deal Name,Deal Stage,Amount,Close Date,Associated Company,Currency,Deal owner';
const TABLE = [
  HEADS,
  '71,Tern scanners,Contract Sent,48000,03/04/2027,Tern Corp,EUR,dana',
  '72,Teal rollout,Appointment Scheduled,85000,05/06/2027,Teal Ltd,EUR,dana',
  '73,,Contract Sent,100,05/06/2027,,EUR,dana',
  '',
].join('\n');

describe('deals of a table from elsewhere', () => {
  const { answer, lists, shown, reasons } = typing();
  const { said, press } = messages();
  const { showOpenDialog, withProgress } = vscode.window;
  /** Each text that was shown about an import, with the files that there were then. */
  const previews: { readonly text: string; readonly files: readonly string[] }[] = [];
  let previewLanguage = '';
  let folder: string;
  let listener: vscode.Disposable;

  const files = () => namesBelow(uriOf('.').fsPath).sort();
  const tabs = () => vscode.window.tabGroups.all.flatMap(group => group.tabs.map(({ label }) => label));
  const runOn = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    Object.assign(vscode.window, {
      showOpenDialog: () => Promise.resolve([vscode.Uri.file(join(folder, name))]),
    });
    return vscode.commands.executeCommand('dealNotes.importDeals');
  };

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'deal-notes-imports-'));
    listener = vscode.workspace.onDidOpenTextDocument(document => {
      if (document.uri.scheme !== 'deal-notes-import') return;
      previews.push({ text: document.getText().trimStart(), files: files() });
      previewLanguage = document.languageId;
    });
  });
  after(() => {
    listener.dispose();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    previews.length = 0;
    await clear();
    await extension();
  });
  afterEach(async () => {
    Object.assign(vscode.window, { showOpenDialog, withProgress });
    await clear();
  });

  it('are shown before, made when the person says so, told in one message and taken back as a whole', async () => {
    answer('The day first', 'Import 2 Deals');
    press('Undo');
    let made: readonly string[] = [];
    Object.assign(vscode.window, {
      withProgress: (...args: Parameters<typeof withProgress>) =>
        withProgress(...args).then(result => {
          made = files();
          return result;
        }),
    });
    await runOn('tern.csv', TABLE);

    assert.match(
      reasons[0]!,
      /Close Date: What comes first in days such as “03\/04\/2027”, “05\/06\/2027”\?$/,
    );
    const [preview] = previews;
    assert.deepEqual(preview!.files, []);
    assert.match(preview!.text, /^tern\.csv: an export from HubSpot, 3 rows\n/);
    assert.match(preview!.text, /^2 deals to import\n1 row not taken/m);
    assert.match(preview!.text, /^Amount +→ +value +“48000”, “85000”, “100”$/m);
    // In the order of HubSpot, not of the rows.
    assert.match(
      preview!.text,
      /^== Stages, in the order of the other system ==\nAppointment Scheduled +→ +Prospecting\nContract Sent +→ /m,
    );
    assert.match(preview!.text, /^-- tern-scanners\.md --\n---\n(?:.*\n)*close_date: 2027-04-03$/m);
    assert.match(preview!.text, /^Row 4, Deal Name: This row has no title and no account\.$/m);
    assert.deepEqual(said[0], '2 deals imported from tern.csv, 1 row not taken.');
    assert.ok(made.includes('tern-scanners.md'), made.join());
    await until('all files are gone, the mapping too', () => files().length === 0);
    assert.deepEqual(tabs(), []);
  });

  it('are not made again; what was not taken opens from the message', async () => {
    answer('The month first', 'Import 2 Deals');
    await runOn('teal.csv', TABLE);
    assert.match(textOf('tern-scanners.md'), /close_date: 2027-03-04/);
    assert.ok(files().includes('hubspot.yaml'), files().join());
    const before = files();
    // The order of days is kept with the team: nobody is asked again.
    answer('Close');
    await runOn('teal.csv', TABLE);
    // Enter takes the first row.
    assert.equal(lists.at(-1)![0], '$(x) Close');
    assert.deepEqual(
      lists.at(-1)!.filter(label => !label.startsWith('$(edit)')),
      ['$(x) Close', '$(question) Change Your Answers…'],
    );
    assert.match(previews[1]!.text, /^Nothing new to import\n2 deals already there, left as they are$/m);
    assert.deepEqual(files(), before);
    answer('Import 1 Deal');
    press('Show What Was Not Taken');
    await runOn('teal.csv', `${TABLE}74,Tansy pilot,Contract Sent,5,05/06/2027,Tansy,EUR,dana\n`);
    assert.equal(said.at(-1), '1 deal imported from teal.csv, 2 already there, 1 row not taken.');
    await until('the list is open', () => tabs().includes('Not taken from teal.csv'));
    assert.match(previews.at(-1)!.text, /^== Rows that are not taken ==\nRow 4, Deal Name: /);
  });

  it('take over what changed in the table; of what was changed here too, the person chooses', async () => {
    const rows = (value: string, stage: string) =>
      [
        HEADS,
        `81,Reed one,${stage},${value},2027-06-05,Reed,EUR,dana`,
        '82,Reed two,Contract Sent,7,2027-06-05,Reed,EUR,dana',
      ].join('\n');
    answer('Import 2 Deals');
    await runOn('reed.csv', rows('100', 'Appointment Scheduled'));
    const edit = (from: string, to: string) => {
      const file = uriOf('reed-one.md').fsPath;
      writeFileSync(file, textOf('reed-one.md').replace(from, to));
    };
    edit('value: 100', 'value: 90');
    answer('Update 1 Deal');
    press('Undo');
    await runOn('reed.csv', rows('150', 'Contract Sent'));
    assert.match(previews.at(-1)!.text, /\n\n1 deal to update\n1 deal already there, left as it is$/m);
    assert.match(previews.at(-1)!.text, /stays as it is here.* ==\nReed one, value: “90” → “150”\n/);
    assert.match(
      previews.at(-1)!.text,
      /since the last import ==\nReed one, stage: “prospecting” → “closing”\n/,
    );
    assert.match(said.at(-1)!, /^1 deal updated from reed\.csv, 1 already there\.$/);
    await until('the move is taken back', () => /^stage: prospecting$/m.test(textOf('reed-one.md')));
    assert.match(textOf('reed-one.md'), /^value: 90$/m);
    answer('Choose What to Take from 1 Field Changed on Both Sides…', 'Reed one: value');
    await runOn('reed.csv', rows('150', 'Contract Sent'));
    assert.match(textOf('reed-one.md'), /^value: 150$/m);
    assert.match(textOf('reed-one.md'), /^stage: closing$/m);
  });

  it('get what the table leaves open as the person answers, once each; the next export needs one key', async () => {
    answer('The day first', 'Import 2 Deals');
    await runOn('tern.csv', TABLE);
    rmSync(uriOf('_import').fsPath, { recursive: true });
    const heads = 'Record ID,Deal Name,Deal Stage,Amount,Close Date,Create Date';
    const rows = [
      heads,
      '51,Wren one,Contract Sent,$48000,03/04/2027,05/06/2026',
      '52,Wren two,Closed Won,$500,04/05/2026,05/06/2026',
      '53,Wren three,Closed Lost,,04/05/2026,05/06/2026',
    ];
    answer('The day first', 'The month first', 'USD', 'Someone else…', 'wren', 'Closing', 'Import 3 Deals');
    await runOn('wren.csv', rows.join('\n'));
    assert.deepEqual(reasons.slice(-5, -1), [
      'Import Deals: Close Date: What comes first in days such as “03/04/2027”, “04/05/2026”?',
      'Import Deals: Create Date: What comes first in days such as “05/06/2026”?',
      'Import Deals: 2 values with the sign “$”. In which currency?',
      'Import Deals: Which stage did 2 closed deals end in? The table doesn’t say.',
    ]);
    assert.match(textOf('wren-one.md'), /^owner: wren$/m);
    assert.match(textOf('wren-one.md'), /^currency: USD$/m);
    assert.match(textOf('wren-one.md'), /^close_date: 2027-04-03$/m);
    assert.match(textOf('wren-one.md'), /^created: 2026-05-06$/m);
    assert.match(textOf('wren-two.md'), /^stage: closing$/m);
    assert.match(
      textOf('_import/hubspot.yaml'),
      /^dates: \{"Close Date": dmy, "Create Date": mdy\}\ncurrency: USD\nowner: wren\nclosed_stage: closing$/m,
    );
    answer('Import 1 Deal');
    await runOn('wren.csv', [...rows, '54,Wren four,Closed Lost,,04/05/2026,05/06/2026'].join('\n'));
    assert.match(textOf('wren-four.md'), /^stage: closing$/m);
    // And may be answered in another way.
    answer('Change Your Answers', 'The day first', 'The day first', 'Without a currency');
    answer('Nobody', 'Leave them out', 'Import 1 Deal');
    await runOn('wren.csv', [...rows, '55,Wren five,Contract Sent,$7,04/05/2027,05/06/2026'].join('\n'));
    assert.doesNotMatch(textOf('wren-five.md'), /^(?:currency|owner):/m);
    assert.match(textOf('wren-five.md'), /^created: 2026-06-05$/m);
    assert.match(textOf('_import/hubspot.yaml'), /^currency: none\nowner: none\nclosed_stage: leave-out$/m);
    const before = files();
    answer('Change Your Answers', 'The day first', undefined, 'Cancel');
    await runOn('wren.csv', [...rows, '56,Wren six,Contract Sent,$7,04/05/2027,05/06/2026'].join('\n'));
    assert.deepEqual(files(), before);
  });

  it('that are there from another kind of table are shown, and made once more where the person says so', async () => {
    answer('Import 1 Deal');
    await runOn(
      'one.csv',
      'Ref ID,Opportunity,Stage,Client,Value,Currency,Owner\n1,Heron,Proposal,Heron,5,EUR,dana\n',
    );
    await until('it is made', () => files().includes('heron.md'));
    answer('Import 1 Duplicate, Too…', 'Import 1 Deal');
    await runOn(
      'two.csv',
      'Deal ID,Deal Name,Phase,Account,Amount,Currency,Rep\n1,Heron,Proposal,Heron,5,EUR,dana\n',
    );
    assert.match(previews[1]!.text, /^Nothing new to import$/m);
    assert.match(
      previews[1]!.text,
      /^== May be there already: not imported, unless you choose ==\nRow 2: “Heron” may be \S*heron\.md: same id and title\.$/m,
    );
    // What the list offers is no option of the command line.
    assert.match(previews[1]!.text, /import duplicates, too\.$/m);
    assert.doesNotMatch(previews[1]!.text, /--make/);
    assert.match(
      previews[2]!.text,
      /^== May be there already: imported as new deals ==\nRow 2: “Heron” may be /m,
    );
    assert.match(previews[2]!.text, /^1 deal to import$/m);
    await until('it is made again', () => files().includes('heron-2.md'));
  });

  it('make no folder anew that another program takes away while they are shown', async () => {
    await writeDeal('a.md', deal('proposal'));
    const taking = vscode.workspace.onDidOpenTextDocument(({ uri }) => {
      if (uri.scheme === 'deal-notes-import') rmSync(uriOf('.').fsPath, { recursive: true, force: true });
    });
    try {
      answer('The day first', 'Import 2 Deals');
      await runOn('tern.csv', TABLE);
    } finally {
      taking.dispose();
    }
    assert.ok(said.includes('tern.csv: The pipeline “deals” no longer exists.'), said.join('\n'));
    assert.ok(!existsSync(uriOf('.').fsPath), 'it is made anew');
  });

  it('that have the ids of others, and other titles, are those or others, as the person says', async () => {
    const heads = 'Record ID,Deal Name,Deal Stage,Amount,Currency,Deal owner';
    const table = (title: string) =>
      [heads, ...[1, 2, 3, 4].map(id => `7${id},${title} ${id},Contract Sent,${id}00,EUR,dana`), ''].join(
        '\n',
      );
    answer('Import 4 Deals');
    await runOn('hubspot.csv', table('Tern'));
    answer(undefined);
    await runOn('hubspot.csv', table('Teal'));
    assert.match(
      reasons.at(-1)!,
      /^Import hubspot\.csv: It has the ids of deals imported as “hubspot”, but other titles\. Which deals are these\?$/,
    );
    assert.equal(previews.length, 1);
    answer('Other deals', 'Import 4 Deals');
    await runOn('hubspot.csv', table('Teal'));
    assert.match(textOf('teal-1.md'), /source_id: hubspot-2:71/);
    assert.match(textOf('tern-1.md'), /source_id: hubspot:71/);
    await vscode.commands.executeCommand('dealNotes.undoMove');
    answer('The same deals, with other titles', 'Update 4 Deals');
    await runOn('hubspot.csv', table('Teal'));
    assert.match(textOf('tern-1.md'), /title: Teal 1\n/);
  });

  it('are not made where the person thinks better of it, at either question', async () => {
    answer(undefined);
    await runOn('tern.csv', TABLE);
    answer('The day first', 'Cancel');
    await runOn('tern.csv', TABLE);
    answer('The day first', undefined);
    await runOn('tern.csv', TABLE);
    assert.equal(previews.length, 2);
    assert.deepEqual(files(), []);
    assert.deepEqual([said, tabs()], [[], []]);
  });

  it('are made up to where it is cancelled, and the rest is told', async () => {
    const rows = Array.from(
      { length: 140 },
      (_, at) => `${at},Heron ${at},Contract Sent,5,2027-06-05,Heron ${at},EUR,dana`,
    );
    Object.assign(vscode.window, {
      withProgress: (
        _: unknown,
        task: (shown: { report: () => void }, token: { isCancellationRequested: boolean }) => unknown,
      ) => {
        const token = { isCancellationRequested: false };
        return task({ report: () => (token.isCancellationRequested = true) }, token);
      },
    });
    answer('Import 140 Deals');
    press('Undo');
    await runOn('heron.csv', [HEADS, ...rows].join('\n'));
    assert.equal(said[0], '100 deals imported from heron.csv, 40 left when it was cancelled.');
    await until('all files are gone', () => files().length === 0);
  });

  it('of a long table are not even shown where the person cancels while it is read', async () => {
    const rows = Array.from(
      { length: 2_500 },
      (_, at) => `${at},Ibis ${at},Contract Sent,5,2027-06-05,,EUR,dana`,
    );
    const shown: string[] = [];
    Object.assign(vscode.window, {
      withProgress: (
        { title = '', location }: vscode.ProgressOptions,
        task: (shown: unknown, token: { isCancellationRequested: boolean }) => unknown,
      ) => {
        const isLong = location === vscode.ProgressLocation.Notification;
        if (isLong) shown.push(title);
        return task(undefined, { isCancellationRequested: isLong });
      },
    });
    await runOn('ibis.csv', [HEADS, ...rows].join('\n'));
    assert.deepEqual(shown, ['Reading ibis.csv']);
    assert.deepEqual([lists, previews, said, files()], [[], [], [], []]);
  });

  it('can’t be undone while they are being made, which is said', async () => {
    const undone: unknown[] = [];
    Object.assign(vscode.window, {
      withProgress: async (
        _: unknown,
        task: (
          shown: { report: () => void },
          token: { isCancellationRequested: boolean },
        ) => Promise<unknown>,
      ) => {
        const result = await task({ report: () => {} }, { isCancellationRequested: false });
        if (files().length) undone.push(await vscode.commands.executeCommand('dealNotes.undoMove'));
        return result;
      },
    });
    answer('The day first', 'Import 2 Deals');
    await runOn('tern.csv', TABLE);
    assert.equal(undone.length, 1);
    assert.match(said.join('\n'), /^An import is still running\. Cancel it or wait for its end/m);
    assert.ok(files().includes('tern-scanners.md'));
    await vscode.commands.executeCommand('dealNotes.undoMove');
    await until('all files are gone', () => files().length === 0);
  });

  it('can’t be made twice at once: the other table waits, which is said', async () => {
    let others = 0;
    Object.assign(vscode.window, {
      withProgress: async (...args: Parameters<typeof withProgress>) => {
        if (files().length === 0 && others++ < 5) await runOn('teal.csv', TABLE);
        return withProgress(...args);
      },
    });
    answer('The day first', 'Import 2 Deals');
    await runOn('tern.csv', TABLE);
    assert.deepEqual(
      said.slice(0, others),
      Array(others).fill('Finish or cancel the import of tern.csv first.'),
    );
    assert.equal(said.at(-1), '2 deals imported from tern.csv, 1 row not taken.');
    assert.deepEqual(
      files().filter(name => name.endsWith('.md')),
      ['teal-rollout.md', 'tern-scanners.md'],
    );
    // And then it may come.
    answer('Cancel');
    await runOn('teal.csv', TABLE);
    assert.match(previews.at(-1)!.text, /^teal\.csv: /);
  });

  it('are taken back but for those that were changed since, which are told', async () => {
    answer('The day first', 'Import 2 Deals');
    await runOn('tern.csv', TABLE);
    writeFileSync(uriOf('teal-rollout.md').fsPath, `${textOf('teal-rollout.md')}more\n`);
    press('Open File');
    await vscode.commands.executeCommand('dealNotes.undoMove');
    await until('it is open', () => tabs().includes('teal-rollout.md'));
    assert.deepEqual(files(), ['teal-rollout.md']);
    assert.match(
      said.at(-1)!,
      /^Undone, except for 1 file: .*teal-rollout\.md: It has changed since, so it wasn’t deleted\.$/,
    );
  });

  it('are taken back but for those that were moved since, which are named', async () => {
    answer('The day first', 'Import 2 Deals');
    await runOn('tern.csv', TABLE);
    renameSync(uriOf('teal-rollout.md').fsPath, uriOf('teal-2027.md').fsPath);
    await vscode.commands.executeCommand('dealNotes.undoMove');
    assert.deepEqual(files(), ['teal-2027.md']);
    assert.equal(
      said.at(-1),
      'Undone: Import of tern.csv · 1 file moved or deleted since, so left: teal-rollout.md',
    );
  });

  it('are asked about by lists that begin with what is so now, where keys scroll what is shown below', async () => {
    const keys: unknown[] = [];
    const { executeCommand } = vscode.commands;
    Object.assign(vscode.commands, {
      executeCommand: (id: string, ...args: readonly unknown[]) => {
        if (args[0] === 'dealNotes.asksAboutPreview') keys.push(args[1]);
        return executeCommand(id, ...args);
      },
    });
    try {
      answer('The day first', 'Change What a Column Becomes', 'Amount', undefined);
      answer('Change What a Stage Becomes', 'Contract Sent', undefined, 'Cancel');
      await runOn('tern.csv', TABLE);
    } finally {
      Object.assign(vscode.commands, { executeCommand });
    }
    const now = shown.flat().filter(({ description = '' }) => /\bas now$/.test(description));
    assert.deepEqual(
      now.map(({ label }) => label),
      ['value', 'Closing'],
    );
    // Not while the lists of columns and stages are there, which are longer than the window.
    assert.deepEqual(keys, [true, false, true, false, true, false]);
    assert.equal(previewLanguage, 'deal-notes-preview');
  });

  it('come and go side by side, and are read and told to the views in one go', async () => {
    const readings: number[] = [];
    const editorFiles = new EditorFiles(localDisk(), {
      follow: () => {},
      readAgain: all => Promise.resolve(void readings.push(all.length)),
    });
    const many = Array.from({ length: 50 }, (_, at) => toAddress(vscode.Uri.file(join(folder, `${at}.md`))));
    const problems = [
      ...(await Promise.all(many.map(file => editorFiles.create(file, 'x', true)))),
      ...(await Promise.all(many.map(file => editorFiles.delete(file, 'x')))),
    ];
    assert.deepEqual([new Set(problems), readings], [new Set([undefined]), [50, 50]]);
    assert.ok(!existsSync(join(folder, '0.md')));
  });

  it('are none in a file that is no table of deals, and the message says why', async () => {
    await runOn('empty.csv', '');
    await runOn('things.csv', 'Colour,Height\nred,3\n');
    assert.equal(said[0], 'empty.csv: This file is empty.');
    assert.match(said[1]!, /^things\.csv: .*(?:headings|table of deals)/);
    assert.deepEqual([files(), previews], [[], []]);
  });

  it('are those of the columns that the person names where no heading tells them; the next table goes by it', async () => {
    // By two stages the column would be known by its contents.
    const rows = 'Ref,Was,Wo,Betrag\n1,Pike one,Proposal,5\n2,Pike two,Proposal,7\n';
    answer('Was', 'Wo', 'Without a currency', 'Nobody', 'Import 2 Deals');
    await runOn('pike.csv', rows);
    assert.match(previews[0]!.text, /^== Stages ==\nProposal +→ /m);
    assert.deepEqual(reasons.slice(0, 2), [
      'Import pike.csv: No heading tells which column has the titles of the deals. Which one does?',
      'Import pike.csv: No heading tells which column has the stages of the deals. Which one does?',
    ]);
    assert.match(textOf('pike-two.md'), /^stage: proposal$/m);
    assert.match(textOf('_import/pike.yaml'), /^ {2}Was: title\n {2}Wo: stage$/m);
    answer('Import 1 Deal');
    await runOn('pike.csv', `${rows}3,Pike three,Closing,7\n`);
    assert.match(previews.at(-1)!.text, /^1 deal to import\n2 deals already there/m);
    assert.ok(files().includes('pike-three.md'));
    // What the person thinks better of is told, with another way.
    answer(undefined);
    await runOn('eel.csv', 'Farbe,Betrag\nrot,5\n');
    assert.match(said.at(-1)!, /^eel\.csv: .*no column has titles/);
  });

  it('whose cells went into the notes are all taken: the message shows those cells', async () => {
    answer('Import 1 Deal');
    press('Show These Cells');
    await runOn('snipe.csv', `${HEADS}\n63,Snipe,Contract Sent,about five,2027-06-05,Snipe,EUR,dana\n`);
    assert.match(said.at(-1)!, /^1 deal imported from snipe\.csv, 1 cell put in the notes\.$/);
    await until('they are open', () => tabs().includes('Cells of snipe.csv'));
    assert.match(previews.at(-1)!.text, /^== Cells that make no sense where they stand ==\nRow 2, Amount: /);
  });

  it('make the folder where there is no pipeline yet', async () => {
    const deals = uriOf('.').fsPath;
    rmSync(deals, { recursive: true, force: true });
    const { pipelines } = await extension();
    await pipelines.refresh();
    answer('The day first', 'Import 2 Deals');
    await runOn('tern.csv', TABLE);
    assert.ok(existsSync(uriOf('teal-rollout.md').fsPath));
    await until('the pipeline is found', () => pipelines.entryAt(uriOf('teal-rollout.md')) !== undefined);
    await vscode.commands.executeCommand('dealNotes.undoMove');
    await until('the folder is gone again', () => !existsSync(deals));
  });

  it('are none where their folder is a file, and the message says so, with a way to another table', async () => {
    const deals = uriOf('.').fsPath;
    const { pipelines } = await extension();
    rmSync(deals, { recursive: true, force: true });
    writeFileSync(deals, 'not a folder');
    try {
      await pipelines.refresh();
      press('Choose Another File…');
      await runOn('tern.csv', TABLE);
      await until('both are told', () => said.length === 2);
      for (const message of said) assert.match(message, /^tern\.csv: .*ENOTDIR/);
    } finally {
      rmSync(deals);
      await clear();
    }
  });

  it('go by what is in front of the person: unsaved text stays, is changed there, and comes back with undo', async () => {
    const row = (value: string) => `${HEADS}\n61,Loon,Contract Sent,${value},2027-06-05,Loon,EUR,dana\n`;
    answer('Import 1 Deal');
    await runOn('loon.csv', row('100'));
    const document = await vscode.workspace.openTextDocument(uriOf('loon.md'));
    await vscode.window.showTextDocument(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(document.lineCount, 0), 'unsaved words\n');
    await vscode.workspace.applyEdit(edit);
    answer('Update 1 Deal');
    await runOn('loon.csv', row('150'));
    assert.match(document.getText(), /^value: 150$[^]*unsaved words/m);
    assert.deepEqual([document.isDirty, /150|unsaved/.test(textOf('loon.md'))], [true, false]);
    await vscode.commands.executeCommand('dealNotes.undoMove');
    await until('the value is back', () => /^value: 100$/m.test(document.getText()));
    assert.match(document.getText(), /unsaved words/);
    // What is written in it after an import keeps its value and its file.
    answer('Update 1 Deal');
    await runOn('loon.csv', row('170'));
    const more = new vscode.WorkspaceEdit();
    more.insert(document.uri, new vscode.Position(document.lineCount, 0), 'more words\n');
    await vscode.workspace.applyEdit(more);
    await vscode.commands.executeCommand('dealNotes.undoMove');
    assert.match(document.getText(), /^value: 170$[^]*more words/m);
    assert.match(said.at(-1)!, /loon\.md.*It has changed since/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('lose nothing where a file has unsaved changes that are thrown away; the message names it and saves it', async () => {
    const rows = (value: string) => `${HEADS}\n62,Grebe,Contract Sent,${value},2027-06-05,Grebe,EUR,dana\n`;
    answer('Import 1 Deal');
    await runOn('grebe.csv', rows('100'));
    const document = await vscode.workspace.openTextDocument(uriOf('grebe.md'));
    await vscode.window.showTextDocument(document);
    const type = async () => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(document.lineCount, 0), 'unsaved words\n');
      await vscode.workspace.applyEdit(edit);
    };
    await type();
    answer('Update 1 Deal');
    await runOn('grebe.csv', rows('150'));
    const toSave = /^1 deal updated from grebe\.csv, 1 file still to be saved: grebe\.md\.$/;
    assert.match(said.at(-1)!, toSave);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    assert.match(textOf('grebe.md'), /^value: 100$/m);

    await type();
    answer('Update 1 Deal');
    press('Save grebe.md');
    await runOn('grebe.csv', rows('150'));
    await until('what is left to say is told', () => said.at(-1) === '1 deal updated from grebe.csv.');
    assert.match(said.at(-2)!, toSave);
    assert.match(textOf('grebe.md'), /^value: 150$[^]*unsaved words/m);
    assert.equal(document.isDirty, false);
  });

  it('are made by what is there when the person says so, not when it was shown', async () => {
    const { showQuickPick } = vscode.window;
    const meanwhile = (act: () => void) =>
      Object.assign(vscode.window, {
        showQuickPick: (...args: Parameters<typeof showQuickPick>) => {
          act();
          return showQuickPick(...args);
        },
      });
    const row = (value: string) => `${HEADS}\n66,Knot,Contract Sent,${value},2027-06-05,Knot,EUR,dana\n`;
    meanwhile(() => writeFileSync(uriOf('knot.md').fsPath, 'mine'));
    answer('Import 1 Deal');
    await runOn('knot.csv', row('100'));
    assert.equal(textOf('knot.md'), 'mine');
    assert.match(textOf('knot-2.md'), /^value: 100$/m);
    meanwhile(() => {
      writeFileSync(uriOf('knot-2.md').fsPath, textOf('knot-2.md').replace('value: 100', 'value: 120'));
    });
    answer('Update 1 Deal');
    await runOn('knot.csv', row('150'));
    assert.match(textOf('knot-2.md'), /^value: 120$/m);
  });

  it('begin with a table that is dropped on the view, into the pipeline of the row', async () => {
    const { drag, pipelines } = await extension();
    const [home] = pipelines.folders;
    const drop = async (...names: readonly string[]) => {
      const data = new vscode.DataTransfer();
      const uris = names.map(name => vscode.Uri.file(join(folder, name)).toString());
      data.set('text/uri-list', new vscode.DataTransferItem(uris.join('\r\n')));
      await drag.handleDrop({ kind: 'group', folder: home!, group: 'proposal' } as never, data);
    };
    writeFileSync(join(folder, 'dropped.csv'), TABLE);
    answer('The day first', 'Import 2 Deals');
    await drop('dropped.csv');
    assert.match(textOf('tern-scanners.md'), /^close_date: 2027-04-03$/m);
    await drop('dropped.csv', 'tern.csv');
    assert.match(said.join(), /Drop one table after the other\./);
  });

  it('get the activities that were exported beside them, shown before, in their logs; one undo takes them out', async () => {
    answer('The day first', 'Import 2 Deals');
    await runOn('tern.csv', TABLE);
    const before = textOf('tern-scanners.md');
    const rows = [
      'Record ID,Activity type,Title,Body,Activity date,Associated Deal IDs',
      '1,Call,Terms,They agree,2026-01-05,71',
      '2,Note,,<p>Two sites</p>,2026-01-06,71;72',
      '3,Note,,Whose,2026-01-06,99',
    ].join('\n');
    answer('Cancel');
    await runOn('activities.csv', rows);
    assert.equal(textOf('tern-scanners.md'), before);
    assert.match(previews.at(-1)!.text, /^activities\.csv: activities from HubSpot, 3 rows\n/);
    assert.match(
      previews.at(-1)!.text,
      /^3 log lines to add to 2 deals\n1 row that belongs to no deal here/m,
    );
    assert.match(previews.at(-1)!.text, /^-- tern-scanners\.md --\n2026-01-05 call: Terms: They agree\n/m);
    assert.match(previews.at(-1)!.text, /^Row 4, Associated Deal IDs: There is no deal “99” here\./m);
    answer('Add 3 Log Lines to 2 Deals');
    press('Undo');
    await runOn('activities.csv', rows);
    assert.equal(
      said.at(-1),
      '3 log lines added to 2 deals from activities.csv, 1 row that belongs to no deal here.',
    );
    await until('all is taken back', () => !files().includes('hubspot-log.json'));
    assert.equal(textOf('tern-scanners.md'), before);
    answer('Add 3 Log Lines to 2 Deals');
    await runOn('activities.csv', rows);
    assert.match(textOf('tern-scanners.md'), /^- 2026-01-05 call: Terms: They agree$/m);
    assert.match(textOf('teal-rollout.md'), /^- 2026-01-06 note: Two sites$/m);
    answer('Close');
    await runOn('activities.csv', rows);
    assert.deepEqual(lists.at(-1), ['$(x) Close', '$(edit) Change What a Column Becomes…']);
  });

  it('get activities by columns that the person changes in what is shown; the next file of the kind goes by it', async () => {
    answer('The day first', 'Import 2 Deals');
    await runOn('tern.csv', TABLE);
    const rows = (id: string) =>
      `Record ID,Activity type,Title,Body,Outcome,Activity date,Associated Deal IDs\n${id},Call,Terms,They agree,Won over,05/06/2026,71\n`;
    answer('The month first', 'Change What a Column Becomes', 'Outcome', 'subject');
    answer('Change What a Column Becomes', undefined, 'Add 1 Log Line to 1 Deal');
    await runOn('activities.csv', rows('1'));
    const shown = previews.slice(-3).map(({ text }) => /2026-05-06 call: .*/.exec(text)?.[0]);
    assert.deepEqual(shown, [
      '2026-05-06 call: Terms: They agree',
      '2026-05-06 call: Won over: They agree',
      '2026-05-06 call: Won over: They agree',
    ]);
    assert.match(textOf('tern-scanners.md'), /^- 2026-05-06 call: Won over: They agree$/m);
    assert.match(textOf('_import/hubspot-log.yaml'), /^ {2}Outcome: subject$/m);
    answer('Cancel');
    await runOn('activities.csv', rows('2').replace('They agree', 'Signed'));
    assert.match(previews.at(-1)!.text, /^2026-05-06 call: Won over: Signed$/m);
  });

  it('get the people who were exported beside them as contacts', async () => {
    answer('The day first', 'Import 2 Deals');
    await runOn('tern.csv', TABLE);
    const people =
      'First Name,Last Name,Email,Job Title,Associated Company\nRita,Lee,r.lee@tern.example,CFO,Tern Corp\n';
    answer('Add 1 Contact to 1 Deal');
    await runOn('people.csv', people);
    assert.match(previews.at(-1)!.text, /^people\.csv: people from HubSpot, 1 row\n/);
    assert.match(
      textOf('tern-scanners.md'),
      /^ {2}- ?\{ ?name: Rita Lee, role: CFO, email: r\.lee@tern\.example ?\}$/m,
    );
  });

  it('are shown anew where the person changes what a column or a stage becomes, which is kept with the team', async () => {
    const rows = `${HEADS},Region,Sector\n91,Tit one,Contract Sent,5,2027-06-05,Tit,EUR,dana,North,Retail\n`;
    writeFileSync(join(folder, 'tit.csv'), rows);
    answer(
      ...[
        'Change What a Column Becomes',
        'Region',
        'source',
        'Change What a Stage Becomes',
        'Contract Sent',
        'Proposal',
      ],
      ...['Change What a Column Becomes', undefined, 'Import 1 Deal'],
    );
    await runOn('tit.csv', rows);
    assert.equal(previews.length, 4);
    assert.match(previews[0]!.text, /^Region +→ +region +“North”$/m);
    assert.match(previews[1]!.text, /^Region +→ +source +“North”$/m);
    assert.match(previews[1]!.text, /^source: North$/m);
    assert.match(previews[2]!.text, /^Contract Sent +→ +Proposal/m);
    assert.match(textOf('tit-one.md'), /^stage: proposal$/m);
    assert.match(textOf('tit-one.md'), /^source: North$/m);
    assert.match(textOf('_import/hubspot.yaml'), /^ {2}Region: source$/m);
    // The next file of the kind goes by it; and what the team wrote in it stays, where it is changed again.
    const file = uriOf('_import/hubspot.yaml').fsPath;
    writeFileSync(
      file,
      textOf('_import/hubspot.yaml').replace('Sector: {key: sector}', 'Sector: {key: sector} # ours'),
    );
    answer('Change What a Column Becomes', 'Region', 'tags', 'Import 1 Deal');
    press('Undo');
    const kept = textOf('_import/hubspot.yaml');
    await runOn('tit.csv', `${rows}92,Tit two,Contract Sent,5,2027-06-05,Tit two,EUR,dana,South,Retail\n`);
    const during = textOf('_import/hubspot.yaml');
    assert.ok([kept, kept.replace('Region: source', 'Region: tags')].includes(during), during);
    await until('it is taken back', () => textOf('_import/hubspot.yaml') === kept);
  });
});
