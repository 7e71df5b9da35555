import { isMap, isScalar, type Node, type YAMLMap } from 'yaml';
import type { Problem } from '../problem';
import { suggestions } from '../suggest';
import { DEFAULT_PROCESS, type Process, type Rule } from './process';
import { say, type Meanwhile } from './say';
import type { Meant, YamlReader } from './yamlReader';

const RULES = ['allow', 'warn', 'block'] as const;

/** The rules of a process, by their keys in its file. */
const RULE_KEYS = {
  skip: 'skip',
  back: 'back',
  win_early: 'winEarly',
  unmet_criteria: 'unmetCriteria',
  missing_fields: 'missingFields',
} as const;

/** The rules of what a stage asks for. */
export const GATES = ['unmet_criteria', 'missing_fields'] as const;
type Gate = (typeof GATES)[number];

type RuleKey = keyof typeof RULE_KEYS;
type RuleName = (typeof RULE_KEYS)[RuleKey];
const KEYS = Object.keys(RULE_KEYS) as readonly RuleKey[];

/**
 * Reads the rules of a process file. A slip opens no gate: where a rule can't be read, by its value or because its key is
 * misspelled or in another place, what it was before counts; and where there was none, the slip is kept as the reason why no
 * deal is moved.
 */
export class RulesReader {
  readonly rules: Partial<Record<RuleName, Rule>> = {};
  /** The first of them. */
  slip: Problem | undefined;
  /** The first by which it isn't known what a stage asks for, where the team blocks moves without that. */
  gateSlip: Problem | undefined;
  /** What reads each rule that stands where it should. */
  readonly byKey = Object.fromEntries(
    Object.entries(RULE_KEYS).map(([key, name]) => [key, (node: Node | null) => this.read(name, node)]),
  ) as Readonly<Record<RuleKey, (node: Node | null) => void>>;

  private readonly standing: ReadonlySet<RuleKey>;
  private readonly blocking: ReadonlySet<Gate>;

  /** @param before the last process whose rules were known */
  constructor(
    private readonly reader: YamlReader,
    private readonly root: YAMLMap,
    private readonly before: Process,
  ) {
    // Once for all keys: to look for one goes through the whole map.
    this.standing = new Set(KEYS.filter(key => root.has(key)));
    this.blocking = new Set(GATES.filter(gate => root.get(gate) === 'block'));
  }

  /** What to say of a key that there is not, in the map that has it, where it was probably to be a rule. */
  readonly meantBy: Meant = (key, value, map, asUsual) => {
    const own = ruleMeant(key, value);
    const meant = own ?? within(value, ruleMeant);
    if (!meant) return this.gateMeantBy(key, value, asUsual);
    if (this.standing.has(meant)) return undefined;
    const name = RULE_KEYS[meant];
    this.rules[name] = this.before[name];
    const meanwhile = this.until(name);
    const slip =
      own && map === this.root
        ? this.reader.problemOfKey(say('unknownSetting', { key, meant, wayOut: 'ignored', meanwhile }), meant)
        : this.reader.problemOfKey(say('unknownSetting', { key, wayOut: { rule: meant }, meanwhile }));
    this.slip ??= slip;
    return slip;
  };

  /** Reads what a stage asks for; where one of these gates blocks, a slip is one of the rules. */
  gate<T>(gates: readonly Gate[], read: () => T): T {
    if (!this.blocks(gates)) return read();
    const many = this.reader.problems.length;
    const value = this.reader.until('noMoves', read);
    this.gateSlip ??= this.reader.problems.slice(many).find(({ code }) => code === 'wrong-type');
    return value;
  }

  private gateMeantBy(
    key: string,
    value: Node | null,
    asUsual: (meanwhile: Meanwhile) => Problem,
  ): Problem | undefined {
    const gate = gateMeant(key) ?? within(value, gateMeant);
    if (!gate || !this.blocks([gate])) return undefined;
    const slip = asUsual('noMoves');
    this.gateSlip ??= slip;
    return slip;
  }

  private blocks(gates: readonly Gate[]): boolean {
    return gates.some(gate => this.blocking.has(gate));
  }

  private read(name: RuleName, node: Node | null): void {
    const fallback = { else: this.before[name], meanwhile: this.until(name) };
    const many = this.reader.problems.length;
    const rule = this.reader.oneOf(node, RULES, fallback);
    if (rule) this.rules[name] = rule;
    this.slip ??= this.reader.problems[many];
  }

  private until(name: RuleName): Meanwhile {
    return this.before === DEFAULT_PROCESS ? 'noMoves' : { rule: this.before[name] };
  }
}

/** What a key below another one was to be. */
function within<T>(
  value: Node | null,
  meant: (key: string, value: Node | null) => T | undefined,
): T | undefined {
  if (!isMap(value)) return undefined;
  for (const { key, value: inner } of value.items) {
    const found = isScalar(key) ? meant(String(key.value), inner as Node | null) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** The gate of what a stage asks for by a key such as `requires` or `exit criteria`. */
function gateMeant(key: string): Gate | undefined {
  if (/criteri/i.test(key)) return 'unmet_criteria';
  return /^requir/i.test(key) ? 'missing_fields' : undefined;
}

/** `Back: never` and `skips: block`; what is only spelled nearly so has to say what a rule can say. */
function ruleMeant(key: string, value: Node | null): RuleKey | undefined {
  const plain = key
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  const same = KEYS.find(one => one.replace('_', '') === plain.replace('_', ''));
  if (same) return same;
  const said = isScalar(value) ? String(value.value).trim().toLowerCase() : '';
  return RULES.some(rule => rule === said) ? (suggestions(plain, KEYS)[0] as RuleKey | undefined) : undefined;
}
