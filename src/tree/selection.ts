import type { Disposable, TreeView } from 'vscode';

/**
 * What is selected in a view. The editor's own `selection` is empty for a moment whenever rows are drawn anew, and a key
 * that is pressed just then means the selected deal all the same.
 */
export class Selection<Row> implements Disposable {
  private kept: readonly Row[] = [];
  /** When the person last selected something here. */
  chosenAt = 0;
  private isFollowing = false;
  private readonly listening: Disposable;

  constructor(readonly view: TreeView<Row>) {
    this.listening = view.onDidChangeSelection(({ selection }) => {
      if (selection.length || !this.isFollowing) this.kept = selection;
      if (selection.length) this.chosenAt = Date.now();
    });
  }

  get rows(): readonly Row[] {
    return this.view.selection.length ? this.view.selection : this.kept;
  }

  /** Selects the row that the selected one has become elsewhere in the view; it counts from now on. */
  async follow(row: Row): Promise<void> {
    this.kept = [row];
    this.isFollowing = true;
    try {
      await this.view.reveal(row, { select: true, focus: false });
    } finally {
      this.isFollowing = false;
    }
  }

  dispose(): void {
    this.listening.dispose();
  }
}
