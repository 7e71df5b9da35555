import { isSameText, markOf, withoutMark } from '../core/byteOrderMark';
import { error, type Problem } from '../core/problem';
import { invertEdits, replacing, shiftEdits } from '../core/textEdit';
import { ARCHIVE } from '../core/pipeline/archive';
import { folderOf, nameOf, type Address } from './address';
import type { Files, Plan, Refused } from './ports/files';
import type { Refusal } from '../core/refusal';
import type { Effect, Unit } from './result';
import { sayFile } from '../core/fileSays';

type ChangedText = Extract<Effect, { kind: 'changed' }>;

/** So many files are deleted at once: each waits for the disk, and in an editor for the views, more than it works. */
const AT_ONCE = 100;

/** What was taken back, and what was not. */
export interface Undone {
  readonly refused: readonly Refused[];
  /** The units that are as they were, those included that were so already. */
  readonly done: readonly Unit[];
  /** Those of them that were so already: a file that was to be deleted is gone, or somewhere else. */
  readonly already: readonly Unit[];
  /** What may be tried once more: files that could not be written just now. */
  readonly left: readonly Unit[];
}

/**
 * Takes back what an action did, whichever it was. A unit of which a file is no longer as the action left it is left as it
 * is, and told; the others are as they were before, to the byte.
 */
export async function undo(files: Files, units: readonly Unit[]): Promise<Undone> {
  const refused: Refused[] = [];
  const left: Unit[] = [];
  const ready: Unit[] = [];
  const done: Unit[] = [];
  const already: Unit[] = [];
  for (const unit of units) {
    const problems = await whyNot(files, unit);
    if (!problems.length) ready.push(unit);
    else if (await isBack(files, unit)) already.push(unit);
    else refused.push(...problems);
  }
  done.push(...already);
  const fail = (unit: Unit, file: Address, problem: Problem) => {
    refused.push({ file, problem });
    if (MAY_PASS.includes(problem.code)) left.push(unit);
  };
  const texts = await writeBack(files, ready);
  const renamed: Unit[] = [];
  const others: Unit[] = [];
  for (const unit of ready) {
    const failed = unit.find(({ file }) => texts.has(file));
    if (failed) fail(unit, failed.file, texts.get(failed.file)!);
    else if (unit.some(({ kind }) => kind === 'renamed')) renamed.push(unit);
    else others.push(unit);
  }
  for (let at = 0; at < others.length; at += AT_ONCE) {
    const some = others.slice(at, at + AT_ONCE);
    const problems = await Promise.all(some.map(unit => deleteCreated(files, unit)));
    for (const [index, unit] of some.entries()) {
      const problem = problems[index];
      if (problem) fail(unit, problem.file, problem.problem);
      else done.push(unit);
    }
  }
  const stuck = await renameBack(files, renamed);
  for (const unit of renamed) {
    const failed = unit.find(({ file }) => stuck.has(file));
    if (failed) fail(unit, failed.file, stuck.get(failed.file)!);
    else done.push(unit);
  }
  await removeMade(files, done);
  return { refused, done, already, left };
}

/** The folders that were made for files that are gone now, the innermost first. Where something else is in one, it stays. */
async function removeMade(files: Files, done: readonly Unit[]): Promise<void> {
  const folders = new Set(done.flat().flatMap(madeFor));
  for (const folder of [...folders].toSorted((a, b) => b.length - a.length))
    await files.removeIfEmpty(folder);
}

function madeFor(effect: Effect): Address[] {
  if (effect.kind === 'changed') return [];
  const around = folderOf(effect.file);
  if (effect.kind === 'renamed')
    return effect.madeFolder && around !== undefined && nameOf(around) === ARCHIVE ? [around] : [];
  const made: Address[] = [];
  let folder = around;
  while (folder !== undefined && made.length < (effect.madeFolders ?? 0)) {
    made.push(folder);
    folder = folderOf(folder);
  }
  return made;
}

/** Not because of what somebody did, but because of what somebody is just doing. */
const MAY_PASS: readonly Problem['code'][] = ['busy', 'unwritable', 'changed-meanwhile', 'unreadable'];

/** Why a unit is not taken back: each of its files that is another one now. */
async function whyNot(files: Files, unit: Unit): Promise<Refused[]> {
  const problems = new Map<Address, Problem>();
  for (const effect of unit) {
    const problem = await whyNotOne(files, unit, effect);
    if (problem && !problems.has(effect.file)) problems.set(effect.file, problem);
  }
  return [...problems].map(([file, problem]) => ({ file, problem }));
}

async function whyNotOne(files: Files, unit: Unit, effect: Effect): Promise<Problem | undefined> {
  const now = await files.read(effect.file);
  if ('problem' in now) return now.problem;
  if (![effect.after, textBefore(unit, effect)].some(text => isSameText(now.text, text))) {
    const what = effect.kind === 'created' ? 'notDeleted' : 'notUndone';
    return error('not-editable', sayFile('changedSince', { what }));
  }
  return effect.kind === 'renamed' && (await files.exists(effect.from))
    ? error('not-possible', sayFile('nameTaken', { name: nameOf(effect.from) }))
    : undefined;
}

/** Whether all is as it was already: somebody began to take it back, and was ended. */
async function isBack(files: Files, unit: Unit): Promise<boolean> {
  const renamed = new Set(unit.filter(({ kind }) => kind === 'renamed').map(({ file }) => file));
  for (const effect of unit) {
    if (effect.kind === 'changed' && renamed.has(effect.file)) continue;
    if (effect.kind !== 'changed' && (await files.exists(effect.file))) return false;
    if (effect.kind === 'created') continue;
    const now = await files.read(effect.kind === 'renamed' ? effect.from : effect.file);
    if ('problem' in now || !isSameText(now.text, textBefore(unit, effect))) return false;
  }
  return true;
}

function textBefore(unit: Unit, { file, after }: Effect): string {
  const change = unit.find(one => one.kind === 'changed' && one.file === file);
  return change?.kind === 'changed' ? change.before : after;
}

/** All texts in one go; answers with those that could not be written. */
async function writeBack(files: Files, units: readonly Unit[]): Promise<Map<Address, Problem>> {
  const changes = new Map<Address, ChangedText>();
  for (const effect of units.flat()) if (effect.kind === 'changed') changes.set(effect.file, effect);
  if (!changes.size) return new Map();
  const { refused } = await files.update([...changes.keys()], (text, file) =>
    planBack(changes.get(file)!, text),
  );
  return new Map(refused.map(({ file, problem }) => [file, problem]));
}

function planBack({ before, after, edits }: ChangedText, text: string): Plan | Refusal {
  // Editors hide the byte order mark, which is there on disk.
  const mark = markOf(text);
  const target = mark + withoutMark(before);
  if (text === target) return { ok: true, edited: { edits: [], text } };
  if (text !== mark + withoutMark(after)) {
    return {
      ok: false,
      problem: error('not-editable', sayFile('changedSince', { what: 'notUndone' })),
    };
  }
  const back = edits
    ? shiftEdits(invertEdits(before, edits), mark.length - markOf(before).length)
    : replacing(text, target);
  return { ok: true, edited: { edits: back, text: target } };
}

async function deleteCreated(files: Files, unit: Unit): Promise<Refused | undefined> {
  for (const effect of unit) {
    if (effect.kind !== 'created') continue;
    const { file } = effect;
    const problem = await files.delete(file, effect.after);
    if (problem) return { file, problem };
  }
  return undefined;
}

/** All names in one go; answers with those that could not be given back. */
async function renameBack(files: Files, units: readonly Unit[]): Promise<Map<Address, Problem>> {
  const back = units
    .flat()
    .filter(effect => effect.kind === 'renamed')
    .map(({ file, from }) => ({ from: file, to: from }));
  const refused = back.length ? await files.rename(back) : [];
  return new Map(refused.map(({ file, problem }) => [file, problem]));
}
