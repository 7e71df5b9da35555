import { l10n, window } from 'vscode';
import { plainText, withoutIcons } from '../core/escape';
import { pickFrom } from '../files/editor/pickFrom';
import { quoted } from '../words/en/said/quoted';

/** A column of a table that is imported, as a person is asked about it. */
export interface AskedColumn {
  readonly head: string;
  readonly samples: readonly string[];
  /** What it becomes so far. */
  readonly becomes: string;
}

/** What a column can become. */
export interface ColumnChoice<T> {
  readonly label: string;
  readonly description?: string;
  readonly is: T;
}

const TITLE = l10n.t('Import Deals');

/** A text of a table as a label of a list: on one line, and with nothing that would be drawn as an icon. */
export const asLabel = (text: string) => withoutIcons(plainText(text, 60));

/**
 * Asks for a column, shown with what it becomes and three of its values, and for what it is to become. Those without a heading
 * can't be named.
 *
 * @param choices for the column with this heading
 * @returns nothing where the person thinks better of it
 */
export async function askColumn<T>(
  columns: readonly AskedColumn[],
  choices: (head: string) => readonly ColumnChoice<T>[],
): Promise<{ readonly head: string; readonly is: T } | undefined> {
  const column = await whichColumn(columns, TITLE, l10n.t('Which column is to become something else?'));
  if (!column) return undefined;
  const { head, label, becomes } = column;
  const items = choices(head).map(choice => ({ ...choice, ...asNow(choice, becomes) }));
  const { picked } = await pickFrom({
    items,
    title: TITLE,
    placeHolder: l10n.t('What does {0} become?', label),
    ignoreFocusOut: true,
    // Enter alone changes nothing.
    active: items.find(item => item.label === becomes),
  });
  return picked && { head, is: picked.is };
}

/** Asks for one of the columns that have a heading. */
export async function whichColumn(columns: readonly AskedColumn[], title: string, placeHolder: string) {
  const rows = columns
    .filter(({ head }) => head)
    .map(({ head, samples, becomes }) => ({
      label: asLabel(head),
      description: `→ ${asLabel(becomes)}`,
      detail: withoutIcons(samples.map(sample => quoted(sample, 30)).join(', ')),
      head,
      becomes: asLabel(becomes),
    }));
  const options = { matchOnDescription: true, matchOnDetail: true, ignoreFocusOut: true };
  return window.showQuickPick(rows, { title, placeHolder, ...options });
}

/** The row of what it is so far says so. */
export function asNow(row: { readonly label: string; readonly description?: string }, now: string) {
  return row.label === now
    ? { description: [row.description, l10n.t('as now')].filter(Boolean).join(', ') }
    : {};
}
