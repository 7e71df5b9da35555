import { isSame } from '../frontMatter/edit/proof';
import { oneLine } from '../oneLine';
import { isRecord } from '../shapes';
import type { ListRules } from './mergeList';
import { moveOf } from './moves';

/**
 * Of a list of texts, contacts or whatever a team keeps. A tag is the same however it's spaced and whether its letters are
 * capitals; a group of keys is known by its name.
 */
export const PLAIN_LIST: ListRules = {
  nameOf: value => {
    if (!isRecord(value)) return plainName(value);
    const key = NAMES.find(name => typeof value[name] === 'string');
    return JSON.stringify(key === undefined ? value : value[key]).normalize();
  },
  order: 'none',
  mayBeChanged: ({ value: was }, { value: is }) => isRecord(was) && isRecord(is) && sharesValue(was, is),
  isAlike: (a, b) => isSame(a, b) || (isText(a) && isText(b) && plainName(a) === plainName(b)),
};

function isText(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/** A number that one side has in quotes is the same too. */
function plainName(value: unknown): string {
  return JSON.stringify(isText(value) ? oneLine(String(value)).normalize('NFC').toLowerCase() : value);
}

const NAMES = ['id', 'email', 'name', 'title'];

/** The history: a line is known by its day and what happened. */
export function historyRules(first?: 'ours' | 'theirs'): ListRules {
  return {
    nameOf: value => {
      const move = moveOf(value);
      if (!move || !isRecord(value)) return JSON.stringify(value);
      return JSON.stringify([move.on, value['stage'] === undefined ? undefined : move.stage, move.status]);
    },
    dayOf: value => (isRecord(value) && typeof value['on'] === 'string' ? value['on'] : undefined),
    order: 'newestLast',
    mayBeChanged: ({ value: was }, { value: is }) => isRecord(was) && isRecord(is) && sharesValue(was, is),
    isAlike: (a, b) => isSame(inOneWriting(a), inOneWriting(b)),
    first,
  };
}

/** A move with its stage, or its outcome, as names that are compared: `Closing` is `closing`. */
function inOneWriting(value: unknown): unknown {
  const move = moveOf(value);
  if (!move || !isRecord(value)) return value;
  return {
    ...value,
    ...(value['stage'] === undefined ? {} : { stage: move.stage }),
    ...(move.status === undefined ? {} : { status: move.status }),
  };
}

function sharesValue(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  return Object.keys(a).some(key => Object.hasOwn(b, key) && a[key] === b[key]);
}
