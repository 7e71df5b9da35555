import { l10n, workspace } from 'vscode';
import type { Refusal } from '../core/refusal';
import { error, reasonOf } from '../core/problem';
import { decode } from './decode';
import { updateFile } from './disk/updateFile';
import type { Done, NotDone, Plan, Planner, Target } from './plan';
import type { PipelineFolder } from './pipelineFolder';

/** How many files are written at once: each waits for the disk more than it works. */
const AT_ONCE = 16;

/** Changes files that no editor shows, where they are: byte for byte what the plan says. */
export async function editOnDisk<T extends Plan>(
  targets: readonly Target[],
  planner: Planner<T>,
): Promise<{ done: Done<T>[]; notDone: NotDone[] }> {
  const done: Done<T>[] = [];
  const notDone: NotDone[] = [];
  const touched = new Map<PipelineFolder, string[]>();
  for (let at = 0; at < targets.length; at += AT_ONCE) {
    const some = targets.slice(at, at + AT_ONCE);
    for (const [index, result] of (await Promise.all(some.map(one => edit(one, planner)))).entries()) {
      const target = some[index]!;
      if (result.ok) done.push({ ...target, plan: result.plan, before: result.before, after: result.text });
      else notDone.push({ uri: target.uri, problem: result.problem });
      const paths = touched.get(target.folder) ?? [];
      touched.set(target.folder, [...paths, target.folder.pathOf(target.uri)!]);
    }
  }
  // Not when the watcher tells: whoever asked for the change sees it at once. Also files that turned out to be gone.
  for (const [folder, paths] of touched) await folder.update(paths);
  return { done, notDone };
}

interface Planned<T> {
  readonly ok: true;
  readonly text: string;
  readonly before: string;
  readonly plan: T;
}

function edit<T extends Plan>(target: Target, planner: Planner<T>): Promise<Planned<T> | Refusal> {
  const change = (before: string): Planned<T> | Refusal => {
    const plan = planner(target, before);
    return plan.ok ? { ok: true, text: plan.edited.text, before, plan } : plan;
  };
  return target.uri.scheme === 'file'
    ? updateFile(target.uri.fsPath, change)
    : updateElsewhere(target, change);
}

/** In a remote or virtual folder: as safe as the editor's file system lets us be. */
async function updateElsewhere<T>(
  { uri }: Target,
  change: (text: string) => Planned<T> | Refusal,
): Promise<Planned<T> | Refusal> {
  try {
    const bytes = await workspace.fs.readFile(uri);
    const decoded = decode(bytes);
    if ('problem' in decoded) return { ok: false, problem: decoded.problem };
    const planned = change(decoded.text);
    if (!planned.ok || planned.text === decoded.text) return planned;
    if (!isSame(await workspace.fs.readFile(uri), bytes)) {
      const message = l10n.t('The file changed at the same moment. Nothing was changed; try again.');
      return { ok: false, problem: error('changed-meanwhile', message) };
    }
    await workspace.fs.writeFile(uri, new TextEncoder().encode(planned.text));
    return planned;
  } catch (cause) {
    const message = l10n.t('Couldn’t read or write this file: {0}', reasonOf(cause));
    return { ok: false, problem: error('unwritable', message) };
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
