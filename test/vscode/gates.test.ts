import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { localDay } from '../../src/core/calendar';
import { messages } from './support/answers';
import { typing } from './support/typing';
import { until } from './support/until';
import { clear, deal, extension, textOf, uriOf, writeDeal, writeProcess } from './support/workspace';

const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(`dealNotes.${command}`, ...args);
const on = localDay(new Date());

const CRITERIA = `
stages:
  qualification:
    required: [close_date, po_number]
    exit_criteria:
      - {id: budget-confirmed, text: We know the budget}
      - {id: authority-known, text: We know who signs}
  proposal:
    exit_criteria:
      - {id: presented, text: We presented it}
`;
const GO_ON = 'Move Anyway';
const FILL_IN = 'Complete Now…';

describe('a gate', () => {
  const { said, press } = messages();
  const { answer, lists, reasons, shown } = typing();
  beforeEach(clear);
  after(clear);

  const open = async (name: string) => {
    const document = await vscode.workspace.openTextDocument(uriOf(name));
    await vscode.window.showTextDocument(document);
    return document;
  };
  const recorded = (stage: string, skipped: string) =>
    new RegExp(`^ {2}- \\{on: ${on}, stage: ${stage}, skipped: \\[${skipped}\\]\\}$`, 'm');

  for (const [what, content, line] of [
    ['the process cannot be read', 'skip: block\nback: [', 2],
    ['a rule is a slip', 'currency: EUR\nskip: Block', 2],
  ] as const) {
    it(`lets nobody through where ${what}, until it is mended`, async () => {
      const text = deal('qualification');
      await writeDeal('a.md', text);
      await writeProcess(content);
      await run('advanceStage', uriOf('a.md'));
      assert.match(
        said.at(-1)!,
        new RegExp(`Can’t check your team’s rules. Fix sales-process.yaml, line ${line}, then try again`),
      );
      // A second change of a file that is no better makes nothing known.
      await writeProcess(`${content}\n# hm`);
      await run('advanceStage', uriOf('a.md'));
      assert.equal(textOf('a.md'), text);
      await writeProcess('skip: block');
      await run('advanceStage', uriOf('a.md'));
      assert.match(textOf('a.md'), /^stage: needs-analysis$/m);
    });
  }

  it('asks nothing where nothing is open', async () => {
    await writeProcess(CRITERIA);
    const notes = '## Qualification\n- [x] We know who signs\n- [x] budget confirmed\n';
    await writeDeal('a.md', deal('qualification', 'close_date: 2026-12-01\npo_number: 7\n') + notes);
    await run('advanceStage', uriOf('a.md'));
    assert.deepEqual(lists, []);
    assert.match(textOf('a.md'), new RegExp(`\\{on: ${on}, stage: needs-analysis\\}$`, 'm'));
  });

  it('counts what is ticked in the editor and not saved yet', async () => {
    await writeProcess(CRITERIA);
    // Of a name that other tests have written too, the editor may still show what they wrote.
    await writeDeal('ticked.md', deal('proposal') + '# Proposal\n- [ ] presented\n');
    const document = await open('ticked.md');
    const edit = new vscode.WorkspaceEdit();
    const at = document.positionAt(document.getText().indexOf('[ ]') + 1);
    edit.replace(document.uri, new vscode.Range(at, at.translate(0, 1)), 'x');
    await vscode.workspace.applyEdit(edit);
    await run('advanceStage');
    assert.deepEqual(lists, []);
    assert.match(document.getText(), /^stage: negotiation$/m);
  });

  it('lists what is open, and goes on in spite of it with a line in the history', async () => {
    await writeProcess(CRITERIA);
    await writeDeal('a.md', deal('qualification'));
    answer(GO_ON);
    await run('advanceStage', uriOf('a.md'));
    assert.deepEqual(lists[0], [
      FILL_IN,
      GO_ON,
      'Still open',
      'We know the budget',
      'We know who signs',
      'close date',
      'po number',
    ]);
    assert.match(reasons[0]!, /^Acme, scanners → Needs analysis: 2 criteria not met · 2 fields empty$/);
    assert.match(
      textOf('a.md'),
      recorded('needs-analysis', 'budget-confirmed, authority-known, close_date, po_number'),
    );
    await until('it is told', () => said.length > 0);
    assert.deepEqual(said, ['Acme, scanners → Needs analysis']);
  });

  it('leaves the deal where it is if the person thinks better of it', async () => {
    await writeProcess(CRITERIA);
    await writeDeal('a.md', deal('qualification'));
    answer(undefined);
    await run('advanceStage', uriOf('a.md'));
    assert.equal(lists.length, 1);
    assert.equal(textOf('a.md'), deal('qualification'));
    assert.deepEqual(said, []);
  });

  it('fills in all that is open in one change with the move, which one undo takes back', async () => {
    await writeProcess(CRITERIA + 'unmet_criteria: block\nmissing_fields: block\n');
    const before = deal('qualification') + '\n## Qualification\n\n- [ ] We know the budget\n';
    await writeDeal('a.md', before);
    const document = await open('a.md');
    answer(FILL_IN, 'budget|signs', '2027-01-15', '0042');
    await run('advanceStage');
    assert.equal(
      textOf('a.md'),
      before
        .replace(
          'stage: qualification\n',
          `stage: needs-analysis\nclose_date: 2027-01-15\nchecks:\n  - authority-known\npo_number: '0042'\n`,
        )
        .replace('---\nNotes', `  - {on: ${on}, stage: needs-analysis}\n---\nNotes`)
        .replace('[ ]', '[x]'),
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('asks for one thing after the other, and again for what is still open', async () => {
    await writeProcess(CRITERIA);
    await writeDeal('a.md', deal('qualification', 'po_number: 7\n'));
    answer('who signs', FILL_IN, '', '2027-01-15', 'We know the budget');
    await run('advanceStage', uriOf('a.md'));
    assert.match(textOf('a.md'), new RegExp(`\\{on: ${on}, stage: needs-analysis\\}$`, 'm'));
    assert.match(textOf('a.md'), /^checks:\n {2}- authority-known\n {2}- budget-confirmed$/m);
    assert.match(textOf('a.md'), /^close_date: 2027-01-15$/m);
  });

  it('offers no way past what is blocked', async () => {
    await writeProcess(CRITERIA + 'unmet_criteria: block\n');
    await writeDeal('a.md', deal('proposal'));
    answer(undefined);
    await run('advanceStage', uriOf('a.md'));
    assert.deepEqual(
      lists[0]!.filter(label => label.includes(GO_ON)),
      [],
    );
    assert.match(
      reasons[0]!,
      /→ Objections and negotiations: Your team requires this first: 1 criterion not met$/,
    );
    assert.equal(textOf('a.md'), deal('proposal'));
  });

  for (const [field, typed, line] of [
    ['value', '48k EUR', 'value: 48000\ncurrency: EUR'],
    ['close_date', '2027-01-15', 'close_date: 2027-01-15'],
    ['next_step', 'Call|2027-01-15', 'next_step: Call\nnext_step_on: 2027-01-15'],
    ['owner', 'Somebody else|dana', 'owner: dana'],
    ['tags', 'Another tag|new', 'tags:\n  - new'],
    ['source', 'Another|referral', 'source: referral'],
    ['probability', '60 %', 'probability: 60'],
    ['forecast', 'best case', 'forecast: best_case'],
    ['contacts', 'R. Lee', 'contacts:\n  - {name: R. Lee}'],
    ['kickoff_on', '2027-01-15', 'kickoff_on: 2027-01-15'],
    ['seats', '12', 'seats: 12'],
  ] as const) {
    it(`asks for the ${field} as it is asked for elsewhere`, async () => {
      await writeProcess(`stages: {proposal: {required: [${field}]}}\nmissing_fields: block\n`);
      await writeDeal('a.md', deal('proposal'));
      const steps =
        field === 'owner' || field === 'tags' || field === 'source'
          ? typed.split('|').slice(1)
          : typed.split('|');
      answer(FILL_IN, ...steps);
      await run('advanceStage', uriOf('a.md'));
      assert.ok(textOf('a.md').includes(`\n${line}\n`), textOf('a.md'));
      assert.match(textOf('a.md'), /^stage: negotiation$/m);
    });
  }

  it('asks before a skipped stage and a step back that the team warns of', async () => {
    await writeProcess('skip: warn\nback: warn\n');
    await writeDeal('a.md', deal('proposal'));
    answer(undefined, GO_ON);
    await run('moveBack', uriOf('a.md'));
    assert.equal(textOf('a.md'), deal('proposal'));
    await run('moveBack', uriOf('a.md'));
    assert.match(reasons[1]!, /→ Needs analysis: moves back$/);
    assert.match(textOf('a.md'), new RegExp(`\\{on: ${on}, stage: needs-analysis, override: true\\}$`, 'm'));
    answer(GO_ON);
    await run('_moveTo', [uriOf('a.md')], 'closing');
    assert.match(textOf('a.md'), new RegExp(`\\{on: ${on}, stage: closing, override: true\\}$`, 'm'));
  });

  it('is asked about where the view does not know the deal yet as it is', async () => {
    await writeProcess(CRITERIA);
    const uri = await writeDeal('late.md', deal('prospecting'));
    writeFileSync(uri.fsPath, deal('proposal'));
    await run('advanceStage', uri);
    assert.match(reasons[0]!, /→ Objections and negotiations: 1 criterion not met$/);
  });

  it('refuses what the team blocks and nobody can fill in', async () => {
    await writeProcess('back: block\n');
    await writeDeal('a.md', deal('proposal'));
    await run('moveBack', uriOf('a.md'));
    await until('it is told', () => said.length > 0);
    assert.match(
      said[0]!,
      /would move back, from Proposal to Needs analysis\. Your team’s sales-process\.yaml doesn’t allow it/,
    );
    assert.deepEqual(lists, []);
  });

  it('refuses a skip or an early win that the team blocks before anything is filled in', async () => {
    await writeProcess(`skip: block\nwin_early: block\n${CRITERIA}`);
    await writeDeal('a.md', deal('proposal'));
    for (const move of [
      () => run('_moveTo', [uriOf('a.md')], 'closing'),
      () => run('markWon', uriOf('a.md')),
    ]) {
      said.length = 0;
      await move();
      await until('it is told', () => said.length > 0);
      assert.match(said[0]!, /doesn’t allow it\. Move it to Objections and negotiations first\.$/);
    }
    assert.deepEqual(lists, []);
    assert.equal(textOf('a.md'), deal('proposal'));
  });

  describe('is before each way to move a deal:', () => {
    const ways: readonly (readonly [string, () => Promise<unknown>, RegExp])[] = [
      ['the command', async () => open('a.md').then(() => run('advanceStage')), /→ Objections/],
      [
        'a row of the tree',
        () => Promise.resolve(run('advanceStage', { uri: uriOf('a.md') })),
        /→ Objections/,
      ],
      [
        'Set Stage',
        () => {
          answer('Closing');
          return Promise.resolve(run('setStage', uriOf('a.md')));
        },
        /→ Closing: 1 criterion/,
      ],
      [
        'a drop on a stage',
        async () => {
          const { drag, tree } = await extension();
          const data = new vscode.DataTransfer();
          data.set('text/uri-list', new vscode.DataTransferItem(uriOf('a.md').toString()));
          const stages = (await tree.getChildren()) as { kind: string; group: string }[];
          await drag.handleDrop(stages.find(({ group }) => group === 'negotiation') as never, data);
        },
        /→ Objections/,
      ],
      ['a drop on Won', () => Promise.resolve(run('_moveTo', [uriOf('a.md')], 'won')), /→ Won: 1 criterion/],
      ['Mark Won', () => Promise.resolve(run('markWon', uriOf('a.md'))), /→ Won: 1 criterion/],
    ];
    for (const [what, go, reason] of ways) {
      it(what, async () => {
        await writeProcess(CRITERIA);
        await writeDeal('a.md', deal('proposal'));
        await go();
        assert.match(reasons.at(-1) ?? '', reason);
        assert.equal(textOf('a.md'), deal('proposal'));
      });
    }
  });

  describe('before several deals', () => {
    const nodes = () => ['a.md', 'b.md', 'c.md'].map(name => ({ uri: uriOf(name) }));
    const three = async () => {
      await writeDeal('a.md', deal('proposal'));
      await writeDeal('b.md', deal('proposal', 'checks: [presented]\n'));
      await writeDeal('c.md', deal('proposal').replace('Acme, scanners', 'Zeta'));
    };
    const stageOf = (name: string) => /^stage: (.*)$/m.exec(textOf(name))![1];

    it('asks once, with the reason of each', async () => {
      await writeProcess(CRITERIA);
      await three();
      answer('Move All 3');
      await run('advanceStage', nodes()[0], nodes());
      assert.equal(lists.length, 1);
      assert.deepEqual(lists[0]!.slice(-2), ['Acme, scanners', 'Zeta']);
      assert.equal(shown[0]!.at(-1)!.detail, '“We presented it” isn’t met');
      assert.match(textOf('a.md'), recorded('negotiation', 'presented'));
      assert.match(textOf('b.md'), new RegExp(`stage: negotiation\\}$`, 'm'));
      assert.match(textOf('c.md'), recorded('negotiation', 'presented'));
      await until('it is told', () => said.length > 0);
      assert.deepEqual(said, ['3 deals → Objections and negotiations, 2 of them with a warning']);
    });

    it('moves only those with nothing open, tells why of the others', async () => {
      await writeProcess(CRITERIA);
      await three();
      answer('Move Only the 1');
      await run('advanceStage', nodes()[0], nodes());
      assert.deepEqual(['a.md', 'b.md', 'c.md'].map(stageOf), ['proposal', 'negotiation', 'proposal']);
      await until('both are told', () => said.length >= 2);
      assert.match(
        said.find(text => text.startsWith('2 of 3')) ?? '',
        /First: deals\/a\.md:1: Acme, scanners wasn’t moved/,
      );
    });

    it('asks again when it is tried again', async () => {
      await writeProcess(CRITERIA);
      await three();
      press('Try Again');
      answer('Move Only the 1', 'Move All 2');
      await run('advanceStage', nodes()[0], nodes());
      await until('the others move, too', () =>
        ['a.md', 'c.md'].map(stageOf).every(stage => stage === 'negotiation'),
      );
      assert.match(textOf('c.md'), recorded('negotiation', 'presented'));
    });

    it('moves those that may where the others are blocked', async () => {
      await writeProcess(CRITERIA + 'unmet_criteria: block\n');
      await three();
      await run('advanceStage', nodes()[0], nodes());
      assert.deepEqual(lists, []);
      assert.deepEqual(['a.md', 'b.md', 'c.md'].map(stageOf), ['proposal', 'negotiation', 'proposal']);
    });

    it('moves none if the person thinks better of it', async () => {
      await writeProcess(CRITERIA);
      await three();
      await run('advanceStage', nodes()[0], nodes());
      assert.equal(lists.length, 1);
      assert.deepEqual(['a.md', 'b.md', 'c.md'].map(stageOf), ['proposal', 'proposal', 'proposal']);
    });
  });
});

describe('the criteria of a deal', () => {
  const { said } = messages();
  const { answer, lists, shown } = typing();
  beforeEach(clear);
  after(clear);

  it('are checked off where they stand, and taken back', async () => {
    await writeProcess(CRITERIA);
    const before =
      deal('qualification', 'checks: [authority-known]\n') + '# Qualification\n- [ ] We know the budget\n';
    await writeDeal('a.md', before);
    answer('We know the budget');
    await run('checkCriteria', uriOf('a.md'));
    assert.deepEqual(lists[0], ['We know the budget', 'We know who signs']);
    assert.deepEqual(
      shown[0]!.map(({ picked }) => picked),
      [false, true],
    );
    assert.equal(textOf('a.md'), before.replace('[ ]', '[x]').replace('checks: [authority-known]\n', ''));
    await until('it is told', () => said.length > 0);
    assert.deepEqual(said, ['Acme, scanners: 1 of 2 criteria met']);
    await run('undoMove');
    assert.equal(textOf('a.md'), before);
  });

  it('are put into the notes as a checklist, before the log', async () => {
    await writeProcess(CRITERIA);
    const before = deal('qualification', 'checks: [budget-confirmed]\n') + '\n## Log\n\n- 2026-01-12 call\n';
    await writeDeal('a.md', before);
    await run('insertChecklist', uriOf('a.md'));
    const list = '## Qualification\n\n- [x] We know the budget\n- [ ] We know who signs\n\n';
    assert.equal(textOf('a.md'), before.replace('## Log', `${list}## Log`));
    await run('insertChecklist', uriOf('a.md'));
    assert.equal(textOf('a.md'), before.replace('## Log', `${list}## Log`));
  });

  it('are none where the team has written none, which is said', async () => {
    await writeDeal('a.md', deal('qualification'));
    await run('checkCriteria', uriOf('a.md'));
    await run('insertChecklist', uriOf('a.md'));
    assert.deepEqual(
      said.map(text => /^Qualification has no exit criteria/.test(text)),
      [true, true],
    );
    assert.deepEqual(lists, []);
    assert.equal(textOf('a.md'), deal('qualification'));
  });

  it('and the fields that are missing stand in the tooltip', async () => {
    await writeProcess(CRITERIA);
    await writeDeal('a.md', deal('qualification') + '# Qualification\n- [x] We know the budget\n');
    const { pipelines, tree } = await extension();
    const node = tree.dealNode(pipelines.folders[0]!, 'a.md')!;
    const item = await tree.resolveTreeItem(tree.getTreeItem(node), node);
    const tooltip = (item!.tooltip as vscode.MarkdownString).value;
    assert.match(
      tooltip,
      /Before the next stage\\:\s+- We know who signs\s+- Missing\\: close date\s+- Missing\\: po number/,
    );
  });
});
