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

type RuleKey = keyof typeof RULE_KEYS;
type RuleName = (typeof RULE_KEYS)[RuleKey];

/**
 * Reads the rules of a process file. A slip opens no gate: where a rule can't be read, by its value or because its key is
 * misspelled or in another place, what it was before counts; and where there was none, the slip is kept as the reason why no
 * deal is moved.
 */
export class RulesReader {
  readonly rules: Partial<Record<RuleName, Rule>> = {};
  /** The first of them. */
  slip: Problem | undefined;
  /** What reads each rule that stands where it should. */
  readonly byKey = Object.fromEntries(
    Object.entries(RULE_KEYS).map(([key, name]) => [key, (node: Node | null) => this.read(name, node)]),
  ) as Readonly<Record<RuleKey, (node: Node | null) => void>>;

  /** @param before the last process whose rules were known */
  constructor(
    private readonly reader: YamlReader,
    private readonly root: YAMLMap,
    private readonly before: Process,
  ) {}

  /** What to say of a key that there is not, in the map that has it, where it was probably to be a rule. */
  readonly meantBy: Meant = (key, value, map) => {
    const own = ruleMeant(key, value);
    const meant = own ?? ruleWithin(value);
    if (!meant || this.root.has(meant)) return undefined;
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

/** A rule that stands below a key. */
function ruleWithin(value: Node | null): RuleKey | undefined {
  if (!isMap(value)) return undefined;
  for (const { key, value: rule } of value.items) {
    const meant = isScalar(key) ? ruleMeant(String(key.value), rule as Node | null) : undefined;
    if (meant) return meant;
  }
  return undefined;
}

/** `Back: never` and `skips: block`; what is only spelled nearly so has to say what a rule can say. */
function ruleMeant(key: string, value: Node | null): RuleKey | undefined {
  const plain = key
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  const keys = Object.keys(RULE_KEYS) as RuleKey[];
  const same = keys.find(one => one.replace('_', '') === plain.replace('_', ''));
  if (same) return same;
  const said = isScalar(value) ? String(value.value).trim().toLowerCase() : '';
  return RULES.some(rule => rule === said) ? (suggestions(plain, keys)[0] as RuleKey | undefined) : undefined;
}
