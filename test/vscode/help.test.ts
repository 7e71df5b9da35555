import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { COMMANDS } from '../../src/ids';
import { addDays, localDay } from '../../src/core/calendar';
import { describeDate } from '../../src/core/peopleDates';
import { messages } from './support/answers';
import { completions, head, lensesOf, proposal, titles, typed } from './support/help';
import { withSettings } from './support/settings';
import { typing } from './support/typing';
import { until } from './support/until';
import { clear, deal, extension, textOf, uriOf, writeDeal, writeProcess } from './support/workspace';

const today = localDay(new Date());
const inDays = (days: number) => addDays(today, days);

async function hoverAt(marked: string): Promise<string> {
  const { uri, position } = await typed(marked);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    position,
  );
  const contents = hovers.flatMap(({ contents: some }) => some) as vscode.MarkdownString[];
  for (const content of contents) assert.ok(!content.isTrusted);
  return contents
    .map(({ value }) => value.replace(/\\([!-/:-@[-`{-~])/g, '$1'))
    .join('\n')
    .trim();
}

describe('help while typing in a deal', () => {
  beforeEach(clear);
  after(clear);

  it('offers the keys that are not there, with what they are for', async () => {
    const { items, names, accept } = await completions(proposal('|'));
    assert.deepEqual(names.slice(0, 3), ['account', 'owner', 'status']);
    assert.equal(items[1]!.documentation, 'Who owns the deal.');
    assert.equal(items[1]!.command?.command, 'editor.action.triggerSuggest');
    assert.equal(await accept('contacts'), proposal('contacts:\n  - {name: , role: , email: }'));
  });

  it('offers the stages behind the colon, in the form of the file', async () => {
    const { names, accept } = await completions(
      head('title: x\nstage:|\nhistory:\n  - {on: 2026-01-12, stage: Proposal}'),
      ':',
    );
    assert.deepEqual(names.slice(0, 2), ['Lead generation', 'Prospecting']);
    assert.equal(
      await accept('Needs analysis'),
      head('title: x\nstage: Needs analysis\nhistory:\n  - {on: 2026-01-12, stage: Proposal}'),
    );
  });

  it('offers what other deals have', async () => {
    await writeDeal('other.md', proposal('owner: "Zoë: Q"\ntags: [hardware]'));
    const { names, accept } = await completions(proposal('owner: |'), ' ');
    assert.deepEqual(names, ['Zoë: Q']);
    assert.equal(await accept('Zoë: Q'), proposal("owner: 'Zoë: Q'"));
    assert.deepEqual((await completions(proposal('tags: [x,|]'), ',')).names, ['hardware']);
  });

  it('offers days, and understands those that are typed', async () => {
    const { items, names, accept } = await completions(proposal('close_date: in 3 weeks|'));
    assert.deepEqual(names.slice(0, 3), ['in 3 weeks', 'today', 'tomorrow']);
    assert.equal(items[0]!.detail, describeDate(inDays(21), today, 'en'));
    assert.equal(await accept('in 3 weeks'), proposal(`close_date: ${inDays(21)}`));
  });

  it('offers the criteria of the stage', async () => {
    await writeProcess(
      'stages:\n  proposal:\n    exit_criteria:\n      - {id: presented, text: We presented it}\n',
    );
    const { items, accept } = await completions(proposal('checks: |'));
    assert.deepEqual(
      items.map(({ detail }) => detail),
      ['We presented it'],
    );
    assert.equal(await accept('presented'), proposal('checks: [presented]'));
  });

  it('offers nothing in the notes, in other files and where people write what they like', async () => {
    for (const marked of [`${proposal('')}stage: |`, proposal('next_step: Send |')])
      assert.deepEqual((await completions(marked, ' ')).names, []);
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: head('stage: '),
    });
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(1, 7),
      ' ',
    );
    assert.deepEqual(
      list.items.filter(({ filterText }) => filterText?.includes('proposal')),
      [],
    );
  });
});

describe('what is said where the mouse rests in a deal', () => {
  beforeEach(clear);
  after(clear);

  it('is what a stage is for, and how deals fare in it', async () => {
    await writeProcess(
      'min_sample: 2\nstages:\n  proposal:\n    guidance: Talk first.\n    exit_criteria:\n      - {id: presented, text: We presented it}\n      - {id: liked, text: They liked it}\n',
    );
    const history = (days: number) =>
      `history:\n  - {on: ${inDays(-30)}, stage: proposal}\n  - {on: ${inDays(-30 + days)}, stage: closing}`;
    await writeDeal('a.md', head(`stage: closing\n${history(8)}`));
    await writeDeal('b.md', head(`stage: closing\n${history(12)}`));
    const said = await hoverAt(proposal('checks: [liked]').replace('stage: pro', 'stage: pro|'));
    assert.equal(
      said,
      [
        '**Proposal** 5 of 7',
        'Suggest a solution based on the needs analysis.',
        'Talk first.',
        'Before leaving this stage:',
        '- We presented it\n- They liked it (met)',
        'Typical stay: 10 days (median of 2)',
        '100% go on (of 2)',
      ].join('\n\n'),
    );
  });

  it('is also told of the stages of the history', async () => {
    assert.match(
      await hoverAt(deal('proposal').replace('stage: proposal}', 'stage: |proposal}')),
      /^\*\*Proposal\*\* 5 of 7\n[^]*No deal has left this stage yet\.$/,
    );
  });

  it('is how far away a day is', async () => {
    assert.equal(
      await hoverAt(proposal(`close_date: |${inDays(11)}`)),
      describeDate(inDays(11), today, 'en'),
    );
    assert.match(
      await hoverAt(proposal(`next_step_on: |${inDays(-3)}`)),
      /3 days ago\n\nThe next step is overdue\.$/,
    );
  });

  it('is what a value is worth by its probability', async () => {
    assert.equal(
      await hoverAt(proposal('value: |48000\ncurrency: EUR')),
      '**€48,000**\n\nWeighted €24,000: €48,000 × 50%',
    );
    assert.equal(
      await hoverAt(proposal('value: 48000\ncurrency: EUR\nprobability: |25')),
      'Weighted €12,000: €48,000 × 25%\n\nProposal defaults to 50%.',
    );
    assert.match(await hoverAt(proposal('forecast: |commit')), /Proposal defaults to best_case\./);
  });

  it('is how many deals have a name, what a criterion says and what a key is for', async () => {
    await writeProcess(
      'stages:\n  proposal:\n    exit_criteria:\n      - {id: presented, text: "We [presented](command:quit) it"}\n',
    );
    await writeDeal('a.md', proposal('owner: dana\nvalue: 9\ncurrency: EUR\nstatus: won'));
    assert.equal(
      await hoverAt(proposal('owner: |dana\nvalue: 5\ncurrency: EUR')),
      '1 open deal, €5\n\n1 won',
    );
    assert.equal(await hoverAt(proposal('checks: [|presented]')), 'We [presented](command:quit) it');
    assert.equal(await hoverAt(proposal('own|er: dana')), 'Who owns the deal.');
    assert.equal(await hoverAt(`${proposal('')}st|age: proposal`), '');
  });
});

describe('what stands above a deal', () => {
  const { answer } = typing();
  beforeEach(clear);
  after(clear);

  const PROCESS =
    'stages:\n  proposal:\n    required: [value]\n    exit_criteria:\n      - {id: presented, text: We presented it}\n      - {id: liked, text: They liked it}\n';
  const begun = (days: number, more = '') =>
    head(`title: Acme\nstage: proposal\n${more}history:\n  - {on: ${inDays(-days)}, stage: proposal}`);

  it('is where it stands, what is still open, the way on and the next step', async () => {
    await writeProcess(PROCESS);
    const { uri } = await typed(`|${begun(12, `next_step_on: ${inDays(-2)}\n`)}`);
    assert.deepEqual(await titles(uri), [
      'Stage 5/7 Proposal · 12 d',
      '2 criteria open',
      '1 field missing',
      'Advance ▸',
      'Next step 2 d late',
    ]);
    for (const { command, arguments: [about] = [] } of await lensesOf(uri)) {
      assert.ok((await vscode.commands.getCommands(true)).includes(command), command);
      assert.equal(String(about), String(uri));
    }
  });

  it('is no longer what is done', async () => {
    await writeProcess(PROCESS);
    const planned = `next_step: Call\nnext_step_on: ${inDays(1)}\n`;
    const { uri } = await typed(`|${begun(0, `${planned}checks: [presented, liked]\nvalue: 5\n`)}`);
    assert.deepEqual(await titles(uri), ['Stage 5/7 Proposal · 0 d', 'Advance ▸', 'Next step tomorrow']);
  });

  it('is until when it is on hold, and nothing late before that day', async () => {
    const { uri } = await typed(
      `|${begun(1, `next_step: Call\nnext_step_on: ${inDays(-2)}\non_hold_until: ${inDays(9)}\n`)}`,
    );
    const above = await titles(uri);
    assert.match(above.at(-1)!, /^On hold until \w+/);
    assert.doesNotMatch(above.join(' '), /late/);
  });

  it('moves the deal as the command does', async () => {
    const { uri, document } = await typed(`|${begun(1)}`);
    const advance = (await lensesOf(uri)).find(({ title }) => title === 'Advance ▸')!;
    await vscode.commands.executeCommand(advance.command, ...advance.arguments!);
    assert.match(document.getText(), /^stage: negotiation$/m);
    assert.equal((await titles(uri))[0], 'Stage 6/7 Objections and negotiations · 0 d');
  });

  it('leads to the place of a field that is missing', async () => {
    await writeProcess(PROCESS);
    const { uri, document } = await typed(`|${begun(1)}`);
    answer('value');
    const missing = (await lensesOf(uri)).find(({ title }) => title === '1 field missing')!;
    await vscode.commands.executeCommand(missing.command, ...missing.arguments!);
    assert.match(document.getText(), /^stage: proposal\nvalue: \nhistory:$/m);
    const { active } = vscode.window.activeTextEditor!.selection;
    assert.equal(document.lineAt(active.line).text.slice(0, active.character), 'value: ');
  });

  it('says how a closed deal ended, and nothing above a file that is no deal or needs attention', async () => {
    assert.deepEqual(
      await titles(await writeDeal('won.md', head('stage: closing\nstatus: won\nclosed_on: 2026-11-20'))),
      ['Won · 2026-11-20'],
    );
    assert.deepEqual(await titles(await writeDeal('note.md', head('title: x'))), []);
    assert.deepEqual(await titles(await writeDeal('bad.md', head('stage: nonsense'))), []);
  });

  it('draws no icon that a stage is named after', async () => {
    await writeProcess('stages:\n  proposal:\n    label: $(flame) Offer\n');
    const { uri } = await typed(`|${begun(1)}`);
    assert.equal((await titles(uri))[0], 'Stage 5/7 \\$(flame) Offer · 1 d');
  });

  it('is turned off by a setting', async () => {
    const { uri } = await typed(`|${begun(1)}`);
    await withSettings({ 'dealNotes.codeLens': false }, async () => assert.deepEqual(await titles(uri), []));
    assert.notDeepEqual(await titles(uri), []);
  });
});

describe('folding and outline of a deal', () => {
  beforeEach(clear);
  after(clear);

  it('are those of any Markdown file', async () => {
    const text = `${deal('proposal')}# Acme\n\n## Proposal\n\n- [ ] one\n\n## Log\n\n- 2026-01-05 call: x\n`;
    const inside = await writeDeal('here.md', text);
    const outside = vscode.Uri.joinPath(inside, '..', '..', 'elsewhere.md');
    await vscode.workspace.fs.writeFile(outside, new TextEncoder().encode(text));
    const seen = async (command: string, uri: vscode.Uri) => {
      await vscode.window.showTextDocument(uri);
      const found = await vscode.commands.executeCommand<unknown>(command, uri);
      return JSON.stringify(found, (key, value: unknown) =>
        key === 'uri' || key === 'location' ? undefined : value,
      );
    };
    try {
      for (const command of ['vscode.executeDocumentSymbolProvider', 'vscode.executeFoldingRangeProvider']) {
        const found = await seen(command, inside);
        assert.ok(found.length > 50, found);
        assert.equal(found, await seen(command, outside));
      }
    } finally {
      await vscode.workspace.fs.delete(outside);
    }
  });
});

describe('links and places of what stands in a deal', () => {
  beforeEach(clear);
  after(clear);

  const places = async (command: string, marked: string) => {
    const { uri, position } = await typed(marked);
    const found = await vscode.commands.executeCommand<vscode.Location[]>(command, uri, position);
    const lines = found.map(async ({ uri: to, range }) => {
      const document = await vscode.workspace.openTextDocument(to);
      return `${to.path.split('/').at(-1)!.replace(/-\d+/, '')}: ${document.getText(range) || document.lineAt(range.start).text}`;
    });
    return (await Promise.all(lines)).toSorted();
  };

  it('are addresses and phone numbers of contacts, and nothing that adds to them', async () => {
    const { uri } = await typed(
      `|${proposal('contacts:\n  - {name: R. Lee, email: r.lee@acme.example, phone: "+49 (30) 123-45"}\n  - {name: x, email: "x@y.example?cc=z@evil.example"}\n  - t.bo@acme.example\nnote: n@acme.example')}`,
    );
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      uri,
    );
    assert.deepEqual(
      links.map(({ target }) => target!.toString(true)),
      ['mailto:r.lee@acme.example', 'tel:+493012345', 'mailto:t.bo@acme.example'],
    );
  });

  it('lead from an account to a search for its deals, whatever the account is called', async () => {
    const name = 'Acme "&?#/ Söhne';
    const { uri } = await typed(`|${proposal(`account: '${name}'`)}`);
    const [link] = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      uri,
    );
    const { scheme, path, query } = link!.target!;
    assert.deepEqual([scheme, path, JSON.parse(query)], ['command', COMMANDS.findDeal, [name]]);
  });

  it('are all deals that have a name', async () => {
    await writeDeal('a.md', proposal('owner: "dana" # x\ntags: [x, hardware]'));
    await writeDeal('b.md', proposal('owner: dan\ntags: "x, hardware"'));
    await writeDeal('c.md', proposal('tags:\n  - hardware\nnote: hardware'));
    const references = (marked: string) => places('vscode.executeReferenceProvider', marked);
    assert.deepEqual(await references(proposal('owner: da|na')), ['a.md: dana', 'here.md: dana']);
    assert.deepEqual(await references(proposal('tags: [hard|ware]')), [
      'a.md: hardware',
      'b.md: hardware',
      'c.md: hardware',
      'here.md: hardware',
    ]);
  });

  it('lead from an account to its other deals', async () => {
    await writeDeal('a.md', proposal("account: 'Acme Corp'"));
    await writeDeal('b.md', proposal('account: Acme'));
    assert.deepEqual(await places('vscode.executeDefinitionProvider', proposal('account: Acme |Corp')), [
      'a.md: Acme Corp',
    ]);
  });

  it('lead from a stage to what the process says of it', async () => {
    await writeProcess('currency: EUR\nstages:\n  closing: {label: End}\n  proposal:\n    label: Offer\n');
    const definition = (marked: string) => places('vscode.executeDefinitionProvider', marked);
    assert.deepEqual(await definition(head('stage: Off|er')), ['sales-process.yaml:   proposal:']);
    assert.deepEqual(await definition(deal('proposal').replace('stage: proposal}', 'stage: |proposal}')), [
      'sales-process.yaml:   proposal:',
    ]);
    assert.deepEqual(await definition(head('stage: pro|specting')), []);
  });
});

describe('a name that is renamed in all deals', () => {
  const { said } = messages();
  const { answer, lists, offered } = typing();
  beforeEach(clear);
  after(clear);

  const rename = async (marked: string, name: string) => {
    const { uri, position } = await typed(marked);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      uri,
      position,
      name,
    );
    await vscode.workspace.applyEdit(edit);
    return vscode.window.activeTextEditor!.document.getText();
  };
  const shown = async (name: string) => (await vscode.workspace.openTextDocument(uriOf(name))).getText();

  it('is so in the quotes of each, and nothing else is', async () => {
    const files = {
      'a.md': proposal('owner: "dana" # says dana\nnext_step: Ask dana'),
      'b.md': `\uFEFF${proposal("owner: 'dana'")}`.replaceAll('\n', '\r\n'),
      'c.md': proposal('owner: Dana'),
    };
    for (const [name, text] of Object.entries(files)) await writeDeal(name, text);
    assert.equal(await rename(proposal('owner: da|na'), 'Dana: Q'), proposal("owner: 'Dana: Q'"));
    assert.equal(await shown('a.md'), files['a.md'].replace('"dana"', '"Dana: Q"'));
    assert.equal(await shown('b.md'), files['b.md'].slice(1).replace("'dana'", "'Dana: Q'"));
    assert.equal(await shown('c.md'), files['c.md']);
    assert.deepEqual(said, []);
  });

  it('is under the key that the team has for it', async () => {
    await writeProcess('fields: {account: customer}\n');
    await writeDeal('own.md', proposal('customer: Acme\naccount: Acme'));
    assert.equal(await rename(proposal('customer: Ac|me'), 'Zeta'), proposal('customer: Zeta'));
    assert.equal(await shown('own.md'), proposal('customer: Zeta\naccount: Acme'));
    assert.equal(await hoverAt(proposal('cust|omer: Zeta')), 'The customer.');
  });

  it('is a tag in a list, below a key and among others in one text', async () => {
    await writeDeal('tags-a.md', proposal('tags:\n  - x\n  - "hot" # now\n  - y'));
    await writeDeal('tags-b.md', proposal('tags: hot, x'));
    await writeDeal('tags-c.md', proposal('tags: [hot, warm, x]'));
    assert.equal(await rename(proposal('tags: [x, ho|t]'), '#warm'), proposal('tags: [x, warm]'));
    assert.equal(await shown('tags-a.md'), proposal('tags:\n  - x\n  - "warm" # now\n  - y'));
    assert.equal(await shown('tags-b.md'), proposal("tags: 'warm, x'"));
    assert.equal(await shown('tags-c.md'), proposal('tags: [warm, x]'));
  });

  it('is told of files that cannot be edited safely, which keep it', async () => {
    const broken = head('stage: proposal\nowner: dana\nowner: dana');
    const mixed = proposal('owner: dana').replace('---\nNotes', '---\r\nNotes');
    await writeDeal('broken.md', broken);
    await writeDeal('mixed.md', mixed);
    assert.equal(await rename(proposal('owner: da|na'), 'ines'), proposal('owner: ines'));
    assert.deepEqual([textOf('broken.md'), textOf('mixed.md')], [broken, mixed]);
    assert.match(said[0]!, /^2 files still have the old name\. First: .*mixed\.md/);
  });

  it('is not begun at what is no name, nor ended with two for one tag', async () => {
    for (const marked of [proposal('next_step: da|na'), proposal('ow|ner: dana')]) {
      const { uri, position } = await typed(marked);
      // The editor's own renaming of links and headings has its say then.
      const made = vscode.commands.executeCommand<vscode.WorkspaceEdit | undefined>(
        'vscode.executeDocumentRenameProvider',
        uri,
        position,
        'x',
      );
      const changes = await made.then(
        edit => edit?.size ?? 0,
        () => 0,
      );
      assert.equal(changes, 0);
    }
    // In brackets, which the editor would take for a link that it may rename, if it were asked.
    assert.equal(await rename(proposal('tags: [ho|t]'), 'a, b'), proposal('tags: [hot]'));
    assert.deepEqual(said, ['Enter one tag, without commas.']);
  });

  it('is so by a command, too, with one undo for all files', async () => {
    const before = {
      'command-a.md': proposal('owner: dana\ntags: [x]'),
      'command-b.md': proposal('owner: dana').replace('---\nNotes', '---\r\nNotes'),
    };
    for (const [name, text] of Object.entries(before)) await writeDeal(name, text);
    writeFileSync(uriOf('command-c.md').fsPath, head('title: no deal\nowner: dana'));
    answer('dana', 'ines');
    await vscode.commands.executeCommand('dealNotes.renameShared');
    assert.deepEqual(lists[0], ['Owners', 'dana', 'Tags', 'x']);
    assert.equal(offered[0], 'dana');
    for (const [name, text] of Object.entries(before))
      assert.equal(textOf(name), text.replace('dana', 'ines'));
    await until('it is told', () => said.includes('2 deals: “dana” is now “ines”'));
    await vscode.commands.executeCommand('dealNotes.undoMove');
    for (const [name, text] of Object.entries(before)) assert.equal(textOf(name), text);
    assert.ok((await extension()).pipelines.folders.length);
  });
});
