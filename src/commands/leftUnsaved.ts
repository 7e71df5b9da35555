import { l10n, type TextDocument } from 'vscode';
import { nameOf, type Address } from '../actions/address';
import { plainText } from '../core/escape';
import { toUri } from '../files/editor/addresses';
import { unsavedDocument } from '../files/editor/shown';
import { counted, countedInTitle, FILES } from '../words/en/counted';

/** A message has no room for the names of thousands. */
const MOST_NAMED = 3;

/** Files that were changed in an editor only, since something in them wasn't saved before either. */
export interface LeftUnsaved {
  /** As part of the message; nothing where all is saved. */
  readonly said: readonly string[];
  /** The button that saves them, with its words; nothing where all is saved. */
  readonly buttons: readonly string[];
  save(): Promise<void>;
}

/** Which of some files that were changed stand in editors and aren't saved now. */
export function leftUnsaved(files: readonly Address[]): LeftUnsaved {
  const open = files.flatMap(file => {
    const document = unsavedDocument(toUri(file));
    return document ? [{ name: plainText(nameOf(file), 60), document }] : [];
  });
  const save = () => saveAll(open.map(({ document }) => document));
  if (!open.length) return { said: [], buttons: [], save };
  const names = open.slice(0, MOST_NAMED).map(({ name }) => name);
  const more = open.length - names.length;
  const all = more > 0 ? l10n.t('{0} and {1} more', names.join(', '), more) : names.join(', ');
  return {
    said: [l10n.t('{0} still to be saved: {1}', counted(open.length, FILES), all)],
    buttons: [
      open.length === 1
        ? l10n.t('Save {0}', names[0]!)
        : l10n.t('Save {0}', countedInTitle(open.length, FILES)),
    ],
    save,
  };
}

async function saveAll(documents: readonly TextDocument[]): Promise<void> {
  for (const document of documents) await document.save();
}
