import { setTimeout as wait } from 'node:timers/promises';
import { LockFolder } from './lockFolder';

/** The right to replace a file, held by one process at a time. */
export interface Lock {
  /** An empty file on the same disk, for the new content: it is there exactly as long as the lock is ours. */
  readonly file: string;
  release(): Promise<void>;
}

/**
 * Waits for the lock on a file. Whoever holds it writes the new content into the lock's file and renames that to the
 * target, which publishes the content and gives the lock back in one step. Should others think the holder dead, that
 * step fails, because they have removed the file: no content can replace one that it was not made from.
 *
 * @returns `undefined` where others held the lock all the time
 * @throws the system's error where no files can be made in the folder of the target
 */
export async function lock(target: string, waitMs: number): Promise<Lock | undefined> {
  const folder = new LockFolder(target);
  const end = performance.now() + waitMs;
  let place = await folder.join();
  try {
    for (;;) {
      const taken = await folder.take(place);
      if (taken === 'yes') {
        await folder.dismissWaiting(place);
        return { file: place.heldFile, release: () => folder.leave(place) };
      }
      if (performance.now() > end) break;
      if (taken === 'place-lost') place = await folder.join();
      else await folder.dismissHolder(place);
      await pause();
    }
  } catch (cause) {
    await folder.leave(place);
    throw cause;
  }
  await folder.leave(place);
  return undefined;
}

/** A moment that is hardly ever the same for two processes, so that they do not meet again and again. */
export function pause(): Promise<void> {
  return wait(3 + Math.random() * 20);
}
