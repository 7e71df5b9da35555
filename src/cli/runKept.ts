import { Script } from 'node:vm';
import type { CodeKeep } from '../files/disk/codeKeep';

/**
 * Runs a program that is at hand as text. Of the time that a short one takes beyond Node's own start, Node needs most to look
 * through the code, so what it has made of it may be kept.
 *
 * @param text the body of a function that gets `require` and `__filename`
 * @param own those of the file that the program stands in
 */
export function runKept(
  text: string,
  own: { readonly load: NodeJS.Require; readonly filename: string },
  keep: CodeKeep | undefined,
): void {
  const cachedData = inOnePiece(keep?.read());
  const script = new Script(`((require, __filename) => {${text}\n})`, {
    filename: own.filename,
    ...(cachedData && { cachedData }),
  });
  (script.runInThisContext() as (load: NodeJS.Require, filename: string) => void)(own.load, own.filename);
  if (!keep || (cachedData && !script.cachedDataRejected)) return;
  // At the end the code is known of all that was run.
  process.on('exit', () => {
    const code = script.createCachedData();
    keep.write(Buffer.concat([code, code]));
  });
}

/** Twice in one file: Node itself runs damaged code as if it were whole, and may never come to an end. */
function inOnePiece(bytes: Buffer | undefined): Buffer | undefined {
  const half = (bytes?.length ?? 0) / 2;
  const [one, other] = [bytes?.subarray(0, half), bytes?.subarray(half)];
  return one && other && half > 0 && one.equals(other) ? one : undefined;
}
