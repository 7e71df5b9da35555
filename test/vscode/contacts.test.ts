import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { messages } from './support/answers';
import { typing } from './support/typing';
import { until } from './support/until';
import { clear, deal, extension, uriOf, writeDeal } from './support/workspace';

const run = () => vscode.commands.executeCommand('dealNotes.findContact');

describe('the contacts of all deals', () => {
  const { said } = messages();
  const { answer, shown, lists } = typing();
  beforeEach(clear);
  after(clear);

  it('are found with their deals, and can be written to, called and copied', async () => {
    const lee = 'contacts:\n  - {name: R. Lee, role: buyer, email: r@acme.example, phone: +49 30 1}\n';
    await writeDeal('a.md', deal('proposal', lee));
    await writeDeal('b.md', deal('proposal', lee).replace('Acme, scanners', 'Second site'));
    await writeDeal('c.md', deal('proposal', 'contacts: [I. Ito]\n').replace('Acme Corp', 'Nordwind'));
    answer('R. Lee', 'Copy r@');
    await run();
    assert.deepEqual(
      shown[0]!.map(({ label, description, detail }) => [label, description, detail]).toSorted(),
      [
        ['I. Ito', 'Nordwind', 'Acme, scanners'],
        ['R. Lee', 'buyer · Acme Corp', 'Acme, scanners · Second site · r@acme.example'],
      ],
    );
    assert.deepEqual(lists[1], [
      'Open Acme, scanners',
      'Open Second site',
      'Write to r@acme.example',
      'Call +49 30 1',
      'Copy r@acme.example',
      'Copy +49 30 1',
    ]);
    assert.equal(await vscode.env.clipboard.readText(), 'r@acme.example');
    answer('R. Lee', 'Open Second');
    await run();
    await until(
      'the deal is open',
      () => vscode.window.activeTextEditor?.document.uri.fsPath === uriOf('b.md').fsPath,
    );
  });

  it('get no address from what is none, and show nothing but text', async () => {
    await writeDeal(
      'a.md',
      deal(
        'proposal',
        'contacts: [{name: "$(x) R", email: "a@b.example?bcc=c@d.example", phone: "1;phone-context=x"}]\n',
      ),
    );
    answer('R', undefined);
    await run();
    assert.match(lists[0]!.join(), /^\\\$\(x\) R$/);
    assert.deepEqual(
      lists[1]!.filter(label => /^(?:Write|Call)/.test(label)),
      [],
    );
  });

  it('are told to be none', async () => {
    await extension();
    await run();
    assert.deepEqual(said, ['No deal has a contact yet.']);
  });
});
