import { isSeq, type Node } from 'yaml';
import { TODAY_RULES, type TodayRule } from './todayRules';
import type { YamlReader } from './yamlReader';

/** The list `today`. A rule that there is not is told and left out; where none is left, the list of the process counts. */
export function readToday(reader: YamlReader, node: Node | null): readonly TodayRule[] | undefined {
  if (!isSeq(node)) return reader.wrongType(node, 'todayRules');
  const items = reader.items(node);
  const rules = items.map(item => reader.oneOf(item, TODAY_RULES)).filter(rule => rule !== undefined);
  return rules.length || !items.length ? [...new Set(rules)] : undefined;
}
