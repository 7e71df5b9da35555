import { commands, env, window } from 'vscode';
import { uriOf } from '../files/uris';
import { COMMANDS, type CommandId } from '../ids';
import { calledOn, type FileNow } from './targets';

/** What the editor's own Explorer does with a file, for the rows of our views: its commands take none of these. */
export const FILE_COMMANDS: readonly {
  readonly id: CommandId;
  readonly run: (args: readonly unknown[], fileNow: FileNow) => Promise<void>;
}[] = [
  {
    id: COMMANDS.open,
    run: async args => {
      for (const uri of calledOn(args)) await commands.executeCommand('vscode.open', uri, { preview: false });
    },
  },
  {
    id: COMMANDS.openPreview,
    run: async ([clicked]) => {
      const uri = uriOf(clicked);
      if (uri) await commands.executeCommand('markdown.showPreview', uri);
    },
  },
  {
    id: COMMANDS.openToSide,
    run: async ([clicked]) => {
      const uri = uriOf(clicked);
      if (uri) await commands.executeCommand('vscode.open', uri, { viewColumn: -2, preview: false });
    },
  },
  {
    id: COMMANDS.revealFile,
    run: async ([clicked], fileNow) => {
      const uri = uriOf(clicked) ?? window.activeTextEditor?.document.uri;
      if (uri) await commands.executeCommand('revealInExplorer', await fileNow(uri));
    },
  },
  {
    id: COMMANDS.copyPath,
    run: async (args, fileNow) => {
      const uris = await Promise.all(calledOn(args).map(fileNow));
      const paths = uris.map(uri => (uri.scheme === 'file' ? uri.fsPath : uri.toString()));
      if (paths.length) await env.clipboard.writeText(paths.join('\n'));
    },
  },
];
