import fc from 'fast-check';
import type { FrontMatterChange } from '../../../src/core/frontMatter/edit/change';

/** Where the lines of one key stand in a generated file: its own line and those of its value. */
export interface Place {
  readonly key: string;
  /** Lines of the whole file, from 0: the first, and the one behind the last. */
  readonly from: number;
  readonly to: number;
  /** Whether the value stands there as an edit would write it, so that setting it anew gives the same text. */
  readonly isCanonical: boolean;
}

/** A front matter of any kind that people or programs write, and a change of it. */
export interface ChangedFile {
  readonly text: string;
  readonly places: readonly Place[];
  /** Whether the front matter is `{…}`; then it has no lines of its own for the keys. */
  readonly isFlow: boolean;
  readonly change: FrontMatterChange;
}

interface Value {
  /** What stands behind the colon, and the lines below it. */
  readonly lines: readonly string[];
  readonly isCanonical?: boolean;
}

const one = (...lines: string[]): Value => ({ lines });
const canonical = (...lines: string[]): Value => ({ lines, isCanonical: true });

const word = fc.constantFrom(
  'Acme',
  'dana',
  'price',
  'closing',
  'Zoë',
  '見積',
  'a-b',
  'needs analysis',
  'x y z',
);
const comment = fc.constantFrom('', '', '', ' # as agreed', '\t# stage: closing', "  #don't touch: [yet");

const scalar: fc.Arbitrary<Value> = fc.oneof(
  word.map(text => canonical(text)),
  word.map(text => canonical(`"${text}"`)),
  word.map(text => canonical(`'${text}'`)),
  fc.integer({ min: 0, max: 99_999 }).map(number => canonical(String(number))),
  fc.constantFrom('2026-11-20', 'true', 'null').map(text => canonical(text)),
  fc
    .constantFrom(
      '~',
      '',
      'Null',
      '.5',
      '1e3',
      '0x1F',
      '0o17',
      '.inf',
      '-.INF',
      '.nan',
      '012',
      'no',
      '1_000',
      '2026-02-30',
      '12:30',
      '"a \\"b\\" \\u00e9"',
      "'it''s'",
      '"#no: comment"',
      'x#y',
      'price:high',
      'a: b'.replace(': ', ':'),
      '-5',
      '- '.trim() + 'x',
      '<<',
      '!!str 12',
      '!!int "7"',
      '!!float 3',
      '!!null ~',
      '!money 12',
      '! 12',
    )
    .map(text => one(text)),
  fc.constantFrom(
    one('|', '  first', '', '  # no comment', '  last'),
    one('>-', '  folded: text', '  goes on'),
    one('|+ # keeps', '  text', '', ''),
    one('>2', '    indented', '  less'),
    one('|', '', '  text after a blank line'),
    one('', '  on the next line'),
    one('needs', '  analysis'),
    one('"needs', '', '  analysis"'),
    one("'it''s", "  # not a comment'"),
    one('# only a comment', '  below'),
  ),
);

const item = fc.constantFrom(
  '{on: 2026-01-05, stage: closing}',
  '{ on: \'2026-01-05\', stage: "closing" }',
  '{"on":"2026-01-05","stage":"closing"}',
  'word',
  '"in quotes"',
  "'x'",
  '7',
  '[a, b]',
  '{}',
  '[]',
);

const list: fc.Arbitrary<Value> = fc.oneof(
  fc
    .constantFrom('[]', '[ ]', '[ # none', '{}')
    .map(text => (text === '[ # none' ? one(text, '  ]') : one(text))),
  fc.array(item, { minLength: 1, maxLength: 3 }).map(items => one(`[${items.join(', ')}]`)),
  fc.array(item, { minLength: 1, maxLength: 3 }).map(items => one(`[ ${items.join(' , ')}, ]`)),
  fc
    .tuple(fc.array(item, { minLength: 1, maxLength: 3 }), fc.boolean())
    .map(([items, lastComma]) =>
      one(
        '[',
        ...items.map(
          (text, index) => `    ${text}${index < items.length - 1 || lastComma ? ',' : ''} # c, d`,
        ),
        '  ]',
      ),
    ),
  fc
    .array(item, { minLength: 2, maxLength: 3 })
    .map(items => one(`[${items[0]},`, `  ${items.slice(1).join(', ')}]`)),
  fc
    .tuple(
      fc.array(item, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('', '  ', '    '),
      fc.constantFrom(' ', '   '),
    )
    .map(([items, indent, gap]) => one('', ...items.map(text => `${indent}-${gap}${text}`))),
  fc
    .tuple(fc.constantFrom('', '  '), fc.constantFrom('', '   # deeper than the dash', '# at the margin'))
    .map(([indent, last]) =>
      one(
        ' # what happened',
        `${indent}- on: 2026-01-05`,
        `${indent}  stage: closing # why`,
        `${indent}${last}`,
      ),
    ),
  fc
    .constantFrom('', '  ')
    .map(indent =>
      one('', `${indent}- on: 2026-01-05`, '', `${indent}  note: |`, `${indent}    text`, `${indent}-`),
    ),
  fc.constant(one('', '  - - nested', '    - twice', '  - key:', '      deep: [1]')),
  fc.constant(one('', '  # first a comment', '  - "a"', '', '  -', '    b: c')),
);

const group: fc.Arbitrary<Value> = fc.constantFrom(
  one('{name: R. Lee, role: decision maker}'),
  one('', '  name: R. Lee', '  stage: none', '  history: [x]'),
  one('', '    deep:', '      deeper: "x" # c'),
  one('{a: {b: {c: []}},', '  d: e}'),
);

const keyForm = fc.constantFrom<(key: string) => string>(
  key => `${key}:`,
  key => `${key}:`,
  key => `${key}:`,
  key => `"${key}":`,
  key => `'${key}':`,
  key => `${key} :`,
  key => `? ${key}\n:`,
);

/** Keys that stand in a file, keys that are new to it, and keys that are hard. */
const KEYS = [
  'title',
  'stage',
  'status',
  'value',
  'owner',
  'tags',
  'history',
  'contacts',
  'close_date',
  'naïve',
  '見積',
  'a.b',
  'Stage',
  '42',
  '__proto__',
  'constructor',
  'on',
  'true',
];
const key = fc.constantFrom(...KEYS);

const blockField = fc
  .tuple(
    keyForm,
    fc.oneof(
      { arbitrary: scalar, weight: 4 },
      { arbitrary: list, weight: 3 },
      { arbitrary: group, weight: 1 },
    ),
    fc.constantFrom('', '', '', '&a ', '&b '),
    comment,
    fc.constantFrom('', '', '', '\n', '\n# about the next', '\n   # stage: proposal', '\n#\n\n'),
  )
  .map(([form, value, anchor, end, filler]) => ({ form, value, anchor, end, filler }));

const ALIASES = ['*a', '*b'];

const change: fc.Arbitrary<FrontMatterChange> = fc
  .uniqueArray(key, { minLength: 1, maxLength: 4 })
  .chain(keys =>
    fc.tuple(
      ...keys.map(name =>
        fc.oneof(
          fc
            .oneof(
              fc.string({ unit: 'grapheme', maxLength: 12 }),
              word,
              fc.constantFrom('2026-11-20', 'a: b', '# c', '[x', "it's", 'no', '12', 'two\nlines', ' '),
              fc.integer(),
              fc.double(),
              fc.boolean(),
              fc.constant(null),
            )
            .map(value => ({ kind: 'set' as const, name, value })),
          fc.constant({ kind: 'clear' as const, name, value: null }),
          fc
            .oneof(
              word,
              fc.constant(7),
              fc.record({ on: fc.constant('2026-11-20'), stage: word }, { noNullPrototype: true }),
              fc.record(
                { on: fc.constant('2026-11-20'), skipped: fc.array(word, { minLength: 1, maxLength: 3 }) },
                { noNullPrototype: true },
              ),
              fc.record(
                { name: fc.string({ maxLength: 8 }), 'a: b': fc.constant(true) },
                { noNullPrototype: true },
              ),
            )
            .chain(value =>
              fc.oneof(
                fc.constant({ kind: 'append' as const, name, value }),
                fc
                  .array(fc.nat(4), { minLength: 1, maxLength: 3 })
                  .map(places => places.map(at => ({ at, item: value })))
                  .map(placed => ({ kind: 'insert' as const, name, value: placed })),
              ),
            ),
          fc
            .uniqueArray(fc.constantFrom('word', 'in quotes', 'x', '7', 'a: b', 'a-b', 'new'), {
              maxLength: 4,
            })
            .map(value => ({ kind: 'texts' as const, name, value })),
        ),
      ),
    ),
  )
  .map(wishes => {
    const of = (kind: string) =>
      Object.fromEntries(wishes.filter(wish => wish.kind === kind).map(({ name, value }) => [name, value]));
    return {
      set: of('set') as FrontMatterChange['set'] & object,
      append: of('append') as FrontMatterChange['append'] & object,
      insert: of('insert') as FrontMatterChange['insert'] & object,
      clear: Object.keys(of('clear')),
      texts: of('texts') as FrontMatterChange['texts'] & object,
    };
  });

/** Most of them valid; some not, by chance: what is refused has to be left alone as well. */
export const changedFile: fc.Arbitrary<ChangedFile> = fc
  .record({
    keys: fc.uniqueArray(key, { maxLength: 7 }),
    fields: fc.array(blockField, { minLength: 7, maxLength: 7 }),
    alias: fc.constantFrom('', '', '', ...ALIASES, 'merge'),
    indent: fc.constantFrom('', '', '', ' ', '  '),
    form: fc.constantFrom('block', 'block', 'block', 'flow', 'flow lines', 'json'),
    head: fc.constantFrom('', '', '# Deal of Acme', '# yaml: comment\n\n', '\n'),
    fence: fc.constantFrom(
      ['---', '---'],
      ['---', '---'],
      ['---  ', '--- '],
      ['---yaml', '---'],
      ['---', '...'],
    ),
    newline: fc.constantFrom('\n', '\n', '\r\n', 'mixed'),
    bom: fc.constantFrom('', '', '\uFEFF'),
    body: fc.constantFrom(
      '',
      '\n',
      '\nNotes',
      '\n# Acme\n\nstage: x\n---\nhistory:\n',
      '\nnaïve 🚀 \u2028 end\n\n\n',
    ),
    change,
  })
  .map(({ keys, fields, alias, indent, form, head, fence, newline, bom, body, change: wish }) => {
    const places: Place[] = [];
    const lines = [fence[0]!, ...(head ? head.split('\n') : [])];
    if (form === 'block') {
      keys.forEach((name, index) => {
        const { form: keyed, value, anchor, end, filler } = fields[index]!;
        const from = lines.length;
        const isAlias = index === 6 && alias.startsWith('*');
        const [first = '', ...below] = isAlias ? [alias] : value.lines;
        const isBlock = /^[|>]/.test(first) || first.includes('#') || below.length > 0;
        const opening = `${keyed(name)} ${isAlias ? '' : anchor}${first}`.trimEnd() + (isBlock ? '' : end);
        lines.push(...[...opening.split('\n'), ...below].map(line => (line ? indent + line : line)));
        // Below a block, what stands in would be its last line.
        const more = /^[|>]/.test(first) && filler.includes(' #') ? [] : filler.split('\n').slice(1);
        // To a value that keeps its last lines, blank lines below it belong.
        const keptBlanks = first.startsWith('|+') ? [...more, 'end'].findIndex(line => line) : 0;
        // So do comments that stand further in than the key.
        const kept = more[0]?.startsWith(' ') ? 1 : keptBlanks;
        places.push({
          key: name,
          from,
          to: lines.length + kept,
          isCanonical: value.isCanonical === true && !isAlias,
        });
        lines.push(...more.map(line => (line.startsWith('#') ? indent + line : line)));
      });
      if (alias === 'merge') lines.push(`${indent}<<: {merged: 1, source: "x"}`);
    } else {
      const pairs = keys.map((name, index) => {
        const [first = ''] = fields[index]!.value.lines;
        const text = /^[|>#]|#|,$|^$|^\[$|^['"][^'"]*$/.test(first) ? 'x' : first;
        return form === 'json' ? `"${name}":${JSON.stringify(text)}` : `${name}: ${text}`;
      });
      if (form === 'flow lines') lines.push('{', ...pairs.map(pair => `  ${pair}, # c`), '}');
      else lines.push(form === 'json' ? `{${pairs.join(',')}}` : `{ ${pairs.join(', ')} }`);
    }
    lines.push(fence[1]!);
    const ends = newline === 'mixed' ? ['\r\n', '\n', '\n'] : [newline];
    const text = lines.map((line, index) => (index ? ends[index % ends.length]! : '') + line).join('');
    return { text: bom + text + body, places, isFlow: form !== 'block', change: wish };
  });
