import { isRecord } from '../shapes';
import type { ListRules } from './mergeList';
import { moveOf } from './moves';

/** Of a list of texts, contacts or whatever a team keeps: a group of keys is known by its name. */
export const PLAIN_LIST: ListRules = {
  nameOf: value => {
    const key = isRecord(value) ? NAMES.find(name => typeof value[name] === 'string') : undefined;
    return JSON.stringify(key === undefined ? value : (value as Record<string, unknown>)[key]);
  },
  order: 'none',
  mayBeChanged: ({ value: was }, { value: is }) => isRecord(was) && isRecord(is) && sharesValue(was, is),
};

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
    first,
  };
}

function sharesValue(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  return Object.keys(a).some(key => Object.hasOwn(b, key) && a[key] === b[key]);
}
