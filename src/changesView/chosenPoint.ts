import { EventEmitter, type Memento } from 'vscode';
import { findPoint, pointName, type PastPoint, type PointSources } from '../actions/changes/point';
import { addDays } from '../core/calendar';
import type { Refusal } from '../core/refusal';

const KEY = 'dealNotes.changesSince';

/** The points that are offered by name. Each is another one tomorrow. */
export const NAMED_POINTS = ['yesterday', 'week', 'month', 'quarter', 'HEAD'] as const;
export type NamedPoint = (typeof NAMED_POINTS)[number];

/** The point from which the person wants to see changes: kept for the workspace, the same for all of its pipelines. */
export class ChosenPoint {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private chosen: string;

  constructor(private readonly memento: Memento) {
    const kept = memento.get<unknown>(KEY);
    this.chosen = typeof kept === 'string' && kept ? kept : 'week';
  }

  dispose(): void {
    this.changed.dispose();
  }

  /** One of those with a name, a day, or what git calls a commit. */
  get name(): string {
    return this.chosen;
  }

  set(name: string): void {
    this.chosen = name;
    void this.memento.update(KEY, name);
    this.changed.fire();
  }
}

/**
 * The point that a name means today.
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
