import type { Uri } from 'vscode';
import type { Clock } from '../../actions/ports/clock';
import type { Person } from '../../actions/ports/person';
import type { Workspace } from '../../actions/workspace';
import { DiskFiles } from '../disk/diskFiles';
import { KeptChanges } from '../disk/keptChanges';
import { whyUnwritable } from '../disk/updateFile';
import type { Pipelines } from '../pipelines';
import { toUri } from './addresses';
import { EditorFiles } from './editorFiles';
import type { LocalDisk } from './localDisk';
import { OpenHomes } from './openHomes';

/** What the editor has open, for actions on its deals: they see and change what a person sees. */
export function editorWorkspace(pipelines: Pipelines, person: Person): Workspace {
  return {
    files: new EditorFiles(localDisk(), {
      follow: document => pipelines.folderOf(document.uri)?.updateFrom(document),
      readAgain: files => pipelines.readAgain(files.map(toUri)),
    }),
    homes: new OpenHomes(pipelines),
    clock: { today: () => pipelines.today, now: () => Date.now() },
    person,
  };
}

/**
 * Where changes are kept for later sessions.
 *
 * @param storage what the editor gives the extension for a workspace; only on a disk can it be kept from others
 */
export function keptChanges(storage: Uri | undefined, clock: Clock): KeptChanges {
  return new KeptChanges(storage?.scheme === 'file' ? storage.fsPath : undefined, clock);
}

/** The disk of the machine that the extension runs on. */
export function localDisk(): LocalDisk {
  const disk = new DiskFiles();
  return {
    list: folder => disk.list(folder),
    read: file => disk.read(file),
    update: (files, planner) => disk.update(files, planner),
    create: (file, text, isRepeatable) => disk.create(file, text, isRepeatable),
    delete: (file, text) => disk.delete(file, text),
    whyUnwritable,
  };
}
