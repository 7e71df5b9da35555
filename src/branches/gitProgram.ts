import { accessSync, constants, statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { workspace } from 'vscode';

/**
 * The git that the person has set the editor to use, if it is set to a program that is there; else that on the PATH. As in the
 * editor's own git, of several the first that is there counts. A workspace has no say: it may come from anybody.
 */
export function gitProgram(): string | undefined {
  const set = workspace.getConfiguration('git').inspect<string | readonly string[] | null>('path');
  return [set?.globalValue ?? []].flat().find(isProgram);
}

function isProgram(path: unknown): path is string {
  if (typeof path !== 'string' || !isAbsolute(path)) return false;
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
