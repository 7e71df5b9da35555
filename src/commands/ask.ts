import { env, InputBoxValidationSeverity, l10n, window, type InputBoxValidationMessage } from 'vscode';
import type { CalendarDate } from '../core/calendar';
import type { Codes } from '../core/currencies';
import { readMoney, type TypedMoney } from '../core/deal/saidMoney';
import { readPercent } from '../core/deal/typedValues';
import { plainText, withoutIcons } from '../core/escape';
import { oneLine } from '../core/oneLine';
import { describeDate, readPlan } from '../core/peopleDates';
import type { Period } from '../core/recurring';
import type { Stage } from '../core/process/process';
import type { StageId } from '../core/process/stages';
import { pickFrom } from '../files/editor/pickFrom';

/** A question, and what it means to answer with nothing, if that may be. */
export interface Question {
  readonly title: string;
  readonly prompt: string;
  readonly placeHolder?: string;
  readonly value?: string | undefined;
  readonly ifEmpty?: string;
}

interface Input<T> extends Question {
  /** What was typed; `undefined` where it means nothing. */
  readonly read: (typed: string) => T | undefined;
  /** How it was understood, where that needs to be said. */
  readonly told?: (value: T) => string | undefined;
  readonly hint: string;
}

/** What was typed, as it was shown to be understood; `''` for nothing, `undefined` if the person thinks better of it. */
export async function ask<T>({
  read,
  told,
  hint,
  ifEmpty,
  value = '',
  ...question
}: Input<T>): Promise<T | '' | undefined> {
  const info = (message: string): InputBoxValidationMessage => ({
    message,
    severity: InputBoxValidationSeverity.Info,
  });
  const typed = await window.showInputBox({
    ...question,
    value,
    ignoreFocusOut: true,
    validateInput: text => {
      if (!text.trim()) return ifEmpty === undefined ? hint : info(ifEmpty);
      const understood = read(text);
      if (understood === undefined) return hint;
      const said = told?.(understood);
      return said && info(said);
    },
  });
  if (typed === undefined) return undefined;
  if (!typed.trim()) return ifEmpty === undefined ? undefined : '';
  return read(typed);
}

/** One line of text. */
export function askText(question: Question, hint: string): Promise<string | undefined> {
  return ask({ ...question, hint, read: typed => oneLine(typed) || undefined });
}

export function askDate(question: Question, today: CalendarDate): Promise<CalendarDate | '' | undefined> {
  return ask({
    placeHolder: l10n.t('next friday, in 2 weeks, 31.12., end of month, 2026-12-18'),
    ...question,
    hint: l10n.t('Enter a day, such as “next friday”, “in 2 weeks” or “2026-12-18”.'),
    read: typed => readPlan(typed, today, env.language),
    told: date => describeDate(date, today, env.language),
  });
}

interface MoneyQuestion extends Question {
  /** Nothing but what is typed can say the currency then. */
  readonly isOfNewDeal?: boolean;
}

/** Percent, 0 to 100. */
export async function askPercent(question: Question): Promise<number | '' | undefined> {
  return ask({
    placeHolder: '60',
    ...question,
    hint: l10n.t('Enter a number from 0 to 100, such as 40 for 40 %.'),
    read: readPercent,
  });
}

/**
 * An amount; and in which currency, where the sign that was typed is that of several.
 *
 * @param currency of the deal or its team: what is taken where none is typed, and what a shared sign means if it may
 * @param rates of the other currencies that the team has money in
 * @param now the period in which the value recurs already, which stays where none is typed
 */
export async function askMoney(
  { isOfNewDeal = false, ...question }: MoneyQuestion,
  currency: string | undefined,
  rates: Codes | undefined,
  now?: Period,
): Promise<TypedMoney | '' | undefined> {
  const money = await ask<TypedMoney>({
    placeHolder: l10n.t('48k, 48 000 EUR, €48,000, 1.5m, 500/month'),
    ...question,
    hint: l10n.t('Enter an amount, such as “48k”, “48 000 EUR” or “500/month”.'),
    read: typed => readMoney(typed, currency, rates),
    told: ({ amount, currency: named, mayBe, period = now }) => {
      const money = moneyInWords(amount, mayBe ? undefined : (named ?? currency), period);
      if (mayBe) return l10n.t('{0}, in a currency that you choose next', money);
      const isUnnamed = isOfNewDeal && !named && !currency;
      return isUnnamed ? l10n.t('{0}, without a currency: type it too, as in “48k EUR”', money) : money;
    },
  });
  if (!money || !money.mayBe) return money;
  const chosen = await askCurrency(question.title, money.mayBe);
  const { amount, period } = money;
  return chosen && { amount, currency: chosen, ...(period && { period }) };
}

async function askCurrency(title: string, codes: readonly string[]): Promise<string | undefined> {
  const names = new Intl.DisplayNames(env.language, { type: 'currency' });
  const items = codes.map(code => ({ label: code, description: names.of(code) ?? '' }));
  const placeHolder = l10n.t('In which currency?');
  return (await window.showQuickPick(items, { title, placeHolder, matchOnDescription: true }))?.label;
}

/** `48,500 EUR`, `500 EUR/month`, in the person's own way to write numbers. */
export function moneyInWords(amount: number, currency: string | undefined, period?: Period): string {
  const number = new Intl.NumberFormat(env.language, { maximumFractionDigits: 10 }).format(amount);
  return `${[number, currency].filter(Boolean).join(' ')}${period ? `/${period}` : ''}`;
}

/**
 * One of the seven stages.
 *
 * @param current the stage in which all deals that are asked about are now, if there is one: the next one is active at
 *   first, since Enter must not throw them back
 */
export async function askStage(
  stages: readonly Stage[],
  title: string,
  placeHolder: string,
  current?: StageId,
): Promise<StageId | undefined> {
  const items = stages.map((stage, index) => ({
    label: `${index + 1}  ${withoutIcons(plainText(stage.label, 60))}`,
    description: stage.id === current ? l10n.t('current stage') : '',
    detail: withoutIcons(plainText(stage.purpose)),
    stage: stage.id,
  }));
  const next = items[items.findIndex(({ stage }) => stage === current) + 1] ?? items.at(-1);
  const { picked } = await pickFrom({ items, title, placeHolder, matchOnDetail: true, active: next });
  return picked?.stage;
}
