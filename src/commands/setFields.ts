import { env, l10n, type Uri } from 'vscode';
import { valueIn } from '../actions/fieldValue';
import type { CalendarDate } from '../core/calendar';
import type { DealChange, Opened } from '../core/deal/changeDeal';
import { isOpen, type Deal } from '../core/deal/deal';
import { namesIn } from '../core/deal/names';
import { byUse, readTag } from '../core/deal/typedValues';
import { textsIn } from '../core/frontMatter/edit/setTexts';
import { NO_CURRENCY } from '../core/money';
import { dayInWords } from '../core/peopleDates';
import type { Pipelines } from '../files/pipelines';
import { COMMANDS } from '../ids';
import { CHECK_CRITERIA, INSERT_CHECKLIST } from './criteria';
import { COMPLETE_NEXT_STEP, LOG_ACTIVITY, SET_NEXT_STEP } from './activities';
import { askDate, askMoney, moneyInWords } from './ask';
import { askName } from './askName';
import { anyDeal, type FieldCommand } from './fieldCommand';

export const SET_CLOSE_DATE = dayCommand({
  id: COMMANDS.setCloseDate,
  title: l10n.t('Set Close Date'),
  question: l10n.t('Set the close date of which deal?'),
  prompt: l10n.t('When do you expect it to close?'),
  ifEmpty: l10n.t('No close date'),
  key: 'close_date',
  dayOf: ({ closeDate }) => closeDate,
  told: day => (day ? l10n.t('close date {0}', day) : l10n.t('no close date')),
});

/** Out of sight until a day: not stalled, not idle, nowhere on the agenda. */
export const HOLD_UNTIL = dayCommand({
  id: COMMANDS.holdUntil,
  title: l10n.t('Hold Until'),
  question: l10n.t('Hold which deal?'),
  prompt: l10n.t('Until when is nothing to be done?'),
  ifEmpty: l10n.t('Not on hold'),
  key: 'on_hold_until',
  dayOf: ({ onHoldUntil }) => onHoldUntil,
  told: day => (day ? l10n.t('on hold until {0}', day) : l10n.t('not on hold')),
});

export const SET_VALUE: FieldCommand = {
  id: COMMANDS.setValue,
  title: l10n.t('Set Value'),
  question: l10n.t('Set the value of which deal?'),
  suits: anyDeal,
  isForOne: true,
  ask: async ({ pipelines, title, uris, only }) => {
    const { currency: teams, rates } = pipelines.folderOf(uris[0]!)?.pipeline.process ?? {};
    const there = only?.valueEach ?? only?.value;
    const own = there?.currency === NO_CURRENCY ? undefined : there?.currency;
    const period = only?.valuePeriod;
    const now =
      there &&
      `${[there.amount, own].filter(part => part !== undefined).join(' ')}${period ? `/${period}` : ''}`;
    const question = {
      ...{ title, prompt: l10n.t('What’s it worth?'), value: now },
      ifEmpty: l10n.t('No value'),
    };
    const money = await askMoney(question, own ?? teams, rates, period);
    if (money === undefined) return undefined;
    if (!money)
      return {
        change: () => ({ frontMatter: { clear: ['value', 'value_period', 'term'] } }),
        words: l10n.t('no value'),
      };
    return {
      change: (opened, _, process) => ({ frontMatter: valueIn(opened, money, process) }),
      words: l10n.t(
        'value {0}',
        moneyInWords(money.amount, money.currency ?? own ?? teams, money.period ?? period),
      ),
    };
  },
};

export const SET_OWNER = nameCommand({
  id: COMMANDS.setOwner,
  title: l10n.t('Set Owner'),
  question: l10n.t('Set the owner of which deal?'),
  prompt: l10n.t('Who owns it?'),
  other: l10n.t('Someone else…'),
  current: l10n.t('current owner'),
  key: 'owner',
  told: owner => l10n.t('owner {0}', owner),
});

export const SET_ACCOUNT = nameCommand({
  id: COMMANDS.setAccount,
  title: l10n.t('Set Account'),
  question: l10n.t('Set the account of which deal?'),
  prompt: l10n.t('Which account is it with?'),
  other: l10n.t('Another account…'),
  current: l10n.t('current account'),
  key: 'account',
  told: account => l10n.t('account {0}', account),
});

export const SET_SOURCE = nameCommand({
  id: COMMANDS.setSource,
  title: l10n.t('Set Source'),
  question: l10n.t('Set the source of which deal?'),
  prompt: l10n.t('Where did it come from?'),
  other: l10n.t('Another source…'),
  current: l10n.t('current source'),
  key: 'source',
  told: source => l10n.t('source {0}', source),
});

export const ADD_TAG: FieldCommand = {
  id: COMMANDS.addTag,
  title: l10n.t('Add Tag'),
  question: l10n.t('Add a tag to which deal?'),
  suits: anyDeal,
  ask: async ({ pipelines, title, uris, only }) => {
    const tags = byUse(dealsAround(pipelines, uris).flatMap(deal => deal.tags));
    const tag = await askName(
      tags.filter(one => !only?.tags.includes(one)),
      {
        title,
        prompt: l10n.t('Which tag?'),
        hint: l10n.t('Enter one tag, without commas.'),
        other: l10n.t('Another tag…'),
        read: readTag,
      },
    );
    return tag
      ? { change: opened => ({ frontMatter: withTag(opened, tag) }), words: l10n.t('tag {0}', tag) }
      : undefined;
  },
};

export const FIELD_COMMANDS: readonly FieldCommand[] = [
  COMPLETE_NEXT_STEP,
  LOG_ACTIVITY,
  SET_NEXT_STEP,
  SET_CLOSE_DATE,
  HOLD_UNTIL,
  SET_VALUE,
  SET_OWNER,
  SET_ACCOUNT,
  SET_SOURCE,
  ADD_TAG,
  CHECK_CRITERIA,
  INSERT_CHECKLIST,
];

/** A command that sets a day of open deals, or takes it away where the answer is empty. */
interface DayCommand extends Pick<FieldCommand, 'id' | 'title' | 'question'> {
  readonly prompt: string;
  /** What an empty answer means. */
  readonly ifEmpty: string;
  /** Of the front matter. */
  readonly key: string;
  readonly dayOf: (deal: Deal) => CalendarDate | undefined;
  /** What was done, with the day in words, or with none where it was taken away. */
  readonly told: (day: string | undefined) => string;
}

function dayCommand({ prompt, ifEmpty, key, dayOf, told, ...command }: DayCommand): FieldCommand {
  return {
    ...command,
    suits: isOpen,
    ask: async ({ pipelines, title, only }) => {
      const on = await askDate({ title, prompt, value: only && dayOf(only), ifEmpty }, pipelines.today);
      if (on === undefined) return undefined;
      return on
        ? {
            change: () => ({ frontMatter: { set: { [key]: on } } }),
            words: told(dayInWords(on, pipelines.today, env.language)),
          }
        : { change: () => ({ frontMatter: { clear: [key] } }), words: told(undefined) };
    },
  };
}

/** A command that sets a name: one that other deals have, or a new one. */
interface NameCommand extends Pick<FieldCommand, 'id' | 'title' | 'question'> {
  readonly prompt: string;
  /** The row for a name that no other deal has. */
  readonly other: string;
  /** What is said of the name that the deal has now. */
  readonly current: string;
  readonly key: 'owner' | 'account' | 'source';
  readonly told: (name: string) => string;
}

function nameCommand({ prompt, other, current, key, told, ...command }: NameCommand): FieldCommand {
  return {
    ...command,
    suits: anyDeal,
    ask: async ({ pipelines, title, uris, only }) => {
      const now = only?.[key];
      const name = await askName(byUse(dealsAround(pipelines, uris).flatMap(deal => namesIn(deal, key))), {
        ...{ title, prompt, other },
        hint: l10n.t('Enter a name.'),
        current: now ? { name: now, note: current } : undefined,
      });
      return name
        ? { change: () => ({ frontMatter: { set: { [key]: name } } }), words: told(name) }
        : undefined;
    },
  };
}

/** A deal that has the tag already stays as it is; one text with commas gets one more. */
function withTag({ deal, data }: Opened, tag: string): NonNullable<DealChange['frontMatter']> {
  if (deal.tags.some(one => one.toLowerCase() === tag.toLowerCase())) return {};
  const written = Object.hasOwn(data, 'tags') ? data['tags'] : undefined;
  const isText = typeof written !== 'object' && written !== undefined;
  return isText && deal.tags.length
    ? { set: { tags: [...textsIn(written), tag].join(', ') } }
    : { append: { tags: tag } };
}

/** The deals of the pipeline that the first of these is in. */
export function dealsAround(pipelines: Pipelines, uris: readonly Uri[]): readonly Deal[] {
  return [...(pipelines.folderOf(uris[0]!)?.pipeline.deals() ?? [])];
}
