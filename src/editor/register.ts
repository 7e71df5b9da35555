import { CodeActionKind, commands, languages, Uri, type Disposable } from 'vscode';
import { Disposables } from '../disposables';
import { PRIVATE_COMMANDS } from '../ids';
import type { Pipelines } from '../files/pipelines';
import type { Travel } from '../files/editor/travel/travel';
import { Diagnostics } from './diagnostics';
import { registerDropLinks } from './dropLinks';
import { FIX_ALL } from './fixKinds';
import { registerHelp } from './help/register';

/** What is wrong with deal files and with `sales-process.yaml`, and the ways out; links to deals that are dropped; and help. */
export function registerEditor(pipelines: Pipelines, travel: Travel): Disposables {
  const disposables = new Disposables();
  const diagnostics = disposables.add(new Diagnostics(pipelines));
  disposables.add(registerDropLinks());
  disposables.add(registerQuickFixes(pipelines, diagnostics));
  disposables.add(registerProcessFixes(pipelines));
  disposables.add(
    commands.registerCommand(PRIVATE_COMMANDS.removeCopy, async (uri: unknown) => {
      const { removeCopy } = await import('./removeCopy');
      if (uri instanceof Uri && !travel.refuses()) await removeCopy(pipelines, diagnostics, uri);
    }),
  );
  disposables.add(
    commands.registerCommand(PRIVATE_COMMANDS.likeFile, (uri: Uri) => diagnostics.likeFile(uri)),
  );
  disposables.add(registerHelp(pipelines));
  return disposables;
}

function registerQuickFixes(pipelines: Pipelines, diagnostics: Diagnostics): Disposable {
  return languages.registerCodeActionsProvider(
    { language: 'markdown' },
    {
      async provideCodeActions(document, range, context) {
        if (!pipelines.folderOf(document.uri)) return undefined;
        const { waysOut } = await import('./quickFixes');
        return waysOut(pipelines, diagnostics, document, range, context);
      },
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
  );
}

/** What was meant to be the process file may be called anything much like it. */
function registerProcessFixes(pipelines: Pipelines): Disposable {
  const languagesOfFiles = ['yaml', 'json', 'plaintext', 'markdown'].map(language => ({ language }));
  return languages.registerCodeActionsProvider(
    languagesOfFiles,
    {
      async provideCodeActions(document, range, context) {
        if (!pipelines.folders.some(({ processProblems }) => processProblems.length)) return undefined;
        const { processFixes } = await import('./process/fixes');
        return processFixes(pipelines, document, range, context);
      },
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix] },
  );
}
