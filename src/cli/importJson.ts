import type { DealUpdated } from '../actions/imports/importDeals';
import { pathBelow } from '../actions/address';
import type { ImportJson } from '../core/exchange/json/schema/imports';
import type { FieldDifference } from '../core/intake/again/compare';
import { saidText } from '../core/intake/again/saidText';
import type { OfRow } from '../core/intake/incoming';
import { inTheirOrder } from '../core/intake/mapStages';
import { targetName } from '../core/intake/target';
import { sentence } from '../words/sentence';
import type { ImportTold } from './importTold';

/** What `import --json` prints. */
export function importAsJson({ file, root, home, dryRun, plan, done }: ImportTold): ImportJson {
  const { proposed, surveyed, mappingBy, matched, likely, leftOut, noted, lost, remarks } = plan;
  const { mapping, layout } = proposed;
  const deals = ({ incoming: { row, title, sourceId }, file: there }: DealUpdated) => ({
    ...{ row, title, path: pathBelow(home.folder, there)!, sourceId: sourceId ?? null },
  });
  return {
    version: 1,
    ...{ file, folder: root, dryRun, mappingBy },
    system: layout?.name ?? null,
    kind: mapping.kind,
    rows: surveyed.rows,
    columns: surveyed.columns.map(({ head, samples }) => {
      const target = mapping.columns.get(head) ?? 'nothing';
      const isOwnKey = typeof target === 'object' && 'key' in target;
      return { column: head, becomes: targetName(target), isOwnKey, samples };
    }),
    stages: inTheirOrder(mapping.stages, layout).map(({ name, is, how }) => ({ name, becomes: is, how })),
    created: done.created.map(({ incoming: { row, title, stage, status, sourceId }, file: made }) => ({
      ...{ row, path: pathBelow(home.folder, made)!, title, stage, status },
      sourceId: sourceId ?? null,
    })),
    updated: done.updated.flatMap(deal =>
      deal.taken.length ? [{ ...deals(deal), fields: deal.taken.map(fieldAsJson) }] : [],
    ),
    left: done.updated.flatMap(deal =>
      deal.left.length ? [{ ...deals(deal), fields: deal.left.map(fieldAsJson) }] : [],
    ),
    unchanged: matched.length - done.updated.filter(({ taken }) => taken.length).length,
    likely: likely.map(({ incoming: { row, title }, there, by }) => ({
      ...{ row, title, path: there.deal.path, by },
    })),
    deleted: plan.deleted.map(({ row, title, sourceId }) => ({ row, title, sourceId: sourceId ?? null })),
    notTaken: allNotTaken({ plan, done }).map(ofRowAsJson),
    leftOut: leftOut.map(ofRowAsJson),
    chosen: {
      currency: mapping.currency ?? null,
      owner: mapping.owner ?? null,
      closedStage: mapping.closedStage ?? null,
    },
    noted: noted.map(ofRowAsJson),
    lost: lost.map(ofRowAsJson),
    notKept: done.notKept ? sentence(done.notKept) : null,
    remarks: remarks.map(sentence),
  };
}

/** The rows of which no deal was made, be it in reading or in writing. */
export function allNotTaken({ plan, done }: Pick<ImportTold, 'plan' | 'done'>): readonly OfRow[] {
  return [...plan.notTaken, ...done.notTaken].sort((a, b) => a.row - b.row);
}

function fieldAsJson({
  field,
  here,
  there,
}: FieldDifference): ImportJson['updated'][number]['fields'][number] {
  return { field, here: saidText(here), there: saidText(there) };
}

export function ofRowAsJson({ row, column, says }: OfRow): ImportJson['notTaken'][number] {
  return { row, column: column ?? null, message: sentence(says) };
}
