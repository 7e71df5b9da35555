import type { Wanted } from '../../../core/deal/say';
import { pluralIn } from '../../plural';
import { quoted } from './quoted';

const plural = pluralIn('en');

/** More than a sentence can tell. */
const MOST_NAMED = 3;

/** `“We know the budget” isn’t met, and “value” and “close_date” are empty`; `11 criteria aren’t met (“A”, “B”, “C” and 8 more)` */
export function wantedInWords({ criteria, fields }: Wanted): string {
  const parts = [
    {
      things: criteria,
      noun: 'criteria',
      state: plural(criteria.length, { one: 'isn’t met', other: 'aren’t met' }),
    },
    { things: fields, noun: 'fields', state: plural(fields.length, { one: 'is empty', other: 'are empty' }) },
  ];
  return parts
    .flatMap(({ things, noun, state }) => {
      if (!things.length) return [];
      return things.length > MOST_NAMED
        ? `${things.length} ${noun} ${state} (${listed(things)})`
        : `${listed(things)} ${state}`;
    })
    .join(', and ');
}

export function itOrThem({ criteria, fields }: Wanted): string {
  return criteria.length + fields.length === 1 ? 'it' : 'them';
}

function listed(things: readonly string[]): string {
  const named = things.slice(0, MOST_NAMED).map(thing => quoted(thing));
  const more = things.length - named.length;
  const last = more ? `${more} more` : named.pop()!;
  return named.length ? `${named.join(', ')} and ${last}` : last;
}
