import { env } from 'vscode';
import type { ComparedPoints } from '../actions/changes/compare';
import type { CalendarDate } from '../core/calendar';
import { latestOf } from '../core/changes/across';
import { namesIn } from '../core/deal/shortName';
import type { MoneyMap } from '../core/money';
import { rowName } from '../files/editor/rowName';
import type { Moment } from '../files/editor/travel/travel';
import type { PipelineFolder } from '../files/pipelineFolder';
import { changeGroups, slipLines, sumOf, type ChangeLine } from '../words/changes/groups';
import { formatsIn } from '../words/formats';
import { sourcesFor } from '../words/changes/sources';
import type { BridgeNode, ChangeNode, KindNode } from './nodes';

/** What a manager asks for first comes first. */
const ORDER: readonly KindNode['group'][] = [
  ...(['won', 'lost', 'slipped', 'new', 'advanced', 'back', 'open', 'up', 'down', 'currency'] as const),
  ...(['later', 'sooner', 'close_date', 'next_step', 'owner', 'removed'] as const),
];

/**
 * The rows of a pipeline: the open totals, then what has happened, of each kind of which there is something.
 *
 * @param at the second point, where that is not now
 */
export function rowsOf(
  folder: PipelineFolder,
  changes: ComparedPoints,
  today: CalendarDate,
  at: Moment | undefined,
): (BridgeNode | KindNode)[] {
  const sources = { ...sourcesFor(folder.pipeline, today, env.language), changes };
  const kindNode = (
    group: KindNode['group'],
    name: string,
    value: MoneyMap,
    lines: readonly ChangeLine[],
  ) => ({
    ...({ kind: 'kind', folder, group, name, value } as const),
    rows: rowsFor(folder, group, lines, changes, at),
  });
  const kinds = changeGroups(sources).map(({ group, name, value, lines }) =>
    kindNode(group, name, value, lines),
  );
  const slips = slipLines(sources);
  if (slips.length) {
    const period = formatsIn(env.language).period(changes.slips.period);
    kinds.push(kindNode('slipped', sources.words.slipped(period), sumOf(slips), slips));
  }
  kinds.sort((a, b) => ORDER.indexOf(a.group) - ORDER.indexOf(b.group));
  return [{ kind: 'bridge', folder, changes }, ...kinds];
}

function rowsFor(
  folder: PipelineFolder,
  group: KindNode['group'],
  lines: readonly ChangeLine[],
  changes: ComparedPoints,
  at: Moment | undefined,
): ChangeNode[] {
  const shown = at?.folders.find(({ now }) => now === folder) ?? folder;
  const names = namesIn(
    lines.map(({ across }) => latestOf(across)),
    rowName(),
  );
  return lines.map((line, at) => {
    const { after, path } = line.across;
    const uri = after === undefined ? {} : { uri: shown.uriOf(path) };
    return { kind: 'change', folder, group, line, name: names[at]!, changes, ...uri };
  });
}
