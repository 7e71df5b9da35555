import type { FileSays, SystemReason } from '../../../core/fileSays';
import { named, quoted } from './quoted';
import type { Sentences } from '../../sentences';

const UNCHANGED = 'Nothing was changed; try again.';

export const FILE: Sentences<FileSays> = {
  notUtf8: ({ isUtf16 }) =>
    `This file is ${isUtf16 ? 'in UTF-16' : 'not in UTF-8'}. Open it with its encoding and save it as UTF-8.`,
  tooLarge: ({ most }) => `This file is larger than ${most} MB, so it isn’t read.`,
  notAFile: () => 'This is a folder, not a file.',
  notRegular: () => 'This is not a regular file.',
  fileGone: () => 'This file no longer exists.',
  unreadable: ({ what, name, reason }) =>
    `${name === undefined ? `This ${what}` : `The ${what} ${quoted(name)}`} can’t be read: ${because(reason, 'read')}.`,
  unwritable: ({ reason }) => `This file can’t be written: ${because(reason, 'write')}.`,
  writeProtected: () => 'This file can’t be written: it is write-protected.',
  folderProtected: () =>
    'This file can’t be written: the new text is first written beside it, and you don’t have permission to write in its folder.',
  notCreated: () => 'Couldn’t write this file, or it already exists.',
  notDeleted: ({ reason }) => `Couldn’t delete it: ${because(reason, 'delete')}.`,
  notMoved: ({ name }) => `Couldn’t move it to ${quoted(name)}. Nothing was changed.`,
  notSaved: () => 'Changed but not saved. The file is open with the change; save it yourself.',
  changedSince: ({ what }) =>
    `It has changed since, so ${what === 'notDeleted' ? 'it wasn’t deleted' : 'it was left as it is'}.`,
  changedMeanwhile: () => `The file changed at the same moment. ${UNCHANGED}`,
  changedOrLocked: () => `The file changed at the same moment or can’t be written. ${UNCHANGED}`,
  beingWritten: () => 'Another program is writing this file. Nothing was changed; try again in a moment.',
  nameTaken: ({ name }) => `A file ${quoted(name, 200)} already exists. Nothing was changed.`,
  linkElsewhere: () => 'This is a link to another file. Moved there, it would lead nowhere.',
  mixedLineEnds: () =>
    'This file has mixed line endings, which the editor would change. Use the command “Rename Owner, Tag or Account” instead.',
  notAFolder: ({ path }) => `${named(path, 200)} isn’t a folder.`,
  othersFolder: ({ path }) => `${named(path, 200)} belongs to someone else.`,
  cacheInTheWay: ({ path, pipeline }) =>
    `${named(path, 150)} is in ${pipeline === undefined ? 'a repository’s .git' : `the pipeline ${named(pipeline, 150)}`}, where nothing is kept. Set XDG_CACHE_HOME to another folder.`,
  noHome: () =>
    'HOME isn’t the full path of a folder, so there is no place for a cache. Set HOME or XDG_CACHE_HOME.',
  tooLargeToUndo: () => 'The file is too large to undo.',
  outsideToUndo: ({ path }) =>
    `${path === undefined ? 'The file' : quoted(path, 150)} is outside of the pipeline, in a folder that a link leads to.`,
  recordDamaged: ({ path }) =>
    `What is kept of the last command is damaged, or leads out of the pipeline: ${named(path, 200)}.`,
  folderNotUsable: ({ path, reason }) => `${named(path, 200)} can’t be used: ${because(reason, 'use')}.`,
};

function because(reason: SystemReason, what: 'read' | 'write' | 'delete' | 'use'): string {
  switch (reason) {
    case 'missing':
      return 'it, or what it links to, doesn’t exist';
    case 'gone':
      return 'it no longer exists';
    case 'noPermission':
      return `you don’t have permission to ${what} it`;
    case 'linkCircle':
      return 'its links lead in a circle';
    case 'fileInTheWay':
      return 'there is a file in its place';
    case 'readOnlyDisk':
      return 'the disk is read-only';
    case 'fullDisk':
      return 'the disk is full';
    default:
      return named(reason.inItsWords, 250).replace(/\.$/, '') || 'the system gave no reason';
  }
}
