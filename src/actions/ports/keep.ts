/**
 * Where something is kept between two calls that can be found out again: for this user alone, and as long as there is room
 * for it. Neither function throws: what can't be kept is found out again.
 */
export interface Keep {
  /** @returns the text that was written last by that name, if it is still there */
  read(name: string): Promise<string | undefined>;
  write(name: string, text: string): Promise<void>;
}
