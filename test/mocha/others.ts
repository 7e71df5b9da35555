import Mocha from 'mocha';
import { print } from './print';

/** In the folder of extensions that comes with VS Code, on the desktop and on a server. */
const BUILT_IN =
  /[\\/]vscode[\\/]extensions[\\/][\w-]+[\\/]|[\\/]resources[\\/]app[\\/]extensions[\\/][\w-]+[\\/]/;

/** Whether an error comes out of an extension of VS Code's own, which runs in the same process as the tests. */
export function isOfOthers(error: unknown): boolean {
  return error instanceof Error && BUILT_IN.test(error.stack ?? '');
}

/**
 * An error that nobody catches fails the test that is running, whoever made it: the git extension of VS Code, for one, does
 * not catch that git has ended before it was asked all. Such errors are told, and fail nothing.
 */
export function leaveOthersAlone(runner: Mocha.Runner): void {
  const { uncaught } = runner;
  const tell = (error: unknown) => {
    if (isOfOthers(error)) print(`    An extension of VS Code has failed: ${String(error)}`);
    else uncaught(error);
  };
  process.removeListener('uncaughtException', uncaught);
  process.on('uncaughtException', tell);
  runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => process.removeListener('uncaughtException', tell));
}
