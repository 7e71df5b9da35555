import { EventEmitter, type Uri } from 'vscode';
import type { Deal } from '../../../core/deal/deal';

/** A deal at the chosen point. */
export interface DealThen {
  readonly deal: Deal;
  /** The point as it stands behind “since”. */
  readonly since: string;
}

/** By the addresses of their files, what deals were at the chosen point: those that are another in what a row says, while somebody compares. */
export class Was {
  private readonly changed = new EventEmitter<ReadonlySet<string>>();
  /** Tells the addresses of the deals of which something else is known now. */
  readonly onDidChange = this.changed.event;
  private known: ReadonlyMap<string, DealThen> = new Map();

  dispose(): void {
    this.changed.dispose();
  }

  of(uri: Uri): DealThen | undefined {
    return this.known.get(uri.toString());
  }

  set(known: ReadonlyMap<string, DealThen>): void {
    const before = this.known;
    this.known = known;
    const all = new Set([...before.keys(), ...known.keys()]);
    const others = [...all].filter(address => textOf(before.get(address)) !== textOf(known.get(address)));
    if (others.length) this.changed.fire(new Set(others));
  }
}

/** Deals are read anew for each comparison, so the same one is another object. */
function textOf(then: DealThen | undefined): string | undefined {
  return then && JSON.stringify(then);
}
