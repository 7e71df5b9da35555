import { commands, window } from 'vscode';
import type { Plan, Planner } from '../../../src/actions/ports/files';
import type { Address } from '../../../src/actions/address';
import { toAddress, toUri } from '../../../src/files/editor/addresses';
import { EditorFiles } from '../../../src/files/editor/editorFiles';
import { localDisk } from '../../../src/files/editor/workspace';
import { diskWorld, WORLD_KINDS, worldOf, type World } from '../../unit/actions/support/worlds';
import { VirtualFolder } from './virtualFolder';

const NOBODY = { follow: () => {}, readAgain: () => Promise.resolve() };

/** Somebody has each file open in an editor before it is changed. */
class ShownFiles extends EditorFiles {
  override async update<T extends Plan>(files: readonly Address[], planner: Planner<T>) {
    for (const file of files) {
      if (await this.exists(file)) await window.showTextDocument(toUri(file), { preview: false });
    }
    return super.update(files, planner);
  }
}

// The tests of the actions run on the editor's files, and not on those that need no editor.
WORLD_KINDS.splice(
  0,
  WORLD_KINDS.length,
  { name: 'in closed files', make: () => diskWorld(new EditorFiles(localDisk(), NOBODY)) },
  {
    name: 'in open files',
    make: () => {
      const world = diskWorld(new ShownFiles(localDisk(), NOBODY));
      const { remove } = world;
      return Object.assign(world, { remove: () => closeAll().then(remove) });
    },
  },
  { name: 'in a virtual folder', make: virtualWorld },
);

function virtualWorld(): World & { remove(): unknown } {
  const virtual = new VirtualFolder('deal-notes-test');
  const folder = virtual.uriOf('/deals');
  virtual.createDirectory(folder);
  const world = worldOf(toAddress(folder), new EditorFiles(undefined, NOBODY), {
    write: (file, text) => virtual.writeFile(toUri(file), new TextEncoder().encode(text)),
    all: () =>
      Object.fromEntries(
        [...virtual.files]
          .map(([path, bytes]) => [toAddress(virtual.uriOf(path)), new TextDecoder().decode(bytes)] as const)
          .toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ),
  });
  return Object.assign(world, { remove: () => virtual.dispose() });
}

async function closeAll(): Promise<void> {
  await commands.executeCommand('workbench.action.closeAllEditors');
}
