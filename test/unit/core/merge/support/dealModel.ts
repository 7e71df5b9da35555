import fc from 'fast-check';

/** A deal as a test thinks of it, and as a file writes it. */
export interface DealModel {
  readonly fields: ReadonlyMap<string, string>;
  readonly tags: readonly string[];
  readonly contacts: readonly string[];
  readonly history: readonly string[];
  readonly tasks: readonly { readonly words: string; readonly isTicked: boolean }[];
  readonly situation: readonly string[];
  readonly log: readonly string[];
}

/** How files of a team look. */
export interface DealStyle {
  readonly isFlow: boolean;
  readonly isNewestLast: boolean;
  readonly comments: boolean;
}

export const style: fc.Arbitrary<DealStyle> = fc.record({
  isFlow: fc.boolean(),
  isNewestLast: fc.boolean(),
  comments: fc.boolean(),
});

const ORDER = ['title', 'owner', 'stage', 'status', 'lost_reason', 'value', 'currency', 'close_date'].concat([
  'closed_on',
  'next_step',
  'next_step_on',
  'region',
]);

export function write(deal: DealModel, { isFlow, comments }: DealStyle): string {
  const lines = ORDER.flatMap(key => {
    const value = deal.fields.get(key);
    if (value === undefined) return [];
    return [...(comments && key === 'value' ? ['# money'] : []), `${key}: ${value}`];
  });
  if (deal.tags.length)
    lines.push(
      ...(isFlow ? [`tags: [${deal.tags.join(', ')}]`] : ['tags:', ...deal.tags.map(tag => `  - ${tag}`)]),
    );
  if (deal.contacts.length) lines.push('contacts:', ...deal.contacts.map(name => `  - {name: ${name}}`));
  if (deal.history.length) lines.push('history:', ...deal.history.map(line => `  - ${line}`));
  const notes = [
    ...['## Situation', '', ...deal.situation, ''],
    ...(deal.tasks.length
      ? [
          '## To do',
          '',
          ...deal.tasks.map(({ words, isTicked }) => `- [${isTicked ? 'x' : ' '}] ${words}`),
          '',
        ]
      : []),
    ...(deal.log.length ? ['## Log', '', ...deal.log.map(entry => `- ${entry}`)] : []),
  ];
  return ['---', ...lines, '---', ...notes, ''].join('\n');
}

/** Something that a person does to a deal: it says what it touches, so that a test knows who met whom. */
export interface DealChange {
  readonly touches: string;
  readonly make: (deal: DealModel, style: DealStyle) => DealModel;
}

export const BASE: DealModel = {
  fields: new Map([
    ['title', 'Acme'],
    ['owner', 'dana'],
    ['stage', 'qualification'],
    ['status', 'open'],
    ['value', '100'],
    ['currency', 'EUR'],
    ['close_date', '2026-05-01'],
    ['next_step', 'Call'],
    ['next_step_on', '2026-02-01'],
    ['region', 'north'],
  ]),
  tags: ['mill', 'rental', 'south'],
  contacts: ['R. Lee', 'T. Ng'],
  history: ['{on: 2026-01-02, stage: prospecting}', '{on: 2026-01-05, stage: qualification}'],
  tasks: ['budget', 'people', 'plan', 'price'].map(words => ({ words, isTicked: false })),
  situation: ['A mill with two sites.', '', 'They count by hand.', '', 'It takes a day.'],
  log: ['2026-01-05 call: first talk'],
};

const day = fc.integer({ min: 10, max: 28 }).map(number => `2026-01-${number}`);
const word = fc.constantFrom('alpha', 'beta', 'gamma', 'delta', 'omega', 'zeta');

export function setField(key: string, value: string | undefined): DealChange['make'] {
  return deal => {
    const fields = new Map(deal.fields);
    if (value === undefined) fields.delete(key);
    else fields.set(key, value);
    return { ...deal, fields };
  };
}

const field = (key: string, values: fc.Arbitrary<string | undefined>, touches = key) =>
  values.map((value): DealChange => ({ touches, make: setField(key, value) }));

export function logged(entry: string): DealChange {
  return {
    touches: 'log',
    make: (deal, { isNewestLast }) => ({
      ...deal,
      log: isNewestLast ? [...deal.log, entry] : [entry, ...deal.log],
    }),
  };
}

export function moved(stage: string, on: string): DealChange {
  return {
    touches: 'standing',
    make: deal => ({
      ...setField('stage', stage)(deal, PLAIN),
      history: [...deal.history, `{on: ${on}, stage: ${stage}}`],
    }),
  };
}

export function closed(status: 'won' | 'lost', on: string): DealChange {
  return {
    touches: 'standing',
    make: deal => {
      const fields = new Map([...deal.fields, ['status', status], ['closed_on', on]] as const);
      if (status === 'lost') fields.set('lost_reason', 'price');
      return { ...deal, fields, history: [...deal.history, `{on: ${on}, status: ${status}}`] };
    },
  };
}

export const PLAIN: DealStyle = { isFlow: true, isNewestLast: false, comments: false };

/** Changes that nobody needs to be asked about, whatever another person does at the same time, unless to the same. */
export const change: fc.Arbitrary<DealChange> = fc.oneof(
  field('owner', word),
  field('region', fc.option(word, { nil: undefined })),
  field('close_date', day),
  field('value', fc.integer({ min: 1, max: 5 }).map(String), 'value'),
  field('currency', fc.constantFrom('USD', 'GBP'), 'value'),
  field('next_step', word, 'next_step'),
  field('next_step_on', day, 'next_step'),
  fc.tuple(day, word).map(([on, what]) => logged(`${on} call: ${what}`)),
  fc
    .tuple(fc.constantFrom('proposal', 'negotiation', 'needs-analysis'), day)
    .map(([to, on]) => moved(to, on)),
  fc.tuple(fc.constantFrom<'won' | 'lost'>('won', 'lost'), day).map(([to, on]) => closed(to, on)),
  word.map((tag): DealChange => ({
    touches: 'tags',
    make: deal => (deal.tags.includes(tag) ? deal : { ...deal, tags: [...deal.tags, tag] }),
  })),
  fc.constantFrom(...BASE.tags).map((tag): DealChange => ({
    touches: 'tags',
    make: deal => ({ ...deal, tags: deal.tags.filter(one => one !== tag) }),
  })),
  word.map((name): DealChange => ({
    touches: 'contacts',
    make: deal => (deal.contacts.includes(name) ? deal : { ...deal, contacts: [...deal.contacts, name] }),
  })),
  fc.nat(3).map((at): DealChange => ({
    touches: 'tasks',
    make: deal => ({
      ...deal,
      tasks: deal.tasks.map((task, index) => (index === at ? { ...task, isTicked: true } : task)),
    }),
  })),
  fc.tuple(fc.constantFrom(0, 2, 4), word).map(([at, text]): DealChange => ({
    touches: `line ${at}`,
    make: deal => ({ ...deal, situation: deal.situation.with(at, `Now ${text}.`) }),
  })),
);

export function after(changes: readonly DealChange[], style: DealStyle): DealModel {
  return changes.reduce((deal, { make }) => make(deal, style), BASE);
}
