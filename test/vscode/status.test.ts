import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { localDay } from '../../src/core/calendar';
import { withSettings } from './support/settings';
import { until } from './support/until';
import { clear, deal, extension, uriOf, writeDeal, writeProcess } from './support/workspace';

const today = (text: string) => text.replace('2026-01-12', localDay(new Date()));

/** A file for each test: the editor keeps what it has shown, and may be late to see that another program has changed it. */
describe('the status bar', () => {
  beforeEach(clear);
  after(clear);

  /** Waits until it says this. */
  async function says(text: string): Promise<vscode.StatusBarItem> {
    const { status } = await extension();
    await until(
      () => `the status bar says ${text}, and not ${status.text}`,
      () => status.text === text,
    );
    return status;
  }
  const open = async (name: string) => vscode.window.showTextDocument(uriOf(name));

  it('says what the pipeline is worth when no deal is open', async () => {
    await writeDeal('euros.md', deal('proposal', 'value: 48000\ncurrency: EUR\n'));
    await writeDeal('pounds.md', deal('closing', 'value: 7000\ncurrency: GBP\n'));
    await writeDeal('won.md', deal('closing', 'value: 9\ncurrency: EUR\nstatus: won\n'));
    await says('$(target) 2 open · €48,000 + £7,000');
  });

  it('says where the open deal stands, as it is in the editor, and moves it on a click', async () => {
    await writeDeal('moving.md', today(deal('qualification')));
    const editor = await open('moving.md');
    const status = await says('$(target) 3/7 Qualification · 0 d');
    assert.match(status.accessibilityInformation!.label, /^Stage 3 of 7: Qualification, for 0 days\. Click/);
    assert.equal((status.command as vscode.Command).command, 'dealNotes.setStage');
    await vscode.commands.executeCommand('dealNotes.advanceStage');
    await says('$(target) 4/7 Needs analysis · 0 d');
    const at = editor.document.getText().indexOf('stage: needs-analysis') + 'stage: '.length;
    const range = new vscode.Range(
      editor.document.positionAt(at),
      editor.document.positionAt(at + 'needs-analysis'.length),
    );
    await editor.edit(edit => edit.replace(range, 'nonsense'));
    const broken = await says('$(warning) Needs attention');
    assert.match(broken.accessibilityInformation!.label, /There is no stage “nonsense”/);
  });

  it('says how a closed deal ended', async () => {
    await writeDeal('ended.md', deal('closing', 'status: won\nclosed_on: 2026-11-20\n'));
    await open('ended.md');
    await says('$(pass) Won · 2026-11-20');
    await writeDeal('lost.md', deal('proposal', 'status: lost\n'));
    await open('lost.md');
    await says('$(circle-slash) Lost in Proposal');
  });

  it('shows no icon that a stage is named after', async () => {
    await writeDeal('flame.md', today(deal('proposal')));
    await writeProcess('stages:\n  proposal:\n    label: $(flame) Offer\n');
    await open('flame.md');
    await says('$(target) 5/7 \\$(flame) Offer · 0 d');
  });

  it('is turned off and on by a setting, at once', async () => {
    await writeDeal('shown.md', deal('proposal'));
    const { status } = await extension();
    let shown = true;
    const { show, hide } = status;
    Object.assign(status, { show: () => (shown = true), hide: () => (shown = false) });
    await withSettings({ 'dealNotes.statusBar': false }, () => until('it is hidden', () => !shown));
    await until('it is back', () => shown);
    Object.assign(status, { show, hide });
  });
});
