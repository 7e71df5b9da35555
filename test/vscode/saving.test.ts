import assert from 'node:assert/strict';
import { commands, window, workspace, type FileStat, type Uri } from 'vscode';
import type { Plan } from '../../src/actions/ports/files';
import { toAddress } from '../../src/files/editor/addresses';
import { editDocuments } from '../../src/files/editor/editDocuments';
import { VirtualFolder } from './support/virtualFolder';
import { deal } from './support/workspace';

/** Of a file that is being written, it tells the size that it had: as a disk does between emptying and filling it. */
class BusyFolder extends VirtualFolder {
  isBusy = true;

  override stat(uri: Uri): FileStat {
    const stat = super.stat(uri);
    return this.isBusy ? { ...stat, mtime: 1, size: 1 } : { ...stat, mtime: 2 };
  }
}

describe('saving', () => {
  const folder = new BusyFolder('busy');
  after(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    folder.dispose();
  });

  /** Writes a stage over the first one. */
  const toClosing = (text: string): Plan => {
    const start = text.indexOf('proposal');
    const edit = { start, end: start + 'proposal'.length, text: 'closing' };
    return { ok: true, edited: { edits: [edit], text: text.replace('proposal', 'closing') } };
  };

  it('works where the editor has read a file while another program wrote it', async () => {
    const uri = folder.uriOf('/acme.md');
    folder.files.set(uri.path, Buffer.from(deal('proposal')));
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document);
    folder.isBusy = false;
    const { refused, written } = await editDocuments([toAddress(uri)], toClosing, undefined, () => {});
    assert.deepEqual(refused, []);
    assert.equal(written.length, 1);
    assert.equal(document.isDirty, false);
    assert.equal(
      Buffer.from(folder.files.get(uri.path)!).toString(),
      deal('proposal').replace('proposal', 'closing'),
    );
  });
});
