import { join } from 'node:path';
import { plainText } from '../core/escape';
import type { PointSaid } from '../core/changes/pointSaid';
import { bridgeRows } from '../words/changes/bridgeRows';
import { changeGroups, slipLines, type BetweenSources, type ChangeLine } from '../words/changes/groups';
import { ownerBetweenRows } from '../words/changes/ownerRows';
import { formatsIn } from '../words/formats';
import { formatTable, type Column } from '../core/text/textTable';

const COLUMNS: readonly Column[] = [
  { maxWidth: 40 },
  { maxWidth: 60 },
  { align: 'right' },
  { maxWidth: 40 },
  {},
];

/**
 * What changed between two points as lines for a terminal.
 *
 * @param root the pipeline's folder, for paths that work from the current one
 */
export function changesAsText(
  sources: BetweenSources,
  points: { readonly from: PointSaid; readonly to: PointSaid },
  filter: string,
  root: string,
): string[] {
  const { changes, words } = sources;
  const groups = changeGroups(sources).map(({ name, lines, value }) => ({
    title: titled(name, lines.length, sources.money.sums(value)),
    lines,
  }));
  const slips = slipLines(sources);
  const period = formatsIn('en').period(changes.slips.period);
  const parts = [
    [words.title(points.from, points.to), ...(filter ? [plainText(filter)] : [])],
    ...(groups.length ? [] : [[words.nothing]]),
    ...groups.map(({ title, lines }) => [title, ...dealRows(lines, sources, root)]),
    ...(slips.length
      ? [[titled(words.slipped(period), slips.length), ...dealRows(slips, sources, root)]]
      : []),
    tableOf(bridgeRows(sources)),
    tableOf(ownerBetweenRows(sources, plainText)),
  ].filter(lines => lines.length);
  return parts.flatMap((lines, at) => (at ? ['', ...lines] : lines));
}

function titled(name: string, many: number, sum = ''): string {
  return [name, many, ...(sum ? [sum] : [])].join(' · ');
}

function dealRows(lines: readonly ChangeLine[], { money }: BetweenSources, root: string): string[] {
  const rows = lines.map(({ title, said, value, on, by, across }) => [
    plainText(title),
    plainText(said),
    value ? money.one(value) : '',
    plainText([on, by].filter(Boolean).join(', ')),
    join(root, across.path),
  ]);
  return formatTable(rows, COLUMNS).map(line => `  ${line}`);
}

/** The first row, with the headings, and the others below it. */
function tableOf(rows: readonly string[][]): string[] {
  if (!rows.length) return [];
  const columns = rows[0]!.map((_, at): Column => (at ? { align: 'right' } : { maxWidth: 40 }));
  return formatTable(rows, columns);
}
