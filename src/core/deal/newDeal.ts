import { withoutMark } from '../byteOrderMark';
import type { CalendarDate } from '../calendar';
import { ownName, standardName } from '../frontMatter/keyNames';
import type { FieldNames } from '../process/fieldNames';
import type { Period } from '../recurring';
import type { StageId } from '../process/stages';
import type { Process } from '../process/process';
import type { DealChange, Opened } from './changeDeal';
import { pasteKey, type CopiedKey } from '../frontMatter/edit/copyKey';
import type { Field } from '../fields/table';
import type { ListItem, MapItem } from '../frontMatter/edit/change';
import { renderKey, type FieldValue } from '../frontMatter/edit/scalar';
import { cutFrontMatter } from '../frontMatter/cut';
import { refuse, type Refusal } from '../refusal';
import type { Says } from '../says';
import { say } from './say';

/** What a person says of a new deal. */
export interface NewDeal {
  readonly title: string;
  readonly stage: StageId;
  readonly today: CalendarDate;
  readonly account?: string | undefined;
  readonly owner?: string | undefined;
  readonly amount?: number | undefined;
  /** In which the amount recurs, where it does. */
  readonly period?: Period | undefined;
  /** Where the person named one; else the team's is written only where the template asks for it. */
  readonly currency?: string | undefined;
  /** What the person said besides, by the standard names of the keys. */
  readonly fields?: Readonly<Record<string, FieldValue>> | undefined;
  /** The day it began, if not today; `null` if unknown. */
  readonly created?: CalendarDate | null | undefined;
  /** Where it has been elsewhere before: what its history tells of that, which may be nothing. */
  readonly history?: readonly MapItem[] | undefined;
  readonly contacts?: readonly MapItem[] | undefined;
  /** The texts of its lists: tags and checks. */
  readonly texts?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Lists of the team's own. */
  readonly lists?: Readonly<Record<string, readonly ListItem[]>> | undefined;
  /** Markdown for the place where a person goes on writing. */
  readonly notes?: string | undefined;
  /** Where it is repeat business: what it takes over from the deal before. */
  readonly earlier?: Earlier | undefined;
}

/** A deal that a new one follows, and what the two have in common. */
export interface Earlier {
  /** The way to it from the new one: `[Acme, scanners](closed/acme.md)`. */
  readonly link: string;
  readonly source: string | undefined;
  /** The key `contacts`, whatever is kept of each. */
  readonly contacts: CopiedKey | undefined;
}

/** A text that has the stage already, and is completed by a change of it, as every deal is changed. */
export interface Draft {
  readonly ok: true;
  readonly text: string;
  readonly change: (opened: Opened) => DealChange;
  /** What the person should know. */
  readonly warnings: readonly Says[];
}

export const TEMPLATE_FILE = '_template.md';

/**
 * Its empty lines part groups of keys, and so all that are added are parted.
 *
 * @param notes where it's known what they are, no place is kept free for a person to write them
 */
function defaultTemplate(names: FieldNames, isBegun: boolean, notes: string | undefined): string {
  const key = (field: Field, value: string) => `${renderKey(ownName(names, field))}: ${value}`;
  const keys = [key('title', '{{title}}'), key('stage', '{{stage}}')];
  if (isBegun) keys.push(key('created', '{{today}}'));
  return `---\n${keys.join('\n\n')}\n---\n\n${notes === undefined ? '\n\n' : ''}## Log\n`;
}

/**
 * The text of a new deal, from the team's template if there is one. A placeholder such as `{{title}}` in the body is
 * replaced as it is. In the front matter it may stand in the value of a key, whose value is then written as any other
 * is, quoted where it must be; and those that are plain words of ours may stand anywhere in it.
 */
export function draftDeal(deal: NewDeal, process: Process, own?: string): Draft | Refusal {
  const template = own ?? defaultTemplate(process.fields, deal.created !== null, deal.notes);
  const cut = cutFrontMatter(template);
  if (cut.kind === 'refused')
    return refuse(say('templateUnusable', { template: TEMPLATE_FILE, why: cut.problem.says }));
  const whole = cut.kind === 'none' ? `---\n---\n\n${withoutMark(template)}` : template;
  const { start, end, bodyStart } = cut.kind === 'none' ? EMPTY : cut.frontMatter;
  const values = valuesOf(deal, process.currency);
  const head = fillHead(whole.slice(start, end), deal.stage, values, process.fields);
  if (!head.ok) return head;
  const newline = whole[start - 2] === '\r' ? '\r\n' : '\n';
  const stage = `${renderKey(ownName(process.fields, 'stage'))}: ${deal.stage}${newline}`;
  const yaml = head.hasStage ? head.yaml : withStage(head.yaml, stage, process.fields);
  const filled = whole
    .slice(bodyStart)
    .replace(PLACEHOLDER, (all, name: string) => String(values.get(name) ?? all));
  const { earlier } = deal;
  const body = earlier ? withLink(filled, `Follows ${earlier.link}.`, newline) : filled;
  const text = whole.slice(0, start) + yaml + whole.slice(end, bodyStart) + body;
  const contacts = earlier?.contacts;
  const withContacts = contacts && pasteKey(text, contacts, process.fields);
  return {
    ok: true,
    text: withNotes(withContacts ?? text, deal.notes, newline),
    warnings: contacts && withContacts === undefined ? [say('contactsNotCopied')] : [],
    change: ({ data }) => {
      const given: Record<string, FieldValue | undefined> = {
        ...{ title: deal.title, account: deal.account, value: deal.amount },
        ...(earlier && { source: earlier.source }),
        // An owner that the template names is the team's wish, unless the person says otherwise.
        ...((earlier || !data['owner']) && { owner: deal.owner }),
        currency: deal.amount === undefined && !earlier ? undefined : deal.currency,
        value_period: deal.period,
        created: deal.today,
        ...head.set,
        ...(deal.created !== undefined && { created: deal.created ?? undefined }),
        ...deal.fields,
      };
      const set = Object.entries(given).filter(
        (entry): entry is [string, FieldValue] => entry[1] !== undefined,
      );
      // A value from elsewhere that names no currency is in the team's, and not in one of the template's own.
      const isBare =
        deal.fields?.['value'] !== undefined &&
        !set.some(([key]) => key === 'currency') &&
        Boolean(data['currency']);
      const { history } = data;
      const isFirst = !Array.isArray(history) || history.length === 0;
      const lines = deal.history ?? (process.writesHistory ? [{ on: deal.today, stage: deal.stage }] : []);
      return {
        frontMatter: {
          set: Object.fromEntries(set),
          ...(isBare && { clear: ['currency'] }),
          append: {
            ...(isFirst && lines.length && { history: lines }),
            ...(deal.contacts?.length && { contacts: deal.contacts }),
            ...deal.lists,
          },
          ...(deal.texts && { texts: deal.texts }),
        },
      };
    },
  };
}

/** Whether a template has a placeholder. */
export function asksFor(template: string, placeholder: string): boolean {
  return [...template.matchAll(PLACEHOLDER)].some(([, name]) => name === placeholder);
}

const EMPTY = { start: 4, end: 4, bodyStart: 8 };
const PLACEHOLDER = /\{\{ ?(title|account|value|currency|stage|today|owner) ?\}\}/g;
/** These are words of ours or of ISO's: they mean themselves wherever YAML has a text. */
const PLAIN: ReadonlySet<string> = new Set(['stage', 'today', 'currency']);

function valuesOf(deal: NewDeal, currency = ''): ReadonlyMap<string, string | number> {
  return new Map<string, string | number>([
    ['title', deal.title],
    ['account', deal.account ?? ''],
    ['owner', deal.owner ?? ''],
    ['value', deal.amount ?? ''],
    ['currency', deal.currency ?? currency],
    ['stage', deal.stage],
    ['today', deal.today],
  ]);
}

interface NewDealHead {
  readonly ok: true;
  readonly yaml: string;
  readonly hasStage: boolean;
  /** The values that placeholders stood in, by the standard names of their keys. */
  readonly set: Readonly<Record<string, string | number | undefined>>;
}

/** Line by line, since a text with placeholders is not yet YAML. */
function fillHead(
  yaml: string,
  stage: StageId,
  values: ReadonlyMap<string, string | number>,
  names: FieldNames,
): NewDealHead | Refusal {
  const set: Record<string, string | number | undefined> = {};
  let hasStage = false;
  const lines: string[] = [];
  for (const line of yaml.split('\n')) {
    const [, before, key, value, after] =
      /^(([\p{L}_][\p{L}\p{N}_ -]*):)[ \t]*(.*?)([ \t]+#.*\r?|[ \t]*\r?)$/u.exec(line) ?? [];
    const field = key && standardName(names, key);
    if (field === 'stage') {
      hasStage = true;
      lines.push(`${before} ${stage}${after}`);
    } else if (key && value && value.search(PLACEHOLDER) >= 0 && !/^(?:\[|\{(?!\{))/.test(value)) {
      if (!field) {
        return refuse(say('templateOwnName', { template: TEMPLATE_FILE, key, own: ownName(names, key) }));
      }
      set[field] = fill(value, values);
      lines.push(`${before}${after}`);
    } else {
      const isComment = /^[ \t]*#/.test(line);
      const filled = isComment
        ? line
        : line.replace(PLACEHOLDER, (all, name: string) =>
            PLAIN.has(name) ? String(values.get(name)) : all,
          );
      const [left] = isComment ? [] : (filled.match(PLACEHOLDER) ?? []);
      if (left) {
        return refuse(say('templatePlaceholder', { template: TEMPLATE_FILE, placeholder: left }));
      }
      lines.push(filled);
    }
  }
  return { ok: true, yaml: lines.join('\n'), hasStage, set };
}

/** Behind the keys that people write before it. */
function withStage(yaml: string, line: string, names: FieldNames): string {
  const keys = ['title', 'account', 'owner'].map(key => ownName(names, key)).join('|');
  const before = [...yaml.matchAll(new RegExp(`^(?:${keys}):[^\\n]*\\n`, 'gm'))].at(-1);
  const at = before ? before.index + before[0].length : 0;
  return yaml.slice(0, at) + line + yaml.slice(at);
}

/** A number stays one where it is all of the value; a value that comes out empty is left out. */
function fill(written: string, values: ReadonlyMap<string, string | number>): string | number | undefined {
  const [, quoted] = /^(["'])(.*)\1$/.exec(written) ?? [];
  const text = quoted ? written.slice(1, -1) : written;
  const [only] = text.match(PLACEHOLDER) ?? [];
  const value = only === text ? values.get(only.replace(/[{} ]/g, '')) : undefined;
  if (typeof value === 'number') return value;
  return text.replace(PLACEHOLDER, (_, name: string) => String(values.get(name))).trim() || undefined;
}

/** Below the heading that the notes begin with, else above all of them. */
function withLink(body: string, line: string, newline: string): string {
  const [heading = ''] = /^(?:[ \t]*\r?\n)*# [^\n]*(?:\n|$)/.exec(body) ?? [];
  const rest = body.slice(heading.length);
  const end = heading && !heading.endsWith('\n') ? newline : '';
  const gap = /^\r?\n/.test(rest) || !rest ? '' : newline;
  return `${heading}${end}${newline}${line}${newline}${gap}${rest}`;
}

/** A text with notes in the place where a person goes on writing. */
export function withNotes(text: string, notes: string | undefined, newline: string): string {
  if (!notes) return text;
  const cut = cutFrontMatter(text);
  const from = cut.kind === 'found' ? cut.frontMatter.bodyStart : 0;
  const [blank] = /^\r?\n(?=## Log[ \t]*(?:\r?\n|$))/.exec(text.slice(from)) ?? [];
  if (blank) {
    // Right above the log no place is kept free for them.
    const log = from + blank.length;
    return text.slice(0, log) + notes.replaceAll('\n', newline) + newline + newline + text.slice(log);
  }
  const at = placeToWrite(text);
  const gap = at === text.length && !text.endsWith('\n') ? newline : '';
  return text.slice(0, at) + gap + notes.replaceAll('\n', newline) + newline + text.slice(at);
}

/** Where a person goes on writing: the first blank line of the body that has another before it, else its last line. */
export function placeToWrite(text: string): number {
  const cut = cutFrontMatter(text);
  const from = cut.kind === 'found' ? cut.frontMatter.bodyStart : 0;
  const blank = /(?<=\n\r?\n)(?=\r?\n)/g;
  blank.lastIndex = from;
  return blank.exec(text)?.index ?? text.length;
}
