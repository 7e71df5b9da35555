import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';

/** What a well-kept reader of Markdown, which follows the specification to the letter, finds in a text. */
export interface Judged {
  /** What all links, images and definitions lead to, sorted, without escapes. */
  readonly links: readonly string[];
  /** Level and line of each heading in no list and no quote. */
  readonly headings: readonly string[];
  /** The first lines of the items of the outer lists. */
  readonly items: readonly number[];
  /** The lines of code and of HTML that say something. */
  readonly code: readonly number[];
}

/** Whether more is in a line than the marks of quotes. */
export function saysSomething(line: string): boolean {
  return /[^\s>]/.test(line);
}

export function judged(text: string): Judged {
  const root = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const lines = text.split('\n');
  const all = within(root);
  const first = (node: Nodes) => node.position!.start.line - 1;
  const isBlock = all.filter(
    ({ node, parent }) => node.type === 'code' || (node.type === 'html' && parent && BLOCKS.has(parent.type)),
  );
  const code = isBlock.flatMap(({ node }) => {
    const { line, offset } = node.position!.end;
    // Code that is never closed ends where something else begins, on that one's line.
    const isNext = all.some(
      ({ node: { position } }) => position!.start.line === line && position!.start.offset! >= offset!,
    );
    return Array.from({ length: line - first(node) - (isNext ? 1 : 0) }, (_, at) => first(node) + at);
  });
  return {
    links: all
      .flatMap(({ node }) => {
        const isAddress = node.type === 'link' && text[node.position!.start.offset!] === '<';
        return 'url' in node && !isAddress ? [node.url] : [];
      })
      .sort(),
    headings: root.children.flatMap(node =>
      // Below a definition, an underlined heading begins with its words; the parser counts the definition in at times.
      node.type === 'heading' ? [`h${node.depth} ${first(node.children[0] ?? node)}`] : [],
    ),
    items: root.children.flatMap(node => (node.type === 'list' ? node.children.map(first) : [])),
    code: code.filter(line => saysSomething(lines[line]!)),
  };
}

const BLOCKS = new Set(['root', 'blockquote', 'listItem']);

function within(node: Nodes, parent?: Nodes): { node: Nodes; parent: Nodes | undefined }[] {
  const children = 'children' in node ? node.children : [];
  return [{ node, parent }, ...children.flatMap(child => within(child, node))];
}

const target = fc.constantFrom(
  ...[
    'a.md',
    '<other file.md>',
    'b%20c.md#log',
    'd(1).md',
    '<d(2.md>',
    'e\\(.md',
    '../f.md',
    './g.md "G"',
    '<h.md> (H)',
  ],
  ...[
    "i.md 'I'",
    '<>',
    '',
    'j k.md',
    'a&amp;b.md',
    'ä.md',
    '#log',
    'https://acme.example/x_(y)',
    'l.md\n"L"',
    '\nm.md\n',
    '<n\n.md>',
  ],
);
const inline = fc.letrec<{ words: string; link: string; part: string }>(tie => ({
  part: fc.oneof(
    fc.constantFrom(
      ...[
        'a',
        ' ',
        '`',
        '``',
        '\\',
        '[',
        ']',
        '!',
        '(',
        ')',
        '<',
        '>',
        '[ref]',
        '[no]',
        '[ref][]',
        '[x][ref]',
        '[x] [ref]',
      ],
      ...[
        '`[a](b.md)`',
        '``[a](b.md) ` ``',
        '<!-- [a](b.md) -->',
        '<b>',
        '<i title="[a](b.md)">',
        '<https://a.example/[a](b.md)>',
      ],
      ...['\\[a](b.md)', '\\\\', '*', '_', '|', '"', '\n', 'x\ny', '- ', '&amp;', '[[ref]]', '![', ']('],
    ),
    { weight: 2, arbitrary: tie('link') as fc.Arbitrary<string> },
  ),
  words: fc
    .array(tie('part') as fc.Arbitrary<string>, { maxLength: 5, depthIdentifier: 'words' })
    .map(parts => parts.join('')),
  link: fc
    .tuple(fc.constantFrom('', '', '!'), tie('words') as fc.Arbitrary<string>, target)
    .map(([mark, words, to]) => `${mark}[${words}](${to})`),
})).words;

const definition = fc
  .tuple(fc.constantFrom('ref', 'Ref', 'a\\]b', 'r ef', '^1', ''), target)
  .map(([label, to]) => `[${label}]: ${to}`);

const before = fc.constantFrom(
  ...[
    '',
    '',
    '',
    '',
    ' ',
    '  ',
    '   ',
    '    ',
    '      ',
    '\t',
    ' \t',
    '> ',
    '>',
    '> > ',
    '- ',
    '* ',
    '-\t',
    '1. ',
    '  - ',
    '-     ',
    '> - ',
    '- > ',
    '- - ',
  ],
);
const line = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      '',
      '```',
      '````',
      '~~~',
      '~~~ js',
      '``` a`b',
      '---',
      '===',
      '***',
      '- - -',
      '-',
      '1.',
      '<!--',
      '-->',
      '<div>',
      '</div>',
      '<b>',
      '<?x',
    ],
    ...[
      '# One',
      '## Log',
      '## Log ##',
      '###',
      '#none',
      '####### none',
      '# C#',
      '    code',
      'words',
      'Log',
      '\n| a | b |\n|---|---|\n| [x](y.md) ` | ` z |\n',
    ],
    ...[
      '- [x] task',
      '2026-11-20 call',
      '[x] task',
      '<script>',
      '</script>',
      '<div',
      '?>',
      '<a href="x">',
      '<!x',
      '<![CDATA[',
    ],
  ),
  inline,
  definition,
);

/**
 * What begins in a list or a quote that begins on the same line, and tags: without a blank line
 * before them the judge reads some otherwise than the specification has it, and so it does with empty items and with other numbers than 1.
 */
const DOUBTFUL = /^[ \t]*(?:>|[-*+]|\d[.)])[ \t]*(?:[-*+>]|\d[.)]|<| {4}|\t)|^[ \t>]*<[a-z/]/;

const EMPTY = /(?:^|[-*+> \t])(?:[-*+]|\d[.)])[ \t]*$/;

function apart(written: string): string {
  if (EMPTY.test(written)) return '';
  return DOUBTFUL.test(written) ? `\n${written}` : written;
}

/** Markdown of all kinds, with code, links and lists in odd places. */
export const markdown = fc
  .array(
    fc.tuple(before, line).map(parts => parts.join('')),
    { maxLength: 9 },
  )
  .map(lines => lines.join('\n'))
  // Before what is no label, the specification has `[ref]` as a link, and the judge has not.
  .map(text => text.replace(/\](?=\[(?![\w ]*\]))/g, '] '))
  // A title between parentheses has others in it for the judge, and none for the specification.
  .map(text => text.replace(/(?<=^|\s)\((?!H\))/gm, ''))
  .map(text => text.split('\n').map(apart).join('\n'));
