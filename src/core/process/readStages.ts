import { isMap, isSeq, type Node, type YAMLMap } from 'yaml';
import { percentMeant } from '../doubtfulNumbers';
import { assign } from './assign';
import { findStage, normaliseName, DEFAULT_PROCESS, FORECASTS, type ExitCriterion } from './process';
import type { ProcessSettings, Stage } from './process';
import { GATES, type RulesReader } from './readRules';
import { readWarnings } from './readWarnings';
import { say } from './say';
import { isStageId, STAGE_IDS, type StageId } from './stages';
import type { KnownKeys, YamlReader } from './yamlReader';

/** What a process file says of the stages. */
export function readStages(
  reader: YamlReader,
  node: Node | null,
  rules: RulesReader,
): ProcessSettings['stages'] | undefined {
  if (!isMap(node)) return rules.gate(GATES, () => reader.wrongType(node, 'stages'));
  const stages: Partial<Record<StageId, Partial<Omit<Stage, 'id'>>>> = {};
  const taken = new Map(STAGE_IDS.map(id => [normaliseName(id), id]));
  for (const { key, value, place } of reader.pairs(node)) {
    const id = findStage(DEFAULT_PROCESS, key);
    if (!id) {
      reader.unknownKey(node, { key, value }, STAGE_IDS, 'sevenStages', rules.meantBy);
      continue;
    }
    if (!isStageId(key)) {
      reader.warn('unknown-key', say('stageByOtherName', { written: key, stage: id }), place);
    }
    if (isMap(value)) {
      stages[id] = readStage(reader, value, rules);
      checkNames(reader, id, stages[id], value, taken);
    } else if (reader.isSet(value)) {
      rules.gate(GATES, () => reader.wrongType(value, 'stage'));
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
    warn: node => assign(stage, 'warn', readWarnings(reader, node)),
    exit_criteria: node =>
      assign(
        stage,
        'exitCriteria',
        rules.gate(['unmet_criteria'], () => readCriteria(reader, node)),
      ),
    required: node =>
      assign(
        stage,
        'required',
        rules.gate(['missing_fields'], () => readRequired(reader, node)),
      ),
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
