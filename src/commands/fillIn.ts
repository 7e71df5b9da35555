import { l10n, window } from 'vscode';
import { byUse, numberOrText } from '../core/deal/typedValues';
import type { FieldValue } from '../core/frontMatter/edit/scalar';
import { namesIn } from '../core/deal/names';
import { plainText } from '../core/escape';
import { isField, rowOf, type FieldOf } from '../core/fields/table';
import { PERIODS } from '../core/recurring';
import { FORECASTS } from '../core/process/process';
import { SET_NEXT_STEP } from './activities';
import { askDate, askPercent, askText } from './ask';
import { askName } from './askName';
import type { MeantDeals, Setting } from './fieldCommand';
import {
  ADD_TAG,
  dealsAround,
  SET_ACCOUNT,
  SET_CLOSE_DATE,
  SET_OWNER,
  SET_SOURCE,
  SET_VALUE,
} from './setFields';

type Ask = (asked: MeantDeals) => Promise<Setting | undefined>;

/** Asks for a field, in the way in which it is asked for elsewhere; a team's own is a text, a number or a date. */
export function askForField(key: string, asked: MeantDeals): Promise<Setting | undefined> {
  return askerOf(key)(asked);
}

function askerOf(key: string): Ask {
  if (Object.hasOwn(ASKERS, key)) return ASKERS[key]!;
  const kind = isField(key) ? rowOf(key).kind : undefined;
  if (kind === 'name') return name(key as FieldOf<'name'>);
  return kind === 'day' || kind === 'pastDay' || /_(?:on|date)$/.test(key) ? date(key) : text(key);
}

/** A key as people say it: `close date`. */
export function fieldName(key: string): string {
  return plainText(key.replace(/[_-]+/g, ' '), 60);
}

const setting = (key: string, value: FieldValue): Setting => ({
  change: () => ({ frontMatter: { set: { [key]: value } } }),
  words: '',
});

const prompt = (key: string) => l10n.t('What is the {0}?', fieldName(key));

function text(key: string): Ask {
  return async ({ title }) => {
    const typed = await askText({ title, prompt: prompt(key) }, l10n.t('Enter a word or two.'));
    return typed ? setting(key, numberOrText(typed)) : undefined;
  };
}

function date(key: string): Ask {
  return async ({ title, pipelines }) => {
    const on = await askDate({ title, prompt: prompt(key) }, pipelines.today);
    return on ? setting(key, on) : undefined;
  };
}

/** One of those that other deals have, or another. */
function name(key: FieldOf<'name'>): Ask {
  return async ({ title, pipelines, uris }) => {
    const names = dealsAround(pipelines, uris).flatMap(deal => namesIn(deal, key));
    const chosen = await askName(byUse(names), {
      title,
      prompt: prompt(key),
      hint: l10n.t('Enter a name.'),
      other: l10n.t('Another…'),
    });
    return chosen ? setting(key, chosen) : undefined;
  };
}

const ASKERS: Readonly<Record<string, Ask>> = {
  close_date: SET_CLOSE_DATE.ask,
  value: SET_VALUE.ask,
  currency: SET_VALUE.ask,
  value_period: async ({ title }) => {
    const period = await window.showQuickPick(PERIODS, { title, placeHolder: prompt('value period') });
    return period ? setting('value_period', period) : undefined;
  },
  owner: SET_OWNER.ask,
  account: SET_ACCOUNT.ask,
  source: SET_SOURCE.ask,
  tags: ADD_TAG.ask,
  next_step: SET_NEXT_STEP.ask,
  next_step_on: SET_NEXT_STEP.ask,
  probability: async ({ title }) => {
    const percent = await askPercent({ title, prompt: l10n.t('How likely is a win (%)?') });
    return typeof percent === 'number' ? setting('probability', percent) : undefined;
  },
  forecast: async ({ title }) => {
    const items = FORECASTS.map(forecast => ({ label: fieldName(forecast), forecast }));
    const picked = await window.showQuickPick(items, { title, placeHolder: prompt('forecast') });
    return picked && setting('forecast', picked.forecast);
  },
  contacts: async ({ title }) => {
    const person = await askText(
      { title, prompt: l10n.t('Who’s the contact on their side?'), placeHolder: l10n.t('R. Lee') },
      l10n.t('Enter a name.'),
    );
    if (!person) return undefined;
    return { change: () => ({ frontMatter: { append: { contacts: { name: person } } } }), words: '' };
  },
};
