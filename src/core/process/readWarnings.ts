import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { assign } from './assign';
import { STAGE_IDS } from './stages';
import type { Warnings, WarningsOfAll } from './warnings';
import type { YamlReader } from './yamlReader';

/** More lines of a log than a deal keeps cannot be told of. */
const MOST_LINES = 5;
const MOST_CONTACTS = 20;
const MOST_PUSHES = 100;

/** `warn` at the top of a process file. */
export function readWarningsOfAll(reader: YamlReader, node: Node | null): WarningsOfAll | undefined {
  const warn: { -readonly [key in keyof WarningsOfAll]: WarningsOfAll[key] } = {};
  const from = (value: Node | null) =>
    STAGE_IDS.find(id => isScalar(value) && value.value === id) ??
    onOrOff(reader, value, ['on', 'off', ...STAGE_IDS]);
  return read(reader, node, warn, value => assign(warn, 'value', from(value)));
}

/** `warn` of a stage. */
export function readWarnings(reader: YamlReader, node: Node | null): Warnings | undefined {
  const warn: { -readonly [key in keyof Warnings]: Warnings[key] } = {};
  return read(reader, node, warn, value => assign(warn, 'value', onOrOff(reader, value)));
}

/** A slip in one of them leaves the others as they are. */
function read<T extends Omit<Warnings, 'value'>>(
  reader: YamlReader,
  node: Node | null,
  warn: { -readonly [key in keyof T]: T[key] },
  value: (node: Node | null) => void,
): T | undefined {
  if (!isMap(node)) return reader.wrongType(node, 'warnings');
  reader.keys(node, {
    contacts: one => assign(warn, 'contacts', numberOrOff(reader, one, 1, MOST_CONTACTS)),
    decision_maker: one => assign(warn, 'decisionMaker', rolesOrOff(reader, one)),
    value,
    unanswered: one => assign(warn, 'unanswered', numberOrOff(reader, one, 2, MOST_LINES)),
    next_step: one => assign(warn, 'nextStep', onOrOff(reader, one)),
    pushed: one => assign(warn, 'pushed', numberOrOff(reader, one, 0, MOST_PUSHES)),
  });
  return warn;
}

/** YAML 1.2 takes `on` and `off` for texts. */
const SWITCHES: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [true, true],
  ['on', true],
  [false, false],
  ['off', false],
]);

function switched(node: Node | null): boolean | undefined {
  return isScalar(node) ? SWITCHES.get(node.value) : undefined;
}

function onOrOff(
  reader: YamlReader,
  node: Node | null,
  oneOf: readonly string[] = ['on', 'off'],
): boolean | undefined {
  return switched(node) ?? reader.wrongType(node, { oneOf });
}

function numberOrOff(
  reader: YamlReader,
  node: Node | null,
  from: number,
  to: number,
): number | false | undefined {
  const value = isScalar(node) ? node.value : undefined;
  if (value === 'off') return false;
  const isWhole = typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;
  return isWhole ? value : reader.wrongType(node, { wholeFrom: from, to });
}

function rolesOrOff(reader: YamlReader, node: Node | null): boolean | readonly string[] | undefined {
  if (!isSeq(node)) return switched(node) ?? reader.wrongType(node, 'decisionMaker');
  const items = reader.items(node);
  const roles = items.map(item => reader.text(item, 'role')).filter(role => role !== undefined);
  // Of an empty list nobody could be.
  return roles.length ? roles : items.length ? undefined : reader.wrongType(node, 'decisionMaker');
}
