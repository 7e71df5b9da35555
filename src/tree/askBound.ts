import { env, InputBoxValidationSeverity, l10n, window } from 'vscode';
import type { CalendarDate } from '../core/calendar';
import { readMoney } from '../core/deal/saidMoney';
import { describeDate, readDate } from '../core/peopleDates';

/** An amount, in whatever currency; `undefined` if the person thinks better of it. */
export function askAmount(title: string, typed: string): Promise<number | undefined> {
  return askBound({
    title,
    value: typed,
    hint: l10n.t('Enter an amount, such as “48k” or “48,000”.'),
    read: text => {
      const money = readMoney(text);
      return money?.currency === undefined && !money?.mayBe && !money?.period ? money?.amount : undefined;
    },
    told: amount => amount.toLocaleString(env.language, { maximumFractionDigits: 10 }),
  });
}

/** A day, as people say it. */
export function askDay(title: string, typed: string, today: CalendarDate): Promise<CalendarDate | undefined> {
  return askBound({
    title,
    value: typed,
    hint: l10n.t('Enter a day, such as “2026-01-01”, “yesterday” or “31.12.”.'),
    read: text => readDate(text, today, env.language),
    told: date => describeDate(date, today, env.language),
  });
}

interface Bound<T> {
  readonly title: string;
  readonly value: string;
  readonly hint: string;
  readonly read: (typed: string) => T | undefined;
  /** How it was understood. */
  readonly told: (value: T) => string;
}

async function askBound<T>({ title, value, hint, read, told }: Bound<T>): Promise<T | undefined> {
  const typed = await window.showInputBox({
    title,
    value,
    prompt: hint,
    ignoreFocusOut: true,
    validateInput: text => {
      const understood = read(text);
      if (understood === undefined) return hint;
      return { message: told(understood), severity: InputBoxValidationSeverity.Info };
    },
  });
  return typed === undefined ? undefined : read(typed);
}
