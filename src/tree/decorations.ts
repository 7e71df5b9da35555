import { FileDecoration, l10n, ThemeColor, Uri, window, type Disposable } from 'vscode';
import type { CalendarDate } from '../core/calendar';
import { daysIdle, isIdle, isStalled } from '../core/deal/condition';
import { daysInStage } from '../core/deal/daysInStage';
import type { Deal } from '../core/deal/deal';
import { warningsOf } from '../core/deal/warnings';
import { stageOf } from '../core/process/process';
import type { ShownFolder } from '../files/editor/travel/shownFolder';
import { warnedInWords } from './words';

/**
 * Rows are decorated by addresses of our own, which no other view has: those of the files would colour the Explorer,
 * and let git colour the pipeline.
 */
const SCHEME = 'deal-notes-row';

/** The address of a row without a decoration. Each has one, so that all can be dragged in one way. */
export const PLAIN_ROW = Uri.from({ scheme: SCHEME, path: '/deal' });

/** Of a row whose deal the team wants to be warned of: the words stand behind it, with nothing of the file in them. */
const WARNED = '/warned';

/** The address of a row: what is wrong with the deal, and for how many days. */
export function rowUri(deal: Deal, { pipeline: { process } }: ShownFolder, today: CalendarDate): Uri {
  const stage = stageOf(process, deal.stage);
  if (isStalled(deal, process, today))
    return address('stalled', daysInStage(deal, today)!, stage.stalledAfter);
  if (isIdle(deal, process, today)) return address('idle', daysIdle(deal, today)!, stage.idleAfter);
  const warned = warningsOf(deal, process, today);
  return warned.length
    ? Uri.from({ scheme: SCHEME, path: WARNED, query: warnedInWords(warned, today) })
    : PLAIN_ROW;
}

export function registerDecorations(): Disposable {
  return window.registerFileDecorationProvider({ provideFileDecoration: decorationOf });
}

/** The addresses of what has a colour in the agenda whatever else is wrong with the deal. */
export const OVERDUE_ROW = Uri.from({ scheme: SCHEME, path: '/overdue' });
export const NO_STEP_ROW = Uri.from({ scheme: SCHEME, path: '/no-step' });

/** What VS Code is to draw at a row; nothing for what is no row of ours. */
export function decorationOf({ scheme, path, query }: Uri): FileDecoration | undefined {
  if (scheme !== SCHEME) return undefined;
  if (path === OVERDUE_ROW.path)
    return new FileDecoration(undefined, undefined, new ThemeColor('list.errorForeground'));
  if (path === NO_STEP_ROW.path) return warning(l10n.t('No next step'));
  if (path === WARNED) return warning(query);
  const [, what, days, limit] = /^\/(stalled|idle)\/(\d+)\/(\d+)$/.exec(path) ?? [];
  if (!what) return undefined;
  return warning(
    what === 'stalled'
      ? l10n.t('Stalled: {0} days in stage (limit {1})', days!, limit!)
      : l10n.t('Idle: no activity for {0} days (limit {1}) and nothing planned', days!, limit!),
  );
}

/** What nobody looks after must not be the palest row. */
function warning(words: string): FileDecoration {
  return new FileDecoration('!', words, new ThemeColor('list.warningForeground'));
}

function address(what: 'stalled' | 'idle', days: number, limit: number): Uri {
  return Uri.from({ scheme: SCHEME, path: `/${what}/${days}/${limit}` });
}
