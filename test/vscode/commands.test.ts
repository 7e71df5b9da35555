import assert from 'node:assert/strict';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { addDays, localDay, type CalendarDate } from '../../src/core/calendar';
import { dayInWords } from '../../src/core/peopleDates';
import { messages } from './support/answers';
import { typing } from './support/typing';
import { until } from './support/until';
import {
  changedLines,
  clear,
  deal,
  extension,
  textOf,
  uriOf,
  writeDeal,
  writeProcess,
} from './support/workspace';

const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(`dealNotes.${command}`, ...args);
const today = () => localDay(new Date());
const inDays = (days: number) => addDays(today(), days);
const inWords = (day: CalendarDate) => dayInWords(day, today(), 'en');
const files = () => readdirSync(dirname(uriOf('x').fsPath)).toSorted();

async function show(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

describe('commands that change a deal', () => {
  const { said } = messages();
  const { answer, understood, lists, offered } = typing();
  beforeEach(clear);
  after(clear);

  for (const [command, answers, more, removed, added] of [
    [
      'logActivity',
      ['call: asked for a reference'],
      '',
      [],
      ['## Log', '', '- TODAY call: asked for a reference', ''],
    ],
    ['setNextStep', ['Send quote', 'in 2 weeks'], '', [], ['next_step: Send quote', 'next_step_on: IN14']],
    [
      'setNextStep',
      ['Send quote', ''],
      'next_step: x\nnext_step_on: 2026-01-30\n',
      ['next_step: x', 'next_step_on: 2026-01-30'],
      ['next_step: Send quote'],
    ],
    [
      'setNextStep',
      [''],
      'next_step: x\nnext_step_on: 2026-01-30\n',
      ['next_step: x', 'next_step_on: 2026-01-30'],
      [],
    ],
    [
      'completeNextStep',
      ['Sent the quote', 'Call R.', 'in 2 weeks'],
      'next_step: Send quote # urgent\nnext_step_on: 2026-01-30\n',
      ['next_step: Send quote # urgent', 'next_step_on: 2026-01-30'],
      ['next_step: Call R. # urgent', 'next_step_on: IN14', '## Log', '', '- TODAY Sent the quote', ''],
    ],
    [
      'completeNextStep',
      ['Sent the quote', ''],
      'next_step: Send quote\nnext_step_on: 2026-01-30\n',
      ['next_step: Send quote', 'next_step_on: 2026-01-30'],
      ['## Log', '', '- TODAY Sent the quote', ''],
    ],
    [
      'completeNextStep',
      ['visit', 'Call R.', ''],
      '',
      [],
      ['next_step: Call R.', '## Log', '', '- TODAY visit', ''],
    ],
    ['setCloseDate', ['tomorrow'], '', [], ['close_date: IN1']],
    ['holdUntil', ['in 2 weeks'], '', [], ['on_hold_until: IN14']],
    ['holdUntil', [''], 'on_hold_until: 2026-01-30\n', ['on_hold_until: 2026-01-30'], []],
    [
      'setCloseDate',
      ['2027-02-28'],
      'close_date: "2026-03-01" # says R.\n',
      ['close_date: "2026-03-01" # says R.'],
      ['close_date: "2027-02-28" # says R.'],
    ],
    ['setValue', ['48k'], 'value: 12\ncurrency: usd\n', ['value: 12'], ['value: 48000']],
    [
      'setValue',
      ['€1.5m'],
      'value: 12\ncurrency: usd\n',
      ['value: 12', 'currency: usd'],
      ['value: 1500000', 'currency: EUR'],
    ],
    ['setValue', [''], 'value: 12\nvalue_period: month\n', ['value: 12', 'value_period: month'], []],
    ['setOwner', ['Zoë: Q'], '', [], ["owner: 'Zoë: Q'"]],
    ['setAccount', ['Acme GmbH'], '', ['account: Acme Corp'], ['account: Acme GmbH']],
    ['setSource', ['trade fair'], '', [], ['source: trade fair']],
    ['addTag', ['#hardware'], '', [], ['tags:', '  - hardware']],
    ['addTag', ['hardware'], 'tags: [renewal]\n', ['tags: [renewal]'], ['tags: [renewal, hardware]']],
    ['addTag', ['hardware'], 'tags: renewal\n', ['tags: renewal'], ["tags: 'renewal, hardware'"]],
    ['addTag', ['Renewal'], 'tags: [renewal]\n', [], []],
  ] as const) {
    it(`${command} “${answers.join('”, “')}” writes what it says into ${more ? 'what is there' : 'the open deal'}, with one undo`, async () => {
      const before = deal('proposal', more);
      const document = await show(await writeDeal('acme.md', before));
      answer(...answers);
      await run(command);
      const dated = (lines: readonly string[]) =>
        lines.map(line =>
          line.replace('TODAY', today()).replace(/IN(\d+)/, (_, days) => inDays(Number(days))),
        );
      assert.deepEqual(changedLines(before, textOf('acme.md')), {
        removed: dated(removed),
        added: dated(added),
      });
      assert.equal(document.isDirty, false);
      if (!added.length && !removed.length) return;
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), before);
    });
  }

  it('ask which of several selected deals is meant, where each wants an answer of its own', async () => {
    const uris = [
      await writeDeal('acme.md', deal('proposal')),
      await writeDeal('beta.md', deal('proposal').replace('Acme, scanners', 'Beta, labels')),
    ];
    const before = textOf('acme.md');
    answer('Beta', '5');
    await run('setValue', undefined, uris);
    assert.deepEqual(lists[0], ['Acme, scanners', 'Beta, labels']);
    assert.match(textOf('beta.md'), /^value: 5$/m);
    assert.equal(textOf('acme.md'), before);
    answer(undefined);
    await run('completeNextStep', undefined, uris);
    assert.equal(textOf('acme.md'), before);
  });

  it('tell what they have understood before they write, and what they have written', async () => {
    const uri = await writeDeal('acme.md', deal('proposal', 'close_date: 2026-12-18\nvalue: 12\n'));
    answer('tomorrow');
    await run('setCloseDate', uri);
    assert.match(understood[0]!, /^\p{L}+,? .*\d{4}, tomorrow$/u);
    assert.equal(offered[0], '2026-12-18');
    answer('48,5k');
    await run('setValue', uri);
    assert.equal(understood[1], '48,500');
    await until('it is told', () => said.length === 2);
    assert.deepEqual(said, [
      `Acme, scanners: close date ${inWords(inDays(1))}`,
      'Acme, scanners: value 48,500',
    ]);
  });

  it('write nothing that was not understood, or where the person gives up', async () => {
    const before = deal('proposal');
    const uri = await writeDeal('acme.md', before);
    for (const [command, ...typed] of [
      ['setCloseDate', 'someday'],
      ['setCloseDate', undefined],
      ['setValue', 'a lot'],
      ['setNextStep', undefined],
      ['logActivity', ' '],
      ['completeNextStep', undefined],
      ['completeNextStep', ' '],
      ['completeNextStep', 'done', undefined],
      ['completeNextStep', 'done', 'Call', 'someday'],
      ['setOwner', undefined],
      ['setAccount', undefined],
      ['setSource', undefined],
      ['addTag', 'a, b'],
    ] as const) {
      answer(...typed);
      await run(command, uri);
    }
    assert.equal(textOf('acme.md'), before);
    assert.deepEqual(said, []);
  });

  it('offer the next step as what was done, for one deal, and tell both', async () => {
    const nodes = [
      { uri: await writeDeal('a.md', deal('proposal', 'next_step: Send quote\n')) },
      { uri: await writeDeal('b.md', deal('proposal')) },
    ];
    answer('Send quote', 'Call R.', 'tomorrow');
    await run('completeNextStep', nodes[0], nodes);
    assert.deepEqual(offered, ['Send quote', '', '']);
    const words = `completed “Send quote”; next step “Call R.”, ${inWords(inDays(1))}`;
    await until('it is told', () => said.includes(`Acme, scanners: ${words}`));
    assert.equal(textOf('b.md'), deal('proposal'));
    await run('undoMove');
    assert.equal(textOf('a.md'), deal('proposal', 'next_step: Send quote\n'));
  });

  it('change all that is selected, offer what is in use, and are taken back by one undo', async () => {
    const nodes = [];
    for (const [name, more] of [
      ['a', 'owner: dana\n'],
      ['b', 'owner: ines\ntags: [x]\n'],
      ['c', 'owner: ines\n'],
    ] as const)
      nodes.push({ uri: await writeDeal(`${name}.md`, deal('proposal', more)) });
    await show(nodes[1]!.uri);
    answer('dana');
    await run('setOwner', nodes[0], nodes);
    assert.deepEqual(lists[0], ['ines', 'dana', 'Someone else…']);
    for (const name of 'abc') assert.match(textOf(`${name}.md`), /^owner: dana$/m);
    await until('it is told', () => said.includes('3 deals: owner dana'));
    await run('undoMove');
    assert.equal(textOf('b.md'), deal('proposal', 'owner: ines\ntags: [x]\n'));
    assert.equal(textOf('c.md'), deal('proposal', 'owner: ines\n'));
    answer('x');
    await run('addTag', nodes[0], nodes);
    assert.match(textOf('a.md'), /^ {2}- x$/m);
  });

  it('tell of each deal that could not be changed', async () => {
    const nodes = [
      { uri: await writeDeal('a.md', deal('proposal')) },
      { uri: await writeDeal('b.md', deal('proposal', 'close_date: [x]\n')) },
    ];
    answer('tomorrow');
    await run('setCloseDate', nodes[0], nodes);
    assert.match(textOf('a.md'), /^close_date: /m);
    await until('it is told', () => said.some(message => /b\.md:5: .*holds a list/.test(message)));
  });

  it('ask for a deal where none is meant', async () => {
    await writeDeal('acme.md', deal('proposal'));
    answer('Acme', 'visit');
    await run('logActivity');
    assert.match(textOf('acme.md'), / visit$/m);
  });

  it('log for the day that what happened begins with, which is told before it is written', async () => {
    await writeDeal('acme.md', deal('proposal'));
    answer('yesterday: mail to R. Lee', 'call');
    await run('logActivity', uriOf('acme.md'));
    await run('logActivity', uriOf('acme.md'));
    assert.match(understood[0]!, /^Logged for \w+ \d+ \w+: mail to R\. Lee$/);
    assert.equal(understood[1], '');
    const lines = textOf('acme.md')
      .split('\n')
      .filter(line => line.startsWith('- '));
    assert.deepEqual(lines.sort(), [`- ${inDays(-1)} mail to R. Lee`, `- ${today()} call`]);
  });

  it('copy links that lead to the files', async () => {
    const nodes = [
      {
        uri: await writeDeal('a b (1).md', deal('proposal').replace('Acme, scanners', '"[x](command:quit)"')),
      },
      { uri: await writeDeal('b.md', deal('proposal')) },
    ];
    await run('copyLink', nodes[0], nodes);
    assert.equal(
      await vscode.env.clipboard.readText(),
      '[\\[x\\](command:quit)](/deals/a%20b%20%281%29.md)\n[Acme, scanners](/deals/b.md)',
    );
  });
});

describe('a new deal', () => {
  const { said } = messages();
  const { answer, understood, lists } = typing();
  beforeEach(clear);
  after(clear);

  it('is written from what is typed, is opened, and is taken back', async () => {
    await extension();
    answer('Zoë: scanners', 'Acme Corp', '48k EUR', '2  ');
    await run('newDeal');
    assert.deepEqual(files(), ['zoe-scanners.md']);
    assert.equal(
      textOf('zoe-scanners.md'),
      `---\ntitle: 'Zoë: scanners'\naccount: Acme Corp\n\nstage: prospecting\n\nvalue: 48000\ncurrency: EUR\n\ncreated: ${today()}\n\nhistory:\n  - {on: ${today()}, stage: prospecting}\n---\n\n\n\n## Log\n`,
    );
    assert.equal(understood[2], '48,000 EUR');
    assert.equal(lists[0]!.length, 7);
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document.uri.fsPath, uriOf('zoe-scanners.md').fsPath);
    assert.equal(editor.document.lineAt(editor.selection.active.line + 2).text, '## Log');
    const { pipelines } = await extension();
    assert.equal(pipelines.entryAt(editor.document.uri)?.kind, 'deal');
    await run('undoMove');
    assert.deepEqual(files(), []);
    await until('the deal is gone', () => pipelines.entryAt(uriOf('zoe-scanners.md')) === undefined);
  });

  it('says that an amount has no currency, where neither the team nor what was typed names one', async () => {
    await extension();
    answer('Acme', '', '48k', '2  ');
    await run('newDeal');
    assert.equal(understood[2], '48,000, without a currency: type it too, as in “48k EUR”');
    await writeProcess('currency: GBP\n');
    answer('Globex', '', '48k', '2  ');
    await run('newDeal');
    assert.equal(understood.at(-1), '48,000 GBP');
  });

  it('starts in the stage whose row was clicked, beside a file of the same name', async () => {
    const before = deal('proposal');
    await writeDeal('acme.md', before);
    const { pipelines } = await extension();
    answer('Acme', '', '');
    await run('newDeal', { kind: 'group', group: 'closing', folder: pipelines.folders[0] });
    assert.equal(textOf('acme.md'), before);
    assert.match(textOf('acme-2.md'), /^---\ntitle: Acme\n\nstage: closing\n\ncreated: /);
    assert.deepEqual(lists, [['No account', 'Acme Corp', 'Another account…']]);
  });

  it('follows the team’s template', async () => {
    await extension();
    writeFileSync(
      uriOf('_template.md').fsPath,
      '---\r\ntitle: {{title}}\r\nowner: dana\r\n---\r\n# {{title}}\r\n',
    );
    answer('Acme: x', '', '', 'Closing');
    await run('newDeal');
    assert.match(
      textOf('acme-x.md'),
      /^---\r\ntitle: 'Acme: x'\r\nowner: dana\r\nstage: closing\r\n[^]*---\r\n# Acme: x\r\n$/,
    );
  });

  it('is not written where the template makes no deal, which is told', async () => {
    await extension();
    writeFileSync(uriOf('_template.md').fsPath, '---\ntags: [{{title}}]\n---\n');
    answer('Acme', '', '', 'Closing');
    await run('newDeal');
    assert.deepEqual(files(), ['_template.md']);
    await until('it is told', () =>
      said.some(message => /_template\.md:1: .*can’t be filled in/.test(message)),
    );
  });

  it('is not deleted once somebody has written in it', async () => {
    await extension();
    answer('Acme', '', '', 'Closing');
    await run('newDeal');
    const text = `${textOf('acme.md')}Called.\n`;
    writeFileSync(uriOf('acme.md').fsPath, text);
    await run('undoMove');
    assert.equal(textOf('acme.md'), text);
    assert.match(said.at(-1)!, /It has changed since, so it wasn’t deleted\./);
  });

  it('is not written where the person gives up', async () => {
    await extension();
    for (const answers of [
      [undefined],
      [' '],
      ['Acme', undefined],
      ['Acme', '', 'much'],
      ['Acme', '', '', undefined],
    ]) {
      answer(...answers);
      await run('newDeal');
    }
    assert.deepEqual(files(), []);
    assert.equal(existsSync(uriOf('acme.md').fsPath), false);
  });
});

describe('Next Three', () => {
  const { said } = messages();
  const { answer, lists, reasons } = typing();
  beforeEach(clear);
  after(clear);

  const late = (days: number) => deal('proposal', `next_step: Call\nnext_step_on: ${inDays(-days)}\n`);

  it('goes through the top of what to do, deal by deal, and says in a sentence what became of it', async () => {
    for (const [at, name] of ['a', 'b', 'c', 'd'].entries())
      await writeDeal(`${name}.md`, late(9 - at).replace('Acme, scanners', name.toUpperCase()));
    const before = ['b', 'c', 'd'].map(name => textOf(`${name}.md`));
    // Done with the first, which asks three things; the second is skipped, and the third left by Esc.
    answer('Done', 'Called', 'Write', 'in 2 weeks', 'Skip', undefined);
    await run('nextThree');
    assert.match(textOf('a.md'), /^next_step: Write$/m);
    assert.deepEqual(
      ['b', 'c', 'd'].map(name => textOf(`${name}.md`)),
      before,
    );
    const [first] = lists;
    assert.match(first![0]!, /Done…/);
    assert.match(first!.at(-1)!, /Skip/);
    assert.match(reasons[0]!, /^1 of 3 · A · Call: Overdue: next step overdue since /);
    assert.ok(
      said.some(one => one.includes('Next Three: 1 done, 1 skipped, 1 left for later.')),
      said.join(),
    );
  });

  it('says so where there is nothing to do', async () => {
    await run('nextThree');
    assert.ok(
      said.some(one => one.includes('Nothing to do today.')),
      said.join(),
    );
  });
});

describe('what else can be done about a deal of Today', () => {
  const { answer, lists } = typing();
  beforeEach(clear);
  after(clear);

  it('is to push its date, and to write or call where an address is there, and nothing but an address', async () => {
    const contacts =
      'contacts:\n  - {name: R. Lee, email: r.lee@acme.example, phone: "+44 20 7946 0000"}\n  - {name: Eve, email: "eve@x.example?cc=all@x.example"}\n';
    const uri = await writeDeal('a.md', deal('proposal', contacts));
    answer(undefined);
    await run('_moreFor', uri);
    assert.deepEqual(lists.at(-1), [
      'Push Close Date…',
      'Write to R. Lee · r.lee@acme.example',
      'Call R. Lee · +44 20 7946 0000',
      'Hold Until…',
      'Set Next Step…',
      'Open Preview',
    ]);
    answer('Push', 'in 2 weeks');
    await run('_moreFor', uri);
    assert.match(textOf('a.md'), new RegExp(`^close_date: ${inDays(14)}$`, 'm'));
  });
});
