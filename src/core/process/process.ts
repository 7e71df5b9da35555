import type { Money } from '../money';
import type { Problem } from '../problem';
import { plainWidth } from '../text/width';
import { standardName } from '../frontMatter/keyNames';
import type { FieldNames } from './fieldNames';
import { asStageId, STAGES, type StageId } from './stages';
import { TODAY_RULES, type TodayRule } from './todayRules';
import type { SavedView } from './view';
import { warningsIn, type Warnings, type WarningsOfAll } from './warnings';

/** A problem of a process, with the file in the pipeline's folder that it is in. */
export interface ProcessProblem extends Problem {
  /** Its path from the pipeline's folder, where it is not the process file in that. */
  readonly file?: string;
}

export type Rule = 'allow' | 'warn' | 'block';
export const FORECASTS = ['pipeline', 'best_case', 'commit', 'omitted'] as const;
/** How sure a deal is, for the sums of a forecast; `omitted` is in none of them. */
export type Forecast = (typeof FORECASTS)[number];

export interface ExitCriterion {
  readonly id: string;
  readonly text: string;
}

/** One of the seven stages as a team works it. */
export interface Stage {
  readonly id: StageId;
  readonly label: string;
  /** Further names under which deal files may speak of it. */
  readonly aliases: readonly string[];
  readonly purpose: string;
  readonly guidance: string | undefined;
  /** What to ask the buyer in this stage. */
  readonly questions: readonly string[];
  readonly exitCriteria: readonly ExitCriterion[];
  /** Keys of the front matter, the team's own among them, that a deal has filled in before it leaves. */
  readonly required: readonly string[];
  /** Percent, 0 to 100: the chance that a deal here is won, unless the deal says otherwise. */
  readonly probability: number;
  readonly forecast: Forecast;
  /** Days in the stage after which a deal counts as stalled. */
  readonly stalledAfter: number;
  /** Days without a touch after which a deal here counts as idle. */
  readonly idleAfter: number;
  /** What the team wants to be warned of in the deals here. */
  readonly warn: Warnings;
}

/** How one pipeline sells: the seven stages and the team's own rules, from `sales-process.yaml` or by default. */
export interface Process {
  readonly stages: readonly Stage[];
  /** The currency of a value that names none. */
  readonly currency: string | undefined;
  readonly lostReasons: readonly string[];
  readonly skip: Rule;
  readonly back: Rule;
  /** Whether a deal may be won from a stage before the last one. */
  readonly winEarly: Rule;
  /** Whether a deal may leave a stage whose exit criteria are not all met. */
  readonly unmetCriteria: Rule;
  /** Whether it may leave one that requires fields which are empty. */
  readonly missingFields: Rule;
  /** Whether a move adds a line to the deal's `history`. */
  readonly writesHistory: boolean;
  /** Below this many cases a rate is shown as "too few". */
  readonly minSample: number;
  /** The ways to look at the pipeline that the team has given names. */
  readonly views: readonly SavedView[];
  /** The keys under which the team's files have the standard fields. */
  readonly fields: FieldNames;
  /** What one unit of another currency is worth in the team's own: for sums that are shown beside those by currency. */
  readonly rates: ReadonlyMap<string, number>;
  /** What the team is to win in a quarter, by its name: `2026-Q4`. */
  readonly quota: ReadonlyMap<string, Money>;
  /** What each owner is to win, by the name of the quarter, then by the owner's name as the file has it. */
  readonly ownerQuota: ReadonlyMap<string, ReadonlyMap<string, Money>>;
  /** What puts a deal on the list of what to do today, the most urgent first; a rule that isn't named puts none there. */
  readonly today: readonly TodayRule[];
  /** The normalised name of every stage, from any of its names. */
  readonly stageByName: ReadonlyMap<string, StageId>;
  /** All keys that one stage or another requires, each once. */
  readonly required: readonly string[];
  /** Why it isn't known what the team allows: a fault in the process file, or in its name. No deal is moved before it is fixed. */
  readonly unknownRules?: ProcessProblem;
}

/** What a `sales-process.yaml` may say otherwise. */
export type ProcessSettings = Partial<
  Omit<Process, 'stages' | 'stageByName' | 'required' | 'unknownRules'>
> & {
  readonly stages?: Partial<Record<StageId, Partial<Omit<Stage, 'id'>>>>;
  /** What it wants to be warned of in all stages. */
  readonly warn?: WarningsOfAll;
};

export function makeProcess({ warn, ...settings }: ProcessSettings = {}): Process {
  const fields: FieldNames = settings.fields ?? new Map();
  const stages = STAGES.map((stage): Stage => {
    const own = settings.stages?.[stage.id] ?? {};
    return {
      guidance: undefined,
      questions: [],
      exitCriteria: [],
      stalledAfter: 21,
      idleAfter: 14,
      ...stage,
      ...own,
      aliases: [...stage.aliases, ...(own.aliases ?? [])],
      // A team may name a field as its files do, or as everybody does.
      required: (own.required ?? []).map(key => standardName(fields, key) ?? key),
      warn: warningsIn(stage.id, warn, own.warn),
    };
  });
  return {
    currency: undefined,
    lostReasons: ['price', 'competitor', 'no budget', 'no decision', 'bad fit', 'timing', 'lost contact'],
    skip: 'allow',
    back: 'allow',
    winEarly: 'allow',
    unmetCriteria: 'warn',
    missingFields: 'warn',
    writesHistory: true,
    minSample: 5,
    views: [],
    fields,
    rates: new Map(),
    quota: new Map(),
    ownerQuota: new Map(),
    today: TODAY_RULES,
    ...settings,
    stages,
    stageByName: namesOf(stages, settings.stages),
    required: [...new Set(stages.flatMap(({ required }) => required))],
  };
}

export const DEFAULT_PROCESS = makeProcess();

export function stageOf(process: Process, id: StageId): Stage {
  return process.stages.find(stage => stage.id === id)!;
}

/** The stage that a file means by `name`: an id, a label or an alias, in any case and with any joints. */
export function findStage(process: Process, name: string): StageId | undefined {
  // Nearly all files use the id, of which the history has many.
  return asStageId(name) ?? process.stageByName.get(normaliseName(name));
}

/** No name is longer; and to normalise a text of accents alone takes time that grows with its square. */
const MAX_NAME = 500;

/** Alike for names that differ only in case, in the width of signs, or in spaces, `-`, `_` and `&` between their words. */
export function normaliseName(name: string): string {
  return plainWidth(name.slice(0, MAX_NAME))
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\-_&]+/g, ' ')
    .trim();
}

function namesOf(stages: readonly Stage[], own: ProcessSettings['stages'] = {}): Map<string, StageId> {
  const names = new Map<string, StageId>();
  const add = (name: string, id: StageId) => {
    const normal = normaliseName(name);
    if (normal) names.set(normal, id);
  };
  // What comes later wins: a team's own names over built-in ones, and an id over all, so that none loses its own.
  for (const { aliases, label, id } of STAGES) for (const name of [...aliases, label]) add(name, id);
  for (const { id } of STAGES) for (const alias of own[id]?.aliases ?? []) add(alias, id);
  for (const { label, id } of stages) add(label, id);
  for (const { id } of stages) add(id, id);
  return names;
}
