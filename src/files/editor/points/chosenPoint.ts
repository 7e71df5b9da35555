import { EventEmitter, type Memento } from 'vscode';

const KEY = 'dealNotes.changesSince';

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

  /** See `pointCalled`. */
  get name(): string {
    return this.chosen;
  }

  set(name: string): void {
    this.chosen = name;
    void this.memento.update(KEY, name);
    this.changed.fire();
  }
}
