import { commands, env, UIKind, Uri, window, type Disposable } from 'vscode';
import { isNote } from '../core/deal/entry';
import type { Pipelines } from '../files/pipelines';
import { COMMANDS } from '../ids';

/** What a link in a preview may begin. Each asks before it changes anything: other programs can open such links, too. */
const BY_PATH = new Map<string, string>([
  ['/complete', COMMANDS.completeNextStep],
  ['/check', COMMANDS.checkCriteria],
  ['/tick', COMMANDS.tickTodo],
  ['/timeline', COMMANDS.showTimeline],
]);

/** The addresses of links, where there are some. */
export interface CardLinks {
  readonly complete?: string;
  readonly check?: string;
  readonly tick?: string;
  readonly timeline?: string;
}

/**
 * Links of a deal's card. VS Code runs no commands from a preview; it opens addresses of its own scheme, asks whether this
 * extension may have them, and hands them over. In a browser there is no such address.
 *
 * @param id of this extension
 */
export function linksOf(file: Uri, id: string): CardLinks {
  if (env.uiKind === UIKind.Web) return {};
  return {
    complete: linkTo('/complete', file, id),
    check: linkTo('/check', file, id),
    tick: linkTo('/tick', file, id),
    timeline: linkTo('/timeline', file, id),
  };
}

export function linkTo(path: string, file: Uri, id: string): string {
  const query = `file=${encodeURIComponent(file.toString())}`;
  return Uri.from({ scheme: env.uriScheme, authority: id, path, query }).toString();
}

/** Which command a link is for, and which file. */
export function readLink({ path, query }: Uri): { readonly command: string; readonly file: Uri } | undefined {
  const command = BY_PATH.get(path);
  const address = new URLSearchParams(query).get('file');
  return command && address ? { command, file: Uri.parse(address) } : undefined;
}

/** Begins what links are for, of deals that are in one of the pipelines. */
export function followLinks(pipelines: Pipelines): Disposable {
  return window.registerUriHandler({
    handleUri: async link => {
      const meant = readLink(link);
      const entry = meant && pipelines.entryAt(meant.file);
      if (meant && entry && !isNote(entry)) await commands.executeCommand(meant.command, meant.file);
    },
  });
}
