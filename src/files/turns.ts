/** Actions that are begun one after the other, each when the one before has ended. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  run<T>(action: () => Promise<T>): Promise<T> {
    const turn = this.last.then(action);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
