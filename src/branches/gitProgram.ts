import { existsSync } from 'node:fs';
import { workspace } from 'vscode';

/** The git that the editor is set to use, if it is set to one that is there; else that on the PATH. */
export function gitProgram(): string | undefined {
  const named = workspace.getConfiguration('git').get<string | readonly string[] | null>('path');
  return [named ?? []].flat().find(path => path && existsSync(path));
}
