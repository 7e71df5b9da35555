import { l10n, type Uri } from 'vscode';
import type { DealChange, Opened } from '../core/deal/changeDeal';
import { isOpen, type Deal } from '../core/deal/deal';
import { logActivity } from '../core/deal/logActivity';
import { byUse, readTag } from '../core/deal/typedValues';
import { NO_CURRENCY } from '../core/money';
import { oneLine } from '../core/oneLine';
import { changeDeals } from '../files/changeDeals';
import type { Pipelines } from '../files/pipelines';
import { COMMANDS, type CommandId } from '../ids';
import { askDate, askMoney, askName, askText } from './ask';
import type { Changes } from './changes';
import { targetsOf } from './targets';

/** What is to be done to each deal, and how that is told. */
interface Setting {
  readonly change: (opened: Opened, text: string) => DealChange;
  readonly words: string;
}

/** A command that changes a field, or the notes, of deals. */
interface FieldCommand {
  readonly id: CommandId;
  readonly title: string;
  /** What to ask for where it was called on nothing. */
  readonly question: string;
  readonly suits: (deal: Deal) => boolean;
  /** Called on one deal only, though several are selected: what it asks for is that one's own. */
  readonly isForOne?: boolean;
  /** Asks what is to be known; `undefined` if the person thinks better of it. */
  readonly ask: (deals: Asked) => Promise<Setting | undefined>;
}

/** What the deals are of which is asked. */
interface Asked {
  readonly pipelines: Pipelines;
  readonly title: string;
  readonly uris: readonly Uri[];
  /** Where there is one deal, and it can be read. */
  readonly only: Deal | undefined;
}

const any = () => true;

export async function setField(
  command: FieldCommand,
  pipelines: Pipelines,
  changes: Changes,
  args: readonly unknown[],
): Promise<void> {
  const called = command.isForOne ? args.slice(0, 1) : args;
  const uris = await targetsOf(pipelines, called, command.suits, command.question);
  const [first] = uris;
  if (!first) return;
  const entry = uris.length === 1 ? pipelines.entryAt(first) : undefined;
  const only = entry?.kind === 'deal' ? entry.deal : undefined;
  const title = uris.length === 1 ? command.title : l10n.t('{0}, for {1} Deals', command.title, uris.length);
  const setting = await command.ask({ pipelines, title, uris, only });
  if (!setting) return;
  await changes.make(uris, {
    edit: some => changeDeals(pipelines, some, setting.change),
    wordsOf: () => setting.words,
  });
}

const LOG_ACTIVITY: FieldCommand = {
  id: COMMANDS.logActivity,
  title: l10n.t('Log Activity'),
  question: l10n.t('Log an activity of which deal?'),
  suits: any,
  ask: async ({ pipelines, title }) => {
    const what = await askText(
      {
        title,
        prompt: l10n.t('What happened today?'),
        placeHolder: l10n.t('call: asked for a reference customer'),
      },
      l10n.t('Say what happened, in a line.'),
    );
    if (!what) return undefined;
    const { today } = pipelines;
    return {
      change: (_, text) => ({ body: logActivity(text, today, what) }),
      words: l10n.t('logged “{0}”', what),
    };
  },
};

const SET_NEXT_STEP: FieldCommand = {
  id: COMMANDS.setNextStep,
  title: l10n.t('Set Next Step'),
  question: l10n.t('Set the next step of which deal?'),
  suits: isOpen,
  ask: async ({ pipelines, title, only }) => {
    const step = await askText(
      {
        title,
        prompt: l10n.t('What is to be done next?'),
        placeHolder: l10n.t('Send the revised quote'),
        value: only?.nextStep,
        ifEmpty: l10n.t('Without a next step'),
      },
      '',
    );
    if (step === undefined) return undefined;
    if (!step) {
      return {
        change: () => ({ frontMatter: { clear: ['next_step', 'next_step_on'] } }),
        words: l10n.t('no next step'),
      };
    }
    const on = await askDate(
      { title, prompt: l10n.t('Until when?'), value: only?.nextStepOn, ifEmpty: l10n.t('Without a date') },
      pipelines.today,
    );
    if (on === undefined) return undefined;
    return {
      change: () => ({
        frontMatter: on
          ? { set: { next_step: step, next_step_on: on } }
          : { set: { next_step: step }, clear: ['next_step_on'] },
      }),
      words: on ? l10n.t('next step “{0}”, {1}', step, on) : l10n.t('next step “{0}”', step),
    };
  },
};

const SET_CLOSE_DATE: FieldCommand = {
  id: COMMANDS.setCloseDate,
  title: l10n.t('Set Close Date'),
  question: l10n.t('Set the close date of which deal?'),
  suits: isOpen,
  ask: async ({ pipelines, title, only }) => {
    const on = await askDate(
      {
        title,
        prompt: l10n.t('When is it expected to close?'),
        value: only?.closeDate,
        ifEmpty: l10n.t('Without a close date'),
      },
      pipelines.today,
    );
    if (on === undefined) return undefined;
    return on
      ? { change: () => ({ frontMatter: { set: { close_date: on } } }), words: l10n.t('close date {0}', on) }
      : { change: () => ({ frontMatter: { clear: ['close_date'] } }), words: l10n.t('no close date') };
  },
};

const SET_VALUE: FieldCommand = {
  id: COMMANDS.setValue,
  title: l10n.t('Set Value'),
  question: l10n.t('Set the value of which deal?'),
  suits: any,
  isForOne: true,
  ask: async ({ pipelines, title, uris, only }) => {
    const teams = pipelines.folderOf(uris[0]!)?.pipeline.process.currency;
    const own = only?.value?.currency === NO_CURRENCY ? undefined : only?.value?.currency;
    const now = only?.value && [only.value.amount, own].filter(part => part !== undefined).join(' ');
    const money = await askMoney({ title, prompt: l10n.t('What is it worth?'), value: now }, own ?? teams);
    if (!money) return undefined;
    const { amount, currency } = money;
    return {
      change: ({ data }) => {
        const written = Object.hasOwn(data, 'currency') ? data['currency'] : undefined;
        const isSame = String(written ?? teams).toUpperCase() === currency;
        return { frontMatter: { set: { value: amount, ...(currency && !isSame && { currency }) } } };
      },
      words: [amount, currency ?? own ?? teams].filter(part => part !== undefined).join(' '),
    };
  },
};

const SET_OWNER: FieldCommand = {
  id: COMMANDS.setOwner,
  title: l10n.t('Set Owner'),
  question: l10n.t('Set the owner of which deal?'),
  suits: any,
  ask: async ({ pipelines, title, uris }) => {
    const owners = dealsAround(pipelines, uris).flatMap(({ owner }) => owner ?? []);
    const owner = await askName(
      byUse(owners),
      l10n.t('Somebody else…'),
      { title, prompt: l10n.t('Who looks after it?'), hint: l10n.t('Write a name.') },
      typed => oneLine(typed) || undefined,
    );
    return owner
      ? { change: () => ({ frontMatter: { set: { owner } } }), words: l10n.t('owner {0}', owner) }
      : undefined;
  },
};

const ADD_TAG: FieldCommand = {
  id: COMMANDS.addTag,
  title: l10n.t('Add Tag'),
  question: l10n.t('Add a tag to which deal?'),
  suits: any,
  ask: async ({ pipelines, title, uris, only }) => {
    const tags = byUse(dealsAround(pipelines, uris).flatMap(deal => deal.tags));
    const tag = await askName(
      tags.filter(one => !only?.tags.includes(one)),
      l10n.t('Another tag…'),
      { title, prompt: l10n.t('Which tag?'), hint: l10n.t('One tag, without a comma.') },
      readTag,
    );
    return tag
      ? { change: opened => ({ frontMatter: withTag(opened, tag) }), words: l10n.t('tag {0}', tag) }
      : undefined;
  },
};

export const FIELD_COMMANDS: readonly FieldCommand[] = [
  LOG_ACTIVITY,
  SET_NEXT_STEP,
  SET_CLOSE_DATE,
  SET_VALUE,
  SET_OWNER,
  ADD_TAG,
];

/** A deal that has the tag already stays as it is; one text with commas gets one more. */
function withTag({ deal, data }: Opened, tag: string): NonNullable<DealChange['frontMatter']> {
  if (deal.tags.some(one => one.toLowerCase() === tag.toLowerCase())) return {};
  const written = Object.hasOwn(data, 'tags') ? data['tags'] : undefined;
  const isText = typeof written !== 'object' && written !== undefined;
  return isText && deal.tags.length
    ? { set: { tags: [...deal.tags, tag].join(', ') } }
    : { append: { tags: tag } };
}

/** The deals of the pipeline that the first of these is in. */
function dealsAround(pipelines: Pipelines, uris: readonly Uri[]): readonly Deal[] {
  return [...(pipelines.folderOf(uris[0]!)?.pipeline.deals() ?? [])];
}
