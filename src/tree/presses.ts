/** A key in a view that asks for something to be done to deals. */
export interface Press {
  /** What it asks for has been done, or given up. */
  end(): void;
}

interface KeptPress extends Press {
  readonly deals: ReadonlySet<string>;
  hasEnded: boolean;
}

/**
 * Which deals keys in a view were about: the view that follows a deal takes the focus where a key has moved it. Not while
 * another key for that deal is under way: what that asks would lose the focus, and so close.
 */
export class Presses {
  private presses: readonly KeptPress[] = [];

  /** @param deals by their addresses */
  begin(deals: readonly string[]): Press {
    const press: KeptPress = {
      deals: new Set(deals),
      hasEnded: false,
      end: () => (press.hasEnded = true),
    };
    this.presses = [...this.presses.filter(({ hasEnded }) => !hasEnded), press];
    return press;
  }

  /** A deal has moved: whether it was a key that moved it, and no other one asks something about it. Counts once. */
  takeFocus(deal: string): boolean {
    const [mover, ...others] = this.presses.filter(({ deals }) => deals.has(deal));
    this.presses = this.presses.filter(press => press !== mover);
    return mover !== undefined && others.every(({ hasEnded }) => hasEnded);
  }

  /** The person has gone elsewhere. */
  forget(): void {
    this.presses = [];
  }
}
