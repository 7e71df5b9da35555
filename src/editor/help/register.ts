import {
  commands,
  EventEmitter,
  languages,
  window,
  workspace,
  type DocumentSelector,
  type Disposable,
  type TextDocument,
  type TextEditor,
} from 'vscode';
import { isDealPath } from '../../core/pipeline/paths';
import { Disposables } from '../../disposables';
import type { Pipelines } from '../../files/pipelines';
import { PRIVATE_COMMANDS, SETTINGS } from '../../ids';
import type { DealFile } from './dealFile';
import type { Figures } from './figures';
import type { Help } from './help';

/** Deals are Markdown; whether a file is one is asked then. */
const MARKDOWN: DocumentSelector = { language: 'markdown' };

/** Markdown has suggestions while typing turned off: behind these somebody may want to know what can follow. */
const TRIGGERS = [':', ' ', '\n', '-', '[', ',', '{'];

/** Help inside the file of a deal: what can be written, what it means, what is missing, and where else it stands. */
export function registerHelp(pipelines: Pipelines): Disposables {
  const disposables = new Disposables();
  let figures: Figures | undefined;
  /** In a file that can be a deal; all other Markdown loads nothing. */
  const inDeal = async <T>(document: TextDocument, ask: (help: Help, file: DealFile) => T | Promise<T>) => {
    const file = dealFileOf(pipelines, document);
    return file && ask(await load(), file);
  };
  const add = (provider: Disposable) => disposables.add(provider);
  add(
    languages.registerCompletionItemProvider(
      MARKDOWN,
      {
        provideCompletionItems: (document, position, _, context) =>
          inDeal(document, (help, file) => help.completionsAt(pipelines, file, document, position, context)),
      },
      ...TRIGGERS,
    ),
  );
  add(
    languages.registerHoverProvider(MARKDOWN, {
      provideHover: (document, position) =>
        inDeal(document, (help, file) => {
          figures ??= disposables.add(help.makeFigures(pipelines));
          return help.hoverAt(pipelines, figures, file, document, position);
        }),
    }),
  );
  add(
    languages.registerDocumentLinkProvider(MARKDOWN, {
      provideDocumentLinks: document => inDeal(document, (help, file) => help.linksIn(file, document)),
    }),
  );
  add(
    languages.registerReferenceProvider(MARKDOWN, {
      provideReferences: (document, position, _, token) =>
        inDeal(document, (help, file) => help.referencesAt(file, document, position, token)),
    }),
  );
  add(
    languages.registerDefinitionProvider(MARKDOWN, {
      provideDefinition: (document, position, token) =>
        inDeal(document, (help, file) => help.definitionsAt(file, document, position, token)),
    }),
  );
  add(
    languages.registerRenameProvider(MARKDOWN, {
      prepareRename: (document, position) =>
        inDeal(document, (help, file) => help.nameToRename(file, document, position)),
      provideRenameEdits: (document, position, name, token) =>
        inDeal(document, (help, file) => help.renameAt(file, document, position, name, token)),
    }),
  );
  add(
    languages.registerCodeLensProvider(MARKDOWN, {
      onDidChangeCodeLenses: whenLensesChange(pipelines, disposables),
      provideCodeLenses: document => {
        const isOn = workspace.getConfiguration(SETTINGS.section).get(SETTINGS.codeLens, true);
        return isOn ? inDeal(document, (help, file) => help.lensesAbove(pipelines, file, document)) : [];
      },
    }),
  );
  const showMissing = async (clicked: unknown, wanted?: unknown) =>
    (await load()).showMissingFields(pipelines, clicked, wanted);
  add(commands.registerCommand(PRIVATE_COMMANDS.missingFields, showMissing));
  return disposables;
}

async function load(): Promise<Help> {
  return (await import('./help')).HELP;
}

function dealFileOf(pipelines: Pipelines, { uri }: TextDocument): DealFile | undefined {
  const folder = pipelines.folderOf(uri);
  const path = folder?.pathOf(uri);
  return folder && path !== undefined && isDealPath(path) ? { folder, path } : undefined;
}

function whenLensesChange(pipelines: Pipelines, disposables: Disposables): EventEmitter<void>['event'] {
  const changed = disposables.add(new EventEmitter<void>());
  disposables.add(
    pipelines.onDidChange(({ folder, paths }) => {
      // No file is different where the process or the day is.
      const isMeant = ({ document: { uri } }: TextEditor) => {
        const path = folder.pathOf(uri);
        return path !== undefined && (!paths.size || paths.has(path));
      };
      if (window.visibleTextEditors.some(isMeant)) changed.fire();
    }),
  );
  disposables.add(
    workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration(`${SETTINGS.section}.${SETTINGS.codeLens}`)) changed.fire();
    }),
  );
  return changed.event;
}
