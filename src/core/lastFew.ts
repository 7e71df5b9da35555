/** Answers what says the same as one of the last few with that one: what is remembered of an object is found again. */
export class LastFew<T> {
  /** By what they say, the one that was asked for last at the end. */
  private readonly kept = new Map<string, T>();

  /** @param most how many are kept */
  constructor(
    private readonly most: number,
    private readonly saidBy: (one: T) => string,
  ) {}

  theSame(one: T): T {
    const said = this.saidBy(one);
    const before = this.kept.get(said) ?? one;
    this.kept.delete(said);
    this.kept.set(said, before);
    for (const key of [...this.kept.keys()].slice(0, -this.most)) this.kept.delete(key);
    return before;
  }
}
