import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import * as vscode from 'vscode';
import { allOf } from '../../src/commands/moveTool';
import { COMMANDS, MOVE_TOOL, type CommandId } from '../../src/ids';
import { messages } from './support/answers';
import { typing } from './support/typing';
import { until } from './support/until';
import { clear, deal, extension, textOf, uriOf, writeDeal, writeProcess } from './support/workspace';

const RULE = 'stages: {proposal: {required: [po_number]}}\nmissing_fields: block\n';
const HELD = deal('proposal');
/** The same deal, with what the rule wants. */
const FREE = deal('proposal', 'po_number: 7\n');

const run = (id: CommandId, ...args: unknown[]) => vscode.commands.executeCommand(id, ...args);

/** What an agent is answered that asks for a move. */
async function ask(input: object): Promise<string> {
  const { content } = await vscode.lm.invokeTool(MOVE_TOOL, { input, toolInvocationToken: undefined });
  const [part] = content;
  assert.ok(part instanceof vscode.LanguageModelTextPart);
  return part.value;
}

describe('one rule, written once in sales-process.yaml,', () => {
  const { said } = messages();
  const { lists, reasons } = typing();
  beforeEach(clear);
  after(clear);

  /** What the person has read of the rule, wherever that was. */
  const told = () => [...said, ...reasons, ...lists.flat()].join('\n');

  const cli = (...args: string[]) =>
    spawnSync(process.execPath, [resolve('dist/cli.js'), ...args], {
      encoding: 'utf8',
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    });

  /** Tries to move the deal `a.md` on; answers with what was told of it elsewhere than in the editor. */
  const ways: Record<string, () => Promise<string | void>> = {
    'in the palette': async () => {
      await vscode.window.showTextDocument(uriOf('a.md'));
      await run(COMMANDS.advanceStage);
    },
    'on a row of the tree': async () => {
      const { pipelines, tree } = await extension();
      await run(COMMANDS.advanceStage, tree.dealNode(pipelines.folders[0]!, 'a.md'));
    },
    'on a drop': async () => {
      const { drag, tree } = await extension();
      const data = new vscode.DataTransfer();
      data.set('text/uri-list', new vscode.DataTransferItem(uriOf('a.md').toString()));
      const stages = (await tree.getChildren()) as { kind: string; group: string }[];
      await drag.handleDrop(stages.find(({ group }) => group === 'negotiation') as never, data);
    },
    'on many deals at once': async () => {
      await writeDeal('b.md', FREE);
      const both = ['a.md', 'b.md'].map(name => ({ uri: uriOf(name) }));
      await run(COMMANDS.advanceStage, both[0], both);
      assert.match(textOf('b.md'), /^stage: negotiation$/m);
    },
    'above the text': async () => {
      await vscode.window.showTextDocument(uriOf('a.md'));
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        uriOf('a.md'),
        100,
      );
      const advance = lenses.find(({ command }) => command?.title === 'Advance ▸')!.command!;
      await vscode.commands.executeCommand(advance.command, ...(advance.arguments as unknown[]));
    },
    'on the command line': async () => {
      const isHeld = textOf('a.md') === HELD;
      const { status, stderr } = cli('advance', uriOf('a.md').fsPath);
      assert.equal(status, isHeld ? 1 : 0);
      return stderr;
    },
    'on an agent': () => ask({ deal: 'a.md', to: 'next', despite_warnings: true }),
  };

  for (const [where, go] of Object.entries(ways)) {
    it(`acts ${where}`, async () => {
      await writeProcess(RULE);
      await writeDeal('a.md', HELD);
      const words = (await go()) ?? '';
      await until('it is told', () => /po[_ ]number/.test(words + told()));
      assert.equal(textOf('a.md'), HELD);
    });

    it(`lets pass ${where} what it is not about`, async () => {
      await writeProcess(RULE);
      await writeDeal('a.md', FREE);
      await go();
      assert.match(textOf('a.md'), /^stage: negotiation$/m);
      assert.doesNotMatch(told(), /po[_ ]number/);
    });
  }

  it('is told of who moves the deal by hand, unless the history says in spite of what', async () => {
    const byHand = (line: string) =>
      HELD.replace('stage: proposal', 'stage: negotiation').replace(
        '---\nNotes',
        `  - {${line}}\n---\nNotes`,
      );
    await writeProcess(RULE);
    await writeDeal('by-hand.md', byHand('on: 2026-02-01, stage: negotiation'));
    await writeDeal('meant.md', byHand('on: 2026-02-01, stage: negotiation, override: true'));
    const found = () =>
      ['by-hand.md', 'meant.md'].flatMap(name =>
        vscode.languages.getDiagnostics(uriOf(name)).filter(({ code }) => code === 'missing-field'),
      );
    await until('it is told of one', () => found().length === 1);
    assert.deepEqual(
      found().map(({ message, severity }) => [message, severity]),
      [
        [
          '“po_number” is empty, but the deal is already in Objections and negotiations. Your team’s sales-process.yaml requires it first.',
          vscode.DiagnosticSeverity.Warning,
        ],
      ],
    );
  });

  it('gives way to --force alone, which the history tells', async () => {
    await writeProcess(RULE);
    await writeDeal('a.md', HELD);
    assert.equal(cli('advance', '--force', uriOf('a.md').fsPath).status, 0);
    assert.match(textOf('a.md'), /stage: negotiation, skipped: \[po_number\], override: true\}$/m);
  });
});

describe('an agent', () => {
  const { said, press } = messages();
  const { answer } = typing();
  beforeEach(clear);
  after(clear);

  it('moves a deal that it names by its title, which the person can take back', async () => {
    await writeDeal('a.md', deal('proposal'));
    press('Undo');
    assert.equal(
      await ask({ deal: 'acme, Scanners', to: 'next' }),
      'Moved: Acme, scanners → Objections and negotiations.',
    );
    await until('it is told', () => said.length > 0);
    assert.equal(said[0], 'Acme, scanners → Objections and negotiations');
    await until('it is undone', () => textOf('a.md') === deal('proposal'));
  });

  it('is told what is open, and that a person may decide to go on', async () => {
    await writeProcess('stages: {proposal: {exit_criteria: [{id: presented, text: We presented it}]}}\n');
    await writeDeal('a.md', deal('proposal'));
    press('Try Again');
    answer('Move Anyway');
    const words = await ask({ deal: 'deals/a.md', to: 'won' });
    assert.match(words, /^Not moved: deals\/a\.md:\d+: .*“We presented it” isn’t met.*despite_warnings/);
    await until('the person goes on', () => /^status: won$/m.test(textOf('a.md')));
    assert.match(textOf('a.md'), /skipped: \[presented\]/);
  });

  it('closes a deal as lost with a reason only', async () => {
    await writeDeal('a.md', deal('proposal'));
    assert.match(await ask({ deal: 'a.md', to: 'lost' }), /^A lost deal needs a reason: /);
    await ask({ deal: 'a.md', to: 'lost', reason: 'price', note: 'Too dear' });
    assert.match(textOf('a.md'), /^status: lost\nlost_reason: price\nlost_note: Too dear$/m);
  });

  it('is told of a deal, a stage and a file that it cannot have meant', async () => {
    await writeDeal('a.md', deal('proposal'));
    await writeDeal('b.md', deal('closing'));
    await writeDeal('broken.md', '---\ntitle: A: b\nstage: proposal\n---\n');
    assert.match(await ask({ deal: 'c.md', to: 'next' }), /^No deal is called “c\.md”/);
    assert.match(
      await ask({ deal: 'Acme, scanners', to: 'next' }),
      /could be any of deals\/a\.md, deals\/b\.md/,
    );
    assert.match(await ask({ deal: 'a.md', to: 'closin' }), /Did you mean “closing”/);
    assert.match(await ask({ deal: 'broken.md', to: 'next' }), /^Not moved: deals\/broken\.md:2: /);
    assert.equal(textOf('a.md'), deal('proposal'));
  });
});

describe('what an agent asks a person to confirm', () => {
  const shown = (input: Parameters<typeof allOf>[0]) => allOf(input).value;

  it('is all that it asks for', () => {
    const written = shown({
      deal: 'a.md',
      to: 'lost',
      reason: 'price',
      note: 'too dear',
      despite_warnings: true,
    });
    const all = written.replaceAll('\\', '');
    for (const part of ['a.md → lost', 'Reason: price', 'Note: too dear', 'Overrides the team’s warnings'])
      assert.ok(all.includes(part), `${part} is not in ${all}`);
  });

  it('is shown as text', () => {
    assert.doesNotMatch(shown({ deal: '[x](command:y) <b>', to: 'next' }), /(?<!\\)[[<]/);
  });
});
