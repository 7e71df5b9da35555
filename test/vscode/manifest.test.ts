import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { COMMANDS, PRIVATE_COMMANDS } from '../../src/ids';
import { extension } from './support/workspace';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe('package.json', () => {
  before(extension);

  it('names the same commands as the code, and all of them are there', async () => {
    const { contributes } = vscode.extensions.getExtension('deal-notes.deal-notes')!.packageJSON as Manifest;
    const contributed = contributes.commands.map(({ command }) => command);
    assert.deepEqual(contributed.toSorted(), Object.values(COMMANDS).toSorted());
    // The editor adds commands of its own for each view.
    const registered = (await vscode.commands.getCommands(true)).filter(
      command =>
        command.startsWith('dealNotes.') && !/^dealNotes\.(pipeline|agenda|changes|timeline)\./.test(command),
    );
    const known = [...Object.values(COMMANDS), ...Object.values(PRIVATE_COMMANDS)];
    assert.deepEqual(registered.toSorted(), known.toSorted());
  });
});
