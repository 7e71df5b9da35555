import { NO_CURRENCY } from '../money';
import type { Process } from '../process/process';
import { isStageId, type StageId } from '../process/stages';
import type { Gathered } from './gather';
import type { IncomingDeal } from './incoming';
import { OWN } from './layouts/own';
import { inTheirOrder } from './mapStages';
import type { Proposed } from './mapping';
import type { DealThere } from './there';

/** What a table doesn't say, and nobody has decided yet; only what is there is open. */
export interface TableOpen {
  /** Values in no currency, where the team has none either, or in a sign that several share. */
  readonly currency?: {
    readonly values: number;
    readonly sign?: string;
    /** Those that the sign may mean, the likeliest first. */
    readonly mayBe: readonly string[];
  };
  /** No column is of owners. */
  readonly owner?: { readonly deals: number };
  /** Closed deals whose last stage isn't known. */
  readonly closedStage?: { readonly deals: number; readonly likely: LikelyStage | undefined };
}

/** Where closed deals of unknown stage most likely were: where most of those were whose stage is known, else the table's last stage. */
export interface LikelyStage {
  readonly stage: StageId;
  /** Deals that were closed there, of all whose last stage is known; nothing where there are none. */
  readonly known?: { readonly deals: number; readonly of: number };
}

/** What a person may be asked of a table before it is imported. */
export function leftOpenIn(
  { mapping, layout }: Proposed,
  { deals, shared }: Pick<Gathered, 'deals' | 'shared'>,
  there: readonly DealThere[],
  process: Process,
): TableOpen {
  const { currency, owner, closedStage } = mapping;
  // Our own export says all of it, and what it leaves empty is meant so.
  if (layout === OWN) return {};
  const values = deals.filter(
    ({ fields }) => fields['value'] !== undefined && isBare(fields['currency']),
  ).length;
  const isNamed = process.currency !== undefined && process.currency !== NO_CURRENCY;
  const unknown = deals.filter(({ stage }) => stage === 'unknown').length;
  const hasOwners = [...mapping.columns.values()].includes('owner');
  return {
    ...(currency === undefined &&
      values > 0 &&
      (shared || !isNamed) && {
        currency: { values, mayBe: shared?.mayBe ?? [], ...(shared && { sign: shared.sign }) },
      }),
    ...(owner === undefined && !hasOwners && deals.length > 0 && { owner: { deals: deals.length } }),
    ...(closedStage === undefined &&
      unknown > 0 && {
        closedStage: { deals: unknown, likely: likelyStage(deals, there) ?? lastStage(mapping, layout) },
      }),
  };
}

function isBare(currency: unknown): boolean {
  return currency === undefined || currency === NO_CURRENCY;
}

function likelyStage(deals: readonly IncomingDeal[], there: readonly DealThere[]): LikelyStage | undefined {
  const stages = [
    ...deals.flatMap(({ status, stage }) => (status !== 'open' && isStageId(stage) ? [stage] : [])),
    ...there.flatMap(({ deal }) => (deal.status !== 'open' && !deal.stageNotKnown ? [deal.stage] : [])),
  ];
  const counts = new Map<StageId, number>();
  for (const stage of stages) counts.set(stage, (counts.get(stage) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most && { stage: most[0], known: { deals: most[1], of: stages.length } };
}

function lastStage({ stages }: Proposed['mapping'], layout: Proposed['layout']): LikelyStage | undefined {
  const stage = inTheirOrder(stages, layout).findLast(({ is }) => is !== 'won' && is !== 'lost')?.is;
  return stage !== undefined && stage !== 'won' && stage !== 'lost' ? { stage } : undefined;
}
