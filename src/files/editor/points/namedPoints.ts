import { findPoint, pointName, type PastPoint, type PointSources } from '../../../actions/changes/point';
import { addDays } from '../../../core/calendar';
import type { Refusal } from '../../../core/refusal';

/**
 * The point that a name means today: one of those that are offered, a day, or what git calls a commit.
 *
 * @throws GitFailed
 */
export async function pointCalled(
  name: string,
  sources: PointSources,
): Promise<{ readonly ok: true; readonly point: PastPoint } | Refusal> {
  return findPoint(name === 'yesterday' ? addDays(sources.today, -1) : name, sources);
}

/** What is kept of a point that somebody typed: a day stays that day, and a branch goes on. */
export function nameToKeep(typed: string, point: PastPoint): string {
  return point.kind === 'day' && point.start === undefined ? pointName(point) : typed.trim();
}
