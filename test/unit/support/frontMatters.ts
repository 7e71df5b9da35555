import fc from 'fast-check';
import { STAGES, type StageId } from '../../../src/core/process/stages';

/** A deal file as people write them, with what an edit of it has to reckon with. */
export interface StyledFile {
  readonly text: string;
  readonly stage: StageId;
  /** The line of the stage, from 0. */
  readonly stageLine: number;
  /** How the history stands there: what a new entry changes of the lines that are there. */
  readonly history: 'missing' | 'empty' | 'block' | 'inline';
  /** How many lines an entry of the history takes. */
  readonly entryLines: number;
  /** The stage that the last entry names. */
  readonly lastStage: StageId | undefined;
}

const word = fc.constantFrom(
  'Acme',
  'quote',
  'sent',
  'Zoë',
  '見積',
  '🚀',
  'price:high',
  'x#y',
  'no',
  '012',
  "it's",
);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map(some => some.join(' '));

const quoted = (text: string) => `"${text.replaceAll('"', '\\"')}"`;
const single = (text: string) => `'${text.replaceAll("'", "''")}'`;

const comment = fc.constantFrom('', '', '', ' # as agreed', '\t# stage: closing', "  # don't touch: yet");

/** One key with its value: one line, or several. */
const field: fc.Arbitrary<(key: string) => string[]> = fc.oneof(
  fc
    .tuple(words, fc.constantFrom(quoted, single), comment)
    .map(([text, quote, end]) => (key: string) => [`${key}: ${quote(text)}${end}`]),
  fc
    .tuple(
      fc.constantFrom(
        '48000',
        '0.5',
        '1e3',
        '-7',
        '~',
        'null',
        'true',
        '2026-02-30',
        '.inf',
        '0x1F',
        '',
        '[]',
        '{}',
      ),
      comment,
    )
    .map(([value, end]) => (key: string) => [`${key}: ${value}${end}`]),
  fc
    .tuple(words, fc.constantFrom('|', '>', '|-', '>+', '|2'))
    .map(([text, header]) => (key: string) => [
      `${key}: ${header}`,
      `  ${text}`,
      '',
      `  # no comment: ${text}`,
    ]),
  fc
    .tuple(fc.array(words.map(quoted), { maxLength: 3 }), comment)
    .map(([items, end]) => (key: string) => [`${key}: [${items.join(', ')}]${end}`]),
  fc
    .tuple(fc.array(words.map(single), { minLength: 1, maxLength: 3 }), fc.constantFrom('', '  ', '    '))
    .map(([items, indent]) => (key: string) => [
      `${key}:`,
      ...items.flatMap(item => [`${indent}- ${item}`]),
      `${indent}  # more to come`,
    ]),
  fc.constant((key: string) => [
    `${key}:`,
    '  - {name: R. Lee, role: decision maker, stage: none}',
    '  - name: T. Bo',
    '    stage: closing',
  ]),
  fc.constant((key: string) => [
    `${key}: &a${key.replace(/\W/gu, '')} {stage: closing,`,
    '  history: [a, b]}',
  ]),
  fc.constant((key: string) => [`${key}: !!str 12`]),
);

const filler = fc.constantFrom('', '# history:', '# a comment', '   # stage: proposal', '#');
const keys = [
  'title',
  'account',
  'owner',
  'value',
  'notes',
  'naïve',
  '見積',
  'a.b',
  '"with: colon"',
  'Stage',
  '42',
];
const otherFields = fc
  .uniqueArray(fc.constantFrom(...keys), { maxLength: 6 })
  .chain(some =>
    fc.tuple(...some.map(key => fc.tuple(field, filler).map(([make, more]) => [...make(key), more]))),
  );

const forms: readonly ((id: StageId) => string)[] = [
  id => id,
  id => id.replace('-', '_'),
  id => id.toUpperCase(),
  id => STAGES.find(stage => stage.id === id)!.label,
  id => STAGES.find(stage => stage.id === id)!.label.toUpperCase(),
];

const stageOf = fc.constantFrom(...STAGES.map(({ id }) => id));
const plain = (text: string) => text;

const stageField = fc
  .tuple(
    stageOf,
    fc.constantFrom(...forms),
    fc.constantFrom(quoted, single, plain),
    fc.constantFrom(
      'stage: ',
      'stage:   ',
      '"stage": ',
      "'stage': ",
      'stage : ',
      'stage: !!str ',
      'stage: &st ',
    ),
    comment,
  )
  .map(([stage, form, quote, key, end]) => ({ stage, line: `${key}${quote(form(stage))}${end}` }));

const on = (index: number) => `2026-0${index + 1}-10`;
const entries = fc.array(stageOf, { minLength: 1, maxLength: 4 });
const historyField: fc.Arbitrary<
  Pick<StyledFile, 'history'> & { lines: readonly string[]; entryLines?: number; lastStage?: StageId }
> = fc.oneof(
  fc.constant({ history: 'missing' as const, lines: [] }),
  fc
    .constantFrom(
      'history:',
      'history: []',
      'history: [ ]  # none yet',
      'history: ~',
      'history: null',
      'history:  # none',
    )
    .map(line => ({ history: 'empty' as const, lines: [line] })),
  fc
    .tuple(
      entries,
      fc.constantFrom('', '  ', '    '),
      fc.constantFrom<(on: string, stage: string) => string[]>(
        (date, stage) => [`- {on: ${date}, stage: ${stage}}`],
        (date, stage) => [`-   { on: '${date}', stage: "${stage}" } # hm`],
        (date, stage) => [`- on: ${date}`, `  stage: ${stage}`],
        (date, stage) => [`-  stage: ${stage}`, `   on: "${date}" # why`, '   # on the phone'],
      ),
    )
    .map(([stages, indent, item]) => ({
      history: 'block' as const,
      lines: ['history:', ...stages.flatMap((stage, k) => item(on(k), stage).map(line => indent + line))],
      entryLines: item('', '').filter(line => line.includes(': ')).length,
      lastStage: stages.at(-1)!,
    })),
  entries.map(stages => ({
    history: 'inline' as const,
    lines: [`history: [${stages.map((stage, k) => `{on: ${on(k)}, stage: ${stage}}`).join(', ')}]`],
    lastStage: stages.at(-1)!,
  })),
  entries.map(stages => ({
    history: 'block' as const,
    lines: ['history: [', ...stages.map((stage, k) => `    {on: ${on(k)}, stage: ${stage}}, # ok`), '  ]'],
    lastStage: stages.at(-1)!,
  })),
);

/** Realistic front matter in many styles, in a file with a body. */
export const styledFile: fc.Arbitrary<StyledFile> = fc
  .record({
    before: otherFields,
    stage: stageField,
    history: historyField,
    historyFirst: fc.boolean(),
    bom: fc.constantFrom('', '', '\uFEFF'),
    newline: fc.constantFrom('\n', '\n', '\r\n'),
    opening: fc.constantFrom('---', '---', '---  ', '---yaml'),
    closing: fc.constantFrom('---', '---', '--- ', '...'),
    body: fc.constantFrom('', '# Acme\n\nstage: x\n---\nhistory:\n', '\r\n- a\n\t- b', 'naïve 🚀 \u2028 end'),
    lastLineEnds: fc.boolean(),
  })
  .map(({ before, stage, history, historyFirst, bom, newline, opening, closing, body, lastLineEnds }) => {
    const half = Math.ceil(before.length / 2);
    const first = [opening, ...before.slice(0, half).flat(), ...(historyFirst ? history.lines : [])];
    const rest = [stage.line, ...before.slice(half).flat(), ...(historyFirst ? [] : history.lines), closing];
    const end = body || lastLineEnds ? newline : '';
    return {
      text: bom + [...first, ...rest].join(newline) + end + body,
      stage: stage.stage,
      stageLine: first.length,
      history: history.history,
      entryLines: history.entryLines ?? 1,
      lastStage: history.lastStage,
    };
  });
