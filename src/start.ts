import { workspace } from 'vscode';
import type * as Extension from './extension';
import { text, version } from './extension.ts?program';
import { codeKeep } from './files/disk/codeKeep';
import { runKept } from './files/disk/runKept';

/*
 * Runs the extension. It stands beside this file and is read as text, so that what Node has made of its code can be kept in the user's cache folder
 * for the next window: to look through the code took two thirds of the time until the extension was there.
 */
const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
const own = { load: require, filename: __filename };

export const { activate } = runKept(text, own, codeKeep(version, folders)) as typeof Extension;
