import { markChanges } from './markChanges';
import { slideTogether } from './slide';

/** Lines of one text that stand in the place of lines of another: from where, and how many. */
export interface LineChange {
  readonly at: number;
  readonly removed: number;
  readonly newAt: number;
  readonly added: number;
}

/** What has to change in lines so that they are others: the changes that git finds, in their order. */
export function lineChanges(from: readonly string[], to: readonly string[]): readonly LineChange[] {
  const removed = { lines: from, isChanged: new Uint8Array(from.length + 1) };
  const added = { lines: to, isChanged: new Uint8Array(to.length + 1) };
  markChanges(removed, added);
  slideTogether(removed, added);
  const changes: LineChange[] = [];
  for (let [at, newAt] = [0, 0]; at < from.length || newAt < to.length; at++, newAt++) {
    if (!removed.isChanged[at] && !added.isChanged[newAt]) continue;
    const [start, newStart] = [at, newAt];
    while (removed.isChanged[at]) at++;
    while (added.isChanged[newAt]) newAt++;
    changes.push({ at: start, removed: at - start, newAt: newStart, added: newAt - newStart });
  }
  return changes;
}
