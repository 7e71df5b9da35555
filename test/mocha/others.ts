import Mocha from 'mocha';
import { print } from './print';

/** In the folder of extensions that comes with VS Code, on the desktop and on a server. */
const BUILT_IN =
  /[\\/]vscode[\\/]extensions[\\/][\w-]+[\\/]|[\\/]resources[\\/]app[\\/]extensions[\\/][\w-]+[\\/]/;

/** Whether an error comes out of an extension of VS Code's own, which runs in the same process as the tests. */
export function isOfOthers(error: unknown): boolean {
  return error instanceof Error && BUILT_IN.test(error.stack ?? '');
}

/** What mocha's runner does with an error that nobody has caught; no part of its types. */
type Catching = { _uncaught(this: Mocha.Runner, error: unknown): void };

/**
 * An error that nobody catches fails the test that is running, whoever made it: the git extension of VS Code, for one, does
 * not catch that git has ended before it was asked all. Such errors are told, and fail nothing.
 *
 * The runner itself is changed, before it begins: what it has once given to `process.on` can't be taken back there, since
 * VS Code wraps each listener of `uncaughtException`.
 */
export function leaveOthersAlone(): void {
  const runner = Mocha.Runner.prototype as unknown as Catching;
  const { _uncaught: fail } = runner;
  runner._uncaught = function (error) {
    if (isOfOthers(error)) print(`    An extension of VS Code has failed: ${String(error)}`);
    else fail.call(this, error);
  };
}
