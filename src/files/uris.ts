import { Uri } from 'vscode';

/** Whatever a menu, a key or another extension passes to a command: the file that it means, if it means one. */
export function uriOf(argument: unknown): Uri | undefined {
  if (argument instanceof Uri) return argument;
  if (typeof argument !== 'object' || argument === null || !('uri' in argument)) return undefined;
  return argument.uri instanceof Uri ? argument.uri : undefined;
}
