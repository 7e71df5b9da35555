import type { Workspace } from '../../actions/workspace';
import { DiskFiles } from '../disk/diskFiles';
import { whyUnwritable } from '../disk/updateFile';
import type { Pipelines } from '../pipelines';
import { toUri } from './addresses';
import { EditorFiles } from './editorFiles';
import type { LocalDisk } from './localDisk';
import { OpenHomes } from './openHomes';

/** What the editor has open, for actions on its deals: they see and change what a person sees. */
export function editorWorkspace(pipelines: Pipelines): Workspace {
  return {
    files: new EditorFiles(localDisk(), {
      follow: document => pipelines.folderOf(document.uri)?.updateFrom(document),
      readAgain: files => pipelines.readAgain(files.map(toUri)),
    }),
    homes: new OpenHomes(pipelines),
    clock: { today: () => pipelines.today, now: () => Date.now() },
  };
}

/** The disk of the machine that the extension runs on. */
export function localDisk(): LocalDisk {
  const disk = new DiskFiles();
  return {
    list: folder => disk.list(folder),
    read: file => disk.read(file),
    update: (files, planner) => disk.update(files, planner),
    whyUnwritable,
  };
}
