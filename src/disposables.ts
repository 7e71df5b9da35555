import type { Disposable } from 'vscode';

/** Things to be disposed of together. */
export class Disposables implements Disposable {
  private readonly items = new Set<Disposable>();

  add<T extends Disposable>(item: T): T {
    this.items.add(item);
    return item;
  }

  /** Disposes of all, even if some throw; what they threw is thrown at the end. */
  dispose(): void {
    const errors: unknown[] = [];
    for (const item of this.items) {
      try {
        item.dispose();
      } catch (error) {
        errors.push(error);
      }
    }
    this.items.clear();
    if (errors.length) throw new AggregateError(errors, 'Some resources could not be released.');
  }
}
