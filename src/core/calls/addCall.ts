import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { markOf, withoutMark } from '../byteOrderMark';
import { isSame } from '../frontMatter/edit/proof';
import { renderKey } from '../frontMatter/edit/scalar';
import { flowItem } from '../frontMatter/edit/appendItem';
import { NO_CURRENCY, type Money } from '../money';
import { editYamlFile } from '../process/editYamlFile';
import { say as sayOfProcess } from '../process/say';
import { refuse, type Refusal } from '../refusal';
import { searchable } from '../text/searchable';
import { applyEdits, type TextEdit } from '../textEdit';
import type { Call } from './call';
import { CALLS_FILE } from './callsFileName';
import { readCalls } from './readCalls';
import { say } from './say';

/** The edits that make a call part of a `forecast.yaml`; all else in it stays, to the byte. */
export interface CallAdded {
  readonly ok: true;
  readonly edited: { readonly edits: readonly TextEdit[]; readonly text: string };
  /** What was called earlier the same day, which the call has taken the place of. */
  readonly instead: Money | undefined;
}

/**
 * Adds a call as one line below its owner's name: an owner who has none yet comes last, behind an empty line. A second call of
 * one day for the same quarter changes the amount of the first. Refused where the file can't be read.
 *
 * @param own the team's currency, which is not written
 */
export function addCall(text: string, call: Call, own: string | undefined): CallAdded | Refusal {
  const { calls, problems } = readCalls(text, own);
  const unreadable = problems.find(({ severity }) => severity === 'error');
  if (unreadable) return { ok: false, problem: unreadable };
  const key = keyOf(text, call.owner);
  const before = calls.findLast(one => isOfSameDay(one, call));
  if (before) return replaceAmount(text, before, call);
  const item = itemOf(call, own);
  const fresh = key === undefined ? withNewOwner(text, call.owner, item) : undefined;
  if (fresh) return { ok: true, edited: fresh, instead: undefined };
  const several = sayOfProcess('severalDocuments', { file: CALLS_FILE, what: 'call' });
  const edited = editYamlFile(text, { append: { [key ?? call.owner]: item } }, several);
  return edited.ok ? { ...edited, instead: undefined } : edited;
}

/** Whether two calls stand for one: a later one of the day replaces the earlier. */
function isOfSameDay(a: Call, b: Call): boolean {
  return a.period === b.period && a.on === b.on && searchable(a.owner) === searchable(b.owner);
}

function itemOf({ on, period, money: { amount, currency } }: Call, own: string | undefined) {
  return { on, period, amount, ...(currency !== (own ?? NO_CURRENCY) && { currency }) };
}

/** The name under which a file has an owner, in whatever spelling. */
function keyOf(text: string, owner: string): string | undefined {
  return rootOf(text)
    ?.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''))
    .find(key => searchable(key) === searchable(owner));
}

function rootOf(text: string): YAMLMap | undefined {
  const { contents } = parseDocument(withoutMark(text), { uniqueKeys: false, logLevel: 'error' });
  return isMap(contents) ? contents : undefined;
}

function replaceAmount(text: string, before: Call, { money, on, period, owner }: Call): CallAdded | Refusal {
  const byHand = () => refuse(say('callByHand', { owner, on, period }));
  // Another currency may have to go, or to come: a key is no amount.
  if (before.money.currency !== money.currency)
    return refuse(say('callInOther', { owner, on, period, currency: before.money.currency }));
  const place = placeIn(text, before);
  if (!place) return byHand();
  const several = sayOfProcess('severalDocuments', { file: CALLS_FILE, what: 'call' });
  const replace = [{ at: [place.key, place.index, 'amount'], value: money.amount }];
  const edited = editYamlFile(text, before.money.amount === money.amount ? {} : { replace }, several);
  return edited.ok ? { ...edited, instead: before.money } : edited;
}

/** Where the last call stands that is the one of a day. */
function placeIn(text: string, { owner, on, period }: Call): { key: string; index: number } | undefined {
  for (const { key, value } of rootOf(text)?.items.toReversed() ?? []) {
    const name = isScalar(key) ? String(key.value) : '';
    if (searchable(name) !== searchable(owner) || !isSeq(value)) continue;
    const index = value.items.findLastIndex(
      item => isMap(item) && item.get('on') === on && item.get('period') === period,
    );
    if (index >= 0) return { key: name, index };
  }
  return undefined;
}

/** An owner at the end of the file, an empty line below the one before; nothing where that would change anything else. */
function withNewOwner(
  text: string,
  owner: string,
  item: ReturnType<typeof itemOf>,
): CallAdded['edited'] | undefined {
  const yaml = text.slice(markOf(text).length);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const end = yaml === '' || yaml.endsWith('\n') ? '' : newline;
  const isBlankBefore = yaml.trim() === '' || /\n[ \t]*\r?\n$/.test(yaml);
  const lines = [`${renderKey(owner)}:`, `  - ${flowItem(item)}`, ''].join(newline);
  const edits = [
    { start: text.length, end: text.length, text: end + (isBlankBefore ? '' : newline) + lines },
  ];
  const after = applyEdits(text, edits);
  return isProved(text, after, owner, item) ? { edits, text: after } : undefined;
}

function isProved(before: string, after: string, owner: string, item: object): boolean {
  const dataOf = (text: string) => {
    const document = parseDocument(withoutMark(text), { uniqueKeys: false, logLevel: 'error' });
    return document.errors.length ? undefined : (document.toJS() as Record<string, unknown> | null);
  };
  try {
    const [was, is] = [dataOf(before), dataOf(after)];
    return (
      was !== undefined &&
      is !== undefined &&
      isSame(is, Object.fromEntries([...Object.entries(was ?? {}), [owner, [item]]]))
    );
  } catch {
    // `yaml` throws on aliases that have no anchor.
    return false;
  }
}

/** Why a call isn't taken as it is meant. */
export function refuseCall({ on, owner }: Pick<Call, 'on' | 'owner'>, today: string): Refusal | undefined {
  if (on > today) return refuse(say('callNotYet', { on, today }));
  return owner.trim() ? undefined : refuse(say('noCallOwner', { typed: owner }));
}
