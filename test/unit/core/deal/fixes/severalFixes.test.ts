import { offers, type Offered } from './support/offered';

const to = (value: string) => `Change to “${value}”`;
const STAGES = ['lead-generation', 'prospecting', 'qualification', 'needs-analysis', 'proposal'].concat(
  'negotiation',
  'closing',
);

describe('a single value that stands in brackets', () => {
  offers([
    ['unknown-stage', 'stage: [proposal] # hm', [to('proposal'), 'preferred', 'stage: proposal # hm']],
    ['unknown-stage', 'stage: [[proposal]]', [to('proposal'), 'preferred', 'stage: proposal']],
    [
      'unknown-stage',
      'title: a\nstage:\n  - Needs analysis\nowner: b',
      [to('Needs analysis'), 'preferred', 'title: a\nstage: Needs analysis\nowner: b'],
    ],
    ['unknown-stage', 'stage: [propsal]', [to('proposal'), 'preferred', 'stage: proposal']],
    ['unknown-stage', 'stage: {name: Proposal}', [to('Proposal'), 'preferred', 'stage: Proposal']],
    [
      'unknown-status',
      'stage: proposal\nstatus: [won]',
      [to('won'), 'preferred', 'stage: proposal\nstatus: won'],
    ],
    ['invalid-value', 'stage: proposal\nvalue: [5]', [to('5'), 'preferred', 'stage: proposal\nvalue: 5']],
    [
      'invalid-date',
      'stage: proposal\nclose_date:\n  - 2026-12-01',
      [to('2026-12-01'), 'preferred', 'stage: proposal\nclose_date: 2026-12-01'],
    ],
    // No comment is lost.
    ['invalid-value', 'stage: proposal\nvalue: # net\n  - 5'],
    ['invalid-value', 'stage: proposal\nvalue: [5, 6]'],
  ]);
});

describe('a stage that names two', () => {
  const either = (written: string, first: string, second: string): Offered[] => [
    [to(first), 'offered', written.replace(/stage: .*/, `stage: ${first}`)],
    [to(second), 'offered', written.replace(/stage: .*/, `stage: ${second}`)],
  ];
  const both = (written: string, first: string, second: string) =>
    ['unknown-stage', written, ...either(written, first, second)] as const;
  offers([
    both('stage: [negotiation, proposal]', 'negotiation', 'proposal'),
    both('stage: Proposal/Negotiation', 'Proposal', 'Objections and negotiations'),
    both('stage: negotiation -> closing', 'Objections and negotiations', 'Closing'),
    both('stage: proposal|closing', 'proposal', 'closing'),
    // One that only stands within the name of another is not named.
    [
      'unknown-stage',
      'stage: 4. Needs analysis (call)',
      [to('Needs analysis'), 'preferred', 'stage: Needs analysis'],
    ],
  ]);
});

describe('a stage that is none', () => {
  const history = '\nhistory:\n  - {on: 2026-01-05, stage: closing}\n  - {on: 2026-02-05, stage: proposal}';
  const last = ['proposal', ...STAGES.filter(stage => stage !== 'proposal')];
  offers([
    [
      'unknown-stage',
      `stage: demo${history}`,
      ...last.map((stage): Offered => [to(stage), 'offered', `stage: ${stage}${history}`]),
    ],
    [
      'unknown-stage',
      `stage: closng${history}`,
      [to('closing'), 'preferred', `stage: closing${history}`],
      [to('proposal'), 'offered', `stage: proposal${history}`],
    ],
  ]);
});

describe('several names in one field', () => {
  offers([
    [
      'invalid-text',
      'stage: proposal\nowner: [dana, tom] # both',
      [to('dana'), 'offered', 'stage: proposal\nowner: dana # both'],
      [to('tom'), 'offered', 'stage: proposal\nowner: tom # both'],
    ],
    [
      'invalid-text',
      'stage: proposal\nowner:\n  - dana\n  - tom\ntitle: a',
      [to('dana'), 'offered', 'stage: proposal\nowner: dana\ntitle: a'],
      [to('tom'), 'offered', 'stage: proposal\nowner: tom\ntitle: a'],
    ],
    [
      'invalid-text',
      'stage: proposal\nowner: [dana]',
      [to('dana'), 'preferred', 'stage: proposal\nowner: dana'],
    ],
    [
      'invalid-text',
      'stage: proposal\nlost_reason: [price, timing]',
      [to('price'), 'offered', 'stage: proposal\nlost_reason: price'],
      [to('timing'), 'offered', 'stage: proposal\nlost_reason: timing'],
    ],
    // A link is one name.
    [
      'invalid-text',
      'stage: proposal\nowner: [[Dana]]',
      ['Put quotes around it: [[Dana]]', 'preferred', "stage: proposal\nowner: '[[Dana]]'"],
    ],
    ['invalid-text', 'stage: proposal\nowner: []'],
    ['invalid-text', 'stage: proposal\nowner: [[dana], [tom]]'],
    ['invalid-text', 'stage: proposal\nowner: &a [dana]\nnotes: *a'],
  ]);
});
