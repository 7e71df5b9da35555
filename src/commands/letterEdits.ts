import {
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  l10n,
  languages,
  Range,
  WorkspaceEdit,
  type DataTransfer,
  type Disposable,
  type TextDocument,
} from 'vscode';
import { Disposables } from '../disposables';
import { LETTER_TYPES } from '../files/editor/letters';
import type { Pipelines } from '../files/pipelines';
import type { Changes } from './changes';

const KIND = DocumentDropOrPasteEditKind.Empty.append('deal', 'log');

/** Mails and invitations that are dropped or pasted into a deal become lines of its log, in one edit with their contacts. */
export function registerLetterEdits(pipelines: Pipelines, changes: Changes): Disposable {
  const disposables = new Disposables();
  const title = l10n.t('Log in Deal');
  const editFor = async (document: TextDocument, data: DataTransfer) => {
    const { planned, tellOfLetters, followOnceDone } = await import('./letterPlan');
    const all = await planned(pipelines, changes.workspace, document, data);
    if (!all) return undefined;
    tellOfLetters(all);
    // What can't be read is put there as anything else that is dropped.
    if (!all.plans.length) return undefined;
    for (const plan of all.plans) if (!plan.wasThere) followOnceDone(pipelines, changes, document, plan);
    const edit = new WorkspaceEdit();
    for (const { start, end, text } of all.edits)
      edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(end)), text);
    return edit;
  };
  disposables.add(
    languages.registerDocumentDropEditProvider(
      { language: 'markdown' },
      {
        provideDocumentDropEdits: async (document, _, data) => {
          const additionalEdit = await editFor(document, data);
          return additionalEdit && [Object.assign(new DocumentDropEdit('', title, KIND), { additionalEdit })];
        },
      },
      { dropMimeTypes: LETTER_TYPES, providedDropEditKinds: [KIND] },
    ),
  );
  disposables.add(
    languages.registerDocumentPasteEditProvider(
      { language: 'markdown' },
      {
        provideDocumentPasteEdits: async (document, _, data) => {
          const additionalEdit = await editFor(document, data);
          return (
            additionalEdit && [Object.assign(new DocumentPasteEdit('', title, KIND), { additionalEdit })]
          );
        },
      },
      { pasteMimeTypes: LETTER_TYPES, providedPasteEditKinds: [KIND] },
    ),
  );
  return disposables;
}
