import { FIELDS, isField, rowOf, type Field } from '../fields/table';
import { fieldMeant, mayMeanStage } from './meantKeys';
import { fits } from '../deal/near/fits';
import { lettersOf } from '../deal/near/likeKeys';
import { UNKNOWN_STAGE } from '../deal/read/stage';
import { statusesMeant, statusNamed } from '../deal/statusNames';
import type { Data } from '../frontMatter/parse';
import { guessByHead } from '../intake/guess';
import { mapStages } from '../intake/mapStages';
import { standingsNamed } from '../intake/standingsNamed';
import type { Status } from '../process/outcome';
import { DEFAULT_PROCESS, findStage, type Process } from '../process/process';
import type { Alias } from '../process/addAlias';

/** What a folder of notes with keys of its own needs to be read as a pipeline: the notes stay as they are. */
export interface Adoption {
  /** The keys that the notes have for standard fields, where they are others. */
  readonly fields: ReadonlyMap<Field, string>;
  /** Names of stages that the notes use and the process doesn't have. */
  readonly aliases: readonly Alias[];
  /** The key that has the stage. */
  readonly stageKey: string;
  /** How many notes have it. */
  readonly deals: number;
  /** Keys that may mean a field for which another key is taken, or whose values don't fit. */
  readonly leftKeys: readonly { readonly key: string; readonly field: Field }[];
  /** Names in the place of the stage that are outcomes, or that no list of stages has. They are never guessed. */
  readonly leftStages: readonly {
    readonly name: string;
    readonly notes: number;
    readonly isOutcome: boolean;
  }[];
}

/** A key as `fields` of the process file takes it. */
const NAME = /^[\p{L}_](?:[\p{L}\p{N}_ -]{0,58}[\p{L}\p{N}_-])?$/u;

/**
 * Proposes how to read notes by their own keys. A key is taken for a field by its name, and only if most of what stands behind it
 * could be that; of several for one field, the one that most notes have.
 *
 * @param notes what their front matters say, by their own keys, in the order of their paths
 * @param process that the folder has; what it says already stays
 * @returns nothing where no key means a stage
 */
export function proposeAdoption(
  notes: readonly Data[],
  process: Process = DEFAULT_PROCESS,
): Adoption | undefined {
  const stageKey = stageKeyIn(notes, process);
  if (stageKey === undefined) return undefined;
  const deals = notes.filter(data => saysStage(data, stageKey));
  const fields = new Map<Field, string>(process.fields);
  if (stageKey !== 'stage') fields.set('stage', stageKey);
  const taken = new Set([stageKey, ...process.fields.values()]);
  const leftKeys: { key: string; field: Field }[] = [];
  let hasOwnStatus = false;
  for (const { key, values } of keysIn(deals)) {
    const field = taken.has(key) || isField(key) ? undefined : fieldMeant(key);
    if (!field || field === 'stage') continue;
    const isThere = fields.has(field) || deals.some(data => Object.hasOwn(data, field));
    const fitting = values.filter(value => fits(value, field, process) && mayBeDay(value, field)).length;
    // Read as ours, each `active` would be refused.
    const isTheirs = field === 'status' && !isThere && isOtherStatus(values);
    const isLeft = isTheirs || isThere || !NAME.test(key) || fitting * 2 <= values.length;
    hasOwnStatus ||= isLeft && !isThere && field === 'status' && isSameKey(key, field);
    if (isLeft) leftKeys.push({ key, field });
    else fields.set(field, key);
  }
  if (hasOtherStatus(fields, deals)) {
    hasOwnStatus = true;
    leftKeys.push({ key: 'status', field: 'status' });
  }
  // Beside `Status: active`, a `status: won` would be a second one.
  if (hasOwnStatus && !fields.has('status')) giveOtherName(fields, 'status', deals);
  const moved = withoutClash(fields, deals);
  return { fields: moved, stageKey, deals: deals.length, leftKeys, ...stagesIn(deals, stageKey, process) };
}

/** Where the stage stands under the name of another standard field, that one needs another name: `status: proposal`. */
function withoutClash(fields: Map<Field, string>, deals: readonly Data[]): ReadonlyMap<Field, string> {
  for (const field of FIELDS) {
    const isElsewhere = [...fields].some(([other, key]) => other !== field && isSameKey(key, field));
    if (isElsewhere && !fields.has(field)) giveOtherName(fields, field, deals);
  }
  return fields;
}

function giveOtherName(fields: Map<Field, string>, field: Field, deals: readonly Data[]): void {
  const isThere = (name: string) => deals.some(data => Object.keys(data).some(key => isSameKey(key, name)));
  const name = [`deal_${field}`, `own_${field}`].find(one => !isThere(one));
  if (name !== undefined) fields.set(field, name);
}

/** `close: soon` and `Created: Dana` say no day. */
function mayBeDay(value: unknown, field: Field): boolean {
  const { kind } = rowOf(field);
  return (kind !== 'day' && kind !== 'pastDay') || /\d/.test(String(value));
}

/** Whether two keys differ in case and joints alone: people and programs take them for one. */
function isSameKey(key: string, other: string): boolean {
  return key === other || lettersOf(key) === lettersOf(other);
}

/**
 * Many vaults have `status: active` in their notes: read as ours, each would be refused. It's left to them where none of its values
 * may say that a deal is won or lost.
 */
function hasOtherStatus(fields: ReadonlyMap<Field, string>, deals: readonly Data[]): boolean {
  if (fields.has('status') || [...fields.values()].includes('status')) return false;
  return isOtherStatus(keysIn(deals).find(({ key }) => key === 'status')?.values ?? []);
}

function isOtherStatus(values: readonly unknown[]): boolean {
  return (
    values.some(value => typeof value !== 'string' || !statusNamed(value)) &&
    !values.some(value => mayMean(value).some(status => status !== 'open'))
  );
}

function mayMean(value: unknown): readonly Status[] {
  const named = typeof value === 'string' ? standingsNamed(value) : [];
  return [...named, ...statusesMeant(value)];
}

/** What a deal says under a key that isn't read as its status, and that may mean won or lost: it's open without that. */
export function endedElsewhere(
  data: Data,
  { fields, stageKey, leftKeys }: Adoption,
): { readonly key: string; readonly value: string } | undefined {
  if (!saysStage(data, stageKey) || Object.hasOwn(data, fields.get('status') ?? 'status')) return undefined;
  const key = leftKeys.find(
    ({ key, field }) =>
      field === 'status' && Object.hasOwn(data, key) && mayMean(data[key]).some(one => one !== 'open'),
  )?.key;
  return key === undefined ? undefined : { key, value: String(data[key]) };
}

/**
 * The key that most notes have for their stage: of those by its name the first of which most values mean one, or an outcome; a key
 * that only may have it, such as `status`, where its values are stages.
 */
function stageKeyIn(notes: readonly Data[], process: Process): string | undefined {
  const own = process.fields.get('stage');
  if (own !== undefined) return own;
  const counted = keysIn(notes).filter(({ key }) => NAME.test(key));
  const byName = counted.filter(
    ({ key, values }) => mayMeanStage(key) && values.some(value => typeof value === 'string'),
  );
  const isStage = (name: string) => findStage(process, name) !== undefined;
  const most =
    byName.find(({ values }) => areMostly(values, isStage) || areMostly(values, meantIn(values, process))) ??
    byName[0];
  const may = counted.find(({ key, values }) => guessByHead(key) === 'status' && areMostly(values, isStage));
  return (most ?? may)?.key;
}

function areMostly(values: readonly unknown[], isOne: (name: string) => boolean): boolean {
  const names = values.filter(value => typeof value === 'string');
  return names.filter(isOne).length * 2 > names.length;
}

/** Which names mean a stage or an outcome, though the process may not have them: “Demo” becomes an alias. */
function meantIn(values: readonly unknown[], process: Process): (name: string) => boolean {
  const names = new Set(values.filter(value => typeof value === 'string').map(name => name.trim()));
  const mapped = mapStages([...names], undefined, process).filter(({ how }) => how !== 'spread');
  const meant = new Set(mapped.map(({ name }) => name));
  return name => meant.has(name.trim());
}

function saysStage(data: Data, key: string): boolean {
  return Object.hasOwn(data, key) && typeof data[key] === 'string' && data[key].trim() !== '';
}

/** The key of a note's front matter that has its stage where the one that counts has none. */
export function stageElsewhere(data: Data, stageKey: string, process: Process): string | undefined {
  if (Object.hasOwn(data, stageKey)) return undefined;
  const isKnown = (key: string) => findStage(process, String(data[key])) !== undefined;
  return Object.keys(data).find(
    key => saysStage(data, key) && (mayMeanStage(key) || (guessByHead(key) === 'status' && isKnown(key))),
  );
}

/** Each key with what stands behind it in any note, those first that most notes have. */
function keysIn(notes: readonly Data[]): { readonly key: string; readonly values: readonly unknown[] }[] {
  const found = new Map<string, unknown[]>();
  for (const data of notes)
    for (const [key, value] of Object.entries(data)) {
      if (value === null || value === '') continue;
      const values = found.get(key);
      if (values) values.push(value);
      else found.set(key, [value]);
    }
  return [...found]
    .map(([key, values]) => ({ key, values }))
    .sort((a, b) => b.values.length - a.values.length);
}

function stagesIn(deals: readonly Data[], key: string, process: Process) {
  const counts = new Map<string, number>();
  for (const data of deals) {
    const name = String(data[key]).trim();
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const mapped = mapStages([...counts.keys()], undefined, process);
  // Closed deals of which nobody has said the last stage have that word, from our own imports too.
  const unknown = mapped.filter(({ name }) => name !== UNKNOWN_STAGE && !findStage(process, name));
  const aliases: Alias[] = [];
  const leftStages: { name: string; notes: number; isOutcome: boolean }[] = [];
  for (const { name, is, how } of unknown) {
    const isOutcome = is === 'won' || is === 'lost';
    if (isOutcome || how === 'spread')
      leftStages.push({ name, notes: counts.get(name)!, isOutcome: isOutcome && how !== 'spread' });
    else aliases.push({ stage: is, name });
  }
  return { aliases, leftStages };
}
