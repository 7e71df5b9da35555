import { isMap, isSeq, type Node, type YAMLMap } from 'yaml';
import { isCurrencyCode } from '../money';
import type { Problem } from '../problem';
import {
  findStage,
  makeProcess,
  DEFAULT_PROCESS,
  FORECASTS,
  type ExitCriterion,
  type Process,
} from './process';
import type { ProcessSettings, Stage } from './process';
import { readViews } from './readViews';
import { STAGE_IDS, type StageId } from './stages';
import { YamlReader } from './yamlReader';

/** The file that makes a folder a pipeline and says how its team sells. */
export const PROCESS_FILE = 'sales-process.yaml';

/** Settings that the format knows and that this version does not act on yet. */
const NOT_YET: readonly string[] = ['rates', 'fields', 'quota'];

const RULES = ['allow', 'warn', 'block'] as const;

/**
 * Reads a `sales-process.yaml`. What is wrong becomes a problem at its line and keeps its default; the rest of the
 * file counts. Text that is no YAML at all gives the default process and one problem. Never throws.
 */
export function readProcess(text: string): { process: Process; problems: Problem[] } {
  const reader = new YamlReader(text);
  const root = reader.root();
  const process = root ? makeProcess(readSettings(reader, root)) : DEFAULT_PROCESS;
  return { process, problems: reader.problems };
}

function readSettings(reader: YamlReader, root: YAMLMap): ProcessSettings {
  const settings: { -readonly [key in keyof ProcessSettings]: ProcessSettings[key] } = {};
  reader.keys(root, {
    currency: node => {
      const code = reader.text(node, 'a currency code such as EUR')?.toUpperCase();
      if (code === undefined) return;
      if (isCurrencyCode(code)) settings.currency = code;
      else reader.wrongType(node, 'a currency code of three letters, such as EUR');
    },
    lost_reasons: node => assign(settings, 'lostReasons', reader.texts(node)),
    skip: node => assign(settings, 'skip', reader.oneOf(node, RULES)),
    back: node => assign(settings, 'back', reader.oneOf(node, RULES)),
    unmet_criteria: node => assign(settings, 'unmetCriteria', reader.oneOf(node, RULES)),
    missing_fields: node => assign(settings, 'missingFields', reader.oneOf(node, RULES)),
    history: node => {
      const where = reader.oneOf(node, ['file', 'none'] as const);
      if (where) settings.writesHistory = where === 'file';
    },
    min_sample: node => assign(settings, 'minSample', reader.number(node, 1, 1000)),
    views: node => assign(settings, 'views', readViews(reader, node)),
    stages: node => assign(settings, 'stages', readStages(reader, node)),
    ...reader.notYet(NOT_YET),
  });
  return settings;
}

function readStages(reader: YamlReader, node: Node | null): ProcessSettings['stages'] | undefined {
  if (!isMap(node)) return reader.wrongType(node, 'the stages by their ids, such as "proposal:"');
  const stages: Partial<Record<StageId, Partial<Omit<Stage, 'id'>>>> = {};
  for (const { key, value, line } of reader.pairs(node)) {
    const id = findStage(DEFAULT_PROCESS, key);
    if (!id) {
      reader.unknownKey(key, line, STAGE_IDS, 'The seven stages are fixed; a stage’s `label` renames it.');
    } else if (isMap(value)) {
      stages[id] = readStage(reader, value);
    } else if (reader.isSet(value)) {
      reader.wrongType(value, 'settings of the stage, such as "label: …"');
    }
  }
  return stages;
}

function readStage(reader: YamlReader, map: YAMLMap): Partial<Omit<Stage, 'id'>> {
  const stage: { -readonly [key in keyof Stage]?: Stage[key] } = {};
  reader.keys(map, {
    label: node => assign(stage, 'label', reader.text(node, 'a name')),
    aliases: node => assign(stage, 'aliases', reader.texts(node)),
    purpose: node => assign(stage, 'purpose', reader.text(node, 'a sentence')),
    guidance: node => assign(stage, 'guidance', reader.text(node, 'text')),
    probability: node => assign(stage, 'probability', reader.number(node, 0, 100)),
    forecast: node => assign(stage, 'forecast', reader.oneOf(node, FORECASTS)),
    stalled_after: node => assign(stage, 'stalledAfter', reader.number(node, 0, 3650)),
    idle_after: node => assign(stage, 'idleAfter', reader.number(node, 0, 3650)),
    exit_criteria: node => assign(stage, 'exitCriteria', readCriteria(reader, node)),
    required: node => assign(stage, 'required', readRequired(reader, node)),
  });
  return stage;
}

function readCriteria(reader: YamlReader, node: Node | null): ExitCriterion[] | undefined {
  if (!isSeq(node)) return reader.wrongType(node, 'a list of criteria, each with an `id` and a `text`');
  const criteria: ExitCriterion[] = [];
  for (const item of node.items as Node[]) {
    const id = isMap(item) ? item.get('id') : undefined;
    const text = isMap(item) ? item.get('text') : undefined;
    if (typeof id === 'string' && typeof text === 'string') criteria.push({ id, text });
    else reader.wrongType(item, 'a criterion with an `id` and a `text`');
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
  return reader.wrongType(node, 'keys that people fill in, such as [value, close_date]');
}

/** Sets a key only where there is a value: what could not be read keeps its default. */
function assign<T extends object, K extends keyof T>(target: T, key: K, value: T[K] | undefined): void {
  if (value !== undefined) target[key] = value;
}
