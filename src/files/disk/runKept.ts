import { Script } from 'node:vm';
import type { CodeKeep } from './codeKeep';

/**
 * Runs a program that is at hand as text. Of the time that one takes to start, Node needs most to look through the code, so what it has
 * made of it may be kept.
 *
 * @param text the body of a function that gets `require`, `module` and `__filename`
 * @param own those of the file that the program stands in
 * @returns what the program exports
 */
export function runKept(
  text: string,
  own: { readonly load: NodeJS.Require; readonly filename: string },
  keep: CodeKeep | undefined,
): unknown {
  const cachedData = inOnePiece(keep?.read());
  // A `function` in brackets is looked through once: an arrow function would be when it's read, and again when it's called.
  const script = new Script(`(function(require, module, __filename){${text}\n})`, {
    filename: own.filename,
    ...(cachedData && { cachedData }),
  });
  const module = { exports: {} };
  (script.runInThisContext() as Program)(own.load, module, own.filename);
  if (keep && (!cachedData || script.cachedDataRejected)) keepAtEnd(script, keep);
  return module.exports;
}

type Program = (load: NodeJS.Require, module: { readonly exports: object }, filename: string) => void;

/** At the end the code is known of all that was run. */
function keepAtEnd(script: Script, keep: CodeKeep): void {
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
