import { makeProcess } from '../../../../../src/core/process/process';
import { offers } from './support/offered';

const created = (day: string) => `stage: closing\ncreated: ${day}`;
const line = (day: string) => `stage: closing\nhistory:\n  - {on: ${day}, stage: closing}`;

describe('a day that is still to come, of what has been', () => {
  offers([
    ['future-date', created('2062-03-01'), ['Change to “2026-03-01”', 'offered', created('2026-03-01')]],
    ['future-date', created('2062-11-20'), ['Change to “2026-11-20”', 'offered', created('2026-11-20')]],
    // Of this year it would still be to come.
    ['future-date', created('2062-11-21'), ['Change to “2025-11-21”', 'offered', created('2025-11-21')]],
    // Neither year has that day.
    ['future-date', created('2064-02-29')],
    ['future-date', line('2062-03-01'), ['Change to “2026-03-01”', 'offered', line('2026-03-01')]],
  ]);
});

describe('a day of the close that the history knows otherwise', () => {
  const won = (day: string) =>
    `stage: closing\nstatus: won\nended: ${day}\nhistory:\n  - {on: 2026-02-05, status: won}`;
  const process = makeProcess({ fields: new Map([['closed_on', 'ended']]) });
  offers(
    [
      [
        'close-day-mismatch',
        won('2026-03-01'),
        ['Set “ended” to 2026-02-05', 'preferred', won('2026-02-05')],
      ],
    ],
    process,
  );
});

describe('an owner in a list', () => {
  const owner = (written: string) => `stage: closing\nowner: ${written}`;
  const each = (written: string, manner: 'preferred' | 'offered', ...names: readonly string[]) =>
    [
      'invalid-text',
      owner(written),
      ...names.map(name => [`Change to “${name}”`, manner, owner(name)] as const),
    ] as const;
  const many = Array.from({ length: 13 }, (_, at) => `N${at}`);
  offers([
    each('[dana, lee, dana]', 'offered', 'dana', 'lee'),
    each('[dana, dana]', 'preferred', 'dana'),
    each(`[${many.join(', ')}]`, 'offered', ...many.slice(0, 12)),
    [
      'invalid-text',
      owner('[dana, 7]'),
      ['Change to “dana”', 'offered', owner('dana')],
      ['Change to “7”', 'offered', owner("'7'")],
    ],
    each('[[dana, lee]]', 'offered'),
    each('[~, true]', 'offered'),
  ]);
});
