import { isMap, isSeq, type Node, type YAMLMap } from 'yaml';
import { NO_CURRENCY } from '../money';
import { percentMeant } from '../doubtfulNumbers';
import { error, type Problem } from '../problem';
import {
  findStage,
  makeProcess,
  normaliseName,
  DEFAULT_PROCESS,
  FORECASTS,
  type ExitCriterion,
  type Process,
} from './process';
import type { ProcessProblem, ProcessSettings, Stage } from './process';
import { readFields } from './readFields';
import { RulesReader } from './readRules';
import { say } from './say';
import type { Says } from '../says';
import { checkRates, inMoney, readCurrency, readQuota, readRates, type Quota } from './readMoney';
import { readViews } from './readViews';
import { isStageId, STAGE_IDS, type StageId } from './stages';
import { YamlReader, type KnownKeys } from './yamlReader';

/** The file that makes a folder a pipeline and says how its team sells. */
export const PROCESS_FILE = 'sales-process.yaml';

/** Many times what a process with all its texts needs; it would be read anew at each change. */
const MOST_CHARACTERS = 1_000_000;

/** A process as a file has it. */
export interface ReadProcess {
  readonly process: Process;
  readonly problems: readonly Problem[];
}

/** Why no deal is moved meanwhile. */
export function waitsFor({ line, file }: ProcessProblem, canForce = false): Says {
  const name = file?.slice(file.lastIndexOf('/') + 1);
  return say('rulesUnknown', { line, ...(name !== undefined && { file: name }), canForce });
}

/**
 * Reads a `sales-process.yaml`. What is wrong becomes a problem at its place and keeps its default, or a rule what it
 * was before, so that a slip opens no gate; the rest of the file counts. Where the text cannot be read at all, the process
 * stays as it was before. Never throws.
 *
 * @param before the last process that could be read, if there was one
 */
export function readProcess(text: string, before = DEFAULT_PROCESS): ReadProcess {
  if (text.length > MOST_CHARACTERS) {
    return notRead([error('unreadable', say('tooLong', { most: MOST_CHARACTERS }))], lastKnownRules(before));
  }
  const reader = new YamlReader(text);
  const root = reader.root();
  const { problems } = reader;
  const lastKnown = lastKnownRules(before);
  if (root) {
    const { settings, slip } = readSettings(reader, root, lastKnown);
    return { process: withUnknownRules(makeProcess(settings), lastKnown, slip), problems };
  }
  if (!problems.length) return { process: DEFAULT_PROCESS, problems };
  return notRead(problems, lastKnown);
}

/** What was read with unknown rules is nothing to go back to. */
function lastKnownRules(before: Process): Process {
  return before.unknownRules ? DEFAULT_PROCESS : before;
}

/** Where there are rules of before, those count, and are known. */
function withUnknownRules(process: Process, lastKnown: Process, fault: Problem | undefined): Process {
  return fault && lastKnown === DEFAULT_PROCESS ? { ...process, unknownRules: fault } : process;
}

function notRead(problems: readonly Problem[], before: Process): ReadProcess {
  const told = problems.map(problem => unreadable(problem, before));
  return { process: withUnknownRules(before, before, told[0]), problems: told };
}

/** The same of a file that may not be a text at all. */
export function processFromFile(
  file: { readonly text: string } | { readonly problem: Problem },
  before = DEFAULT_PROCESS,
): ReadProcess {
  return 'problem' in file ? notRead([file.problem], lastKnownRules(before)) : readProcess(file.text, before);
}

/** Says what counts meanwhile. */
function unreadable(problem: Problem, before: Process): Problem {
  const kept = before === DEFAULT_PROCESS ? 'builtIn' : 'previous';
  return { ...problem, severity: 'error', says: say('processNotRead', { why: problem.says, kept }) };
}

/** The settings, and the first slip by which a rule isn't known. */
function readSettings(
  reader: YamlReader,
  root: YAMLMap,
  before: Process,
): { settings: ProcessSettings; slip: Problem | undefined } {
  const settings: { -readonly [key in keyof ProcessSettings]: ProcessSettings[key] } = {};
  const rules = new RulesReader(reader, root, before);
  let quota: ReadonlyMap<string, Quota> | undefined;
  let rates: Node | null = null;
  const known: KnownKeys = {
    ...rules.byKey,
    currency: node => assign(settings, 'currency', readCurrency(reader, node)),
    rates: node => {
      assign(settings, 'rates', readRates(reader, node));
      rates = node;
    },
    quota: node => (quota = readQuota(reader, node)),
    fields: node => assign(settings, 'fields', readFields(reader, node)),
    lost_reasons: node => assign(settings, 'lostReasons', reader.texts(node)),
    history: node => {
      const where = reader.oneOf(node, ['file', 'none'] as const);
      if (where) settings.writesHistory = where === 'file';
    },
    min_sample: node => assign(settings, 'minSample', reader.number(node, 1, 1000)),
    views: node => assign(settings, 'views', readViews(reader, node)),
    stages: node => assign(settings, 'stages', readStages(reader, node, rules)),
  };
  reader.keys(root, known, rules.meantBy);
  Object.assign(settings, rules.rules);
  // The currency may stand below both.
  if (settings.rates) checkRates(reader, rates, settings.rates, settings.currency);
  if (quota) settings.quota = inMoney(quota, settings.currency ?? NO_CURRENCY);
  return { settings, slip: rules.slip };
}

function readStages(
  reader: YamlReader,
  node: Node | null,
  rules: RulesReader,
): ProcessSettings['stages'] | undefined {
  if (!isMap(node)) return reader.wrongType(node, 'stages');
  const stages: Partial<Record<StageId, Partial<Omit<Stage, 'id'>>>> = {};
  const taken = new Map(STAGE_IDS.map(id => [normaliseName(id), id]));
  for (const { key, value, place } of reader.pairs(node)) {
    const id = findStage(DEFAULT_PROCESS, key);
    if (!id) {
      reader.unknownKey(node, key, STAGE_IDS, 'sevenStages', rules.meantBy(key, value, node));
      continue;
    }
    if (!isStageId(key)) {
      reader.warn('unknown-key', say('stageByOtherName', { written: key, stage: id }), place);
    }
    if (isMap(value)) {
      stages[id] = readStage(reader, value, rules);
      checkNames(reader, id, stages[id], value, taken);
    } else if (reader.isSet(value)) {
      reader.wrongType(value, 'stage');
    }
  }
  return stages;
}

/** If two stages share a name, there's no telling which one a deal means. */
function checkNames(
  reader: YamlReader,
  id: StageId,
  { label, aliases = [] }: Partial<Stage>,
  map: YAMLMap,
  taken: Map<string, StageId>,
): void {
  for (const [key, name] of [
    ['label', label],
    ...aliases.map(alias => ['aliases', alias] as const),
  ] as const) {
    const normal = name === undefined ? '' : normaliseName(name);
    const other = taken.get(normal);
    if (other !== undefined && other !== id) {
      const says = say('stageNameTaken', { name: name!, stage: other });
      reader.warn('duplicate-key', says, reader.placeOf(map.get(key, true) as Node));
    } else if (normal) taken.set(normal, id);
  }
}

function readStage(reader: YamlReader, map: YAMLMap, rules: RulesReader): Partial<Omit<Stage, 'id'>> {
  const stage: { -readonly [key in keyof Stage]?: Stage[key] } = {};
  const known: KnownKeys = {
    label: node => assign(stage, 'label', reader.text(node, 'name')),
    aliases: node => assign(stage, 'aliases', reader.texts(node)),
    purpose: node => assign(stage, 'purpose', reader.text(node, 'sentence')),
    guidance: node => assign(stage, 'guidance', reader.text(node, 'text')),
    questions: node => assign(stage, 'questions', reader.texts(node)),
    probability: node => assign(stage, 'probability', readPercent(reader, node)),
    forecast: node => assign(stage, 'forecast', reader.oneOf(node, FORECASTS)),
    stalled_after: node => assign(stage, 'stalledAfter', reader.number(node, 0, 3650)),
    idle_after: node => assign(stage, 'idleAfter', reader.number(node, 0, 3650)),
    exit_criteria: node => assign(stage, 'exitCriteria', readCriteria(reader, node)),
    required: node => assign(stage, 'required', readRequired(reader, node)),
  };
  reader.keys(map, known, rules.meantBy);
  return stage;
}

/** A share of one counts as it stands, and is told: no stage is worth less than one percent. */
function readPercent(reader: YamlReader, node: Node | null): number | undefined {
  const percent = reader.number(node, 0, 100);
  if (percent !== undefined && percent > 0 && percent < 1) {
    const says = say('percentAsShare', { percent, meant: percentMeant(percent) });
    reader.warn('doubtful-probability', says, reader.placeOf(node));
  }
  return percent;
}

function readCriteria(reader: YamlReader, node: Node | null): ExitCriterion[] | undefined {
  if (!isSeq(node)) return reader.wrongType(node, 'criteria');
  const criteria: ExitCriterion[] = [];
  for (const item of reader.items(node)) {
    const criterion = readCriterion(reader, item);
    if (criterion && criteria.some(({ id }) => id === criterion.id)) {
      reader.warn('duplicate-key', say('criterionTwice', { id: criterion.id }), reader.placeOf(item));
    } else if (criterion) criteria.push(criterion);
  }
  return criteria;
}

/** What a move writes itself cannot be asked for before it. */
const WRITTEN_BY_MOVES: readonly string[] = [
  'stage',
  'status',
  'closed_on',
  'lost_reason',
  'lost_note',
  'history',
];

function readRequired(reader: YamlReader, node: Node | null): string[] | undefined {
  const keys = reader.names(node);
  if (!keys?.some(key => WRITTEN_BY_MOVES.includes(key))) return keys && [...new Set(keys)];
  return reader.wrongType(node, 'required');
}

function readCriterion(reader: YamlReader, item: Node | null): ExitCriterion | undefined {
  if (!isMap(item)) return reader.wrongType(item, 'criterion');
  let [id, text]: (string | undefined)[] = [];
  reader.keys(item, {
    id: node => (id = reader.text(node, 'criterionId')),
    text: node => (text = reader.text(node, 'sentence')),
  });
  if (!item.has('id') || !item.has('text')) reader.wrongType(item, 'criterion');
  return id !== undefined && text !== undefined ? { id, text } : undefined;
}

/** Sets a key only where there is a value: what could not be read keeps its default. */
function assign<T extends object, K extends keyof T>(target: T, key: K, value: T[K] | undefined): void {
  if (value !== undefined) target[key] = value;
}
