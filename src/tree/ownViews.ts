import type { Memento } from 'vscode';
import type { SavedView } from '../core/process/view';
import { asView } from './viewState';

const KEY = 'dealNotes.views';

/** The views that a person keeps for themselves, in this workspace. */
export class OwnViews {
  constructor(private readonly memento: Memento) {}

  /** In the order in which they were saved. */
  get all(): readonly SavedView[] {
    const kept: unknown = this.memento.get(KEY);
    return Array.isArray(kept) ? kept.flatMap(asSaved) : [];
  }

  async add(saved: SavedView): Promise<void> {
    await this.memento.update(KEY, [...this.all, saved]);
  }

  async delete(name: string): Promise<void> {
    const left = this.all.filter(saved => saved.name !== name);
    await this.memento.update(KEY, left);
  }
}

/** What another version has kept may be anything. */
function asSaved(kept: unknown): SavedView[] {
  const { name, view } = (typeof kept === 'object' && kept ? kept : {}) as Partial<SavedView>;
  return typeof name === 'string' && name ? [{ name, view: asView(view) }] : [];
}
