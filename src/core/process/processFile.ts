import { isMap, isScalar, isSeq, LineCounter, type Node, type YAMLMap } from 'yaml';
import { isCurrencyCode } from '../money';
import { describe, error, quote, warning, type Problem } from '../problem';
import { suggest } from '../suggest';
import { duplicateKey, MAX_DEPTH, parseYamlText } from '../yamlText';
import {
  findStage,
  makeProcess,
  DEFAULT_PROCESS,
  FORECASTS,
  type ExitCriterion,
  type Process,
} from './process';
import type { ProcessSettings, Stage } from './process';
import { STAGE_IDS, type StageId } from './stages';

/** The file that makes a folder a pipeline and says how its team sells. */
export const PROCESS_FILE = 'sales-process.yaml';

/** Settings that the format knows and that this version does not act on yet. */
const NOT_YET: readonly string[] = ['rates', 'fields', 'quota', 'views'];
const STAGE_NOT_YET: readonly string[] = ['required'];

const RULES = ['allow', 'warn', 'block'] as const;

/**
 * Reads a `sales-process.yaml`. What is wrong becomes a problem at its line and keeps its default; the rest of the
 * file counts. Text that is no YAML at all gives the default process and one problem. Never throws.
 */
export function readProcess(text: string): { process: Process; problems: Problem[] } {
  const reader = new Reader(text);
  const root = reader.root();
  const process = root ? makeProcess(readSettings(reader, root)) : DEFAULT_PROCESS;
  return { process, problems: reader.problems };
}

function readSettings(reader: Reader, root: YAMLMap): ProcessSettings {
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
    history: node => {
      const where = reader.oneOf(node, ['file', 'none'] as const);
      if (where) settings.writesHistory = where === 'file';
    },
    min_sample: node => assign(settings, 'minSample', reader.number(node, 1, 1000)),
    stages: node => assign(settings, 'stages', readStages(reader, node)),
    ...reader.notYet(NOT_YET),
  });
  return settings;
}

function readStages(reader: Reader, node: Node | null): ProcessSettings['stages'] | undefined {
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

function readStage(reader: Reader, map: YAMLMap): Partial<Omit<Stage, 'id'>> {
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
    ...reader.notYet(STAGE_NOT_YET),
  });
  return stage;
}

function readCriteria(reader: Reader, node: Node | null): ExitCriterion[] | undefined {
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

/** Sets a key only where there is a value: what could not be read keeps its default. */
function assign<T extends object, K extends keyof T>(target: T, key: K, value: T[K] | undefined): void {
  if (value !== undefined) target[key] = value;
}

/** Walks the document, and collects a problem at the line of each thing that is not what it should be. */
class Reader {
  readonly problems: Problem[] = [];
  private readonly lines = new LineCounter();
  /** The line of the key that was last looked at: some values are nowhere in the text. */
  private keyLine = 1;

  constructor(private readonly source: string) {}

  root(): YAMLMap | undefined {
    const parsed = parseYamlText(this.source, { lineCounter: this.lines });
    if (!parsed) {
      this.problems.push(error('too-deep', `This file is nested deeper than ${MAX_DEPTH} levels.`));
      return undefined;
    }
    const { document } = parsed;
    const [first] = document.errors;
    if (first) {
      const { line } = this.lines.linePos(first.pos[0]);
      this.problems.push(error('invalid-yaml', `This is not valid YAML: ${first.message}`, line));
      return undefined;
    }
    const duplicate = duplicateKey(document);
    if (duplicate) {
      const message = `The key ${quote(duplicate.key)} stands twice: keep one of the two.`;
      this.problems.push(error('duplicate-key', message, this.lines.linePos(duplicate.offset).line));
      return undefined;
    }
    if (isMap(document.contents)) return document.contents;
    if (this.isSet(document.contents)) this.wrongType(document.contents, 'settings, one “key: value” a line');
    return undefined;
  }

  isSet(node: unknown): boolean {
    return node !== null && node !== undefined && !(isScalar(node) && node.value === null);
  }

  *pairs(map: YAMLMap): Iterable<{ key: string; value: Node | null; line: number }> {
    for (const { key, value } of map.items) {
      const line = this.lineOf(key as Node);
      this.keyLine = line;
      yield { key: isScalar(key) ? String(key.value) : '', value: value as Node | null, line };
    }
  }

  keys(map: YAMLMap, known: Record<string, (node: Node | null, line: number) => void>): void {
    for (const { key, value, line } of this.pairs(map)) {
      if (Object.hasOwn(known, key)) known[key]!(value, line);
      else this.unknownKey(key, line, Object.keys(known), 'It is ignored.');
    }
  }

  notYet(keys: readonly string[]): Record<string, (node: Node | null, line: number) => void> {
    const say = (key: string) => (_: Node | null, line: number) =>
      void this.problems.push(warning('unknown-key', `\`${key}\` has no effect in this version.`, line));
    return Object.fromEntries(keys.map(key => [key, say(key)]));
  }

  unknownKey(key: string, line: number, known: readonly string[], wayOut: string): void {
    const meant = suggest(key, known);
    const hint = meant ? `Did you mean \`${meant}\`?` : wayOut;
    this.problems.push(warning('unknown-key', `There is no setting ${quote(key)}. ${hint}`, line));
  }

  text(node: Node | null, expected: string): string | undefined {
    if (isScalar(node) && typeof node.value === 'string' && node.value.trim()) return node.value.trim();
    return this.wrongType(node, expected);
  }

  texts(node: Node | null): string[] | undefined {
    if (!isSeq(node)) return this.wrongType(node, 'a list of texts');
    return (node.items as Node[]).map(item => this.text(item, 'a text')).filter(text => text !== undefined);
  }

  number(node: Node | null, least: number, most: number): number | undefined {
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value === 'number' && value >= least && value <= most) return value;
    return this.wrongType(node, `a number from ${least} to ${most}`);
  }

  oneOf<T extends string>(node: Node | null, values: readonly T[]): T | undefined {
    const value = isScalar(node) ? node.value : undefined;
    return values.find(one => one === value) ?? this.wrongType(node, `one of ${values.join(', ')}`);
  }

  wrongType(node: Node | null, expected: string): undefined {
    const found = isScalar(node) ? node.value : isSeq(node) ? [] : isMap(node) ? {} : null;
    const there = typeof found === 'string' ? quote(found) : describe(found);
    this.problems.push(
      warning(
        'wrong-type',
        `Here stands ${there}; expected is ${expected}. The default counts.`,
        this.lineOf(node),
      ),
    );
    return undefined;
  }

  private lineOf(node: Node | null | undefined): number {
    return node?.range ? this.lines.linePos(node.range[0]).line : this.keyLine;
  }
}
