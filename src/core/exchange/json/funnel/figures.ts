import type { DealSum } from '../../../metrics/periodSums';
import type { LossReason } from '../../../metrics/outcomes';
import type { OpenDeals } from '../../../metrics/sums';
import { pick } from '../pick';
import type { DealSumJson, OpenJson, ReasonJson } from '../schema/funnel/figures';

export function dealSumAsJson(sum: DealSum): DealSumJson {
  return pick(sum, 'count', 'value');
}

export function openAsJson(open: OpenDeals): OpenJson {
  return pick(open, 'count', 'value', 'weighted');
}

export function reasonsAsJson(reasons: readonly LossReason[]): readonly ReasonJson[] {
  return reasons.map(reason => pick(reason, 'reason', 'count', 'value'));
}

/** The same of each currency, or of what else there is a figure of. */
export function eachAsJson<T, J>(
  figures: Readonly<Record<string, T>>,
  asJson: (figure: T) => J,
): Record<string, J> {
  return Object.fromEntries(Object.entries(figures).map(([key, figure]) => [key, asJson(figure)]));
}
