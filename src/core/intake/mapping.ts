import { UNKNOWN_STAGE } from '../deal/read/stage';
import { isField } from '../fields/table';
import type { FieldNames } from '../process/fieldNames';
import type { Process } from '../process/process';
import { isStageId, type StageId } from '../process/stages';
import { isAbsent } from './absent';
import { orderIn, type DaysOrder } from './daysOrder';
import type { DecimalSign } from './decimals';
import { guessByHead, stageEnteredIn } from './guess';
import { kindsOfDeals } from './kindNames';
import { foldHead, foldName, keyOfHead, namesIds } from './heads';
import type { Layout } from './layouts/layout';
import { OWN } from './layouts/own';
import { ownTargetOf } from './ownHeads';
import { mapStages, type MappedStage } from './mapStages';
import { moneyHead } from './moneyHeads';
import { noOutcomeIn, outcomeHeaded } from './outcomeHeads';
import { namesBoth } from './outcomeNamed';
import { recognise } from './recognise';
import { standingsNamed } from './standingsNamed';
import type { TableColumn, Surveyed } from './survey';
import { isDayTarget, isOnce, type ColumnTarget } from './target';
import { valuesLeft } from './valuesLeft';

/** The last stage of closed deals that don't name it: one of the seven, unknown, or the deals are left out. */
export type ClosedStage = StageId | 'unknown' | 'leave-out';

/** How the rows of a table become deals. */
export interface Mapping {
  /** What `source_id` begins with, and what is kept of imports is called after. */
  readonly kind: string;
  /** By the heads as the file writes them. */
  readonly columns: ReadonlyMap<string, ColumnTarget>;
  /** Columns that a kept mapping has, and the table doesn't: of what they say, it says nothing. */
  readonly missing?: ReadonlyMap<string, ColumnTarget>;
  readonly stages: readonly MappedStage[];
  /** Of days that could be read in two ways: in all columns, or in each by its head. */
  readonly dates?: DaysOrder | undefined;
  /** What stands before the decimals of values such as `1.500`, whatever the other values of their column hint at. */
  readonly decimals?: DecimalSign | undefined;
  /** Of values that name none; null where somebody has said that they stay without one. */
  readonly currency?: string | null | undefined;
  /** Of deals that name none; null where somebody has said that they stay without one. */
  readonly owner?: string | null | undefined;
  /** What becomes of closed deals whose last stage isn't known; else that is `unknown`. */
  readonly closedStage?: ClosedStage | undefined;
  /** Only rows of this pipeline are taken. */
  readonly pipeline?: string | undefined;
}

/** What may be said of a mapping before it is proposed; what is said counts. */
export type MappingSaid = Partial<Omit<Mapping, 'stages' | 'columns'>> & {
  readonly columns?: Mapping['columns'] | undefined;
  readonly stages?: Mapping['stages'] | undefined;
};

export interface Proposed {
  readonly mapping: Mapping;
  readonly layout: Layout | undefined;
  /** Columns of days that can be read in two ways in every row. */
  readonly unclear: readonly TableColumn[];
  /** Columns with something in them that the mapping doesn't know: nothing is taken of them. */
  readonly unknown: readonly UnknownColumn[];
  /** Columns that the mapping knows by another name. */
  readonly renamed: readonly RenamedColumn[];
  /** Columns that are called like an outcome, and don't say it: nobody has decided yet what they are. */
  readonly notOutcomes: readonly NoOutcome[];
  /** Of a table without values those that could be a column of them: nobody has decided that either. */
  readonly valuesLeft: readonly string[];
}

/** A column that is called like an outcome. */
export interface NoOutcome {
  readonly head: string;
  /** What it would be. */
  readonly couldBe: ColumnTarget;
  /** A value that says no outcome. */
  readonly value: string;
}

/** A column that means by its name what one of a kept mapping does that the table doesn't have any more. */
export interface RenamedColumn {
  readonly head: string;
  readonly before: string;
  readonly is: ColumnTarget;
}

/** A column that a mapping doesn't know. */
export interface UnknownColumn extends TableColumn {
  /** What it would become, if there were no mapping. */
  readonly couldBe: ColumnTarget;
}

/** Columns that could be fields, and that a mapping doesn't know: what they say is missing in the deals. */
export function missedIn({ unknown }: Pick<Proposed, 'unknown'>): readonly UnknownColumn[] {
  return unknown.filter(({ couldBe }) => typeof couldBe === 'string' && couldBe !== 'nothing');
}

/** A mapping for a table: by the system that it is from, else by heads and contents; and by what somebody has said already. */
export function propose(
  surveyed: Surveyed,
  fileName: string,
  process: Process,
  said: MappingSaid = {},
): Proposed {
  const { columns, head } = surveyed;
  const layout = recognise(head.heads);
  const renamed = layout === OWN ? [] : renamedIn(columns, layout, said.columns);
  const known =
    said.columns && new Map([...said.columns, ...renamed.map(({ head: name, is }) => [name, is] as const)]);
  const targets = targetsOf(columns, layout, process, known);
  const names = stageNames(columns, targets).filter(name =>
    layout === OWN ? foldName(name) !== UNKNOWN_STAGE : !isAbsent(name, 'stage'),
  );
  const own = said.stages ?? [];
  const isSaid = (name: string) => own.some(one => foldName(one.name) === foldName(name));
  const others = mapStages(
    names.filter(name => !isSaid(name)),
    layout,
    process,
  );
  // A stage that neither a kept mapping nor any list has is nobody's guess: only where there is no mapping they are spread.
  // Those that a kept mapping gets are in it as in anybody's copy of it, whichever rows came first.
  const inOrder = (all: readonly MappedStage[]) => all.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const stages = said.stages ? [...own, ...inOrder(others.filter(({ how }) => how !== 'spread'))] : others;
  const mapping: Mapping = {
    kind: layout?.kind ?? kindsOfDeals(fileName).plain,
    ...said,
    columns: targets,
    missing: missingIn(columns, said, new Set(renamed.map(({ before }) => before))),
    stages,
  };
  const unclear = columns.filter(
    ({ order, head: name }) =>
      order === 'unclear' && !orderIn(said.dates, name) && isDayTarget(targets.get(name) ?? 'nothing'),
  );
  return {
    ...{ mapping, layout, unclear, renamed },
    unknown: unknownIn(columns, layout, process, known),
    notOutcomes: said.columns || layout === OWN ? [] : columns.flatMap(column => noOutcome(column, targets)),
    valuesLeft: said.columns || layout === OWN ? [] : valuesLeft(surveyed, targets, layout),
  };
}

/** Of a column that became a key of the team's own, though by its name it may say how deals have ended. */
function noOutcome(column: TableColumn, targets: Mapping['columns']): readonly NoOutcome[] {
  const { head } = column;
  const is = targets.get(head);
  const couldBe = outcomeHeaded(head);
  if (!couldBe || is === 'nothing' || (is !== 'notes' && typeof is !== 'object')) return [];
  const value = [...targets.values()].includes(couldBe) ? undefined : noOutcomeIn(column, couldBe);
  if (value === undefined) return [];
  const day = couldBe === 'is_won' ? 'won_on' : 'lost_on';
  return [{ head, couldBe: column.isDays ? day : couldBe, value }];
}

function missingIn(
  columns: readonly TableColumn[],
  { missing = new Map(), columns: said = new Map() }: MappingSaid,
  renamed: ReadonlySet<string>,
): ReadonlyMap<string, ColumnTarget> {
  const heads = new Set(columns.map(({ head }) => foldHead(head)));
  return new Map([...missing, ...said].filter(([head]) => !heads.has(foldHead(head)) && !renamed.has(head)));
}

/** Of the columns that a kept mapping doesn't have, those that say by their names what one of it said that is missing now. */
function renamedIn(
  columns: readonly TableColumn[],
  layout: Layout | undefined,
  said: Mapping['columns'] | undefined,
): readonly RenamedColumn[] {
  if (!said) return [];
  const missing = [...missingIn(columns, { columns: said }, new Set())];
  return columns.flatMap(({ head, filled }): RenamedColumn[] => {
    if (!filled || !head || saidOf(head, said) !== undefined) return [];
    const is = meantBy(head, layout);
    const at = missing.findIndex(
      ([, was]) => is !== undefined && is !== 'nothing' && targetKey(was) === targetKey(is),
    );
    const [before] = at < 0 ? [] : missing.splice(at, 1);
    return before ? [{ head, before: before[0], is: before[1] }] : [];
  });
}

/** What a column is by its name alone. */
function meantBy(head: string, layout: Layout | undefined): ColumnTarget | undefined {
  const entered = stageEnteredIn(head);
  return (
    byLayout({ head }, layout) ??
    (entered === undefined ? guessByHead(head) : { entered }) ??
    amountsIn(head, rest => meantBy(rest, layout))
  );
}

/** What a column of amounts is without the currency that its heading names: of no other column does that say the same. */
function amountsIn(
  head: string,
  meant: (rest: string) => ColumnTarget | undefined,
): ColumnTarget | undefined {
  const money = moneyHead(head);
  const is = money && meant(money.rest);
  return is === 'value' || is === 'nothing' ? is : undefined;
}

function targetKey(target: ColumnTarget): string {
  return typeof target === 'object' && 'entered' in target
    ? `entered ${foldName(target.entered)}`
    : JSON.stringify(target);
}

/** Our own export has none: what it has in its columns is known, whatever is kept. */
function unknownIn(
  columns: readonly TableColumn[],
  layout: Layout | undefined,
  process: Process,
  said: Mapping['columns'] | undefined,
): readonly UnknownColumn[] {
  if (!said || layout === OWN) return [];
  const unknown = columns.filter(
    ({ head, filled }) => filled > 0 && head && saidOf(head, said) === undefined,
  );
  if (!unknown.length) return [];
  const taken = new Set(columns.flatMap(({ head }) => saidOf(head, said) ?? []));
  const guesses = targetsOf(columns, layout, process, undefined);
  return unknown.map(column => {
    const guess = guesses.get(column.head) ?? 'nothing';
    const couldBe =
      isOnce(guess) && taken.has(guess) ? { key: ownKeyOf(column.head, new Set(), process.fields) } : guess;
    return { ...column, couldBe };
  });
}

function targetsOf(
  columns: readonly TableColumn[],
  layout: Layout | undefined,
  process: Process,
  said: Mapping['columns'] | undefined,
): ReadonlyMap<string, ColumnTarget> {
  const targets = new Map<string, ColumnTarget>();
  const taken = new Set<ColumnTarget>();
  const take = (column: TableColumn, target: ColumnTarget | undefined) => {
    if (!target || targets.has(column.head) || (isOnce(target) && taken.has(target))) return;
    targets.set(column.head, target);
    taken.add(target);
  };
  const isOwn = layout === OWN;
  for (const column of columns)
    take(column, said && (isOwn ? decidedOf(column, said) : saidOf(column.head, said)));
  // Columns that are newer than the mapping are reported and not taken. The forms of our own export differ in their columns.
  if (said && !isOwn) {
    for (const column of columns) take(column, 'nothing');
    return targets;
  }
  for (const column of columns) {
    const entered = stageEnteredIn(column.head);
    if (isOwn) take(column, ownTargetOf(column.head));
    else take(column, byLayout(column, layout) ?? (entered === undefined ? undefined : { entered }));
  }
  // One that names no currency is it first: beside it there may be the same in another currency.
  if (!isOwn)
    for (const column of columns)
      take(
        column,
        amountsIn(column.head, head => byLayout({ head }, layout)),
      );
  const guesses = columns.map(column => [column, guessByHead(column.head)] as const);
  const hasStages = taken.has('stage') || guesses.some(([, guess]) => guess === 'stage');
  // Beside a column that names the outcomes, one that is called “Status” may say anything.
  for (const [column, guess] of guesses)
    if (guess === 'status' && namesBoth(column.head)) take(column, guess);
  const listed = columns.filter(one => hasOnlyStages(one, process));
  const isLeft = (one: TableColumn) => !targets.has(one.head);
  const ofOthers = listed.some(isLeft);
  for (const [column, guess] of guesses) {
    const isStage = saysStages(column, process) || (!ofOthers && listsNames(column));
    take(column, guess === 'status' && !hasStages && isStage ? 'stage' : guess);
  }
  for (const column of columns) take(column, amountsIn(column.head, guessByHead));
  for (const column of columns) {
    const outcome = outcomeHeaded(column.head);
    if (outcome && column.filled && noOutcomeIn(column, outcome) === undefined) take(column, outcome);
  }
  const isPlaced = (['stage', 'last_stage'] as const).some(one => taken.has(one));
  const ofStages = isOwn || isPlaced ? undefined : listed.find(isLeft);
  if (ofStages) take(ofStages, 'stage');
  const ofIds = taken.has('id') ? undefined : columns.find(one => isLeft(one) && isId(one));
  if (ofIds) take(ofIds, 'id');
  const keys = new Set<string>();
  for (const column of columns) take(column, leftOver(column, keys, process.fields));
  // As people know the table.
  return new Map(columns.flatMap(({ head }) => (targets.has(head) ? [[head, targets.get(head)!]] : [])));
}

function byLayout({ head }: Pick<TableColumn, 'head'>, layout: Layout | undefined): ColumnTarget | undefined {
  const folded = foldHead(head);
  return layout && Object.hasOwn(layout.columns, folded) ? layout.columns[folded] : undefined;
}

function saidOf(head: string, said: Mapping['columns']): ColumnTarget | undefined {
  return said.get(head) ?? [...said].find(([name]) => foldHead(name) === foldHead(head))?.[1];
}

/** What somebody has decided of a column of our own export, be it of the one that has the same field in another form of it. */
function decidedOf({ head }: TableColumn, said: Mapping['columns']): ColumnTarget | undefined {
  const usual = ownTargetOf(head);
  if (typeof usual !== 'string' || usual === 'nothing') return said.get(head);
  const isOther = ([name, is]: readonly [string, ColumnTarget]) =>
    ownTargetOf(name) === usual && is !== usual;
  return [...said].find(isOther)?.[1];
}

/** Whether a column of our own export becomes what it always does: then there is nothing of it to be kept. */
export function isUsualOwn(head: string, target: ColumnTarget): boolean {
  return JSON.stringify(ownTargetOf(head)) === JSON.stringify(target);
}

/** Many teams call their stages statuses: one of the words at least is a stage that many know, and not only won or lost. */
function saysStages({ values = [] }: TableColumn, process: Process): boolean {
  const others = values.filter(value => !standingsNamed(value).length);
  return mapStages(others, undefined, process).some(({ is, how }) => how !== 'spread' && isStageId(is));
}

/** So many names a list of stages has at most. */
const MOST_STAGES = 20;
/** What holds stages: a “State” may be one of the United States, and a “Result” is that of a closed deal. */
const STATUS = /stat(?:us|ut)|estado|etat/;

/** Whether a column of statuses holds several unknown words, and none that means open: then each is the name of a stage. */
function listsNames({ head, values = [], filled }: TableColumn): boolean {
  if (!STATUS.test(foldHead(head)) || values.length > Math.min(MOST_STAGES, filled)) return false;
  const said = values.map(standingsNamed);
  const others = values.filter((_, at) => !said[at]!.length);
  return others.length > 1 && others.every(isName) && !said.flat().includes('open');
}

/** A name as people give it to a stage: no number, no day, and no sentence. */
function isName(value: string): boolean {
  return value.length <= 40 && /^\P{L}{0,6}\p{L}/u.test(value);
}

/** Whether a column has nothing but stages and outcomes that many know, of which two are open stages: no other list has those. */
function hasOnlyStages({ values = [] }: TableColumn, process: Process): boolean {
  const stages = mapStages(values, undefined, process);
  const open = new Set(stages.flatMap(({ is, how }) => (how !== 'spread' && isStageId(is) ? [is] : [])));
  return open.size > 1 && stages.every(({ how }) => how !== 'spread');
}

/** By its name, and no two values are alike. */
function isId({ head, isUnique }: TableColumn): boolean {
  return isUnique && namesIds(head);
}

/** Longer texts are notes. */
const LONG = 120;

function leftOver(column: TableColumn, keys: Set<string>, names: FieldNames): ColumnTarget {
  const { head, filled, longest } = column;
  if (!filled || !head.trim()) return 'nothing';
  if (longest > LONG) return 'notes';
  const key = ownKeyOf(head, keys, names);
  keys.add(key);
  return { key };
}

/**
 * The field that a key would be, by our name for it, by the team's, or in another way of writing it: as a key of the team's own it
 * would put a column's text there as it is, past the reader of the field.
 */
export function fieldOfKey(key: string, names: FieldNames): string | undefined {
  const word = key
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');
  if (isField(word) || word === 'source_id') return word;
  return [...names].find(([, name]) => name === key)?.[0];
}

/** A key of the team's own for a column, other than those that are taken and those of fields. */
export function ownKeyOf(head: string, taken: ReadonlySet<string>, names: FieldNames): string {
  const word = keyOfHead(head);
  let key = fieldOfKey(word, names) === undefined ? word : `${word}_there`;
  for (let number = 2; taken.has(key); number++) key = `${word}_${number}`;
  return key;
}

/** The names that stages have in a table, in the order of their first appearance. */
function stageNames(columns: readonly TableColumn[], targets: Mapping['columns']): string[] {
  const names = new Map<string, string>();
  for (const { head, values } of columns) {
    const target = targets.get(head);
    const there =
      target === 'stage' || target === 'last_stage'
        ? (values ?? [])
        : typeof target === 'object' && 'entered' in target
          ? [target.entered]
          : [];
    for (const name of there) if (!names.has(foldName(name))) names.set(foldName(name), name);
  }
  return [...names.values()];
}
