import { env, workspace, type Disposable } from 'vscode';
import type { CalendarDate } from '../core/calendar';
import { moneyIn } from '../core/moneyFormat';
import { SETTINGS } from '../ids';
import type { ShownFolder } from '../files/editor/travel/shownFolder';
import { ROW_PARTS, type RowFacts, type RowPart } from '../words/row';

/** What the person wants to see in rows. Anybody may have written anything into the settings. */
export function rowParts(): readonly RowPart[] {
  const wanted = settings().get<unknown>(SETTINGS.rowShows);
  return Array.isArray(wanted) ? wanted.flatMap(one => ROW_PARTS.find(part => part === one) ?? []) : [];
}

export function onDidChangeRows(tell: () => void): Disposable {
  return workspace.onDidChangeConfiguration(change => {
    const isAboutRows = [SETTINGS.rowName, SETTINGS.rowShows].some(key =>
      change.affectsConfiguration(`${SETTINGS.section}.${key}`),
    );
    if (isAboutRows) tell();
  });
}

/** What the words of a row depend on. */
export function factsOf({ pipeline }: ShownFolder, today: CalendarDate): RowFacts {
  return { today, money: moneyIn(pipeline.currencies), language: env.language };
}

function settings() {
  return workspace.getConfiguration(SETTINGS.section);
}
