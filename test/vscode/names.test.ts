import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { messages } from './support/answers';
import { typing } from './support/typing';
import { until } from './support/until';
import { clear, deal, extension, textOf, uriOf, writeDeal } from './support/workspace';

const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(`dealNotes.${command}`, ...args);

describe('a name that is typed into a list', () => {
  const { said } = messages();
  const { answer, shown, offered } = typing();
  beforeEach(async () => {
    await clear();
    await writeDeal('a.md', deal('proposal', 'owner: dana\ntags: [renewal]\n'));
    await writeDeal('b.md', deal('proposal', 'owner: tom\nsource: referral\ntags: [hardware]\n'));
  });
  after(clear);

  for (const [command, answers, line] of [
    ['setOwner', ['sam'], 'owner: sam'],
    ['setAccount', ['Bolt'], 'account: Bolt'],
    ['setSource', ['trade fair'], 'source: trade fair'],
    ['addTag', ['hot'], 'tags: [renewal, hot]'],
    ['stopPursuing', ['bankrupt', ''], 'lost_reason: bankrupt'],
  ] as const) {
    it(`is taken as it is by ${command}, where no row has it`, async () => {
      answer(...answers);
      await run(command, uriOf('a.md'));
      assert.ok(textOf('a.md').includes(`\n${line}\n`), textOf('a.md'));
      const [name, other] = shown.at(-1)!.slice(-2);
      assert.equal(name!.description, 'new');
      assert.match(other!.label, /…$/);
    });
  }

  it('is the one that is there, where it differs by its case alone', async () => {
    answer('TOM');
    await run('setOwner', uriOf('a.md'));
    assert.deepEqual(
      shown[0]!.map(({ label }) => label),
      ['dana', 'tom', 'Someone else…'],
    );
    assert.match(textOf('a.md'), /^owner: dana$/m);
  });

  it('can be typed into a box of its own, too', async () => {
    answer('Someone else…', 'sam');
    await run('setOwner', uriOf('a.md'));
    assert.deepEqual(offered, ['']);
    assert.match(textOf('a.md'), /^owner: sam$/m);
  });

  it('is the account of a new deal, or one that is in use', async () => {
    await extension();
    answer('Second site', 'Acme', '', 'Proposal', 'Other', 'Nordwind', '', 'Proposal');
    await run('newDeal');
    await run('newDeal');
    assert.match(textOf('second-site.md'), /^account: Acme Corp$/m);
    assert.match(textOf('other.md'), /^account: Nordwind$/m);
    await until('both are told', () => said.length === 2);
    assert.deepEqual(said, ['New deal: Second site', 'New deal: Other']);
  });
});
