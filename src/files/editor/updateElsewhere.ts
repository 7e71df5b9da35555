import { workspace, type Uri } from 'vscode';
import type { Address } from '../../actions/address';
import type { Plan, Planner, Refused, Written } from '../../actions/ports/files';
import { error, type Problem } from '../../core/problem';
import { toUri } from './addresses';
import { readBytes } from './readBytes';
import { sayFile, systemReason } from '../../core/fileSays';

/** How many files are written at once: each waits for its server more than it works. */
const AT_ONCE = 16;

/** Changes files of remote and virtual folders: as safe as the editor's file system lets us be. */
export async function updateElsewhere<T extends Plan>(
  files: readonly Address[],
  planner: Planner<T>,
): Promise<{ written: Written<T>[]; refused: Refused[] }> {
  const written: Written<T>[] = [];
  const refused: Refused[] = [];
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const some = files.slice(at, at + AT_ONCE);
    for (const one of await Promise.all(some.map(file => updateOne(file, planner)))) {
      if ('problem' in one) refused.push(one);
      else written.push(one);
    }
  }
  return { written, refused };
}

async function updateOne<T extends Plan>(file: Address, planner: Planner<T>): Promise<Written<T> | Refused> {
  const uri = toUri(file);
  const read = await readBytes(uri);
  if ('problem' in read) return { file, problem: read.problem };
  const { text: before } = read;
  const plan = planner(before, file);
  if (!plan.ok) return { file, problem: plan.problem };
  const { text: after } = plan.edited;
  const problem = after === before ? undefined : await replace(uri, read.bytes, after);
  return problem ? { file, problem } : { file, plan, before, after };
}

async function replace(uri: Uri, before: Uint8Array, after: string): Promise<Problem | undefined> {
  try {
    if (isSame(await workspace.fs.readFile(uri), before)) {
      await workspace.fs.writeFile(uri, new TextEncoder().encode(after));
      return undefined;
    }
    return error('changed-meanwhile', sayFile('changedMeanwhile'));
  } catch (cause) {
    return error('unwritable', sayFile('unwritable', { reason: systemReason(cause) }));
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
