import { makeProcess } from '../../../../../src/core/process/process';
import { STAGE_IDS } from '../../../../../src/core/process/stages';
import { offers, type Case } from './support/offered';

const MOVE = '\nhistory:\n  - {on: 2026-01-05, stage: closing}';

describe('a stage that is how a deal ends', () => {
  offers([
    [
      'stage-is-outcome',
      'stage: won',
      ['Mark as won, in “closing”', 'preferred', 'stage: closing\nstatus: won\nclosed_on: 2026-11-20'],
    ],
    // It may have been lost in any stage.
    [
      'stage-is-outcome',
      'stage: lost',
      ...STAGE_IDS.map(
        stage =>
          [
            `Mark as lost, in “${stage}”`,
            'offered',
            `stage: ${stage}\nstatus: lost\nclosed_on: 2026-11-20`,
          ] as const,
      ),
    ],
    [
      'stage-is-outcome',
      'stage: lost\nhistory:\n  - words\n  - {on: 2026-01-05, stage: Proposal}\n  - {on: 2026-02-05, stage: x}\n  - {on: 2026-03-05, stage: 5}',
      [
        'Mark as lost, in “proposal”',
        'preferred',
        'stage: proposal\nstatus: lost\nclosed_on: 2026-11-20\nhistory:\n  - words\n  - {on: 2026-01-05, stage: Proposal}\n  - {on: 2026-02-05, stage: x}\n  - {on: 2026-03-05, stage: 5}\n  - {on: 2026-11-20, status: lost}',
      ],
    ],
  ]);
});

describe('a status that there is not', () => {
  const won = (head: string, line: string): Case => [
    'unknown-status',
    `stage: closing\nstatus: sold${head}`,
    ['Change to “won”', 'preferred', `stage: closing\nstatus: won${line}`],
  ];
  offers([
    ...['hm', '5'].map((word): Case => [
      'unknown-status',
      `stage: closing\nstatus: ${word}`,
      ['Change to “open”', 'offered', 'stage: closing\nstatus: open'],
      ['Change to “won”', 'offered', 'stage: closing\nstatus: won\nclosed_on: 2026-11-20'],
      ['Change to “lost”', 'offered', 'stage: closing\nstatus: lost\nclosed_on: 2026-11-20'],
    ]),
    [
      'unknown-status',
      'stage: closing\nstatus: closed',
      ['Change to “won”', 'preferred', 'stage: closing\nstatus: won\nclosed_on: 2026-11-20'],
      ['Change to “lost”', 'offered', 'stage: closing\nstatus: lost\nclosed_on: 2026-11-20'],
    ],
    // The day stays, and the history gets the line that a command had written.
    won(
      `\nclosed_on: 2026-03-01${MOVE}`,
      `\nclosed_on: 2026-03-01${MOVE}\n  - {on: 2026-03-01, status: won}`,
    ),
    won(`\nclosed_on:${MOVE}`, `\nclosed_on: 2026-11-20${MOVE}\n  - {on: 2026-11-20, status: won}`),
    won(`\nclosed_on: ""${MOVE}`, `\nclosed_on: "2026-11-20"${MOVE}\n  - {on: 2026-11-20, status: won}`),
    // What makes no sense may be of use to a person.
    won(`\nclosed_on: soon${MOVE}`, `\nclosed_on: soon${MOVE}\n  - {on: 2026-11-20, status: won}`),
    won('\nhistory: words', '\nclosed_on: 2026-11-20\nhistory: words'),
    won('\nhistory:\n  - words', '\nclosed_on: 2026-11-20\nhistory:\n  - words'),
    won(
      '\nhistory:\n  - words\n  - {on: soon, status: won}',
      '\nclosed_on: 2026-11-20\nhistory:\n  - words\n  - {on: soon, status: won}',
    ),
    // Won, and then open again: this is a new end.
    won(
      '\nhistory:\n  - {on: 2026-03-01, status: won}\n  - {on: 2026-04-01, status: open}',
      '\nclosed_on: 2026-11-20\nhistory:\n  - {on: 2026-03-01, status: won}\n  - {on: 2026-04-01, status: open}\n  - {on: 2026-11-20, status: won}',
    ),
    won(
      '\nhistory:\n  - {on: 2026-03-01, status: won}\n  - {on: 2026-04-01, stage: closing}',
      '\nclosed_on: 2026-03-01\nhistory:\n  - {on: 2026-03-01, status: won}\n  - {on: 2026-04-01, stage: closing}',
    ),
    won(
      `\nlost_reason: price${MOVE}`,
      `\nlost_reason: price\nclosed_on: 2026-11-20${MOVE}\n  - {on: 2026-11-20, status: won}`,
    ),
    [
      'unknown-status',
      `stage: closing\nstatus: dead\nlost_reason: price${MOVE}`,
      [
        'Change to “lost”',
        'preferred',
        `stage: closing\nstatus: lost\nlost_reason: price\nclosed_on: 2026-11-20${MOVE}\n  - {on: 2026-11-20, status: lost, reason: price}`,
      ],
    ],
    [
      'unknown-status',
      `stage: closing\nstatus: dead\nlost_reason: " "${MOVE}`,
      [
        'Change to “lost”',
        'preferred',
        `stage: closing\nstatus: lost\nlost_reason: " "\nclosed_on: 2026-11-20${MOVE}\n  - {on: 2026-11-20, status: lost}`,
      ],
    ],
    [
      'unknown-status',
      `stage: closing\nstatus: ongoing${MOVE}`,
      ['Change to “open”', 'preferred', `stage: closing\nstatus: open${MOVE}`],
    ],
  ]);
});

describe('an open deal that has an end', () => {
  const CLOSED = 'closed_on: 2026-03-01';
  offers([
    [
      'open-with-outcome',
      `stage: closing\nlost_reason: price\nlost_note: too much\n${CLOSED}`,
      [
        'Mark as lost',
        'preferred',
        `stage: closing\nstatus: lost\nlost_reason: price\nlost_note: too much\n${CLOSED}`,
      ],
      // Then it was not lost for a reason.
      ['Mark as won', 'offered', `stage: closing\nstatus: won\n${CLOSED}`],
      ['Keep it open: remove closed_on, lost_reason, lost_note', 'offered', 'stage: closing'],
    ],
    [
      'open-with-outcome',
      `stage: closing\n${CLOSED}\nlost_note: too much`,
      ['Mark as won', 'preferred', `stage: closing\nstatus: won\n${CLOSED}`],
      ['Mark as lost', 'offered', `stage: closing\nstatus: lost\n${CLOSED}\nlost_note: too much`],
      ['Keep it open: remove closed_on, lost_note', 'offered', 'stage: closing'],
    ],
    [
      'open-with-outcome',
      `stage: closing\n${CLOSED}\nhistory:\n  - {on: 2026-03-01, status: lost}`,
      [
        'Mark as lost',
        'preferred',
        `stage: closing\nstatus: lost\n${CLOSED}\nhistory:\n  - {on: 2026-03-01, status: lost}`,
      ],
      [
        'Mark as won',
        'offered',
        `stage: closing\nstatus: won\n${CLOSED}\nhistory:\n  - {on: 2026-03-01, status: lost}\n  - {on: 2026-03-01, status: won}`,
      ],
      [
        'Keep it open: remove closed_on',
        'offered',
        'stage: closing\nhistory:\n  - {on: 2026-03-01, status: lost}',
      ],
    ],
    [
      'won-with-lost-reason',
      `stage: closing\nstatus: won\n${CLOSED}\nlost_reason: price\nlost_note: too much${MOVE}`,
      [
        'Keep it won: remove lost_reason, lost_note',
        'offered',
        `stage: closing\nstatus: won\n${CLOSED}${MOVE}`,
      ],
      [
        'Mark as lost',
        'offered',
        `stage: closing\nstatus: lost\n${CLOSED}\nlost_reason: price\nlost_note: too much${MOVE}\n  - {on: 2026-03-01, status: lost, reason: price}`,
      ],
    ],
  ]);
});

describe('a deal that may not be won from its stage', () => {
  // Winning from anywhere but the last stage leaves stages out.
  const process = makeProcess({ missingFields: 'block', stages: { closing: { required: ['owner'] } } });
  offers(
    [
      [
        'open-with-outcome',
        'stage: closing\nclosed_on: 2026-03-01',
        ['Mark as won', 'offered', 'stage: closing\nstatus: won\nclosed_on: 2026-03-01'],
        ['Mark as lost', 'offered', 'stage: closing\nstatus: lost\nclosed_on: 2026-03-01'],
        ['Keep it open: remove closed_on', 'offered', 'stage: closing'],
      ],
      [
        'open-with-outcome',
        'stage: closing\nowner: dana\nclosed_on: 2026-03-01',
        ['Mark as won', 'preferred', 'stage: closing\nstatus: won\nowner: dana\nclosed_on: 2026-03-01'],
        ['Mark as lost', 'offered', 'stage: closing\nstatus: lost\nowner: dana\nclosed_on: 2026-03-01'],
        ['Keep it open: remove closed_on', 'offered', 'stage: closing\nowner: dana'],
      ],
    ],
    process,
  );
});

describe('a deal that is won where it stands', () => {
  offers(
    [
      [
        'open-with-outcome',
        'stage: closing\nclosed_on: 2026-03-01',
        ['Mark as won', 'preferred', 'stage: closing\nstatus: won\nclosed_on: 2026-03-01'],
        ['Mark as lost', 'offered', 'stage: closing\nstatus: lost\nclosed_on: 2026-03-01'],
        ['Keep it open: remove closed_on', 'offered', 'stage: closing'],
      ],
    ],
    makeProcess({ back: 'block', skip: 'block', winEarly: 'block' }),
  );
});

describe('what a closed deal lacks', () => {
  const reasons = Array.from({ length: 15 }, (_, index) => `reason ${index + 1}`);
  const day = (on: string, manner: 'preferred' | 'offered', head: string, rest = '') =>
    [`Set “closed_on” to ${on}`, manner, `${head}\nclosed_on: ${on}${rest}`] as const;
  const head = 'stage: closing\nstatus: won';
  offers([
    ['no-close-day', head, day('2026-11-20', 'preferred', head)],
    ['no-close-day', `${head}\nclosed_on:`, day('2026-11-20', 'preferred', head)],
    ['no-close-day', `${head}\nclosed_on: soon`],
    [
      'no-close-day',
      `${head}\nclose_date: 2026-03-01${MOVE}\n  - {on: 2026-02-05, stage: closing}`,
      ...[
        ['2026-11-20', 'preferred'] as const,
        ['2026-03-01', 'offered'] as const,
        ['2026-02-05', 'offered'] as const,
      ].map(([on, manner]) =>
        day(on, manner, `${head}\nclose_date: 2026-03-01`, `${MOVE}\n  - {on: 2026-02-05, stage: closing}`),
      ),
    ],
    // The last day that the history knows, and no other of it.
    [
      'no-close-day',
      `${head}${MOVE}\n  - {on: 2026-11-20, stage: closing}`,
      day('2026-11-20', 'preferred', head, `${MOVE}\n  - {on: 2026-11-20, stage: closing}`),
    ],
    ['no-lost-reason', 'stage: closing\nstatus: lost\nclosed_on: 2026-03-01\nlost_reason: [x]'],
  ]);
  offers(
    [
      [
        'no-lost-reason',
        'stage: closing\nstatus: lost\nlost_reason:\nclosed_on: 2026-03-01',
        ...reasons
          .slice(0, 12)
          .map(
            reason =>
              [
                `Set the lost reason to “${reason}”`,
                'offered',
                `stage: closing\nstatus: lost\nlost_reason: ${reason}\nclosed_on: 2026-03-01`,
              ] as const,
          ),
      ],
    ],
    makeProcess({ lostReasons: reasons }),
  );
});

describe('a close date that is over', () => {
  offers([
    [
      'close-date-past',
      'stage: closing\nclose_date: 2026-10-01',
      ['Set “close_date” to 2026-11-30', 'preferred', 'stage: closing\nclose_date: 2026-11-30'],
      ['Set “close_date” to 2026-12-31', 'offered', 'stage: closing\nclose_date: 2026-12-31'],
    ],
  ]);
});
