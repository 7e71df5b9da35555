import { env, l10n } from 'vscode';
import { changeOfNextStep, type NextStep } from '../actions/activities';
import type { CalendarDate } from '../core/calendar';
import { isOpen } from '../core/deal/deal';
import { readLogged, type Logged } from '../core/loggedDay';
import { logActivity } from '../core/notes/logActivity';
import { plainText } from '../core/escape';
import { oneLine } from '../core/oneLine';
import { dayInWords } from '../core/peopleDates';
import { COMMANDS } from '../ids';
import { ask, askDate, askText } from './ask';
import { anyDeal, type MeantDeals, type FieldCommand } from './fieldCommand';

export const LOG_ACTIVITY: FieldCommand = {
  id: COMMANDS.logActivity,
  title: l10n.t('Log Activity'),
  question: l10n.t('Log an activity for which deal?'),
  suits: anyDeal,
  ask: async ({ pipelines, title }) => {
    const { today } = pipelines;
    const logged = await askWhatHappened(title, today);
    if (!logged) return undefined;
    const { on, what } = logged;
    return {
      change: (_, text) => ({ body: logActivity(text, on, what) }),
      words:
        on === today
          ? l10n.t('logged “{0}”', what)
          : l10n.t('logged for {0}: “{1}”', dayInWords(on, today, env.language), what),
    };
  },
};

export const SET_NEXT_STEP: FieldCommand = {
  id: COMMANDS.setNextStep,
  title: l10n.t('Set Next Step'),
  question: l10n.t('Set the next step of which deal?'),
  suits: isOpen,
  ask: async asked => {
    const next = await askNextStep(asked, asked.only?.nextStep, asked.only?.nextStepOn);
    if (!next) return undefined;
    return {
      change: () => ({ frontMatter: changeOfNextStep(next) }),
      words: inWords(next, asked.pipelines.today),
    };
  },
};

export const COMPLETE_NEXT_STEP: FieldCommand = {
  id: COMMANDS.completeNextStep,
  title: l10n.t('Complete Next Step'),
  question: l10n.t('Complete the next step of which deal?'),
  suits: isOpen,
  isForOne: true,
  ask: async asked => {
    const { today } = asked.pipelines;
    const done = await askWhatHappened(asked.title, today, asked.only?.nextStep);
    if (!done) return undefined;
    const next = await askNextStep(asked);
    if (!next) return undefined;
    const { on, what } = done;
    return {
      change: (_, text) => ({ frontMatter: changeOfNextStep(next), body: logActivity(text, on, what) }),
      words: l10n.t('completed “{0}”; {1}', plainText(what, 60), inWords(next, today)),
    };
  },
};

/** @param step that is done: a day in it is no day on which it was done */
async function askWhatHappened(
  title: string,
  today: CalendarDate,
  step?: string,
): Promise<Logged | undefined> {
  const logged = await ask<Logged>({
    title,
    prompt: l10n.t('What happened? If it wasn’t today, start with the day, such as “yesterday:”.'),
    placeHolder: l10n.t('call: asked for a reference customer'),
    value: step,
    hint: l10n.t('Describe what happened in one line.'),
    read: typed =>
      typed === step ? { on: today, what: oneLine(typed) } : readLogged(typed, today, env.language),
    told: ({ on, what }) =>
      on === today ? undefined : l10n.t('Logged for {0}: {1}', dayInWords(on, today, env.language), what),
  });
  return logged || undefined;
}

/** What, and until when; without it, both keys go. */
async function askNextStep(
  { pipelines: { today }, title }: MeantDeals,
  now?: string,
  nowOn?: CalendarDate,
): Promise<NextStep | undefined> {
  const step = await askText(
    {
      title,
      prompt: l10n.t('What’s the next step?'),
      placeHolder: l10n.t('Send the revised quote'),
      value: now,
      ifEmpty: l10n.t('No next step'),
    },
    '',
  );
  if (!step) return step === undefined ? undefined : { step };
  const on = await askDate(
    { title, prompt: l10n.t('By when?'), value: nowOn, ifEmpty: l10n.t('No date') },
    today,
  );
  return on === undefined ? undefined : { step, on: on || undefined };
}

function inWords({ step, on }: NextStep, today: CalendarDate): string {
  if (!step) return l10n.t('no next step');
  const shown = plainText(step, 60);
  return on
    ? l10n.t('next step “{0}”, {1}', shown, dayInWords(on, today, env.language))
    : l10n.t('next step “{0}”', shown);
}
