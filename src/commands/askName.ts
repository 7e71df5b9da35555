import { l10n } from 'vscode';
import { isNewName } from '../core/deal/typedValues';
import { plainText, withoutIcons } from '../core/escape';
import { oneLine } from '../core/oneLine';
import { ask, type Question } from './ask';
import { pickFrom } from '../files/editor/pickFrom';

export interface NameQuestion extends Question {
  /** What to type, where that is missing or no name. */
  readonly hint: string;
  /** The row for a name that is not in the list, or that has to be typed with care. */
  readonly other: string;
  /** A name as it is written into a file; one line of text, where nothing else is said. */
  readonly read?: (typed: string) => string | undefined;
  /** What is said of names beside them. */
  readonly notes?: Readonly<Record<string, string>>;
  /** The one that the deal has now, which is active at first, and what is said of it. */
  readonly current?: { readonly name: string; readonly note: string } | undefined;
  /** Enter takes nothing before a key is pressed. */
  readonly isRisky?: boolean;
}

/**
 * One of the names that are in use, or another: what is typed and is none of them is one more row, which Enter takes where no
 * other is left.
 *
 * @returns `''` for none, where that may be
 */
export async function askName(
  names: readonly string[],
  {
    other,
    read = typed => oneLine(typed) || undefined,
    current,
    notes = {},
    isRisky = false,
    ...question
  }: NameQuestion,
): Promise<string | undefined> {
  if (!names.length) return ask({ ...question, read });
  const { title, prompt, ifEmpty } = question;
  const none = ifEmpty === undefined ? [] : [{ label: ifEmpty, name: '' }];
  const known = names.map(name => ({
    label: withoutIcons(plainText(name, 80)),
    description: name === current?.name ? current.note : Object.hasOwn(notes, name) ? notes[name]! : '',
    name,
  }));
  const another = { label: other, name: undefined, alwaysShow: true };
  const items = [...none, ...known, another];
  const rowsFor = (typed: string) => {
    const name = read(typed);
    if (!name || !isNewName(name, names)) return items;
    const label = l10n.t('“{0}”', withoutIcons(plainText(name, 80)));
    return [...none, ...known, { label, description: l10n.t('new'), name, alwaysShow: true }, another];
  };
  const first = known.find(({ name }) => name === current?.name) ?? items[0];
  const active = isRisky ? undefined : first;
  const { picked, typed } = await pickFrom({ title, placeHolder: prompt, active, items, rowsFor });
  return picked && (picked.name ?? ask({ ...question, value: typed, read }));
}
