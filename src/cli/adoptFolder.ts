import { join } from 'node:path';
import { adoptNotes, type Adopted } from '../actions/adoptNotes';
import { pathBelow } from '../actions/address';
import { plainText } from '../core/escape';
import type { AdoptedJson } from '../core/exchange/json/schema/adopted';
import { toAddress } from '../files/disk/addresses';
import { isSystemError, unreadable } from '../files/disk/disk';
import { PROCESS_FILE } from '../core/process/processFile';
import { counted, NOTES } from '../words/en/counted';
import { quoted } from '../words/en/said/quoted';
import { sentenceOf } from '../words/sentence';
import { complain, print, printJson, printText } from './output';
import { filePatches, patchText } from './patch';
import { shellWord } from './shellWord';
import { remember } from './remember';
import { absolute, type Terminal } from './terminal';
import { diskWorkspace } from './workspace';

/** Nothing could be adopted, so nothing was written. */
const UNREAD = 2;
/** So many paths are named. */
const MOST_NAMED = 10;

/** Makes a folder a pipeline by the keys of its notes. Answers with the exit code. */
export async function adoptFolder(
  terminal: Terminal,
  folder: string,
  { dryRun, json, inline }: { readonly dryRun?: true; readonly json?: true; readonly inline?: true },
): Promise<number> {
  const workspace = diskWorkspace(terminal, dryRun);
  const address = toAddress(absolute(terminal, folder));
  const adopted = await adoptNotes(workspace, address, inline).catch((cause: unknown) => {
    if (!isSystemError(cause)) throw cause;
    return { ok: false as const, problem: unreadable(cause, 'folder'), unread: [] };
  });
  if (!adopted.ok) {
    complain(terminal, `${plainText(folder)}: ${sentenceOf(adopted.problem)}`);
    tellUnread(terminal, folder, adopted.unread);
    return UNREAD;
  }
  if (!dryRun && adopted.units.length) await remember(terminal, 'adopt', adopted);
  if (json) printJson(terminal, asJson(folder, dryRun === true, adopted));
  else {
    tell(terminal, adopted);
    tellUnclear(terminal, folder, adopted.unclear);
    tellUnread(terminal, folder, adopted.unread);
  }
  if (dryRun && !json) {
    for (const unit of adopted.units) {
      const { file } = unit[0]!;
      const path = `${folder}/${pathBelow(address, file)!}`;
      printText(terminal, patchText({ path, file }, filePatches(unit)));
    }
  }
  const { adoption, inline: left, elsewhere, ended, unclear, unread } = adopted;
  return [adoption.leftStages, left, elsewhere, ended, unclear, unread].some(({ length }) => length) ? 1 : 0;
}

function asJson(
  folder: string,
  dryRun: boolean,
  { adoption, inline, elsewhere, ended, unclear, unread, moved, units }: Adopted,
): AdoptedJson {
  const { deals, fields, aliases, leftKeys, leftStages } = adoption;
  return {
    version: 1,
    ...{ folder, dryRun, deals },
    fields: [...fields].map(([field, key]) => ({ field, key })),
    stages: aliases.map(({ name, stage }) => ({ name, stage })),
    leftKeys: leftKeys.map(({ key, field }) => ({ key, field })),
    leftStages: leftStages.map(({ name, notes, isOutcome }) => ({ name, notes, isOutcome })),
    inline: [...inline],
    elsewhere: elsewhere.map(({ path, key }) => ({ path, key })),
    ended: ended.map(({ path, key, value }) => ({ path, key, value })),
    unclear: unclear.map(({ path, key, field, value }) => ({ path, key, field, value })),
    unread: unread.map(({ path, problem }) => ({
      ...{ path, line: problem.line, message: sentenceOf(problem) },
    })),
    moved: [...moved],
    changed: units.length > moved.length,
  };
}

function tell(
  terminal: Terminal,
  { adoption, inline, byHand, elsewhere, ended, moved, units }: Adopted,
): void {
  const { deals, fields, aliases, stageKey, leftKeys, leftStages } = adoption;
  print(terminal, [
    `${counted(deals, NOTES)} with a stage in ${quoted(stageKey)}. ${moved.length ? `The fields of ${counted(moved.length, NOTES)} are moved into front matter.` : 'The notes stay as they are.'}`,
    ...[...fields].map(([field, key]) => `  ${plainText(key)} is read as ${field}`),
    ...aliases.map(({ name, stage }) => `  ${quoted(name)} is the stage ${stage}`),
    ...leftKeys.map(
      ({ key, field }) => `  ${plainText(key)} stays a key of its own: it can’t be the one for ${field}`,
    ),
    ...(units.length > moved.length ? [] : [`${PROCESS_FILE} already says this.`]),
  ]);
  for (const { name, notes, isOutcome } of leftStages) {
    const wayOut = isOutcome
      ? 'is an outcome: write the last stage there, and won or lost as the status'
      : `isn’t a known stage: add it to the aliases of one in ${PROCESS_FILE}`;
    complain(terminal, `${quoted(name)} (${counted(notes, NOTES)}) ${wayOut}.`);
  }
  if (elsewhere.length)
    complain(
      terminal,
      `${counted(elsewhere.length, NOTES)} with the stage under another key, so ${elsewhere.length === 1 ? 'it isn’t a deal' : 'they aren’t deals'} yet. Rename the key to ${quoted(stageKey)}: ${listed(elsewhere.map(({ path, key }) => `${path} (${key})`))}.`,
    );
  if (ended.length)
    complain(
      terminal,
      `${counted(ended.length, NOTES)} may be won or lost, but ${ended.length === 1 ? 'counts' : 'count'} as open. Add ${quoted(`${fields.get('status') ?? 'status'}: won`)} or lost to ${ended.length === 1 ? 'it' : 'each'}: ${listed(ended.map(({ path, key, value }) => `${path} (${key}: ${value})`))}.`,
    );
  const lines = inline.filter(path => !byHand.includes(path));
  if (lines.length)
    complain(
      terminal,
      `${counted(lines.length, NOTES)} with fields as lines of the text, which aren’t read. --inline moves them into front matter: ${listed(lines)}.`,
    );
  if (byHand.length)
    complain(
      terminal,
      `${counted(byHand.length, NOTES)} with fields in sentences, or under keys that are there already. Move them into front matter by hand: ${listed(byHand)}.`,
    );
}

/** Of each field how many deals have something there that isn’t read, with the first of it. */
function tellUnclear(terminal: Terminal, folder: string, unclear: Adopted['unclear']): void {
  for (const field of new Set(unclear.map(one => one.field))) {
    const all = unclear.filter(one => one.field === field);
    const { path, key, value } = all[0]!;
    const what = field === key ? quoted(key) : `${quoted(key)}, which is read as ${field},`;
    complain(
      terminal,
      `${counted(all.length, NOTES)} with something in ${what} that can’t be read, such as ${quoted(value, 40)} in ${plainText(path)}. deal-notes check ${shellWord(folder)} lists each.`,
    );
  }
}

/** Each note that can’t be read, as `check` names it. */
function tellUnread(terminal: Terminal, folder: string, unread: Adopted['unread']): void {
  for (const { path, problem } of unread)
    complain(terminal, `${plainText(join(folder, path))}:${problem.line}: ${sentenceOf(problem)}`);
}

function listed(paths: readonly string[]): string {
  const more = paths.length > MOST_NAMED ? ` and ${paths.length - MOST_NAMED} more` : '';
  return `${paths
    .slice(0, MOST_NAMED)
    .map(path => plainText(path))
    .join(', ')}${more}`;
}
