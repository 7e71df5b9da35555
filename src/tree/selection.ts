import {
  TextEditorSelectionChangeKind,
  window,
  type Disposable,
  type TreeItem,
  type TreeView,
  type Uri,
} from 'vscode';
import { Presses, type Press } from './presses';

/** How somebody who is in an editor selects. */
const BY_HAND = [TextEditorSelectionChangeKind.Keyboard, TextEditorSelectionChangeKind.Mouse];

/** What a view lists. */
interface List<Row> {
  /** Shows a row that stands far down in its list. */
  widenTo(row: Row): void;
  /** Has the view ask for all its rows anew. */
  redrawAll(): void;
  getTreeItem(row: Row): TreeItem;
}

/**
 * What is selected in a view. The editor's own `selection` is empty for a moment whenever rows are drawn anew, and a key
 * that is pressed just then means the selected deal all the same.
 */
export class Selection<Row> implements Disposable {
  private kept: readonly Row[] = [];
  /** When the person last selected something here. */
  chosenAt = 0;
  private following: Promise<void> | undefined;
  private readonly presses = new Presses();
  private readonly listening: Disposable[];

  constructor(
    readonly view: TreeView<Row>,
    private readonly list: List<Row>,
  ) {
    this.listening = [
      view.onDidChangeSelection(({ selection }) => {
        if (selection.length || !this.following) this.kept = selection;
        if (selection.length) this.chosenAt = Date.now();
      }),
      window.onDidChangeTextEditorSelection(({ kind }) => {
        if (BY_HAND.some(one => one === kind)) this.presses.forget();
      }),
    ];
  }

  get rows(): readonly Row[] {
    return this.view.selection.length ? this.view.selection : this.kept;
  }

  /** A key in the view asks for something to be done to deals. */
  pressOn(uris: readonly Uri[]): Press {
    return this.presses.begin(uris.map(uri => uri.toString()));
  }

  /**
   * Selects the row that the selected one has become elsewhere in the view; it counts from now on. Where a key in the view has
   * moved it, the next key means the same deal: then the view has the focus, which is taken from nobody.
   */
  async follow(row: Row, uri: Uri): Promise<void> {
    this.kept = [row];
    const following = this.reveal(row, { focus: this.presses.takeFocus(uri.toString()) });
    this.following = following;
    try {
      await following;
    } finally {
      if (this.following === following) this.following = undefined;
    }
  }

  /**
   * Selects a row, wherever in its list it stands. Where rows were drawn anew several times at once, a view may not find the row,
   * and then does nothing and says nothing: drawn anew as a whole, it does.
   */
  async reveal(row: Row, options: { readonly focus: boolean; readonly expand?: boolean }): Promise<void> {
    this.list.widenTo(row);
    await this.view.reveal(row, { ...options, select: true });
    if (this.isSelected(row)) return;
    this.list.redrawAll();
    await this.view.reveal(row, { ...options, select: true });
  }

  private isSelected(row: Row): boolean {
    const { id } = this.list.getTreeItem(row);
    return this.view.selection.some(selected => this.list.getTreeItem(selected).id === id);
  }

  /** The view has come after the deal that it follows: a question that is asked before would lose the focus to it, and close. */
  async settle(): Promise<void> {
    while (this.following) await Promise.allSettled([this.following]);
  }

  dispose(): void {
    for (const one of this.listening) one.dispose();
  }
}
