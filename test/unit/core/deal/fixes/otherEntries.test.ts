import { offers } from './support/offered';

const entries = (count: number) => `Write them as ${count} entries of the history`;

describe('a history in a text that says something else, too', () => {
  offers([
    [
      'invalid-history',
      'stage: proposal\nhistory: |\n  2026-01-02: lead\n  We had: talked\n\n  2026-02-02: proposal',
      [
        entries(2),
        'preferred',
        "stage: proposal\nhistory:\n  - {on: 2026-01-02, stage: lead}\n  - 'We had: talked'\n  - {on: 2026-02-02, stage: proposal}",
      ],
    ],
    // Which day is meant is not known: it stays as it is, to be asked for.
    [
      'invalid-history',
      'stage: proposal\nhistory: |\n  13.1.2026 lead\n  01/02/2026 proposal',
      [
        'Write it as an entry of the history',
        'preferred',
        'stage: proposal\nhistory:\n  - {on: 2026-01-13, stage: lead}\n  - 01/02/2026 proposal',
      ],
    ],
    ['invalid-history', 'stage: proposal\nhistory: |\n  We met.\n  We met again.'],
  ]);
});

describe('an entry whose day may be one or another', () => {
  offers([
    [
      'invalid-history',
      'stage: proposal\nhistory:\n  - 01/02/2026: proposal',
      [
        'Change to “{on: 2026-02-01, stage: proposal}”',
        'offered',
        'stage: proposal\nhistory:\n  - {on: 2026-02-01, stage: proposal}',
      ],
      [
        'Change to “{on: 2026-01-02, stage: proposal}”',
        'offered',
        'stage: proposal\nhistory:\n  - {on: 2026-01-02, stage: proposal}',
      ],
    ],
    // The other one is still to come.
    [
      'invalid-history',
      'stage: proposal\nhistory:\n  - 12/01/2026 proposal',
      [
        'Change to “{on: 2026-01-12, stage: proposal}”',
        'offered',
        'stage: proposal\nhistory:\n  - {on: 2026-01-12, stage: proposal}',
      ],
    ],
  ]);
});
