import { ownKeyOf, type Mapping, type MappingSaid } from './mapping';
import type { StageMeant } from './mapStages';
import { decidedIn, readMapping, targetText, yamlKey } from './mappingFile';
import { MappingLines } from './mappingLines';
import { isSame } from '../frontMatter/edit/proof';
import type { FieldNames } from '../process/fieldNames';
import type { Process } from '../process/process';
import { isOnce, type ColumnTarget } from './target';

/** A mapping in which a column becomes something else. A column that was that until then, where there is one alone, becomes a key of the team's own. */
export function withColumn(
  mapping: Mapping,
  head: string,
  target: ColumnTarget,
  names: FieldNames,
): MappingSaid {
  const columns = new Map(mapping.columns);
  const other = isOnce(target) && [...columns].find(([name, is]) => is === target && name !== head)?.[0];
  columns.set(head, target);
  if (other !== undefined && other !== false)
    columns.set(other, { key: ownKeyOf(other, keysIn(mapping), names) });
  // Another column has other stages, which are found anew; else those stay that somebody has said, and all beside them.
  const isOfStages = [target, mapping.columns.get(head)].some(is => is === 'stage' || is === 'last_stage');
  const isSaid = !isOfStages && mapping.stages.some(({ how }) => how === 'said');
  return { ...mapping, columns, stages: isSaid ? mapping.stages : undefined };
}

/** The keys of the team's own that columns become. */
export function keysIn({ columns }: Pick<Mapping, 'columns'>): ReadonlySet<string> {
  return new Set(
    [...columns.values()].flatMap(is => (typeof is === 'object' && 'key' in is ? [is.key] : [])),
  );
}

/** A mapping in which a stage of the other system is something else here. */
export function withStage(mapping: Mapping, name: string, is: StageMeant): MappingSaid {
  const stages = mapping.stages.map(one => (one.name === name ? { name, is, how: 'said' as const } : one));
  return { ...mapping, stages };
}

/**
 * The text of a mapping that a team keeps with what was changed since, all else as it is; nothing where it can't be told line by line.
 */
export function changedMapping(text: string, mapping: Mapping, process: Process): string | undefined {
  const before = readMapping(text, process);
  if (!before.ok) return undefined;
  const lines = new MappingLines(text);
  const decided = new Map(decidedIn(before.said));
  for (const [key, is] of decidedIn(mapping))
    if (is !== undefined) lines.set(`${key}: `, decided.get(key), is, /^(?:columns|stages):/);
  for (const [head, target] of mapping.columns) {
    const was = before.said.columns?.get(head);
    // What a column that came later is to become, somebody has decided where it becomes something.
    const place = target === 'nothing' ? undefined : /^columns:\s*(?:#.*)?$/;
    lines.set(`  ${yamlKey(head)}: `, was && targetText(was), targetText(target), place);
  }
  for (const { name, is } of mapping.stages)
    lines.set(
      `  ${yamlKey(name)}: `,
      before.said.stages?.find(one => one.name === name)?.is,
      is,
      /^stages:\s*(?:#.*)?$/,
    );
  const after = readMapping(lines.text, process);
  const isMeant =
    after.ok &&
    isSame(decidedIn(after.said), decidedIn({ ...before.said, ...mapping })) &&
    [...mapping.columns].every(
      ([head, is]) =>
        is === 'nothing' || targetText(after.said.columns?.get(head) ?? 'nothing') === targetText(is),
    ) &&
    mapping.stages.every(({ name, is }) =>
      after.said.stages?.some(one => one.name === name && one.is === is),
    );
  return isMeant ? lines.text : undefined;
}
